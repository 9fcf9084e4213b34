// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <map>
#include <memory>

namespace petalpost::test {

/// What came back; status 0 when nothing did.
struct Answer
{
    int status = 0;
    QByteArray type;
    QByteArray body;
    QByteArray retryAfter = {};

    QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    QString text() const { return QString::fromUtf8(body); }
    static Answer of(QNetworkReply &reply)
    {
        return {reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                reply.header(QNetworkRequest::ContentTypeHeader).toByteArray(), reply.readAll(),
                reply.rawHeader("Retry-After")};
    }
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// Calls a server as a client of the JSON interface does, and waits for each answer.
class HttpCalls
{
public:
    static constexpr int answerMs = 20'000;

    explicit HttpCalls(QUrl server, QByteArray token = {})
        : m_server(std::move(server))
        , m_token(std::move(token))
    {
    }

    Answer get(const QString &path, const Headers &headers = {})
    {
        return send("GET", path, {}, headers);
    }
    Answer post(const QString &path, const QJsonObject &body, const Headers &headers = {})
    {
        return sendJson("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
    }
    Answer patch(const QString &path, const QJsonObject &body, const Headers &headers = {})
    {
        return sendJson("PATCH", path, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
    }
    Answer sendJson(const QByteArray &method, const QString &path, const QByteArray &body,
                    Headers headers = {})
    {
        headers.emplaceBack("Content-Type", "application/json");
        return send(method, path, body, headers);
    }
    Answer send(const QByteArray &method, const QString &path, const QByteArray &body,
                const Headers &headers)
    {
        const std::unique_ptr<QNetworkReply> reply(
            m_network.sendCustomRequest(request(path, headers), method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished() && !finished.wait(answerMs))
            return {};
        return Answer::of(*reply);
    }

    QNetworkRequest request(const QString &path, const Headers &headers = {}) const
    {
        QUrl url = m_server;
        const qsizetype query = path.indexOf(u'?');
        url.setPath(query < 0 ? path : path.first(query));
        if (query >= 0)
            url.setQuery(path.sliced(query + 1));
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(answerMs);
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token);
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        return request;
    }

    /// Every order the shop holds, by id, read page by page.
    std::map<qint64, QJsonObject> allOrders()
    {
        constexpr int mostPages = 1000;
        std::map<qint64, QJsonObject> orders;
        qint64 after = 0;
        for (int page = 0; page < mostPages; ++page) {
            const QJsonObject body = get(QStringLiteral("/mypages?after=%1").arg(after)).json();
            const QJsonArray items = body.value(QStringLiteral("items")).toArray();
            for (const auto &item : items)
                orders.emplace(item.toObject().value(QStringLiteral("id")).toInteger(),
                               item.toObject());
            if (!body.contains(QStringLiteral("next")))
                break;
            after = body.value(QStringLiteral("next")).toInteger();
        }
        return orders;
    }

private:
    QUrl m_server;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

} // namespace petalpost::test
