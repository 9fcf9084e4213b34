// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/trackingpages.h"

#include "core/domain/draft.h"
#include "core/domain/statetable.h"
#include "core/server/http/form.h"
#include "core/server/payment/patience.h"
#include "core/server/shop/banks.h"
#include "core/server/shop/changepages.h"
#include "core/server/shop/depositview.h"
#include "core/server/shop/ordercalls.h"
#include "core/server/shop/pictures.h"
#include "core/server/shop/surplusview.h"

#include <qcorofuture.h>

#include <QtCore/QCryptographicHash>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int returnRefreshSeconds = 5;
constexpr int etagLength = 20; ///< hex digits

bool isFinished(const Order &order)
{
    const bool refunding = order.payment == PaymentState::RefundPending;
    return (order.state == OrderState::Delivered || order.state == OrderState::Cancelled
            || order.state == OrderState::Expired)
           && !refunding;
}

std::vector<View> stepViews(const Texts &texts, const Order &order)
{
    std::vector<View> steps;
    for (const OrderState state : {OrderState::Paid, OrderState::Making, OrderState::Made,
                                   OrderState::Delivering, OrderState::Delivered}) {
        if (state == OrderState::Delivering && order.isPickup())
            continue;
        const bool current = state == order.state;
        const bool done = order.state > state;
        const qint64 atMs = current || done ? order.reachedAt(state) : 0;
        View step;
        step.set("stepName", texts.state(state)).flag("isCurrent", current);
        step.set("stepClass", current ? u"is-current"_s : done ? u"is-done"_s : QString());
        step.setUnlessEmpty("stepTime", atMs > 0 ? texts.moment(atMs) : QString());
        step.set("stepIso", atMs > 0 ? texts.iso(atMs) : QString());
        const bool hint = state == OrderState::Delivered && !current;
        step.setUnlessEmpty("stepHint",
                            hint ? texts.words().text("도착하면 문자로 알려 드려요") : QString());
        steps.push_back(std::move(step));
    }
    return steps;
}

/// "김*연 · 서울 강남구": who and roughly where, never more.
QString maskedRecipient(const Texts &texts, const Order &order)
{
    const QString name = maskedName(order.recipient.name);
    if (order.isPickup())
        return QString(name + u" · "_s + texts.words().text("매장에서 받아요"));
    const QString area = order.address.neighbourhood.isEmpty()
                             ? order.address.line.simplified().section(u' ', 0, 1)
                             : order.address.neighbourhood;
    return name.isEmpty() ? area : QString(name + u" · "_s + area);
}

/// Nothing is promised before it is paid for.
QString promise(const Texts &texts, const Order &order)
{
    if (!order.window || order.state < OrderState::Paid || order.state >= OrderState::Delivered)
        return {};
    const QString when = texts.day(order.window->date) + u' ' + texts.hours(*order.window);
    return texts.words().text("%1 사이 도착 예정").arg(when);
}

/// How the headline looks: good news, something to do, or nothing more to come.
QString headlineClass(const Order &order)
{
    if (order.state == OrderState::Cancelled || order.state == OrderState::Expired)
        return u"headline is-over"_s;
    return order.state == OrderState::Received ? u"headline is-waiting"_s : u"headline"_s;
}

void showPaying(View &view, const Texts &texts, const Order &order)
{
    const bool open =
        order.payment == PaymentState::Pending || order.payment == PaymentState::Failed;
    view.flag("canPay", order.state == OrderState::Received && open && !order.deskMethod);
    view.set("payLabel", order.payment == PaymentState::Failed
                             ? texts.words().text("다시 결제")
                             : texts.words().text("%1 결제하기").arg(texts.money(order.total)));
}

/// The gateways besides the one that is offered first.
void showOtherWays(View &view, const Words &words, const Gateways &gateways)
{
    std::vector<View> ways;
    for (const PaymentGateway *gateway : gateways.all()) {
        if (gateway == &gateways.preferred())
            continue;
        View way;
        way.set("wayName", gateway->name()).set("wayText", payMethodText(words, gateway->name()));
        ways.push_back(std::move(way));
    }
    view.set("ways", std::move(ways));
}

