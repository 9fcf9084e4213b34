// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/api/moves.h"

#include "core/protocol/documents.h"
#include "core/protocol/jsonreader.h"
#include "core/server/api/olderwords.h"
#include "core/server/api/problems.h"

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
    move.maySkip = true;
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
    move.reason = in.text("reason"_L1);
    move.receivedBy = in.text("receivedBy"_L1);
    if (in.failed())
        return refuse(in.refusal());
    return move;
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
    if (caller.device && body->value(u"seen"_s).toBool()) {
        const auto seen = co_await services.orders.markSeen(orderId, caller.device->id);
        co_return seen ? http::Response::json(200, toJson(*seen)) : problemFor(seen.error());
    }
    auto move = readMove(*body, caller, orderId);
    if (!move)
        co_return problemFor(move.error());
    move->key = *key;
    const auto moved = co_await services.orders.move(*move);
    if (!moved)
        co_return problemFor(moved.error());
    if (moved->payment == PaymentState::RefundPending)
        services.tasks.spawn(services.payments.runRefunds());
    co_return http::Response::json(200, toJson(*moved));
}

QCoro::Task<http::Response> listOrders(Services services, http::Request request,
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
    QJsonArray items;
    for (const Order &order : *orders)
        items.append(toJson(order));
    QJsonObject body{{u"items"_s, items}};
    if (items.size() == *limit)
        body.insert(u"next"_s, orders->back().id); // pass it as `after`
    co_return http::Response::json(200, body);
}

} // namespace petalpost::server
