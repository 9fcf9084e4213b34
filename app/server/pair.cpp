// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/pair.h"

#include "app/server/runningserver.h"
#include "core/protocol/paths.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtNetwork/QNetworkReply>

using namespace Qt::Literals::StringLiterals;

PairCommand::PairCommand(PairOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
}

void PairCommand::start()
{
    auto asked = callToServer({m_options.dataDir, m_options.server}, petalpost::paths::deviceCodes);
    if (!asked) {
        Q_EMIT failed(asked.error());
        return;
    }
    QNetworkRequest &request = *asked;
    request.setTransferTimeout(deadlineMs);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
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
