// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/domain/providerhealth.h"
#include "core/domain/result.h"

#include <deque>

namespace petalpost::server {

/// What a call says about the provider's health.
enum class CallVerdict {
    Success,
    Failure, ///< no connection, no TLS, no answer in time, 5xx, 429, or "try again later"
    /// Nothing: the customer's card was declined, our request was refused, or it was never sent.
    Neutral,
};

/// When a breaker opens and for how long.
struct BreakerLimits
{
    int windowCalls = 20; ///< the newest calls that the share of failures is taken from
    int minCalls = 5; ///< with fewer in the window the share says nothing
    int failurePercent = 50; ///< of the window; from here on it opens
    int consecutiveFailures = 5; ///< opens also with a window full of successes
    int openMs = 30'000; ///< the pause, times the ejections so far
    int maxOpenMs = 300'000; ///< no pause is longer
    int probes = 2; ///< calls under way at a time while half open
    /// A probe without a report for so long is given up. Longer than any call may take.
    int probeDeadlineMs = 60'000;
    int forgiveMs = 600'000; ///< so long closed, and one ejection is forgotten
};

/// Stops asking a provider that does not answer, so that nobody waits for it in vain. Plain and
/// synchronous: no timers, no I/O. Lives in one thread.
class CircuitBreaker
{
public:
    /// Leave for one call. Belongs to the breaker's life at that moment: a report that comes after
    /// the breaker has opened or closed meanwhile changes its state no more.
    struct Permit
    {
        qint64 number = 0;
        qint64 period = 0;
    };

    /// Since the start of the server.
    struct Counters
    {
        qint64 calls = 0;
        qint64 failures = 0;
        qint64 refused = 0;

        bool operator==(const Counters &) const = default;
    };

    /// \a clock must outlive the breaker.
    explicit CircuitBreaker(const Clock &clock, BreakerLimits limits = {});

    /// Leave for one call, which must be followed by one report(). Refuses with ProviderNotAsked
    /// while open, and while half open as soon as the probes are out.
    Result<Permit> admit();
    /// As admit(), but takes no leave: for turning callers away before they queue for it.
    Result<void> check();
    void report(Permit permit, CallVerdict verdict);

    BreakerState state() const;
    /// Since when the provider answers, or does not: see ProviderHealth::sinceMs.
    qint64 sinceMs() const { return m_sinceMs; }
    /// How often in a row it opened; falls by one with every forgiveMs that it is closed.
    int ejections() const;
    /// Until the pause is over; 0 when there is none.
    qint64 pauseLeftMs() const;
    const Counters &counters() const { return m_counters; }

private:
    struct Probe
    {
        qint64 number = 0;
        qint64 deadlineMs = 0; ///< on the steady clock
    };

    void note(bool failed);
    bool shouldOpen() const;
    void open();
    void close();
    int probesOut() const;
    int pauseMs(int ejections) const;

    const Clock &m_clock;
    const BreakerLimits m_limits;
    std::deque<bool> m_window; ///< newest last; true = failed
    int m_failuresInARow = 0;
    int m_ejections = 0; ///< as of the last opening
    bool m_closed = true;
    qint64 m_sinceMs = 0;
    qint64 m_closedAtMs = 0; ///< on the steady clock, as the next
    qint64 m_reopensAtMs = 0; ///< when the pause is over
    qint64 m_period = 0;
    qint64 m_lastNumber = 0;
    std::vector<Probe> m_probes;
    Counters m_counters;
};

} // namespace petalpost::server
