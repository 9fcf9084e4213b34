// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/protocol/paths.h"
#include "core/server/api/api.h"
#include "core/server/api/caller.h"
#include "core/server/api/problems.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qint64 maxNoticeBytes = 256 * 1024; ///< a provider's event with everything expanded

QJsonObject attemptJson(const PaymentAttempt &attempt)
{
    QJsonObject json{{u"id"_s, attempt.id},
                     {u"gateway"_s, attempt.gateway},
                     {u"state"_s, word(attempt.state)},
                     {u"amount"_s, toJson(attempt.amount)},
                     {u"refundedMinor"_s, attempt.refundedMinor},
                     {u"createdAtMs"_s, attempt.createdAtMs}};
    if (attempt.disputedMinor > 0)
        json.insert(u"disputedMinor"_s, attempt.disputedMinor);
    return json;
}

QJsonObject refundJson(const store::RefundRow &refund)
{
    QJsonObject json{{u"id"_s, refund.id},
                     {u"attemptId"_s, refund.attemptId},
                     {u"state"_s, word(refund.state)},
                     {u"amountMinor"_s, refund.amountMinor},
                     {u"reason"_s, refund.reason},
                     {u"createdAtMs"_s, refund.createdAtMs}};
    if (!refund.failure.isEmpty())
        json.insert(u"failure"_s, refund.failure);
    return json;
}

QJsonObject entryJson(const LedgerEntry &entry)
{
    return {{u"kind"_s, word(entry.kind)},
            {u"atMs"_s, entry.atMs},
            {u"attemptId"_s, entry.attemptId},
            {u"amount"_s, toJson(entry.amount)},
            {u"detail"_s, entry.detail}};
}

http::Response ledgerResponse(const PaymentLedger &ledger)
{
    QJsonArray attempts;
    for (const PaymentAttempt &attempt : ledger.attempts)
        attempts.append(attemptJson(attempt));
    QJsonArray refunds;
    for (const store::RefundRow &refund : ledger.refunds)
        refunds.append(refundJson(refund));
    QJsonArray entries;
    for (const LedgerEntry &entry : ledger.entries)
        entries.append(entryJson(entry));
    return http::Response::json(
        200,
        QJsonObject{{u"attempts"_s, attempts}, {u"refunds"_s, refunds}, {u"entries"_s, entries}});
}

QCoro::Task<http::Response> getPayments(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto id = pathId(request);
    if (!id)
        co_return problemFor(id.error());
    const auto ledger = co_await services.payments.ledger(*id);
    if (!ledger)
        co_return problemFor(ledger.error());
    co_return ledgerResponse(*ledger);
}

/// `{"verb": "retryRefund"}`: the refunds that the provider refused are asked for again.
QCoro::Task<http::Response> patchPayments(Services services, http::Request request)
{
    const auto caller = co_await identifyDevice(services, request);
    if (!caller)
        co_return problemFor(caller.error());
    const auto id = pathId(request);
    if (!id)
        co_return problemFor(id.error());
    const auto body = jsonBody(request);
    if (!body)
        co_return problemFor(body.error());
    if (body->value(u"verb"_s).toString() != "retryRefund"_L1)
        co_return problemFor(Refusal::of(RefusalCode::OutOfRange, u"verb"_s, u"retryRefund"_s));
    const auto order = co_await services.payments.retryRefunds(*id, caller->device->id);
    if (!order)
        co_return problemFor(order.error());
    services.tasks.spawn(services.reconciler.run());
    const auto ledger = co_await services.payments.ledger(*id);
    if (!ledger)
        co_return problemFor(ledger.error());
    co_return ledgerResponse(*ledger);
}

/// A provider's webhook. It is answered as soon as what it asks for is on the disk: providers wait
/// a few seconds only, and send again what was not answered.
QCoro::Task<http::Response> takeNotice(Services services, http::Request request)
{
    if (!services.limits.notices.allow(request.clientAddress, CallLimits::noticesPerMinute))
        co_return problemFor(Refusal::of(RefusalCode::TooMany));
    if (!services.payments.gateways().find(request.param("provider")))
        co_return problemFor(Refusal::of(RefusalCode::NotFound));
    const auto taken =
        co_await services.payments.notice(request.param("provider"), request.headers, request.body);
    if (taken) {
        services.tasks.spawn(services.reconciler.run());
        co_return http::Response::json(200, QJsonObject{{u"received"_s, true}});
    }
    switch (taken.error().code) {
    case RefusalCode::NotFound: // genuine, and about nothing of ours
        co_return http::Response::json(200, QJsonObject{{u"received"_s, false}});
    case RefusalCode::NotAllowed:
    case RefusalCode::InvalidText:
        co_return http::Response::problem(400, "notice-refused"_ba,
                                          u"The notice is forged, stale or cannot be read."_s);
    default:
        co_return problemFor(taken.error());
    }
}

} // namespace

void addPaymentRoutes(http::Router &router, Services services)
{
    using http::Method;
    router.add(Method::Get, paths::payments, [services](http::Request request) {
        return getPayments(services, std::move(request));
    });
    router.add(Method::Patch, paths::payments, [services](http::Request request) {
        return patchPayments(services, std::move(request));
    });
    router.add(
        Method::Post, paths::notices,
        [services](http::Request request) { return takeNotice(services, std::move(request)); },
        {maxNoticeBytes});
}

} // namespace petalpost::server
