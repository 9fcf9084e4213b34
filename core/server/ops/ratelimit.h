// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

namespace petalpost::server {

/// Counts calls by address in windows of one minute. Remembers at most maxAddresses; when more come
/// within a minute, the new ones share one count.
class RateLimit
{
public:
    static constexpr qint64 windowMs = 60'000;
    static constexpr int maxAddresses = 16'384;

    explicit RateLimit(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// Counts one call; false when \a caller's address (see countedAddress()) made more than
    /// \a perMinute. 0 switches the limit off.
    bool allow(const QByteArray &caller, int perMinute);

private:
    const Clock &m_clock;
    qint64 m_windowStartMs = 0;
    QHash<QByteArray, int> m_counts;
};

} // namespace petalpost::server
