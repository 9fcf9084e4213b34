// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/statetable.h"

namespace petalpost::desk {

/// What the state table needs to know of \a order. The desk does not know where undo leads, only
/// whether there is something to undo, so undo is asked for separately.
inline MoveFacts factsOf(const Order &order)
{
    return {order.isPickup(), order.cancelRequestedAtMs != 0, std::nullopt, order.awaitsMoney()};
}

inline std::optional<Verb> nextStepOf(const Order &order)
{
    return nextStep(order.state, factsOf(order));
}

inline bool isLegal(const Order &order, Verb verb)
{
    if (verb == Verb::Undo)
        return !order.lastOperation.isEmpty();
    return decide(order.state, verb, Actor::Florist, factsOf(order)).has_value();
}

} // namespace petalpost::desk
