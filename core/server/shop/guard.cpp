// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/guard.h"

#include "core/server/orders/tokens.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int draftLength = 22; ///< base62 characters: 131 bits
constexpr auto draftCookieName = "draft";
constexpr int draftSeconds = 24 * 60 * 60;

bool isBase62(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    });
}

} // namespace

QString Guard::draftOf(const http::Request &request)
{
    return tokenOf(request, draftCookieName, draftLength);
}

QString Guard::newDraft()
{
    return randomToken(draftLength);
}

QByteArray Guard::draftCookie(const QString &draft, bool secure)
{
    return tokenCookie(draftCookieName, draft, draftSeconds, secure);
}

QString Guard::tokenOf(const http::Request &request, QByteArrayView name, int length)
{
    const auto cookie = request.cookie(name);
    if (!cookie)
        return {};
    const QString token = QString::fromLatin1(*cookie);
    return token.size() == length && isBase62(token) ? token : QString();
}

QByteArray Guard::tokenCookie(const QByteArray &name, const QString &token, qint64 seconds,
                              bool secure)
{
    return name + '=' + token.toLatin1()
           + "; Path=/; Max-Age=" + QByteArray::number(token.isEmpty() ? 0 : seconds)
           + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
}

QString Guard::csrf(const QString &subject) const
{
    const QByteArray digest = QMessageAuthenticationCode::hash("csrf:" + subject.toUtf8(), m_key,
                                                               QCryptographicHash::Sha256);
    return QString::fromLatin1(
        digest.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

bool Guard::csrfOk(const QString &given, const QString &subject) const
{
    const QString wanted = csrf(subject);
    if (subject.isEmpty() || given.size() != wanted.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        difference |= given[i].unicode() ^ wanted[i].unicode();
    return difference == 0;
}

bool Guard::sameOrigin(const http::Request &request, const QString &publicUrl,
                       NullOrigin nullOrigin)
{
    const QByteArray site = request.header("sec-fetch-site");
    if (!site.isEmpty() && site != "same-origin" && site != "none")
        return false;
    const QByteArray origin = request.header("origin");
    if (origin.isEmpty())
        return true;
    if (origin == "null")
        return nullOrigin == NullOrigin::Accepted;
    if (origin == publicUrl.toUtf8())
        return true;
    const qsizetype scheme = origin.indexOf("://");
    return scheme > 0 && origin.sliced(scheme + 3) == request.header("host");
}

} // namespace petalpost::server
