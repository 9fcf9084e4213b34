// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/boardview.h"

#include "ui/desk/words/words.h"

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr std::array workStates{OrderState::Paid, OrderState::Making, OrderState::Made,
                                OrderState::Delivering, OrderState::Delivered};

bool dayIsIn(const QDate &day, const BoardView &view, const DayRange &range)
{
    switch (range.kind) {
    case DayRange::Kind::All:
        return true;
    case DayRange::Kind::Week: {
        const QDate sunday = view.today.addDays(7 - view.today.dayOfWeek());
        return day <= sunday; // what is overdue stays in sight
    }
    case DayRange::Kind::Day:
        return day == view.today.addDays(range.offset) || (range.offset == 0 && day < view.today);
    }
    Q_UNREACHABLE();
}

/// Finished orders show on one day only, today unless another day was chosen.
bool finishedDayIsIn(qint64 atMs, const BoardView &view)
{
    const int offset = view.range.kind == DayRange::Kind::Day ? view.range.offset : 0;
    return localDate(atMs, view.zone) == view.today.addDays(offset);
}

} // namespace

std::optional<Lane> laneOf(OrderState state)
{
    const auto found = std::ranges::find(workStates, state);
    if (found == workStates.end())
        return std::nullopt;
    return allLanes[static_cast<std::size_t>(found - workStates.begin())];
}

OrderState stateOf(Lane lane)
{
    return workStates[static_cast<std::size_t>(lane)];
}

OrderState workState(const Order &order)
{
    if (order.state != OrderState::Cancelled)
        return order.workState();
    OrderState last = OrderState::Received;
    for (const OrderState state : workStates) {
        if (order.reachedAt(state) != 0)
            last = state;
    }
    return last;
}

QDate dayOf(const Order &order, const QTimeZone &zone)
{
    return order.window ? order.window->date
                        : localDate(order.reachedAt(OrderState::Received), zone);
}

std::optional<Lane> placeOf(const Order &order, const BoardView &view)
{
    const auto lane = laneOf(workState(order));
    if (!lane || !matchesSearch(order, view.search))
        return std::nullopt;
    const bool finished =
        order.state == OrderState::Delivered || order.state == OrderState::Cancelled;
    const bool shown = finished ? finishedDayIsIn(order.reachedAt(order.state), view)
                                : dayIsIn(dayOf(order, view.zone), view, view.range);
    return shown ? lane : std::nullopt;
}

bool isOpenWork(const Order &order, const BoardView &view, const DayRange &range)
{
    const auto lane = laneOf(order.workState());
    return lane && *lane != Lane::Delivered && dayIsIn(dayOf(order, view.zone), view, range);
}

std::vector<ItemTotal> leftToMake(const std::map<qint64, Order> &orders, const BoardView &view)
{
    std::map<QString, int> sums;
    for (const auto &[id, order] : orders) {
        const OrderState state = order.workState();
        const bool unmade = state == OrderState::Paid || state == OrderState::Making;
        if (unmade && isOpenWork(order, view, view.range))
            sums[productText(order)] += order.qty;
    }
    std::vector<ItemTotal> totals;
    totals.reserve(sums.size());
    for (const auto &[item, qty] : sums)
        totals.push_back({item, qty});
    std::ranges::stable_sort(totals, std::greater(), &ItemTotal::qty);
    return totals;
}

bool matchesSearch(const Order &order, const QString &search)
{
    const QString wanted = search.trimmed();
    if (wanted.isEmpty())
        return true;
    const QString number = numberText(order.id);
    const auto has = [&wanted](const QString &text) {
        return text.contains(wanted, Qt::CaseInsensitive);
    };
    return has(number) || has(order.recipient.name) || has(order.sender.name)
           || has(order.address.neighbourhood) || has(order.address.line);
}

} // namespace petalpost::desk
