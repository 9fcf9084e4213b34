// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/guardedgateway.h"

namespace petalpost::server {

namespace {

/// What an answer says about the provider's health: a "no" is an answer as good as a "yes".
CallVerdict verdictOf(RefusalCode code)
{
    if (isProviderSilent(code))
        return CallVerdict::Failure;
    const bool ourOwn = code == RefusalCode::Busy || code == RefusalCode::StorageFailed;
    return ourOwn ? CallVerdict::Neutral : CallVerdict::Success;
}

template<class T>
QCoro::Task<CallOutcome<T>> judged(QCoro::Task<Result<T>> call)
{
    auto result = co_await call;
    const auto verdict = result ? CallVerdict::Success : verdictOf(result.error().code);
    CallOutcome<T> outcome{std::move(result), verdict, true};
    co_return outcome;
}

} // namespace

/// While the breaker of \a kind is half open, a read that moves no money finds out whether the
/// provider answers again. Refuses with ProviderNotAsked when it does not.
QCoro::Task<Result<void>> GuardedGateway::readFirst(CallKind kind)
{
    if (m_guards.of(kind).breaker().state() != BreakerState::HalfOpen)
        co_return {};
    std::function<QCoro::Task<CallOutcome<ProviderAccount>>()> call = [this] {
        return judged(m_inner.check());
    };
    const auto answer = co_await guarded(&m_guards.of(CallKind::Read), std::move(call), 1);
    if (!answer && isProviderSilent(answer.error().code))
        co_return refuse(RefusalCode::ProviderNotAsked);
    co_return {};
}

QCoro::Task<Result<HostedPage>> GuardedGateway::begin(Charge charge)
{
    if (const auto answers = co_await readFirst(CallKind::Charge); !answers)
        co_return refuse(answers.error());
    std::function<QCoro::Task<CallOutcome<HostedPage>>()> call =
        [this, charge = std::move(charge)] { return judged(m_inner.begin(charge)); };
    co_return co_await guarded(&m_guards.of(CallKind::Charge), std::move(call));
}

QCoro::Task<Result<ProviderPayment>> GuardedGateway::confirm(PaymentAttempt attempt)
{
    if (const auto answers = co_await readFirst(CallKind::Charge); !answers)
        co_return refuse(answers.error());
    std::function<QCoro::Task<CallOutcome<ProviderPayment>>()> call =
        [this, attempt = std::move(attempt)] { return judged(m_inner.confirm(attempt)); };
    co_return co_await guarded(&m_guards.of(CallKind::Charge), std::move(call));
}

QCoro::Task<Result<ProviderPayment>> GuardedGateway::lookup(PaymentAttempt attempt)
{
    std::function<QCoro::Task<CallOutcome<ProviderPayment>>()> call =
        [this, attempt = std::move(attempt)] { return judged(m_inner.lookup(attempt)); };
    co_return co_await guarded(&m_guards.of(CallKind::Read), std::move(call));
}

QCoro::Task<Result<ProviderPayment>> GuardedGateway::close(PaymentAttempt attempt)
{
    std::function<QCoro::Task<CallOutcome<ProviderPayment>>()> call =
        [this, attempt = std::move(attempt)] { return judged(m_inner.close(attempt)); };
    co_return co_await guarded(&m_guards.of(CallKind::Read), std::move(call));
}

QCoro::Task<Result<ProviderRefund>> GuardedGateway::refund(PaymentAttempt attempt,
                                                           store::RefundRow refund)
{
    if (const auto answers = co_await readFirst(CallKind::Refund); !answers)
        co_return refuse(answers.error());
    std::function<QCoro::Task<CallOutcome<ProviderRefund>>()> call =
        [this, attempt = std::move(attempt), refund = std::move(refund)] {
            return judged(m_inner.refund(attempt, refund));
        };
    co_return co_await guarded(&m_guards.of(CallKind::Refund), std::move(call));
}

QCoro::Task<Result<std::vector<ProviderEntry>>> GuardedGateway::list(qint64 fromMs, qint64 toMs)
{
    std::function<QCoro::Task<CallOutcome<std::vector<ProviderEntry>>>()> call =
        [this, fromMs, toMs] { return judged(m_inner.list(fromMs, toMs)); };
    co_return co_await guarded(&m_guards.of(CallKind::Read), std::move(call));
}

} // namespace petalpost::server
