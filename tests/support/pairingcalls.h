// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"

namespace petalpost::test {

inline QString codeFor(HttpCalls &owner, const QString &role, const QString &name = {})
{
    return owner
        .post(QStringLiteral("/devices/codes"),
              {{QStringLiteral("role"), role},
               {QStringLiteral("name"), name.isEmpty() ? role : name}})
        .json()
        .value(QStringLiteral("code"))
        .toString();
}

inline Answer tryCode(HttpCalls &anybody, const QString &code)
{
    return anybody.post(QStringLiteral("/devices"), {{QStringLiteral("code"), code}});
}

/// A device paired as a person would; its id and token.
struct Paired
{
    qint64 id = 0;
    QByteArray token;
};

inline Paired pairDevice(ShopInProcess &shop, const QString &role)
{
    HttpCalls owner(shop.url(), shop.token);
    HttpCalls anybody(shop.url());
    const QJsonObject answer = tryCode(anybody, codeFor(owner, role)).json();
    return {answer.value(QStringLiteral("id")).toInteger(),
            answer.value(QStringLiteral("token")).toString().toLatin1()};
}

/// An eight-digit code that is certainly not \a code.
inline QString otherThan(const QString &code)
{
    QString other = code;
    other[0] = other.at(0) == u'9' ? u'0' : QChar(other.at(0).unicode() + 1);
    return other;
}

} // namespace petalpost::test
