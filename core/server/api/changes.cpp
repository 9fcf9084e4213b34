// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/paths.h"
#include "core/protocol/providerhealth.h"
#include "core/server/api/api.h"
#include "core/server/api/caller.h"
#include "core/server/api/problems.h"
#include "core/server/http/eventstream.h"
#include "core/server/orders/driverview.h"

#include <qcorofuture.h>

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

QByteArray pageEvent(const FeedPage &page)
{
    return "event: page\nid: " + page.cursor.text().toLatin1()
           + "\ndata: " + QJsonDocument(toJson(page)).toJson(QJsonDocument::Compact) + "\n\n";
}

/// Tells a desk that this is another life of the database: its copy starts over.
QByteArray resetEvent(const QString &epoch)
{
    const QString cursor = FeedCursor{epoch, 0}.text();
    return "event: reset\nid: " + cursor.toLatin1() + "\ndata: {\"cursor\":\"" + cursor.toLatin1()
           + "\"}\n\n";
}

QByteArray healthEvent(const std::vector<ProviderHealth> &health)
{
    const QJsonDocument data(QJsonObject{{u"payment"_s, toJson(health)}});
    return QByteArray("event: ") + paymentEvent + "\ndata: " + data.toJson(QJsonDocument::Compact)
           + "\n\n";
}

/// The page in the caller's view. \a fresh: its reader holds nothing of this epoch yet.
Result<FeedPage> pageFor(Services services, const Caller &caller, FeedPage page, bool fresh)
{
    if (!caller.isDriver())
        return page;
    const auto shop = services.catalogue.shop().takeResult();
    if (!shop)
        return refuse(shop.error());
    return forDriver(std::move(page), shop->today(services.clock.nowMs()), fresh);
}

http::Response streamFrom(Services services, const Caller &caller, const FeedCursor &after)
{
    auto stream = std::make_shared<http::EventStream>();
    Feed::Listener listener;
    listener.deviceId = caller.device->id;
    listener.end = [stream] { stream->close(); };
    listener.ready = [stream] { return stream->pendingBytes() == 0 || !stream->isOpen(); };
    listener.take = [services, caller, stream, epoch = after.epoch,
                     fresh = after.number == 0](const FeedPage &page) mutable {
        const bool otherEpoch = !epoch.isEmpty() && epoch != page.cursor.epoch;
        if (otherEpoch && !stream->send(resetEvent(page.cursor.epoch)))
            return false;
        epoch = page.cursor.epoch;
        fresh = fresh || otherEpoch;
        const auto shown = pageFor(services, caller, page, fresh);
        fresh = fresh && !page.complete;
        if (!shown)
            stream->close(); // the reader comes back and gets this page again
        return shown && stream->send(pageEvent(*shown));
    };
    // A driver can do nothing about it.
    if (!caller.isDriver()) {
        listener.tellHealth = [stream](const std::vector<ProviderHealth> &health) {
            stream->send(healthEvent(health)); // a closed stream is noticed with the next page
        };
    }
    const auto listening = services.feed.listen(after, std::move(listener));
    if (!listening)
        return problemFor(listening.error());
    return http::Response::events(stream).withHeader("Petalpost-Now-Ms",
                                                     QByteArray::number(services.clock.nowMs()));
}

QCoro::Task<http::Response> getChanges(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    QString text = QString::fromLatin1(request.header("last-event-id"));
    if (text.isEmpty())
        text = request.queryValue(u"after"_s);
    const auto after = text.isEmpty() ? std::optional(FeedCursor()) : FeedCursor::fromText(text);
    if (!after)
        co_return problemFor(Refusal::of(RefusalCode::OutOfRange, u"after"_s, u"EPOCH.NUMBER"_s));
    if (request.header("accept").contains("text/event-stream"))
        co_return streamFrom(services, *caller, *after);
    const auto limit = queryNumber(request, "limit"_L1, Feed::pageLimit, 1, Feed::pageLimit);
    if (!limit)
        co_return problemFor(limit.error());
    const auto page = co_await services.feed.page(*after, int(*limit));
    if (!page)
        co_return problemFor(page.error());
    const auto shown = pageFor(services, *caller, *page, page->cursor.epoch != after->epoch);
    if (!shown)
        co_return problemFor(shown.error());
    co_return http::Response::json(200, toJson(*shown));
}

/// A desk reports how far its copy reaches on the disk. Drivers' phones keep no copy.
QCoro::Task<http::Response> patchChanges(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto body = jsonBody(request);
    if (!body)
        co_return problemFor(body.error());
    const auto cursor = FeedCursor::fromText(body->value(u"cursor"_s).toString());
    if (!cursor)
        co_return problemFor(Refusal::of(RefusalCode::OutOfRange, u"cursor"_s, u"EPOCH.NUMBER"_s));
    auto noting = services.orders.noteStored(*cursor, caller->device->id);
    const auto stored = co_await noting;
    if (!stored)
        co_return problemFor(stored.error());
    co_return http::Response::json(200, QJsonObject{{u"stored"_s, *stored}});
}

} // namespace

void addChangeRoutes(http::Router &router, Services services)
{
    router.add(http::Method::Get, paths::changes, [services](http::Request request) {
        return getChanges(services, std::move(request));
    });
    router.add(http::Method::Patch, paths::changes, [services](http::Request request) {
        return patchChanges(services, std::move(request));
    });
}

} // namespace petalpost::server
