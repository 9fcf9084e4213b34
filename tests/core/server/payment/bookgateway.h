// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/server/payment/gateway.h"

namespace petalpost::test {

/// A provider with books that a test writes.
class BookGateway final : public server::PaymentGateway
{
public:
    explicit BookGateway(const Clock &clock)
        : m_clock(clock)
    {
    }
    QString name() const override { return QStringLiteral("books"); }
    QCoro::Task<Result<server::HostedPage>> begin(server::Charge) override
    {
        co_return server::HostedPage{};
    }
    QCoro::Task<Result<server::ProviderPayment>> lookup(PaymentAttempt attempt) override
    {
        ++lookups;
        if (silent)
            co_return refuse(RefusalCode::ProviderUnavailable);
        server::ProviderPayment payment{server::ProviderPayment::Outcome::Open, attempt.amount};
        for (const server::ProviderEntry &entry : entries) {
            if (entry.attemptId != attempt.id)
                continue;
            if (entry.kind == LedgerKind::Charge)
                payment.outcome = server::ProviderPayment::Outcome::Approved;
            else
                payment.refundedMinor += entry.amount.minor;
        }
        co_return payment;
    }
    QCoro::Task<Result<server::ProviderRefund>> refund(PaymentAttempt attempt,
                                                       store::RefundRow refund) override
    {
        if (silent)
            co_return refuse(RefusalCode::ProviderUnavailable);
        if (refusesRefunds)
            co_return refuse(RefusalCode::PaymentDeclined, QStringLiteral("refund"),
                             QStringLiteral("NO_BALANCE"));
        entries.push_back({attempt.id,
                           QStringLiteral("key"),
                           LedgerKind::Refund,
                           {refund.amountMinor, attempt.amount.currency},
                           m_clock.nowMs()});
        co_return server::ProviderRefund{refund.id, server::ProviderRefund::State::Done, {}};
    }
    QCoro::Task<Result<std::vector<server::ProviderEntry>>> list(qint64 fromMs,
                                                                 qint64 toMs) override
    {
        if (silent)
            co_return refuse(RefusalCode::ProviderUnavailable);
        std::vector<server::ProviderEntry> some;
        for (const server::ProviderEntry &entry : entries) {
            if (entry.atMs >= fromMs && entry.atMs < toMs)
                some.push_back(entry);
        }
        co_return some;
    }
    QCoro::Task<Result<server::ProviderAccount>> check() override
    {
        co_return server::ProviderAccount{};
    }

    std::vector<server::ProviderEntry> entries;
    bool silent = false;
    bool refusesRefunds = false;
    int lookups = 0;

private:
    const Clock &m_clock;
};

} // namespace petalpost::test
