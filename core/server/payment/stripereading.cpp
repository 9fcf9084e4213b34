// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/stripereading.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server::stripe {

namespace {

using Outcome = ProviderPayment::Outcome;

constexpr int usualExponent = 2;
constexpr std::array zeroDecimal{
    "BIF"_L1, "CLP"_L1, "DJF"_L1, "GNF"_L1, "JPY"_L1, "KMF"_L1, "KRW"_L1, "MGA"_L1,
    "PYG"_L1, "RWF"_L1, "VND"_L1, "VUV"_L1, "XAF"_L1, "XOF"_L1, "XPF"_L1,
};
constexpr std::array ownRules{"BHD"_L1, "ISK"_L1, "JOD"_L1, "KWD"_L1, "OMR"_L1, "TND"_L1, "UGX"_L1};

tl::unexpected<Refusal> unreadable()
{
    return refuse(RefusalCode::ProviderUnavailable);
}

/// Stripe's currency words are in lower case.
Currency currencyOf(const QJsonValue &code)
{
    const QString upper = code.toString().toUpper();
    return {upper, exponentOf(upper).value_or(usualExponent)};
}

std::optional<Money> moneyOf(const QJsonValue &minor, const QJsonValue &currency)
{
    const auto amount = minorOf(minor);
    if (!amount || currency.toString().isEmpty())
        return std::nullopt;
    return Money{*amount, currencyOf(currency)};
}

qint64 msOf(const QJsonValue &seconds)
{
    return seconds.toInteger() * 1000;
}

/// Why the customer's last try did not succeed.
QString failureOf(const QJsonObject &intent)
{
    const QJsonObject error = intent.value("last_payment_error"_L1).toObject();
    for (const auto name : {"decline_code"_L1, "code"_L1, "type"_L1}) {
        if (error.value(name).isString())
            return error.value(name).toString();
    }
    return u"failed"_s;
}

/// What Stripe kept, where it kept it in the currency of the charge; else it is not ours to
/// convert.
qint64 feeOf(const QJsonObject &charge)
{
    const QJsonObject booked = charge.value("balance_transaction"_L1).toObject();
    const bool sameCurrency = booked.value("currency"_L1) == charge.value("currency"_L1);
    return sameCurrency ? minorOf(booked.value("fee"_L1)).value_or(0) : 0;
}

Result<ProviderPayment> approved(const QJsonObject &intent)
{
    const QJsonObject charge = intent.value("latest_charge"_L1).toObject();
    const auto taken = moneyOf(charge.value("amount_captured"_L1), charge.value("currency"_L1));
    const auto received = moneyOf(intent.value("amount_received"_L1), intent.value("currency"_L1));
    const auto refunded = minorOf(charge.value("amount_refunded"_L1));
    const QString id = intent.value("id"_L1).toString();
    if (!taken || !refunded || received != taken || id.isEmpty())
        return unreadable();
    ProviderPayment payment;
    payment.outcome = Outcome::Approved;
    payment.amount = *taken;
    payment.approvedAtMs = msOf(charge.value("created"_L1));
    payment.reference = id;
    payment.refundedMinor = *refunded;
    payment.feeMinor = feeOf(charge);
    return payment;
}

/// How a session stands that is not paid. An intent under way counts more than the session's word.
std::optional<Outcome> unpaidOutcome(const QString &status, const QString &intent)
{
    const bool underWay =
        intent == "processing"_L1 || intent == "succeeded"_L1 || intent == "requires_capture"_L1;
    if (underWay)
        return Outcome::Processing;
    if (status == "open"_L1)
        return Outcome::Open;
    if (status == "expired"_L1)
        return Outcome::Declined;
    if (status != "complete"_L1)
        return std::nullopt;
    const bool failed = intent == "requires_payment_method"_L1 || intent == "canceled"_L1;
    return failed ? Outcome::Declined : Outcome::Processing;
}

struct Category
{
    QLatin1StringView word;
    LedgerKind kind;
};

/// Stripe's reporting categories that move a customer's money.
constexpr std::array categories{
    Category{"charge"_L1, LedgerKind::Charge},
    Category{"charge_failure"_L1, LedgerKind::Chargeback},
    Category{"refund"_L1, LedgerKind::Refund},
    Category{"refund_failure"_L1, LedgerKind::RefundFailed},
    Category{"dispute"_L1, LedgerKind::Chargeback},
    Category{"dispute_reversal"_L1, LedgerKind::ChargebackWon},
    Category{"fee"_L1, LedgerKind::Fee},
};

} // namespace

std::optional<int> exponentOf(const QString &currency)
{
    if (currency.size() != 3 || std::ranges::find(ownRules, currency) != ownRules.end())
        return std::nullopt;
    return std::ranges::find(zeroDecimal, currency) != zeroDecimal.end() ? 0 : usualExponent;
}

bool isSold(const Currency &currency)
{
    return exponentOf(currency.code) == currency.exponent;
}

std::optional<qint64> minorOf(const QJsonValue &value)
{
    const qint64 minor = value.toInteger(-1);
    return minor >= 0 ? std::optional(minor) : std::nullopt;
}

