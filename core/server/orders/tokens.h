// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace petalpost::server {

/// Derives the access token of an order from the server's key, so that a later SMS can carry it
/// although only its hash is stored.
class OrderTokens
{
public:
    explicit OrderTokens(QByteArray serverKey)
        : m_key(std::move(serverKey))
    {
    }

    /// 12 base62 characters (71 bits) of HMAC-SHA256(server key, order id and token version).
    QString tokenFor(qint64 orderId, int tokenVersion) const;
    /// The six digits that are texted to whoever asked to sign in under \a id.
    QString signInCode(const QString &id) const;

private:
    QByteArray m_key;
};

inline constexpr int deviceTokenLength = 43; ///< 256 bits in base62

/// A fresh random token of \a length base62 characters, from the system's generator.
QString randomToken(int length);

/// A fresh pairing code: eight decimal digits, each of the 10^8 equally likely.
QString randomPairingCode();

/// What is stored of any token.
QByteArray tokenHash(QStringView token);

} // namespace petalpost::server
