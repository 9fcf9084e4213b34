// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/protocol/message.h"
#include "core/storage/database.h"

#include <vector>

namespace petalpost::store {

// What a day's balance reads of tables that others keep: slim rows without anything personal.

/// An order as far as the balance needs it.
struct BalancedOrder
{
    qint64 id = 0;
    OrderState state = OrderState::Received;
    Money total;
    std::array<qint64, 8> reachedAtMs{}; ///< as Order::reachedAtMs
    qint64 approvedAtMs = 0; ///< by the provider's clock; 0 = it did not say
    bool texted = false; ///< there is a number to text to
    bool byHand = false; ///< a florist marked it as paid
    bool resent = false; ///< makes an earlier order good, without a charge

    bool operator==(const BalancedOrder &) const = default;
    qint64 reachedAt(OrderState which) const
    {
        return reachedAtMs[static_cast<std::size_t>(which)];
    }
};

/// Orders that changed, moved money or were paid from \a fromMs to before \a toMs, by id.
std::vector<BalancedOrder> ordersMoved(Database &database, qint64 fromMs, qint64 toMs, int limit);

/// A refund that is not done.
struct BalancedRefund
{
    QString id;
    QString attemptId;
    qint64 orderId = 0;
    QString gateway;
    Money amount;
    RefundState state = RefundState::Pending; ///< or Failed
    qint64 askedAtMs = 0; ///< when it was asked for the last time
    QString failure{}; ///< the provider's code
    bool surplus = false; ///< of money that nothing was owed for

    bool operator==(const BalancedRefund &) const = default;
};

/// Refunds made from \a fromMs to before \a toMs that are not done yet, oldest first.
std::vector<BalancedRefund> openRefunds(Database &database, qint64 fromMs, qint64 toMs, int limit);

/// Every message about an order that changed from \a fromMs to before \a toMs, whenever it was
/// written; without phone and text.
std::vector<Message> messagesMoved(Database &database, qint64 fromMs, qint64 toMs, int limit);

} // namespace petalpost::store
