// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/order/ordertexts.h"

#include "core/domain/draft.h"
#include "ui/desk/words/ageing.h"
#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

struct OrderTexts
{
    Q_DECLARE_TR_FUNCTIONS(OrderTexts)
};

/// "13:05", with its day when that is not today.
QString moment(qint64 atMs, const DetailFacts &facts)
{
    const QDate day = localDate(atMs, facts.zone);
    const bool today = day == localDate(facts.nowMs, facts.zone);
    const QString time = clockTime(atMs, facts.zone);
    return today ? time : QString(dayShort(day) % u' ' % time);
}

/// How a paid order came to a person: when each on the way had it.
QStringList hopLines(const Order &order, const DetailFacts &facts)
{
    const std::pair<qint64, QString> hops[] = {
        {order.approvedAtMs, OrderTexts::tr("결제 승인")},
        {order.reachedAt(OrderState::Paid), OrderTexts::tr("서버에 저장")},
        {order.storedAtMs, OrderTexts::tr("꽃집 컴퓨터에 저장")},
        {order.seenAtMs, OrderTexts::tr("확인")},
    };
    QStringList lines;
    for (const auto &[atMs, hop] : hops) {
        if (atMs != 0)
            lines << u"   "_s % clockSeconds(atMs, facts.zone) % u"  "_s % hop;
    }
    return lines;
}

/// An amount of this order, in its own currency.
QString sum(const Order &order, qint64 minor)
{
    return moneyText({minor, order.total.currency});
}

QString failureText(const QString &failure)
{
    if (failure.isEmpty())
        return OrderTexts::tr("결제사가 이유를 알리지 않았어요.");
    if (failure == "returned"_L1)
        return OrderTexts::tr("보낸 돈이 되돌아왔어요.");
    return OrderTexts::tr("결제사가 알린 이유: %1").arg(failure);
}

} // namespace

QString contactText(const Contact &contact)
{
    return QString(contact.name % u"  "_s % displayPhone(contact.phone)).trimmed();
}

QString addressText(const Order &order)
{
    if (order.isPickup())
        return {};
    const Address &address = order.address;
    QStringList second;
    if (!address.postalCode.isEmpty())
        second << u'(' % address.postalCode % u')';
    if (!address.neighbourhood.isEmpty())
        second << address.neighbourhood;
    QString text = address.line;
    if (!address.detail.isEmpty())
        text += u", "_s % address.detail;
    return second.isEmpty() ? text : QString(text % u'\n' % second.join(u' '));
}

QString deliveryText(const Order &order, const DetailFacts &facts)
{
    const QString sentence = deadlineSentence(order, facts.nowMs, facts.zone, facts.ageing);
    QStringList parts;
    if (order.window) {
        const QDate today = localDate(facts.nowMs, facts.zone);
        parts << atLineStart(dayRelative(order.window->date, today)) % u' '
                     % windowLong(*order.window);
    }
    if (order.isPickup())
        parts << OrderTexts::tr("픽업");
    QString text = parts.isEmpty() ? OrderTexts::tr("시간 지정 없음") : parts.join(u" · "_s);
    return sentence.isEmpty() ? text : QString(text % u'\n' % sentence);
}

QString historyText(const Order &order, const DetailFacts &facts)
{
    QStringList lines;
    for (const auto &[state, stored] : orderStateWords) {
        const qint64 atMs = order.reachedAt(state);
        if (atMs == 0)
            continue;
        lines << moment(atMs, facts) % u"  "_s % stateWord(state);
        if (state == OrderState::Paid)
            lines << hopLines(order, facts);
    }
    if (const QString who = receivedByText(order); !who.isEmpty())
        lines << OrderTexts::tr("인수자 %1").arg(who);
    return lines.join(u'\n');
}

QString cancelText(const Order &order, const DetailFacts &facts)
{
    if (order.state == OrderState::Cancelled)
        return order.cancelReason.isEmpty() ? OrderTexts::tr("취소된 주문이에요.")
                                            : order.cancelReason;
    if (order.cancelRequestedAtMs == 0)
        return {};
    return OrderTexts::tr("고객이 %1에 취소를 요청했어요. %2")
        .arg(clockTime(order.cancelRequestedAtMs, facts.zone), order.cancelReason)
        .trimmed();
}