void showCancelling(View &view, const Texts &texts, const Order &order)
{
    const Words &words = texts.words();
    const MoveFacts facts{order.isPickup(), order.cancelRequestedAtMs > 0, std::nullopt};
    const auto verbs = legalVerbs(order.state, Actor::Customer, facts);
    const bool now = std::ranges::find(verbs, Verb::Cancel) != verbs.end();
    const bool ask = std::ranges::find(verbs, Verb::RequestCancel) != verbs.end()
                     && order.cancelRequestedAtMs == 0;
    view.flag("refundText", false);
    if (!now && !ask) {
        view.flag("cancelVerb", false);
        return;
    }
    view.set("cancelVerb", QString(word(now ? Verb::Cancel : Verb::RequestCancel)));
    if (ask) {
        view.set("cancelTitle", words.text("취소 요청"))
            .set("cancelButton", words.text("취소 요청하기"));
        view.set("cancelText", words
                                   .text("꽃을 만들기 시작했어요. 취소를 요청하면 꽃집이 확인하고 "
                                         "답해 드려요. 급하면 %1")
                                   .arg(displayPhone(texts.shop().phone)));
        return;
    }
    view.set("cancelTitle", words.text("주문 취소"));
    // Nothing is promised back that the customer's bank took back already.
    const bool paid = order.state == OrderState::Paid && order.money.disputedMinor == 0;
    view.set("cancelText",
             paid ? words.text(
                 "지금 바로 취소할 수 있고 전액 환불해 드려요. 카드사에는 3~5영업일 뒤 반영돼요.")
                  : words.text("아직 결제하지 않은 주문이에요. 취소해도 돈은 나가지 않아요."));
    const bool refunds =
        paid
        && (order.payment == PaymentState::Paid || order.payment == PaymentState::RefundPending
            || order.payment == PaymentState::PartiallyRefunded);
    if (refunds)
        view.set("refundText", words.text("환불 금액 %1").arg(texts.money(order.total)));
    view.set("cancelButton", refunds ? words.text("%1 환불받고 취소").arg(texts.money(order.total))
                                     : words.text("주문 취소"));
}

http::Response unchanged(const QByteArray &etag)
{
    http::Response same;
    same.status = 304;
    return privately(std::move(same).withHeader("ETag"_ba, etag));
}

qint64 untilMs(const std::optional<PendingChange> &asked)
{
    return asked ? asked->expiresAtMs : 0;
}

} // namespace

QByteArray TrackingPages::etagOf(const Language &language, const Shop &shop, const Order &order,
                                 bool reviewed, const PaymentLedger &ledger,
                                 qint64 askedUntilMs) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QString &part) { hash.addData(QByteArray(part.toUtf8() + '\n')); };
    add(QString::number(order.id));
    add(QString::number(order.version));
    add(order.photos[0] + order.photos[1]);
    add(shop.today(m_site.deps.clock.nowMs()).toString(Qt::ISODate));
    add(shop.name + shop.phone);
    add(language.words.locale() + (reviewed ? u'r' : u'-'));
    const auto awaited = awaitedDeposit(order, ledger);
    add(awaited ? awaited->deposit.number : QString());
    add(QString::number(askedUntilMs));
    hash.addData(m_site.assets.revision());
    return '"' + hash.result().toHex().first(etagLength) + '"';
}

QCoro::Task<http::Response> TrackingPages::show(const Language &language, http::Request request)
{
    const QString token = request.param("token");
    const QByteArray known = request.header("if-none-match");
    const auto moment = m_site.pages.now();
    const QString key = language.prefix + u"/t/"_s + token + u' ' + QString::fromLatin1(known);
    auto kept = m_site.pages.find(moment, key);
    if (kept)
        co_return std::move(*kept);
    const auto order = co_await m_site.deps.orders.findByToken(token);
    if (!order)
        co_return Site::problem(order.error());
    if (!known.isEmpty()) {
        const auto shop = co_await m_site.shop();
        const auto review = co_await m_site.deps.reviews.ofOrder(order->id);
        auto ledgerLater = m_site.deps.payments.ledger(order->id);
        const auto ledger = co_await ledgerLater;
        auto askedLater = m_site.deps.edits.pending(order->id);
        const auto asked = co_await askedLater;
        if (shop && review && ledger && asked
            && known
                   == etagOf(language, *shop, *order, review->has_value(), *ledger,
                             untilMs(*asked))) {
            const http::Response same = unchanged(known);
            m_site.pages.keep(moment, key, same);
            co_return same;
        }
    }
    Extra extra;
    http::Response page = co_await orderPage(language, *order, token, std::move(extra));
    m_site.pages.keep(moment, key, page);
    co_return page;
}

