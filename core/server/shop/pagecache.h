// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/server/http/response.h"

#include <QtCore/QHash>

#include <functional>
#include <optional>

namespace petalpost::server {

/// Whole pages that anybody who knows their address sees alike, for as long as nothing was
/// committed to the database and the second is the same. So a page is never older than what is
/// stored, and on a busy day it is written once instead of ten thousand times. Lives in the
/// server's thread.
class PageCache
{
public:
    static constexpr qsizetype mostPages = 64;
    static constexpr qsizetype longestKey = 200; ///< characters

    /// When pages were, or are, as they are.
    struct Moment
    {
        qint64 version = 0; ///< of the database, as its reader sees it
        qint64 second = 0;

        bool operator==(const Moment &) const = default;
    };

    /// The version of the database at the moment it is called; nothing when it cannot be told.
    using Version = std::function<std::optional<qint64>()>;

    /// Without a \a version nothing is kept. \a clock must outlive the cache.
    PageCache(Version version, const Clock &clock)
        : m_version(std::move(version))
        , m_clock(clock)
    {
    }

    /// To be asked before a page reads anything; nothing when nothing can be kept.
    std::optional<Moment> now();
    /// The page of \a key as it was kept at this very moment.
    std::optional<http::Response> find(const std::optional<Moment> &now, const QString &key) const;
    /// Keeps what was read since \a since. Only whole pages (200), and that one is unchanged (304),
    /// are kept, and only under keys of at most longestKey.
    void keep(const std::optional<Moment> &since, const QString &key, const http::Response &page);

private:
    Version m_version;
    const Clock &m_clock;
    Moment m_moment; ///< of every page that is kept
    QHash<QString, http::Response> m_pages;
};

} // namespace petalpost::server
