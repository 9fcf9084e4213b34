// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/providerhealth.h"
#include "core/server/api/api.h"
#include "core/server/api/problems.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

QCoro::Task<http::Response> getHealth(Services, http::Request)
{
    co_return http::Response::json(
        200,
        QJsonObject{{u"status"_s, u"ok"_s}, {u"version"_s, QString::fromUtf8(PETALPOST_VERSION)}});
}

QCoro::Task<http::Response> getReady(Services services, http::Request)
{
    const auto ready = co_await services.health.ready();
    if (!ready)
        co_return problemFor(ready.error());
    // Without its provider the shop still takes orders, shows its pages and moves what is paid.
    co_return http::Response::json(
        200,
        QJsonObject{{u"status"_s, u"ready"_s}, {u"payment"_s, toJson(services.guards.health())}});
}

} // namespace

void addHealthRoutes(http::Router &router, Services services)
{
    router.add(http::Method::Get, "/healthz", [services](http::Request request) {
        return getHealth(services, std::move(request));
    });
    router.add(http::Method::Get, "/readyz", [services](http::Request request) {
        return getReady(services, std::move(request));
    });
}

void addApiRoutes(http::Router &router, Services services)
{
    addOrderRoutes(router, services);
    addEditRoutes(router, services);
    addDeliveryRoutes(router, services);
    addReviewRoutes(router, services);
    addShopRoutes(router, services);
    addPhotoRoutes(router, services);
    addPaymentRoutes(router, services);
    addBalanceRoutes(router, services);
    addDeviceRoutes(router, services);
    addChangeRoutes(router, services);
    addHealthRoutes(router, services);
    addMetricsRoute(router, services);
}

} // namespace petalpost::server
