// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/balancing.h"

namespace petalpost::test {

/// A day that adds up until a test bends it: order 1 is charged at noon, order 2 is charged and
/// given back in part, order 3 was paid by hand.
struct BalanceWorld
{
    static constexpr qint64 hourMs = 3'600'000;
    static constexpr qint64 fromMs = 1'796'000'000'000;
    static constexpr qint64 noonMs = fromMs + 12 * hourMs;
    static constexpr qint64 toMs = fromMs + 24 * hourMs;

    BalanceWorld()
    {
        theirs.gateway = QStringLiteral("toss");
        theirs.entries.emplace();
        order(1);
        attempt(1);
        ours(1, LedgerKind::Charge, noonMs, 89'000);
        provider(1, LedgerKind::Charge, noonMs, 89'000);
        order(2);
        attempt(2).refundedMinor = 9'000;
        ours(2, LedgerKind::Charge, noonMs, 89'000);
        ours(2, LedgerKind::Fee, noonMs, 2'000);
        provider(2, LedgerKind::Charge, noonMs, 89'000);
        refund(2, noonMs + hourMs, 9'000, QStringLiteral("r2"));
        provider(2, LedgerKind::Refund, noonMs + hourMs, 9'000);
        order(3).byHand = true;
    }

    static QString idOf(qint64 order) { return QStringLiteral("attempt%1").arg(order); }
    static Money won(qint64 minor) { return {minor, {}}; }

    store::BalancedOrder &order(qint64 id, qint64 paidAtMs = noonMs)
    {
        store::BalancedOrder order;
        order.id = id;
        order.state = OrderState::Paid;
        order.total = won(89'000);
        order.reachedAtMs[std::size_t(OrderState::Paid)] = paidAtMs;
        order.texted = true;
        books.orders.push_back(order);
        message(id, MessageEvent::Paid, MessageState::Sent);
        return books.orders.back();
    }
    store::BalancedOrder &orderOf(qint64 id)
    {
        return *std::ranges::find(books.orders, id, &store::BalancedOrder::id);
    }
    PaymentAttempt &attempt(qint64 order, PaymentState state = PaymentState::Paid,
                            qint64 atMs = noonMs)
    {
        PaymentAttempt attempt;
        attempt.id = idOf(order);
        attempt.orderId = order;
        attempt.gateway = QStringLiteral("toss");
        attempt.amount = won(89'000);
        attempt.state = state;
        attempt.createdAtMs = atMs;
        books.attempts.push_back(attempt);
        ours(order, LedgerKind::Attempt, atMs, 89'000);
        return books.attempts.back();
    }
    PaymentAttempt &attemptOf(qint64 order)
    {
        return *std::ranges::find(books.attempts, order, &PaymentAttempt::orderId);
    }
    LedgerEntry &ours(qint64 order, LedgerKind kind, qint64 atMs, qint64 minor,
                      const QString &reference = {}, const QString &detail = {})
    {
        books.ledger.push_back({qint64(books.ledger.size()) + 1, atMs, order, idOf(order), kind,
                                won(minor), reference, detail});
        return books.ledger.back();
    }
    /// A refund that we asked for at \a atMs and that was done at once.
    void refund(qint64 order, qint64 atMs, qint64 minor, const QString &reference)
    {
        ours(order, LedgerKind::RefundAsked, atMs, minor, reference);
        ours(order, LedgerKind::Refund, atMs, minor, reference);
    }
    server::ProviderEntry &provider(qint64 order, LedgerKind kind, qint64 atMs, qint64 minor)
    {
        theirs.entries->push_back(
            {idOf(order), QStringLiteral("key%1").arg(order), kind, won(minor), atMs});
        return theirs.entries->back();
    }
    /// Takes every movement of \a kind off one side.
    void forgetOurs(qint64 order, LedgerKind kind)
    {
        std::erase_if(books.ledger, [=](const LedgerEntry &entry) {
            return entry.orderId == order && entry.kind == kind;
        });
    }
    void forgetTheirs(qint64 order, LedgerKind kind)
    {
        std::erase_if(*theirs.entries, [=](const server::ProviderEntry &entry) {
            return entry.attemptId == idOf(order) && entry.kind == kind;
        });
    }
    store::BalancedRefund &open(qint64 order, PaymentState state, qint64 askedAtMs)
    {
        books.refunds.push_back({QStringLiteral("open%1").arg(order), idOf(order), order,
                                 QStringLiteral("toss"), won(9'000), state, askedAtMs,
                                 QStringLiteral("CODE"), false});
        return books.refunds.back();
    }
    Message &message(qint64 order, MessageEvent event, MessageState state)
    {
        Message message;
        message.orderId = order;
        message.event = event;
        message.state = state;
        message.createdAtMs = noonMs;
        message.sendAfterMs = noonMs;
        books.messages.push_back(message);
        return books.messages.back();
    }

    server::BalanceDay day{QDate(2026, 11, 30), fromMs, toMs, toMs + 2 * hourMs};
    server::BalanceBooks books;
    server::ProviderList theirs;

    Balance balance() const { return server::balanceOf(day, books, {theirs}); }
};

} // namespace petalpost::test
