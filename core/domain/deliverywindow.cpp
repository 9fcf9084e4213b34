// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/deliverywindow.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

constexpr int minutesPerDay = 24 * 60;

/// Minutes of "HH:MM"; exactly five characters, digits only.
std::optional<int> minuteOf(QStringView text)
{
    if (text.size() != 5 || text[2] != u':')
        return std::nullopt;
    for (const qsizetype i : {0, 1, 3, 4}) {
        if (text[i] < u'0' || text[i] > u'9')
            return std::nullopt;
    }
    const int minute = text.first(2).toInt() * 60 + text.last(2).toInt();
    if (text.last(2).toInt() > 59 || minute > minutesPerDay)
        return std::nullopt;
    return minute;
}

QDateTime at(const QDate &date, int minute, const QTimeZone &zone)
{
    const QDate day = minute == minutesPerDay ? date.addDays(1) : date;
    return QDateTime(day, QTime::fromMSecsSinceStartOfDay((minute % minutesPerDay) * 60'000), zone)
        .toUTC();
}

} // namespace

QString clockText(int minute)
{
    return u"%1:%2"_s.arg(minute / 60, 2, 10, QLatin1Char('0'))
        .arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString DeliveryWindow::key() const
{
    return date.toString(Qt::ISODate) % u'T' % clockText(startMinute) % u'/' % clockText(endMinute);
}

std::optional<DeliveryWindow> DeliveryWindow::fromKey(QStringView key)
{
    // "2026-11-23T14:00/16:00"
    if (key.size() != 22 || key[10] != u'T' || key[16] != u'/')
        return std::nullopt;
    const QDate date = QDate::fromString(key.first(10).toString(), Qt::ISODate);
    const auto start = minuteOf(key.sliced(11, 5));
    const auto end = minuteOf(key.last(5));
    if (!date.isValid() || !start || !end || *start >= *end)
        return std::nullopt;
    return DeliveryWindow{date, *start, *end};
}

QDateTime DeliveryWindow::startsAt(const QTimeZone &zone) const
{
    return at(date, startMinute, zone);
}

QDateTime DeliveryWindow::endsAt(const QTimeZone &zone) const
{
    return at(date, endMinute, zone);
}

} // namespace petalpost
