// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/unpairing.h"

#include "core/protocol/paths.h"
#include "core/sync/certificate.h"

#include <QtNetwork/QNetworkReply>

namespace petalpost::sync {

Unpairing::Unpairing(int deadlineMs, QObject *parent)
    : QObject(parent)
    , m_deadlineMs(deadlineMs)
{
}

void Unpairing::start(const PairedShop &shop, const QByteArray &token)
{
    QUrl url = shop.server;
    url.setPath(url.path() + paths::withId(paths::device, shop.deviceId));
    QNetworkRequest call(url);
    call.setRawHeader("Authorization", "Bearer " + token);
    call.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    call.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    QNetworkReply *reply = m_network.deleteResource(call);
    if (!shop.certificateSha256.isEmpty())
        holdToCertificate(*reply, shop.certificateSha256);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        reply->deleteLater();
        Q_EMIT finished(status == 204 || status == 401); // 401: it was ended before
    });
    QTimer::singleShot(m_deadlineMs, reply, &QNetworkReply::abort);
}

} // namespace petalpost::sync
