// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/clock.h"

#include <QtCore/QDateTime>

#include <ctime>

namespace petalpost {

Clock::~Clock() = default;

qint64 SystemClock::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 SystemClock::steadyMs() const
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now); // MONOTONIC would stand still while the lid is closed
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

} // namespace petalpost
