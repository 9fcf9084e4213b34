// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/api/api.h"
#include "core/server/api/caller.h"
#include "core/server/api/problems.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

using Kind = MetricsText::Kind;

template<class Sample>
void forEachGuard(const GuardBoard &board, Sample sample)
{
    for (const ProviderGuards *provider : board.all()) {
        for (const CallGuard *guard : provider->all()) {
            sample(*guard, MetricsText::Labels{{"provider", provider->provider()},
                                               {"kind", word(guard->kind())}});
        }
    }
}

MetricsText::Labels with(MetricsText::Labels labels, const QByteArray &name, const QString &label)
{
    labels.emplace_back(name, label);
    return labels;
}

void writeGuards(MetricsText &metrics, const GuardBoard &board)
{
    metrics.family("petalpost_provider_breaker_state", Kind::Gauge,
                   "1 for the state that the breaker of this kind of call is in.");
    forEachGuard(board, [&](const CallGuard &guard, const MetricsText::Labels &labels) {
        for (const auto &[state, name] : breakerStateWords)
            metrics.sample(guard.breaker().state() == state, with(labels, "state", name));
    });
    metrics.family("petalpost_provider_calls_total", Kind::Counter,
                   "Calls that were sent, retries included.");
    forEachGuard(board, [&](const CallGuard &guard, const MetricsText::Labels &labels) {
        metrics.sample(guard.breaker().counters().calls, labels);
    });
    metrics.family("petalpost_provider_failures_total", Kind::Counter,
                   "Calls that got no answer or a server's error; a decline is no failure.");
    forEachGuard(board, [&](const CallGuard &guard, const MetricsText::Labels &labels) {
        metrics.sample(guard.breaker().counters().failures, labels);
    });
    metrics.family("petalpost_provider_refused_total", Kind::Counter,
                   "Calls that were not sent: the breaker was open, or all places were taken.");
    forEachGuard(board, [&](const CallGuard &guard, const MetricsText::Labels &labels) {
        metrics.sample(guard.breaker().counters().refused, with(labels, "reason", u"open"_s));
        metrics.sample(guard.bulkhead().refused(), with(labels, "reason", u"full"_s));
    });
    metrics.family("petalpost_provider_calls_running", Kind::Gauge, "Calls that run now.");
    forEachGuard(board, [&](const CallGuard &guard, const MetricsText::Labels &labels) {
        metrics.sample(guard.bulkhead().running(), labels);
    });
    metrics.family("petalpost_provider_calls_queued", Kind::Gauge, "Calls that wait for a place.");
    forEachGuard(board, [&](const CallGuard &guard, const MetricsText::Labels &labels) {
        metrics.sample(guard.bulkhead().queued(), labels);
    });
}

QCoro::Task<http::Response> getMetrics(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, std::move(request));
    if (!caller)
        co_return problemFor(caller.error());
    MetricsText metrics;
    metrics.family("petalpost_build_info", Kind::Gauge, "The version that runs.");
    metrics.sample(1, {{"version", QString::fromUtf8(PETALPOST_VERSION)}});
    writeGuards(metrics, services.guards);
    metrics.family("petalpost_writer_queued", Kind::Gauge, "Writes that wait for the disk.");
    metrics.sample(services.writer.queued());
    metrics.family("petalpost_feed_listeners", Kind::Gauge, "Change feeds held open.");
    metrics.sample(services.feed.listeners());
    services.requests.writeTo(metrics);
    http::Response response;
    response.contentType = MetricsText::contentType;
    response.body = metrics.text();
    co_return response;
}

} // namespace

void addMetricsRoute(http::Router &router, Services services)
{
    router.add(http::Method::Get, "/metrics", [services](http::Request request) {
        return getMetrics(services, std::move(request));
    });
}

} // namespace petalpost::server
