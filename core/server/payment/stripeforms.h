// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/gateway.h"
#include "core/server/payment/stripecalls.h"

namespace petalpost::server::stripe {

/// Until Stripe itself closes a page. It wants 30 minutes at least from when it makes the page,
/// which may be at the end of the order's hold; the hold's end closes the page sooner.
inline constexpr qint64 pageLifeMs = 2 * 60 * 60 * 1000;
inline constexpr qsizetype maxNameLength = 250; ///< of what the customer buys

/// What a Checkout Session is asked for with. Depends on nothing but the attempt and its order, so
/// that the same key brings the same request.
Form sessionForm(const Charge &charge);

/// What a refund is asked for with. What it is for travels along, to be found again.
Form refundForm(const QString &intentId, const store::RefundRow &refund);

} // namespace petalpost::server::stripe
