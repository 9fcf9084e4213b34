// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/sandboxpages.h"

#include "core/server/http/form.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

QCoro::Task<http::Response> SandboxPages::show(const Language &language, http::Request request)
{
    const QString reference = request.param("reference");
    const auto payment = co_await m_gateway.payment(reference);
    if (!payment)
        co_return Site::problem(payment.error());
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const Words &words = language.words;
    const bool open = payment->state == u"open"_s;
    const bool approved = payment->state == u"approved"_s;
    View view;
    view.set("amount", Texts(words, *shop, 0).money(payment->amount)).flag("undecided", open);
    view.setUnlessEmpty("decided", open       ? QString()
                                   : approved ? words.text("이미 승인한 결제예요.")
                                              : words.text("이미 거절한 결제예요."));
    const QString path = SandboxGateway::pagePath(reference);
    view.set("selfUrl", QString(language.prefix + path));
    view.set("returnUrl", QString(language.prefix + u"/shop/return/"_s + payment->attemptId));
    Frame frame;
    frame.title = words.text("시험 결제");
    frame.path = path;
    frame.isPrivate = true;
    frame.noReferrer = true;
    co_return m_site.page(language, *shop, frame, "sandbox", std::move(view));
}

QCoro::Task<void> SandboxPages::announce(Payments &payments, QString attemptId)
{
    co_await payments.settleAttempt(attemptId);
}

QCoro::Task<http::Response> SandboxPages::decide(const Language &language, http::Request request)
{
    const auto fields = http::parseForm(request.body).value_or(QHash<QString, QString>());
    const QString decision = fields.value(u"decision"_s);
    if (decision != u"approve"_s && decision != u"decline"_s)
        co_return Site::problem(Refusal::of(RefusalCode::MissingField, u"decision"_s));
    if (!Guard::sameOrigin(request, m_site.lastShop().publicUrl, NullOrigin::Accepted))
        co_return Site::problem(Refusal::of(RefusalCode::NotAllowed));
    const auto payment =
        co_await m_gateway.decide(request.param("reference"), decision == u"approve"_s);
    if (!payment)
        co_return Site::problem(payment.error());
    m_site.deps.tasks.spawn(announce(m_site.deps.payments, payment->attemptId));
    co_return http::Response::redirect(
        (language.prefix + u"/shop/return/"_s + payment->attemptId).toLatin1());
}

} // namespace petalpost::server
