// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/tossobjects.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server::toss {

namespace {

using Outcome = ProviderPayment::Outcome;

constexpr int markLength = 13; ///< of a refund's id, in the reason of its cancel
constexpr int seoulOffsetS = 9 * 60 * 60;

/// The statuses of a payment. CANCELED is approved money that went back, see paymentOf().
constexpr std::array<Word<Outcome>, 8> outcomeWords{{
    {Outcome::Open, "READY"_L1},
    {Outcome::Authenticated, "IN_PROGRESS"_L1},
    {Outcome::Processing, "WAITING_FOR_DEPOSIT"_L1},
    {Outcome::Approved, "DONE"_L1},
    {Outcome::Approved, "CANCELED"_L1},
    {Outcome::Approved, "PARTIAL_CANCELED"_L1},
    {Outcome::Declined, "ABORTED"_L1},
    {Outcome::Declined, "EXPIRED"_L1},
}};
/// Says nothing about the payment, though the status is one of a refusal. A key repeats it.
constexpr std::array troubles{"PROVIDER_ERROR"_L1, "CARD_PROCESSING_ERROR"_L1, "COMMON_ERROR"_L1,
                              "UNKNOWN_ERROR"_L1, "UNKNOWN_PAYMENT_ERROR"_L1};
constexpr std::array busy{"IDEMPOTENT_REQUEST_PROCESSING"_L1, "FORBIDDEN_CONSECUTIVE_REQUEST"_L1,
                          "TOO_MANY_REQUESTS"_L1};
constexpr std::array wrongKeys{"UNAUTHORIZED_KEY"_L1, "INVALID_API_KEY"_L1,
                               "INCORRECT_BASIC_AUTH_FORMAT"_L1};
constexpr std::array unknownPayments{"NOT_FOUND_PAYMENT"_L1, "NOT_FOUND"_L1,
                                     "INVALID_PAYMENT_KEY"_L1};

bool isOneOf(const auto &codes, const QString &code)
{
    return std::ranges::find(codes, code) != codes.end();
}

/// Money on its way back to a bank account is not there yet, or will not arrive.
ProviderRefund::State refundState(const QJsonObject &payment, const QJsonObject &cancel)
{
    using State = ProviderRefund::State;
    const QString transfer = payment[u"virtualAccount"_s][u"refundStatus"_s].toString();
    const QString status = cancel[u"cancelStatus"_s].toString(u"DONE"_s);
    if (status == "ABORTED"_L1 || transfer == "FAILED"_L1 || transfer == "PARTIAL_FAILED"_L1)
        return State::Failed;
    return status == "DONE"_L1 && transfer != "PENDING"_L1 ? State::Done : State::Pending;
}

} // namespace

Refusal refusalOf(const ProviderAnswer &answer)
{
    const QString code = QJsonDocument::fromJson(answer.body).object()[u"code"_s].toString();
    if (isOneOf(wrongKeys, code) || answer.status == 401)
        return Refusal::of(RefusalCode::NotAllowed, {}, code);
    if (answer.status >= 500 || answer.status == 429 || code.isEmpty() || isOneOf(busy, code))
        return Refusal::of(RefusalCode::ProviderUnavailable);
    return Refusal::of(isOneOf(troubles, code) ? RefusalCode::ProviderUnavailable
                                               : RefusalCode::PaymentDeclined,
                       {}, code);
}

bool isUnknownPayment(const Refusal &refusal)
{
    return isOneOf(unknownPayments, refusal.value);
}

qint64 momentMs(const QJsonValue &value)
{
    QDateTime at = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!at.isValid())
        return 0;
    if (at.timeSpec() == Qt::LocalTime)
        at = QDateTime(at.date(), at.time(), Qt::OffsetFromUTC, seoulOffsetS);
    return at.toMSecsSinceEpoch();
}

QString seoulTime(qint64 atMs)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, Qt::OffsetFromUTC, seoulOffsetS)
        .toString(u"yyyy-MM-ddTHH:mm:ss"_s);
}

