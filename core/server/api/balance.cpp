// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/balance.h"
#include "core/protocol/paths.h"
#include "core/server/api/api.h"
#include "core/server/api/caller.h"
#include "core/server/api/problems.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

QCoro::Task<http::Response> getBalance(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const QString asked = request.queryValue(u"date"_s);
    std::optional<QDate> date;
    if (!asked.isNull())
        date = QDate::fromString(asked, Qt::ISODate);
    if (date && !date->isValid())
        co_return problemFor(Refusal::of(RefusalCode::OutOfRange, u"date"_s, u"YYYY-MM-DD"_s));
    const auto balance = co_await services.balances.of(date);
    if (!balance)
        co_return problemFor(balance.error());
    co_return http::Response::json(200, toJson(*balance));
}

QCoro::Task<http::Response> postRepair(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto body = jsonBody(request);
    if (!body)
        co_return problemFor(body.error());
    const auto wish = repairWishFromJson(*body);
    if (!wish)
        co_return problemFor(wish.error());
    const auto outcome = co_await services.balances.repair(*wish, caller->device->id);
    if (!outcome)
        co_return problemFor(outcome.error());
    co_return http::Response::json(200, QJsonObject{{u"outcome"_s, word(*outcome)}});
}

} // namespace

void addBalanceRoutes(http::Router &router, Services services)
{
    using http::Method;
    router.add(Method::Get, paths::balance, [services](http::Request request) {
        return getBalance(services, std::move(request));
    });
    router.add(Method::Post, paths::balanceRepairs, [services](http::Request request) {
        return postRepair(services, std::move(request));
    });
}

} // namespace petalpost::server
