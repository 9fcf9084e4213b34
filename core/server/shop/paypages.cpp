// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/paypages.h"

#include "core/server/http/form.h"
#include "core/server/shop/banks.h"
#include "core/server/shop/ordercalls.h"

#include <qcorofuture.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

QString pathOf(const QString &attemptId)
{
    return u"/shop/pay/"_s + attemptId;
}

http::Response withHeaders(http::Response response,
                           const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    for (const auto &[name, value] : headers) {
        const auto known =
            std::ranges::find(response.headers, name, &std::pair<QByteArray, QByteArray>::first);
        if (known != response.headers.end())
            known->second = value;
        else
            response.headers.emplaceBack(name, value);
    }
    return response;
}

} // namespace

QByteArray PayPages::policyFor(const ScriptedPage &page)
{
    const QByteArray hosts = page.hosts.join(u' ').toLatin1();
    // The widget sets its own styles; everything else that is not named stays shut out.
    return "default-src 'none'; script-src 'self' " + hosts + "; style-src 'self' 'unsafe-inline' "
           + hosts + "; img-src 'self' data: " + hosts + "; font-src " + hosts
           + "; connect-src 'self' " + hosts + "; frame-src " + hosts
           + "; base-uri 'none'; frame-ancestors 'none'; form-action 'self' https: " + hosts;
}

std::vector<View> PayPages::furtherWays(const Words &words, const QString &gateway) const
{
    std::vector<View> ways;
    for (const PaymentGateway *other : m_site.deps.payments.gateways().all()) {
        if (other->name() == gateway)
            continue;
        View way;
        way.set("wayName", other->name()).set("wayText", payMethodText(words, other->name()));
        ways.push_back(std::move(way));
    }
    return ways;
}

QCoro::Task<http::Response> PayPages::show(const Language &language, http::Request request)
{
    const QString attemptId = request.param("attempt");
    auto finding = m_site.deps.payments.attempt(attemptId);
    const auto charged = co_await finding;
    if (!charged)
        co_return Site::problem(charged.error());
    const bool expired = charged->order.state == OrderState::Expired
                         || (charged->order.state == OrderState::Received
                             && charged->order.expiresAtMs <= m_site.deps.clock.nowMs());
    if (expired && charged->attempt.state == PaymentState::Pending)
        co_return co_await tooLate(language, attemptId);
    auto askedLater = m_site.deps.edits.pending(charged->order.id);
    const auto asked = co_await askedLater;
    if (!asked)
        co_return Site::problem(asked.error());
    const int number = charged->attempt.chargeRequest;
    const bool extra = number > 0 && asked->has_value() && (*asked)->number == number;
    const bool wanted = number > 0 ? extra : charged->order.state == OrderState::Received;
    const bool payable = wanted && charged->attempt.state == PaymentState::Pending;
    if (!payable) {
        // Where it stands is said on the order's page, or on the one that waits for the provider.
        const QString path = language.prefix + u"/shop/return/"_s + attemptId;
        co_return http::Response::redirect(path.toLatin1())
            .withHeader("Cache-Control"_ba, "no-store"_ba);
    }
    const auto page = co_await m_site.deps.payments.scriptedPage(attemptId);
    if (!page)
        co_return Site::problem(page.error());
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    ChargedOrder shown = *charged;
    if (extra) {
        shown.order = (*asked)->after;
        shown.order.expiresAtMs = (*asked)->expiresAtMs;
    }
    co_return payPage(language, *shop, shown, *page);
}

http::Response PayPages::payPage(const Language &language, const Shop &shop,
                                 const ChargedOrder &charged, const ScriptedPage &page)
{
    const auto &[attempt, order] = charged;
    const Words &words = language.words;
    const Texts texts(words, shop, m_site.deps.clock.nowMs());
    View view;
    view.set("itemText", QString(texts.productName(order) + u" × "_s + QString::number(order.qty)));
    view.setUnlessEmpty("windowText", order.window ? texts.window(*order.window) : QString());
    view.set("total", texts.money(attempt.amount));
    view.set("payUntil", texts.moment(order.expiresAtMs))
        .set("payUntilIso", texts.iso(order.expiresAtMs));
    view.set("payLabel", words.text("%1 결제하기").arg(texts.money(attempt.amount)));
    view.set("scriptUrl", page.scriptUrl);
    for (const char *name : {"clientKey", "customerKey", "variantKey", "amount", "taxFreeAmount",
                             "orderId", "orderName", "successUrl", "failUrl"})
        view.set(name, page.values.value(QString::fromLatin1(name)));
    const auto ways = furtherWays(words, attempt.gateway);
    view.flag("hasOthers", !ways.empty()).set("others", ways);
    view.set("selfUrl", QString(language.prefix + pathOf(attempt.id)));
    view.set("csrf", m_site.guard.csrf(attempt.id));

    Frame frame;
    frame.title = words.text("결제");
    frame.path = pathOf(attempt.id);
    frame.isPrivate = true;
    return withHeaders(m_site.page(language, shop, frame, "pay", std::move(view)),
                       {{"Content-Security-Policy"_ba, policyFor(page)},
                        {"Referrer-Policy"_ba, "strict-origin-when-cross-origin"_ba},
                        // A card company may need a window of its own beside this page.
                        {"Cross-Origin-Opener-Policy"_ba, "same-origin-allow-popups"_ba}});
}

QCoro::Task<http::Response> PayPages::tooLate(const Language &language, QString attemptId)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    Frame frame;
    frame.status = 410;
    frame.title = language.words.text("결제 시간이 지났어요");
    frame.path = pathOf(attemptId);
    frame.isPrivate = true;
    co_return m_site.message(
        language, *shop, frame,
        language.words.text("돈은 나가지 않았어요. 꽃을 다시 골라 주문해 주세요."));
}

QCoro::Task<http::Response> PayPages::change(const Language &language, http::Request request)
{
    const QString attemptId = request.param("attempt");
    const auto fields = http::parseForm(request.body).value_or(QHash<QString, QString>());
    const bool ours = Guard::sameOrigin(request, m_site.lastShop().publicUrl, NullOrigin::Refused)
                      && m_site.guard.csrfOk(fields.value(u"csrf"_s), attemptId);
    if (!ours)
        co_return Site::problem(Refusal::of(RefusalCode::NotAllowed));
    const QString gateway = fields.value(u"gateway"_s);
    if (!m_site.deps.payments.gateways().find(gateway))
        co_return Site::problem(Refusal::of(RefusalCode::MissingField, u"gateway"_s));
    auto finding = m_site.deps.payments.attempt(attemptId);
    const auto charged = co_await finding;
    if (!charged)
        co_return Site::problem(charged.error());
    const auto hosted =
        co_await beginPayment(m_site, charged->order.id, gateway, charged->attempt.chargeRequest);
    if (!hosted) {
        // Paid meanwhile, under way or not reached: the return page knows.
        const QString path = language.prefix + u"/shop/return/"_s + attemptId;
        co_return http::Response::redirect(path.toLatin1());
    }
    co_return toPayment(language, *hosted);
}

} // namespace petalpost::server
