// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/depositbooking.h"

#include "core/server/payment/refundbooking.h"
#include "core/storage/server/ledgerstore.h"

#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// The references of deposits that were called off: the number of the turn follows.
constexpr QLatin1String depositTurn("deposit-");

/// What the ledger says of an attempt's deposit.
struct DepositTurns
{
    int taken = 0;
    int returned = 0;
    qint64 takenMinor = 0; ///< the last time

    bool away() const { return taken > returned; }
};

DepositTurns turnsOf(Database &database, const PaymentAttempt &attempt)
{
    DepositTurns turns;
    for (const LedgerEntry &entry : store::ledgerOf(database, attempt.orderId)) {
        if (entry.attemptId != attempt.id || !entry.reference.startsWith(depositTurn))
            continue;
        if (entry.kind == LedgerKind::Chargeback)
            turns.takenMinor = entry.amount.minor;
        ++(entry.kind == LedgerKind::Chargeback ? turns.taken : turns.returned);
    }
    return turns;
}

bool isCounted(Database &database, const PaymentAttempt &attempt)
{
    const auto counted = store::countedAttempt(database, attempt.orderId, attempt.chargeRequest);
    return counted && *counted == attempt.id;
}

/// The order's own state follows the charge that counts. Money that nothing was owed for and that
/// is gone leaves an order without one unpaid.
void followDeposit(Database &database, Order &order, const PaymentAttempt &attempt, bool gone)
{
    if (isCounted(database, attempt))
        order.payment = paymentOf(database, order.id, order.payment);
    else if (!store::countedAttempt(database, order.id, 0))
        order.payment = gone ? PaymentState::Failed : attempt.state;
}

/// What is not there cannot be sent back.
void withdrawUndone(Transaction &transaction, PaymentAttempt &attempt)
{
    Database &database = transaction.db();
    for (store::RefundRow refund : store::refundsOf(database, attempt.orderId)) {
        const bool undone =
            refund.state == RefundState::Pending || refund.state == RefundState::Failed;
        if (refund.attemptId != attempt.id || !undone)
            continue;
        refund.state = RefundState::Withdrawn;
        refund.doneAtMs = transaction.nowMs();
        refund.account.clear(); // somebody's bank account, not needed any more
        store::updateRefund(database, refund);
        attempt.refundRequestedMinor -= refund.amountMinor;
        enterLedger(transaction, attempt, LedgerKind::RefundWithdrawn, refund.amountMinor,
                    refund.callKey, u"deposit"_s);
    }
    attempt.state = chargeState(database, attempt);
    store::updateAttempt(database, attempt);
}

/// The deposit came again, and nobody wants it any more.
void sendBack(Transaction &transaction, PaymentAttempt &attempt, qint64 minor)
{
    const QString refundId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    store::insertRefund(transaction.db(), {refundId, attempt.id, attempt.orderId, minor, u"late"_s,
                                           RefundState::Pending, transaction.nowMs(), 0});
    enterLedger(transaction, attempt, LedgerKind::RefundAsked, minor, refundId, u"late"_s);
    attempt.refundRequestedMinor += minor;
    attempt.state = PaymentState::RefundPending;
    store::updateAttempt(transaction.db(), attempt);
}

void bookGone(Transaction &transaction, Order &order, PaymentAttempt &attempt, int turn)
{
    const qint64 goneMinor = attempt.amount.minor - attempt.refundedMinor - attempt.disputedMinor;
    if (goneMinor <= 0)
        return;
    withdrawUndone(transaction, attempt);
    followDeposit(transaction.db(), order, attempt, true);
    enterDispute(transaction, order, attempt,
                 {depositTurn % QString::number(turn), goneMinor, Dispute::State::Lost});
}

void bookBack(Transaction &transaction, Order &order, PaymentAttempt &attempt,
              const DepositTurns &turns)
{
    const Dispute back{depositTurn % QString::number(turns.taken), turns.takenMinor,
                       Dispute::State::Won};
    const bool wanted =
        order.state != OrderState::Cancelled && isCounted(transaction.db(), attempt);
    if (!wanted)
        sendBack(transaction, attempt, turns.takenMinor);
    enterDispute(transaction, order, attempt, back);
    if (wanted)
        return;
    followDeposit(transaction.db(), order, attempt, false);
    recordChange(transaction, order,
                 byGateway(Verb::Refund, QJsonObject{{u"amountMinor"_s, turns.takenMinor}}));
    queueMessage(transaction, order, MessageEvent::LatePayment, {}, 0, turns.takenMinor);
}

} // namespace

void bookDepositTurn(Transaction &transaction, Order &order, PaymentAttempt &attempt, bool there)
{
    const qint64 nowMs = transaction.nowMs();
    const DepositTurns turns = turnsOf(transaction.db(), attempt);
    const bool isNews = turns.away() == there;
    if (isNews && !there && attempt.reads < doubtedReads) {
        // Readings at one moment are one: the next that counts begins when this one is over.
        if (attempt.nextReadMs <= nowMs) {
            attempt.nextReadMs = nowMs + readDelayMs(attempt.reads);
            ++attempt.reads;
            store::updateAttempt(transaction.db(), attempt);
        }
        return;
    }
    const bool mayCome = !there && nowMs + lastReadDelayMs < attempt.deposit.dueAtMs;
    const qint64 nextReadMs = mayCome ? nowMs + lastReadDelayMs : 0;
    if (attempt.nextReadMs != nextReadMs || attempt.reads != 0) {
        attempt.nextReadMs = nextReadMs;
        attempt.reads = 0;
        store::updateAttempt(transaction.db(), attempt);
    }
    if (isNews && there)
        bookBack(transaction, order, attempt, turns);
    else if (isNews)
        bookGone(transaction, order, attempt, turns.taken + 1);
}

} // namespace petalpost::server
