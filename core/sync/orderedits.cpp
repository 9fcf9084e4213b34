// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/orderedits.h"

#include "core/sync/transport.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QUuid>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

QJsonObject editBodyOf(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

/// A status without a problem document is some proxy's, not the server's.
Refusal editRefusalOf(const Answer &answer)
{
    const QJsonObject problem = editBodyOf(answer);
    if (answer.isSuccess() || !answer.problem || problem.isEmpty())
        return Refusal::of(RefusalCode::Busy);
    return refusalFromJson(problem);
}

Result<EditQuote> editQuoteOf(const Answer &answer, qint64 orderId)
{
    if (!answer.isSuccess())
        return refuse(editRefusalOf(answer));
    auto quote = editQuoteFromJson(editBodyOf(answer));
    if (!quote || quote->orderId != orderId)
        return refuse(RefusalCode::Busy);
    return quote;
}

Result<EditedAnswer> editedOf(const Answer &answer, qint64 orderId)
{
    if (!answer.isSuccess())
        return refuse(editRefusalOf(answer));
    const QJsonObject body = editBodyOf(answer);
    auto order = orderFromJson(body);
    if (!order || order->id != orderId)
        return refuse(RefusalCode::Busy);
    return EditedAnswer{std::move(*order), body.value(u"undoUntilMs"_s).toInteger()};
}

} // namespace

OrderEdits::OrderEdits(Transport &transport, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
{
}

OrderEdits::~OrderEdits()
{
    for (const QPointer<Request> &request : {m_quote, m_change}) {
        if (request)
            request->abandon();
    }
}

void OrderEdits::quote(qint64 orderId, const OrderEdit &edit)
{
    leaveQuote();
    QJsonObject body = toJson(edit);
    body.insert(u"dryRun"_s, true);
    m_quote = m_transport.editLines(orderId, body, {});
    connect(m_quote, &Request::finished, this, [this, orderId](const Answer &answer) {
        m_quote = nullptr;
        Q_EMIT quoted(editQuoteOf(answer, orderId));
    });
}

void OrderEdits::leaveQuote()
{
    if (m_quote)
        m_quote->abandon();
    m_quote = nullptr;
}

bool OrderEdits::apply(const OrderEdit &edit, const EditQuote &quote)
{
    QJsonObject body = toJson(edit);
    body.insert(u"basedOn"_s, quote.basedOn);
    body.insert(u"differenceMinor"_s, quote.differenceMinor);
    return change(quote.orderId, std::move(body), false);
}

bool OrderEdits::undo(qint64 orderId, qint64 version)
{
    return change(orderId, {{u"undo"_s, true}, {u"basedOn"_s, version}}, true);
}

bool OrderEdits::change(qint64 orderId, QJsonObject body, bool isUndo)
{
    if (m_change)
        return false;
    leaveQuote();
    QJsonObject named = body;
    named.insert(u"orderId"_s, orderId);
    if (named != m_lastBody) {
        m_lastBody = named;
        m_key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    }
    m_changing = orderId;
    m_undoing = isUndo;
    m_change = m_transport.editLines(orderId, body, m_key);
    connect(m_change, &Request::finished, this, [this, orderId, isUndo](const Answer &answer) {
        m_change = nullptr;
        auto edited = editedOf(answer, orderId);
        if (edited || edited.error().code != RefusalCode::Busy)
            m_lastBody = {}; // settled: the same again is something new
        if (isUndo)
            Q_EMIT undone(orderId, edited);
        else
            Q_EMIT applied(orderId, edited);
    });
    return true;
}

void OrderEdits::stop()
{
    leaveQuote();
    if (!m_change)
        return;
    m_change->abandon();
    m_change = nullptr;
    const Result<EditedAnswer> nothing = refuse(RefusalCode::Busy);
    if (m_undoing)
        Q_EMIT undone(m_changing, nothing);
    else
        Q_EMIT applied(m_changing, nothing);
}

} // namespace petalpost::sync
