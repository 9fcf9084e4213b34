// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <QtCore/QTimeZone>

#include <optional>

namespace petalpost {

/// A stretch of one day in which the shop promises to deliver. Minutes count from the shop's local
/// midnight; 0 <= start < end <= 1440.
struct DeliveryWindow
{
    QDate date;
    int startMinute = 0;
    int endMinute = 0;

    bool operator==(const DeliveryWindow &) const = default;

    /// Wire and storage form "2026-11-23T14:00/16:00".
    QString key() const;
    static std::optional<DeliveryWindow> fromKey(QStringView key);

    QDateTime startsAt(const QTimeZone &zone) const;
    QDateTime endsAt(const QTimeZone &zone) const;
};

/// "14:00" for 840; 1440 reads "24:00".
QString clockText(int minute);

} // namespace petalpost
