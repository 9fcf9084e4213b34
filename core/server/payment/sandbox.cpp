// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/sandbox.h"

#include "core/server/orders/tokens.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int referenceLength = 24;

QString stageWord(SandboxStage stage)
{
    return wordOf(sandboxStageWords, stage);
}

/// Where \a answer leads from \a stage; nothing when it does not fit there.
std::optional<SandboxStage> next(SandboxStage stage, SandboxAnswer answer)
{
    using enum SandboxStage;
    const bool undecided = stage == Open || stage == Identity || stage == CardCompany;
    switch (answer) {
    case SandboxAnswer::Approve:
        return stage == Open || stage == CardCompany ? std::optional(Approved) : std::nullopt;
    case SandboxAnswer::Decline:
        return undecided ? std::optional(Declined) : std::nullopt;
    case SandboxAnswer::ThreeSteps:
        return stage == Open ? std::optional(Identity) : std::nullopt;
    case SandboxAnswer::NextStep:
        return stage == Identity ? std::optional(CardCompany) : std::nullopt;
    case SandboxAnswer::ApproveLate:
        return stage == Open ? std::optional(Late) : std::nullopt;
    case SandboxAnswer::Hang:
        return stage == Open ? std::optional(Hanging) : std::nullopt;
    }
    Q_UNREACHABLE();
}

SandboxStage storedStage(const store::SandboxPayment &payment)
{
    return fromWord(sandboxStageWords, payment.state).value_or(SandboxStage::Open);
}

/// Payments that decide themselves have done so when their time is over.
SandboxStage stageAt(const store::SandboxPayment &payment, qint64 nowMs)
{
    const SandboxStage stage = storedStage(payment);
    const bool decidesItself = stage == SandboxStage::Late || stage == SandboxStage::Hanging;
    return decidesItself && payment.dueAtMs <= nowMs ? SandboxStage::Approved : stage;
}

ProviderPayment::Outcome outcomeOf(SandboxStage stage)
{
    using Outcome = ProviderPayment::Outcome;
    switch (stage) {
    case SandboxStage::Open:
    case SandboxStage::Identity:
    case SandboxStage::CardCompany:
        return Outcome::Open;
    case SandboxStage::Late:
    case SandboxStage::Hanging:
        return Outcome::Processing;
    case SandboxStage::Approved:
        return Outcome::Approved;
    case SandboxStage::Declined:
        return Outcome::Declined;
    }
    Q_UNREACHABLE();
}

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
                 stageWord(charge.attended ? SandboxStage::Open : SandboxStage::Approved), 0,
                 charge.attended ? 0 : transaction.nowMs()});
        });
    const auto written = co_await writtenLater;
    if (!written)
        co_return refuse(written.error());
    co_return HostedPage{pagePath(written->reference), written->reference, !attended};
}

std::optional<ProviderPayment> SandboxGateway::decideWithin(Transaction &transaction,
                                                            const PaymentAttempt &attempt)
{
    store::insertSandboxPayment(transaction.db(),
                                {randomToken(referenceLength), attempt.id, attempt.amount,
                                 stageWord(SandboxStage::Approved), 0, transaction.nowMs()});
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
    const SandboxStage stage = stageOf(*read);
    if (stage == SandboxStage::Hanging) {
        auto silence = m_delays.after(m_times.lookupDeadlineMs);
        co_await silence;
        co_return refuse(RefusalCode::ProviderUnavailable);
    }
    // The sandbox keeps the code of a currency; its exponent is the attempt's.
    const Money amount{read->amount.minor,
                       {read->amount.currency.code, attempt.amount.currency.exponent}};
    const auto outcome = outcomeOf(stage);
    const bool approved = outcome == ProviderPayment::Outcome::Approved;
    ProviderPayment payment{outcome, amount, approved ? read->dueAtMs : 0};
    payment.reference = read->reference;
    payment.refundedMinor = read->refundedMinor;
    co_return payment;
}

