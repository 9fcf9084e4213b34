// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/jsonreader.h"
#include "core/protocol/paths.h"
#include "core/server/api/api.h"
#include "core/server/api/caller.h"
#include "core/server/api/problems.h"

#include <qcorofuture.h>

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qint64 reviewPageLimit = 500;

QCoro::Task<http::Response> getReviews(Services services, http::Request request)
{
    const auto caller = co_await identify(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto before = queryNumber(request, "before"_L1, 0, 0, std::numeric_limits<qint64>::max());
    if (!before)
        co_return problemFor(before.error());
    const auto limit = queryNumber(request, "limit"_L1, reviewPageLimit, 1, reviewPageLimit);
    if (!limit)
        co_return problemFor(limit.error());
    const auto reviews =
        co_await services.reviews.list(*before, int(*limit), caller->device && !caller->isDriver());
    if (!reviews)
        co_return problemFor(reviews.error());
    QJsonArray items;
    for (const Review &review : *reviews)
        items.append(toJson(review));
    QJsonObject body{{u"items"_s, items}};
    if (items.size() == *limit)
        body.insert(u"next"_s, reviews->back().id); // pass it as `before`
    co_return http::Response::json(200, body);
}

QCoro::Task<http::Response> postReview(Services services, http::Request request)
{
    const auto caller = co_await identify(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    if (!caller->order)
        co_return problemFor(Refusal::of(RefusalCode::SignInRequired));
    const auto within = co_await withinLimit(services, *caller, request.clientAddress);
    if (!within)
        co_return problemFor(within.error());
    const auto body = jsonBody(request);
    if (!body)
        co_return problemFor(body.error());
    JsonReader in(*body);
    const qint64 rating = in.number("rating"_L1);
    const ReviewDraft draft{rating >= 0 && rating <= 5 ? int(rating) : -1, in.text("text"_L1)};
    if (in.failed())
        co_return problemFor(in.refusal());
    const auto review = co_await services.reviews.write(caller->order->id, draft);
    if (!review)
        co_return problemFor(review.error());
    co_return http::Response::json(201, toJson(*review));
}

QCoro::Task<http::Response> patchReview(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto id = pathId(request);
    const auto key = callKey(request, *caller);
    const auto body = jsonBody(request);
    if (!id || !key || !body)
        co_return problemFor(!id ? id.error() : !key ? key.error() : body.error());
    JsonReader in(*body);
    const QString reply = in.text("reply"_L1);
    const bool hidden = in.flag("hidden"_L1);
    const QString reason = in.text("reason"_L1);
    std::optional<qint64> basedOn;
    if (in.has("basedOn"_L1))
        basedOn = in.number("basedOn"_L1);
    if (!in.has("reply"_L1) && !in.has("hidden"_L1))
        in.fail(RefusalCode::MissingField, "reply"_L1);
    if (in.failed())
        co_return problemFor(in.refusal());
    auto changing = in.has("reply"_L1)
                        ? services.reviews.reply(*id, reply, *key, basedOn)
                        : services.reviews.setHidden(*id, hidden, reason, *key, basedOn);
    const auto review = co_await changing;
    if (!review)
        co_return problemFor(review.error());
    co_return http::Response::json(200, toJson(*review));
}

} // namespace

void addReviewRoutes(http::Router &router, Services services)
{
    using http::Method;
    router.add(Method::Get, paths::reviews, [services](http::Request request) {
        return getReviews(services, std::move(request));
    });
    router.add(Method::Post, paths::reviews, [services](http::Request request) {
        return postReview(services, std::move(request));
    });
    router.add(Method::Patch, paths::review, [services](http::Request request) {
        return patchReview(services, std::move(request));
    });
}

} // namespace petalpost::server
