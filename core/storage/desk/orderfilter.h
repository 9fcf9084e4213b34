// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"

#include <optional>
#include <vector>

namespace petalpost {

/// When the server first knew of \a order; 0 for one that never reached it.
qint64 receivedAt(const Order &order);

/// Which orders of the local copy are looked for; as it comes, all of them.
struct OrderFilter
{
    QString text; ///< see SearchQuery
    qint64 fromMs = 0; ///< received at this time or later
    qint64 untilMs = 0; ///< received before; 0 = without an end
    std::optional<OrderState> state;
    std::optional<PaymentState> payment;

    bool operator==(const OrderFilter &) const = default;

    bool isOpen() const { return *this == OrderFilter(); }
    bool matches(const Order &order) const;
};

/// Some orders that were looked for, newest first, and where the search goes on.
struct OrderPage
{
    std::vector<Order> orders; ///< may be empty although the search goes on
    qint64 nextBeforeId = 0; ///< 0 when there is nothing more

    bool operator==(const OrderPage &) const = default;
};

} // namespace petalpost
