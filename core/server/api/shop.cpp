// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/figures.h"
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

constexpr qint64 messagePageLimit = 100;

QCoro::Task<http::Response> getCatalogue(Services services, http::Request)
{
    const auto menu = co_await services.catalogue.menu();
    if (!menu)
        co_return problemFor(menu.error());
    QJsonArray items;
    for (const Product &product : *menu)
        items.append(toJson(product));
    co_return http::Response::json(200, QJsonObject{{u"items"_s, items}});
}

/// What a device changes of a document, field by field.
Result<FieldChange> fieldChange(const http::Request &request, const Caller &caller)
{
    const auto key = callKey(request, caller);
    const auto body = jsonBody(request);
    if (!key || !body)
        return refuse(!key ? key.error() : body.error());
    JsonReader in(*body);
    FieldChange change{*body, std::nullopt, caller.device->id, *key};
    if (in.has("basedOn"_L1))
        change.basedOn = in.number("basedOn"_L1);
    if (in.failed())
        return refuse(in.refusal());
    return change;
}

/// Of the product that the path names, or of a new one.
QCoro::Task<http::Response> writeProduct(Services services, http::Request request, qint64 productId)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto change = fieldChange(request, *caller);
    if (!change)
        co_return problemFor(change.error());
    const auto product = co_await services.menuEditor.change(productId, *change);
    if (!product)
        co_return problemFor(product.error());
    co_return http::Response::json(productId == 0 ? 201 : 200, toJson(*product));
}

QCoro::Task<http::Response> changeProduct(Services services, http::Request request)
{
    const auto id = pathId(request);
    if (!id)
        co_return problemFor(id.error());
    co_return co_await writeProduct(services, std::move(request), *id);
}

QCoro::Task<http::Response> getWindows(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto shop = co_await services.catalogue.shop();
    if (!shop)
        co_return problemFor(shop.error());
    const QString asked = request.queryValue(u"date"_s);
    const QDate date = asked.isNull() ? shop->today(services.clock.nowMs())
                                      : QDate::fromString(asked, Qt::ISODate);
    if (!date.isValid())
        co_return problemFor(Refusal::of(RefusalCode::OutOfRange, u"date"_s, u"YYYY-MM-DD"_s));
    const auto offers = co_await services.catalogue.windows(date, services.clock.nowMs());
    if (!offers)
        co_return problemFor(offers.error());
    QJsonArray items;
    for (const WindowOffer &offer : *offers) {
        items.append(QJsonObject{
            {u"window"_s, offer.window.key()}, {u"free"_s, offer.free}, {u"open"_s, offer.open}});
    }
    co_return http::Response::json(
        200, QJsonObject{{u"date"_s, date.toString(Qt::ISODate)}, {u"items"_s, items}});
}

QCoro::Task<http::Response> newestMessages(Services services, http::Request request)
{
    const auto before = queryNumber(request, "before"_L1, 0, 0, std::numeric_limits<qint64>::max());
    if (!before)
        co_return problemFor(before.error());
    const auto limit = queryNumber(request, "limit"_L1, messagePageLimit, 1, messagePageLimit);
    if (!limit)
        co_return problemFor(limit.error());
    const QString asked = request.queryValue(u"show"_s);
    const auto choice =
        asked.isEmpty() ? std::optional(MessageChoice::All) : fromWord(messageChoiceWords, asked);
    if (!choice)
        co_return problemFor(Refusal::of(RefusalCode::OutOfRange, u"show"_s));
    const auto page = co_await services.messages.newest(*choice, *before, int(*limit));
    co_return page ? http::Response::json(200, toJson(*page)) : problemFor(page.error());
}

QCoro::Task<http::Response> getMessages(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto id = queryNumber(request, "orderId"_L1, 0, 1, std::numeric_limits<qint64>::max());
    if (!id)
        co_return problemFor(id.error());
    if (*id == 0)
        co_return co_await newestMessages(services, std::move(request));
    const auto messages = co_await services.messages.ledger(*id);
    if (!messages)
        co_return problemFor(messages.error());
    QJsonArray items;
    for (const Message &message : *messages)
        items.append(toJson(message));
    co_return http::Response::json(200, QJsonObject{{u"items"_s, items}});
}

QCoro::Task<http::Response> getFigures(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const QDate from = QDate::fromString(request.queryValue(u"from"_s), Qt::ISODate);
    const QDate to = QDate::fromString(request.queryValue(u"to"_s), Qt::ISODate);
    const auto sales = co_await services.figures.sales(from, to);
    co_return sales ? http::Response::json(200, toJson(*sales)) : problemFor(sales.error());
}

QCoro::Task<http::Response> getSettings(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto shop = co_await services.catalogue.shop();
    co_return shop ? http::Response::json(200, toJson(*shop)) : problemFor(shop.error());
}

QCoro::Task<http::Response> patchSettings(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto change = fieldChange(request, *caller);
    if (!change)
        co_return problemFor(change.error());
    const auto shop = co_await services.shopSettings.change(*change);
    co_return shop ? http::Response::json(200, toJson(*shop)) : problemFor(shop.error());
}

} // namespace

void addShopRoutes(http::Router &router, Services services)
{
    using http::Method;
    router.add(Method::Get, paths::catalogue, [services](http::Request request) {
        return getCatalogue(services, std::move(request));
    });
    router.add(Method::Post, paths::catalogue, [services](http::Request request) {
        return writeProduct(services, std::move(request), 0);
    });
    router.add(Method::Patch, paths::product, [services](http::Request request) {
        return changeProduct(services, std::move(request));
    });
    router.add(Method::Get, paths::windows, [services](http::Request request) {
        return getWindows(services, std::move(request));
    });
    router.add(Method::Get, paths::settings, [services](http::Request request) {
        return getSettings(services, std::move(request));
    });
    router.add(Method::Patch, paths::settings, [services](http::Request request) {
        return patchSettings(services, std::move(request));
    });
    router.add(Method::Get, paths::figures, [services](http::Request request) {
        return getFigures(services, std::move(request));
    });
    router.add(Method::Get, paths::messages, [services](http::Request request) {
        return getMessages(services, std::move(request));
    });
}

} // namespace petalpost::server
