// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/ops/ratelimit.h"

#include "core/server/orders/addresses.h"

namespace petalpost::server {

bool RateLimit::allow(const QByteArray &caller, int perMinute)
{
    if (perMinute <= 0)
        return true;
    const QByteArray address = countedAddress(caller);
    const qint64 nowMs = m_clock.nowMs();
    if (nowMs - m_windowStartMs >= windowMs || nowMs < m_windowStartMs) {
        m_counts.clear();
        m_windowStartMs = nowMs;
    }
    const bool known = m_counts.contains(address);
    const QByteArray counted = known || m_counts.size() < maxAddresses ? address : QByteArray();
    return ++m_counts[counted] <= perMinute;
}

} // namespace petalpost::server
