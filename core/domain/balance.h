// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/money.h"
#include "core/domain/words.h"

#include <QtCore/QDate>

#include <vector>

namespace petalpost {

/// What does not add up between the orders, the ledger, a provider's list and the SMS ledger. The
/// most urgent come first.
enum class DifferenceKind {
    UnknownCharge, ///< the provider took money that is not in our ledger
    PaidWithoutCharge, ///< an order is paid and no charge counts for it
    ChargeWithoutOrder, ///< a charge counts for an order that is not paid
    AmountDiffers, ///< both have the charge, with different amounts
    MissingCharge, ///< our ledger has a charge that the provider does not list
    UnbookedRefund, ///< the provider gave money back and our ledger does not have it
    MissingRefund, ///< our ledger has a refund that the provider does not list (any more)
    RefundFailed, ///< the provider refused to give money back
    SurplusNotReturned, ///< money that nothing was owed for is still not back
    RefundPending, ///< asked for long ago and not decided
    PaymentUndecided, ///< nobody knows whether the customer paid
    Chargeback, ///< the customer's bank took the money back
    ProviderNotRead, ///< its list could not be read: nothing of it is compared
    SmsMissing, ///< a change of state that was not texted
    SmsFailed,
    SmsUnknown, ///< may or may not have left
    Other, ///< named by a newer server
};

inline constexpr std::array<Word<DifferenceKind>, 17> differenceKindWords{{
    {DifferenceKind::UnknownCharge, QLatin1StringView("unknown_charge")},
    {DifferenceKind::PaidWithoutCharge, QLatin1StringView("paid_without_charge")},
    {DifferenceKind::ChargeWithoutOrder, QLatin1StringView("charge_without_order")},
    {DifferenceKind::AmountDiffers, QLatin1StringView("amount_differs")},
    {DifferenceKind::MissingCharge, QLatin1StringView("missing_charge")},
    {DifferenceKind::UnbookedRefund, QLatin1StringView("unbooked_refund")},
    {DifferenceKind::MissingRefund, QLatin1StringView("missing_refund")},
    {DifferenceKind::RefundFailed, QLatin1StringView("refund_failed")},
    {DifferenceKind::SurplusNotReturned, QLatin1StringView("surplus_not_returned")},
    {DifferenceKind::RefundPending, QLatin1StringView("refund_pending")},
    {DifferenceKind::PaymentUndecided, QLatin1StringView("payment_undecided")},
    {DifferenceKind::Chargeback, QLatin1StringView("chargeback")},
    {DifferenceKind::ProviderNotRead, QLatin1StringView("provider_not_read")},
    {DifferenceKind::SmsMissing, QLatin1StringView("sms_missing")},
    {DifferenceKind::SmsFailed, QLatin1StringView("sms_failed")},
    {DifferenceKind::SmsUnknown, QLatin1StringView("sms_unknown")},
    {DifferenceKind::Other, QLatin1StringView("other")},
}};

inline QLatin1StringView word(DifferenceKind kind)
{
    return wordOf(differenceKindWords, kind);
}

/// What a press of a button can do about a difference.
enum class Repair {
    None, ///< a person must look
    ReadAgain, ///< the provider is read, or asked again, now
    RetryRefund, ///< refused refunds are asked for once more
};

inline constexpr std::array<Word<Repair>, 3> repairWords{{
    {Repair::None, QLatin1StringView("none")},
    {Repair::ReadAgain, QLatin1StringView("read_again")},
    {Repair::RetryRefund, QLatin1StringView("retry_refund")},
}};

inline QLatin1StringView word(Repair repair)
{
    return wordOf(repairWords, repair);
}

/// What became of a repair.
enum class RepairOutcome {
    Asked, ///< the provider was read or asked; the balance says what came of it
    NothingLeft, ///< somebody, or the server itself, was faster
};

inline constexpr std::array<Word<RepairOutcome>, 2> repairOutcomeWords{{
    {RepairOutcome::Asked, QLatin1StringView("asked")},
    {RepairOutcome::NothingLeft, QLatin1StringView("nothing_left")},
}};

inline QLatin1StringView word(RepairOutcome outcome)
{
    return wordOf(repairOutcomeWords, outcome);
}

/// One thing that does not add up.
struct Difference
{
    DifferenceKind kind = DifferenceKind::Other;
    Repair repair = Repair::None;
    QString gateway{}; ///< empty when no provider has to do with it
    qint64 orderId = 0; ///< 0 when no order of ours is known
    QString attemptId{};
    QString refundId{};
    std::optional<Money> expected; ///< what our own books say
    std::optional<Money> actual; ///< what the other side says
    qint64 atMs = 0; ///< when it happened, by the clock of whoever has it
    QString detail{}; ///< the provider's code, its reference, or the SMS's event; never personal

