// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/balance/balancetext.h"

#include "core/protocol/message.h"
#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

struct BalanceWords
{
    Q_DECLARE_TR_FUNCTIONS(BalanceWords)
};

bool isAboutTexts(DifferenceKind kind)
{
    return kind == DifferenceKind::SmsMissing || kind == DifferenceKind::SmsFailed
           || kind == DifferenceKind::SmsUnknown;
}

/// "결제완료 문자".
QString messageText(const QString &event)
{
    const auto known = fromWord(messageEventWords, event);
    if (!known)
        return event;
    switch (*known) {
    case MessageEvent::Paid:
        return BalanceWords::tr("결제완료 문자");
    case MessageEvent::Making:
        return BalanceWords::tr("제작중 문자");
    case MessageEvent::Made:
        return BalanceWords::tr("제작완료 문자");
    case MessageEvent::Delivering:
        return BalanceWords::tr("배송중 문자");
    case MessageEvent::Delivered:
        return BalanceWords::tr("배송완료 문자");
    case MessageEvent::Cancelled:
        return BalanceWords::tr("취소 문자");
    case MessageEvent::Refunded:
        return BalanceWords::tr("환불 문자");
    case MessageEvent::Resent:
        return BalanceWords::tr("다시 보냄 문자");
    case MessageEvent::LatePayment:
        return BalanceWords::tr("늦은 결제 문자");
    case MessageEvent::EditAsked:
        return BalanceWords::tr("추가 결제 문자");
    case MessageEvent::PaymentFailed:
        return BalanceWords::tr("결제실패 문자");
    case MessageEvent::CancelDeclined:
        return BalanceWords::tr("취소 요청 거절 문자");
    case MessageEvent::SignInCode:
        return BalanceWords::tr("인증번호 문자");
    case MessageEvent::MoneyReceived:
        return BalanceWords::tr("입금 확인 문자");
    case MessageEvent::OwnerUnseen:
        return BalanceWords::tr("사장님께 보내는 문자");
    }
    Q_UNREACHABLE();
}

QString amountOrNone(const std::optional<Money> &amount)
{
    return amount ? moneyText(*amount) : BalanceWords::tr("없음");
}

/// Both sides where two are compared, else the money that it is about.
QStringList amountFacts(const Difference &difference)
{
    switch (difference.kind) {
    case DifferenceKind::UnknownCharge:
    case DifferenceKind::AmountDiffers:
    case DifferenceKind::MissingCharge:
    case DifferenceKind::UnbookedRefund:
    case DifferenceKind::MissingRefund:
        return {BalanceWords::tr("장부 %1").arg(amountOrNone(difference.expected)),
                BalanceWords::tr("결제사 %1").arg(amountOrNone(difference.actual))};
    case DifferenceKind::PaidWithoutCharge:
        return {BalanceWords::tr("주문 %1").arg(amountOrNone(difference.expected)),
                BalanceWords::tr("들어온 돈 %1").arg(amountOrNone(difference.actual))};
    case DifferenceKind::ChargeWithoutOrder:
        return {BalanceWords::tr("들어온 돈 %1").arg(amountOrNone(difference.actual))};
    case DifferenceKind::RefundFailed:
    case DifferenceKind::SurplusNotReturned:
    case DifferenceKind::RefundPending:
        return {BalanceWords::tr("돌려줄 돈 %1").arg(amountOrNone(difference.expected))};
    case DifferenceKind::PaymentUndecided:
        return {BalanceWords::tr("주문 %1").arg(amountOrNone(difference.expected))};
    case DifferenceKind::Chargeback:
        return {BalanceWords::tr("가져간 돈 %1").arg(amountOrNone(difference.actual))};
    case DifferenceKind::ProviderNotRead:
    case DifferenceKind::SmsMissing:
    case DifferenceKind::SmsFailed:
    case DifferenceKind::SmsUnknown:
        return {};
    case DifferenceKind::Other:
        break;
    }
    QStringList facts;
    if (difference.expected)
        facts << BalanceWords::tr("장부 %1").arg(moneyText(*difference.expected));
    if (difference.actual)
        facts << BalanceWords::tr("결제사 %1").arg(moneyText(*difference.actual));
    return facts;
}

/// "14:02", with its day when that is another one.
QString timeText(qint64 atMs, const QDate &day, const QTimeZone &zone)
{
    const QDate date = localDate(atMs, zone);
    const QString time = clockTime(atMs, zone);
    return date == day ? time : QString(dayOfYear(date, day) % u' ' % time);
}

bool isInUse(const Difference &difference)
{
    return difference.detail != word(ListState::NotInUse);
}

