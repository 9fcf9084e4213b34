// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <vector>

namespace petalpost::store {

/// The unpaid orders that one address holds places with.
struct Holds
{
    qint64 count = 0;
    qint64 firstEndsAtMs = 0; ///< when the first of them ends; 0 when there is none
};

/// Notes whose hold the unpaid order is; \a addressHash tells addresses apart and names none.
void noteHold(Database &database, qint64 orderId, const QByteArray &addressHash);
Holds holdsOf(Database &database, const QByteArray &addressHash);
/// Unpaid orders of a sender's phone, oldest first.
std::vector<qint64> unpaidOrdersOf(Database &database, const QString &phone);
/// Forgets whose the holds were that have ended.
void forgetEndedHolds(Database &database);

} // namespace petalpost::store
