// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringView>

#include <optional>
#include <utility>

namespace petalpost::http {

/// The methods a route can be given. Any other one is answered 501.
enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

/// The method's word as it stands in the request line.
QByteArray methodName(Method method);

/// Nothing for a word that is none of ours; the words are case-sensitive.
std::optional<Method> methodFromName(QByteArrayView name);

/// One complete request: it is built when the last byte of the body is there.
struct Request
{
    Method method = Method::Get;
    QByteArray path; ///< decoded; holds tokens, so it is never logged
    QByteArray route; ///< the route's template, for example "/t/{token}", for logs
    QHash<QByteArray, QString> params; ///< path parameters, decoded, valid UTF-8
    /// Lower-case names. Repeated headers are joined by ", " (cookies by "; ").
    QHash<QByteArray, QByteArray> headers;
    QList<std::pair<QString, QString>> query; ///< decoded, in the order of the request
    QByteArray body;
    /// Textual IP of who asks: the socket's other end, or whom a trusted proxy there speaks for.
    QByteArray clientAddress;

    /// The header's value, empty when it is absent; `name` in lower case.
    QByteArray header(QByteArrayView name) const;
    /// The first query field of that name, a null string when there is none.
    QString queryValue(QStringView name) const;
    /// The path parameter of that name, a null string when the route has none.
    QString param(QByteArrayView name) const;
    /// The cookie's raw value; nothing when it was not sent.
    std::optional<QByteArray> cookie(QByteArrayView name) const;
    /// The body's media type in lower case without parameters, for example "application/json".
    QByteArray mediaType() const;
    /// Whether the client's Accept names text/html at least as high as any JSON: a person reads.
    bool prefersHtml() const;
};

} // namespace petalpost::http
