// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/refundbooking.h"

#include "core/storage/server/ledgerstore.h"

#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// The order's own state follows the charge that counts; surplus that goes back says nothing about
/// it.
void follow(Database &database, Order &order, const PaymentAttempt &attempt)
{
    const auto counted = store::countedAttempt(database, order.id, attempt.chargeRequest);
    if (counted && *counted == attempt.id)
        order.payment = paymentOf(database, order.id, order.payment);
    else if (!store::countedAttempt(database, order.id, 0) && order.payment != PaymentState::Paid)
        order.payment = attempt.state;
}

/// A refund that is on its way decides nothing yet.
void postpone(Transaction &transaction, store::RefundRow refund, const QString &reference)
{
    if (!reference.isEmpty())
        refund.providerReference = reference;
    refund.nextTryMs = transaction.nowMs() + readDelayMs(std::max(0, refund.tries - 1));
    store::updateRefund(transaction.db(), refund);
}

void bookRefunded(Transaction &transaction, PaymentAttempt attempt, store::RefundRow refund,
                  const QString &reference)
{
    refund.state = RefundState::Refunded;
    refund.doneAtMs = transaction.nowMs();
    refund.providerReference = reference;
    refund.account.clear(); // somebody's bank account, not needed any more
    store::updateRefund(transaction.db(), refund);
    attempt.refundedMinor += refund.amountMinor;
    attempt.state = chargeState(transaction.db(), attempt);
    store::updateAttempt(transaction.db(), attempt);
    enterLedger(transaction, attempt, LedgerKind::Refund, refund.amountMinor, refund.callKey,
                refund.reason); // one that came back and was sent again is entered twice
}

void bookRefundFailed(Transaction &transaction, PaymentAttempt attempt, store::RefundRow refund,
                      const QString &failure)
{
    refund.state = RefundState::Failed;
    refund.failure = failure;
    store::updateRefund(transaction.db(), refund);
    attempt.state = PaymentState::RefundFailed;
    store::updateAttempt(transaction.db(), attempt);
    enterLedger(transaction, attempt, LedgerKind::RefundFailed, refund.amountMinor, refund.callKey,
                failure);
}

} // namespace

/// Money that left the provider without us: it is gone in any case, so it is recorded.
void bookSeenRefund(Transaction &transaction, Order &order, PaymentAttempt attempt,
                    qint64 refundedMinor)
{
    Database &database = transaction.db();
    const qint64 seenMinor = refundedMinor - attempt.refundedMinor;
    if (seenMinor <= 0 || hasRefund(database, attempt, RefundState::Pending))
        return; // which part is ours is known when our own is decided
    attempt.refundedMinor = refundedMinor;
    attempt.refundRequestedMinor = std::max(attempt.refundRequestedMinor, refundedMinor);
    attempt.state = chargeState(database, attempt);
    store::updateAttempt(database, attempt);
    enterLedger(transaction, attempt, LedgerKind::RefundSeen, seenMinor,
                QString::number(refundedMinor));
    follow(database, order, attempt);
    recordChange(transaction, order,
                 byGateway(Verb::Refund, QJsonObject{{u"seenMinor"_s, seenMinor}}));
}

Result<store::RefundRow> beginRefund(Transaction &transaction, const QString &refundId)
{
    auto refund = store::findRefund(transaction.db(), refundId);
    if (!refund)
        return refuse(RefusalCode::NotFound);
    if (refund->state != RefundState::Pending || refund->nextTryMs > transaction.nowMs())
        return refuse(RefusalCode::IllegalMove);
    store::RefundRow asked = *refund;
    ++refund->tries;
    store::updateRefund(transaction.db(), *refund);
    return asked;
}

