// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/product.h"
#include "core/domain/review.h"

namespace petalpost::test {

/// A plausible paid order for a delivery; tests change what they are about.
Order sampleOrder(qint64 id, OrderState state = OrderState::Paid);
Review sampleReview(qint64 id);
Product sampleProduct(qint64 id);

} // namespace petalpost::test
