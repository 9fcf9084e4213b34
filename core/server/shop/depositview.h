// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/payments.h"
#include "core/server/shop/texts.h"
#include "core/server/shop/view.h"

namespace petalpost::server {

/// The charge whose money is to be transferred, while that is waited for.
std::optional<PaymentAttempt> awaitedDeposit(const Order &order, const PaymentLedger &ledger);

/// Where to, how much and until when.
void showDeposit(View &view, const Texts &texts, const Order &order,
                 const std::optional<PaymentAttempt> &awaited);

} // namespace petalpost::server
