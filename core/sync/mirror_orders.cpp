// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/mirror.h"

#include "core/sync/overlay.h"

#include <algorithm>

namespace petalpost::sync {

namespace {

bool isFinished(OrderState state)
{
    return state == OrderState::Delivered || state == OrderState::Cancelled
           || state == OrderState::Expired;
}

} // namespace

void Mirror::takeOrder(CopyChange &&change, qint64 nowMs, ShownChanges &changes)
{
    const bool arrival = isArrival(change);
    auto *order = std::get_if<Order>(&change.document);
    const bool old = order && isFinished(order->state) && !m_orders.copy.contains(change.id)
                     && !order->hasFailedRefund()
                     && order->reachedAt(order->state) < nowMs - recentMs;
    if (old) {
        changes.olderOrders.push_back(std::move(*order));
        return;
    }
    const QString placedAs = order ? order->placedAs : QString();
    if (order)
        m_orders.copy[change.id] = std::move(*order);
    else
        m_orders.copy.erase(change.id);
    if (!placedAs.isEmpty())
        hidePlaced(placedAs, changes);
    if (!order)
        changes.removedOrders.insert(change.id); // older ones may be on a screen too
    const bool wasShown = m_orders.shown.contains(change.id);
    if (m_orders.refresh(change.id, m_queue))
        (m_orders.shown.contains(change.id) ? changes.orders : changes.removedOrders)
            .insert(change.id);
    if (wasShown && changes.removedOrders.contains(change.id))
        changes.orders.erase(change.id);
    if (arrival)
        changes.arrivedOrders.insert(change.id);
}

/// A first sync brings no news, and an order that this desk itself marked as paid is none either.
bool Mirror::isArrival(const CopyChange &change) const
{
    const auto *order = std::get_if<Order>(&change.document);
    if (!order || order->state != OrderState::Paid || !m_state.complete)
        return false;
    const auto before = m_orders.copy.find(change.id);
    const bool waited =
        before != m_orders.copy.end() && before->second.state == OrderState::Received;
    return !change.known || (waited && !isQueued(change.id));
}

/// An order that the server has not numbered yet. When the feed was faster than the answer, the
/// order itself is there already.
std::optional<Order> Mirror::provisional(qint64 id) const
{
    const auto places = [id](const QueuedOperation &queued) {
        return placesOrder(queued.operation) && queued.operation.subject == id;
    };
    const auto queued = std::ranges::find_if(m_queue, places);
    if (queued == m_queue.end())
        return std::nullopt;
    const bool there = std::ranges::any_of(m_orders.copy, [&](const auto &entry) {
        return entry.second.placedAs == queued->operation.id && entry.first > 0;
    });
    auto placed = overlay::placed(queued->operation);
    if (there || !placed)
        return std::nullopt;
    return std::move(*placed);
}

void Mirror::refreshOrder(qint64 id, ShownChanges &changes)
{
    if (id < 0) {
        if (auto order = provisional(id))
            m_orders.copy.insert_or_assign(id, std::move(*order));
        else
            m_orders.copy.erase(id);
    }
    const bool wasShown = m_orders.shown.contains(id);
    m_orders.refresh(id, m_queue);
    if (m_orders.shown.contains(id)) // also when only "not sent yet" has changed
        changes.orders.insert(id);
    else if (wasShown)
        changes.removedOrders.insert(id);
}

/// Where \a operationId placed an order, what was done to it since goes by its number \a id.
void Mirror::renumber(const QString &operationId, qint64 id, ShownChanges &changes)
{
    const auto placed = std::ranges::find_if(m_queue, [&](const QueuedOperation &queued) {
        return queued.operation.id == operationId && placesOrder(queued.operation);
    });
    if (placed == m_queue.end())
        return;
    const qint64 before = placed->operation.subject;
    changes.numberedOrders.insert({before, id});
    for (QueuedOperation &queued : m_queue) {
        const Operation::Kind kind = queued.operation.kind;
        const bool ofOrder = kind == Operation::Kind::Move || kind == Operation::Kind::Seen;
        if (ofOrder && queued.operation.subject == before)
            queued.operation.subject = id;
    }
}

/// The feed has brought an order that this desk placed, before the answer did.
void Mirror::hidePlaced(const QString &operationId, ShownChanges &changes)
{
    for (const QueuedOperation &queued : m_queue) {
        if (queued.operation.id == operationId)
            refreshOrder(queued.operation.subject, changes);
    }
}

} // namespace petalpost::sync
