// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/gateway.h"
#include "core/server/payment/providerguards.h"

namespace petalpost::server {

/// A gateway behind its guards: while the provider does not answer, charges, refunds and reads are
/// refused each on their own at once, and no call waits where it would only join a queue. Every
/// call that moves money carries its key, so each may be tried again.
class GuardedGateway final : public PaymentGateway
{
public:
    /// Both outlive this.
    GuardedGateway(PaymentGateway &inner, ProviderGuards &guards)
        : m_inner(inner)
        , m_guards(guards)
    {
    }

    QString name() const override { return m_inner.name(); }
    bool confirms() const override { return m_inner.confirms(); }
    QCoro::Task<Result<HostedPage>> begin(Charge charge) override;
    std::optional<ScriptedPage> scriptedPage(const Charge &charge) const override
    {
        return m_inner.scriptedPage(charge);
    }
    std::optional<ProviderPayment> decideWithin(Transaction &transaction,
                                                const PaymentAttempt &attempt) override
    {
        return m_inner.decideWithin(transaction, attempt);
    }
    CustomerReturn readReturn(const QUrlQuery &query) const override
    {
        return m_inner.readReturn(query);
    }
    QCoro::Task<Result<ProviderPayment>> confirm(PaymentAttempt attempt) override;
    QCoro::Task<Result<ProviderPayment>> lookup(PaymentAttempt attempt) override;
    QCoro::Task<Result<ProviderPayment>> close(PaymentAttempt attempt) override;
    QCoro::Task<Result<ProviderRefund>> refund(PaymentAttempt attempt,
                                               store::RefundRow refund) override;
    Result<ProviderNotice> readNotice(const QHash<QByteArray, QByteArray> &headers,
                                      const QByteArray &body) const override
    {
        return m_inner.readNotice(headers, body);
    }
    QCoro::Task<Result<std::vector<ProviderEntry>>> list(qint64 fromMs, qint64 toMs) override;
    QCoro::Task<Result<ProviderAccount>> check() override { return m_inner.check(); }

private:
    QCoro::Task<Result<void>> readFirst(CallKind kind);

    PaymentGateway &m_inner;
    ProviderGuards &m_guards;
};

} // namespace petalpost::server
