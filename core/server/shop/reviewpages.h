// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// The review of a delivered order, behind the order's own token: once per order, 30 days.
class ReviewPages
{
public:
    explicit ReviewPages(Site &site)
        : m_site(site)
    {
    }

    QCoro::Task<http::Response> show(const Language &language, http::Request request);
    QCoro::Task<http::Response> write(const Language &language, http::Request request);

private:
    /// What was typed and what is wrong with it.
    struct Filled
    {
        int rating = 0;
        QString text;
        QString ratingError;
        QString textError;
    };

    QCoro::Task<http::Response> reviewPage(const Language &language, Order order, QString token,
                                           Filled filled);

    Site &m_site;
};

} // namespace petalpost::server
