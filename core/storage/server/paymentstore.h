// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/payment.h"
#include "core/storage/database.h"

#include <vector>

namespace petalpost::store {

void insertAttempt(Database &database, const PaymentAttempt &attempt);
void updateAttempt(Database &database, const PaymentAttempt &attempt);
std::optional<PaymentAttempt> findAttempt(Database &database, const QString &attemptId);
std::vector<PaymentAttempt> attemptsOf(Database &database, qint64 orderId);
/// The attempt that holds the one counted charge of one charge request of the order, see
/// PaymentAttempt::chargeRequest; nothing before there is one.
std::optional<QString> countedAttempt(Database &database, qint64 orderId, int chargeRequest);
/// Marks the attempt as money beyond the one counted charge of its order: all of it goes back.
void markSurplus(Database &database, const QString &attemptId);

/// Attempts whose provider is to be read by \a nowMs, the longest due first, at most \a limit.
std::vector<PaymentAttempt> attemptsToRead(Database &database, qint64 nowMs, int limit);
/// Everything that waits for a provider, payments and refunds, falls due at \a atMs at the latest.
void makeUndecidedDue(Database &database, qint64 atMs);
/// Attempts of which the ledger says something from \a fromMs to before \a toMs, and all of the
/// orders that were paid then; at most \a limit.
std::vector<PaymentAttempt> attemptsMoved(Database &database, qint64 fromMs, qint64 toMs,
                                          int limit);
/// Attempts made from \a fromMs to before \a toMs of which nobody knows whether they were paid.
std::vector<PaymentAttempt> undecidedAttempts(Database &database, qint64 fromMs, qint64 toMs,
                                              int limit);
/// Every open attempt of the order is to be read at \a atMs.
void readOpenAttempts(Database &database, qint64 orderId, qint64 atMs);
/// The attempt that \a gateway knows as \a reference.
std::optional<PaymentAttempt> findAttemptByReference(Database &database, const QString &gateway,
                                                     const QString &reference);

/// Money to give back: stored, with its idempotency key, before the provider is asked.
struct RefundRow
{
    QString id;
    QString attemptId;
    qint64 orderId = 0;
    qint64 amountMinor = 0;
    QString reason;
    PaymentState state = PaymentState::RefundPending; ///< or Refunded, RefundFailed
    qint64 createdAtMs = 0;
    qint64 doneAtMs = 0;
    /// The idempotency key of the call; empty on insertion means the id. A new one only after the
    /// provider has answered the old one for good.
    QString callKey{};
    QString providerReference{}; ///< what the provider calls it; empty until it answered
    int tries = 0; ///< calls made without a decision
    qint64 nextTryMs = 0;
    QString failure{}; ///< the provider's code for its last "no"
    QString account{}; ///< where a deposit goes back to, JSON; emptied when done
};

void insertRefund(Database &database, const RefundRow &refund);
void updateRefund(Database &database, const RefundRow &refund);
std::optional<RefundRow> findRefund(Database &database, const QString &id);
std::vector<RefundRow> refundsOf(Database &database, qint64 orderId);
/// Pending refunds whose provider is to be asked by \a nowMs, at most \a limit.
std::vector<RefundRow> refundsToRun(Database &database, qint64 nowMs, int limit);

} // namespace petalpost::store
