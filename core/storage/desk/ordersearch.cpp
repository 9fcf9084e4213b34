// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/ordersearch.h"

#include "core/storage/desk/copytables.h"
#include "core/storage/desk/guarded.h"
#include "core/storage/desk/searchtables.h"

namespace petalpost {

namespace {

OrderPage allBefore(Database &database, qint64 beforeId, int limit)
{
    OrderPage page{copytables::ordersBefore(database, beforeId, limit), 0};
    if (std::ssize(page.orders) == limit)
        page.nextBeforeId = page.orders.back().id;
    return page;
}

} // namespace

Result<OrderPage> OrderSearch::find(const OrderFilter &filter, qint64 beforeId, int limit)
{
    return guarded([&] {
        if (filter.isOpen())
            return allBefore(m_database, beforeId, limit);
        const auto found = searchtables::find(m_database, filter, beforeId, limit, maxMisses);
        OrderPage page{{}, found.nextBeforeId};
        page.orders.reserve(found.ids.size());
        for (const qint64 id : found.ids) {
            if (auto order = copytables::order(m_database, id))
                page.orders.push_back(std::move(*order));
        }
        return page;
    });
}

Result<bool> OrderSearch::isComplete()
{
    return guarded([&] { return searchtables::indexedBelow(m_database) == 0; });
}

Result<bool> OrderSearch::step()
{
    const auto below = guarded([&] { return searchtables::indexedBelow(m_database); });
    if (!below)
        return refuse(below.error());
    return inTransaction(m_database, [&] {
        if (*below == 0)
            return searchtables::tidy(m_database);
        const auto orders = copytables::ordersBefore(m_database, *below, stepOrders);
        for (const Order &order : orders)
            searchtables::put(m_database, order);
        const bool more = std::ssize(orders) == stepOrders;
        searchtables::setIndexedBelow(m_database, more ? orders.back().id : 0);
        return true; // once more, for what there may be to tidy
    });
}

} // namespace petalpost
