// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/feedreader.h"

#include "core/sync/request.h"
#include "core/sync/transport.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QLoggingCategory>
#include <QtNetwork/QNetworkReply>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

Q_LOGGING_CATEGORY(lcFeed, "petalpost.sync", QtInfoMsg)

} // namespace

FeedReader::FeedReader(Transport &transport, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_settings(settings)
    , m_backoff(settings.firstRetryMs, settings.maxRetryMs)
{
    m_silence.setSingleShot(true);
    m_retry.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, &FeedReader::restart);
    connect(&m_retry, &QTimer::timeout, this, &FeedReader::connectNow);
}

FeedReader::~FeedReader()
{
    drop();
}

void FeedReader::start(const FeedCursor &cursor)
{
    m_cursor = cursor;
    m_running = true;
    m_backoff.reset();
    connectNow();
}

void FeedReader::stop()
{
    m_running = false;
    m_retry.stop();
    drop();
}

void FeedReader::retryNow()
{
    m_running = true;
    if (m_reply)
        return;
    m_backoff.reset();
    connectNow();
}

void FeedReader::restart()
{
    drop();
    retryLater();
}

void FeedReader::connectNow()
{
    drop();
    m_retry.stop();
    m_reply = m_transport.openFeed(m_cursor);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &FeedReader::readHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &FeedReader::readBody);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        readHeaders();
        if (m_open)
            readBody();
        if (m_reply)
            restart();
    });
    m_silence.start(m_settings.requestTimeoutMs);
}

void FeedReader::readHeaders()
{
    if (!m_reply || m_open)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return; // no answer at all: finished() follows
    if (status == 401) {
        if (!m_reply->isFinished())
            return; // the body says why: finished() follows, or the deadline
        const QJsonObject problem =
            QJsonDocument::fromJson(m_reply->read(Request::maxBodyBytes)).object();
        stop();
        Q_EMIT signedOut(refusalFromJson(problem));
        return;
    }
    const QByteArray type = m_reply->rawHeader("Content-Type");
    if (status != 200 || !type.startsWith("text/event-stream")) {
        qCInfo(lcFeed, "the change feed was answered with status %d", status);
        restart();
        return;
    }
    m_open = true;
    m_silence.start(m_settings.heartbeatTimeoutMs);
    Q_EMIT opened();
}

void FeedReader::readBody()
{
    if (!m_reply || !m_open)
        return;
    const QNetworkReply *stream = m_reply;
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty())
        return;
    m_silence.start(m_settings.heartbeatTimeoutMs);
    m_backoff.reset();
    Q_EMIT heard();
    if (m_reply != stream)
        return;
    if (!m_parser.add(bytes)) {
        qCWarning(lcFeed, "an event of the change feed is larger than %lld bytes",
                  qlonglong(EventParser::maxEventBytes));
        restart();
        return;
    }
    while (auto event = m_parser.next()) {
        const bool understood = handle(*event);
        if (m_reply != stream)
            return; // whoever heard of it dropped the stream
        if (!understood) {
            qCWarning(lcFeed, "an event of the change feed cannot be read");
            restart();
            return;
        }
    }
}

bool FeedReader::handle(const ServerEvent &event)
{
    const QJsonObject json = QJsonDocument::fromJson(event.data).object();
    if (event.name == "reset") {
        const auto cursor = FeedCursor::fromText(json.value(u"cursor"_s).toString());
        if (cursor)
            Q_EMIT reset(*cursor);
        return cursor.has_value();
    }
    if (event.name == paymentEvent) {
        const auto health = providerHealthFromJson(json);
        if (health)
            Q_EMIT paymentHealth(*health);
        return health.has_value();
    }
    if (event.name != "page")
        return true; // a newer server's event
    const auto read = feedPageFromJson(json);
    if (read)
        Q_EMIT page(*read);
    return read.has_value();
}

void FeedReader::drop()
{
    m_silence.stop();
    m_parser.clear();
    m_open = false;
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        // Its end aborts the call. Not abort(): this may run inside one of the reply's own signals.
        disconnect(reply, nullptr, this, nullptr);
        reply->deleteLater();
    }
}

void FeedReader::retryLater()
{
    if (!m_running)
        return;
    m_retry.start(m_backoff.nextMs());
    Q_EMIT lost();
}

} // namespace petalpost::sync