QCoro::Task<http::Response> TrackingPages::orderPage(const Language &language, Order order,
                                                     QString token, Extra extra)
{
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    const auto review = co_await m_site.deps.reviews.ofOrder(order.id);
    if (!review)
        co_return Site::problem(review.error());
    auto ledgerLater = m_site.deps.payments.ledger(order.id);
    const auto ledger = co_await ledgerLater;
    if (!ledger)
        co_return Site::problem(ledger.error());
    auto askedLater = m_site.deps.edits.pending(order.id);
    const auto asked = co_await askedLater;
    if (!asked)
        co_return Site::problem(asked.error());
    const qint64 nowMs = m_site.deps.clock.nowMs();
    const Texts texts(language.words, *shop, nowMs);
    const QByteArray etag =
        etagOf(language, *shop, order, review->has_value(), *ledger, untilMs(*asked));
    const QString path = u"/t/"_s + token;

    View view;
    view.set("orderId", order.id)
        .set("etag", QString::fromLatin1(etag))
        .set("selfUrl", QString(language.prefix + path));
    view.set("headline", texts.headline(order)).set("headlineClass", headlineClass(order));
    showDeposit(view, texts, order, awaitedDeposit(order, *ledger));
    showSurplus(view, texts, order, *ledger);
    view.setUnlessEmpty("promise", promise(texts, order));
    const bool onTheWay = order.state >= OrderState::Paid && order.state <= OrderState::Delivered;
    view.flag("showSteps", onTheWay).set("steps", stepViews(texts, order));
    view.flag("cancelAsked", order.cancelRequestedAtMs > 0 && order.state < OrderState::Delivered);
    view.set("recipient", maskedRecipient(texts, order)).set("itemName", texts.productName(order));
    showPicture(view, "madePhoto", photoPicture(order.photo(PhotoOf::Arrangement)));
    showPicture(view, "proofPhoto", photoPicture(order.photo(PhotoOf::Delivery)));
    view.set("qty", order.qty).set("price", texts.money(order.total));
    view.set("paymentWord", texts.payment(order.payment)).set("csrf", m_site.guard.csrf(token));
    showPaying(view, texts, order);
    showOtherWays(view, language.words, m_site.deps.payments.gateways());
    showChange(view, texts, order, *asked);
    showCancelling(view, texts, order);
    view.flag("over", order.state == OrderState::Cancelled || order.state == OrderState::Expired);
    view.flag("canReview", order.state == OrderState::Delivered && !review->has_value());
    view.set("reviewUrl", QString(language.prefix + u"/r/"_s + token));
    view.setUnlessEmpty("notice", extra.notice).set("reason", extra.reason);
    view.setUnlessEmpty("reasonError", extra.reasonError)
        .flag("cancelOpen", !extra.reasonError.isEmpty());
    view.flag("finished", isFinished(order))
        .flag("live", !isFinished(order))
        .set("checked", texts.moment(nowMs));

    Frame frame;
    frame.status = extra.status;
    frame.title = language.words.text("주문 %1").arg(order.id);
    frame.path = path;
    frame.isPrivate = true;
    frame.noReferrer = true;
    frame.section = u"my"_s;
    auto response = m_site.page(language, *shop, frame, "tracking", std::move(view));
    co_return std::move(response).withHeader("ETag"_ba, etag);
}

