// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"
#include "core/storage/desk/localstore.h"

/// The statements on the desk's copy. Each runs inside the caller's transaction and throws
/// StorageError; only LocalStore uses them.
namespace petalpost::copytables {

CopyState state(Database &database);
/// Moves the cursor to that of \a page unless it lies behind \a before.
void advance(Database &database, const FeedPage &page, const CopyState &before);

/// Stores \a entry unless the copy holds it already or newer; answers the change if there was one.
std::optional<CopyChange> store(Database &database, const FeedEntry &entry);
/// Stores what is newer in \a answer, the reply to an operation. A document that is not in the copy
/// stays out: the feed decides what this desk holds.
std::optional<Document> merge(Database &database, const Document &answer);
/// As merge(), for an order that this desk has placed: it is shown before the feed brings it.
std::optional<Document> mergePlaced(Database &database, const Order &order);
/// Removes the documents of an earlier epoch and adds their removal to \a changes.
void removeStale(Database &database, std::vector<CopyChange> &changes);

std::vector<Order> orders(Database &database, qint64 finishedSinceMs);
std::vector<Order> ordersBefore(Database &database, qint64 beforeId, int limit);
std::optional<Order> order(Database &database, qint64 id);
std::vector<Review> reviews(Database &database);
std::vector<Product> products(Database &database);
Shop shop(Database &database);

} // namespace petalpost::copytables
