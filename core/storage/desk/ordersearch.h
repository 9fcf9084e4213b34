// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"
#include "core/storage/desk/orderfilter.h"

namespace petalpost {

class Database;

/// Finds orders of any age in the desk's own file. The index changes in the transaction that
/// changes a document; what a file of an earlier version holds is indexed in steps, and what was
/// removed is cleaned out of the index in steps. Refuses with StorageFailed.
class OrderSearch
{
public:
    /// Orders read and indexed in one step, so that a step takes a few milliseconds.
    static constexpr int stepOrders = 50;
    /// Candidates looked at in one call that turned out not to match.
    static constexpr int maxMisses = 2'000;

    explicit OrderSearch(Database &database)
        : m_database(database)
    {
    }

    /// At most \a limit orders below \a beforeId (0: from the newest) that \a filter matches.
    Result<OrderPage> find(const OrderFilter &filter, qint64 beforeId, int limit);
    /// Whether every order of the file can be found by a filter.
    Result<bool> isComplete();
    /// Does a small part of what is left to do on the index; answers whether more is left.
    Result<bool> step();

private:
    Database &m_database;
};

} // namespace petalpost
