// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/booking.h"

namespace petalpost::server {

/// A deposit that has counted is read again; \a there is whether the provider has the money now.
///
/// One that the bank called off is booked as a chargeback, and as that chargeback's return when it
/// comes again: once each, however often it is read. That it is gone is believed when it has been
/// read doubtedReads times more, for a reading that was under way when the deposit came says the
/// same. What was to go back of it is withdrawn. While anything can still arrive on the account it
/// is read hourly; what comes again for an order that does not want it goes back.
void bookDepositTurn(Transaction &transaction, Order &order, PaymentAttempt &attempt, bool there);

} // namespace petalpost::server
