// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

// An unpaid order holds a place in its window for 20 minutes. Each phone has one such hold and each
// address a few, so that nobody takes all places without paying.

/// Ends the unpaid order \a orderId without a word to anybody: another one takes its place. Money
/// that still comes for it finds no unpaid order and goes back. Refuses with InProgress (field
/// `phoneNumber`) while its payment is under way; `value` is `deposit` when a transfer is awaited.
/// An order that is not unpaid stays as it is.
Result<void> replaceHold(Transaction &transaction, qint64 orderId);

/// The unpaid orders of \a phone give way to another one. Refuses as replaceHold().
Result<void> replaceHoldsOf(Transaction &transaction, const QString &phone);

/// Counts the unpaid \a order for \a address. Refuses with TooMany (field `phoneNumber`, value: the
/// seconds until one of them ends) when the address has Shop::holdsPerAddress already.
Result<void> countHold(Transaction &transaction, const Shop &shop, const Order &order,
                       const QByteArray &address);

} // namespace petalpost::server