QCoro::Task<Result<ProviderPayment>> SandboxGateway::close(PaymentAttempt attempt)
{
    auto closing = m_writer.write([id = attempt.id](Transaction &transaction) -> Result<void> {
        Database &database = transaction.db();
        const auto payment = store::findSandboxPaymentOf(database, id);
        const auto stage =
            payment ? next(storedStage(*payment), SandboxAnswer::Decline) : std::nullopt;
        if (stage) {
            store::stepSandboxPayment(database, payment->reference,
                                      wordOf(sandboxStageWords, storedStage(*payment)),
                                      wordOf(sandboxStageWords, *stage), transaction.nowMs());
        }
        return {};
    });
    const auto closed = co_await closing;
    if (!closed)
        co_return refuse(closed.error());
    co_return co_await lookup(std::move(attempt));
}

QCoro::Task<Result<ProviderRefund>> SandboxGateway::refund(PaymentAttempt attempt,
                                                           store::RefundRow refund)
{
    auto outcome =
        m_writer.write([attempt, refund](Transaction &transaction) -> Result<ProviderRefund> {
            Database &database = transaction.db();
            const auto payment = store::findSandboxPaymentOf(database, attempt.id);
            if (payment && stageAt(*payment, transaction.nowMs()) == SandboxStage::Approved) {
                store::stepSandboxPayment(database, payment->reference,
                                          wordOf(sandboxStageWords, storedStage(*payment)),
                                          wordOf(sandboxStageWords, SandboxStage::Approved),
                                          payment->dueAtMs); // the statement lists it by then
            }
            if (!payment
                || !store::refundSandboxPayment(transaction.db(), refund.id, payment->reference,
                                                refund.amountMinor, transaction.nowMs()))
                return refuse(RefusalCode::PaymentDeclined, u"refund"_s, u"not-refundable"_s);
            return ProviderRefund{refund.id, ProviderRefund::State::Done, {}};
        });
    co_return co_await outcome;
}

QCoro::Task<Result<std::vector<ProviderEntry>>> SandboxGateway::list(qint64 fromMs, qint64 toMs)
{
    const qint64 knownToMs = std::min(toMs, m_clock.nowMs() + 1);
    auto readLater = m_reader.read([=](Database &database) -> Result<std::vector<ProviderEntry>> {
        std::vector<ProviderEntry> entries;
        for (const auto &payment : store::sandboxPaymentsBetween(database, fromMs, knownToMs)) {
            entries.push_back({payment.attemptId, payment.reference, LedgerKind::Charge,
                               payment.amount, payment.dueAtMs});
        }
        for (const auto &refund : store::sandboxRefundsBetween(database, fromMs, knownToMs)) {
            entries.push_back(
                {refund.attemptId, refund.id, LedgerKind::Refund, refund.amount, refund.atMs});
        }
        return entries;
    });
    co_return co_await readLater;
}

QCoro::Task<Result<ProviderAccount>> SandboxGateway::check()
{
    co_return ProviderAccount{u"sandbox"_s, true};
}

QFuture<Result<store::SandboxPayment>> SandboxGateway::payment(const QString &reference)
{
    return m_reader.read([reference](Database &database) {
        return found(store::findSandboxPayment(database, reference));
    });
}

QFuture<Result<store::SandboxPayment>> SandboxGateway::answer(const QString &reference,
                                                              SandboxAnswer answer)
{
    return m_writer.write([=, times = m_times](Transaction &transaction) {
        Database &database = transaction.db();
        const auto payment = store::findSandboxPayment(database, reference);
        const auto stage = payment ? next(storedStage(*payment), answer) : std::nullopt;
        if (stage) {
            const qint64 waitMs = stage == SandboxStage::Late      ? times.lateMs
                                  : stage == SandboxStage::Hanging ? times.hangMs
                                                                   : 0;
            store::stepSandboxPayment(
                database, reference, wordOf(sandboxStageWords, storedStage(*payment)),
                wordOf(sandboxStageWords, *stage), transaction.nowMs() + waitMs);
        }
        return found(store::findSandboxPayment(database, reference));
    });
}

SandboxStage SandboxGateway::stageOf(const store::SandboxPayment &payment) const
{
    return stageAt(payment, m_clock.nowMs());
}

} // namespace petalpost::server
