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
/// Writes a chargeback, or its return, into ledger, \a attempt and \a order; nothing when this
/// state of it is written already.
void enterDispute(Transaction &transaction, Order &order, PaymentAttempt &attempt,
                  const Dispute &dispute);
/// A chargeback, once for each of its states.
Result<Order> bookDispute(Transaction &transaction, const QString &attemptId,
                          const Dispute &dispute);

} // namespace petalpost::server
