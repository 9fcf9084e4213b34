// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/pairing.h"

#include "core/protocol/documents.h"
#include "core/protocol/paths.h"
#include "core/sync/certificate.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkReply>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync {

namespace {

QJsonObject jsonOf(QNetworkReply &reply)
{
    if (!reply.isReadable())
        return {}; // given up
    return QJsonDocument::fromJson(reply.read(Pairing::maxAnswerBytes)).object();
}

PairingFailure failureOf(RefusalCode code)
{
    switch (code) {
    case RefusalCode::PairingCodeExpired:
        return PairingFailure::CodeExpired;
    case RefusalCode::PairingTriesUsed:
    case RefusalCode::TooMany:
        return PairingFailure::TriesUsed;
    case RefusalCode::PairingCodeWrong:
    case RefusalCode::OutOfRange:
    case RefusalCode::MissingField:
        return PairingFailure::CodeWrong;
    default:
        return PairingFailure::Unreachable;
    }
}

} // namespace

std::optional<QUrl> serverFromText(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty() || typed.contains(u' '))
        return std::nullopt;
    QUrl url(typed.contains("://"_L1) ? typed : QString(u"https://"_s + typed), QUrl::StrictMode);
    if (!typed.contains("://"_L1) && isLoopback(url.host()))
        url.setScheme(u"http"_s);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
        return std::nullopt;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
}

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

Pairing::Pairing(const Clock &clock, int deadlineMs, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_deadlineMs(deadlineMs)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        if (m_reply)
            m_reply->abort(); // ends in finished()
    });
}

Pairing::~Pairing()
{
    cancel();
}

void Pairing::identify(const QUrl &server, const QByteArray &expectedSha256)
{
    cancel();
    m_shop = {};
    m_shop.server = server;
    m_network.clearConnectionCache(); // an earlier connection was compared with something else
    watch(m_network.get(request(server, paths::pairing)), expectedSha256, &Pairing::readIdentity);
}

void Pairing::confirm(const QString &code)
{
    cancel();
    QNetworkRequest call = request(m_shop.server, paths::devices);
    call.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    const QByteArray body =
        QJsonDocument(QJsonObject{{u"code"_s, code}}).toJson(QJsonDocument::Compact);
    watch(m_network.post(call, body), m_shop.certificateSha256, &Pairing::readDevice);
}

void Pairing::cancel()
{
    m_deadline.stop();
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        disconnect(reply, nullptr, this, nullptr);
        reply->deleteLater(); // its end aborts the call
    }
}

QNetworkRequest Pairing::request(const QUrl &server, const char *path) const
{
    QUrl url = server;
    url.setPath(server.path() + QString::fromLatin1(path));
    QNetworkRequest call(url);
    call.setRawHeader("Accept", "application/json");
    // Who answers is who was named: nobody may send the code elsewhere.
    call.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    call.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    call.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    call.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    call.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return call;
}

void Pairing::watch(QNetworkReply *reply, const QByteArray &sha256,
                    void (Pairing::*read)(QNetworkReply &))
{
    m_reply = reply;
    reply->setReadBufferSize(maxAnswerBytes);
    holdToCertificate(*reply, sha256);
    connect(reply, &QNetworkReply::finished, this, [this, reply, read] {
        m_deadline.stop();
        m_reply = nullptr;
        reply->deleteLater();
        if (showedOtherCertificate(*reply))
            Q_EMIT failed(PairingFailure::CertificateChanged);
        else
            (this->*read)(*reply);
    });
    m_deadline.start(m_deadlineMs);
}

void Pairing::readIdentity(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonObject shop = jsonOf(reply).value(u"shop"_s).toObject();
    const QString name = shop.value(u"name"_s).toString();
    if (status != 200 || name.isEmpty() || !reply.hasRawHeader("Petalpost-Now-Ms")) {
        Q_EMIT failed(PairingFailure::Unreachable);
        return;
    }
    if (isClockOff(reply)) {
        Q_EMIT failed(PairingFailure::ClockOff);
        return;
    }
    m_shop.name = name;
    m_shop.nameEn = shop.value(u"nameEn"_s).toString();
    m_shop.certificateSha256 = certificateOf(reply);
    Q_EMIT identified(m_shop);
}

void Pairing::readDevice(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonObject answer = jsonOf(reply);
    const auto role = fromWord(deviceRoleWords, answer.value(u"role"_s).toString());
    const PairedDevice device{m_shop, answer.value(u"id"_s).toInteger(),
                              role.value_or(DeviceRole::Driver),
                              answer.value(u"token"_s).toString().toLatin1()};
    if (status == 201 && role && device.id > 0 && !device.token.isEmpty())
        Q_EMIT paired(device);
    else if (status >= 400 && status < 500)
        Q_EMIT failed(failureOf(refusalFromJson(answer).code));
    else
        Q_EMIT failed(PairingFailure::Unreachable);
}

bool Pairing::isClockOff(const QNetworkReply &reply) const
{
    const qint64 serverMs = reply.rawHeader("Petalpost-Now-Ms").toLongLong();
    return qAbs(serverMs - m_clock.nowMs()) > maxClockOffMs;
}

} // namespace petalpost::sync