QString pendingEditText(const Order &order)
{
    if (!order.pendingEdit)
        return {};
    auto said = [&order] {
        switch (order.pendingEdit->state) {
        case PendingState::Waiting:
            return OrderTexts::tr("손님의 답을 기다려요");
        case PendingState::Declined:
            return OrderTexts::tr("손님이 바꾸지 않기로 했어요");
        case PendingState::Expired:
            return OrderTexts::tr("손님의 답이 없어 바꾸지 않았어요");
        case PendingState::Lapsed:
            return OrderTexts::tr("답이 왔을 때는 바꿀 수 없었어요");
        }
        return QString();
    }();
    const qint64 minor = order.pendingEdit->differenceMinor;
    if (minor == 0)
        return said;
    return said % u" · "_s
           % (minor > 0 ? OrderTexts::tr("손님이 %1 더 내요").arg(sum(order, minor))
                        : OrderTexts::tr("손님께 %1 돌려줘요").arg(sum(order, -minor)));
}

QString claimText(const Order &order)
{
    QStringList lines;
    if (order.resendOf != 0)
        //: the number of the order that went wrong
        lines << OrderTexts::tr("#%1 주문을 다시 보내는 꽃이에요.").arg(order.resendOf);
    if (order.resentAs != 0)
        //: the number of the order that makes this one good
        lines << OrderTexts::tr("다시 보냄 · #%1").arg(order.resentAs);
    if (!order.claimReason.isEmpty())
        lines << order.claimReason;
    return lines.join(u'\n');
}

QString priceText(const Order &order)
{
    if (order.resendOf != 0)
        return OrderTexts::tr("%1 · 받을 돈 없음").arg(moneyText(order.total));
    return moneyText(order.total) % u" · "_s % paymentText(order);
}

QString moneyMovesText(const Order &order)
{
    const MoneyFacts &money = order.money;
    const std::pair<qint64, PaymentState> moves[] = {
        {money.chargedMinor, PaymentState::Paid},
        {money.refundedMinor, PaymentState::Refunded},
        {money.refundPendingMinor, PaymentState::RefundPending},
    };
    if (order.awaitsMoney())
        return OrderTexts::tr("%1 받을 돈이 있어요.").arg(moneyText(order.total));
    QStringList lines;
    for (const auto &[minor, state] : moves) {
        if (minor > 0)
            lines << paymentWord(state) % u' ' % sum(order, minor);
    }
    return lines.size() < 2 ? QString() : lines.join(u'\n');
}

QString unclearPaymentText(const Order &order, const DetailFacts &facts)
{
    const bool unclear =
        order.payment == PaymentState::Unknown || order.payment == PaymentState::Confirming;
    if (!unclear)
        return {};
    const qint64 sinceMs = order.money.unclearSinceMs;
    const QString head = sinceMs == 0
                             ? OrderTexts::tr("결제 확인 중")
                             : OrderTexts::tr("결제 확인 중 · %1부터").arg(moment(sinceMs, facts));
    return head % u'\n'
           % OrderTexts::tr("결제사가 아직 답하지 않았어요. 답이 오면 저절로 바뀌니, 손님께 다시 "
                            "결제해 달라고 하지 마세요.");
}

QString failedRefundText(const Order &order)
{
    if (!order.hasFailedRefund())
        return {};
    const qint64 minor = order.money.refundFailedMinor;
    const QString word = paymentWord(PaymentState::RefundFailed);
    const QString head = minor > 0 ? QString(word % u" · "_s % sum(order, minor)) : word;
    return head % u'\n' % failureText(order.money.refundFailure);
}

QString disputeText(const Order &order)
{
    if (order.money.disputedMinor == 0)
        return {};
    return OrderTexts::tr("지급 거절·입금 취소 · %1").arg(sum(order, order.money.disputedMinor))
           % u'\n'
           % OrderTexts::tr("손님의 카드사나 은행이 돈을 되가져갔어요. 아직 보내기 전이면 멈추고, "
                            "보냈으면 배송 기록을 모아 결제사에 알려 주세요.");
}

} // namespace petalpost::desk
