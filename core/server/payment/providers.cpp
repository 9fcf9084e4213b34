// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/providers.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

struct Provider
{
    QLatin1StringView name;
    GatewayMaker *make;
};

} // namespace

// A new provider is its own file and a line here and in the table.
GatewayMaker makeStripeGateway;
GatewayMaker makeTossGateway;

namespace {

constexpr std::array providers{
    Provider{"toss"_L1, makeTossGateway},
    Provider{"stripe"_L1, makeStripeGateway},
};

} // namespace

const QStringList &gatewayKeys()
{
    static const QStringList keys{u"clientKey"_s, u"secretKey"_s, u"webhookSecret"_s,
                                  u"currency"_s,  u"apiUrl"_s,    u"baseUrl"_s,
                                  u"scriptUrl"_s, u"variantKey"_s};
    return keys;
}

QStringList providerNames()
{
    QStringList names;
    for (const Provider &provider : providers)
        names.append(provider.name);
    return names;
}

Result<std::unique_ptr<PaymentGateway>> makeGateway(const GatewaySettings &settings,
                                                    GatewayTools tools)
{
    const auto provider = std::ranges::find(providers, settings.name, &Provider::name);
    if (provider == providers.end())
        return refuse(RefusalCode::NotFound, u"gateway"_s, settings.name);
    return provider->make(settings, tools);
}

} // namespace petalpost::server
