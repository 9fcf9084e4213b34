// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/certificate.h"

#include <QtCore/QCryptographicHash>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslError>

namespace petalpost::sync {

namespace {

constexpr auto otherCertificate = "petalpostOtherCertificate";

QByteArray digestOf(const QSslCertificate &certificate)
{
    return certificate.isNull() ? QByteArray() : certificate.digest(QCryptographicHash::Sha256);
}

bool isVouchedFor(const QNetworkReply &reply)
{
    const auto chain = reply.sslConfiguration().peerCertificateChain();
    return !chain.isEmpty() && QSslCertificate::verify(chain, reply.url().host()).isEmpty();
}

} // namespace

void holdToCertificate(QNetworkReply &reply, const QByteArray &sha256)
{
    QObject::connect(&reply, &QNetworkReply::sslErrors, &reply,
                     [&reply, sha256](const QList<QSslError> &errors) {
                         const auto shown =
                             errors.isEmpty() ? QSslCertificate() : errors.first().certificate();
                         const QByteArray peer = certificateOf(reply);
                         const QByteArray digest = peer.isEmpty() ? digestOf(shown) : peer;
                         if (sha256.isEmpty() || digest == sha256)
                             reply.ignoreSslErrors();
                         else
                             reply.setProperty(otherCertificate, true);
                     });
    // Errors that were ignored once on a connection are not told again when it is made anew.
    QObject::connect(&reply, &QNetworkReply::encrypted, &reply, [&reply, sha256] {
        if (sha256.isEmpty() || certificateOf(reply) == sha256 || isVouchedFor(reply))
            return;
        reply.setProperty(otherCertificate, true);
        reply.abort();
    });
}

bool showedOtherCertificate(const QNetworkReply &reply)
{
    return reply.property(otherCertificate).toBool();
}

QByteArray certificateOf(const QNetworkReply &reply)
{
    return digestOf(reply.sslConfiguration().peerCertificate());
}

} // namespace petalpost::sync
