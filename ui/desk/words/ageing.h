// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/shop.h"

#include <QtCore/QTimeZone>

namespace petalpost::desk {

/// Limits of the ageing of cards, in minutes.
struct AgeingRules
{
    int travelMinutes = 40; ///< a finished bouquet has to leave this long before its window ends
    int softMinutes = 60; ///< at most this much left: soft amber
    int solidMinutes = 20; ///< at most this much left: solid amber

    bool operator==(const AgeingRules &) const = default;
};

/// The limits that the shop has chosen.
inline AgeingRules rulesOf(const Shop &shop)
{
    return {shop.travelMinutes, shop.softMinutes, shop.solidMinutes};
}

/// How loudly a card speaks: from nothing at all to red.
enum class Urgency { None, Plain, Soft, Solid, Late };

/// What a card and the detail pane say about time.
struct Ageing
{
    Urgency urgency = Urgency::None;
    qint64 minutesLeft = 0; ///< whole minutes, rounded down; negative once the deadline has passed
    QString text; ///< the chip: "38분 남음"; empty when there is nothing to wait for

    bool operator==(const Ageing &) const = default;
};

/// The next deadline of an order in its state, milliseconds since the epoch: the start of its
/// window while it has to be made, the end less the travel time once made, the end while on the
/// road. Nothing without a window and for orders that are finished.
std::optional<qint64> deadlineMs(const Order &order, OrderState state, const QTimeZone &zone,
                                 const AgeingRules &rules = {});

/// The chip of an order at \a nowMs. Finished orders tell when they were finished.
Ageing ageingOf(const Order &order, qint64 nowMs, const QTimeZone &zone,
                const AgeingRules &rules = {});

/// "38분 남음", "12분 지남", "2시간 38분" (more than 90 minutes), "내일", "5/10(토)".
QString timeLeftText(qint64 deadlineMs, qint64 nowMs, const QTimeZone &zone);

/// What the deadline is, for the detail pane and for assistive technology: "제작 마감까지 38분".
/// Empty where ageingOf() has no urgency.
QString deadlineSentence(const Order &order, qint64 nowMs, const QTimeZone &zone,
                         const AgeingRules &rules = {});

} // namespace petalpost::desk
