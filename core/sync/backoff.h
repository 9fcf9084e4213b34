// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QtGlobal>

namespace petalpost::sync {

/// Waiting times between tries: random between nothing and a bound that doubles with every failure
/// (full jitter), so that the desks of a restarted server do not come back all at once.
class Backoff
{
public:
    Backoff(int firstMs, int maxMs);

    /// The next waiting time in milliseconds; raises the bound for the one after.
    int nextMs();
    /// The server answered: the next failure waits shortly again.
    void reset() { m_failures = 0; }
    /// The bound, in milliseconds, after \a failures failures in a row.
    int boundMs(int failures) const;

private:
    int m_firstMs;
    int m_maxMs;
    int m_failures = 0;
};

} // namespace petalpost::sync