/// What the button of \a difference will do.
QString repairAdvice(const Difference &difference)
{
    switch (difference.repair) {
    case Repair::RetryRefund:
        return BalanceWords::tr("버튼을 누르면 결제사에 환불을 한 번 더 부탁해요.");
    case Repair::ReadAgain:
        return BalanceWords::tr("버튼을 누르면 결제사에 지금 다시 물어보고 장부를 맞춰요.");
    case Repair::None:
        break;
    }
    return {};
}

QString handAdvice(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::ChargeWithoutOrder:
        return BalanceWords::tr("주문을 열어 보고, 만들지 않을 주문이면 돈을 돌려주세요.");
    case DifferenceKind::PaidWithoutCharge:
        return BalanceWords::tr("주문을 열어 어떻게 결제했는지 확인해 주세요.");
    case DifferenceKind::AmountDiffers:
    case DifferenceKind::MissingCharge:
    case DifferenceKind::UnknownCharge:
    case DifferenceKind::PaymentUndecided:
        return BalanceWords::tr("결제사 관리자 페이지에서 이 결제를 찾아 확인해 주세요.");
    case DifferenceKind::UnbookedRefund:
    case DifferenceKind::MissingRefund:
    case DifferenceKind::RefundFailed:
    case DifferenceKind::SurplusNotReturned:
    case DifferenceKind::RefundPending:
        return BalanceWords::tr("결제사 관리자 페이지에서 이 환불을 찾아 확인해 주세요.");
    case DifferenceKind::Chargeback:
        return BalanceWords::tr(
            "결제사 관리자 페이지에서 까닭을 보고, 이의가 있으면 기한 안에 알려 주세요.");
    case DifferenceKind::ProviderNotRead:
        return BalanceWords::tr("잠시 뒤에 다시 확인해 주세요.");
    case DifferenceKind::SmsMissing:
    case DifferenceKind::SmsFailed:
        return BalanceWords::tr("손님이 꼭 알아야 하는 내용이면 전화로 알려 주세요.");
    case DifferenceKind::SmsUnknown:
        return BalanceWords::tr("두 번 가지 않게 다시 보내지 않았어요. 필요하면 전화로 알려 "
                                "주세요.");
    case DifferenceKind::Other:
        return BalanceWords::tr("이 프로그램을 새 버전으로 바꾸면 무엇인지 알 수 있어요.");
    }
    Q_UNREACHABLE();
}

QString differenceName(const Difference &difference)
{
    switch (difference.kind) {
    case DifferenceKind::UnknownCharge:
        return BalanceWords::tr("결제사는 돈을 받았는데 장부에는 없어요");
    case DifferenceKind::PaidWithoutCharge:
        return BalanceWords::tr("결제완료 주문인데 들어온 돈이 없어요");
    case DifferenceKind::ChargeWithoutOrder:
        return BalanceWords::tr("돈은 들어왔는데 주문이 결제완료가 아니에요");
    case DifferenceKind::AmountDiffers:
        return BalanceWords::tr("장부와 결제사의 금액이 달라요");
    case DifferenceKind::MissingCharge:
        return BalanceWords::tr("장부에 있는 결제가 결제사 목록에는 없어요");
    case DifferenceKind::UnbookedRefund:
        return BalanceWords::tr("결제사에서 나간 환불이 장부에는 없어요");
    case DifferenceKind::MissingRefund:
        return BalanceWords::tr("장부에 있는 환불이 결제사 목록에는 없어요");
    case DifferenceKind::RefundFailed:
        return BalanceWords::tr("결제사가 환불을 받아들이지 않았어요");
    case DifferenceKind::SurplusNotReturned:
        return BalanceWords::tr("더 받은 돈을 아직 돌려주지 못했어요");
    case DifferenceKind::RefundPending:
        return BalanceWords::tr("환불이 한 시간 넘게 끝나지 않았어요");
    case DifferenceKind::PaymentUndecided:
        return BalanceWords::tr("손님이 결제했는지 아직 알 수 없어요");
    case DifferenceKind::Chargeback:
        return BalanceWords::tr("손님의 카드사나 은행이 돈을 도로 가져갔어요");
    case DifferenceKind::ProviderNotRead:
        return isInUse(difference)
                   ? BalanceWords::tr("결제사 목록을 읽지 못해서 비교하지 못했어요")
                   : BalanceWords::tr("이제 쓰지 않는 결제사라서 비교하지 못했어요");
    case DifferenceKind::SmsMissing:
        return BalanceWords::tr("보냈어야 할 문자가 나가지 않았어요");
    case DifferenceKind::SmsFailed:
        return BalanceWords::tr("문자를 보내지 못했어요");
    case DifferenceKind::SmsUnknown:
        return BalanceWords::tr("문자가 갔는지 알 수 없어요");
    case DifferenceKind::Other:
        return BalanceWords::tr("이 프로그램이 모르는 차이예요");
    }
    Q_UNREACHABLE();
}

} // namespace

