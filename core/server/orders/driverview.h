// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"
#include "core/protocol/documents.h"

namespace petalpost::server {

/// Whether the order is on the driver's run of \a today: made or being delivered, to an address,
/// for today, for an earlier day, or for no day in particular.
bool isOnRun(const Order &order, QDate today);

/// Whether a driver may do \a verb to \a order: a step of today's run. What has just been delivered
/// counts, so that a repeated call is answered again. Refuses with NotAllowed (field `verb`), and
/// with NotFound when the order is not on the run.
Result<void> checkDriversMove(Verb verb, const Order &order, QDate today);

/// \a order without what is none of the driver's business: the sender's phone, the price, the card
/// and the ribbon, what customer and shop agreed, the florist's undo. A sender who stays off the
/// card is not named to the driver either.
Order forDriver(Order order);

/// \a page as the driver's feed carries it: what is on the run in the driver's form, the shop
/// without the owner's phone, and a tombstone for every other order, because it may have been on
/// the run before. A reader that knows nothing yet (\a fresh) needs no tombstones.
FeedPage forDriver(FeedPage page, QDate today, bool fresh);

} // namespace petalpost::server
