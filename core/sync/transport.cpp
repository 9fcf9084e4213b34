// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/transport.h"

#include "core/protocol/paths.h"
#include "core/sync/certificate.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

/// The network layer reads no further ahead than this while a page is being stored.
constexpr qint64 feedReadAheadBytes = 256 * 1024;

} // namespace

Transport::Transport(const Settings &settings, ServerClock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
{
}

Request *Transport::send(const Operation &operation)
{
    QNetworkRequest call = request(requestPath(operation));
    call.setRawHeader("Idempotency-Key", operation.id.toUtf8());
    return send(requestMethod(operation), call, requestBody(operation));
}

Request *Transport::report(const FeedCursor &cursor)
{
    return patch(request(QString::fromLatin1(paths::changes)), {{u"cursor"_s, cursor.text()}});
}

Request *Transport::retryRefund(qint64 orderId)
{
    return patch(request(paths::withId(paths::payments, orderId)), {{u"verb"_s, u"retryRefund"_s}});
}

Request *Transport::editLines(qint64 orderId, const QJsonObject &body, const QByteArray &key)
{
    QNetworkRequest call = request(paths::withId(paths::orderLines, orderId));
    if (!key.isEmpty())
        call.setRawHeader("Idempotency-Key", key);
    return patch(call, body);
}

Request *Transport::patch(const QNetworkRequest &call, const QJsonObject &body)
{
    return send("PATCH"_ba, call, body);
}

Request *Transport::send(const QByteArray &method, QNetworkRequest call, const QJsonObject &body)
{
    call.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    call.setRawHeader("Accept", "application/json");
    QNetworkReply *reply = m_network.sendCustomRequest(
        call, method, QJsonDocument(body).toJson(QJsonDocument::Compact));
    watch(reply);
    return new Request(reply, m_settings.requestTimeoutMs, this);
}

Request *Transport::get(const QString &path)
{
    return ask(path, {}, m_settings.requestTimeoutMs);
}

Request *Transport::ask(const QString &path, const QUrlQuery &query, int deadlineMs)
{
    QNetworkRequest call = request(path);
    call.setRawHeader("Accept", "application/json");
    if (!query.isEmpty()) {
        QUrl url = call.url();
        url.setQuery(query);
        call.setUrl(url);
    }
    QNetworkReply *reply = m_network.get(call);
    watch(reply);
    return new Request(reply, deadlineMs, this);
}

Request *Transport::post(const QString &path, const QJsonObject &body)
{
    QNetworkRequest call = request(path);
    call.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    call.setRawHeader("Accept", "application/json");
    QNetworkReply *reply = m_network.post(call, QJsonDocument(body).toJson(QJsonDocument::Compact));
    watch(reply);
    return new Request(reply, m_settings.requestTimeoutMs, this);
}

Request *Transport::remove(const QString &path)
{
    QNetworkRequest call = request(path);
    call.setRawHeader("Accept", "application/json");
    QNetworkReply *reply = m_network.deleteResource(call);
    watch(reply);
    return new Request(reply, m_settings.requestTimeoutMs, this);
}

Request *Transport::askBalance(std::optional<QDate> date, int deadlineMs)
{
    QUrlQuery query;
    if (date)
        query.addQueryItem(u"date"_s, date->toString(Qt::ISODate));
    return ask(QString::fromLatin1(paths::balance), query, deadlineMs);
}

Request *Transport::askFigures(QDate from, QDate to)
{
    return ask(QString::fromLatin1(paths::figures),
               {{u"from"_s, from.toString(Qt::ISODate)}, {u"to"_s, to.toString(Qt::ISODate)}},
               m_settings.requestTimeoutMs);
}

Request *Transport::askTexts(MessageChoice choice, qint64 beforeId, int limit)
{
    return ask(QString::fromLatin1(paths::messages),
               {{u"show"_s, word(choice)},
                {u"before"_s, QString::number(beforeId)},
                {u"limit"_s, QString::number(limit)}},
               m_settings.requestTimeoutMs);
}

Request *Transport::askRepair(const RepairWish &wish, int deadlineMs)
{
    QNetworkRequest call = request(QString::fromLatin1(paths::balanceRepairs));
    call.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    call.setRawHeader("Accept", "application/json");
    QNetworkReply *reply =
        m_network.post(call, QJsonDocument(toJson(wish)).toJson(QJsonDocument::Compact));
    watch(reply);
    return new Request(reply, deadlineMs, this);
}

QNetworkReply *Transport::openFeed(const FeedCursor &cursor)
{
    QNetworkRequest call = request(QString::fromLatin1(paths::changes));
    call.setRawHeader("Accept", "text/event-stream");
    call.setRawHeader("Accept-Encoding", "identity");
    call.setRawHeader("Cache-Control", "no-store");
    if (!cursor.epoch.isEmpty()) {
        QUrl url = call.url();
        url.setQuery(QUrlQuery{{u"after"_s, cursor.text()}});
        call.setUrl(url);
        call.setRawHeader("Last-Event-ID", cursor.text().toLatin1());
    }
    QNetworkReply *reply = m_network.get(call);
    reply->setReadBufferSize(feedReadAheadBytes);
    watch(reply);
    return reply;
}

QNetworkRequest Transport::request(const QString &path) const
{
    QUrl url = m_settings.server;
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path);
    QNetworkRequest call(url);
    call.setRawHeader("Authorization", "Bearer " + m_settings.token);
    // The token goes to the server it belongs to and nowhere else.
    call.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    call.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    call.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    call.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    call.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return call;
}

void Transport::watch(QNetworkReply *reply)
{
    if (!m_settings.certificateSha256.isEmpty()) {
        holdToCertificate(*reply, m_settings.certificateSha256);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            if (showedOtherCertificate(*reply))
                Q_EMIT otherCertificate();
        });
    }
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] {
        readClock(*reply);
        Q_EMIT contact();
    });
}

void Transport::readClock(const QNetworkReply &reply)
{
    bool exact = false;
    const qint64 serverMs = reply.rawHeader("Petalpost-Now-Ms").toLongLong(&exact);
    if (exact) {
        m_exactTime = true;
        m_clock.adjust(serverMs);
        return;
    }
    if (m_exactTime)
        return; // whole seconds would only blur what is known to the millisecond
    const QString date = QString::fromLatin1(reply.rawHeader("Date"));
    QDateTime whole = QLocale::c().toDateTime(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    whole.setTimeSpec(Qt::UTC);
    if (whole.isValid())
        m_clock.adjustBySecond(whole.toMSecsSinceEpoch());
}

} // namespace petalpost::sync
