// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/orders/orders.h"
#include "core/server/payment/gateway.h"
#include "core/storage/server/reader.h"

namespace petalpost::server {

/// The ledger of one order.
struct PaymentLedger
{
    std::vector<PaymentAttempt> attempts;
    std::vector<store::RefundRow> refunds;
};

/// What became of a charge without a customer at a browser.
struct Charged
{
    HostedPage page;
    std::optional<Order>
        order; ///< settled in the call; empty when a customer has to visit the page
};

/// Charges, settles and refunds orders at the configured gateway. Settling is one function for the
/// return page, webhooks and the reconciler, safe in any order and any number of times. Lives in
/// the server's thread and must outlive the coroutines it started.
class Payments
{
public:
    Payments(Writer &writer, Reader &reader, PaymentGateway &gateway);

    QString gatewayName() const { return m_gateway.name(); }

    /// Answers where a customer pays an unpaid order: its open attempt goes on, else a new one is
    /// opened. Refuses with IllegalMove when the order is no longer unpaid, NotFound,
    /// ProviderUnavailable.
    QCoro::Task<Result<HostedPage>> begin(qint64 orderId);

    /// Charges \a attempt without a customer and, where the gateway decides at once, settles it.
    QCoro::Task<Result<Charged>> charge(PaymentAttempt attempt);

    /// For PlaceRequest::approvedWithin: where the gateway's books lie in this database, an order
    /// without a customer at a browser is placed, charged and settled in one transaction. Where
    /// they do not, it answers false and charge() comes after.
    std::function<bool(Transaction &, const PaymentAttempt &)> decideWithin();

    /// Reads the provider and moves the order accordingly. Answers the order as it then stands.
    QCoro::Task<Result<Order>> settle(qint64 orderId);
    /// As settle(), for a provider's return to `/shop/return/{attempt}`.
    QCoro::Task<Result<Order>> settleAttempt(QString attemptId);

    /// Reads the provider for every payment that it left undecided; what is still unknown is read
    /// again with the next call.
    QCoro::Task<void> settleUndecided();
    /// Asks the provider for every refund that is still open; at most one run at a time.
    QCoro::Task<void> runRefunds();
    /// Expires unpaid holds that are over, each after a last look at the provider.
    QCoro::Task<void> expireHolds(qint64 nowMs);

    QFuture<Result<PaymentLedger>> ledger(qint64 orderId);

private:
    QFuture<Result<PaymentAttempt>> openAttemptOf(qint64 orderId);
    QCoro::Task<Result<Order>> lookUpAndBook(PaymentAttempt attempt);
    QCoro::Task<void> runRefund(store::RefundRow refund);

    Writer &m_writer;
    Reader &m_reader;
    PaymentGateway &m_gateway;
    bool m_refunding = false;
    bool m_refundsAskedAgain = false;
};

} // namespace petalpost::server
