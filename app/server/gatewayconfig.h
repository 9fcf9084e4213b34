// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/providers.h"

#include <QtCore/QProcessEnvironment>
#include <QtCore/QSettings>

#include <tl/expected.hpp>

/// Reads which payment gateways are in use (`[payment] gateways`) and what each needs. A value is
/// looked for in the systemd credential `GATEWAY.KEY`, then in the environment variable
/// PETALPOST_GATEWAY_KEY, then in the configuration's section of the gateway's name.
///
/// Answers in words for the terminal what is wrong: an unknown gateway, a credential that cannot be
/// read, or secrets in a file that other users may read.
tl::expected<std::vector<petalpost::server::GatewaySettings>, QString> readGateways(
    const QSettings &settings, const QProcessEnvironment &environment);
