// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"
#include "core/storage/desk/orderfilter.h"

/// The statements on the search index of the desk's copy. Each runs inside the caller's transaction
/// and throws StorageError; only LocalStore and OrderSearch use them.
namespace petalpost::searchtables {

/// Indexes \a order anew, at little cost when only its state has changed.
void put(Database &database, const Order &order);
void remove(Database &database, qint64 id);
void removeAll(Database &database);

/// What find() came to: the numbers, newest first.
struct Found
{
    std::vector<qint64> ids;
    qint64 nextBeforeId = 0; ///< 0 when there is nothing more
};

/// At most \a limit orders below \a beforeId (0: any); gives up for now after \a maxMisses.
Found find(Database &database, const OrderFilter &filter, qint64 beforeId, int limit,
           int maxMisses);

/// Orders with this number or a higher one are indexed; 0 when all are.
qint64 indexedBelow(Database &database);
void setIndexedBelow(Database &database, qint64 id);

/// Rewrites a part of the index without what was removed; answers whether more is left.
bool tidy(Database &database);

} // namespace petalpost::searchtables