Result<Order> bookRefund(Transaction &transaction, const QString &refundId,
                         const Result<ProviderRefund> &outcome)
{
    Database &database = transaction.db();
    auto refund = store::findRefund(database, refundId);
    auto attempt = refund ? store::findAttempt(database, refund->attemptId) : std::nullopt;
    auto order = refund ? store::findOrder(database, refund->orderId) : std::nullopt;
    if (!attempt || !order)
        return refuse(RefusalCode::NotFound);
    if (refund->state != RefundState::Pending)
        return *order;
    const bool silent = !outcome && outcome.error().code != RefusalCode::PaymentDeclined;
    if (silent || (outcome && outcome->state == ProviderRefund::State::Pending)) {
        postpone(transaction, *refund, outcome ? outcome->reference : QString());
        return *order;
    }
    const bool done = outcome && outcome->state == ProviderRefund::State::Done;
    if (done)
        bookRefunded(transaction, *attempt, *refund, outcome->reference);
    else
        bookRefundFailed(transaction, *attempt, *refund,
                         outcome ? outcome->failure : outcome.error().value);
    follow(database, *order, *store::findAttempt(database, attempt->id));
    recordChange(transaction, *order,
                 byGateway(Verb::Refund, QJsonObject{{u"amountMinor"_s, refund->amountMinor},
                                                     {u"done"_s, done}}));
    if (done)
        queueMessage(transaction, *order, MessageEvent::Refunded, {}, 0, refund->amountMinor);
    return *order;
}

void bookRefundsReturned(Transaction &transaction, Order &order, PaymentAttempt attempt,
                         qint64 refundedMinor)
{
    Database &database = transaction.db();
    if (hasRefund(database, attempt, RefundState::Pending))
        return; // which part came back is known when ours is decided
    const auto refunds = store::refundsOf(database, order.id);
    qint64 returnedMinor = attempt.refundedMinor - refundedMinor;
    for (auto refund = refunds.rbegin(); refund != refunds.rend(); ++refund) {
        const bool candidate = refund->attemptId == attempt.id
                               && refund->state == RefundState::Refunded
                               && refund->amountMinor <= returnedMinor;
        if (!candidate)
            continue;
        returnedMinor -= refund->amountMinor;
        attempt.refundedMinor -= refund->amountMinor;
        bookRefundFailed(transaction, attempt, *refund, u"returned"_s);
    }
    attempt = *store::findAttempt(database, attempt.id);
    follow(database, order, attempt);
    recordChange(transaction, order, byGateway(Verb::Refund, QJsonObject{{u"returned"_s, true}}));
}

Result<Order> retryRefunds(Transaction &transaction, qint64 orderId, qint64 deviceId)
{
    Database &database = transaction.db();
    auto order = store::findOrder(database, orderId);
    if (!order)
        return refuse(RefusalCode::NotFound);
    qint64 sumMinor = 0;
    for (store::RefundRow refund : store::refundsOf(database, orderId)) {
        if (refund.state != RefundState::Failed)
            continue;
        refund.state = RefundState::Pending;
        refund.callKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
        refund.tries = 0;
        refund.nextTryMs = 0;
        store::updateRefund(database, refund);
        auto attempt = *store::findAttempt(database, refund.attemptId);
        attempt.state = PaymentState::RefundPending;
        store::updateAttempt(database, attempt);
        enterLedger(transaction, attempt, LedgerKind::RefundAsked, refund.amountMinor,
                    refund.callKey, u"again"_s);
        follow(database, *order, attempt);
        sumMinor += refund.amountMinor;
    }
    if (sumMinor == 0)
        return refuse(RefusalCode::IllegalMove);
    recordChange(
        transaction, *order,
        {Verb::Refund, Actor::Florist, deviceId, {}, QJsonObject{{u"againMinor"_s, sumMinor}}});
    return *order;
}

void enterDispute(Transaction &transaction, Order &order, PaymentAttempt &attempt,
                  const Dispute &dispute)
{
    const bool won = dispute.state == Dispute::State::Won;
    const bool added = store::addLedgerEntry(
        transaction, {0,
                      0,
                      order.id,
                      attempt.id,
                      won ? LedgerKind::ChargebackWon : LedgerKind::Chargeback,
                      Money{dispute.amountMinor, attempt.amount.currency},
                      dispute.reference,
                      {}});
    if (!added)
        return;
    attempt.disputedMinor =
        std::max<qint64>(0, attempt.disputedMinor + (won ? -1 : 1) * dispute.amountMinor);
    store::updateAttempt(transaction.db(), attempt);
    recordChange(transaction, order,
                 byGateway(Verb::Refund, QJsonObject{{u"chargebackMinor"_s, dispute.amountMinor},
                                                     {u"won"_s, won}}));
}

Result<Order> bookDispute(Transaction &transaction, const QString &attemptId,
                          const Dispute &dispute)
{
    auto found = chargedOrder(transaction.db(), attemptId);
    if (!found)
        return refuse(found.error());
    enterDispute(transaction, found->order, found->attempt, dispute);
    return found->order;
}

} // namespace petalpost::server