QString intentIdOf(const QJsonObject &session)
{
    const QJsonValue intent = session.value("payment_intent"_L1);
    return intent.isObject() ? intent.toObject().value("id"_L1).toString() : intent.toString();
}

Result<ProviderPayment> paymentOfIntent(const QJsonObject &intent)
{
    const QString status = intent.value("status"_L1).toString();
    if (status == "succeeded"_L1)
        return approved(intent);
    const auto amount = moneyOf(intent.value("amount"_L1), intent.value("currency"_L1));
    if (!amount || status.isEmpty())
        return unreadable();
    ProviderPayment payment;
    payment.amount = *amount;
    if (status == "processing"_L1 || status == "requires_capture"_L1) {
        payment.outcome = Outcome::Processing;
    } else if (status == "canceled"_L1) {
        payment.outcome = Outcome::Declined;
        payment.failure = u"canceled"_s;
    }
    return payment;
}

Result<ProviderPayment> paymentOfSession(const QJsonObject &session)
{
    const auto asked = moneyOf(session.value("amount_total"_L1), session.value("currency"_L1));
    const QString standing = session.value("payment_status"_L1).toString();
    const QJsonObject intent = session.value("payment_intent"_L1).toObject();
    if (!asked || standing.isEmpty())
        return unreadable();
    if (standing == "paid"_L1) {
        auto payment = approved(intent);
        const bool agree =
            payment && intent.value("status"_L1) == "succeeded"_L1 && payment->amount == *asked;
        return agree ? payment : unreadable();
    }
    if (standing != "unpaid"_L1)
        return unreadable(); // nothing of ours is for free
    const QString status = session.value("status"_L1).toString();
    const auto outcome = unpaidOutcome(status, intent.value("status"_L1).toString());
    if (!outcome)
        return unreadable();
    ProviderPayment payment;
    payment.outcome = *outcome;
    payment.amount = *asked;
    if (outcome == Outcome::Declined)
        payment.failure = status == "expired"_L1 ? status : failureOf(intent);
    return payment;
}

Result<ProviderRefund> refundOf(const QJsonObject &refund, qint64 amountMinor)
{
    const QString status = refund.value("status"_L1).toString();
    ProviderRefund read;
    read.reference = refund.value("id"_L1).toString();
    if (read.reference.isEmpty() || minorOf(refund.value("amount"_L1)) != amountMinor)
        return unreadable();
    if (status == "succeeded"_L1) {
        read.state = ProviderRefund::State::Done;
    } else if (status == "pending"_L1 || status == "requires_action"_L1) {
        read.state = ProviderRefund::State::Pending;
    } else if (status == "failed"_L1 || status == "canceled"_L1) {
        read.state = ProviderRefund::State::Failed;
        read.failure = refund.value("failure_reason"_L1).toString(status);
    } else {
        return unreadable();
    }
    return read;
}

std::optional<QJsonObject> refundFor(const std::vector<QJsonObject> &refunds,
                                     const store::RefundRow &asked)
{
    std::optional<QJsonObject> failed;
    for (const QJsonObject &refund : refunds) {
        const QJsonObject metadata = refund.value("metadata"_L1).toObject();
        const bool ours = metadata.value("refund_id"_L1) == asked.id
                          || (!asked.providerReference.isEmpty()
                              && refund.value("id"_L1) == asked.providerReference);
        if (!ours)
            continue;
        const QString status = refund.value("status"_L1).toString();
        if (status != "failed"_L1 && status != "canceled"_L1)
            return refund;
        if (metadata.value("call_key"_L1) == asked.callKey)
            failed = refund;
    }
    return failed;
}

std::vector<ProviderEntry> entriesOf(const QJsonObject &transaction)
{
    const QString category = transaction.value("reporting_category"_L1).toString();
    const auto known = std::ranges::find(categories, category, &Category::word);
    if (known == categories.end())
        return {};
    const QJsonObject source = transaction.value("source"_L1).toObject();
    const QString id = source.value("id"_L1).toString();
    ProviderEntry entry;
    entry.attemptId = source.value("metadata"_L1).toObject().value("attempt_id"_L1).toString();
    entry.reference = source.value("payment_intent"_L1).toString();
    entry.kind = known->kind;
    entry.atMs = msOf(transaction.value("created"_L1));
    // The account may be kept in another currency; what the customer saw stands in the source.
    const bool customers = entry.kind != LedgerKind::Fee && !id.isEmpty();
    entry.amount = {customers ? source.value("amount"_L1).toInteger()
                              : qAbs(transaction.value("amount"_L1).toInteger()),
                    currencyOf((customers ? source : transaction).value("currency"_L1))};
    std::vector<ProviderEntry> entries{entry};
    if (const qint64 fee = transaction.value("fee"_L1).toInteger(); fee > 0) {
        entry.kind = LedgerKind::Fee;
        entry.amount = {fee, currencyOf(transaction.value("currency"_L1))};
        entries.push_back(entry);
    }
    return entries;
}

} // namespace petalpost::server::stripe
