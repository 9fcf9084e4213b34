// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// The hosted page of the embedded provider, marked TEST. No money moves.
class SandboxPages
{
public:
    SandboxPages(Site &site, SandboxGateway &gateway)
        : m_site(site)
        , m_gateway(gateway)
    {
    }

    QCoro::Task<http::Response> show(const Language &language, http::Request request);
    QCoro::Task<http::Response> decide(const Language &language, http::Request request);

private:
    /// What a provider's webhook does: the order moves even when the customer never comes back.
    static QCoro::Task<void> announce(Payments &payments, QString attemptId);

    Site &m_site;
    SandboxGateway &m_gateway;
};

} // namespace petalpost::server