    bool operator==(const Difference &) const = default;
};

/// Whether a provider's own list was compared with the ledger.
enum class ListState {
    Compared,
    NotRead, ///< it did not answer
    NotInUse, ///< it is not configured any more, so nobody can be asked
};

inline constexpr std::array<Word<ListState>, 3> listStateWords{{
    {ListState::Compared, QLatin1StringView("compared")},
    {ListState::NotRead, QLatin1StringView("not_read")},
    {ListState::NotInUse, QLatin1StringView("not_in_use")},
}};

inline QLatin1StringView word(ListState state)
{
    return wordOf(listStateWords, state);
}

/// What moved in a day, in minor units of one currency; none is negative but the net.
struct MoneyMoved
{
    qint64 chargedMinor = 0; ///< charges that count for an order
    qint64 surplusMinor = 0; ///< taken although nothing was owed
    qint64 refundedMinor = 0; ///< of charges that count
    qint64 surplusReturnedMinor = 0;
    qint64 feesMinor = 0;
    qint64 chargebacksMinor = 0; ///< taken back by banks, less what they returned

    bool operator==(const MoneyMoved &) const = default;
    qint64 netMinor() const
    {
        return chargedMinor + surplusMinor - refundedMinor - surplusReturnedMinor - feesMinor
               - chargebacksMinor;
    }
    MoneyMoved &operator+=(const MoneyMoved &other)
    {
        chargedMinor += other.chargedMinor;
        surplusMinor += other.surplusMinor;
        refundedMinor += other.refundedMinor;
        surplusReturnedMinor += other.surplusReturnedMinor;
        feesMinor += other.feesMinor;
        chargebacksMinor += other.chargebacksMinor;
        return *this;
    }
};

/// How many movements there were, and what they come to in minor units.
struct Tally
{
    int count = 0;
    qint64 minor = 0;

    bool operator==(const Tally &) const = default;
    void add(qint64 amountMinor)
    {
        ++count;
        minor += amountMinor;
    }
    /// One that was added turned out to be none.
    void takeAway(qint64 amountMinor)
    {
        --count;
        minor -= amountMinor;
    }
};

/// A day's movements as one side has them, by that side's own clock.
struct SideSums
{
    Tally charges; ///< also of money that nothing was owed for
    Tally refunds; ///< less those that came back
    Tally chargebacks; ///< less those that were returned

    bool operator==(const SideSums &) const = default;
};

/// What moved through one provider in one currency: by our own ledger, and beside it as the orders
/// and the provider's list have it.
struct GatewaySums
{
    QString gateway;
    ListState list = ListState::Compared;
    Currency currency;
    MoneyMoved moved;
    Tally orders{}; ///< paid on that day by this provider
    SideSums ledger{};
    std::optional<SideSums> listed{}; ///< nothing while the list is not compared

    bool operator==(const GatewaySums &) const = default;
};

/// A day's balance in the shop's time zone.
struct Balance
{
    QDate date;
    qint64 fromMs = 0;
    qint64 toMs = 0;
    bool complete = true; ///< false: the day has more than could be compared
    int orders = 0; ///< paid on that day; flowers that make an earlier order good are not
    int ordersByHand = 0; ///< of these, paid to the florist and not through a provider
    std::vector<Money> byHand; ///< what these came to, one amount a currency
    std::vector<GatewaySums> gateways;
    std::vector<Difference> differences;

    bool operator==(const Balance &) const = default;
    /// Everything was compared and nothing differs.
    bool isBalanced() const { return complete && differences.empty(); }
};

} // namespace petalpost
