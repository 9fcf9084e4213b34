// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/payment.h"
#include "core/domain/result.h"
#include "core/storage/server/paymentstore.h"
#include "core/storage/server/writer.h"

#include <qcorotask.h>

#include <QtCore/QUrlQuery>

namespace petalpost::server {

/// What a gateway is asked to charge.
struct Charge
{
    PaymentAttempt attempt;
    QString description{}; ///< what the customer buys, in the customer's language
    QString locale = QStringLiteral("ko");
    QString
        returnUrl{}; ///< where the provider sends the customer back; carries the attempt's id only
    QString shopUrl{}; ///< where the shop is reached, without trailing slash
    bool attended = true; ///< a customer sits at a browser and can be sent to a page
};

/// Where a customer pays. A charge without a customer may be decided at once by gateways that can.
struct HostedPage
{
    QString url{}; ///< absolute, or a path on this server
    QString providerReference{};
    bool decided = false; ///< nothing to visit: read the outcome now
};

/// A pay page of our own that runs a provider's script: the template of that provider's name is
/// filled with \a values, and only here the policy lets \a hosts in.
struct ScriptedPage
{
    QString scriptUrl{};
    QStringList hosts; ///< origins that the page may load from, connect to and frame
    QHash<QString, QString> values;
};

/// What the customer's browser carried back from the provider. It says which payment is meant and
/// what the customer believes; what is true is read from the provider.
struct CustomerReturn
{
    QString providerReference{}; ///< empty when the return names none
    std::optional<qint64> amountMinor; ///< to be compared with the attempt before any confirming
    QString failure{}; ///< the provider's code when the customer could not or did not pay
};

/// One refund as the provider's books have it.
struct ProviderRefund
{
    enum class State { Pending, Done, Failed };

    QString reference{}; ///< what the provider calls it
    State state = State::Done;
    QString failure{}; ///< the provider's code when it failed
};

/// The outcome as the provider's own books say it, the only truth about money.
struct ProviderPayment
{
    /// Authenticated: the customer agreed, and the money moves when confirm() is called.
    /// Processing: the customer did their part and the provider has not decided yet.
    enum class Outcome { Open, Processing, Approved, Declined, Authenticated };

    Outcome outcome = Outcome::Open;
    Money amount;
    qint64 approvedAtMs = 0; ///< by the provider's clock; 0 = it does not say
    QString reference{}; ///< what the provider calls the payment; empty: as before
    qint64 refundedMinor = 0; ///< all that went back, also what somebody sent back over there
    qint64 feeMinor = 0; ///< what the provider keeps; 0 = it does not say
    std::optional<qint64> taxFreeMinor{}; ///< as the provider booked it; nothing: it does not say
    DepositAccount deposit{}; ///< where the customer transfers, or transferred, the money to
    QString noticeSecret{}; ///< what its notices about this payment will carry
    QString failure{}; ///< the provider's code for a decline
};

/// A chargeback: the customer's bank takes, or took, the money back.
struct Dispute
{
    enum class State { Open, Lost, Won };

    QString reference{};
    qint64 amountMinor = 0;
    State state = State::Open;
};

/// What a provider's notice (webhook) is about, after it proved genuine where the provider signs.
/// It never says how much or whether: that is read from the provider.
struct ProviderNotice
{
    QString eventId{}; ///< unique for the provider; empty when it has none
    QString attemptId{}; ///< empty when only the reference is known
    QString providerReference{};
    QString secret{}; ///< to be compared with PaymentAttempt::noticeSecret when both are there
    std::optional<Dispute> dispute;
};

/// One movement of money in the provider's own list of a day.
struct ProviderEntry
{
    QString attemptId{}; ///< as far as the provider carries it
    QString reference{}; ///< of the payment
    LedgerKind kind = LedgerKind::Charge; ///< Charge, Refund, Fee or Chargeback
    Money amount; ///< never negative
    qint64 atMs = 0;
};

/// Whom the keys belong to, for `petalpostd payment check`.
struct ProviderAccount
{
    QString name{}; ///< the provider's word for the account; may be empty
    bool test = false; ///< keys that move no money
};

/// A payment provider; one file each. No call is made while a database transaction is open, every
/// call has a deadline, and every call that moves money carries a stored id as its idempotency key.
///
/// Refusals of every call: ProviderUnavailable when it is not known whether the provider acted, so
/// the same call may be made again under the same key; ProviderNotAsked when it certainly did not
/// hear of it; PaymentDeclined (value: the provider's code) for a definite no; NotAllowed when
/// the provider does not accept our keys.
///
/// All functions run in the server's thread.
class PaymentGateway
{
public:
    PaymentGateway() = default;
    virtual ~PaymentGateway() = default;
    Q_DISABLE_COPY_MOVE(PaymentGateway)

    /// The word stored with each attempt.
    virtual QString name() const = 0;
    /// Whether money moves only when we confirm() what the customer agreed to.
    virtual bool confirms() const { return false; }

    /// Prepares a charge; the same attempt asked again answers the same page.
    virtual QCoro::Task<Result<HostedPage>> begin(Charge charge) = 0;
    /// Our own pay page for \a attempt, for providers whose script must run on one.
    virtual std::optional<ScriptedPage> scriptedPage(const Charge &) const { return std::nullopt; }
    /// For a gateway whose books lie in this very database: decides a charge without a customer in
    /// the transaction that opened the attempt. Every provider outside answers nothing here, for no
    /// transaction is held while somebody else is asked.
    virtual std::optional<ProviderPayment> decideWithin(Transaction &, const PaymentAttempt &)
    {
        return std::nullopt;
    }

    /// Reads what the customer's browser brought back.
    virtual CustomerReturn readReturn(const QUrlQuery &) const { return {}; }
    /// Makes the money move; only where confirms() says so. Asked again it moves nothing twice.
    virtual QCoro::Task<Result<ProviderPayment>> confirm(PaymentAttempt attempt)
    {
        return lookup(std::move(attempt));
    }
    virtual QCoro::Task<Result<ProviderPayment>> lookup(PaymentAttempt attempt) = 0;
    /// Sees to it that nobody can pay any more, then answers as lookup().
    virtual QCoro::Task<Result<ProviderPayment>> close(PaymentAttempt attempt)
    {
        return lookup(std::move(attempt));
    }

    /// Gives money back; the same RefundRow::callKey asked again moves nothing twice. A refund that
    /// was asked for before (tries > 0) is looked for first.
    virtual QCoro::Task<Result<ProviderRefund>> refund(PaymentAttempt attempt,
                                                       store::RefundRow refund) = 0;

    /// Reads a notice from its headers (lower-case names) and its raw body. Refuses with NotAllowed
    /// when it is forged, stale or altered, NotFound when it is about nothing of ours, and
    /// InvalidText when it cannot be read.
    virtual Result<ProviderNotice> readNotice(const QHash<QByteArray, QByteArray> &,
                                              const QByteArray &) const
    {
        return refuse(RefusalCode::NotFound);
    }

    /// Every movement of money from \a fromMs to before \a toMs by the provider's clock.
    virtual QCoro::Task<Result<std::vector<ProviderEntry>>> list(qint64 fromMs, qint64 toMs) = 0;
    /// Asks the provider whether it accepts our keys; moves nothing.
    virtual QCoro::Task<Result<ProviderAccount>> check() = 0;
};

} // namespace petalpost::server
