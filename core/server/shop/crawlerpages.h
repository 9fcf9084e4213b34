// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// What programs read about the shop: robots.txt, the sitemap and the web application manifest.
class CrawlerPages
{
public:
    explicit CrawlerPages(Site &site)
        : m_site(site)
    {
    }

    QCoro::Task<http::Response> robots(http::Request request);
    /// Every page that may be found, each with its other language.
    QCoro::Task<http::Response> sitemap(http::Request request);
    QCoro::Task<http::Response> manifest(const Language &language, http::Request request);

private:
    Site &m_site;
};

} // namespace petalpost::server
