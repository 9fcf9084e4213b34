// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/product.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

// What every new order goes through, whoever places it.

/// What \a draft asks for, not stored yet and without a number.
Order orderFrom(const OrderDraft &draft, const Product &product, const Money &total, qint64 nowMs);

/// A salt of its own for the journal's digest of an order's personal data.
QByteArray freshSalt();

/// Adds to the journal that \a order came to be, by \a verb; personal data as a digest alone.
void recordPlaced(Transaction &transaction, const Order &order, const QByteArray &salt, Actor actor,
                  Verb verb);

} // namespace petalpost::server
