// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/balance.h"

#include "core/protocol/documents.h"
#include "core/protocol/jsonreader.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

QJsonObject differenceJson(const Difference &difference)
{
    QJsonObject json{{u"kind"_s, word(difference.kind)}, {u"repair"_s, word(difference.repair)}};
    const auto insert = [&](const QString &name, const QString &text) {
        if (!text.isEmpty())
            json.insert(name, text);
    };
    insert(u"gateway"_s, difference.gateway);
    insert(u"attemptId"_s, difference.attemptId);
    insert(u"refundId"_s, difference.refundId);
    insert(u"detail"_s, difference.detail);
    if (difference.orderId != 0)
        json.insert(u"orderId"_s, difference.orderId);
    if (difference.expected)
        json.insert(u"expected"_s, toJson(*difference.expected));
    if (difference.actual)
        json.insert(u"actual"_s, toJson(*difference.actual));
    if (difference.atMs != 0)
        json.insert(u"atMs"_s, difference.atMs);
    return json;
}

QJsonObject tallyJson(const Tally &tally)
{
    return {{u"count"_s, tally.count}, {u"amountMinor"_s, tally.minor}};
}

QJsonObject sideJson(const SideSums &side)
{
    return {{u"charges"_s, tallyJson(side.charges)},
            {u"refunds"_s, tallyJson(side.refunds)},
            {u"chargebacks"_s, tallyJson(side.chargebacks)}};
}

QJsonObject sumsJson(const GatewaySums &sums)
{
    QJsonObject json{{u"gateway"_s, sums.gateway},
                     {u"list"_s, word(sums.list)},
                     {u"currency"_s, sums.currency.code},
                     {u"exponent"_s, sums.currency.exponent},
                     {u"chargedMinor"_s, sums.moved.chargedMinor},
                     {u"surplusMinor"_s, sums.moved.surplusMinor},
                     {u"refundedMinor"_s, sums.moved.refundedMinor},
                     {u"surplusReturnedMinor"_s, sums.moved.surplusReturnedMinor},
                     {u"feesMinor"_s, sums.moved.feesMinor},
                     {u"chargebacksMinor"_s, sums.moved.chargebacksMinor},
                     {u"netMinor"_s, sums.moved.netMinor()},
                     {u"paidOrders"_s, tallyJson(sums.orders)},
                     {u"ledger"_s, sideJson(sums.ledger)}};
    if (sums.listed)
        json.insert(u"provider"_s, sideJson(*sums.listed));
    return json;
}

std::optional<Money> moneyIn(const QJsonObject &json, const QString &name)
{
    if (!json.contains(name))
        return std::nullopt;
    const QJsonObject money = json.value(name).toObject();
    return Money{money.value(u"amountMinor"_s).toInteger(),
                 {money.value(u"currency"_s).toString(), money.value(u"exponent"_s).toInt()}};
}

Difference differenceFrom(const QJsonObject &json)
{
    Difference difference;
    difference.kind = fromWord(differenceKindWords, json.value(u"kind"_s).toString())
                          .value_or(DifferenceKind::Other);
    difference.repair =
        fromWord(repairWords, json.value(u"repair"_s).toString()).value_or(Repair::None);
    difference.gateway = json.value(u"gateway"_s).toString();
    difference.orderId = json.value(u"orderId"_s).toInteger();
    difference.attemptId = json.value(u"attemptId"_s).toString();
    difference.refundId = json.value(u"refundId"_s).toString();
    difference.expected = moneyIn(json, u"expected"_s);
    difference.actual = moneyIn(json, u"actual"_s);
    difference.atMs = json.value(u"atMs"_s).toInteger();
    difference.detail = json.value(u"detail"_s).toString();
    return difference;
}

Tally tallyFrom(const QJsonValue &json)
{
    return {json[u"count"_s].toInt(), json[u"amountMinor"_s].toInteger()};
}

SideSums sideFrom(const QJsonValue &json)
{
    return {tallyFrom(json[u"charges"_s]), tallyFrom(json[u"refunds"_s]),
            tallyFrom(json[u"chargebacks"_s])};
}

