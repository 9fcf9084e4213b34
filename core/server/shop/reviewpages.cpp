// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/reviewpages.h"

#include "core/domain/draft.h"
#include "core/server/http/form.h"
#include "core/server/shop/menupages.h"
#include "core/server/shop/orderform.h"

#include <qcorofuture.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qint64 reviewOpenMs = qint64(Review::openDays) * 24 * 60 * 60 * 1000;

constexpr std::array ratingWords{"5점 · 아주 좋아요", "4점 · 좋아요", "3점 · 보통이에요",
                                 "2점 · 조금 아쉬워요", "1점 · 아쉬워요"};

std::vector<View> ratingViews(const Words &words, int chosen)
{
    std::vector<View> views;
    int rating = 5;
    for (const char *text : ratingWords) {
        views.push_back(std::move(View()
                                      .set("ratingValue", rating)
                                      .set("ratingText", words.text(text))
                                      .flag("ratingChecked", rating == chosen)));
        --rating;
    }
    return views;
}

} // namespace

QCoro::Task<http::Response> ReviewPages::show(const Language &language, http::Request request)
{
    const QString token = request.param("token");
    const auto order = co_await m_site.deps.orders.findByToken(token);
    if (!order)
        co_return Site::problem(order.error());
    Filled filled;
    co_return co_await reviewPage(language, *order, token, std::move(filled));
}

QCoro::Task<http::Response> ReviewPages::write(const Language &language, http::Request request)
{
    const QString token = request.param("token");
    const auto fields =
        http::parseForm(request.body.replace("%00", "%01")).value_or(QHash<QString, QString>());
    const auto order = co_await m_site.deps.orders.findByToken(token);
    if (!order)
        co_return Site::problem(order.error());
    if (!Guard::sameOrigin(request, m_site.lastShop().publicUrl, NullOrigin::Accepted)
        || !m_site.guard.csrfOk(fields.value(u"csrf"_s), token))
        co_return Site::problem(Refusal::of(RefusalCode::NotAllowed));
    Filled filled{fields.value(u"rating"_s).toInt(), fields.value(u"text"_s), {}, {}};
    const ReviewDraft draft{filled.rating, filled.text};
    const auto written = co_await m_site.deps.reviews.write(order->id, draft);
    const Words &words = language.words;
    if (!written) {
        const Refusal &refusal = written.error();
        if (refusal.code == RefusalCode::Busy || refusal.code == RefusalCode::StorageFailed)
            co_return Site::problem(refusal);
        if (refusal.field == u"rating"_s)
            filled.ratingError = words.text("별점을 골라 주세요");
        else if (refusal.code == RefusalCode::TooLong)
            filled.textError =
                words.text("%1자까지 적을 수 있어요 (지금 %2자)")
                    .arg(refusal.value, QString::number(filled.text.trimmed().size()));
        else if (refusal.code == RefusalCode::InvalidText)
            filled.textError = words.text("쓸 수 없는 글자가 있어요. 지우고 다시 보내 주세요");
        else if (refusal.field == u"text"_s)
            filled.textError = words.text("후기를 10자 이상 적어 주세요");
        if (refusal.field == u"rating"_s || refusal.field == u"text"_s)
            co_return co_await reviewPage(language, *order, token, std::move(filled));
    }
    // Written now or before, or too late: the page says which.
    co_return http::Response::redirect((language.prefix + u"/r/"_s + token).toLatin1())
        .withHeader("Referrer-Policy"_ba, "no-referrer"_ba);
}

QCoro::Task<http::Response> ReviewPages::reviewPage(const Language &language, Order order,
                                                    QString token, Filled filled)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const auto existing = co_await m_site.deps.reviews.ofOrder(order.id);
    if (!existing)
        co_return Site::problem(existing.error());
    const qint64 nowMs = m_site.deps.clock.nowMs();
    const Texts texts(language.words, *shop, nowMs);
    const Words &words = language.words;
    const bool delivered = order.state == OrderState::Delivered;
    const bool late = delivered && nowMs > order.reachedAt(OrderState::Delivered) + reviewOpenMs;
    const bool written = existing->has_value();
    QString closed;
    if (!delivered)
        closed = words.text("꽃이 도착하면 후기를 남길 수 있어요.");
    else if (late && !written)
        closed = words.text("후기는 배송 뒤 30일 동안 남길 수 있어요.");

    View view;
    view.set("itemName", texts.productName(order)).flag("written", written);
    if (written)
        view.set("review", reviewView(texts, **existing));
    view.setUnlessEmpty("closed", closed)
        .flag("open", closed.isEmpty() && !written)
        .flag("form", true);
    view.setUnlessEmpty("ratingError", filled.ratingError)
        .setUnlessEmpty("textError", filled.textError);
    view.set("ratings", ratingViews(words, filled.rating)).set("textValue", filled.text);
    view.set("csrf", m_site.guard.csrf(token))
        .set("publicName", maskedName(order.sender.name, true));
    view.set("selfUrl", QString(language.prefix + u"/r/"_s + token));
    view.set("trackUrl", QString(language.prefix + u"/t/"_s + token));
    std::vector<FieldError> errors;
    if (!filled.ratingError.isEmpty())
        errors.push_back({u"rating"_s, filled.ratingError});
    if (!filled.textError.isEmpty())
        errors.push_back({u"text"_s, filled.textError});
    showErrors(view, errors);

    Frame frame;
    frame.status = errors.empty() ? 200 : 422;
    frame.title = errors.empty() ? words.text("후기") : words.text("오류: 후기");
    frame.path = u"/r/"_s + token;
    frame.isPrivate = true;
    frame.noReferrer = true;
    co_return m_site.page(language, *shop, frame, "review", std::move(view));
}

} // namespace petalpost::server
