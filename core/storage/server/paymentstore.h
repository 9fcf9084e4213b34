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
/// The attempt that holds the one counted charge of the order; nothing before there is one.
std::optional<QString> countedAttempt(Database &database, qint64 orderId);
/// Marks the attempt as money beyond the one counted charge of its order: all of it goes back.
void markSurplus(Database &database, const QString &attemptId);

/// Attempts whose outcome the provider still owes, oldest first, at most \a limit.
std::vector<PaymentAttempt> undecidedAttempts(Database &database, int limit);

/// Money to give back: stored before the provider is asked, its id is the idempotency key.
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
};

void insertRefund(Database &database, const RefundRow &refund);
void updateRefund(Database &database, const RefundRow &refund);
std::optional<RefundRow> findRefund(Database &database, const QString &id);
std::vector<RefundRow> refundsOf(Database &database, qint64 orderId);
/// Refunds that the provider has not confirmed, oldest first, at most \a limit.
std::vector<RefundRow> openRefunds(Database &database, int limit);

/// The books of the embedded sandbox provider.
struct SandboxPayment
{
    QString reference;
    QString attemptId;
    Money amount;
    QString state; ///< "open", "approved", "declined" or a step between them, see sandbox.cpp
    qint64 refundedMinor = 0;
    qint64 dueAtMs =
        0; ///< when its last step counts: at once, or later for one that decides itself
};

/// Answers the existing payment when \a payment's attempt was seen before.
SandboxPayment insertSandboxPayment(Database &database, const SandboxPayment &payment);
std::optional<SandboxPayment> findSandboxPayment(Database &database, const QString &reference);
std::optional<SandboxPayment> findSandboxPaymentOf(Database &database, const QString &attemptId);
/// Moves a payment on that stands at \a from; answers false when it stands elsewhere by now.
bool stepSandboxPayment(Database &database, const QString &reference, QLatin1StringView from,
                        QLatin1StringView to, qint64 dueAtMs);
/// Books a refund once per id; answers false when the money does not suffice.
bool refundSandboxPayment(Database &database, const QString &refundId, const QString &reference,
                          qint64 amountMinor);

} // namespace petalpost::store
