// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

#include <memory>

namespace petalpost::server {

/// The customer pages, Korean at `/` and English at `/en`. They call the same services as the JSON
/// interface and answer HTML. Lives in the server's thread and must outlive the http::Server.
class ShopPages
{
public:
    /// Call initShopResources() first. Reads every template; ends the program when one is broken.
    explicit ShopPages(ShopDeps deps);
    ~ShopPages();
    Q_DISABLE_COPY_MOVE(ShopPages)

    void addRoutes(http::Router &router);
    /// For http::Server::setErrorPage().
    http::Response errorPage(const http::Request &request, http::Response problem) const;

private:
    struct Pages;

    std::unique_ptr<Pages> m_pages;
};

} // namespace petalpost::server
