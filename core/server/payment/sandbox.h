// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/server/payment/delays.h"
#include "core/server/payment/gateway.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/sandboxstore.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// What a person does on the sandbox's hosted page.
enum class SandboxAnswer {
    Approve,
    Decline,
    ThreeSteps, ///< identity, then the card company, then the approval
    NextStep,
    ApproveLate, ///< the customer returns at once, the approval comes later
    Hang ///< every question is left unanswered for a while; then it turns out approved
};

inline constexpr std::array<Word<SandboxAnswer>, 6> sandboxAnswerWords{{
    {SandboxAnswer::Approve, QLatin1StringView("approve")},
    {SandboxAnswer::Decline, QLatin1StringView("decline")},
    {SandboxAnswer::ThreeSteps, QLatin1StringView("steps")},
    {SandboxAnswer::NextStep, QLatin1StringView("next")},
    {SandboxAnswer::ApproveLate, QLatin1StringView("late")},
    {SandboxAnswer::Hang, QLatin1StringView("hang")},
}};

/// How far a sandbox payment is.
enum class SandboxStage { Open, Identity, CardCompany, Late, Hanging, Approved, Declined };

inline constexpr std::array<Word<SandboxStage>, 7> sandboxStageWords{{
    {SandboxStage::Open, QLatin1StringView("open")},
    {SandboxStage::Identity, QLatin1StringView("identity")},
    {SandboxStage::CardCompany, QLatin1StringView("cardCompany")},
    {SandboxStage::Late, QLatin1StringView("late")},
    {SandboxStage::Hanging, QLatin1StringView("hanging")},
    {SandboxStage::Approved, QLatin1StringView("approved")},
    {SandboxStage::Declined, QLatin1StringView("declined")},
}};

/// The patience of the sandbox, milliseconds.
struct SandboxTimes
{
    int lateMs = 10'000; ///< until a late approval
    int hangMs = 30'000; ///< until a hanging payment answers again
    int lookupDeadlineMs = 5'000; ///< how long one question is left hanging
    int noticeMs = 3'000; ///< how far a notice lags behind a customer who returns first
};

/// The embedded provider for trying the shop: keeps its own books in the database and has its own
/// hosted page, marked TEST, on which a person approves, declines, or tries what real providers do
/// on a bad day. No money moves.
class SandboxGateway final : public PaymentGateway
{
public:
    /// \a clock must outlive the gateway.
    SandboxGateway(Writer &writer, Reader &reader, const Clock &clock, SandboxTimes times = {})
        : m_writer(writer)
        , m_reader(reader)
        , m_clock(clock)
        , m_times(times)
    {
    }

    /// The hosted page of the payment \a reference.
    static QString pagePath(const QString &reference);

    QString name() const override;
    QCoro::Task<Result<HostedPage>> begin(Charge charge) override;
    std::optional<ProviderPayment> decideWithin(Transaction &transaction,
                                                const PaymentAttempt &attempt) override;
    QCoro::Task<Result<ProviderPayment>> lookup(PaymentAttempt attempt) override;
    QCoro::Task<Result<ProviderRefund>> refund(PaymentAttempt attempt,
                                               store::RefundRow refund) override;
    QCoro::Task<Result<ProviderPayment>> close(PaymentAttempt attempt) override;
    QCoro::Task<Result<std::vector<ProviderEntry>>> list(qint64 fromMs, qint64 toMs) override;
    QCoro::Task<Result<ProviderAccount>> check() override;

    /// What the hosted page shows; NotFound for an unknown reference.
    QFuture<Result<store::SandboxPayment>> payment(const QString &reference);
    /// The buttons of the hosted page. A press that does not fit where the payment stands, as a
    /// second one, changes nothing and answers what is.
    QFuture<Result<store::SandboxPayment>> answer(const QString &reference, SandboxAnswer answer);
    /// How far \a payment is by now.
    SandboxStage stageOf(const store::SandboxPayment &payment) const;

    const SandboxTimes &times() const { return m_times; }
    /// True when \a delayMs are over, false when the gateway stopped before.
    QFuture<bool> after(int delayMs) { return m_delays.after(delayMs); }
    /// Leaves nothing hanging any more: every open question is answered with ProviderUnavailable.
    void stop() { m_delays.stop(); }

private:
    Writer &m_writer;
    Reader &m_reader;
    const Clock &m_clock;
    const SandboxTimes m_times;
    Delays m_delays;
};

} // namespace petalpost::server
