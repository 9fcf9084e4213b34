// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/payment.h"
#include "core/storage/server/writer.h"

#include <vector>

namespace petalpost::store {

/// Adds \a entry to the ledger, once for its attempt, kind and reference: a second time changes
/// nothing and answers false. The id and the time are given here.
bool addLedgerEntry(Transaction &transaction, const LedgerEntry &entry);
/// Every entry of the order, oldest first.
std::vector<LedgerEntry> ledgerOf(Database &database, qint64 orderId);
/// Every entry from \a fromMs to before \a toMs, oldest first, ids above \a afterId.
std::vector<LedgerEntry> ledgerBetween(Database &database, qint64 fromMs, qint64 toMs,
                                       qint64 afterId, int limit);

/// Notes a provider's notice; false when the same one was noted before.
bool noteNotice(Transaction &transaction, const QString &provider, const QString &eventId);
/// Forgets notices received before \a beforeMs: no provider sends anything that late again.
void forgetNotices(Database &database, qint64 beforeMs);

} // namespace petalpost::store
