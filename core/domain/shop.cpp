// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/shop.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

QDate Shop::today(qint64 nowMs) const
{
    return QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
}

std::optional<QString> Shop::closedReason(const QDate &date) const
{
    const auto closed = std::ranges::find(closedDays, date, &ClosedDay::date);
    if (closed != closedDays.end())
        return closed->reason;
    if (weeklyClosedDay != 0 && date.dayOfWeek() == weeklyClosedDay)
        return QString();
    return std::nullopt;
}

bool Shop::isOpenAt(qint64 nowMs) const
{
    constexpr int beforeFirstWindow = 60; // minutes
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs, zone);
    if (windows.empty() || closedReason(now.date()))
        return false;
    const int minute = now.time().msecsSinceStartOfDay() / 60'000;
    const auto first = std::ranges::min(windows, {}, &WindowRule::startMinute);
    const auto last = std::ranges::max(windows, {}, &WindowRule::endMinute);
    return minute >= first.startMinute - beforeFirstWindow && minute < last.endMinute;
}

const WindowRule *Shop::ruleFor(const DeliveryWindow &window) const
{
    const auto rule = std::ranges::find_if(windows, [&](const WindowRule &candidate) {
        return candidate.startMinute == window.startMinute
               && candidate.endMinute == window.endMinute;
    });
    return rule == windows.end() ? nullptr : &*rule;
}

Result<void> checkWindow(const Shop &shop, const DeliveryWindow &window, qint64 nowMs)
{
    const QString field = u"window"_s;
    const QDate today = shop.today(nowMs);
    if (window.date < today)
        return refuse(RefusalCode::PastDate, field);
    if (window.date > today.addDays(shop.horizonDays))
        return refuse(RefusalCode::OutOfRange, field, QString::number(shop.horizonDays));
    if (const auto reason = shop.closedReason(window.date))
        return refuse(RefusalCode::ClosedDay, field, *reason);
    if (!shop.ruleFor(window))
        return refuse(RefusalCode::UnknownWindow, field);
    const qint64 closesAtMs =
        window.startsAt(shop.zone).toMSecsSinceEpoch() - qint64(shop.cutOffMinutes) * 60'000;
    if (nowMs >= closesAtMs)
        return refuse(RefusalCode::CutOffPassed, field);
    return {};
}

} // namespace petalpost
