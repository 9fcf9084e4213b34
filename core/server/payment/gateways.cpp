// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/gateways.h"

#include <algorithm>

namespace petalpost::server {

PaymentGateway *Gateways::find(const QString &name) const
{
    const auto found = std::ranges::find(m_gateways, name, &PaymentGateway::name);
    return found == m_gateways.end() ? nullptr : *found;
}

} // namespace petalpost::server