GatewaySums sumsFrom(const QJsonObject &json)
{
    const auto number = [&](QLatin1StringView name) { return json.value(name).toInteger(); };
    GatewaySums sums;
    sums.gateway = json.value(u"gateway"_s).toString();
    // A word that is not known here is certainly not "compared".
    sums.list =
        fromWord(listStateWords, json.value(u"list"_s).toString()).value_or(ListState::NotRead);
    sums.currency = {json.value(u"currency"_s).toString(), json.value(u"exponent"_s).toInt()};
    sums.moved = {number("chargedMinor"_L1),  number("surplusMinor"_L1),
                  number("refundedMinor"_L1), number("surplusReturnedMinor"_L1),
                  number("feesMinor"_L1),     number("chargebacksMinor"_L1)};
    sums.orders = tallyFrom(json.value(u"paidOrders"_s));
    sums.ledger = sideFrom(json.value(u"ledger"_s));
    if (json.contains(u"provider"_s))
        sums.listed = sideFrom(json.value(u"provider"_s));
    return sums;
}

} // namespace

QJsonObject toJson(const Balance &balance)
{
    QJsonArray gateways;
    for (const GatewaySums &sums : balance.gateways)
        gateways.append(sumsJson(sums));
    QJsonArray differences;
    for (const Difference &difference : balance.differences)
        differences.append(differenceJson(difference));
    QJsonArray byHand;
    for (const Money &money : balance.byHand)
        byHand.append(toJson(money));
    return {{u"date"_s, balance.date.toString(Qt::ISODate)},
            {u"fromMs"_s, balance.fromMs},
            {u"toMs"_s, balance.toMs},
            {u"balanced"_s, balance.isBalanced()},
            {u"complete"_s, balance.complete},
            {u"orders"_s, balance.orders},
            {u"ordersByHand"_s, balance.ordersByHand},
            {u"byHand"_s, byHand},
            {u"gateways"_s, gateways},
            {u"differences"_s, differences}};
}

Result<Balance> balanceFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    for (const auto name : {"date"_L1, "complete"_L1, "gateways"_L1, "differences"_L1})
        in.require(name);
    Balance balance;
    balance.date = QDate::fromString(in.text("date"_L1), Qt::ISODate);
    balance.fromMs = in.number("fromMs"_L1);
    balance.toMs = in.number("toMs"_L1);
    balance.complete = in.flag("complete"_L1);
    balance.orders = int(in.number("orders"_L1));
    balance.ordersByHand = int(in.number("ordersByHand"_L1));
    const QJsonArray byHand = in.array("byHand"_L1);
    const QJsonArray gateways = in.array("gateways"_L1);
    const QJsonArray differences = in.array("differences"_L1);
    if (!in.failed() && !balance.date.isValid())
        in.fail(RefusalCode::OutOfRange, "date"_L1);
    if (in.failed())
        return refuse(in.refusal());
    for (const auto &value : byHand) {
        const QJsonObject wrapped{{u"money"_s, value}};
        balance.byHand.push_back(*moneyIn(wrapped, u"money"_s));
    }
    for (const auto &value : gateways)
        balance.gateways.push_back(sumsFrom(value.toObject()));
    for (const auto &value : differences)
        balance.differences.push_back(differenceFrom(value.toObject()));
    return balance;
}

bool isRepairable(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::UnknownCharge:
    case DifferenceKind::PaidWithoutCharge:
    case DifferenceKind::UnbookedRefund:
    case DifferenceKind::MissingRefund:
    case DifferenceKind::RefundFailed:
    case DifferenceKind::SurplusNotReturned:
    case DifferenceKind::RefundPending:
    case DifferenceKind::PaymentUndecided:
    case DifferenceKind::Chargeback: // of a deposit
        return true;
    case DifferenceKind::ChargeWithoutOrder:
    case DifferenceKind::AmountDiffers:
    case DifferenceKind::MissingCharge:
    case DifferenceKind::ProviderNotRead:
    case DifferenceKind::SmsMissing:
    case DifferenceKind::SmsFailed:
    case DifferenceKind::SmsUnknown:
    case DifferenceKind::Other:
        return false;
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const RepairWish &wish)
{
    QJsonObject json{{u"kind"_s, word(wish.kind)}, {u"orderId"_s, wish.orderId}};
    if (!wish.attemptId.isEmpty())
        json.insert(u"attemptId"_s, wish.attemptId);
    return json;
}

Result<RepairWish> repairWishFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    in.require("orderId"_L1);
    RepairWish wish;
    wish.kind = in.word("kind"_L1, differenceKindWords, DifferenceKind::Other);
    wish.orderId = in.number("orderId"_L1);
    wish.attemptId = in.text("attemptId"_L1);
    if (!in.failed() && !isRepairable(wish.kind))
        in.fail(RefusalCode::OutOfRange, "kind"_L1);
    if (!in.failed() && wish.orderId < 1)
        in.fail(RefusalCode::OutOfRange, "orderId"_L1);
    if (in.failed())
        return refuse(in.refusal());
    return wish;
}

} // namespace petalpost
