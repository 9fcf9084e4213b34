// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/localstore.h"

#include <map>
#include <set>
#include <span>

namespace petalpost::sync {

/// What changed on the screen, to be announced once everything is stored.
struct ShownChanges
{
    std::set<qint64> orders;
    std::set<qint64> removedOrders;
    std::vector<Order> olderOrders; ///< those that orders() does not hold any more
    /// Orders of this desk that the server has numbered, by the id they had until then.
    std::map<qint64, qint64> numberedOrders;
    std::set<qint64> arrivedOrders; ///< paid orders that this desk met for the first time
    std::set<qint64> reviews;
    std::set<qint64> products;
    bool shop = false;
};

/// The store's copy and queue held in memory, and what they show together. Every change goes to the
/// store first and to memory only when that succeeded, so a fault of the disk changes nothing.
///
/// Holds the orders a board can show: unfinished, or finished within recentMs. Older ones stay in
/// the store.
class Mirror
{
public:
    static constexpr qint64 recentMs = qint64(7) * 24 * 60 * 60 * 1000;

    explicit Mirror(LocalStore &store)
        : m_store(store)
    {
    }

    /// Reads copy and queue; refuses with StorageFailed.
    Result<void> load(qint64 nowMs);

    const std::map<qint64, Order> &orders() const { return m_orders.shown; }
    /// One order as shown, of any age. Refuses with NotFound or StorageFailed.
    Result<Order> order(qint64 orderId) const;
    /// A page of orders as shown, of any age; \a filter is held against what is shown.
    Result<OrderPage> findOrders(const OrderFilter &filter, qint64 beforeId, int limit) const;
    const std::map<qint64, Review> &reviews() const { return m_reviews.shown; }
    const std::map<qint64, Product> &products() const { return m_products.shown; }
    const Shop &shop() const { return m_shop.shown; }
    const std::vector<QueuedOperation> &queue() const { return m_queue; }
    const CopyState &state() const { return m_state; }

    /// Stores a page of the feed. Refusals: those of LocalStore::apply().
    Result<ShownChanges> apply(const FeedPage &page, qint64 nowMs);
    Result<void> resetCopy(const QString &epoch);
    /// Empties copy and, unless \a keepQueue, queue.
    Result<ShownChanges> wipe(bool keepQueue);
    void noteContact(qint64 clockOffsetMs, qint64 lastContactMs);

    Result<ShownChanges> enqueue(const Operation &operation);
    Result<void> setState(const QString &operationId, OperationState state);
    /// The server accepted \a operationId and answered with \a answer.
    Result<ShownChanges> finish(const QString &operationId, const Document &answer);
    /// Takes operations off the queue that were withdrawn.
    Result<ShownChanges> drop(const QStringList &operationIds);
    /// The store has taken \a operations off its queue, or put them on: the same here.
    ShownChanges takeOff(const std::vector<Operation> &operations);
    ShownChanges putOn(const std::vector<Operation> &operations);

    /// The order as the server last told it, or nothing.
    const Order *copyOf(qint64 orderId) const;
    /// The last move of \a orderId in the queue, or nothing.
    const QueuedOperation *lastMove(qint64 orderId) const;
    bool isQueued(qint64 orderId) const;

private:
    /// Documents of one type: as the server knows them, and as they are shown.
    template<class T>
    struct Shelf
    {
        std::map<qint64, T> copy;
        std::map<qint64, T> shown;

        bool refresh(qint64 id, std::span<const QueuedOperation> queue);
    };

    struct ShopShelf
    {
        Shop copy;
        Shop shown;

        bool refresh(std::span<const QueuedOperation> queue);
    };

    void refreshProduct(qint64 id, ShownChanges &changes);
    void refreshOrder(qint64 id, ShownChanges &changes);
    std::optional<Order> provisional(qint64 id) const;
    void hidePlaced(const QString &operationId, ShownChanges &changes);
    void renumber(const QString &operationId, qint64 id, ShownChanges &changes);
    void take(CopyChange &&change, qint64 nowMs, ShownChanges &changes);
    void takeOrder(CopyChange &&change, qint64 nowMs, ShownChanges &changes);
    void refresh(const Operation &operation, ShownChanges &changes);
    void forget(const QString &operationId, ShownChanges &changes);
    bool isArrival(const CopyChange &change) const;
    void showQueue(const OrderFilter &filter, qint64 beforeId, OrderPage &page) const;

    LocalStore &m_store;
    CopyState m_state;
    std::vector<QueuedOperation> m_queue;
    Shelf<Order> m_orders;
    Shelf<Review> m_reviews;
    Shelf<Product> m_products;
    ShopShelf m_shop;
};

} // namespace petalpost::sync
