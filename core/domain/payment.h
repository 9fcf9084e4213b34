// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/money.h"
#include "core/domain/words.h"

#include <QtCore/QDateTime>

namespace petalpost {

/// Where the money of an order stands, independent of the work on it.
enum class PaymentState {
    Pending,
    Confirming,
    Paid,
    Failed,
    Unknown,
    RefundPending,
    Refunded,
    PartiallyRefunded,
    RefundFailed,
};

inline constexpr std::array<Word<PaymentState>, 9> paymentStateWords{{
    {PaymentState::Pending, QLatin1StringView("pending")},
    {PaymentState::Confirming, QLatin1StringView("confirming")},
    {PaymentState::Paid, QLatin1StringView("paid")},
    {PaymentState::Failed, QLatin1StringView("failed")},
    {PaymentState::Unknown, QLatin1StringView("unknown")},
    {PaymentState::RefundPending, QLatin1StringView("refund_pending")},
    {PaymentState::Refunded, QLatin1StringView("refunded")},
    {PaymentState::PartiallyRefunded, QLatin1StringView("partially_refunded")},
    {PaymentState::RefundFailed, QLatin1StringView("refund_failed")},
}};

inline QLatin1StringView word(PaymentState state)
{
    return wordOf(paymentStateWords, state);
}

/// Where one refund stands.
enum class RefundState {
    Pending,
    Refunded,
    Failed,
    Withdrawn, ///< the edit that asked for it was undone before the provider heard of it
};

inline constexpr std::array<Word<RefundState>, 4> refundStateWords{{
    {RefundState::Pending, QLatin1StringView("refund_pending")},
    {RefundState::Refunded, QLatin1StringView("refunded")},
    {RefundState::Failed, QLatin1StringView("refund_failed")},
    {RefundState::Withdrawn, QLatin1StringView("refund_withdrawn")},
}};

inline QLatin1StringView word(RefundState state)
{
    return wordOf(refundStateWords, state);
}

/// One movement in the ledger of an order, or one fact about money that did not move.
enum class LedgerKind {
    Attempt, ///< a charge was asked for; nothing moved yet
    Declined, ///< the provider said no, or the customer gave up
    Charge, ///< the one charge that counts for its charge request
    Surplus, ///< money that nothing was owed for: a second charge, a late one, another amount
    RefundAsked, ///< we want to give back; nothing moved yet
    Refund, ///< went back to the customer
    RefundFailed, ///< the provider refused to give back
    RefundSeen, ///< went back without us: somebody used the provider's own pages
    Fee, ///< what the provider keeps
    Chargeback, ///< the customer's bank took the money back
    ChargebackWon, ///< and returned it
    RefundWithdrawn, ///< what was asked back is kept: the edit behind it was undone
};

inline constexpr std::array<Word<LedgerKind>, 12> ledgerKindWords{{
    {LedgerKind::Attempt, QLatin1StringView("attempt")},
    {LedgerKind::Declined, QLatin1StringView("declined")},
    {LedgerKind::Charge, QLatin1StringView("charge")},
    {LedgerKind::Surplus, QLatin1StringView("surplus")},
    {LedgerKind::RefundAsked, QLatin1StringView("refund_asked")},
    {LedgerKind::Refund, QLatin1StringView("refund")},
    {LedgerKind::RefundFailed, QLatin1StringView("refund_failed")},
    {LedgerKind::RefundSeen, QLatin1StringView("refund_seen")},
    {LedgerKind::Fee, QLatin1StringView("fee")},
    {LedgerKind::Chargeback, QLatin1StringView("chargeback")},
    {LedgerKind::ChargebackWon, QLatin1StringView("chargeback_won")},
    {LedgerKind::RefundWithdrawn, QLatin1StringView("refund_withdrawn")},
}};

inline QLatin1StringView word(LedgerKind kind)
{
    return wordOf(ledgerKindWords, kind);
}

/// One row of the ledger; rows are only ever added.
struct LedgerEntry
{
    qint64 id = 0;
    qint64 atMs = 0;
    qint64 orderId = 0;
    QString attemptId;
    LedgerKind kind = LedgerKind::Attempt;
    Money amount; ///< never negative; the kind says which way it went
    QString reference{}; ///< what tells two entries of one kind and attempt apart: a refund's id …
    QString detail{}; ///< a word on why, never personal

    bool operator==(const LedgerEntry &) const = default;
};

/// What became of an order's money so far, in the smallest unit of the currency of its total.
struct MoneyFacts
{
    qint64 chargedMinor = 0; ///< taken by the payment providers, whatever became of it
    qint64 refundedMinor = 0; ///< went back
    qint64 refundPendingMinor = 0; ///< is on its way back
    qint64 refundFailedMinor = 0; ///< the provider refused to give it back
    QString refundFailure{}; ///< the provider's word on why; empty when it gave none
    qint64 disputedMinor = 0; ///< the customer's bank took it back
    qint64 unclearSinceMs = 0; ///< since when the provider owes an answer; 0 = it owes none

    bool operator==(const MoneyFacts &) const = default;

    /// What can still be given back; never negative.
    qint64 refundableMinor() const
    {
        const qint64 goneMinor =
            refundedMinor + refundPendingMinor + refundFailedMinor + disputedMinor;
        return chargedMinor > goneMinor ? chargedMinor - goneMinor : 0;
    }
};

/// Where a customer transfers money to, for charges that wait for a deposit.
struct DepositAccount
{
    QString bank{};
    QString number{};
    QString holder{};
    qint64 dueAtMs = 0; ///< after this nothing can be deposited any more

    bool operator==(const DepositAccount &) const = default;
};

/// One try to charge an order at a gateway. Its id travels in the provider's return address, is the
/// idempotency key of the charge, and opens nothing by itself.
struct PaymentAttempt
{
    QString id; ///< random UUID without braces
    qint64 orderId = 0;
    QString gateway;
    Money amount;
    PaymentState state = PaymentState::Pending;
    QString providerReference; ///< what the provider calls it; empty until the provider answered
    qint64 createdAtMs = 0;
    qint64 settledAtMs = 0;
    qint64 refundRequestedMinor = 0; ///< never above amount; the database checks it
    qint64 refundedMinor = 0;
    /// Which debt of the order it is for: 0 the order itself, n the n-th extra asked by an edit.
    int chargeRequest = 0;
    qint64 taxFreeMinor = 0; ///< the part of the amount without value-added tax
    DepositAccount deposit{}; ///< without a number unless the customer chose to transfer the money
    QString noticeSecret{}; ///< what the provider's notices about this attempt must carry
    qint64 nextReadMs = 0; ///< when the provider is read again; 0 = nothing is waited for
    int reads = 0; ///< how often that happened without a decision
    qint64 disputedMinor = 0; ///< what the customer's bank took back

    bool operator==(const PaymentAttempt &) const = default;
};

} // namespace petalpost
