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
    void set(qint64 nowMs) { m_nowMs = nowMs; }
    void advance(qint64 ms) { m_nowMs += ms; }

private:
    std::atomic<qint64> m_nowMs = startMs;
};

} // namespace petalpost::test
