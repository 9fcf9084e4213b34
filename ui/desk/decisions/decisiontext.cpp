// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/decisions/decisiontext.h"

#include "ui/desk/words/shopwords.h"
#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

struct DecisionWords
{
    Q_DECLARE_TR_FUNCTIONS(DecisionWords)
};

QString timeOf(qint64 atMs, const DecisionSubject &subject)
{
    const QDate day = localDate(atMs, subject.zone);
    const QString clock = clockTime(atMs, subject.zone);
    return day == localDate(subject.nowMs, subject.zone) ? clock
                                                         : QString(dayShort(day) % u' ' % clock);
}

QString line(qint64 atMs, const QString &text, const DecisionSubject &subject)
{
    return timeOf(atMs, subject) % u"  "_s % text;
}

QString didWhat(const Operation &operation, bool pickup)
{
    const QString detail = operation.details.value(u"reason"_s).toString();
    switch (operation.kind) {
    case Operation::Kind::ReviewReply:
        return DecisionWords::tr("답글: %1").arg(operation.details.value(u"reply"_s).toString());
    case Operation::Kind::ReviewHide:
        return operation.details.value(u"hidden"_s).toBool(true)
                   ? DecisionWords::tr("리뷰 숨김")
                   : DecisionWords::tr("리뷰 다시 보임");
    case Operation::Kind::ShopSettings:
        return DecisionWords::tr("가게 설정: %1").arg(settingNames(operation.details));
    case Operation::Kind::Product:
        return productChangeText(operation.details);
    case Operation::Kind::Order:
        return DecisionWords::tr("주문 입력");
    case Operation::Kind::Move:
    case Operation::Kind::Seen:
        break;
    }
    const QString verb = verbWord(operation.verb, pickup);
    const QString person = operation.details.value(u"receivedBy"_s).toString();
    if (!person.isEmpty())
        return verb % u" · "_s % DecisionWords::tr("인수자 %1").arg(person);
    return detail.isEmpty() ? verb : QString(verb % u" · "_s % detail);
}

/// The order has changed as far as the server spoke of when it refused.
bool hasCaughtUp(const Decision &decision, const Order &order)
{
    const Refusal &refusal = decision.refusal;
    return refusal.code != RefusalCode::StaleVersion || order.version >= refusal.value.toLongLong();
}

QString orderFact(const Order &order, const DecisionSubject &subject)
{
    QString text = line(order.reachedAt(order.state), stateWord(order.state), subject);
    const QString reason =
        order.cancelReason.isEmpty() ? QString() : QString(u" · "_s % order.cancelReason);
    if (order.state == OrderState::Cancelled)
        return text % reason;
    if (order.cancelRequestedAtMs != 0)
        text += u'\n'
                % line(order.cancelRequestedAtMs,
                       DecisionWords::tr("고객이 취소를 요청했어요") % reason, subject);
    return text;
}

} // namespace

SecondChoice secondChoice(const DecisionSubject &subject, const std::vector<Operation> &again)
{
    if (!again.empty())
        return SecondChoice::Redo;
    const bool there = subject.order || subject.review || subject.shop || subject.entry;
    return there ? SecondChoice::Open : SecondChoice::Copy;
}

QString decisionTitle(const Decision &decision, const DecisionSubject &subject)
{
    if (decision.isOfShop())
        return DecisionWords::tr("가게 설정");
    if (decision.isOfProduct()) {
        const QString name = subject.product
                                 ? subject.product->name
                                 : decision.refused().details.value(u"name"_s).toString();
        return DecisionWords::tr("메뉴") % (name.isEmpty() ? name : QString(u" · "_s % name));
    }
    if (decision.placesOrder()) {
        const QJsonObject details = decision.refused().details;
        QStringList parts{DecisionWords::tr("전화·방문 주문"),
                          details.value(u"flowerName"_s).toString(),
                          details.value(u"customerName"_s).toString()};
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }
    if (!decision.isOfOrder()) {
        const QString whose = subject.review ? QString(u" · "_s % subject.review->author % u" · "_s
                                                       % subject.review->productName)
                                             : QString();
        return DecisionWords::tr("리뷰") % whose;
    }
    QStringList parts{u'#' % QString::number(decision.subject())};
    if (subject.order) {
        parts << itemText(*subject.order);
        if (const QString who = whoText(*subject.order); !who.isEmpty())
            parts << who;
    }
    return parts.join(u" · "_s);
}

QString ownFact(const Decision &decision, const DecisionSubject &subject)
{
    const bool pickup = subject.order && subject.order->isPickup();
    QStringList lines;
    for (const Operation &operation : decision.operations)
        lines << line(operation.pressedAtMs, didWhat(operation, pickup), subject);
    return lines.join(u'\n');
}

QString serverFact(const Decision &decision, const DecisionSubject &subject)
{
    QStringList lines;
    if (subject.order && hasCaughtUp(decision, *subject.order))
        lines << orderFact(*subject.order, subject);
    else if (subject.review && subject.review->repliedAtMs != 0)
        lines << line(subject.review->repliedAtMs,
                      DecisionWords::tr("답글: %1").arg(subject.review->reply), subject);
    else if (decision.refusal.state)
        lines << line(decision.refusedAtMs, stateWord(*decision.refusal.state), subject);
    if (decision.isOfShop() && decision.refusal.code == RefusalCode::StaleVersion) {
        lines << line(decision.refusedAtMs,
                      DecisionWords::tr("다른 컴퓨터에서 먼저 가게 설정을 바꿨어요."), subject);
        return lines.join(u'\n');
    }
    if (decision.isOfProduct() && decision.refusal.code == RefusalCode::StaleVersion) {
        lines << line(decision.refusedAtMs,
                      DecisionWords::tr("다른 컴퓨터에서 먼저 이 상품을 바꿨어요."), subject);
        return lines.join(u'\n');
    }
    //: the time of the server's answer, and why it said no
    lines << DecisionWords::tr("%1에 받은 답: %2")
                 .arg(timeOf(decision.refusedAtMs, subject), refusalText(decision.refusal));
    return lines.join(u'\n');
}

QString secondButton(SecondChoice choice, const std::vector<Operation> &again,
                     const DecisionSubject &subject)
{
    switch (choice) {
    case SecondChoice::Redo:
        if (again.back().kind == Operation::Kind::ReviewReply)
            return DecisionWords::tr("내 답글 올리기");
        if (again.back().kind == Operation::Kind::ReviewHide
            || again.back().kind == Operation::Kind::Product
            || again.back().kind == Operation::Kind::ShopSettings)
            return DecisionWords::tr("그래도 바꾸기");
        //: do it all the same: the verb follows
        return DecisionWords::tr("그래도 %1")
            .arg(verbWord(again.back().verb, subject.order && subject.order->isPickup()));
    case SecondChoice::Open:
        if (subject.shop)
            return DecisionWords::tr("설정 열기");
        if (subject.entry)
            return DecisionWords::tr("주문서 다시 열기");
        return subject.order ? DecisionWords::tr("주문 열기") : DecisionWords::tr("리뷰 열기");
    case SecondChoice::Copy:
        return DecisionWords::tr("내용 복사하고 닫기");
    }
    Q_UNREACHABLE();
}

} // namespace petalpost::desk
