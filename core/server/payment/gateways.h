// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/gateway.h"

#include <vector>

namespace petalpost::server {

/// The gateways in use, by the name that each attempt is stored with. The first one is offered
/// first. Owns none of them; all outlive it.
class Gateways
{
public:
    /// \a first is the one that is offered first.
    explicit Gateways(PaymentGateway &first)
        : m_gateways{&first}
    {
    }

    void add(PaymentGateway &gateway) { m_gateways.push_back(&gateway); }

    PaymentGateway &preferred() const { return *m_gateways.front(); }
    /// Null for a gateway that is not in use any more: what it knows cannot be read now.
    PaymentGateway *find(const QString &name) const;
    const std::vector<PaymentGateway *> &all() const { return m_gateways; }

private:
    std::vector<PaymentGateway *> m_gateways;
};

} // namespace petalpost::server
