// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"

#include <atomic>

namespace petalpost::test {

/// A clock that stands still until it is told otherwise.
class FakeClock final : public Clock
{
public:
    static constexpr qint64 startMs = 1'796'000'000'000; ///< 2026-11-30

    qint64 nowMs() const override { return m_nowMs; }
    qint64 steadyMs() const override { return m_steadyMs; }
    void set(qint64 nowMs) { advance(nowMs - m_nowMs); }
    void advance(qint64 ms)
    {
        m_nowMs += ms;
        m_steadyMs += ms;
    }
    /// Somebody sets the computer's clock; no time goes by.
    void setWallClock(qint64 nowMs) { m_nowMs = nowMs; }

private:
    std::atomic<qint64> m_nowMs = startMs;
    std::atomic<qint64> m_steadyMs = 7'000'000;
};

} // namespace petalpost::test
