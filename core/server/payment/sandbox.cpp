// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/sandbox.h"

#include "core/server/orders/tokens.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int referenceLength = 24;
constexpr auto stateOpen = "open"_L1;
constexpr auto stateApproved = "approved"_L1;
constexpr auto stateDeclined = "declined"_L1;

Result<store::SandboxPayment> found(std::optional<store::SandboxPayment> payment)
{
    if (!payment)
        return refuse(RefusalCode::NotFound);
    return std::move(*payment);
}

} // namespace

QString SandboxGateway::pagePath(const QString &reference)
{
    return u"/sandbox/pay/"_s + reference;
}

QString SandboxGateway::name() const
{
    return u"sandbox"_s;
}

QCoro::Task<Result<HostedPage>> SandboxGateway::begin(Charge charge)
{
    const bool attended = charge.attended;
    auto writtenLater =
        m_writer.write([charge](Transaction &transaction) -> Result<store::SandboxPayment> {
            return store::insertSandboxPayment(
                transaction.db(),
                {randomToken(referenceLength), charge.attempt.id, charge.attempt.amount,
                 charge.attended ? QString(stateOpen) : QString(stateApproved), 0});
        });
    const auto written = co_await writtenLater;
    if (!written)
        co_return refuse(written.error());
    co_return HostedPage{pagePath(written->reference), written->reference, !attended};
}

std::optional<ProviderPayment> SandboxGateway::decideWithin(Transaction &transaction,
                                                            const PaymentAttempt &attempt)
{
    store::insertSandboxPayment(transaction.db(), {randomToken(referenceLength), attempt.id,
                                                   attempt.amount, stateApproved, 0});
    return ProviderPayment{ProviderPayment::Outcome::Approved, attempt.amount};
}

QCoro::Task<Result<ProviderPayment>> SandboxGateway::lookup(PaymentAttempt attempt)
{
    auto readLater = m_reader.read([attempt](Database &database) {
        return found(store::findSandboxPaymentOf(database, attempt.id));
    });
    const auto read = co_await readLater;
    if (!read && read.error().code == RefusalCode::NotFound)
        co_return ProviderPayment{ProviderPayment::Outcome::Open, attempt.amount};
    if (!read)
        co_return refuse(read.error());
    const auto outcome = read->state == stateApproved   ? ProviderPayment::Outcome::Approved
                         : read->state == stateDeclined ? ProviderPayment::Outcome::Declined
                                                        : ProviderPayment::Outcome::Open;
    // The sandbox keeps the code of a currency; its exponent is the attempt's.
    const Money amount{read->amount.minor,
                       {read->amount.currency.code, attempt.amount.currency.exponent}};
    co_return ProviderPayment{outcome, amount};
}

QCoro::Task<Result<void>> SandboxGateway::refund(PaymentAttempt attempt, store::RefundRow refund)
{
    auto outcome = m_writer.write([attempt, refund](Transaction &transaction) -> Result<void> {
        const auto payment = store::findSandboxPaymentOf(transaction.db(), attempt.id);
        if (!payment
            || !store::refundSandboxPayment(transaction.db(), refund.id, payment->reference,
                                            refund.amountMinor))
            return refuse(RefusalCode::PaymentDeclined);
        return {};
    });
    co_return co_await outcome;
}

QFuture<Result<store::SandboxPayment>> SandboxGateway::payment(const QString &reference)
{
    return m_reader.read([reference](Database &database) {
        return found(store::findSandboxPayment(database, reference));
    });
}

QFuture<Result<store::SandboxPayment>> SandboxGateway::decide(const QString &reference,
                                                              bool approve)
{
    return m_writer.write([=](Transaction &transaction) {
        store::decideSandboxPayment(transaction.db(), reference,
                                    approve ? stateApproved : stateDeclined);
        return found(store::findSandboxPayment(transaction.db(), reference));
    });
}

} // namespace petalpost::server
