// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/circuitbreaker.h"

#include <algorithm>

namespace petalpost::server {

namespace {

constexpr int percent = 100;
constexpr qint64 secondMs = 1'000;

} // namespace

CircuitBreaker::CircuitBreaker(const Clock &clock, BreakerLimits limits)
    : m_clock(clock)
    , m_limits(limits)
    , m_sinceMs(clock.nowMs())
    , m_closedAtMs(clock.steadyMs())
{
}

Result<void> CircuitBreaker::check()
{
    const BreakerState now = state();
    if (now == BreakerState::Closed
        || (now == BreakerState::HalfOpen && probesOut() < m_limits.probes))
        return {};
    ++m_counters.refused;
    const qint64 seconds = (pauseLeftMs() + secondMs - 1) / secondMs;
    return refuse(RefusalCode::ProviderNotAsked, {}, QString::number(std::max(seconds, 1LL)));
}

Result<CircuitBreaker::Permit> CircuitBreaker::admit()
{
    if (const auto checked = check(); !checked)
        return refuse(checked.error());
    const Permit permit{++m_lastNumber, m_period};
    if (!m_closed) {
        const qint64 nowMs = m_clock.steadyMs();
        std::erase_if(m_probes, [nowMs](const Probe &probe) { return probe.deadlineMs <= nowMs; });
        m_probes.push_back({permit.number, nowMs + m_limits.probeDeadlineMs});
    }
    ++m_counters.calls;
    return permit;
}

void CircuitBreaker::report(Permit permit, CallVerdict verdict)
{
    if (verdict == CallVerdict::Failure)
        ++m_counters.failures;
    if (permit.period != m_period)
        return;
    if (m_closed) {
        if (verdict != CallVerdict::Neutral)
            note(verdict == CallVerdict::Failure);
        if (shouldOpen())
            open();
        return;
    }
    if (std::erase_if(m_probes,
                      [permit](const Probe &probe) { return probe.number == permit.number; })
        == 0)
        return; // reported before, or given up
    if (verdict == CallVerdict::Success)
        close();
    else if (verdict == CallVerdict::Failure)
        open();
}

BreakerState CircuitBreaker::state() const
{
    if (m_closed)
        return BreakerState::Closed;
    return m_clock.steadyMs() < m_reopensAtMs ? BreakerState::Open : BreakerState::HalfOpen;
}

int CircuitBreaker::ejections() const
{
    if (!m_closed)
        return m_ejections;
    const qint64 forgiven = (m_clock.steadyMs() - m_closedAtMs) / m_limits.forgiveMs;
    return int(std::max<qint64>(0, m_ejections - forgiven));
}

void CircuitBreaker::note(bool failed)
{
    m_failuresInARow = failed ? m_failuresInARow + 1 : 0;
    m_window.push_back(failed);
    if (int(m_window.size()) > m_limits.windowCalls)
        m_window.pop_front();
}

bool CircuitBreaker::shouldOpen() const
{
    if (m_failuresInARow >= m_limits.consecutiveFailures)
        return true;
    const auto calls = qint64(m_window.size());
    const qint64 failures = std::ranges::count(m_window, true);
    return calls >= m_limits.minCalls && failures * percent >= calls * m_limits.failurePercent;
}

void CircuitBreaker::open()
{
    if (m_closed)
        m_sinceMs = m_clock.nowMs();
    // More of them would lengthen no pause, only the time until they are forgotten.
    const int enough = (m_limits.maxOpenMs + m_limits.openMs - 1) / m_limits.openMs;
    m_ejections = std::min(ejections() + 1, enough);
    m_closed = false;
    m_reopensAtMs = m_clock.steadyMs() + pauseMs(m_ejections);
    m_probes.clear();
    ++m_period;
}

void CircuitBreaker::close()
{
    m_closed = true;
    m_sinceMs = m_clock.nowMs();
    m_closedAtMs = m_clock.steadyMs();
    m_window.clear();
    m_failuresInARow = 0;
    m_probes.clear();
    ++m_period;
}

int CircuitBreaker::probesOut() const
{
    const qint64 nowMs = m_clock.steadyMs();
    return int(std::ranges::count_if(
        m_probes, [nowMs](const Probe &probe) { return probe.deadlineMs > nowMs; }));
}

qint64 CircuitBreaker::pauseLeftMs() const
{
    return m_closed ? 0 : std::max<qint64>(0, m_reopensAtMs - m_clock.steadyMs());
}

int CircuitBreaker::pauseMs(int ejections) const
{
    return int(std::min<qint64>(qint64(m_limits.openMs) * ejections, m_limits.maxOpenMs));
}

} // namespace petalpost::server
