// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/orderfilter.h"

#include "core/storage/desk/searchquery.h"

namespace petalpost {

qint64 receivedAt(const Order &order)
{
    qint64 first = order.reachedAt(OrderState::Received);
    for (const qint64 atMs : order.reachedAtMs) {
        if (first == 0 || (atMs != 0 && atMs < first))
            first = atMs;
    }
    return first;
}

bool OrderFilter::matches(const Order &order) const
{
    const qint64 atMs = receivedAt(order);
    if (atMs < fromMs || (untilMs != 0 && atMs >= untilMs))
        return false;
    if ((state && order.state != *state) || (payment && order.payment != *payment))
        return false;
    const SearchQuery query(text);
    return query.isEmpty() || query.matches(searchText(order));
}

} // namespace petalpost
