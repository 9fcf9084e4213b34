// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/api/moves.h"

#include "core/protocol/documents.h"
#include "core/protocol/jsonreader.h"
#include "core/server/api/olderwords.h"
#include "core/server/api/problems.h"
#include "core/server/orders/driverview.h"

#include <qcorofuture.h>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qint64 orderPageLimit = 500;

/// The verb of today's interface, or what a word of the older one means.
void readVerb(JsonReader &in, MoveRequest &move)
{
    if (in.has("verb"_L1)) {
        move.verb = in.word("verb"_L1, verbWords, Verb::StartMaking);
        return;
    }
    if (!in.has("status"_L1)) {
        in.fail(RefusalCode::MissingField, "verb"_L1);
        return;
    }
    move.verb = in.word("status"_L1, olderWords, Verb::Cancel);
    move.maySkip = move.actor != Actor::Driver;
}

Result<MoveRequest> readMove(const QJsonObject &body, const Caller &caller, qint64 orderId)
{
    JsonReader in(body);
    MoveRequest move;
    move.orderId = orderId;
    move.actor = caller.actor();
    move.deviceId = caller.device ? caller.device->id : 0;
    readVerb(in, move);
    if (in.has("basedOn"_L1))
        move.basedOn = in.number("basedOn"_L1);
    move.pressedAtMs = in.number("pressedAtMs"_L1);
    if (in.has("refundMinor"_L1))
        move.refundMinor = in.number("refundMinor"_L1);
    if (in.has("window"_L1)) {
        move.window = DeliveryWindow::fromKey(in.text("window"_L1));
        if (!move.window)
            in.fail(RefusalCode::OutOfRange, "window"_L1);
    }
    move.reason = in.text("reason"_L1);
    move.receivedBy = in.text("receivedBy"_L1);
    if (in.has("method"_L1))
        move.method = in.word("method"_L1, deskMethodWords, DeskMethod::Cash);
    move.photo = in.text("photo"_L1);
    if (move.verb == Verb::AddPhoto && !caller.isDriver())
        move.photoOf = in.word("photoOf"_L1, photoOfWords, PhotoOf::Arrangement);
    else
        move.photoOf = PhotoOf::Delivery; // what a driver brings along is always of the delivery
    if (in.failed())
        return refuse(in.refusal());
    return move;
}

QCoro::Task<Result<QDate>> shopsToday(Services services)
{
    const auto shop = co_await services.catalogue.shop();
    if (!shop)
        co_return refuse(shop.error());
    co_return shop->today(services.clock.nowMs());
}

QCoro::Task<Result<void>> mayMove(Services services, Caller caller, MoveRequest move)
{
    if (!caller.isDriver())
        co_return Result<void>();
    const auto today = co_await shopsToday(services);
    if (!today)
        co_return refuse(today.error());
    const auto order = co_await services.orders.find(move.orderId);
    if (!order)
        co_return refuse(order.error());
    co_return checkDriversMove(move.verb, *order, *today);
}

} // namespace

QCoro::Task<http::Response> moveOrder(Services services, http::Request request, Caller caller,
                                      qint64 orderId)
{
    const auto key = callKey(request, caller);
    if (!key)
        co_return problemFor(key.error());
    const auto body = jsonBody(request);
    if (!body)
        co_return problemFor(body.error());
    if (caller.device && !caller.isDriver() && body->value(u"seen"_s).toBool()) {
        const auto seen = co_await services.orders.markSeen(orderId, caller.device->id);
        co_return seen ? http::Response::json(200, toJson(*seen)) : problemFor(seen.error());
    }
    auto move = readMove(*body, caller, orderId);
    if (!move)
        co_return problemFor(move.error());
    move->key = *key;
    const auto may = co_await mayMove(services, caller, *move);
    if (!may)
        co_return problemFor(may.error());
    const auto moved = co_await services.orders.move(*move);
    if (!moved)
        co_return problemFor(moved.error());
    if (moved->payment == PaymentState::RefundPending)
        services.tasks.spawn(services.reconciler.run());
    co_return http::Response::json(200, toJson(caller.isDriver() ? forDriver(*moved) : *moved));
}

QCoro::Task<Result<Order>> orderForDriver(Services services, qint64 orderId)
{
    const auto today = co_await shopsToday(services);
    if (!today)
        co_return refuse(today.error());
    const auto order = co_await services.orders.find(orderId);
    if (!order)
        co_return refuse(order.error());
    if (!isOnRun(*order, *today))
        co_return refuse(RefusalCode::NotFound);
    co_return forDriver(*order);
}

QCoro::Task<http::Response> listOrders(Services services, http::Request request, Caller caller,
                                       bool onlyDeliveries)
{
    const auto after = queryNumber(request, "after"_L1, 0, 0, std::numeric_limits<qint64>::max());
    if (!after)
        co_return problemFor(after.error());
    const auto limit = queryNumber(request, "limit"_L1, orderPageLimit, 1, orderPageLimit);
    if (!limit)
        co_return problemFor(limit.error());
    auto reading = onlyDeliveries ? services.orders.deliveries(*after, int(*limit))
                                  : services.orders.all(*after, int(*limit));
    const auto orders = co_await reading;
    if (!orders)
        co_return problemFor(orders.error());
    const auto today = co_await shopsToday(services);
    if (!today)
        co_return problemFor(today.error());
    QJsonArray items;
    for (const Order &order : *orders) {
        if (!caller.isDriver())
            items.append(toJson(order));
        else if (isOnRun(order, *today))
            items.append(toJson(forDriver(order)));
    }
    QJsonObject body{{u"items"_s, items}};
    if (qint64(orders->size()) == *limit)
        body.insert(u"next"_s, orders->back().id); // pass it as `after`
    co_return http::Response::json(200, body);
}

} // namespace petalpost::server
