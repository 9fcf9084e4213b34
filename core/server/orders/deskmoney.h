// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/orders/transitions.h"

namespace petalpost::server {

// Money that comes and goes by hand is booked as a provider's is: an attempt at the gateway `desk`,
// charged at once. So refunds, figures and the balance know of one kind of money only.

/// The gateway that the shop's own till is in the books.
inline constexpr QLatin1StringView deskGatewayName("desk");

/// The charge of the whole order by hand, not stored yet; sets what \a order says of its money.
PaymentAttempt deskCharge(Transaction &transaction, Order &order);

/// What the journal says of money that came by hand.
Change byHand(qint64 deviceId, DeskMethod method, qint64 amountMinor);

/// The order was paid by hand: its charge is stored, and what a provider still had open is closed.
/// The caller stores the order.
void chargeByHand(Transaction &transaction, Order &order, DeskMethod method);
/// The same for \a amountMinor that a change of the order costs more.
void chargeMoreByHand(Transaction &transaction, Order &order, qint64 amountMinor);
/// A charge of chargeMoreByHand() goes back, and nobody is told: the change that it was for was
/// taken back. Does nothing where there is none of that amount.
void returnByHand(Transaction &transaction, Order &order, qint64 amountMinor);

} // namespace petalpost::server
