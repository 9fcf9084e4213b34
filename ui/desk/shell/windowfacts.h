// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/order/windowpicker.h"

namespace petalpost::desk {

/// The shop's windows with how many orders this desk knows of in each; the server may know of
/// unpaid ones besides.
inline WindowFacts windowFacts(const sync::Engine &engine)
{
    WindowFacts facts{engine.shop(), engine.nowMs(), {}};
    for (const auto &[id, order] : engine.orders()) {
        const bool holds =
            order.state != OrderState::Cancelled && order.state != OrderState::Expired;
        if (holds && order.window)
            ++facts.taken[order.window->key()];
    }
    return facts;
}

} // namespace petalpost::desk
