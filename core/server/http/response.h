// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <utility>

namespace petalpost::http {

class EventStream;

/// What a handler answers. With `stream` set the body is ignored and the connection stays open.
struct Response
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    /// Further headers. A value with a line break is dropped and logged, never sent.
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::shared_ptr<EventStream> stream;

    /// A JSON document, compact.
    static Response json(int status, const QJsonObject &object);
    static Response json(int status, const QJsonDocument &document);
    /// A page in UTF-8.
    static Response html(int status, QByteArray page);
    /// 303 See Other: the client goes to `location` with GET.
    static Response redirect(QByteArray location);
    /// An RFC 9457 problem; `type` is a slug and leaves as "urn:petalpost:problem:<slug>". The
    /// members of `extra` stand beside the standard ones and cannot replace them.
    static Response problem(int status, const QByteArray &type, const QString &title,
                            const QString &detail = {}, QJsonObject extra = {});
    /// Server-sent events; keep a copy of `stream` and send() on it.
    static Response events(std::shared_ptr<EventStream> stream);

    /// The same answer with one more header, to be chained.
    Response withHeader(QByteArray name, QByteArray value) &&;
    /// Whether this is an application/problem+json.
    bool isProblem() const;
};

} // namespace petalpost::http
