// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"

#include <map>
#include <vector>

namespace petalpost::desk {

/// The columns of the board, in the order of the work.
enum class Lane { Paid, Making, Made, Delivering, Delivered };

inline constexpr std::array allLanes{Lane::Paid, Lane::Making, Lane::Made, Lane::Delivering,
                                     Lane::Delivered};

/// Which days the board shows.
struct DayRange
{
    enum class Kind { Day, Week, All };

    Kind kind = Kind::Day;
    int offset = 0; ///< days from today, for Kind::Day

    bool operator==(const DayRange &) const = default;
};

/// What decides whether and where an order stands on the board.
struct BoardView
{
    DayRange range;
    QString search; ///< part of a number, name or neighbourhood; empty finds everything
    QDate today; ///< in the shop's time
    QTimeZone zone = QTimeZone::utc();
};

/// The state whose lane \a state belongs to; nothing for states that are never on the board.
std::optional<Lane> laneOf(OrderState state);
OrderState stateOf(Lane lane);

/// The state a cancelled order was in when it was cancelled; its own state for all others.
OrderState workState(const Order &order);

/// The day an order is for: of its window, or the day it was received when it has none.
QDate dayOf(const Order &order, const QTimeZone &zone);

/// Where \a order stands under \a view; nothing when it is not shown. Undelivered orders of earlier
/// days belong to today; delivered ones show on the day they were delivered. Whether a cancelled
/// order was acknowledged is for the caller to know.
std::optional<Lane> placeOf(const Order &order, const BoardView &view);

/// Whether \a order counts as work still to do on \a range.
bool isOpenWork(const Order &order, const BoardView &view, const DayRange &range);

/// So many pieces of one item.
struct ItemTotal
{
    QString item;
    int qty = 0;

    bool operator==(const ItemTotal &) const = default;
};

/// What is still to be made in the view's range, whatever is searched for: most pieces first.
std::vector<ItemTotal> leftToMake(const std::map<qint64, Order> &orders, const BoardView &view);

bool matchesSearch(const Order &order, const QString &search);

} // namespace petalpost::desk