QCoro::Task<http::Response> TrackingPages::cancel(const Language &language, http::Request request)
{
    const QString token = request.param("token");
    const auto fields = http::parseForm(request.body).value_or(QHash<QString, QString>());
    const auto order = co_await postedOrder(m_site, std::move(request), fields);
    if (!order)
        co_return Site::problem(order.error());
    MoveRequest move;
    move.orderId = order->id;
    move.verb =
        fields.value(u"verb"_s) == word(Verb::RequestCancel) ? Verb::RequestCancel : Verb::Cancel;
    move.actor = Actor::Customer;
    move.reason = fields.value(u"reason"_s).trimmed().replace(u"\r\n"_s, u"\n"_s);
    const auto moved = co_await m_site.deps.orders.move(move);
    if (moved) {
        m_site.deps.tasks.spawn(m_site.deps.reconciler.run());
        co_return toOrder(language, token);
    }
    if (moved.error().code == RefusalCode::Busy || moved.error().code == RefusalCode::StorageFailed)
        co_return Site::problem(moved.error());
    const Words &words = language.words;
    Extra extra;
    if (moved.error().code == RefusalCode::IllegalMove) {
        extra.status = 409;
        extra.notice = words.text(
            "그 사이 주문 상태가 바뀌었어요. 아래에서 지금 할 수 있는 일을 확인해 주세요.");
    } else {
        extra.status = 422;
        extra.reason = move.reason;
        extra.reasonError =
            moved.error().code == RefusalCode::TooLong
                ? words.text("%1자까지 적을 수 있어요 (지금 %2자)")
                      .arg(QString::number(bounds::reason), QString::number(move.reason.size()))
                : words.text("쓸 수 없는 글자가 있어요. 지우고 다시 보내 주세요");
    }
    const auto fresh = co_await m_site.deps.orders.find(order->id);
    co_return co_await orderPage(language, fresh ? *fresh : *order, token, std::move(extra));
}

QCoro::Task<http::Response> TrackingPages::pay(const Language &language, http::Request request)
{
    const QString token = request.param("token");
    const auto fields = http::parseForm(request.body).value_or(QHash<QString, QString>());
    const auto order = co_await postedOrder(m_site, std::move(request), fields);
    if (!order)
        co_return Site::problem(order.error());
    const auto hosted = co_await beginPayment(m_site, order->id, fields.value(u"gateway"_s));
    if (hosted)
        co_return toPayment(language, *hosted);
    if (hosted.error().code == RefusalCode::IllegalMove)
        co_return toOrder(language, token);
    Extra extra;
    extra.status = 503;
    extra.notice = language.words.text(
        "지금은 결제 회사와 연결되지 않아요. 돈은 나가지 않았어요. 잠시 뒤 다시 눌러 주세요.");
    co_return co_await orderPage(language, *order, token, std::move(extra));
}

QCoro::Task<http::Response> TrackingPages::returned(const Language &language, http::Request request)
{
    QUrlQuery query;
    for (const auto &[name, value] : request.query)
        query.addQueryItem(name, value);
    auto settling = m_site.deps.payments.customerReturned(request.param("attempt"), query);
    auto settled =
        co_await withPatience(m_site.deps.tasks, m_site.deps.delays, std::move(settling));
    const Result<Order> order =
        settled ? std::move(*settled) : refuse(RefusalCode::ProviderUnavailable);
    if (order) {
        const QString tracking =
            m_site.languageOf(*order).prefix + u"/t/"_s + m_site.deps.orders.tokenOf(*order);
        auto response = privately(http::Response::redirect(tracking.toLatin1()));
        const bool done = order->state != OrderState::Received;
        if (!done)
            co_return response;
        // The draft has become an order: the next form begins a new one.
        co_return std::move(response).withHeader(
            "Set-Cookie"_ba, Guard::draftCookie({}, m_site.isSecure(m_site.lastShop())));
    }
    const RefusalCode code = order.error().code;
    if (!isProviderSilent(code) && code != RefusalCode::Busy)
        co_return Site::problem(order.error());
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    Frame frame;
    frame.title = language.words.text("결제를 확인하고 있어요");
    frame.path = u"/shop/return/"_s + request.param("attempt");
    frame.isPrivate = true;
    frame.noReferrer = true;
    frame.refreshSeconds = returnRefreshSeconds;
    co_return m_site.page(language, *shop, frame, "waiting", {});
}

} // namespace petalpost::server
