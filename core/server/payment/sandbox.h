// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/gateway.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// The embedded provider for trying the shop: keeps its own books in the database and has its own
/// hosted page, marked TEST, on which a person approves or declines. No money moves.
class SandboxGateway final : public PaymentGateway
{
public:
    SandboxGateway(Writer &writer, Reader &reader)
        : m_writer(writer)
        , m_reader(reader)
    {
    }

    /// The hosted page of the payment \a reference.
    static QString pagePath(const QString &reference);

    QString name() const override;
    QCoro::Task<Result<HostedPage>> begin(Charge charge) override;
    std::optional<ProviderPayment> decideWithin(Transaction &transaction,
                                                const PaymentAttempt &attempt) override;
    QCoro::Task<Result<ProviderPayment>> lookup(PaymentAttempt attempt) override;
    QCoro::Task<Result<void>> refund(PaymentAttempt attempt, store::RefundRow refund) override;

    /// What the hosted page shows; NotFound for an unknown reference.
    QFuture<Result<store::SandboxPayment>> payment(const QString &reference);
    /// The buttons of the hosted page. A second press changes nothing and answers the first
    /// decision.
    QFuture<Result<store::SandboxPayment>> decide(const QString &reference, bool approve);

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace petalpost::server
