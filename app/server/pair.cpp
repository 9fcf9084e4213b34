// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/pair.h"

#include "core/protocol/paths.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QNetworkReply>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 maxLineBytes = 4096;

/// The only line of a small file; empty when there is none.
QByteArray lineOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(maxLineBytes).trimmed() : QByteArray();
}

} // namespace

PairCommand::PairCommand(PairOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
}

void PairCommand::start()
{
    const QString urlFile = m_options.dataDir % u"/server.url"_s;
    const QString tokenFile = m_options.dataDir % u"/owner.token"_s;
    const QByteArray token = lineOf(tokenFile);
    const QString server =
        m_options.server.isEmpty() ? QString::fromUtf8(lineOf(urlFile)) : m_options.server;
    QUrl url(server, QUrl::StrictMode);
    if (server.isEmpty()) {
        Q_EMIT failed(u"no petalpostd is running over %1: start it with petalpostd serve --data "
                      "%1, or name it with --server URL."_s.arg(m_options.dataDir));
        return;
    }
    if (!url.isValid() || url.host().isEmpty()) {
        Q_EMIT failed(u"%1 is no address of a server: http://HOST:PORT."_s.arg(server));
        return;
    }
    if (token.isEmpty()) {
        Q_EMIT failed(u"the owner's token %1 cannot be read."_s.arg(tokenFile));
        return;
    }
    url.setPath(QString::fromLatin1(petalpost::paths::deviceCodes));
    QNetworkRequest request(url);
    request.setTransferTimeout(deadlineMs);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    request.setRawHeader("Authorization", "Bearer " + token);
    const QJsonObject body{{u"role"_s, word(m_options.role)}, {u"name"_s, m_options.name}};
    QNetworkReply *reply =
        m_network.post(request, QJsonDocument(body).toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        read(*reply);
        reply->deleteLater();
    });
}

void PairCommand::read(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonObject answer = QJsonDocument::fromJson(reply.readAll()).object();
    const QString address = reply.url().adjusted(QUrl::RemovePath).toString();
    if (status == 0) {
        Q_EMIT failed(u"the server does not answer at %1: is petalpostd running? (%2)"_s.arg(
            address, reply.errorString()));
        return;
    }
    const QString code = answer.value(u"code"_s).toString();
    if (status != 201 || code.isEmpty()) {
        Q_EMIT failed(u"the server at %1 gave no code: %2 (%3)"_s.arg(
            address, answer.value(u"detail"_s).toString(), QString::number(status)));
        return;
    }
    Q_EMIT issued(code, answer.value(u"expiresAtMs"_s).toInteger());
}
