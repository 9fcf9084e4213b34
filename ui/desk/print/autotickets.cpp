// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/autotickets.h"

namespace petalpost::desk {

AutoTickets::AutoTickets(sync::Engine &engine, PrintQueue &queue, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_queue(queue)
{
    connect(&engine, &sync::Engine::orderChanged, this, &AutoTickets::lookAt);
}

void AutoTickets::lookAtAll()
{
    for (const auto &[id, order] : m_engine.orders())
        lookAt(order);
}

void AutoTickets::lookAt(const Order &order)
{
    const auto sinceMs = m_queue.preferences().autoTicketsSinceMs();
    const bool fresh = order.id > 0 && order.workState() == OrderState::Paid;
    if (!sinceMs || !fresh || m_done.contains(order.id))
        return;
    const qint64 cameMs = order.reachedAt(order.state);
    if (cameMs < *sinceMs || cameMs < m_engine.nowMs() - newestMs)
        return;
    if (m_queue.printTicketOnce(order.id))
        m_done.insert(order.id); // else it is tried again when the order changes, or at the start
}

} // namespace petalpost::desk
