// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/changepages.h"

#include "core/server/http/form.h"
#include "core/server/shop/ordercalls.h"

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// One line of what changes: "작약 × 2 → 작약 × 3".
View changeLine(const QString &name, const QString &before, const QString &after)
{
    View line;
    line.set("changeName", name).set("changeBefore", before).set("changeAfter", after);
    return line;
}

QString itemText(const Texts &texts, const Order &order)
{
    return texts.productName(order) + u" × "_s + QString::number(order.qty);
}

std::vector<View> changeLines(const Texts &texts, const Order &order, const Order &after)
{
    const Words &words = texts.words();
    std::vector<View> lines;
    if (order.productId != after.productId || order.qty != after.qty)
        lines.push_back(
            changeLine(words.text("상품"), itemText(texts, order), itemText(texts, after)));
    if (order.window != after.window && order.window && after.window)
        lines.push_back(changeLine(words.text("배송 시간"), texts.window(*order.window),
                                   texts.window(*after.window)));
    if (order.total != after.total)
        lines.push_back(
            changeLine(words.text("금액"), texts.money(order.total), texts.money(after.total)));
    return lines;
}

bool textsChange(const Order &order, const Order &after)
{
    return order.recipient != after.recipient || order.address != after.address
           || order.cardMessage != after.cardMessage || order.ribbonText != after.ribbonText
           || order.ribbonSender != after.ribbonSender || order.request != after.request;
}

/// What became of a change that was asked for.
QString outcomeText(const Words &words, const Order &order)
{
    if (!order.pendingEdit)
        return {};
    switch (order.pendingEdit->state) {
    case PendingState::Waiting:
        return {};
    case PendingState::Declined:
        return words.text("주문을 그대로 두기로 하셨어요.");
    case PendingState::Expired:
        return words.text("답이 없어서 주문을 그대로 두었어요.");
    case PendingState::Lapsed:
        return words.text(
            "그 사이 바꿀 수 없게 되어 주문은 그대로예요. 추가로 내신 돈은 돌려 드려요.");
    }
    Q_UNREACHABLE();
}

} // namespace

void showChange(View &view, const Texts &texts, const Order &order,
                const std::optional<PendingChange> &change)
{
    const Words &words = texts.words();
    const bool underway = order.state >= OrderState::Paid && order.state <= OrderState::Delivering;
    view.setUnlessEmpty("changeOutcome", underway ? outcomeText(words, order) : QString());
    view.flag("change", change.has_value());
    if (!change)
        return;
    const Money difference{std::abs(change->differenceMinor), order.total.currency};
    const QString sum = texts.money(difference);
    view.set("changeNumber", qint64(change->number));
    view.set("changeLines", changeLines(texts, order, change->after));
    view.flag("changeTexts", textsChange(order, change->after));
    if (change->differenceMinor > 0) {
        view.set("changeMoney", words.text("%1만 더 결제하면 이렇게 바뀌어요.").arg(sum))
            .set("changeYes", words.text("%1 결제하기").arg(sum));
    } else {
        view.set("changeMoney", change->differenceMinor < 0
                                    ? words.text("바꾸면 %1 돌려 드려요.").arg(sum)
                                    : words.text("금액은 그대로예요."));
        view.set("changeYes", words.text("네, 바꿔 주세요"));
    }
    view.set("changeUntil", texts.moment(change->expiresAtMs))
        .set("changeUntilIso", texts.iso(change->expiresAtMs));
}

QCoro::Task<http::Response> ChangePages::pay(const Language &language, qint64 orderId, int number,
                                             QString gateway, QString token)
{
    const auto hosted = co_await beginPayment(m_site, orderId, gateway, number);
    if (hosted)
        co_return toPayment(language, *hosted);
    if (hosted.error().code == RefusalCode::IllegalMove)
        co_return toOrder(language, token);
    const auto shop = co_await m_site.shop();
    if (!shop)
        co_return Site::problem(shop.error());
    Frame frame;
    frame.status = 503;
    frame.title = language.words.text("결제 회사와 연결되지 않아요");
    frame.path = u"/t/"_s + token;
    frame.isPrivate = true;
    frame.noReferrer = true;
    co_return m_site.message(
        language, *shop, frame,
        language.words.text("돈은 나가지 않았고 주문도 그대로예요. 잠시 뒤 다시 눌러 주세요."));
}

QCoro::Task<http::Response> ChangePages::answer(const Language &language, http::Request request)
{
    const QString token = request.param("token");
    const auto fields = http::parseForm(request.body).value_or(QHash<QString, QString>());
    const auto order = co_await postedOrder(m_site, std::move(request), fields);
    if (!order)
        co_return Site::problem(order.error());
    const int number = fields.value(u"number"_s).toInt();
    const bool yes = fields.value(u"answer"_s) == u"yes"_s;
    auto askedLater = m_site.deps.edits.pending(order->id);
    const auto asked = co_await askedLater;
    if (!asked)
        co_return Site::problem(asked.error());
    const bool costs =
        asked->has_value() && (*asked)->number == number && (*asked)->differenceMinor > 0;
    if (yes && costs)
        co_return co_await pay(language, order->id, number, fields.value(u"gateway"_s), token);
    auto answering = m_site.deps.edits.answer(order->id, number, yes);
    const auto answered = co_await answering;
    // Answered before, or asked something else by now: the order's page says what there is.
    if (!answered && answered.error().code != RefusalCode::IllegalMove)
        co_return Site::problem(answered.error());
    m_site.deps.tasks.spawn(m_site.deps.reconciler.run());
    co_return toOrder(language, token);
}

} // namespace petalpost::server
