// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/providers.h"

/// `petalpostd payment check`: asks each configured provider whether it accepts the keys, says it
/// in words, and answers the exit code: 0 when all do. Moves no money. Ends by itself.
int checkGateways(const std::vector<petalpost::server::GatewaySettings> &gateways);
