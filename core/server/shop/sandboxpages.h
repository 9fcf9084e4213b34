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
    /// Who arrives first at the shop: the customer or the provider's notice.
    enum class Course { Usual, ReturnFirst, NoticeOnly };

    static std::optional<Course> courseOf(const QString &decision);
    /// Tells the shop like a provider's webhook: the order moves even when the customer never comes
    /// back. A stopped gateway tells nobody.
    static QCoro::Task<void> announce(SandboxGateway &gateway, Payments &payments,
                                      QString attemptId, int delayMs);
    /// In how many milliseconds the notice leaves; nothing while there is nothing to tell.
    std::optional<int> noticeDelayMs(const store::SandboxPayment &payment, Course course) const;

    Site &m_site;
    SandboxGateway &m_gateway;
};

} // namespace petalpost::server
