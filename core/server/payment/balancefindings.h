// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/balancing.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace petalpost::server {

/// What balanceOf() works with: the books by what they are looked up by, and what was found so far.
struct BalanceFindings
{
    BalanceFindings(const BalanceDay &ofDay, const BalanceBooks &ofBooks,
                    const std::vector<ProviderList> &lists);

    const BalanceDay &day;
    const BalanceBooks &books;
    QHash<QString, const PaymentAttempt *> attempts; ///< by id
    QHash<qint64, const store::BalancedOrder *> orders; ///< by id
    QHash<QString, std::vector<const LedgerEntry *>> entries; ///< by attempt, oldest first
    QSet<QString> inUse; ///< gateways that can be asked
    std::vector<Difference> differences;

    /// The charge, counted or surplus, of an attempt; null when the ledger has none.
    const LedgerEntry *chargeOf(const QString &attemptId) const;
    /// A difference about \a attempt. \a repair is offered only where its gateway can be asked.
    Difference &add(DifferenceKind kind, const PaymentAttempt &attempt, Repair repair, qint64 atMs);
    /// Whether a difference of \a kind about the attempt was found already.
    bool has(DifferenceKind kind, const QString &attemptId) const;
};

/// Holds each provider's list to the ledger.
void compareLists(BalanceFindings &findings, const std::vector<ProviderList> &lists);
/// Holds orders, ledger, refunds and the SMS ledger to each other. After compareLists().
void checkOwnBooks(BalanceFindings &findings);
/// Whether a refund that was done came back, for example from a closed bank account.
bool isReturned(const LedgerEntry &entry);

} // namespace petalpost::server
