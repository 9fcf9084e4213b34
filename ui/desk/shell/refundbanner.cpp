// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/shell/refundbanner.h"

namespace petalpost::desk {

RefundBanner::RefundBanner(sync::Engine &engine, const Theme &theme, Icons &icons, QWidget *parent)
    : Banner(theme, icons, parent)
{
    for (const auto &[id, order] : engine.orders())
        note(order);
    connect(&engine, &sync::Engine::orderChanged, this, &RefundBanner::note);
    connect(&engine, &sync::Engine::olderOrderChanged, this, &RefundBanner::note);
    connect(&engine, &sync::Engine::orderRemoved, this, &RefundBanner::forget);
    connect(this, &Banner::pressed, this, &RefundBanner::lead);
}

void RefundBanner::note(const Order &order)
{
    if (!order.hasFailedRefund())
        return forget(order.id);
    if (m_orders.insert(order.id).second)
        refresh();
}

void RefundBanner::forget(qint64 orderId)
{
    if (m_orders.erase(orderId) > 0)
        refresh();
}

void RefundBanner::refresh()
{
    if (m_orders.empty())
        hide();
    else
        showMessage(Kind::Danger,
                    tr("환불 %n건이 실패했어요. 손님이 돈을 돌려받지 못했어요.", nullptr,
                       static_cast<int>(m_orders.size())),
                    tr("보기"));
}

/// To the order after the last one, and from the last one to the first.
void RefundBanner::lead()
{
    auto next = m_orders.upper_bound(m_last);
    if (next == m_orders.end())
        next = m_orders.begin();
    if (next == m_orders.end())
        return;
    m_last = *next;
    Q_EMIT orderWanted(m_last);
}

} // namespace petalpost::desk
