// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/orders/edits.h"
#include "core/server/payment/refundbooking.h"
#include "core/storage/server/ledgerstore.h"
#include "tests/support/shopbench.h"

namespace petalpost::test {

/// The small shop with edits, and a provider that approves and gives back what it is told to.
class EditBench : public ShopBench
{
public:
    EditBench()
        : edits(*writer, *reader, clock)
    {
    }

    /// An order that was paid at a provider: 2 peonies, 178,000.
    Order paid(const OrderDraft &draft = ShopBench::draft())
    {
        const auto placed = place(draft, std::nullopt, QStringLiteral("test")).value();
        approve(placed.attempt->id).value();
        return order(placed.order.id);
    }
    Result<Order> approve(const QString &attemptId)
    {
        return write([=](Transaction &transaction) {
            const auto attempt = *store::findAttempt(transaction.db(), attemptId);
            server::ProviderPayment payment;
            payment.outcome = server::ProviderPayment::Outcome::Approved;
            payment.amount = attempt.amount;
            payment.refundedMinor = attempt.refundedMinor;
            return server::book(transaction, attemptId, payment);
        });
    }
    /// The attempt by which the extra of the order's open request is paid.
    Result<PaymentAttempt> openExtra(qint64 orderId)
    {
        const auto request = openRequest(orderId);
        return write([=](Transaction &transaction) {
            return server::openAttemptFor(transaction, orderId, QStringLiteral("test"),
                                          request ? request->number : 99);
        });
    }
    /// Gives back what is due.
    void refundDue()
    {
        const auto due = read([this](Database &database) {
            return store::refundsToRun(database, clock.nowMs(), 100);
        });
        for (const store::RefundRow &row : due) {
            write([&](Transaction &transaction) -> Result<Order> {
                const auto begun = server::beginRefund(transaction, row.id);
                if (!begun)
                    return refuse(begun.error());
                return server::bookRefund(
                    transaction, row.id,
                    server::ProviderRefund{row.id, server::ProviderRefund::State::Done, {}});
            }).value();
        }
    }

    Result<EditQuote> quote(qint64 orderId, const OrderEdit &edit)
    {
        return edits.quote(orderId, edit).takeResult();
    }
    /// Quotes and makes an edit in one go.
    Result<server::EditedOrder> edit(qint64 orderId, const OrderEdit &edit)
    {
        const auto quoted = quote(orderId, edit);
        if (!quoted)
            return refuse(quoted.error());
        return edits.apply(requestFor(*quoted, edit)).takeResult();
    }
    static server::EditRequest requestFor(const EditQuote &quote, const OrderEdit &edit)
    {
        return {quote.orderId, edit, quote.basedOn, quote.differenceMinor, 1, {}};
    }
    Result<server::EditedOrder> undo(qint64 orderId)
    {
        return edits.undo({orderId, {}, order(orderId).version, 0, 1, {}}).takeResult();
    }
    std::optional<store::ChargeRequest> openRequest(qint64 orderId)
    {
        return read(
            [=](Database &database) { return store::openChargeRequest(database, orderId); });
    }
    void setPrice(ProductId product, qint64 minor)
    {
        tamper(QStringLiteral("UPDATE products SET price_minor = %1 WHERE id = %2")
                   .arg(minor)
                   .arg(qint64(product)));
    }
    void setState(qint64 orderId, OrderState state)
    {
        write([=](Transaction &transaction) -> Result<bool> {
            Order order = *store::findOrder(transaction.db(), orderId);
            order.state = state;
            store::updateOrder(transaction.db(), order);
            return true;
        }).value();
    }

    /// What providers took for the order, less what went back and what is on its way back.
    qint64 keptMinor(qint64 orderId)
    {
        qint64 sum = 0;
        for (const PaymentAttempt &attempt : attempts(orderId)) {
            const bool open = server::isOpen(attempt) || attempt.state == PaymentState::Failed;
            sum += open ? 0 : attempt.amount.minor - attempt.refundedMinor;
        }
        for (const store::RefundRow &refund : refunds(orderId))
            sum -= refund.state == RefundState::Pending ? refund.amountMinor : 0;
        return sum;
    }
    /// The same from the ledger alone.
    qint64 ledgerMinor(qint64 orderId)
    {
        qint64 sum = 0;
        const auto entries =
            read([=](Database &database) { return store::ledgerOf(database, orderId); });
        for (const LedgerEntry &entry : entries) {
            const bool in = entry.kind == LedgerKind::Charge || entry.kind == LedgerKind::Surplus
                            || entry.kind == LedgerKind::RefundWithdrawn;
            sum += in ? entry.amount.minor : 0;
            sum -= entry.kind == LedgerKind::RefundAsked ? entry.amount.minor : 0;
        }
        return sum;
    }
    QList<LedgerKind> ledgerKinds(qint64 orderId)
    {
        QList<LedgerKind> kinds;
        for (const LedgerEntry &entry :
             read([=](Database &database) { return store::ledgerOf(database, orderId); }))
            kinds.append(entry.kind);
        return kinds;
    }

    server::Edits edits;
};

inline OrderEdit productEdit(qint64 product)
{
    OrderEdit edit;
    edit.productId = product;
    return edit;
}

inline OrderEdit qtyEdit(qint64 qty)
{
    OrderEdit edit;
    edit.qty = qty;
    return edit;
}

inline OrderEdit windowEdit(const DeliveryWindow &window)
{
    OrderEdit edit;
    edit.window = window;
    return edit;
}

inline OrderEdit cardEdit(const QString &text)
{
    OrderEdit edit;
    edit.cardMessage = text;
    return edit;
}

} // namespace petalpost::test
