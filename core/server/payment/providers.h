// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/server/payment/gateway.h"
#include "core/server/payment/providerhttp.h"

#include <memory>

namespace petalpost::server {

/// The settings of one gateway: its section of the configuration, with secrets from wherever they
/// lie. Held in memory only, never logged.
struct GatewaySettings
{
    QString name; ///< which provider, one of providerNames()
    QHash<QString, QString> values;

    QString value(const QString &key) const { return values.value(key); }
};

/// What a provider's file works with; all of it outlives the gateway.
struct GatewayTools
{
    ProviderHttp &http;
    const Clock &clock;
};

/// The settings that some gateway knows, as they are written in the configuration.
const QStringList &gatewayKeys();

/// Every provider that this program knows besides the built-in sandbox.
QStringList providerNames();

/// Makes the gateway that \a settings name. Refuses with NotFound for an unknown name, MissingField
/// (field: the setting that is missing) or OutOfRange (field: the setting that makes no sense).
Result<std::unique_ptr<PaymentGateway>> makeGateway(const GatewaySettings &settings,
                                                    GatewayTools tools);

/// A provider's file ends in one such function; the table in providers.cpp lists them.
using GatewayMaker = Result<std::unique_ptr<PaymentGateway>>(const GatewaySettings &, GatewayTools);

} // namespace petalpost::server
