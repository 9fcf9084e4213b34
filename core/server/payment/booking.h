// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/orders/transitions.h"
#include "core/server/payment/gateway.h"

namespace petalpost::server {

// What the provider said becomes rows: each function is one writer function, decides on fresh rows,
// and does nothing the second time.

/// An attempt and the order that it is for.
struct ChargedOrder
{
    PaymentAttempt attempt;
    Order order;
};

/// Refuses with NotFound.
Result<ChargedOrder> chargedOrder(Database &database, const QString &attemptId);

/// A change that the provider's books brought about.
Change byGateway(Verb verb, QJsonObject detail);

/// Whether the outcome of \a attempt is still to come.
bool isOpen(const PaymentAttempt &attempt);

/// An order that a gateway is about to be asked for keeps its place at least this long.
inline constexpr qint64 confirmHoldMs = 10 * 60 * 1000;
/// When the provider is read for an outcome that it owes: these many milliseconds after the last
/// time, then hourly.
inline constexpr std::array<qint64, 4> readDelaysMs{5'000, 30'000, 120'000, 600'000};
inline constexpr qint64 lastReadDelayMs = 60 * 60 * 1000;
/// When the provider is read for a customer who was sent there and did not come back.
inline constexpr qint64 awayReadDelayMs = 60'000;
/// An amount that is not the one we asked for is believed when it has been read so often again: one
/// wrong answer would send back more, or less, than there is.
inline constexpr int doubtedReads = 3;

/// How long after \a times reads without a decision the next one is due.
qint64 readDelayMs(int times);

/// Until when a deposit counts: the account's due time or the cut-off of the order's window,
/// whichever comes first.
qint64 depositDueMs(const Shop &shop, const Order &order, const DepositAccount &deposit);

/// The attempt at \a gateway by which the unpaid order is charged: one that is open goes on, else a
/// new one is stored. Refuses with IllegalMove when the order is no longer unpaid, InProgress when
/// another gateway may be taking the money, NotFound.
Result<PaymentAttempt> openAttemptFor(Transaction &transaction, qint64 orderId,
                                      const QString &gateway);

/// The provider knows the attempt as \a reference, and its customer is about to be sent there.
Result<PaymentAttempt> noteBegun(Transaction &transaction, const QString &attemptId,
                                 const QString &reference);

/// Keeps what the customer brought back, while nothing has been confirmed.
Result<PaymentAttempt> noteReturn(Transaction &transaction, const QString &attemptId,
                                  const CustomerReturn &returned);

/// Before money is made to move: the order is still unpaid and holds its place, which it keeps for
/// confirmHoldMs more; the attempt is `confirming`. Refuses with IllegalMove when nothing may be
/// confirmed; the attempt has failed then and no money moved.
Result<PaymentAttempt> beginConfirm(Transaction &transaction, const QString &attemptId);

/// Writes what the provider says about one attempt. \a closed: nobody can pay it any more, so that
/// an open one has failed.
Result<Order> book(Transaction &transaction, const QString &attemptId,
                   const ProviderPayment &payment, bool closed = false);
/// The provider did not answer, or was not even \a asked now: the money may or may not have moved.
Result<Order> bookUnknown(Transaction &transaction, const QString &attemptId, bool asked = true);
/// The attempt is read again as soon as possible, also after a restart.
void readSoon(Transaction &transaction, PaymentAttempt attempt);

/// Ends the unpaid hold of an order whose time is over, unless a payment is undecided.
Result<Order> expire(Transaction &transaction, qint64 orderId);

} // namespace petalpost::server
