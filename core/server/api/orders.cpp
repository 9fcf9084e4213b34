// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/orderdraft.h"
#include "core/protocol/paths.h"
#include "core/server/api/api.h"
#include "core/server/api/caller.h"
#include "core/server/api/moves.h"
#include "core/server/api/problems.h"
#include "core/server/payment/patience.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

http::Response placedResponse(const PlacedOrder &placed, const Order &order, const HostedPage *page)
{
    QJsonObject body = toJson(order);
    body.insert(u"accessToken"_s, placed.accessToken);
    body.insert(u"trackingPath"_s, QString(u"/t/"_s + placed.accessToken));
    if (page && !page->decided)
        body.insert(u"payUrl"_s, page->url);
    return http::Response::json(201, body).withHeader("Location",
                                                      "/orders/" + QByteArray::number(order.id));
}

/// With a gateway that decides without a customer, the payment is settled in the call.
QCoro::Task<http::Response> payAndAnswer(Services services, PlacedOrder placed)
{
    if (!placed.attempt)
        co_return placedResponse(placed, placed.order, nullptr);
    auto charging = services.payments.charge(*placed.attempt);
    auto answered = co_await withPatience(services.tasks, services.delays, std::move(charging));
    const Result<Charged> charged =
        answered ? std::move(*answered) : refuse(RefusalCode::ProviderUnavailable);
    if (!charged)
        co_return placedResponse(placed, placed.order,
                                 nullptr); // placed and unpaid; it can be paid by its link
    co_return placedResponse(placed, charged->order.value_or(placed.order), &charged->page);
}

Result<PlaceRequest> webWish(const Services &services, const QJsonObject &body)
{
    auto draft = draftFromBody(body);
    if (!draft)
        return refuse(draft.error());
    PlaceRequest wish;
    wish.draft = std::move(*draft);
    wish.gateway = services.payments.gatewayName();
    wish.approvedWithin = services.payments.decideWithin();
    return wish;
}

/// Only the shop's own devices take orders down and money in.
Result<PlaceRequest> deskWish(const Caller &caller, const QJsonObject &body)
{
    if (!caller.device)
        return refuse(RefusalCode::NotAllowed, u"deskMethod"_s);
    auto taken = deskOrderFromBody(body);
    if (!taken)
        return refuse(taken.error());
    PlaceRequest wish;
    wish.desk = *taken;
    wish.draft = std::move(taken->draft);
    wish.deviceId = caller.device->id;
    wish.pressedAtMs = body.value(u"pressedAtMs"_s).toInteger();
    return wish;
}

QCoro::Task<http::Response> placeOrder(Services services, http::Request request)
{
    const auto caller = co_await identify(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto shop = co_await services.catalogue.shop();
    if (!shop)
        co_return problemFor(shop.error());
    const int perMinute = shop->ordersPerAddressPerMinute;
    const bool few =
        caller->device || services.limits.orders.allow(request.clientAddress, perMinute);
    if (!few)
        co_return problemFor(Refusal::of(RefusalCode::TooMany));
    const auto key = callKey(request, *caller);
    if (!key)
        co_return problemFor(key.error());
    const auto body = jsonBody(request);
    if (!body)
        co_return problemFor(body.error());
    auto wish = isDeskOrder(*body) ? deskWish(*caller, *body) : webWish(services, *body);
    if (!wish)
        co_return problemFor(wish.error());
    wish->key = *key;
    if (!caller->device)
        wish->address = request.clientAddress;
    const auto placed = co_await services.orders.place(std::move(*wish));
    if (!placed)
        co_return problemFor(placed.error());
    co_return co_await payAndAnswer(services, *placed);
}

/// The order in the path, if the caller may see it.
QCoro::Task<Result<Order>> visibleOrder(Services services, Caller caller, qint64 id)
{
    if (!caller.device && !caller.order)
        co_return refuse(RefusalCode::SignInRequired);
    if (!caller.device && caller.order->id != id)
        co_return refuse(RefusalCode::NotAllowed);
    if (caller.isDriver())
        co_return co_await orderForDriver(services, id);
    co_return co_await services.orders.find(id);
}

QCoro::Task<http::Response> getOrder(Services services, http::Request request)
{
    const auto caller = co_await identify(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto id = pathId(request);
    if (!id)
        co_return problemFor(id.error());
    const auto order = co_await visibleOrder(services, *caller, *id);
    if (!order)
        co_return problemFor(order.error());
    co_return http::Response::json(200, toJson(*order));
}

QCoro::Task<http::Response> patchOrder(Services services, http::Request request)
{
    const auto caller = co_await identify(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto within = co_await withinLimit(services, *caller, request.clientAddress);
    if (!within)
        co_return problemFor(within.error());
    const auto id = pathId(request);
    if (!id)
        co_return problemFor(id.error());
    const auto order = co_await visibleOrder(services, *caller, *id);
    if (!order)
        co_return problemFor(order.error());
    co_return co_await moveOrder(services, std::move(request), *caller, *id);
}

/// Every order in the shop's own words; a customer's view by phone and code comes with the sign-in.
QCoro::Task<http::Response> getMyPages(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    co_return co_await listOrders(services, std::move(request), *caller, false);
}

} // namespace

void addOrderRoutes(http::Router &router, Services services)
{
    using http::Method;
    router.add(Method::Post, paths::orders, [services](http::Request request) {
        return placeOrder(services, std::move(request));
    });
    router.add(Method::Get, paths::order, [services](http::Request request) {
        return getOrder(services, std::move(request));
    });
    router.add(Method::Patch, paths::order, [services](http::Request request) {
        return patchOrder(services, std::move(request));
    });
    router.add(Method::Get, paths::myPages, [services](http::Request request) {
        return getMyPages(services, std::move(request));
    });
}

} // namespace petalpost::server
