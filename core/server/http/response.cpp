// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/response.h"

#include "core/server/http/eventstream.h"

namespace petalpost::http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView problemType = "application/problem+json";

} // namespace

Response Response::json(int status, const QJsonObject &object)
{
    return json(status, QJsonDocument(object));
}

Response Response::json(int status, const QJsonDocument &document)
{
    Response response;
    response.status = status;
    response.contentType = "application/json"_ba;
    response.body = document.toJson(QJsonDocument::Compact);
    return response;
}

Response Response::html(int status, QByteArray page)
{
    Response response;
    response.status = status;
    response.contentType = "text/html; charset=utf-8"_ba;
    response.body = std::move(page);
    return response;
}

Response Response::redirect(QByteArray location)
{
    Response response;
    response.status = 303;
    response.headers.emplace_back("Location"_ba, std::move(location));
    return response;
}

Response Response::problem(int status, const QByteArray &type, const QString &title,
                           const QString &detail, QJsonObject extra)
{
    extra.insert("type"_L1, QString(u"urn:petalpost:problem:"_s + QString::fromUtf8(type)));
    extra.insert("code"_L1, QString::fromUtf8(type));
    extra.insert("title"_L1, title);
    extra.insert("status"_L1, status);
    if (!detail.isEmpty())
        extra.insert("detail"_L1, detail);
    Response response = json(status, extra);
    response.contentType = problemType.toByteArray();
    return response;
}

Response Response::events(std::shared_ptr<EventStream> stream)
{
    Response response;
    response.contentType = "text/event-stream"_ba;
    response.headers = {{"Cache-Control"_ba, "no-store"_ba}, {"X-Accel-Buffering"_ba, "no"_ba}};
    response.stream = std::move(stream);
    return response;
}

Response Response::withHeader(QByteArray name, QByteArray value) &&
{
    headers.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
}

bool Response::isProblem() const
{
    return contentType == problemType;
}

} // namespace petalpost::http
