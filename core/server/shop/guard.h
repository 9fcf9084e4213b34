// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/http/request.h"

#include <QtCore/QString>

namespace petalpost::server {

/// Whether a post that carries Origin: null may pass; browsers send that from pages whose referrer
/// is withheld, which the order's own pages are.
enum class NullOrigin { Refused, Accepted };

/// Tells the shop's own forms from those of other sites, and mints the draft that makes two tabs,
/// two presses and a lost reply one order.
class Guard
{
public:
    explicit Guard(QByteArray serverKey)
        : m_key(std::move(serverKey))
    {
    }

    /// The draft id of the request's cookie; empty when there is none of ours.
    static QString draftOf(const http::Request &request);
    static QString newDraft();
    /// The value of Set-Cookie that keeps \a draft for a day; an empty one forgets it.
    static QByteArray draftCookie(const QString &draft, bool secure);

    /// The token of \a length base62 characters in the cookie \a name; empty when there is none.
    static QString tokenOf(const http::Request &request, QByteArrayView name, int length);
    /// The value of Set-Cookie that keeps \a token for \a seconds, out of reach of scripts and of
    /// other sites' forms; an empty one forgets it.
    static QByteArray tokenCookie(const QByteArray &name, const QString &token, qint64 seconds,
                                  bool secure);

    /// What a form carries to prove that we made it for \a subject (a draft or an order's token).
    QString csrf(const QString &subject) const;
    bool csrfOk(const QString &given, const QString &subject) const;

    /// Whether the browser says that the post comes from a page of this server.
    static bool sameOrigin(const http::Request &request, const QString &publicUrl,
                           NullOrigin nullOrigin);

private:
    QByteArray m_key;
};

} // namespace petalpost::server
