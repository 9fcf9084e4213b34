// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"

namespace petalpost::sync {

/// The server's time as well as it is known: this computer's clock plus the last offset seen.
class ServerClock
{
public:
    explicit ServerClock(const Clock &clock)
        : m_clock(clock)
    {
    }

    qint64 nowMs() const { return m_clock.nowMs() + m_offsetMs; }
    qint64 offsetMs() const { return m_offsetMs; }
    void setOffsetMs(qint64 offsetMs) { m_offsetMs = offsetMs; }
    /// The server said it is \a serverMs now.
    void adjust(qint64 serverMs) { m_offsetMs = serverMs - m_clock.nowMs(); }
    /// The server said so in whole seconds: less than a second of difference is none.
    void adjustBySecond(qint64 serverMs)
    {
        const qint64 offsetMs = serverMs + 500 - m_clock.nowMs();
        m_offsetMs = qAbs(offsetMs) <= 1000 ? 0 : offsetMs;
    }

private:
    const Clock &m_clock;
    qint64 m_offsetMs = 0;
};

} // namespace petalpost::sync
