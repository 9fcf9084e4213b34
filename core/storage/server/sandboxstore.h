// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/money.h"
#include "core/storage/database.h"

#include <vector>

namespace petalpost::store {

/// The books of the embedded sandbox provider.
struct SandboxPayment
{
    QString reference;
    QString attemptId{};
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
                          qint64 amountMinor, qint64 nowMs);

/// A refund in the sandbox's books.
struct SandboxRefund
{
    QString id{};
    QString attemptId{};
    Money amount;
    qint64 atMs = 0;
};

/// Payments that were, or will by then have been, approved from \a fromMs to before \a toMs.
std::vector<SandboxPayment> sandboxPaymentsBetween(Database &database, qint64 fromMs, qint64 toMs);
std::vector<SandboxRefund> sandboxRefundsBetween(Database &database, qint64 fromMs, qint64 toMs);

} // namespace petalpost::store
