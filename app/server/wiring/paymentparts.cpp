// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/wiring/paymentparts.h"

namespace petalpost::server {

Result<std::unique_ptr<PaymentParts>> PaymentParts::make(
    const std::vector<GatewaySettings> &settings, Writer &writer, Reader &reader,
    const Clock &clock)
{
    std::unique_ptr<PaymentParts> parts(new PaymentParts);
    for (const GatewaySettings &one : settings) {
        auto gateway = makeGateway(one, {parts->m_http, clock});
        if (!gateway)
            return refuse(gateway.error());
        parts->add(std::move(*gateway), clock);
    }
    if (settings.empty()) {
        auto sandbox = std::make_unique<SandboxGateway>(writer, reader, clock);
        parts->m_sandbox = sandbox.get();
        parts->add(std::move(sandbox), clock);
    }
    return parts;
}

void PaymentParts::add(std::unique_ptr<PaymentGateway> gateway, const Clock &clock)
{
    m_inner.push_back(std::move(gateway));
    PaymentGateway &inner = *m_inner.back();
    m_guards.push_back(std::make_unique<ProviderGuards>(inner.name(), clock));
    m_guarded.push_back(std::make_unique<GuardedGateway>(inner, *m_guards.back()));
    m_board.add(*m_guards.back());
    if (m_gateways)
        m_gateways->add(*m_guarded.back());
    else
        m_gateways.emplace(*m_guarded.back());
}

void PaymentParts::stop()
{
    for (const auto &guards : m_guards)
        guards->stop();
    if (m_sandbox)
        m_sandbox->stop();
    m_http.stop();
}

} // namespace petalpost::server
