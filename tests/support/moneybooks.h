// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/paymentrig.h"

namespace petalpost::test {

/// One order's money as our ledger has it and as the provider's own books have it.
struct MoneyBooks
{
    qint64 charged = 0;
    qint64 surplus = 0;
    qint64 refunded = 0;
    qint64 captured = 0; ///< at the provider, as the next
    qint64 sentBack = 0;
    bool overRefunded = false; ///< some payment has more sent back than was taken

    static MoneyBooks of(const OrderRecord &record, const QJsonArray &books)
    {
        MoneyBooks sums;
        for (const LedgerEntry &entry : record.ledger) {
            if (entry.kind == LedgerKind::Charge)
                sums.charged += entry.amount.minor;
            else if (entry.kind == LedgerKind::Surplus)
                sums.surplus += entry.amount.minor;
            else if (entry.kind == LedgerKind::Refund || entry.kind == LedgerKind::RefundSeen)
                sums.refunded += entry.amount.minor;
        }
        for (const auto &value : books) {
            const QJsonObject payment = value.toObject();
            const QString attempt = payment.value(QStringLiteral("orderRef")).toString();
            const bool ours = std::ranges::any_of(
                record.attempts, [&](const PaymentAttempt &one) { return one.id == attempt; });
            if (!ours)
                continue;
            const qint64 captured = payment.value(QStringLiteral("captured")).toInteger();
            const qint64 sentBack = payment.value(QStringLiteral("refunded")).toInteger();
            sums.captured += captured;
            sums.sentBack += sentBack;
            sums.overRefunded |= sentBack > captured;
        }
        return sums;
    }

    QString text() const
    {
        return QStringLiteral("ledger %1 + %2 - %3, provider %4 - %5")
            .arg(charged)
            .arg(surplus)
            .arg(refunded)
            .arg(captured)
            .arg(sentBack);
    }
};

/// How an order may end: `kept`: it is paid, once; `returned`: all that was taken went back, and
/// its customer was told; `untouched`: no money moved. Any other text says what is wrong.
inline QString endingOf(const OrderRecord &record, const QJsonArray &books)
{
    const Order &order = record.order;
    const MoneyBooks sums = MoneyBooks::of(record, books);
    const QString facts =
        QStringLiteral("%1/%2: %3").arg(word(order.state), word(order.payment), sums.text());
    const auto wrong = [&](const char *what) {
        return QString(QString::fromLatin1(what) + QStringLiteral(" (") + facts
                       + QStringLiteral(")"));
    };
    if (sums.overRefunded)
        return wrong("more refunded than captured");
    if (sums.charged + sums.surplus != sums.captured || sums.refunded != sums.sentBack)
        return wrong("the books differ");
    for (const PaymentAttempt &attempt : record.attempts) {
        if (server::isOpen(attempt) || attempt.state == PaymentState::RefundPending
            || attempt.state == PaymentState::RefundFailed)
            return wrong("undecided");
    }
    const qint64 held = sums.captured - sums.sentBack;
    const bool unpaid = order.state == OrderState::Received || order.state == OrderState::Expired
                        || order.state == OrderState::Cancelled;
    if (!unpaid) {
        const bool once = held == order.total.minor && sums.charged == held;
        const bool paid = order.payment == PaymentState::Paid;
        return once && paid ? QStringLiteral("kept") : wrong("not paid once");
    }
    if (held != 0)
        return wrong("money without an order");
    if (sums.captured == 0)
        return order.payment == PaymentState::Failed ? QStringLiteral("untouched")
                                                     : wrong("unpaid, and not said so");
    const bool told = std::ranges::any_of(record.messages, [](const store::OutboxRow &row) {
        return row.message.event == MessageEvent::Refunded && row.amountMinor > 0;
    });
    if (!told || order.payment != PaymentState::Refunded)
        return wrong("the customer was not told");
    return QStringLiteral("returned");
}

} // namespace petalpost::test
