// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/deliverywindow.h"
#include "core/domain/result.h"

#include <QtCore/QTimeZone>

namespace petalpost {

/// One delivery window that the shop offers every open day.
struct WindowRule
{
    int startMinute = 0;
    int endMinute = 0;
    int capacity = 0; ///< orders a day

    bool operator==(const WindowRule &) const = default;
};

/// A day without deliveries, with the reason that customers read.
struct ClosedDay
{
    QDate date;
    QString reason;

    bool operator==(const ClosedDay &) const = default;
};

/// Who sells here, as the law wants it named below every page. Empty ones are left out.
struct BusinessDetails
{
    QString company;
    QString representative;
    QString address;
    QString email;
    QString registrationNumber; ///< of the business
    QString mailOrderNumber; ///< of the report as a mail-order seller
    QString mailOrderAuthority; ///< where that was reported
    QString hosting; ///< who runs the computer that the pages come from
    QString privacyOfficer;

    bool operator==(const BusinessDetails &) const = default;
};

/// Everything the owner sets about the shop. One per database.
struct Shop
{
    qint64 version = 1;
    QString name;
    QString nameEn;
    QString phone;
    QTimeZone zone = QTimeZone("Asia/Seoul");
    std::vector<WindowRule> windows;
    std::vector<ClosedDay> closedDays;
    int weeklyClosedDay = 0; ///< Qt::DayOfWeek, 0 = none
    int cutOffMinutes = 60; ///< orders close this long before a window starts
    int horizonDays = 60; ///< how far ahead customers may order
    bool contactRequired = true; ///< a name and a phone are required on POST /orders
    int ordersPerAddressPerMinute = 20; ///< 0 switches the limit off
    int holdsPerAddress = 3; ///< unpaid orders that one address has at once; 0 = no limit
    QString publicUrl; ///< where customers reach the shop, without trailing slash
    /// Opening hours in minutes of the day. Unless closing is after opening they follow the
    /// windows: from an hour before the first one to the end of the last one.
    int opensMinute = 0;
    int closesMinute = 0;
    QString ownerPhone; ///< digits; who is texted when nobody looks. Empty: nobody is
    int travelMinutes = 40; ///< what is made has to leave this long before its window ends
    int softMinutes = 60; ///< the board warns softly when this much is left of a deadline
    int solidMinutes = 20; ///< and loudly from here on
    QStringList mutedTexts; ///< wire words of the events that customers are not texted about
    qint64 pausedUntilMs = 0; ///< until then the web takes no orders
    QString pauseReason; ///< customers read it
    BusinessDetails business;

    bool operator==(const Shop &) const = default;

    /// How long an unpaid order keeps its place.
    static constexpr qint64 unpaidHoldMs = 20 * 60 * 1000;

    QDate today(qint64 nowMs) const;
    /// The reason why \a date has no deliveries; nothing when it is open.
    std::optional<QString> closedReason(const QDate &date) const;
    /// Whether somebody is in the shop.
    bool isOpenAt(qint64 nowMs) const { return openSinceMs(nowMs).has_value(); }
    bool isPausedAt(qint64 nowMs) const { return nowMs < pausedUntilMs; }
    const WindowRule *ruleFor(const DeliveryWindow &window) const;
    /// When the opening hours began that \a nowMs lies in; nothing while the shop is closed.
    std::optional<qint64> openSinceMs(qint64 nowMs) const;
};

/// Whether \a window can still be ordered at \a nowMs: refuses with PastDate, OutOfRange (beyond
/// the horizon), ClosedDay, UnknownWindow or CutOffPassed. Capacity is decided by the writer, not
/// here.
Result<void> checkWindow(const Shop &shop, const DeliveryWindow &window, qint64 nowMs);
/// Whether the shop itself may plan a delivery for \a window: it may pass its own cut-off, closed
/// days and capacity. Refuses with PastDate when the window is over, OutOfRange or UnknownWindow.
Result<void> checkOwnWindow(const Shop &shop, const DeliveryWindow &window, qint64 nowMs);
/// The same for an order that the florist takes down: what is taken along at once has no window.
/// Refuses also with MissingField for a delivery without one.
Result<void> checkTakenWindow(const Shop &shop, const std::optional<DeliveryWindow> &window,
                              bool pickup, qint64 nowMs);

} // namespace petalpost
