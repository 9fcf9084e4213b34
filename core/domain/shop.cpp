// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/shop.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

constexpr int beforeFirstWindowMinutes = 60; ///< what goes out first is made before
constexpr int usualOpensMinute = 9 * 60; ///< of a shop without windows
constexpr int usualClosesMinute = 20 * 60;

std::pair<int, int> openingMinutes(const Shop &shop)
{
    if (shop.closesMinute > shop.opensMinute)
        return {shop.opensMinute, shop.closesMinute};
    if (shop.windows.empty())
        return {usualOpensMinute, usualClosesMinute};
    const int first = std::ranges::min(shop.windows, {}, &WindowRule::startMinute).startMinute;
    const int last = std::ranges::max(shop.windows, {}, &WindowRule::endMinute).endMinute;
    return {std::max(0, first - beforeFirstWindowMinutes), last};
}

} // namespace

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

const WindowRule *Shop::ruleFor(const DeliveryWindow &window) const
{
    const auto rule = std::ranges::find_if(windows, [&](const WindowRule &candidate) {
        return candidate.startMinute == window.startMinute
               && candidate.endMinute == window.endMinute;
    });
    return rule == windows.end() ? nullptr : &*rule;
}

std::optional<qint64> Shop::openSinceMs(qint64 nowMs) const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs, zone);
    const auto [opens, closes] = openingMinutes(*this);
    const int minute = now.time().msecsSinceStartOfDay() / 60'000;
    if (closedReason(now.date()) || minute < opens || minute >= closes)
        return std::nullopt;
    return QDateTime(now.date(), QTime(opens / 60, opens % 60), zone).toMSecsSinceEpoch();
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

Result<void> checkOwnWindow(const Shop &shop, const DeliveryWindow &window, qint64 nowMs)
{
    const QString field = u"window"_s;
    if (window.endsAt(shop.zone).toMSecsSinceEpoch() <= nowMs)
        return refuse(RefusalCode::PastDate, field);
    if (window.date > shop.today(nowMs).addDays(shop.horizonDays))
        return refuse(RefusalCode::OutOfRange, field, QString::number(shop.horizonDays));
    if (!shop.ruleFor(window))
        return refuse(RefusalCode::UnknownWindow, field);
    return {};
}

Result<void> checkTakenWindow(const Shop &shop, const std::optional<DeliveryWindow> &window,
                              bool pickup, qint64 nowMs)
{
    if (window)
        return checkOwnWindow(shop, *window, nowMs);
    if (!pickup)
        return refuse(RefusalCode::MissingField, u"window"_s);
    return {};
}

} // namespace petalpost
