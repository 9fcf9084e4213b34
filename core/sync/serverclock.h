// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"

namespace petalpost::sync {

/// The server's time as well as it is known: what it last said, plus the time that has gone by
/// since then. Whoever sets this computer's clock meanwhile changes nothing.
class ServerClock
{
public:
    explicit ServerClock(const Clock &clock)
        : m_clock(clock)
    {
        adjust(clock.nowMs());
    }

    qint64 nowMs() const { return m_serverMs + m_clock.steadyMs() - m_steadyMs; }
    /// Server clock minus this computer's; what the next run begins with.
    qint64 offsetMs() const { return nowMs() - m_clock.nowMs(); }
    /// Begins with the \a offsetMs of an earlier run; time never begins before \a notBeforeMs,
    /// which the server's clock had reached then.
    void resume(qint64 offsetMs, qint64 notBeforeMs)
    {
        adjust(qMax(m_clock.nowMs() + offsetMs, notBeforeMs));
    }
    /// The server said it is \a serverMs now.
    void adjust(qint64 serverMs)
    {
        m_serverMs = serverMs;
        m_steadyMs = m_clock.steadyMs();
    }
    /// The server said so in whole seconds: less than a second of difference is none.
    void adjustBySecond(qint64 serverMs)
    {
        const qint64 offsetMs = serverMs + 500 - m_clock.nowMs();
        adjust(m_clock.nowMs() + (qAbs(offsetMs) <= 1000 ? 0 : offsetMs));
    }

private:
    const Clock &m_clock;
    qint64 m_serverMs = 0;
    qint64 m_steadyMs = 0;
};

} // namespace petalpost::sync