Result<ProviderPayment> paymentOf(const QJsonObject &payment)
{
    const auto outcome = fromWord(outcomeWords, payment[u"status"_s].toString());
    const qint64 total = payment[u"totalAmount"_s].toInteger(-1);
    const QString currency = payment[u"currency"_s].toString();
    if (!outcome || total < 0 || currency.isEmpty())
        return refuse(RefusalCode::ProviderUnavailable);
    ProviderPayment found{*outcome, Money{total, {currency, currency == "KRW"_L1 ? 0 : 2}}};
    found.reference = payment[u"paymentKey"_s].toString();
    found.approvedAtMs = momentMs(payment[u"approvedAt"_s]);
    found.noticeSecret = payment[u"secret"_s].toString();
    found.failure = payment[u"failure"_s][u"code"_s].toString();
    qint64 taxFree = payment[u"taxFreeAmount"_s].toInteger();
    for (const QJsonValue &value : payment[u"cancels"_s].toArray()) {
        const QJsonObject cancel = value.toObject();
        taxFree += cancel[u"taxFreeAmount"_s].toInteger();
        if (refundState(payment, cancel) == ProviderRefund::State::Done)
            found.refundedMinor += cancel[u"cancelAmount"_s].toInteger();
    }
    found.taxFreeMinor = taxFree;
    const QJsonObject account = payment[u"virtualAccount"_s].toObject();
    if (!account.isEmpty())
        found.deposit = {account[u"bankCode"_s].toString(), account[u"accountNumber"_s].toString(),
                         account[u"customerName"_s].toString(), momentMs(account[u"dueDate"_s])};
    if (found.outcome == Outcome::Processing && account[u"expired"_s].toBool()) {
        found.outcome = Outcome::Declined;
    } else if (found.outcome == Outcome::Approved && found.approvedAtMs == 0) {
        // An account that was closed before anything arrived on it: nothing came, nothing went.
        found.outcome = Outcome::Declined;
        found.refundedMinor = 0;
    }
    if (found.outcome == Outcome::Declined && found.failure.isEmpty())
        found.failure = account.isEmpty() ? payment[u"status"_s].toString() : u"EXPIRED"_s;
    return found;
}

std::optional<ProviderEntry> entryOf(const QJsonObject &movement)
{
    const qint64 amount = movement[u"amount"_s].toInteger();
    const QString status = movement[u"status"_s].toString();
    const bool back = amount < 0 || status.endsWith("CANCELED"_L1);
    if (amount == 0 || (!back && status != "DONE"_L1))
        return std::nullopt;
    ProviderEntry entry;
    entry.attemptId = movement[u"orderId"_s].toString();
    entry.reference = movement[u"paymentKey"_s].toString();
    entry.kind = !back                                ? LedgerKind::Charge
                 : status == "WAITING_FOR_DEPOSIT"_L1 ? LedgerKind::Chargeback
                                                      : LedgerKind::Refund;
    entry.amount = Money{std::abs(amount), {movement[u"currency"_s].toString(), 0}};
    entry.atMs = momentMs(movement[u"transactionAt"_s]);
    return entry;
}

void nameReturns(std::vector<ProviderEntry> &entries)
{
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const bool again = entry->kind == LedgerKind::Charge
                           && std::any_of(entries.begin(), entry, [&](const ProviderEntry &before) {
                                  return before.kind == LedgerKind::Chargeback
                                         && before.reference == entry->reference;
                              });
        if (again)
            entry->kind = LedgerKind::ChargebackWon;
    }
}

QString markOf(const store::RefundRow &refund)
{
    return u"Petalpost "_s + refund.id.left(markLength);
}

std::optional<ProviderRefund> refundIn(const QJsonObject &payment, const store::RefundRow &refund)
{
    for (const QJsonValue &value : payment[u"cancels"_s].toArray()) {
        const QJsonObject cancel = value.toObject();
        const QString key = cancel[u"transactionKey"_s].toString();
        const bool marked = cancel[u"cancelReason"_s].toString() == markOf(refund)
                            && cancel[u"cancelAmount"_s].toInteger() == refund.amountMinor;
        if (!marked && (key.isEmpty() || key != refund.providerReference))
            continue;
        // An account that was closed while nothing lay on it: no money went back.
        if (momentMs(payment[u"approvedAt"_s]) == 0)
            return ProviderRefund{key, ProviderRefund::State::Failed, u"NOT_DEPOSITED"_s};
        ProviderRefund found{key, refundState(payment, cancel), {}};
        if (found.state == ProviderRefund::State::Failed)
            found.failure = payment[u"virtualAccount"_s][u"refundStatus"_s].toString(u"ABORTED"_s);
        return found;
    }
    return std::nullopt;
}

qint64 taxFreeOf(const PaymentAttempt &attempt, qint64 refundMinor)
{
    const auto share = [&](qint64 minor) {
        return attempt.amount.minor > 0 ? attempt.taxFreeMinor * minor / attempt.amount.minor : 0;
    };
    return share(attempt.refundedMinor + refundMinor) - share(attempt.refundedMinor);
}

} // namespace petalpost::server::toss
