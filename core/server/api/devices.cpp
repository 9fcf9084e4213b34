// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/paths.h"
#include "core/server/api/api.h"
#include "core/server/api/caller.h"
#include "core/server/api/problems.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

QJsonObject nameJson(const Shop &shop)
{
    return {{u"name"_s, shop.name}, {u"nameEn"_s, shop.nameEn}};
}

QJsonObject deviceJson(const store::Device &device)
{
    return {{u"id"_s, device.id}, {u"name"_s, device.name}, {u"role"_s, word(device.role)}};
}

/// Who answers here and what time it is: what a person compares before the code is sent.
QCoro::Task<http::Response> getPairing(Services services, http::Request)
{
    const auto shop = co_await services.catalogue.shop();
    if (!shop)
        co_return problemFor(shop.error());
    auto response = http::Response::json(200, QJsonObject{{u"shop"_s, nameJson(*shop)}});
    co_return std::move(response).withHeader("Petalpost-Now-Ms",
                                             QByteArray::number(services.clock.nowMs()));
}

QCoro::Task<http::Response> postCode(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto body = jsonBody(request);
    if (!body)
        co_return problemFor(body.error());
    JsonReader in(*body);
    in.require("role"_L1);
    in.require("name"_L1);
    const auto role = in.word("role"_L1, deviceRoleWords, DeviceRole::Florist);
    const QString name = in.text("name"_L1);
    if (in.failed())
        co_return problemFor(in.refusal());
    const auto issued = co_await services.devices.issueCode(role, name, caller->device->id);
    if (!issued)
        co_return problemFor(issued.error());
    co_return http::Response::json(
        201, QJsonObject{{u"code"_s, issued->code}, {u"expiresAtMs"_s, issued->expiresAtMs}});
}

QCoro::Task<http::Response> postDevice(Services services, http::Request request)
{
    if (!services.limits.pairing.allow(request.clientAddress, CallLimits::pairingCallsPerMinute))
        co_return problemFor(Refusal::of(RefusalCode::TooMany));
    const auto body = jsonBody(request);
    if (!body)
        co_return problemFor(body.error());
    JsonReader in(*body);
    in.require("code"_L1);
    const QString code = in.text("code"_L1);
    if (in.failed())
        co_return problemFor(in.refusal());
    const auto shop = co_await services.catalogue.shop();
    if (!shop)
        co_return problemFor(shop.error());
    const auto outcome = co_await services.devices.pair(code, request.clientAddress);
    if (!outcome)
        co_return problemFor(outcome.error());
    if (!outcome->device)
        co_return problemFor(outcome->refusal);
    QJsonObject paired = deviceJson(*outcome->device);
    paired.insert(u"token"_s, outcome->token);
    paired.insert(u"shop"_s, nameJson(*shop));
    co_return http::Response::json(201, paired).withHeader("Cache-Control", "no-store");
}

QCoro::Task<http::Response> getDevices(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto devices = co_await services.devices.list();
    if (!devices)
        co_return problemFor(devices.error());
    QJsonArray items;
    for (const store::Device &device : *devices) {
        QJsonObject item = deviceJson(device);
        item.insert(u"createdAtMs"_s, device.createdAtMs);
        if (device.lastSeenAtMs > 0)
            item.insert(u"lastSeenAtMs"_s, device.lastSeenAtMs);
        if (device.id == caller->device->id)
            item.insert(u"self"_s, true);
        items.append(item);
    }
    co_return http::Response::json(200, QJsonObject{{u"items"_s, items}});
}

QCoro::Task<http::Response> deleteDevice(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto id = pathId(request);
    if (!id)
        co_return problemFor(id.error());
    if (caller->device->role != DeviceRole::Owner && caller->device->id != *id)
        co_return problemFor(Refusal::of(RefusalCode::NotAllowed));
    const auto revoked = co_await services.devices.revoke(*id, caller->device->id);
    if (!revoked)
        co_return problemFor(revoked.error());
    services.feed.endFor(*id);
    co_return http::Response{204, {}, {}, {}, {}};
}

} // namespace

void addDeviceRoutes(http::Router &router, Services services)
{
    using http::Method;
    router.add(Method::Get, paths::pairing, [services](http::Request request) {
        return getPairing(services, std::move(request));
    });
    router.add(Method::Post, paths::devices, [services](http::Request request) {
        return postDevice(services, std::move(request));
    });
    router.add(Method::Get, paths::devices, [services](http::Request request) {
        return getDevices(services, std::move(request));
    });
    router.add(Method::Post, paths::deviceCodes, [services](http::Request request) {
        return postCode(services, std::move(request));
    });
    router.add(Method::Delete, paths::device, [services](http::Request request) {
        return deleteDevice(services, std::move(request));
    });
}

} // namespace petalpost::server
