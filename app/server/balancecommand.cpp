// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/balancecommand.h"

#include "core/protocol/balance.h"
#include "core/protocol/paths.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkReply>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

constexpr int labelWidth = 20;

QString label(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::UnknownCharge:
        return u"the provider took money that the ledger does not have"_s;
    case DifferenceKind::PaidWithoutCharge:
        return u"the order is paid, and no charge counts for it"_s;
    case DifferenceKind::ChargeWithoutOrder:
        return u"a charge counts for an order that is not paid"_s;
    case DifferenceKind::AmountDiffers:
        return u"ledger and provider have different amounts"_s;
    case DifferenceKind::MissingCharge:
        return u"the provider does not list a charge of the ledger"_s;
    case DifferenceKind::UnbookedRefund:
        return u"the provider gave money back that the ledger does not have"_s;
    case DifferenceKind::MissingRefund:
        return u"the provider does not list a refund of the ledger"_s;
    case DifferenceKind::RefundFailed:
        return u"the provider refused a refund"_s;
    case DifferenceKind::SurplusNotReturned:
        return u"money that nothing was owed for is not back yet"_s;
    case DifferenceKind::RefundPending:
        return u"a refund has been under way for more than an hour"_s;
    case DifferenceKind::PaymentUndecided:
        return u"nobody knows whether the customer paid"_s;
    case DifferenceKind::Chargeback:
        return u"the customer's bank took the money back"_s;
    case DifferenceKind::ProviderNotRead:
        return u"its list could not be read: nothing of it is compared"_s;
    case DifferenceKind::SmsMissing:
        return u"a change that was not texted"_s;
    case DifferenceKind::SmsFailed:
        return u"a text message failed"_s;
    case DifferenceKind::SmsUnknown:
        return u"a text message may or may not have left"_s;
    case DifferenceKind::Other:
        return u"something that this petalpostd does not know"_s;
    }
    Q_UNREACHABLE();
}

QString hint(Repair repair)
{
    switch (repair) {
    case Repair::None:
        return u"look into it"_s;
    case Repair::ReadAgain:
        return u"read the provider again"_s;
    case Repair::RetryRefund:
        return u"ask for the refund again"_s;
    }
    Q_UNREACHABLE();
}

QString amount(qint64 minor, const Currency &currency)
{
    const QString text = displayMoney({std::abs(minor), currency}, false);
    return minor < 0 ? QString(u'-' + text) : text;
}

/// "2 / 178,000".
QString tallyText(const Tally &tally, const Currency &currency)
{
    return QString::number(tally.count) + u" / "_s + amount(tally.minor, currency);
}

QString unreadText(ListState list)
{
    switch (list) {
    case ListState::Compared:
        return u"not told"_s; // by an older server
    case ListState::NotRead:
        return u"did not answer"_s;
    case ListState::NotInUse:
        return u"cannot be asked"_s;
    }
    Q_UNREACHABLE();
}

/// The same movements as the orders, our ledger and the provider's list have them.
QString sidesTable(const GatewaySums &sums)
{
    const std::tuple<QString, QString, Tally SideSums::*> rows[] = {
        {u"charges"_s, tallyText(sums.orders, sums.currency), &SideSums::charges},
        {u"refunds"_s, {}, &SideSums::refunds},
        {u"chargebacks"_s, {}, &SideSums::chargebacks},
    };
    const auto line = [](const QString &name, const QStringList &cells) {
        QString text = u"  "_s + name.leftJustified(labelWidth);
        for (const QString &cell : cells)
            text += cell.rightJustified(labelWidth);
        return QString(text + u'\n');
    };
    QString text = line(u"count / amount"_s, {u"orders"_s, u"ledger"_s, u"provider"_s});
    for (const auto &[name, orders, member] : rows) {
        const Tally &ours = sums.ledger.*member;
        const bool shown = member == &SideSums::charges || ours != Tally()
                           || (sums.listed && *sums.listed.*member != Tally());
        if (shown) {
            text += line(name, {orders, tallyText(ours, sums.currency),
                                sums.listed ? tallyText(*sums.listed.*member, sums.currency)
                                            : unreadText(sums.list)});
        }
    }
    return text;
}

