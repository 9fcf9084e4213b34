// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/mypages.h"

#include "core/domain/draft.h"
#include "core/server/http/form.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int ordersShown = 10;
const QByteArray browserCookie = "code"_ba; ///< who asked for a code
const QByteArray sessionCookie = "my"_ba;
const QString myPath = u"/my"_s;
const QString codePath = u"/my/code"_s;

QHash<QString, QString> fieldsOf(const http::Request &request)
{
    return http::parseForm(request.body).value_or(QHash<QString, QString>());
}

QString sessionOf(const http::Request &request)
{
    return Guard::tokenOf(request, sessionCookie, SignIn::sessionTokenLength);
}

QString browserOf(const http::Request &request)
{
    return Guard::tokenOf(request, browserCookie, SignIn::browserTokenLength);
}

Frame frameOf(const QString &title, const QString &path)
{
    Frame frame;
    frame.title = title;
    frame.path = path;
    frame.section = u"my"_s;
    frame.isPrivate = true;
    return frame;
}

/// Digits as people type them: with spaces or a hyphen between.
QString digitsOf(QString typed)
{
    typed.remove(u' ').remove(u'-');
    return typed;
}

void showField(View &view, Frame &frame, const Words &words, const QString &field,
               const QString &value, const QString &error)
{
    std::vector<FieldError> errors;
    if (!error.isEmpty()) {
        errors.push_back({field, error});
        frame.title = words.text("오류: %1").arg(frame.title);
    }
    showErrors(view, errors);
    view.set("value", value).setUnlessEmpty("error", error);
}

bool canReview(const Order &order, qint64 nowMs)
{
    constexpr qint64 openMs = qint64(Review::openDays) * 24 * 60 * 60 * 1000;
    return order.state == OrderState::Delivered
           && nowMs <= order.reachedAt(OrderState::Delivered) + openMs;
}

} // namespace

http::Response MyPages::keep(const Language &language, const QString &path, const QByteArray &name,
                             const QString &token, qint64 ms) const
{
    constexpr qint64 secondMs = 1000;
    return http::Response::redirect((language.prefix + path).toLatin1())
        .withHeader("Set-Cookie"_ba, Guard::tokenCookie(name, token, ms / secondMs,
                                                        m_site.isSecure(m_site.lastShop())))
        .withHeader("Cache-Control"_ba, "no-store"_ba);
}

QCoro::Task<http::Response> MyPages::show(const Language &language, http::Request request)
{
    const QString session = sessionOf(request);
    if (!session.isEmpty()) {
        auto asking = m_site.deps.signIn.phoneOf(session, m_site.deps.clock.nowMs());
        const auto phone = co_await asking;
        if (phone)
            co_return co_await ordersPage(language, session, *phone,
                                          request.queryValue(u"before").toLongLong());
        if (phone.error().code != RefusalCode::SignInRequired)
            co_return Site::problem(phone.error());
    }
    Shown shown;
    co_return co_await phonePage(language, std::move(request), std::move(shown));
}

QCoro::Task<http::Response> MyPages::ask(const Language &language, http::Request request)
{
    const auto fields = fieldsOf(request);
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    Shown shown;
    shown.value = fields.value(u"phone"_s);
    if (!Guard::sameOrigin(request, shop->publicUrl, NullOrigin::Refused)
        || !m_site.guard.csrfOk(fields.value(u"csrf"_s), Guard::draftOf(request))) {
        shown.status = 403;
        shown.error = language.words.text("화면이 오래됐어요. 한 번 더 눌러 주세요");
        co_return co_await phonePage(language, std::move(request), std::move(shown));
    }
    const auto phone = normalisedPhone(shown.value);
    if (!phone || !isMobile(*phone)) {
        shown.status = 422;
        shown.error =
            language.words.text("휴대폰 번호를 01로 시작하는 숫자 10~11자리로 입력해 주세요");
        co_return co_await phonePage(language, std::move(request), std::move(shown));
    }
    auto asking = m_site.deps.signIn.ask(*phone, language.words.locale(), request.clientAddress);
    const auto browser = co_await asking;
    if (!browser)
        co_return Site::problem(browser.error());
    co_return keep(language, codePath, browserCookie, *browser, SignIn::codeMs);
}

QCoro::Task<http::Response> MyPages::code(const Language &language, http::Request request)
{
    const QString browser = browserOf(request);
    auto asking = m_site.deps.signIn.askedFor(browser, m_site.deps.clock.nowMs());
    const auto phone = co_await asking;
    if (!phone)
        co_return Site::problem(phone.error());
    if (phone->isEmpty())
        co_return http::Response::redirect((language.prefix + myPath).toLatin1());
    Shown shown;
    co_return co_await codePage(language, browser, *phone, std::move(shown));
}

