// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/statetable.h"
#include "core/protocol/message.h"
#include "core/storage/server/orderstore.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// A florist's move can be undone without a trace for this long: its SMS waits.
inline constexpr qint64 undoHoldMs = 30'000;

/// Who did what, as every change of an order needs it.
struct Change
{
    Verb verb;
    Actor actor;
    qint64 deviceId = 0; ///< 0 for everybody without a device
    QString operation; ///< the operation's id; empty for changes that are no florist's operation
    QJsonObject detail; ///< further facts for the journal, never personal
    qint64 amountMinor = 0; ///< money that the SMS names, for a cancel what goes back
    qint64 pressedAtMs = 0; ///< when a person did it, never after now; 0 = now
};

/// Takes \a order through \a steps: state, stamps, version, one journal row a step, and one SMS for
/// the last of them (held for undo when \a change is an operation). An operation that arrives late
/// takes the place of the held SMS before it. Stores the order.
void applySteps(Transaction &transaction, Order &order, const std::vector<OrderState> &steps,
                const Change &change);

/// The part of applySteps() that stores nothing but journal rows: for an order that is not stored
/// yet. Answers the event to text about.
std::optional<MessageEvent> advance(Transaction &transaction, Order &order,
                                    const std::vector<OrderState> &steps, const Change &change);

/// Stores \a order with a new version and one journal row; the state stays.
void recordChange(Transaction &transaction, Order &order, const Change &change);

/// Reads Order::money anew from the order's payments and refunds; recordChange() and the steps that
/// move money do it by themselves. The caller stores the order.
void sumMoney(Transaction &transaction, Order &order);

/// Queues the SMS of \a event to the sender, to leave at once or after \a holdMs.
void queueMessage(Transaction &transaction, const Order &order, MessageEvent event,
                  const QString &operation, qint64 holdMs, qint64 amountMinor = 0);

/// What the state table needs to know of \a order besides its state.
MoveFacts factsOf(Database &database, const Order &order);

/// What was captured for the order at a gateway and not yet asked back.
qint64 refundableMinor(Database &database, const Order &order);

/// Asks for \a amountMinor of the order's counted charge back and for every surplus charge whole.
/// Sets Order::payment; the caller stores the order. Refuses with OutOfRange (field `refundMinor`)
/// when more is asked than refundableMinor(), or less than nothing.
Result<void> requestRefund(Transaction &transaction, Order &order, qint64 amountMinor,
                           const QString &reason);

/// As requestRefund(), but no provider is asked before \a notBeforeMs. Answers the refunds' ids.
Result<QStringList> requestRefundAfter(Transaction &transaction, Order &order, qint64 amountMinor,
                                       const QString &reason, qint64 notBeforeMs);

/// Keeps what was to go back by the refund \a refundId, of which no provider has heard; the caller
/// stores the order. Refuses with UndoClosed when one may have.
Result<void> withdrawRefund(Transaction &transaction, const QString &refundId);

/// Whether a refund of the charge \a attempt is in \a state.
bool hasRefund(Database &database, const PaymentAttempt &attempt, RefundState state);

/// How a charge that was captured stands, by what went back of it and what is still to go.
PaymentState chargeState(Database &database, const PaymentAttempt &attempt);

/// How the charges that count for the order stand together; \a fallback when there is none.
PaymentState paymentOf(Database &database, qint64 orderId, PaymentState fallback);

/// A payment attempt for the whole order, not stored yet.
PaymentAttempt newAttempt(Transaction &transaction, const Order &order, const QString &gateway);

/// Stores a new payment attempt for the whole order, before any provider hears of it.
PaymentAttempt openAttempt(Transaction &transaction, const Order &order, const QString &gateway);

/// Stores \a attempt and what the ledger has to say of it: that it was asked for, and that it was
/// charged when it is paid already.
void storeAttempt(Transaction &transaction, const PaymentAttempt &attempt);

/// The order is not to be paid any more: every attempt whose outcome is open is read, and closed,
/// as soon as possible.
void closeAttempts(Transaction &transaction, qint64 orderId);

/// Adds one entry about \a attempt to the ledger, once for the same kind and reference.
void enterLedger(Transaction &transaction, const PaymentAttempt &attempt, LedgerKind kind,
                 qint64 amountMinor, const QString &reference = {}, const QString &detail = {});

/// Frees the place that the order holds in its window.
void releaseWindow(Database &database, const Order &order);

} // namespace petalpost::server
