// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// What the shop owes its customers in words: terms, privacy, cancelling and refunds. They say what
/// this program does; whoever changes that changes them.
class LegalPages
{
public:
    explicit LegalPages(Site &site)
        : m_site(site)
    {
    }

    QCoro::Task<http::Response> terms(const Language &language, http::Request request);
    QCoro::Task<http::Response> privacy(const Language &language, http::Request request);
    QCoro::Task<http::Response> refunds(const Language &language, http::Request request);

private:
    Site &m_site;
};

} // namespace petalpost::server
