// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/pagecache.h"

namespace petalpost::server {

namespace {

constexpr qint64 secondMs = 1'000;

} // namespace

std::optional<PageCache::Moment> PageCache::now()
{
    const auto version = m_version ? m_version() : std::nullopt;
    if (!version)
        return std::nullopt;
    return Moment{*version, m_clock.nowMs() / secondMs};
}

std::optional<http::Response> PageCache::find(const std::optional<Moment> &now,
                                              const QString &key) const
{
    const auto kept = m_pages.constFind(key);
    if (!now || *now != m_moment || kept == m_pages.cend())
        return std::nullopt;
    return *kept;
}

void PageCache::keep(const std::optional<Moment> &since, const QString &key,
                     const http::Response &page)
{
    const bool whole = page.status == 200 || page.status == 304;
    if (!since || !whole || key.size() > longestKey)
        return;
    if (*since != m_moment || m_pages.size() >= mostPages)
        m_pages.clear();
    m_moment = *since;
    m_pages.insert(key, page);
}

} // namespace petalpost::server
