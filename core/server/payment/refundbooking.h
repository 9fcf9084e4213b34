// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/booking.h"

namespace petalpost::server {

// Money on its way back, as booking.h has money on its way in.

/// A provider is about to hear of the refund: from here on no undo withdraws it. Answers it as it
/// stood, with the tries made before. Refuses with IllegalMove when it is not to be asked for (any
/// more), NotFound.
Result<store::RefundRow> beginRefund(Transaction &transaction, const QString &refundId);
/// The outcome of asking for a refund. Silence leaves it pending, to be asked again later.
Result<Order> bookRefund(Transaction &transaction, const QString &refundId,
                         const Result<ProviderRefund> &outcome);
/// Asks again for every refund of the order that the provider refused, under a new key: the old
/// one was answered for good. Refuses with IllegalMove when there is none.
Result<Order> retryRefunds(Transaction &transaction, qint64 orderId, qint64 deviceId);

/// Money that left the provider without us: it is gone in any case, so it is recorded.
/// \a refundedMinor is all that went back of the attempt.
void bookSeenRefund(Transaction &transaction, Order &order, PaymentAttempt attempt,
                    qint64 refundedMinor);
/// The provider has less as refunded than it said before: a refund came back, for example from a
/// closed bank account. The newest ones are the ones that failed.
void bookRefundsReturned(Transaction &transaction, Order &order, PaymentAttempt attempt,
                         qint64 refundedMinor);
/// A chargeback, once for each of its states.
Result<Order> bookDispute(Transaction &transaction, const QString &attemptId,
                          const Dispute &dispute);

/// A deposit that the bank called off after it had counted, or that has come again: booked as a
/// chargeback and as its return, once each however often it is read. What comes again for a
/// cancelled order goes back. \a there is whether the provider has the money now.
void bookDepositTurn(Transaction &transaction, Order &order, PaymentAttempt &attempt, bool there);

} // namespace petalpost::server