QString gatewayText(const QString &gateway)
{
    if (gateway == "toss"_L1)
        return BalanceWords::tr("토스페이먼츠");
    if (gateway == "stripe"_L1)
        return BalanceWords::tr("Stripe");
    if (gateway == "sandbox"_L1)
        return BalanceWords::tr("시험 결제");
    return gateway;
}

QString signedMoneyText(qint64 minor, const Currency &currency)
{
    const QString text = moneyText({std::abs(minor), currency});
    return minor < 0 ? QString(u'−' % text) : text;
}

QString summaryText(const Balance &balance)
{
    const int count = int(balance.differences.size());
    if (count == 0 && balance.complete)
        return BalanceWords::tr("차이가 없어요. 주문, 장부, 결제사 목록, 문자가 모두 맞아요.");
    QString found = count == 0 ? BalanceWords::tr("비교한 것에는 차이가 없어요.")
                               : BalanceWords::tr("맞지 않는 것이 %n건 있어요.", nullptr, count);
    if (balance.complete)
        return found;
    return found % u' ' % BalanceWords::tr("이날은 내역이 너무 많아서 다 비교하지는 못했어요.");
}

QString ordersText(const Balance &balance)
{
    QStringList facts{BalanceWords::tr("결제한 주문 %n건", nullptr, balance.orders)};
    if (balance.ordersByHand > 0) {
        QStringList amounts;
        for (const Money &money : balance.byHand)
            amounts << moneyText(money);
        facts << BalanceWords::tr("이 가운데 가게에서 직접 받은 주문 %n건 (%1)", nullptr,
                                  balance.ordersByHand)
                     .arg(amounts.join(u", "_s));
    }
    return facts.join(u" · "_s);
}

QString unreadText(ListState list)
{
    switch (list) {
    case ListState::NotRead:
        return BalanceWords::tr("읽지 못함");
    case ListState::NotInUse:
        return BalanceWords::tr("쓰지 않음");
    case ListState::Compared:
        break;
    }
    return {};
}

QString listText(const GatewaySums &sums, const Balance &balance)
{
    if (sums.list != ListState::Compared)
        return unreadText(sums.list);
    const auto count = std::ranges::count(balance.differences, sums.gateway, &Difference::gateway);
    return count == 0 ? BalanceWords::tr("일치")
                      : BalanceWords::tr("차이 %n건", nullptr, int(count));
}

QString differenceTitle(const Difference &difference)
{
    const QString name = differenceName(difference);
    return difference.orderId == 0
               ? name
               : QString(u'#' % QString::number(difference.orderId) % u" · "_s % name);
}

QString differenceFacts(const Difference &difference, const QDate &day, const QTimeZone &zone)
{
    QStringList facts = amountFacts(difference);
    if (isAboutTexts(difference.kind))
        facts << messageText(difference.detail);
    if (!difference.gateway.isEmpty())
        facts << gatewayText(difference.gateway);
    if (difference.atMs != 0)
        facts << timeText(difference.atMs, day, zone);
    // What the provider calls it, to look it up there.
    const bool said =
        isAboutTexts(difference.kind) || difference.kind == DifferenceKind::ProviderNotRead;
    if (!said && !difference.detail.isEmpty())
        facts << difference.detail;
    return facts.join(u" · "_s);
}

QString differenceAdvice(const Difference &difference)
{
    if (difference.kind == DifferenceKind::ProviderNotRead && !isInUse(difference))
        return BalanceWords::tr("결제사 관리자 페이지의 금액과 위의 합계를 견주어 보세요.");
    const QString advice = repairAdvice(difference);
    return advice.isEmpty() ? handAdvice(difference.kind) : advice;
}

QString repairText(const Difference &difference)
{
    return difference.repair == Repair::RetryRefund ? BalanceWords::tr("환불 다시 시도")
                                                    : BalanceWords::tr("다시 확인");
}

QString repairNewsText(const RepairNews &news)
{
    QString text;
    if (!news.answer) {
        const auto &refusal = news.answer.error().refusal;
        text =
            refusal
                ? refusalText(*refusal)
                : BalanceWords::tr("서버의 답을 받지 못했어요. 한 번 더 눌러도 두 번 하지 않아요.");
    } else if (*news.answer == RepairOutcome::NothingLeft) {
        text = BalanceWords::tr("그 사이 해결돼서 더 할 일이 없었어요.");
    } else if (news.difference.repair == Repair::RetryRefund) {
        text = BalanceWords::tr("결제사에 환불을 다시 부탁했어요. 지금은 아래와 같아요.");
    } else {
        text = BalanceWords::tr("결제사에 다시 물어봤어요. 지금은 아래와 같아요.");
    }
    return u'#' % QString::number(news.difference.orderId) % u" · "_s % text;
}

} // namespace petalpost::desk
