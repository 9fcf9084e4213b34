// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/bulkhead.h"
#include "core/server/payment/circuitbreaker.h"
#include "core/server/payment/delays.h"
#include "core/server/payment/retry.h"

#include <qcorofuture.h>
#include <qcorotask.h>

namespace petalpost::server {

/// How long a provider is given to accept a connection.
inline constexpr int connectDeadlineMs = 3'000;

/// How long one try of a call may take, connecting included. Whoever makes the call keeps to it.
constexpr int deadlineMsOf(CallKind kind)
{
    return kind == CallKind::Read ? 10'000 : 30'000;
}

/// The end of one try.
template<class T>
struct CallOutcome
{
    /// ProviderNotAsked when certainly nothing was sent, ProviderUnavailable when nobody knows.
    Result<T> result;
    CallVerdict verdict = CallVerdict::Success;
    /// The same call may be sent again without moving money twice: it only reads, or it carries
    /// the same idempotency key again.
    bool retrySafe = false;
};

struct GuardLimits
{
    BreakerLimits breaker = {};
    BulkheadLimits bulkhead = {};
};

/// What stands between us and one kind of call to one provider: a breaker, a bulkhead and a budget
/// of retries. Used through guarded(). Lives in the server's thread and must outlive the calls.
class CallGuard
{
public:
    static constexpr int maxTries = 3; ///< of a call that may be repeated

    /// \a clock must outlive the guard.
    CallGuard(CallKind kind, const Clock &clock, Dice dice = randomUpTo, GuardLimits limits = {});

    /// Leave to call, with a place to do it in; to be given back with leave(). Refuses with
    /// ProviderNotAsked while the provider does not answer, or too many calls run and wait.
    QCoro::Task<Result<CircuitBreaker::Permit>> enter();
    void leave(CircuitBreaker::Permit permit, CallVerdict verdict);

    /// Counts a call, which earns a part of a retry.
    void noteCall() { m_budget.noteCall(); }
    /// True when a retry is left in the budget; it is then used up.
    bool takeRetry() { return m_budget.take(); }
    /// True after the pause that follows \a failedTries tries; false when stop() came first.
    QFuture<bool> pause(int failedTries);

    /// Ends every wait: what has not been sent is refused, what failed is not tried again.
    void stop();
    /// Called after each leave(), when the breaker may stand differently.
    void setReported(std::function<void()> reported) { m_reported = std::move(reported); }

    CallKind kind() const { return m_kind; }
    const CircuitBreaker &breaker() const { return m_breaker; }
    const Bulkhead &bulkhead() const { return m_bulkhead; }

private:
    const CallKind m_kind;
    CircuitBreaker m_breaker;
    Bulkhead m_bulkhead;
    RetryBudget m_budget;
    Dice m_dice;
    Delays m_delays;
    std::function<void()> m_reported;
};

/// A place in the guard, given back even when the call throws.
class GuardedPlace
{
public:
    GuardedPlace(CallGuard &guard, CircuitBreaker::Permit permit)
        : m_guard(guard)
        , m_permit(permit)
    {
    }
    ~GuardedPlace() { m_guard.leave(m_permit, verdict); }
    Q_DISABLE_COPY_MOVE(GuardedPlace)

    CallVerdict verdict = CallVerdict::Neutral;

private:
    CallGuard &m_guard;
    const CircuitBreaker::Permit m_permit;
};

/// Makes \a call under \a guard, up to \a tries times where the outcome allows it. Between two
/// tries it holds no place. Refuses with ProviderNotAsked only when no try at all was sent; once
/// one of them has ended in the dark, silence stays ProviderUnavailable.
template<class T>
QCoro::Task<Result<T>> guarded(CallGuard *guard, std::function<QCoro::Task<CallOutcome<T>>()> call,
                               int tries = CallGuard::maxTries)
{
    std::optional<Refusal> inTheDark;
    guard->noteCall();
    for (int tried = 1;; ++tried) {
        const auto permit = co_await guard->enter();
        if (!permit)
            co_return refuse(inTheDark.value_or(permit.error()));
        CallOutcome<T> outcome;
        {
            GuardedPlace place(*guard, *permit);
            outcome = co_await call();
            place.verdict = outcome.verdict;
        }
        if (outcome.result)
            co_return std::move(outcome.result);
        const Refusal refusal = outcome.result.error();
        if (refusal.code == RefusalCode::ProviderUnavailable)
            inTheDark = refusal;
        const bool mayRepeat = outcome.verdict == CallVerdict::Failure && outcome.retrySafe;
        bool again = mayRepeat && tried < tries && guard->takeRetry();
        if (again)
            again = co_await guard->pause(tried);
        if (!again)
            co_return refuse(isProviderSilent(refusal.code) ? inTheDark.value_or(refusal)
                                                            : refusal);
    }
}

} // namespace petalpost::server
