// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/payments.h"
#include "core/server/shop/texts.h"
#include "core/server/shop/view.h"

namespace petalpost::server {

/// Tells of each payment that the order could not use and that goes back, and why.
void showSurplus(View &view, const Texts &texts, const Order &order, const PaymentLedger &ledger);

} // namespace petalpost::server
