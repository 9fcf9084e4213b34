// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/orders/orders.h"
#include "core/server/payment/booking.h"
#include "core/server/payment/gateways.h"
#include "core/storage/server/reader.h"

namespace petalpost::server {

/// All that is known of one order's money.
struct PaymentLedger
{
    std::vector<PaymentAttempt> attempts;
    std::vector<store::RefundRow> refunds;
    std::vector<LedgerEntry> entries;
};

/// What became of a charge without a customer at a browser.
struct Charged
{
    HostedPage page;
    std::optional<Order>
        order; ///< settled in the call; empty when a customer has to visit the page
};

/// Charges, settles and refunds orders at the gateways in use. Settling is one function for the
/// return page, notices and the reconciler, safe in any order and any number of times. Lives in
/// the server's thread and must outlive the coroutines it started.
class Payments
{
public:
    Payments(Writer &writer, Reader &reader, Gateways gateways);

    const Gateways &gateways() const { return m_gateways; }
    /// The gateway that is offered first.
    QString gatewayName() const { return m_gateways.preferred().name(); }

    /// Answers where a customer pays an unpaid order at \a gateway (empty: the first one): its open
    /// attempt goes on, else a new one is opened, after one at another gateway was closed. Refuses
    /// with IllegalMove when the order is no longer unpaid, InProgress when another gateway may be
    /// taking the money, NotFound, ProviderUnavailable, ProviderNotAsked, PaymentDeclined.
    /// The same for the extra \a chargeRequest that an edit asks for.
    QCoro::Task<Result<HostedPage>> begin(qint64 orderId, QString gateway = {},
                                          int chargeRequest = 0);
    /// What our own pay page of an attempt shows; NotFound where there is none.
    QCoro::Task<Result<ScriptedPage>> scriptedPage(QString attemptId);

    /// Charges \a attempt without a customer and, where the gateway decides at once, settles it.
    /// One that has failed gives way to a new one: an unpaid order can always be paid.
    QCoro::Task<Result<Charged>> charge(PaymentAttempt attempt);

    /// For PlaceRequest::approvedWithin: where the gateway's books lie in this database, an order
    /// without a customer at a browser is placed, charged and settled in one transaction. Where
    /// they do not, it answers false and charge() comes after.
    std::function<bool(Transaction &, const PaymentAttempt &)> decideWithin();

    /// Reads the provider, confirms what waits for it, and moves the order accordingly. Answers the
    /// order as it then stands.
    QCoro::Task<Result<Order>> settle(QString attemptId);
    /// The customer is back at `/shop/return/{attempt}` with \a query: settles.
    QCoro::Task<Result<Order>> customerReturned(QString attemptId, QUrlQuery query);
    /// A provider's notice: keeps, on disk, that its payment is to be read; the reconciler does it.
    /// Refuses as PaymentGateway::readNotice() does, NotFound also for an unknown provider.
    QCoro::Task<Result<void>> notice(QString provider, QHash<QByteArray, QByteArray> headers,
                                     QByteArray body);
    /// Ends an unpaid hold that is over, after a last look at every provider.
    QCoro::Task<void> endHold(qint64 orderId);

    /// After a start: whatever waits for a provider is due at once. The answers to calls that were
    /// under way are lost, and notices that came meanwhile found nobody.
    QFuture<Result<void>> resume();
    /// Ends the extra \a chargeRequest of an order when its time is over, after a last look at
    /// every provider.
    QCoro::Task<void> endExtra(qint64 orderId, int chargeRequest);
    /// Empties the copies of orders that served the undo of an edit.
    QFuture<Result<void>> forgetEditCopies();

    /// Asks the provider for one refund and books what it answers.
    QCoro::Task<void> runRefund(store::RefundRow refund);
    /// Makes every refused refund of the order due again; see server::retryRefunds().
    QFuture<Result<Order>> retryRefunds(qint64 orderId, qint64 deviceId);

    QFuture<Result<PaymentLedger>> ledger(qint64 orderId);
    /// NotFound when there is no such attempt.
    QFuture<Result<ChargedOrder>> attempt(const QString &attemptId);

private:
    QFuture<Result<PaymentAttempt>> openAttemptAt(qint64 orderId, const QString &gateway,
                                                  int chargeRequest);
    QCoro::Task<Result<PaymentAttempt>> attemptAt(qint64 orderId, QString gateway,
                                                  int chargeRequest);
    QFuture<Result<bool>> wanted(const PaymentAttempt &attempt);
    QCoro::Task<Result<Charge>> chargeFor(PaymentAttempt attempt, bool attended);
    QCoro::Task<Result<HostedPage>> beginAt(PaymentGateway &gateway, Charge charge);
    QCoro::Task<Result<Order>> confirm(PaymentGateway &gateway, QString attemptId);
    QCoro::Task<Result<Order>> close(PaymentAttempt attempt);
    /// Closes what is open of one charge request; false when a provider may hold money for it.
    QCoro::Task<bool> closeAll(qint64 orderId, int chargeRequest);
    QCoro::Task<Result<Order>> bookAnswer(QString attemptId, Result<ProviderPayment> answer,
                                          bool closed);

    Writer &m_writer;
    Reader &m_reader;
    Gateways m_gateways;
};

} // namespace petalpost::server
