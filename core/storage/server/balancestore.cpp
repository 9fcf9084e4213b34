// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/balancestore.h"

namespace petalpost::store {

namespace {

template<class Enum, std::size_t N>
Enum storedWord(const std::array<Word<Enum>, N> &words, const QString &text)
{
    const auto value = fromWord(words, text);
    if (!value)
        throw StorageError("an unknown word is stored: " + text.toStdString());
    return *value;
}

} // namespace

std::vector<BalancedOrder> ordersMoved(Database &database, qint64 fromMs, qint64 toMs, int limit)
{
    constexpr int firstStamp = 7;
    std::vector<BalancedOrder> orders;
    Rows rows = database.query(
        "SELECT o.id, o.state, o.total_minor, o.currency, o.exponent, o.approved_ms, "
        "CASE WHEN o.sender_phone <> '' THEN 1 ELSE 0 END, o.received_ms, o.paid_ms, o.making_ms, "
        "o.made_ms, o.delivering_ms, o.delivered_ms, o.cancelled_ms, o.expired_ms, "
        "CASE WHEN EXISTS (SELECT 1 FROM journal j WHERE j.id = o.id AND j.type = 'order' "
        "AND j.what = 'markPaid') THEN 1 ELSE 0 END, "
        "CASE WHEN o.resend_of <> 0 THEN 1 ELSE 0 END FROM orders o WHERE o.id IN ("
        "SELECT id FROM journal WHERE at_ms >= ? AND at_ms < ? AND type = 'order' UNION "
        "SELECT order_id FROM ledger WHERE at_ms >= ? AND at_ms < ? UNION "
        "SELECT id FROM orders WHERE paid_ms >= ? AND paid_ms < ?) ORDER BY o.id LIMIT ?",
        fromMs, toMs, fromMs, toMs, fromMs, toMs, limit);
    while (rows.next()) {
        BalancedOrder order;
        order.id = rows.number(0);
        order.state = storedWord(orderStateWords, rows.text(1));
        order.total = {rows.number(2), {rows.text(3), int(rows.number(4))}};
        order.approvedAtMs = rows.number(5);
        order.texted = rows.flag(6);
        for (std::size_t i = 0; i < order.reachedAtMs.size(); ++i)
            order.reachedAtMs[i] = rows.number(firstStamp + int(i));
        const int afterStamps = firstStamp + int(order.reachedAtMs.size());
        order.byHand = rows.flag(afterStamps);
        order.resent = rows.flag(afterStamps + 1);
        orders.push_back(std::move(order));
    }
    return orders;
}

std::vector<BalancedRefund> openRefunds(Database &database, qint64 fromMs, qint64 toMs, int limit)
{
    std::vector<BalancedRefund> refunds;
    Rows rows = database.query(
        "SELECT r.id, r.attempt_id, r.order_id, p.gateway, r.amount_minor, p.currency, p.exponent, "
        "r.state, COALESCE((SELECT l.at_ms FROM ledger l WHERE l.attempt_id = r.attempt_id "
        "AND l.kind = 'refund_asked' AND l.reference = r.call_key), r.created_ms), r.failure, "
        "p.surplus FROM refunds r JOIN payments p ON p.attempt_id = r.attempt_id "
        "WHERE r.state NOT IN ('refunded', 'refund_withdrawn') "
        "AND r.created_ms >= ? AND r.created_ms < ? "
        "ORDER BY r.created_ms, r.id LIMIT ?",
        fromMs, toMs, limit);
    while (rows.next()) {
        refunds.push_back({rows.text(0), rows.text(1), rows.number(2), rows.text(3),
                           Money{rows.number(4), {rows.text(5), int(rows.number(6))}},
                           storedWord(refundStateWords, rows.text(7)), rows.number(8), rows.text(9),
                           rows.flag(10)});
    }
    return refunds;
}

std::vector<Message> messagesMoved(Database &database, qint64 fromMs, qint64 toMs, int limit)
{
    std::vector<Message> messages;
    Rows rows = database.query(
        "SELECT id, order_id, event, state, created_ms, send_after_ms, sent_ms FROM messages "
        "WHERE order_id IN (SELECT id FROM journal WHERE at_ms >= ? AND at_ms < ? "
        "AND type = 'order') ORDER BY id LIMIT ?",
        fromMs, toMs, limit);
    while (rows.next()) {
        Message message;
        message.id = rows.number(0);
        message.orderId = rows.number(1);
        message.event = storedWord(messageEventWords, rows.text(2));
        message.state = storedWord(messageStateWords, rows.text(3));
        message.createdAtMs = rows.number(4);
        message.sendAfterMs = rows.number(5);
        message.sentAtMs = rows.number(6);
        messages.push_back(std::move(message));
    }
    return messages;
}

} // namespace petalpost::store
