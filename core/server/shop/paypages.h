// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// The pay page of our own for gateways whose script must run on one. It alone lets in another
/// host's script, and it is the only page that needs JavaScript: without, it offers another way.
class PayPages
{
public:
    explicit PayPages(Site &site)
        : m_site(site)
    {
    }

    /// `/shop/pay/{attempt}`: the widget; or where the attempt has got to since.
    QCoro::Task<http::Response> show(const Language &language, http::Request request);
    /// Pays the same order at another gateway.
    QCoro::Task<http::Response> change(const Language &language, http::Request request);

private:
    /// What lets the browser run the script of \a page, and of nobody else.
    static QByteArray policyFor(const ScriptedPage &page);
    std::vector<View> furtherWays(const Words &words, const QString &gateway) const;
    http::Response payPage(const Language &language, const Shop &shop, const ChargedOrder &charged,
                           const ScriptedPage &page);
    QCoro::Task<http::Response> tooLate(const Language &language, QString attemptId);

    Site &m_site;
};

} // namespace petalpost::server
