// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// "역삼로" of "서울 강남구 역삼로 180": short enough to leave the name its place on a card. The
/// whole line when it names no street in that form.
QString streetOf(const QString &line)
{
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        for (const QChar ending : {u'동', u'읍', u'면', u'로', u'길', u'리'}) {
            if (word.size() > 1 && word.endsWith(ending))
                return word;
        }
    }
    return line;
}

/// Names the days in the language of the texts, whatever the computer speaks.
QLocale dateLocale()
{
    //: Not shown: translate "ko" to the code of your language.
    return QLocale(Words::tr("ko"));
}

} // namespace

bool speaksKorean()
{
    return Words::tr("ko") == u"ko"_s;
}

QString stateWord(OrderState state)
{
    switch (state) {
    case OrderState::Received:
        return Words::tr("주문접수");
    case OrderState::Paid:
        return Words::tr("결제완료");
    case OrderState::Making:
        return Words::tr("제작중");
    case OrderState::Made:
        return Words::tr("제작완료");
    case OrderState::Delivering:
        return Words::tr("배송중");
    case OrderState::Delivered:
        return Words::tr("배송완료");
    case OrderState::Cancelled:
        return Words::tr("취소");
    case OrderState::Expired:
        return Words::tr("기한만료");
    }
    Q_UNREACHABLE();
}

QString paymentWord(PaymentState state)
{
    switch (state) {
    case PaymentState::Pending:
        return Words::tr("결제대기");
    case PaymentState::Confirming:
        return Words::tr("승인 중");
    case PaymentState::Paid:
        return Words::tr("결제완료");
    case PaymentState::Failed:
        return Words::tr("결제실패");
    case PaymentState::Unknown:
        return Words::tr("확인 중");
    case PaymentState::RefundPending:
        return Words::tr("환불 처리중");
    case PaymentState::Refunded:
        return Words::tr("환불완료");
    case PaymentState::PartiallyRefunded:
        return Words::tr("일부 환불");
    case PaymentState::RefundFailed:
        return Words::tr("환불 실패");
    }
    Q_UNREACHABLE();
}

QString verbWord(Verb verb, bool pickup)
{
    switch (verb) {
    case Verb::Place:
        return Words::tr("주문");
    case Verb::PlaceAtDesk:
        return Words::tr("주문 입력");
    case Verb::Settle:
        return Words::tr("결제");
    case Verb::MarkPaid:
        return Words::tr("입금 확인");
    case Verb::Expire:
        return Words::tr("기한만료", "verb");
    case Verb::StartMaking:
        return Words::tr("제작 시작");
    case Verb::MarkMade:
        return Words::tr("제작완료", "verb");
    case Verb::StartDelivery:
        return Words::tr("배송 시작");
    case Verb::CompleteDelivery:
        return pickup ? Words::tr("픽업 완료") : Words::tr("배송완료", "verb");
    case Verb::FailDelivery:
        return Words::tr("배송 실패");
    case Verb::Undo:
        return Words::tr("실행 취소");
    case Verb::Cancel:
        return Words::tr("주문 취소");
    case Verb::RequestCancel:
        return Words::tr("취소 요청");
    case Verb::AcceptCancel:
        return Words::tr("취소 요청 수락");
    case Verb::DeclineCancel:
        return Words::tr("취소 요청 거절");
    case Verb::Refund:
        return Words::tr("환불");
    case Verb::Resend:
        return Words::tr("다시 보내기");
    case Verb::AddPhoto:
        return Words::tr("사진");
    }
    Q_UNREACHABLE();
}

QString moneyText(const Money &money)
{
    return displayMoney(money, speaksKorean());
}

QString numberText(qint64 orderId)
{
    return orderId > 0 ? QString(u'#' % QString::number(orderId)) : Words::tr("번호 대기");
}

QString paymentText(const Order &order)
{
    const QString word = order.awaitsMoney() ? Words::tr("입금 대기") : paymentWord(order.payment);
    const bool told =
        order.deskMethod && (order.awaitsMoney() || order.payment == PaymentState::Paid);
    return told ? QString(word % u" · "_s % methodWord(*order.deskMethod)) : word;
}

QString methodWord(DeskMethod method)
{
    switch (method) {
    case DeskMethod::Cash:
        return Words::tr("현금");
    case DeskMethod::Transfer:
        return Words::tr("계좌이체");
    case DeskMethod::OnAccount:
        return Words::tr("외상");
    }
    Q_UNREACHABLE();
}

QString productText(const Order &order)
{
    return productText(order.productName, order.productNameEn);
}

QString offerText(const Product &product)
{
    return productText(product.name, product.nameEn) % u" · "_s % moneyText(product.price);
}

QString productText(const QString &name, const QString &nameEn)
{
    return speaksKorean() || nameEn.isEmpty() ? name : nameEn;
}

QString itemText(const Order &order)
{
    return Words::tr("%1 × %2").arg(productText(order), QString::number(order.qty));
}

QString whoText(const Order &order)
{
    return order.recipient.name.isEmpty() ? order.sender.name : order.recipient.name;
}

QString receivedByText(const Order &order)
{
    return order.receivedBy == receivedByRecipient ? Words::tr("본인") : order.receivedBy;
}

QString whereText(const Order &order)
{
    if (order.isPickup())
        return Words::tr("픽업");
    return order.address.neighbourhood.isEmpty() ? streetOf(order.address.line)
                                                 : order.address.neighbourhood;
}

QString windowShort(const DeliveryWindow &window)
{
    if (window.startMinute % 60 != 0 || window.endMinute % 60 != 0)
        return windowLong(window);
    return Words::tr("%1–%2시").arg(window.startMinute / 60).arg(window.endMinute / 60);
}

QString windowLong(const DeliveryWindow &window)
{
    return clockText(window.startMinute) % u'–' % clockText(window.endMinute);
}

QString dayHeading(const QDate &date)
{
    //: Not shown as it is: a date format (QLocale::toString).
    return dateLocale().toString(date, Words::tr("M월 d일 (ddd)"));
}

QString dayShort(const QDate &date)
{
    //: Not shown as it is: the format of a short date (QLocale::toString).
    return dateLocale().toString(date, Words::tr("M/d(ddd)"));
}

QString dayOfYear(const QDate &date, const QDate &today)
{
    if (date.year() == today.year())
        return dayShort(date);
    //: Not shown as it is: the format of a day of another year (QLocale::toString).
    return dateLocale().toString(date, Words::tr("yyyy. M. d."));
}

QString dayInWeek(const QDate &date)
{
    //: Not shown as it is: the format of a week's first and last day; Monday and Sunday, so
    //: the name of the day may be left out (QLocale::toString).
    return dateLocale().toString(date, Words::tr("M/d(ddd)", "of a week"));
}

QString dayRelative(const QDate &date, const QDate &today)
{
    switch (today.daysTo(date)) {
    case -1:
        return Words::tr("어제");
    case 0:
        return Words::tr("오늘");
    case 1:
        return Words::tr("내일");
    default:
        return dayShort(date);
    }
}

QString atLineStart(const QString &text)
{
    return text.isEmpty() ? text : QString(text.at(0).toUpper() % QStringView(text).mid(1));
}

QString clockTime(qint64 atMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, zone).toString(u"HH:mm"_s);
}

QString clockSeconds(qint64 atMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, zone).toString(u"HH:mm:ss"_s);
}

QDate localDate(qint64 atMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, zone).date();
}

} // namespace petalpost::desk
