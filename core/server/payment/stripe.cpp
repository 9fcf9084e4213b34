// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/providers.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

GatewayMaker makeStripeGateway;

Result<std::unique_ptr<PaymentGateway>> makeStripeGateway(const GatewaySettings &settings,
                                                        GatewayTools)
{
    return refuse(RefusalCode::NotFound, u"gateway"_s, settings.name);
}

} // namespace petalpost::server
