// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/callguard.h"

namespace petalpost::server {

CallGuard::CallGuard(CallKind kind, const Clock &clock, Dice dice, GuardLimits limits)
    : m_kind(kind)
    , m_breaker(clock, limits.breaker)
    , m_bulkhead(limits.bulkhead)
    , m_budget(clock)
    , m_dice(std::move(dice))
{
}

QCoro::Task<Result<CircuitBreaker::Permit>> CallGuard::enter()
{
    if (const auto checked = m_breaker.check(); !checked)
        co_return refuse(checked.error());
    const auto place = co_await m_bulkhead.enter();
    if (!place)
        co_return refuse(place.error());
    // The breaker may have opened while this one stood in the queue.
    const auto permit = m_breaker.admit();
    if (!permit)
        m_bulkhead.leave();
    co_return permit;
}

void CallGuard::leave(CircuitBreaker::Permit permit, CallVerdict verdict)
{
    m_breaker.report(permit, verdict);
    m_bulkhead.leave();
    if (m_reported)
        m_reported();
}

QFuture<bool> CallGuard::pause(int failedTries)
{
    return m_delays.after(RetryPauses::pauseMs(failedTries, m_dice));
}

void CallGuard::stop()
{
    m_bulkhead.stop();
    m_delays.stop();
}

} // namespace petalpost::server
