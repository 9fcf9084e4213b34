// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/shop/site.h"

namespace petalpost::server {

/// The menu and the pages of single items.
class MenuPages
{
public:
    explicit MenuPages(Site &site)
        : m_site(site)
    {
    }

    QCoro::Task<http::Response> menu(const Language &language, http::Request request);
    /// `?d=2025-05-09` chooses the day, `?all=1` lists every day that can be ordered for.
    QCoro::Task<http::Response> item(const Language &language, http::Request request);

private:
    QCoro::Task<Result<View>> dayView(const Texts &texts, qint64 productId, QDate chosen, bool all);

    Site &m_site;
};

/// Reviews as the item page and the review page show them.
View reviewView(const Texts &texts, const Review &review);

/// The first window that can be ordered, looking at most \a days days ahead from \a first.
QCoro::Task<Result<std::optional<WindowOffer>>> earliestOffer(Catalogue &catalogue, QDate first,
                                                              int days, qint64 nowMs);

} // namespace petalpost::server
