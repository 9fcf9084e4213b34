// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/edit.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/paths.h"
#include "core/server/api/api.h"
#include "core/server/api/caller.h"
#include "core/server/api/problems.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// What a florist wants done with the lines of an order.
struct LinesCall
{
    bool dryRun = false;
    bool undo = false;
    EditRequest request;
};

Result<LinesCall> readLines(const QJsonObject &body, qint64 orderId, const Caller &caller)
{
    JsonReader in(body);
    LinesCall call;
    call.dryRun = in.flag("dryRun"_L1);
    call.undo = in.flag("undo"_L1);
    call.request.orderId = orderId;
    call.request.deviceId = caller.device->id;
    if (!call.dryRun) {
        in.require("basedOn"_L1);
        call.request.basedOn = in.number("basedOn"_L1);
    }
    if (!call.dryRun && !call.undo) {
        in.require("differenceMinor"_L1);
        call.request.differenceMinor = in.number("differenceMinor"_L1);
    }
    if (in.failed())
        return refuse(in.refusal());
    auto edit = orderEditFromJson(body);
    if (!edit)
        return refuse(edit.error());
    call.request.edit = std::move(*edit);
    return call;
}

http::Response editedResponse(const EditedOrder &edited)
{
    QJsonObject body = toJson(edited.order);
    if (edited.undoUntilMs > 0)
        body.insert(u"undoUntilMs"_s, edited.undoUntilMs);
    return http::Response::json(200, body);
}

QCoro::Task<http::Response> patchLines(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto id = pathId(request);
    if (!id)
        co_return problemFor(id.error());
    const auto key = callKey(request, *caller);
    if (!key)
        co_return problemFor(key.error());
    const auto body = jsonBody(request);
    if (!body)
        co_return problemFor(body.error());
    auto call = readLines(*body, *id, *caller);
    if (!call)
        co_return problemFor(call.error());
    if (call->dryRun) {
        auto quoting = services.edits.quote(*id, call->request.edit);
        const auto quote = co_await quoting;
        co_return quote ? http::Response::json(200, toJson(*quote)) : problemFor(quote.error());
    }
    call->request.key = *key;
    auto working =
        call->undo ? services.edits.undo(call->request) : services.edits.apply(call->request);
    const auto edited = co_await working;
    co_return edited ? editedResponse(*edited) : problemFor(edited.error());
}

} // namespace

void addEditRoutes(http::Router &router, Services services)
{
    router.add(http::Method::Patch, paths::orderLines, [services](http::Request request) {
        return patchLines(services, std::move(request));
    });
}

} // namespace petalpost::server
