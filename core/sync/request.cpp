// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/request.h"

#include "core/protocol/documents.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkReply>

#include <algorithm>

namespace petalpost::sync {

namespace {

constexpr int maxRetryAfterSeconds = 300;

Answer answerOf(QNetworkReply &reply)
{
    using Error = QNetworkReply::NetworkError;
    Answer answer;
    const Error error = reply.error();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Content errors come with a status; every other error means that the answer is not whole.
    const bool broken = error == Error::ProtocolFailure || error == Error::ContentReSendError;
    const bool whole =
        status > 0 && !broken && (error == Error::NoError || error > Error::UnknownProxyError);
    if (!whole || reply.bytesAvailable() > Request::maxBodyBytes) {
        answer.neverLeft =
            error == Error::ConnectionRefusedError || error == Error::HostNotFoundError;
        return answer;
    }
    answer.status = status;
    answer.body = reply.readAll();
    answer.problem = reply.header(QNetworkRequest::ContentTypeHeader)
                         .toByteArray()
                         .startsWith("application/problem+json");
    const int seconds = reply.rawHeader("Retry-After").toInt();
    answer.retryAfterMs = std::clamp(seconds, 0, maxRetryAfterSeconds) * 1000;
    return answer;
}

} // namespace

Request::Request(QNetworkReply *reply, int deadlineMs, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_deadline(new QTimer(this))
{
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::finished, this, &Request::finish);
    connect(m_reply, &QNetworkReply::downloadProgress, this, [this](qint64 received) {
        if (received > maxBodyBytes)
            m_deadline->start(0); // not abort() here, inside a signal of the reply
    });
    m_deadline->setSingleShot(true);
    connect(m_deadline, &QTimer::timeout, this, [this] {
        if (m_reply)
            m_reply->abort(); // ends in finish()
    });
    m_deadline->start(deadlineMs);
}

Request::~Request() = default;

void Request::abandon()
{
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        m_deadline->stop();
        disconnect(reply, nullptr, this, nullptr);
        deleteLater(); // takes the reply along, which aborts the call
    }
}

void Request::finish()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    m_deadline->stop();
    const Answer answer = answerOf(*reply);
    deleteLater();
    Q_EMIT finished(answer);
}

NoAnswer noAnswerOf(const Answer &answer)
{
    const QJsonObject problem = QJsonDocument::fromJson(answer.body).object();
    if (answer.isSuccess() || !answer.problem || problem.isEmpty())
        return {};
    return {refusalFromJson(problem)};
}

} // namespace petalpost::sync
