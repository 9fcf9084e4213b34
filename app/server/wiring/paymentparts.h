// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/gateways.h"
#include "core/server/payment/guardboard.h"
#include "core/server/payment/guardedgateway.h"
#include "core/server/payment/providers.h"
#include "core/server/payment/sandbox.h"

namespace petalpost::server {

/// The gateways that a server works with, each behind its guards: those of the configuration, or
/// the built-in sandbox when there are none.
class PaymentParts
{
public:
    /// Refuses as makeGateway() does. All references outlive the parts.
    static Result<std::unique_ptr<PaymentParts>> make(const std::vector<GatewaySettings> &settings,
                                                      Writer &writer, Reader &reader,
                                                      const Clock &clock);

    const Gateways &gateways() const { return *m_gateways; }
    GuardBoard &board() { return m_board; }
    /// Null when other gateways take the money.
    SandboxGateway *sandbox() const { return m_sandbox; }
    /// Ends every wait and every call to a provider.
    void stop();

private:
    PaymentParts() = default;
    void add(std::unique_ptr<PaymentGateway> gateway, const Clock &clock);

    ProviderHttp m_http;
    std::vector<std::unique_ptr<PaymentGateway>> m_inner;
    std::vector<std::unique_ptr<ProviderGuards>> m_guards;
    std::vector<std::unique_ptr<GuardedGateway>> m_guarded;
    std::optional<Gateways> m_gateways;
    SandboxGateway *m_sandbox = nullptr;
    GuardBoard m_board;
};

} // namespace petalpost::server
