// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/editplan.h"
#include "core/server/payment/booking.h"
#include "core/storage/server/catalogue.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

bool isWanted(Database &database, const PaymentAttempt &attempt, const Order &order, qint64 nowMs)
{
    if (attempt.chargeRequest == 0)
        return order.state == OrderState::Received;
    return agreeable(database, order, attempt.chargeRequest, nowMs).has_value();
}

Result<PaymentAttempt> openAttemptFor(Transaction &transaction, qint64 orderId,
                                      const QString &gateway, int chargeRequest)
{
    Database &database = transaction.db();
    const auto order = store::findOrder(database, orderId);
    if (!order)
        return refuse(RefusalCode::NotFound);
    PaymentAttempt fresh = newAttempt(transaction, *order, gateway);
    fresh.chargeRequest = chargeRequest;
    if (const auto request = store::findChargeRequest(database, orderId, chargeRequest)) {
        const qint64 productId = request->edit.productId.value_or(order->productId);
        fresh.amount.minor = request->differenceMinor;
        fresh.taxFreeMinor = store::isTaxFree(database, productId) ? fresh.amount.minor : 0;
    }
    const bool byHand = chargeRequest == 0 && order->deskMethod; // what the florist waits for
    const bool wanted = isWanted(database, fresh, *order, transaction.nowMs());
    if (fresh.amount.minor <= 0 || byHand || !wanted) {
        Refusal refusal = Refusal::of(RefusalCode::IllegalMove);
        refusal.state = order->state;
        return refuse(std::move(refusal));
    }
    // An attempt that is still open is used again: two tabs must not open two charges.
    for (const PaymentAttempt &attempt : store::attemptsOf(database, orderId)) {
        if (!isOpen(attempt) || attempt.chargeRequest != chargeRequest)
            continue;
        if (attempt.gateway != gateway)
            return refuse(RefusalCode::InProgress, u"gateway"_s, attempt.id);
        return attempt;
    }
    storeAttempt(transaction, fresh);
    return fresh;
}

Result<PaymentAttempt> noteBegun(Transaction &transaction, const QString &attemptId,
                                 const QString &reference)
{
    auto attempt = store::findAttempt(transaction.db(), attemptId);
    if (!attempt)
        return refuse(RefusalCode::NotFound);
    // Whatever happened meanwhile: what the provider calls it must not be lost, it is how money
    // that comes all the same is found.
    attempt->providerReference = reference;
    if (attempt->state == PaymentState::Pending)
        attempt->nextReadMs = transaction.nowMs() + awayReadDelayMs;
    store::updateAttempt(transaction.db(), *attempt);
    return *attempt;
}

} // namespace petalpost::server
