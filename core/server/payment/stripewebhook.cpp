// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/stripewebhook.h"

#include "core/server/payment/stripereading.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QMessageAuthenticationCode>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server::stripe {

namespace {

/// Takes as long for a nearly right guess as for a wrong one.
bool isEqual(const QByteArray &left, const QByteArray &right)
{
    if (left.size() != right.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= unsigned(left[i] ^ right[i]) & 0xffu;
    return difference == 0;
}

bool isMoment(const QByteArray &text)
{
    constexpr qsizetype mostDigits = 12;
    return !text.isEmpty() && text.size() <= mostDigits
           && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The object that an event type carries, as far as it is about a payment of ours.
enum class About { Session, Intent, Charge, Refund, Dispute };

struct EventType
{
    QLatin1StringView word;
    About about;
};

constexpr std::array eventTypes{
    EventType{"checkout.session.completed"_L1, About::Session},
    EventType{"checkout.session.async_payment_succeeded"_L1, About::Session},
    EventType{"checkout.session.async_payment_failed"_L1, About::Session},
    EventType{"checkout.session.expired"_L1, About::Session},
    EventType{"payment_intent.succeeded"_L1, About::Intent},
    EventType{"payment_intent.payment_failed"_L1, About::Intent},
    EventType{"charge.refunded"_L1, About::Charge},
    EventType{"refund.created"_L1, About::Refund},
    EventType{"refund.updated"_L1, About::Refund},
    EventType{"refund.failed"_L1, About::Refund},
    EventType{"charge.dispute.created"_L1, About::Dispute},
    EventType{"charge.dispute.funds_withdrawn"_L1, About::Dispute},
    EventType{"charge.dispute.closed"_L1, About::Dispute},
};

/// Nothing for an inquiry, in which the bank only asks and no money has moved.
std::optional<Dispute> disputeOf(const QJsonObject &object)
{
    const QString status = object.value("status"_L1).toString();
    const auto amount = minorOf(object.value("amount"_L1));
    const QString id = object.value("id"_L1).toString();
    if (!amount || id.isEmpty() || status.startsWith("warning_"_L1))
        return std::nullopt;
    Dispute dispute{id, *amount, Dispute::State::Open};
    if (status == "won"_L1)
        dispute.state = Dispute::State::Won;
    else if (status == "lost"_L1)
        dispute.state = Dispute::State::Lost;
    return dispute;
}

} // namespace

bool isSigned(const QByteArray &header, const QByteArray &body, const QList<QByteArray> &secrets,
              qint64 nowMs)
{
    QByteArray moment;
    QList<QByteArray> signatures;
    for (const QByteArray &part : header.split(',')) {
        if (part.startsWith("t=") && moment.isEmpty())
            moment = part.sliced(2);
        else if (part.startsWith("v1=") && signatures.size() < mostSignatures)
            signatures.append(part.sliced(3));
    }
    if (!isMoment(moment) || qAbs(nowMs / 1000 - moment.toLongLong()) > signatureToleranceS)
        return false;
    bool found = false;
    for (const QByteArray &secret : secrets) {
        const QByteArray expected = QMessageAuthenticationCode::hash(moment + '.' + body, secret,
                                                                     QCryptographicHash::Sha256)
                                        .toHex();
        for (const QByteArray &signature : signatures)
            found |= isEqual(signature, expected);
    }
    return found;
}

Result<ProviderNotice> noticeOf(const QByteArray &body)
{
    const QJsonObject event = QJsonDocument::fromJson(body).object();
    const QString type = event.value("type"_L1).toString();
    const QJsonObject object = event.value("data"_L1).toObject().value("object"_L1).toObject();
    ProviderNotice notice;
    notice.eventId = event.value("id"_L1).toString();
    if (notice.eventId.isEmpty() || type.isEmpty() || object.isEmpty())
        return refuse(RefusalCode::InvalidText);
    const auto known = std::ranges::find(eventTypes, type, &EventType::word);
    if (known == eventTypes.end())
        return refuse(RefusalCode::NotFound);
    notice.attemptId = object.value("metadata"_L1).toObject().value("attempt_id"_L1).toString();
    switch (known->about) {
    case About::Session:
        if (notice.attemptId.isEmpty())
            notice.attemptId = object.value("client_reference_id"_L1).toString();
        [[fallthrough]];
    case About::Intent:
        notice.providerReference = object.value("id"_L1).toString();
        break;
    case About::Dispute:
        notice.dispute = disputeOf(object);
        [[fallthrough]];
    case About::Charge:
    case About::Refund:
        notice.providerReference = object.value("payment_intent"_L1).toString();
        break;
    }
    if (notice.attemptId.isEmpty() && notice.providerReference.isEmpty())
        return refuse(RefusalCode::NotFound);
    return notice;
}

} // namespace petalpost::server::stripe
