// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/deskmoney.h"
#include "core/server/orders/editplan.h"
#include "core/server/payment/payments.h"
#include "core/server/payment/refundbooking.h"

#include <qcorofuture.h>

#include <QtCore/QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(lcPayment)

namespace petalpost::server {

QFuture<Result<bool>> Payments::wanted(const PaymentAttempt &attempt)
{
    return m_writer.write([attempt](Transaction &transaction) -> Result<bool> {
        const auto order = store::findOrder(transaction.db(), attempt.orderId);
        return order && isWanted(transaction.db(), attempt, *order, transaction.nowMs());
    });
}

QCoro::Task<bool> Payments::closeAll(qint64 orderId, int chargeRequest)
{
    auto knownLater = ledger(orderId);
    const auto known = co_await knownLater;
    if (!known)
        co_return false;
    for (const PaymentAttempt &attempt : known->attempts) {
        if (!isOpen(attempt) || attempt.chargeRequest != chargeRequest)
            continue;
        const auto closed = co_await close(attempt);
        if (!closed)
            co_return false; // the provider may hold money for it
    }
    co_return true;
}

QCoro::Task<void> Payments::endExtra(qint64 orderId, int chargeRequest)
{
    const bool closed = co_await closeAll(orderId, chargeRequest);
    if (!closed)
        co_return;
    auto expiredLater = m_writer.write([orderId, chargeRequest](Transaction &transaction) {
        return expireRequest(transaction, orderId, chargeRequest);
    });
    const auto expired = co_await expiredLater;
    if (!expired)
        qCWarning(lcPayment) << "an extra of order" << orderId << "could not be ended";
}

QFuture<Result<void>> Payments::forgetEditCopies()
{
    return m_writer.write([](Transaction &transaction) -> Result<void> {
        store::forgetEditCopies(transaction.db(), transaction.nowMs() - undoHoldMs);
        return {};
    });
}

QCoro::Task<void> Payments::endHold(qint64 orderId)
{
    const bool closed = co_await closeAll(orderId, 0);
    if (!closed)
        co_return; // the hold stays
    auto expiredLater = m_writer.write(
        [orderId](Transaction &transaction) { return expire(transaction, orderId); });
    const auto expired = co_await expiredLater;
    if (!expired)
        qCWarning(lcPayment) << "the hold of order" << orderId << "could not be ended";
}

QFuture<Result<void>> Payments::resume()
{
    return m_writer.write([](Transaction &transaction) -> Result<void> {
        store::makeUndecidedDue(transaction.db(), transaction.nowMs());
        return {};
    });
}

QCoro::Task<void> Payments::runRefund(store::RefundRow refund)
{
    auto foundLater = attempt(refund.attemptId);
    const auto found = co_await foundLater;
    if (!found)
        co_return;
    auto beginning = m_writer.write(
        [id = refund.id](Transaction &transaction) { return beginRefund(transaction, id); });
    const auto begun = co_await beginning;
    if (!begun)
        co_return; // withdrawn meanwhile, or done
    refund = *begun;
    PaymentGateway *gateway = m_gateways.find(found->attempt.gateway);
    Result<ProviderRefund> outcome = refuse(RefusalCode::ProviderNotAsked);
    if (found->attempt.gateway == deskGatewayName) // the florist hands it over
        outcome = ProviderRefund{refund.callKey, ProviderRefund::State::Done, {}};
    else if (gateway)
        outcome = co_await gateway->refund(found->attempt, refund);
    auto bookedLater = m_writer.write([refund, outcome](Transaction &transaction) {
        return bookRefund(transaction, refund.id, outcome);
    });
    const auto booked = co_await bookedLater;
    if (!booked)
        qCWarning(lcPayment) << "a refund of order" << refund.orderId << "could not be booked";
}

QFuture<Result<Order>> Payments::retryRefunds(qint64 orderId, qint64 deviceId)
{
    return m_writer.write([orderId, deviceId](Transaction &transaction) {
        return server::retryRefunds(transaction, orderId, deviceId);
    });
}

} // namespace petalpost::server
