// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/balance.h"
#include "core/protocol/documents.h"
#include "tests/support/scriptedserver.h"

#include <QtCore/QJsonDocument>

namespace petalpost::test {

/// The balance of \a date with nothing in it.
inline Balance emptyDay(const QDate &date)
{
    Balance balance;
    balance.date = date;
    return balance;
}

/// The same with one refund that the provider refused.
inline Balance dayWithRefusedRefund(const QDate &date, qint64 orderId = 12)
{
    Balance balance = emptyDay(date);
    balance.gateways = {{QStringLiteral("toss"), ListState::Compared, {}, {89'000, 0, 0, 0, 0, 0}}};
    balance.differences = {{DifferenceKind::RefundFailed,
                            Repair::RetryRefund,
                            QStringLiteral("toss"),
                            orderId,
                            QStringLiteral("a%1").arg(orderId),
                            QStringLiteral("r1"),
                            Money{89'000, {}},
                            {},
                            1,
                            {}}};
    return balance;
}

inline ScriptedReply reply(const QJsonObject &json, int status = 200)
{
    ScriptedReply reply;
    reply.status = status;
    reply.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    if (status >= 400)
        reply.contentType = "application/problem+json";
    return reply;
}

inline ScriptedReply problem(RefusalCode code, int status)
{
    return reply(toJson(Refusal::of(code)), status);
}

/// The server says nothing until it is told to: push() the answer and cut the stream.
inline ScriptedReply laterReply()
{
    ScriptedReply reply;
    reply.stream = true;
    return reply;
}

inline ScriptedReply silence()
{
    ScriptedReply reply;
    reply.fault = ScriptedReply::Fault::Hang;
    return reply;
}

} // namespace petalpost::test
