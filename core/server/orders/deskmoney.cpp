// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/deskmoney.h"

#include "core/storage/server/paymentstore.h"

#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// Charge requests count upwards; what was added by hand counts downwards, so that none is taken
/// for the other.
bool isExtraByHand(const PaymentAttempt &attempt)
{
    return attempt.gateway == deskGatewayName && attempt.chargeRequest < 0;
}

int nextExtra(const std::vector<PaymentAttempt> &attempts)
{
    return -1 - int(std::ranges::count_if(attempts, isExtraByHand));
}

PaymentAttempt paidAttempt(Transaction &transaction, const Order &order)
{
    PaymentAttempt attempt = newAttempt(transaction, order, deskGatewayName);
    attempt.state = PaymentState::Paid;
    attempt.settledAtMs = transaction.nowMs();
    return attempt;
}

} // namespace

PaymentAttempt deskCharge(Transaction &transaction, Order &order)
{
    PaymentAttempt attempt = paidAttempt(transaction, order);
    order.payment = PaymentState::Paid;
    order.approvedAtMs = transaction.nowMs();
    order.money.chargedMinor = attempt.amount.minor;
    return attempt;
}

Change byHand(qint64 deviceId, DeskMethod method, qint64 amountMinor)
{
    const QJsonObject detail{{u"method"_s, word(method)}, {u"amountMinor"_s, amountMinor}};
    return {Verb::MarkPaid, Actor::Florist, deviceId, {}, detail};
}

void chargeByHand(Transaction &transaction, Order &order, DeskMethod method)
{
    closeAttempts(transaction, order.id);
    storeAttempt(transaction, deskCharge(transaction, order));
    order.deskMethod = method;
}

void chargeMoreByHand(Transaction &transaction, Order &order, qint64 amountMinor)
{
    PaymentAttempt attempt = paidAttempt(transaction, order);
    attempt.amount.minor = amountMinor;
    attempt.taxFreeMinor = std::min(attempt.taxFreeMinor, amountMinor);
    attempt.chargeRequest = nextExtra(store::attemptsOf(transaction.db(), order.id));
    storeAttempt(transaction, attempt);
    sumMoney(transaction, order);
}

void returnByHand(Transaction &transaction, Order &order, qint64 amountMinor)
{
    Database &database = transaction.db();
    for (PaymentAttempt attempt : store::attemptsOf(database, order.id)) {
        const bool same = isExtraByHand(attempt) && attempt.state == PaymentState::Paid
                          && attempt.amount.minor == amountMinor;
        if (!same)
            continue;
        const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        const QString reason = u"edit"_s;
        store::RefundRow refund{id,
                                attempt.id,
                                order.id,
                                amountMinor,
                                reason,
                                RefundState::Refunded,
                                transaction.nowMs()};
        refund.doneAtMs = transaction.nowMs();
        store::insertRefund(database, refund);
        attempt.refundRequestedMinor = amountMinor;
        attempt.refundedMinor = amountMinor;
        attempt.state = PaymentState::Refunded;
        store::updateAttempt(database, attempt);
        enterLedger(transaction, attempt, LedgerKind::RefundAsked, amountMinor, id, reason);
        enterLedger(transaction, attempt, LedgerKind::Refund, amountMinor, id, reason);
        sumMoney(transaction, order);
        return;
    }
}

} // namespace petalpost::server