QString sumsTable(const GatewaySums &sums)
{
    const MoneyMoved &moved = sums.moved;
    const std::pair<QString, qint64> rows[] = {
        {u"charged"_s, moved.chargedMinor},    {u"surplus"_s, moved.surplusMinor},
        {u"refunded"_s, -moved.refundedMinor}, {u"surplus returned"_s, -moved.surplusReturnedMinor},
        {u"fees"_s, -moved.feesMinor},         {u"chargebacks"_s, -moved.chargebacksMinor},
        {u"net"_s, moved.netMinor()},
    };
    QString text =
        sums.gateway + (sums.list == ListState::Compared ? u"\n"_s : u" (NOT COMPARED)\n"_s);
    for (const auto &[name, minor] : rows) {
        const bool shown = minor != 0 || name == "charged"_L1 || name == "net"_L1;
        if (shown) {
            text += u"  "_s + name.leftJustified(labelWidth)
                    + amount(minor, sums.currency).rightJustified(labelWidth) + u'\n';
        }
    }
    return text + sidesTable(sums);
}

QString line(const Difference &difference)
{
    QStringList facts;
    if (difference.orderId != 0)
        facts.append(u"order %1"_s.arg(difference.orderId));
    if (!difference.gateway.isEmpty())
        facts.append(difference.gateway);
    if (difference.expected) {
        facts.append(u"expected "_s
                     + amount(difference.expected->minor, difference.expected->currency));
    }
    if (difference.actual)
        facts.append(u"found "_s + amount(difference.actual->minor, difference.actual->currency));
    if (!difference.detail.isEmpty())
        facts.append(difference.detail);
    return u"  %1 (%2)\n      %3\n      -> %4\n"_s.arg(label(difference.kind),
                                                       word(difference.kind), facts.join(u", "_s),
                                                       hint(difference.repair));
}

} // namespace

BalanceCommand::BalanceCommand(BalanceOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
}

void BalanceCommand::start()
{
    auto request = callToServer(m_options.server, paths::balance);
    if (!request) {
        Q_EMIT failed(request.error());
        return;
    }
    if (!m_options.date.isEmpty()) {
        QUrl url = request->url();
        QUrlQuery query;
        query.addQueryItem(u"date"_s, m_options.date);
        url.setQuery(query);
        request->setUrl(url);
    }
    request->setTransferTimeout(deadlineMs);
    QNetworkReply *reply = m_network.get(*request);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        read(*reply);
        reply->deleteLater();
    });
}

void BalanceCommand::read(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonObject answer = QJsonDocument::fromJson(reply.readAll()).object();
    const QString address = reply.url().adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString();
    if (status == 0) {
        Q_EMIT failed(u"the server does not answer at %1: is petalpostd running? (%2)"_s.arg(
            address, reply.errorString()));
        return;
    }
    const auto balance = balanceFromJson(answer);
    if (status != 200 || !balance) {
        Q_EMIT failed(u"the server at %1 gave no balance: %2 (%3)"_s.arg(
            address, answer.value(u"detail"_s).toString(), QString::number(status)));
        return;
    }
    Q_EMIT answered(*balance);
}

QString balanceTable(const Balance &balance)
{
    QString text = u"Balance of %1: orders paid %2"_s.arg(balance.date.toString(Qt::ISODate))
                       .arg(balance.orders);
    if (balance.ordersByHand > 0) {
        QStringList amounts;
        for (const Money &money : balance.byHand)
            amounts.append(amount(money.minor, money.currency));
        text += u", %1 of them by hand (%2)"_s.arg(balance.ordersByHand).arg(amounts.join(u", "_s));
    }
    text += u"\n\n"_s;
    for (const GatewaySums &sums : balance.gateways)
        text += sumsTable(sums);
    text += u'\n';
    if (!balance.complete)
        text += u"NOT COMPLETE: the day has more than could be compared.\n"_s;
    if (balance.isBalanced())
        return text + u"Everything adds up."_s;
    text += u"Differences: %1\n"_s.arg(balance.differences.size());
    for (const Difference &difference : balance.differences)
        text += line(difference);
    text.chop(1);
    return text;
}
