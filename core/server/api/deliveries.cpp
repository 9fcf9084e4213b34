// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/paths.h"
#include "core/server/api/api.h"
#include "core/server/api/caller.h"
#include "core/server/api/moves.h"
#include "core/server/api/problems.h"

namespace petalpost::server {

namespace {

QCoro::Task<http::Response> getDeliveries(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    co_return co_await listOrders(services, std::move(request), *caller, true);
}

QCoro::Task<http::Response> patchDelivery(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto id = pathId(request);
    if (!id)
        co_return problemFor(id.error());
    co_return co_await moveOrder(services, std::move(request), *caller, *id);
}

} // namespace

void addDeliveryRoutes(http::Router &router, Services services)
{
    router.add(http::Method::Get, paths::deliveries, [services](http::Request request) {
        return getDeliveries(services, std::move(request));
    });
    router.add(http::Method::Patch, paths::delivery, [services](http::Request request) {
        return patchDelivery(services, std::move(request));
    });
}

} // namespace petalpost::server