QCoro::Task<http::Response> MyPages::enter(const Language &language, http::Request request)
{
    const auto fields = fieldsOf(request);
    const QString browser = browserOf(request);
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    Shown shown;
    if (!Guard::sameOrigin(request, shop->publicUrl, NullOrigin::Refused)
        || !m_site.guard.csrfOk(fields.value(u"csrf"_s), browser)) {
        shown.status = 403;
        shown.error = language.words.text("인증번호를 다시 받아 주세요");
        co_return co_await phonePage(language, std::move(request), std::move(shown));
    }
    auto asking = m_site.deps.signIn.askedFor(browser, m_site.deps.clock.nowMs());
    const auto phone = co_await asking;
    if (!phone)
        co_return Site::problem(phone.error());
    const QString typed = digitsOf(fields.value(u"code"_s));
    shown.status = 422;
    if (typed.size() != SignIn::codeDigits && !phone->isEmpty()) { // a slip, not a try
        shown.error = language.words.text("문자로 받은 숫자 6자리를 입력해 주세요");
        co_return co_await codePage(language, browser, *phone, std::move(shown));
    }
    auto entering = m_site.deps.signIn.enter(browser, typed, sessionOf(request));
    const auto outcome = co_await entering;
    if (!outcome)
        co_return Site::problem(outcome.error());
    switch (outcome->kind) {
    case SignInOutcome::Kind::SignedIn:
        break;
    case SignInOutcome::Kind::Wrong:
        shown.error = language.words.text("인증번호가 달라요. %1번 더 입력할 수 있어요")
                          .arg(outcome->triesLeft);
        co_return co_await codePage(language, browser, *phone, std::move(shown));
    case SignInOutcome::Kind::Over:
        shown.error = language.words.text("이 인증번호는 더 쓸 수 없어요. 새로 받아 주세요");
        co_return co_await phonePage(language, std::move(request), std::move(shown));
    }
    co_return keep(language, myPath, sessionCookie, outcome->session, SignIn::sessionMs)
        .withHeader("Set-Cookie"_ba,
                    Guard::tokenCookie(browserCookie, QString(), 0, m_site.isSecure(*shop)));
}

QCoro::Task<http::Response> MyPages::leave(const Language &language, http::Request request)
{
    const auto fields = fieldsOf(request);
    const QString session = sessionOf(request);
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    if (!Guard::sameOrigin(request, shop->publicUrl, NullOrigin::Refused)
        || !m_site.guard.csrfOk(fields.value(u"csrf"_s), session))
        co_return Site::problem(Refusal::of(RefusalCode::NotAllowed));
    auto ending = m_site.deps.signIn.end(session);
    const auto ended = co_await ending;
    if (!ended)
        co_return Site::problem(ended.error());
    co_return keep(language, myPath, sessionCookie, QString(), 0);
}

QCoro::Task<http::Response> MyPages::phonePage(const Language &language, http::Request request,
                                               Shown shown)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const QString known = Guard::draftOf(request);
    const QString draft = known.isEmpty() ? Guard::newDraft() : known;
    Frame frame = frameOf(language.words.text("주문 조회"), myPath);
    frame.status = shown.status;
    View view;
    view.set("csrf", m_site.guard.csrf(draft));
    showField(view, frame, language.words, u"phone"_s, shown.value, shown.error);
    auto response = m_site.page(language, *shop, frame, "mysignin", std::move(view));
    if (known.isEmpty())
        response.headers.emplace_back("Set-Cookie"_ba,
                                      Guard::draftCookie(draft, m_site.isSecure(*shop)));
    co_return response;
}

QCoro::Task<http::Response> MyPages::codePage(const Language &language, QString browser,
                                              QString phone, Shown shown)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    Frame frame = frameOf(language.words.text("인증번호"), codePath);
    frame.status = shown.status;
    View view;
    view.set("csrf", m_site.guard.csrf(browser)).set("phone", displayPhone(phone));
    showField(view, frame, language.words, u"code"_s, shown.value, shown.error);
    co_return m_site.page(language, *shop, frame, "mycode", std::move(view));
}

QCoro::Task<Result<View>> MyPages::orderView(const Language &language, Texts texts, Order order)
{
    const auto review = co_await m_site.deps.reviews.ofOrder(order.id);
    if (!review)
        co_return refuse(review.error());
    const QString token = m_site.deps.orders.tokenOf(order);
    const qint64 receivedMs = order.reachedAt(OrderState::Received);
    View view;
    view.set("orderId", order.id).set("itemName", texts.productName(order)).set("qty", order.qty);
    view.set("price", texts.money(order.total)).set("stateText", texts.state(order.state));
    view.set("trackUrl", QString(language.prefix + u"/t/"_s + token));
    view.set("receivedIso", texts.iso(receivedMs)).set("received", texts.dated(receivedMs));
    view.setUnlessEmpty("windowText", order.window ? texts.window(*order.window) : QString());
    const bool open = !review->has_value() && canReview(order, texts.nowMs());
    view.setUnlessEmpty("reviewUrl",
                        open ? QString(language.prefix + u"/r/"_s + token) : QString());
    co_return view;
}

QCoro::Task<http::Response> MyPages::ordersPage(const Language &language, QString session,
                                                QString phone, qint64 beforeId)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    auto reading = m_site.deps.signIn.ordersOf(phone, beforeId, ordersShown + 1);
    auto orders = co_await reading;
    if (!orders)
        co_return Site::problem(orders.error());
    const bool more = orders->size() > ordersShown;
    if (more)
        orders->pop_back();
    const Texts texts(language.words, *shop, m_site.deps.clock.nowMs());
    std::vector<View> views;
    for (const Order &order : *orders) {
        auto view = co_await orderView(language, texts, order);
        if (!view)
            co_return Site::problem(view.error());
        views.push_back(std::move(*view));
    }
    View view;
    view.setUnlessEmpty("olderUrl", more ? QString(language.prefix + myPath + u"?before="_s
                                                   + QString::number(orders->back().id))
                                         : QString());
    view.setUnlessEmpty("newestUrl", beforeId > 0 ? QString(language.prefix + myPath) : QString());
    view.set("orders", std::move(views)).set("phone", displayPhone(phone));
    view.set("csrf", m_site.guard.csrf(session));
    Frame frame = frameOf(language.words.text("내 주문"), myPath);
    if (beforeId > 0)
        frame.path += u"?before="_s + QString::number(beforeId);
    co_return m_site.page(language, *shop, frame, "myorders", std::move(view));
}

} // namespace petalpost::server
