// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/transitions.h"

#include "core/storage/server/catalogue.h"
#include "core/storage/server/ledgerstore.h"
#include "core/storage/server/messagestore.h"
#include "core/storage/server/paymentstore.h"

#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

std::optional<MessageEvent> eventFor(OrderState state)
{
    switch (state) {
    case OrderState::Paid:
        return MessageEvent::Paid;
    case OrderState::Making:
        return MessageEvent::Making;
    case OrderState::Made:
        return MessageEvent::Made;
    case OrderState::Delivering:
        return MessageEvent::Delivering;
    case OrderState::Delivered:
        return MessageEvent::Delivered;
    case OrderState::Cancelled:
        return MessageEvent::Cancelled;
    case OrderState::Received:
    case OrderState::Expired:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

void recordStep(Transaction &transaction, const Order &order, const Change &change, OrderState from,
                OrderState to)
{
    QJsonObject detail = change.detail;
    detail.insert(u"from"_s, word(from));
    detail.insert(u"to"_s, word(to));
    if (change.deviceId != 0)
        detail.insert(u"device"_s, change.deviceId);
    transaction.record(
        {0, change.actor, word(change.verb), DocumentType::Order, order.id, detail, false});
}

/// Whether the provider took the money, whatever became of it.
bool wasCharged(const PaymentAttempt &attempt)
{
    switch (attempt.state) {
    case PaymentState::Paid:
    case PaymentState::RefundPending:
    case PaymentState::Refunded:
    case PaymentState::PartiallyRefunded:
    case PaymentState::RefundFailed:
        return true;
    case PaymentState::Pending:
    case PaymentState::Confirming:
    case PaymentState::Failed:
    case PaymentState::Unknown:
        return false;
    }
    Q_UNREACHABLE();
}

qint64 captured(const PaymentAttempt &attempt)
{
    const bool holdsMoney = wasCharged(attempt) && attempt.state != PaymentState::Refunded;
    const qint64 goneMinor = attempt.refundRequestedMinor + attempt.disputedMinor;
    return holdsMoney ? std::max<qint64>(0, attempt.amount.minor - goneMinor) : 0;
}

bool movesMoney(OrderState reached)
{
    return reached == OrderState::Paid || reached == OrderState::Cancelled
           || reached == OrderState::Expired;
}

/// A move keeps the time at which it was pressed. One millisecond keeps two operations apart: the
/// desk reads from equal stamps that the states were passed in one go.
qint64 stampFor(const Transaction &transaction, const Order &order, const Change &change)
{
    if (change.pressedAtMs == 0)
        return transaction.nowMs();
    return std::max(change.pressedAtMs, *std::ranges::max_element(order.reachedAtMs) + 1);
}

} // namespace

std::optional<MessageEvent> advance(Transaction &transaction, Order &order,
                                    const std::vector<OrderState> &steps, const Change &change)
{
    const qint64 atMs = stampFor(transaction, order, change);
    for (const OrderState step : steps) {
        recordStep(transaction, order, change, order.state, step);
        order.state = step;
        order.stamp(step, atMs);
    }
    ++order.version;
    return eventFor(order.state);
}

void applySteps(Transaction &transaction, Order &order, const std::vector<OrderState> &steps,
                const Change &change)
{
    const auto event = advance(transaction, order, steps, change);
    const qint64 holdMs = change.operation.isEmpty() ? 0 : undoHoldMs;
    if (!change.operation.isEmpty()) {
        order.lastOperation = change.operation;
        order.smsHeldUntilMs = transaction.nowMs() + holdMs;
        const bool late =
            change.pressedAtMs > 0 && transaction.nowMs() - change.pressedAtMs > undoHoldMs;
        store::supersedeHeld(transaction.db(), order.id, change.operation, late, undoHoldMs);
    }
    if (movesMoney(order.state))
        sumMoney(transaction, order);
    store::updateOrder(transaction.db(), order);
    if (event)
        queueMessage(transaction, order, *event, change.operation, holdMs, change.amountMinor);
}

void recordChange(Transaction &transaction, Order &order, const Change &change)
{
    recordStep(transaction, order, change, order.state, order.state);
    ++order.version;
    sumMoney(transaction, order);
    store::updateOrder(transaction.db(), order);
}

void sumMoney(Transaction &transaction, Order &order)
{
    MoneyFacts money;
    for (const PaymentAttempt &attempt : store::attemptsOf(transaction.db(), order.id)) {
        if (wasCharged(attempt))
            money.chargedMinor += attempt.amount.minor;
        money.refundedMinor += attempt.refundedMinor;
        money.disputedMinor += attempt.disputedMinor;
    }
    for (const store::RefundRow &refund : store::refundsOf(transaction.db(), order.id)) {
        if (refund.state == RefundState::Pending)
            money.refundPendingMinor += refund.amountMinor;
        if (refund.state != RefundState::Failed)
            continue;
        money.refundFailedMinor += refund.amountMinor;
        money.refundFailure = refund.failure;
    }
    const bool unclear =
        order.payment == PaymentState::Confirming || order.payment == PaymentState::Unknown;
    if (unclear)
        money.unclearSinceMs =
            order.money.unclearSinceMs > 0 ? order.money.unclearSinceMs : transaction.nowMs();
    order.money = money;
}

void queueMessage(Transaction &transaction, const Order &order, MessageEvent event,
                  const QString &operation, qint64 holdMs, qint64 amountMinor)
{
    store::OutboxRow row;
    row.message.orderId = order.id;
    row.message.event = event;
    row.message.state = holdMs > 0 ? MessageState::Held : MessageState::Queued;
    row.message.phone = order.sender.phone;
    row.message.locale = order.locale;
    row.message.operation = operation;
    row.message.sendAfterMs = transaction.nowMs() + holdMs;
    row.amountMinor = amountMinor;
    store::enqueueMessage(transaction, std::move(row));
}

MoveFacts factsOf(Database &database, const Order &order)
{
    MoveFacts facts;
    facts.pickup = order.isPickup();
    facts.cancelRequested = order.cancelRequestedAtMs > 0;
    facts.awaitsMoney = order.awaitsMoney();
    if (!order.lastOperation.isEmpty()) {
        const auto last = store::lastOperation(database, order.id);
        if (last && last->to == order.state)
            facts.beforeLastOperation = last->from;
    }
    return facts;
}

qint64 refundableMinor(Database &database, const Order &order)
{
    qint64 sumMinor = 0;
    for (const PaymentAttempt &attempt : store::attemptsOf(database, order.id))
        sumMinor += captured(attempt);
    return sumMinor;
}

Result<void> requestRefund(Transaction &transaction, Order &order, qint64 amountMinor,
                           const QString &reason)
{
    const auto asked = requestRefundAfter(transaction, order, amountMinor, reason, 0);
    if (!asked)
        return refuse(asked.error());
    return {};
}

Result<QStringList> requestRefundAfter(Transaction &transaction, Order &order, qint64 amountMinor,
                                       const QString &reason, qint64 notBeforeMs)
{
    QStringList ids;
    if (amountMinor < 0)
        return refuse(RefusalCode::OutOfRange, u"refundMinor"_s);
    qint64 left = amountMinor;
    for (PaymentAttempt attempt : store::attemptsOf(transaction.db(), order.id)) {
        const qint64 part = std::min(left, captured(attempt));
        if (part <= 0)
            continue;
        const QString refundId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        store::RefundRow refund{refundId, attempt.id,           order.id,           part,
                                reason,   RefundState::Pending, transaction.nowMs()};
        refund.nextTryMs = notBeforeMs;
        store::insertRefund(transaction.db(), refund);
        ids.append(refundId);
        enterLedger(transaction, attempt, LedgerKind::RefundAsked, part, refundId, reason);
        attempt.refundRequestedMinor += part;
        attempt.state = PaymentState::RefundPending;
        store::updateAttempt(transaction.db(), attempt);
        order.payment = PaymentState::RefundPending;
        left -= part;
    }
    if (left > 0)
        return refuse(RefusalCode::OutOfRange, u"refundMinor"_s,
                      QString::number(amountMinor - left));
    return ids;
}

Result<void> withdrawRefund(Transaction &transaction, const QString &refundId)
{
    Database &database = transaction.db();
    auto refund = store::findRefund(database, refundId);
    auto attempt = refund ? store::findAttempt(database, refund->attemptId) : std::nullopt;
    if (!attempt)
        return refuse(RefusalCode::NotFound);
    const bool unheard = refund->state == RefundState::Pending && refund->tries == 0
                         && refund->nextTryMs > transaction.nowMs();
    if (!unheard)
        return refuse(RefusalCode::UndoClosed);
    refund->state = RefundState::Withdrawn;
    refund->doneAtMs = transaction.nowMs();
    store::updateRefund(database, *refund);
    attempt->refundRequestedMinor -= refund->amountMinor;
    attempt->state = chargeState(database, *attempt);
    store::updateAttempt(database, *attempt);
    enterLedger(transaction, *attempt, LedgerKind::RefundWithdrawn, refund->amountMinor, refundId,
                refund->reason);
    return {};
}

bool hasRefund(Database &database, const PaymentAttempt &attempt, RefundState state)
{
    const auto refunds = store::refundsOf(database, attempt.orderId);
    return std::ranges::any_of(refunds, [&](const store::RefundRow &refund) {
        return refund.attemptId == attempt.id && refund.state == state;
    });
}

PaymentState chargeState(Database &database, const PaymentAttempt &attempt)
{
    if (hasRefund(database, attempt, RefundState::Pending))
        return PaymentState::RefundPending;
    if (hasRefund(database, attempt, RefundState::Failed))
        return PaymentState::RefundFailed; // another one that went through does not hide it
    if (attempt.refundedMinor == 0)
        return PaymentState::Paid;
    return attempt.refundedMinor >= attempt.amount.minor ? PaymentState::Refunded
                                                         : PaymentState::PartiallyRefunded;
}

PaymentState paymentOf(Database &database, qint64 orderId, PaymentState fallback)
{
    std::vector<PaymentState> states;
    for (const PaymentAttempt &attempt : store::attemptsOf(database, orderId)) {
        const auto counted = store::countedAttempt(database, orderId, attempt.chargeRequest);
        if (counted && *counted == attempt.id)
            states.push_back(attempt.state);
    }
    if (states.empty())
        return fallback;
    for (const PaymentState worst : {PaymentState::RefundFailed, PaymentState::RefundPending}) {
        if (std::ranges::find(states, worst) != states.end())
            return worst;
    }
    const bool same = std::ranges::count(states, states.front()) == std::ssize(states);
    return same ? states.front() : PaymentState::PartiallyRefunded;
}

PaymentAttempt newAttempt(Transaction &transaction, const Order &order, const QString &gateway)
{
    PaymentAttempt attempt;
    attempt.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    attempt.orderId = order.id;
    attempt.gateway = gateway;
    attempt.amount = order.total;
    if (store::isTaxFree(transaction.db(), order.productId))
        attempt.taxFreeMinor = attempt.amount.minor;
    attempt.createdAtMs = transaction.nowMs();
    return attempt;
}

PaymentAttempt openAttempt(Transaction &transaction, const Order &order, const QString &gateway)
{
    PaymentAttempt attempt = newAttempt(transaction, order, gateway);
    storeAttempt(transaction, attempt);
    return attempt;
}

void storeAttempt(Transaction &transaction, const PaymentAttempt &attempt)
{
    store::insertAttempt(transaction.db(), attempt);
    enterLedger(transaction, attempt, LedgerKind::Attempt, attempt.amount.minor);
    if (attempt.state == PaymentState::Paid)
        enterLedger(transaction, attempt, LedgerKind::Charge, attempt.amount.minor);
}

void closeAttempts(Transaction &transaction, qint64 orderId)
{
    store::readOpenAttempts(transaction.db(), orderId, transaction.nowMs());
}

void enterLedger(Transaction &transaction, const PaymentAttempt &attempt, LedgerKind kind,
                 qint64 amountMinor, const QString &reference, const QString &detail)
{
    store::addLedgerEntry(transaction,
                          {0, 0, attempt.orderId, attempt.id, kind,
                           Money{amountMinor, attempt.amount.currency}, reference, detail});
}

void releaseWindow(Database &database, const Order &order)
{
    if (order.window)
        store::releasePlace(database, order.window->key());
}

} // namespace petalpost::server
