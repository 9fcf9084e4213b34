// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/tokens.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QRandomGenerator>
#include <QtCore/QtEndian>

namespace petalpost::server {

namespace {

constexpr char base62[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int orderTokenLength = 12;
constexpr int unbiasedBelow = 248; ///< 4 * 62: bytes from here on would favour some characters

} // namespace

QString OrderTokens::tokenFor(qint64 orderId, int tokenVersion) const
{
    QString token;
    // A digest has 32 bytes, of which about 31 are usable; the counter is there for the rare rest.
    for (int counter = 0; token.size() < orderTokenLength; ++counter) {
        const QByteArray input = QByteArray::number(orderId) + '.'
                                 + QByteArray::number(tokenVersion) + '.'
                                 + QByteArray::number(counter);
        const QByteArray digest =
            QMessageAuthenticationCode::hash(input, m_key, QCryptographicHash::Sha256);
        for (const char byte : digest) {
            const int value = static_cast<unsigned char>(byte);
            if (value < unbiasedBelow && token.size() < orderTokenLength)
                token.append(QLatin1Char(base62[value % 62]));
        }
    }
    return token;
}

QString OrderTokens::signInCode(const QString &id) const
{
    constexpr int codeDigits = 6;
    constexpr quint64 codes = 1'000'000; // of 2^64: none is likelier than another by a notice
    const QByteArray digest = QMessageAuthenticationCode::hash("sign-in:" + id.toUtf8(), m_key,
                                                               QCryptographicHash::Sha256);
    const quint64 number = qFromBigEndian<quint64>(digest.constData());
    return QStringLiteral("%1").arg(number % codes, codeDigits, 10, QLatin1Char('0'));
}

QString randomToken(int length)
{
    QString token;
    for (int i = 0; i < length; ++i)
        token.append(QLatin1Char(base62[QRandomGenerator::system()->bounded(62)]));
    return token;
}

QString randomPairingCode()
{
    constexpr int codes = 100'000'000;
    return QStringLiteral("%1").arg(QRandomGenerator::system()->bounded(codes), 8, 10,
                                    QLatin1Char('0'));
}

QByteArray tokenHash(QStringView token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace petalpost::server
