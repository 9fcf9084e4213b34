// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QtGlobal>

namespace petalpost {

/// The only source of time. Handed in by constructor so that tests own the time.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock();
    Q_DISABLE_COPY_MOVE(Clock)

    /// Milliseconds since the Unix epoch, UTC. Callable from every thread.
    virtual qint64 nowMs() const = 0;
    /// Milliseconds since some fixed moment. Nobody sets it forward or back, and it goes on while
    /// the computer sleeps: the distance between two readings is true. Callable from every thread.
    virtual qint64 steadyMs() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
    qint64 steadyMs() const override;
};

} // namespace petalpost
