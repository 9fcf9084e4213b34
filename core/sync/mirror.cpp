// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/mirror.h"

#include "core/sync/overlay.h"

#include <algorithm>
#include <functional>

namespace petalpost::sync {

namespace {

template<class T>
std::map<qint64, T> byId(std::vector<T> documents)
{
    std::map<qint64, T> map;
    for (T &document : documents) {
        const qint64 id = document.id;
        map.insert_or_assign(id, std::move(document));
    }
    return map;
}

} // namespace

/// Shows document \a id as copy + queue; answers whether that looks different from before.
template<class T>
bool Mirror::Shelf<T>::refresh(qint64 id, std::span<const QueuedOperation> queue)
{
    const auto found = copy.find(id);
    if (found == copy.end())
        return shown.erase(id) > 0;
    T now = overlay::shown(found->second, queue);
    const auto [place, added] = shown.try_emplace(id, now);
    if (added)
        return true;
    if (place->second == now)
        return false;
    place->second = std::move(now);
    return true;
}

template bool Mirror::Shelf<Order>::refresh(qint64, std::span<const QueuedOperation>);

bool Mirror::ShopShelf::refresh(std::span<const QueuedOperation> queue)
{
    Shop now = overlay::shown(copy, queue);
    if (now == shown)
        return false;
    shown = std::move(now);
    return true;
}

Result<void> Mirror::load(qint64 nowMs)
{
    auto state = m_store.state();
    auto queue = m_store.pending();
    auto orders = m_store.loadOrders(nowMs - recentMs);
    auto reviews = m_store.loadReviews();
    auto products = m_store.loadProducts();
    auto shop = m_store.loadShop();
    if (!state || !queue)
        return refuse(!state ? state.error() : queue.error());
    if (!orders || !reviews)
        return refuse(!orders ? orders.error() : reviews.error());
    if (!products || !shop)
        return refuse(!products ? products.error() : shop.error());
    m_state = std::move(*state);
    m_queue = std::move(*queue);
    m_orders = {byId(std::move(*orders)), {}};
    m_reviews = {byId(std::move(*reviews)), {}};
    m_products = {byId(std::move(*products)), {}};
    m_shop = {std::move(*shop), {}};
    m_shop.refresh(m_queue);
    for (const auto &[id, order] : m_orders.copy)
        m_orders.refresh(id, m_queue);
    for (const auto &[id, review] : m_reviews.copy)
        m_reviews.refresh(id, m_queue);
    ShownChanges unheard; // nobody listens yet
    for (const auto &[id, product] : m_products.copy)
        refreshProduct(id, unheard);
    for (const QueuedOperation &queued : m_queue) {
        if (addsProduct(queued.operation))
            refreshProduct(queued.operation.subject, unheard);
        else if (placesOrder(queued.operation))
            refreshOrder(queued.operation.subject, unheard);
    }
    return {};
}

Result<Order> Mirror::order(qint64 orderId) const
{
    if (const auto found = m_orders.shown.find(orderId); found != m_orders.shown.end())
        return found->second;
    auto stored = m_store.order(orderId);
    if (!stored)
        return refuse(stored.error());
    return overlay::shown(*stored, m_queue);
}

Result<OrderPage> Mirror::findOrders(const OrderFilter &filter, qint64 beforeId, int limit) const
{
    auto page = m_store.search().find(filter, beforeId, limit);
    if (page && !m_queue.empty())
        showQueue(filter, beforeId, *page);
    return page;
}

/// The store knows the copy alone: what the queue changes may leave \a page, or come into it.
void Mirror::showQueue(const OrderFilter &filter, qint64 beforeId, OrderPage &page) const
{
    for (Order &order : page.orders)
        order = overlay::shown(order, m_queue);
    if (filter.isOpen())
        return;
    std::erase_if(page.orders, [&](const Order &order) { return !filter.matches(order); });
    std::set<qint64> there;
    for (const Order &order : page.orders)
        there.insert(order.id);
    for (const QueuedOperation &queued : m_queue) {
        const qint64 id = queued.operation.subject;
        const bool inPage = id >= page.nextBeforeId && (beforeId == 0 || id < beforeId);
        if (queued.operation.kind != Operation::Kind::Move || !inPage || there.contains(id))
            continue;
        const auto changed = order(id);
        if (changed && filter.matches(*changed)) {
            there.insert(id);
            page.orders.push_back(*changed);
        }
    }
    std::ranges::sort(page.orders, std::greater(), &Order::id);
}

Result<ShownChanges> Mirror::apply(const FeedPage &page, qint64 nowMs)
{
    auto stored = m_store.apply(page);
    if (!stored)
        return refuse(stored.error());
    ShownChanges changes;
    for (CopyChange &change : *stored)
        take(std::move(change), nowMs, changes);
    m_state.cursor = {page.cursor.epoch, std::max(m_state.cursor.number, page.cursor.number)};
    m_state.complete = m_state.complete || page.complete;
    return changes;
}

Result<void> Mirror::resetCopy(const QString &epoch)
{
    if (auto done = m_store.resetCopy(epoch); !done)
        return done;
    m_state.cursor = {epoch, 0};
    m_state.complete = false;
    return {};
}

Result<ShownChanges> Mirror::wipe(bool keepQueue)
{
    if (auto done = m_store.wipe(keepQueue); !done)
        return refuse(done.error());
    ShownChanges changes;
    for (const auto &[id, order] : m_orders.shown)
        changes.removedOrders.insert(id);
    for (const auto &[id, review] : m_reviews.shown)
        changes.reviews.insert(id);
    for (const auto &[id, product] : m_products.shown)
        changes.products.insert(id);
    changes.shop = true;
    m_orders = {};
    m_reviews = {};
    m_products = {};
    m_shop = {};
    m_state = {};
    if (!keepQueue)
        m_queue.clear();
    return changes;
}

void Mirror::noteContact(qint64 clockOffsetMs, qint64 lastContactMs)
{
    m_state.clockOffsetMs = clockOffsetMs;
    m_state.lastContactMs = lastContactMs;
    // Only a hint for the next start: a fault here will show itself in the next real write.
    static_cast<void>(m_store.noteContact(clockOffsetMs, lastContactMs));
}

Result<ShownChanges> Mirror::enqueue(const Operation &operation)
{
    if (auto done = m_store.enqueue(operation); !done)
        return refuse(done.error());
    return putOn({operation});
}

Result<void> Mirror::setState(const QString &operationId, OperationState state)
{
    if (auto done = m_store.setState(operationId, state); !done)
        return done;
    for (QueuedOperation &queued : m_queue) {
        if (queued.operation.id == operationId)
            queued.state = state;
    }
    return {};
}

Result<ShownChanges> Mirror::finish(const QString &operationId, const Document &answer)
{
    auto merged = m_store.finish(operationId, answer);
    if (!merged)
        return refuse(merged.error());
    ShownChanges changes;
    if (const auto *order = std::get_if<Order>(&answer))
        renumber(operationId, order->id, changes);
    if (*merged) {
        auto *order = std::get_if<Order>(&**merged);
        const bool held =
            order && (m_orders.copy.contains(order->id) || !changes.numberedOrders.empty());
        if (held)
            m_orders.copy[order->id] = std::move(*order);
        else if (auto *review = std::get_if<Review>(&**merged))
            m_reviews.copy[review->id] = std::move(*review);
        else if (auto *product = std::get_if<Product>(&**merged))
            m_products.copy[product->id] = std::move(*product);
        else if (auto *shop = std::get_if<Shop>(&**merged))
            m_shop.copy = std::move(*shop);
    }
    forget(operationId, changes);
    return changes;
}

Result<ShownChanges> Mirror::drop(const QStringList &operationIds)
{
    if (auto done = m_store.drop(operationIds); !done)
        return refuse(done.error());
    ShownChanges changes;
    for (const QString &id : operationIds)
        forget(id, changes);
    return changes;
}

ShownChanges Mirror::takeOff(const std::vector<Operation> &operations)
{
    ShownChanges changes;
    for (const Operation &operation : operations)
        forget(operation.id, changes);
    return changes;
}

ShownChanges Mirror::putOn(const std::vector<Operation> &operations)
{
    ShownChanges changes;
    for (const Operation &operation : operations)
        m_queue.push_back({operation, OperationState::Queued});
    for (const Operation &operation : operations)
        refresh(operation, changes);
    return changes;
}

const Order *Mirror::copyOf(qint64 orderId) const
{
    const auto found = m_orders.copy.find(orderId);
    return found == m_orders.copy.end() ? nullptr : &found->second;
}

const QueuedOperation *Mirror::lastMove(qint64 orderId) const
{
    const auto movesIt = [&](const QueuedOperation &queued) {
        return queued.operation.kind == Operation::Kind::Move
               && queued.operation.subject == orderId;
    };
    const auto found = std::find_if(m_queue.rbegin(), m_queue.rend(), movesIt);
    return found == m_queue.rend() ? nullptr : &*found;
}

bool Mirror::isQueued(qint64 orderId) const
{
    return lastMove(orderId) || orderId < 0;
}

void Mirror::take(CopyChange &&change, qint64 nowMs, ShownChanges &changes)
{
    switch (change.type) {
    case DocumentType::Order:
        takeOrder(std::move(change), nowMs, changes);
        break;
    case DocumentType::Review:
        if (auto *review = std::get_if<Review>(&change.document))
            m_reviews.copy[change.id] = std::move(*review);
        else
            m_reviews.copy.erase(change.id);
        if (m_reviews.refresh(change.id, m_queue))
            changes.reviews.insert(change.id);
        break;
    case DocumentType::Product:
        if (auto *product = std::get_if<Product>(&change.document))
            m_products.copy[change.id] = std::move(*product);
        else
            m_products.copy.erase(change.id);
        refreshProduct(change.id, changes);
        break;
    case DocumentType::Shop:
        if (auto *shop = std::get_if<Shop>(&change.document))
            m_shop.copy = std::move(*shop);
        changes.shop = m_shop.refresh(m_queue) || changes.shop;
        break;
    }
}

/// What the server has not numbered yet is shown as the queue has it.
void Mirror::refreshProduct(qint64 id, ShownChanges &changes)
{
    const auto adds = [id](const QueuedOperation &queued) {
        return addsProduct(queued.operation) && queued.operation.subject == id;
    };
    Product fresh;
    fresh.id = id;
    fresh.version = 0;
    if (!m_products.copy.empty()) // a shop asks all its prices in one currency
        fresh.price.currency = m_products.copy.rbegin()->second.price.currency;
    if (id < 0 && std::ranges::any_of(m_queue, adds))
        m_products.copy.insert_or_assign(id, fresh);
    else if (id < 0)
        m_products.copy.erase(id);
    if (m_products.refresh(id, m_queue))
        changes.products.insert(id);
}

void Mirror::refresh(const Operation &operation, ShownChanges &changes)
{
    if (operation.kind == Operation::Kind::Product) {
        refreshProduct(operation.subject, changes);
        return;
    }
    if (operation.kind == Operation::Kind::ShopSettings) {
        changes.shop = m_shop.refresh(m_queue) || changes.shop;
        return;
    }
    const bool ofOrder = operation.kind == Operation::Kind::Move
                         || operation.kind == Operation::Kind::Seen || placesOrder(operation);
    if (ofOrder) {
        refreshOrder(operation.subject, changes);
        if (const auto numbered = changes.numberedOrders.find(operation.subject);
            numbered != changes.numberedOrders.end())
            refreshOrder(numbered->second, changes);
    } else if (m_reviews.refresh(operation.subject, m_queue)) {
        changes.reviews.insert(operation.subject);
    }
}

void Mirror::forget(const QString &operationId, ShownChanges &changes)
{
    const auto found = std::ranges::find_if(
        m_queue, [&](const QueuedOperation &queued) { return queued.operation.id == operationId; });
    if (found == m_queue.end())
        return;
    const Operation operation = std::move(found->operation);
    m_queue.erase(found);
    refresh(operation, changes);
}

} // namespace petalpost::sync
