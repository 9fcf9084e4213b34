// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/api/caller.h"

#include "core/server/api/roles.h"

#include <qcorofuture.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QUuid>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qsizetype maxTokenLength = 128;
constexpr qsizetype maxKeyLength = 255;
constexpr qsizetype orderTokenLength = 12;

} // namespace

QString Caller::name() const
{
    if (device)
        return u"device:"_s + QString::number(device->id);
    return order ? QString(u"order:"_s + QString::number(order->id)) : u"anonymous"_s;
}

Actor Caller::actor() const
{
    if (!device)
        return Actor::Customer;
    return isDriver() ? Actor::Driver : Actor::Florist;
}

QCoro::Task<Result<Caller>> identify(Services services, http::Request request)
{
    Caller caller;
    const QByteArray authorization = request.header("authorization");
    if (authorization.isEmpty())
        co_return caller;
    if (!authorization.startsWith("Bearer ") || authorization.size() > maxTokenLength)
        co_return refuse(RefusalCode::SignInRequired);
    const QString token = QString::fromLatin1(authorization.mid(7)).trimmed();
    if (token.size() == orderTokenLength) {
        const auto order = co_await services.orders.findByToken(token);
        if (!order)
            co_return refuse(RefusalCode::SignInRequired);
        caller.order = *order;
        co_return caller;
    }
    const auto device = co_await services.access.device(token);
    if (!device)
        co_return refuse(device.error());
    services.access.noteSeen(device->id);
    if (!mayCall(device->role, request.method, request.route))
        co_return refuse(RefusalCode::NotAllowed);
    caller.device = *device;
    co_return caller;
}

QCoro::Task<Result<Caller>> identifyDevice(Services services, http::Request request)
{
    const auto caller = co_await identify(services, std::move(request));
    if (caller && !caller->device)
        co_return refuse(caller->order ? RefusalCode::NotAllowed : RefusalCode::SignInRequired);
    co_return caller;
}

QCoro::Task<Result<void>> withinLimit(Services services, Caller caller, QByteArray address)
{
    if (caller.device)
        co_return Result<void>();
    const auto shop = co_await services.catalogue.shop();
    if (!shop)
        co_return refuse(shop.error());
    const int perMinute = shop->ordersPerAddressPerMinute * CallLimits::postsPerOrder;
    if (!services.limits.posts.allow(address, perMinute))
        co_return refuse(RefusalCode::TooMany);
    co_return Result<void>();
}

Result<std::optional<store::CallKey>> callKey(const http::Request &request, const Caller &caller)
{
    const QByteArray key = request.header("idempotency-key");
    if (key.isEmpty())
        return std::nullopt;
    const bool printable = std::ranges::all_of(key, [](char c) { return c > ' ' && c < 0x7f; });
    const bool anonymous = !caller.device && !caller.order;
    const QString text = QString::fromLatin1(key);
    if (!printable || key.size() > maxKeyLength || (anonymous && QUuid::fromString(text).isNull()))
        return refuse(RefusalCode::OutOfRange, u"Idempotency-Key"_s);
    const QString route =
        QString::fromLatin1(http::methodName(request.method) + ' ' + request.route);
    return store::CallKey{caller.name(), route, text,
                          QCryptographicHash::hash(request.body, QCryptographicHash::Sha256)};
}

Result<QJsonObject> jsonBody(const http::Request &request)
{
    const QByteArray type = request.mediaType();
    if (type != "application/json" && !type.endsWith("+json"))
        return refuse(RefusalCode::WrongType, u"Content-Type"_s, u"application/json"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(RefusalCode::WrongType, u"body"_s, error.errorString());
    if (!document.isObject())
        return refuse(RefusalCode::WrongType, u"body"_s, u"a JSON object"_s);
    return document.object();
}

Result<qint64> pathId(const http::Request &request)
{
    bool ok = false;
    const qint64 id = request.param("id").toLongLong(&ok);
    if (!ok || id <= 0)
        return refuse(RefusalCode::NotFound);
    return id;
}

Result<qint64> queryNumber(const http::Request &request, QLatin1StringView name, qint64 fallback,
                           qint64 least, qint64 most)
{
    const QString text = request.queryValue(QString(name));
    if (text.isNull())
        return fallback;
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || number < least || number > most)
        return refuse(RefusalCode::OutOfRange, name);
    return number;
}

} // namespace petalpost::server
