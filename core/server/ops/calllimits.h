// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/ops/ratelimit.h"

namespace petalpost::server {

/// What one address may ask for in a minute, by the kind of call. Devices that are paired are not
/// counted. Lives in the server's thread.
struct CallLimits
{
    /// Posts of a customer beside the order itself (checking, paying, cancelling, reviewing) for
    /// each order that the shop allows an address in a minute.
    static constexpr int postsPerOrder = 6;
    static constexpr int pairingCallsPerMinute = 30; ///< wrong codes are counted by Devices
    /// Notices of one provider's address; far above what any shop takes.
    static constexpr int noticesPerMinute = 600;

    explicit CallLimits(const Clock &clock)
        : orders(clock)
        , posts(clock)
        , pairing(clock)
        , notices(clock)
    {
    }

    RateLimit orders; ///< against Shop::ordersPerAddressPerMinute
    RateLimit posts;
    RateLimit pairing;
    RateLimit notices;
};

} // namespace petalpost::server
