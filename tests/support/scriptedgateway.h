// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/gateway.h"

#include <qcorofuture.h>

#include <QtCore/QPromise>

#include <map>

namespace petalpost::test {

using server::Charge;
using server::HostedPage;
using server::PaymentGateway;
using server::ProviderAccount;
using server::ProviderEntry;
using server::ProviderPayment;
using server::ProviderRefund;

/// A provider that says what a test tells it to, and keeps books of what it was asked.
class ScriptedGateway final : public PaymentGateway
{
public:
    QString name() const override { return QStringLiteral("scripted"); }
    bool confirms() const override { return confirming; }

    QCoro::Task<Result<HostedPage>> begin(Charge charge) override
    {
        if (unavailable)
            co_return refuse(silence);
        co_return HostedPage{QStringLiteral("https://pay.example/") + charge.attempt.id,
                             charge.attempt.id, false};
    }

    QCoro::Task<Result<ProviderPayment>> lookup(PaymentAttempt attempt) override
    {
        ++lookups;
        if (slow) {
            const QFuture<void> answer = held.future();
            co_await answer;
        }
        if (unavailable)
            co_return refuse(silence);
        const auto known = payments.find(attempt.id);
        if (known == payments.end())
            co_return ProviderPayment{ProviderPayment::Outcome::Open, attempt.amount};
        const ProviderPayment answer = known->second; // what is returned is moved away
        co_return answer;
    }

    QCoro::Task<Result<ProviderPayment>> confirm(PaymentAttempt attempt) override
    {
        ++confirmCalls;
        auto asked = lookup(attempt);
        auto answer = co_await asked;
        if (answer && answer->outcome == ProviderPayment::Outcome::Authenticated) {
            ++captures;
            answer->outcome = ProviderPayment::Outcome::Approved;
            payments[attempt.id] = *answer;
        }
        co_return answer;
    }

    QCoro::Task<Result<ProviderRefund>> refund(PaymentAttempt attempt,
                                               store::RefundRow refund) override
    {
        ++refundCalls;
        if (slow) {
            const QFuture<void> answer = held.future();
            co_await answer;
        }
        if (unavailable)
            co_return refuse(silence);
        if (refusesRefunds)
            co_return refuse(RefusalCode::PaymentDeclined);
        if (refunded.insert({refund.callKey, refund.amountMinor}).second)
            givenBackMinor[attempt.id] += refund.amountMinor;
        co_return ProviderRefund{refund.id, ProviderRefund::State::Done, {}};
    }

    QCoro::Task<Result<std::vector<ProviderEntry>>> list(qint64, qint64) override
    {
        co_return std::vector<ProviderEntry>();
    }
    QCoro::Task<Result<ProviderAccount>> check() override { co_return ProviderAccount{}; }

    std::map<QString, ProviderPayment> payments; ///< by attempt
    std::map<QString, qint64> refunded; ///< by refund id
    std::map<QString, qint64> givenBackMinor; ///< by attempt
    QPromise<void> held; ///< a slow answer comes when this finishes
    bool slow = false;
    bool unavailable = false;
    RefusalCode silence = RefusalCode::ProviderUnavailable; ///< how it is then refused
    bool refusesRefunds = false;
    bool confirming = false; ///< money moves at confirm() only
    int confirmCalls = 0;
    int captures = 0; ///< how often money moved at confirm()
    int lookups = 0;
    int refundCalls = 0;
};

} // namespace petalpost::test
