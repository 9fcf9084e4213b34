// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/messages/texts.h"

#include <QtCore/QLocale>
#include <QtCore/QStringEncoder>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int rareSyllableBytes = 8;

bool isHangulSyllable(QChar c)
{
    return c.unicode() >= 0xac00 && c.unicode() <= 0xd7a3;
}

/// "14-16시" or "14-16h"; minutes only where they are not zero.
QString hoursText(const DeliveryWindow &window, const Words &words)
{
    const auto hour = [](int minute) {
        return minute % 60 == 0 ? QString::number(minute / 60) : clockText(minute);
    };
    return words.text("%1-%2시").arg(hour(window.startMinute), hour(window.endMinute));
}

/// "5/8(목)" or "Thu 8 May".
QString dayText(const QDate &date, const Words &words)
{
    const QLocale locale(words.isKorean() ? QLocale::Korean : QLocale::English);
    return locale.toString(date, words.text("M/d(ddd)"));
}

/// "89,000원" or "89,000 won": the sign "₩" does not encode in EUC-KR.
QString moneyText(qint64 minor, const Currency &currency, const Words &words)
{
    QString money = displayMoney({minor, currency}, true);
    if (currency.code != u"KRW"_s)
        return money;
    money.chop(1);
    return words.text("%1원").arg(money);
}

/// The sentence of an event; %1 is the day, %2 the hours, %5 the money that goes back,
/// %6 a number of orders, %7 a code.
QString sentence(const store::OutboxRow &row, const Order &order, const Words &words)
{
    const bool window = order.window.has_value();
    const bool money = row.amountMinor > 0;
    const bool byHand = order.deskMethod.has_value(); // no card company has a hand in it
    switch (row.message.event) {
    case MessageEvent::Paid:
        return window ? words.text("결제완료 %1%2 배송") : words.text("결제완료");
    case MessageEvent::Making:
        return window ? words.text("꽃을 만들기 시작했어요. %2 도착 예정")
                      : words.text("꽃을 만들기 시작했어요");
    case MessageEvent::Made:
        return window ? words.text("꽃이 완성됐어요. %2 도착 예정") : words.text("꽃이 완성됐어요");
    case MessageEvent::Delivering:
        return window ? words.text("배송 출발! %2 도착 예정") : words.text("배송 출발!");
    case MessageEvent::Delivered:
        return words.text("배송완료(%3). 후기 남기기");
    case MessageEvent::Cancelled:
        if (!money)
            return words.text("주문 %4 취소됐어요");
        return byHand ? words.text("주문 %4 취소, %5 환불")
                      : words.text("주문 %4 취소, %5 환불 접수. 카드 3~5일");
    case MessageEvent::Refunded:
        return byHand ? words.text("%5 환불완료")
                      : words.text("%5 환불완료. 카드사 반영 3~5영업일 걸려요");
    case MessageEvent::Resent:
        return window ? words.text("꽃을 다시 보내 드려요. %1%2 배송")
                      : words.text("꽃을 다시 보내 드려요");
    case MessageEvent::PaymentFailed:
        return words.text("결제가 안 됐어요. 20분 안에 다시 결제");
    case MessageEvent::CancelDeclined:
        return words.text("취소 요청을 받아 드리지 못했어요. 자세한 내용은 주문 조회에서");
    case MessageEvent::LatePayment:
        return words.text("주문 %4에 쓰지 못한 결제 %5 환불 접수. 카드 3~5일");
    case MessageEvent::OwnerUnseen:
        return words.text("10분 넘게 확인 안 된 주문 %6건. 컴퓨터를 봐 주세요");
    case MessageEvent::EditAsked:
        return money ? words.text("추가 결제 %5. 바뀌는 내용 확인")
                     : words.text("바뀌는 내용을 확인해 주세요");
    case MessageEvent::SignInCode:
        return words.text("인증번호 %7. 5분 안에 넣고, 남에게 알려 주지 마세요");
    case MessageEvent::MoneyReceived:
        return words.text("%5 입금 확인했어요. 고맙습니다");
    }
    Q_UNREACHABLE();
}

bool carriesLink(MessageEvent event)
{
    return event != MessageEvent::Cancelled && event != MessageEvent::Refunded
           && event != MessageEvent::LatePayment && event != MessageEvent::OwnerUnseen
           && event != MessageEvent::SignInCode;
}

QString fill(QString text, const store::OutboxRow &row, const Order &order, const Shop &shop,
             const Words &words)
{
    if (order.window) {
        text.replace(u"%1"_s, dayText(order.window->date, words));
        text.replace(u"%2"_s, hoursText(*order.window, words));
    }
    const QDateTime delivered =
        QDateTime::fromMSecsSinceEpoch(order.reachedAt(OrderState::Delivered), shop.zone);
    text.replace(u"%3"_s, delivered.toString(u"HH:mm"_s));
    text.replace(u"%4"_s, QString::number(order.id));
    text.replace(u"%5"_s, moneyText(row.amountMinor, order.total.currency, words));
    text.replace(u"%6"_s, QString::number(row.orderCount));
    text.replace(u"%7"_s, hiddenCode);
    return text;
}

} // namespace

std::optional<int> eucKrBytes(const QString &text)
{
    int bytes = 0;
    for (const QChar c : text) {
        QStringEncoder encoder("EUC-KR");
        const QByteArray encoded = encoder(QStringView(&c, 1));
        if (!encoder.hasError() && (c.unicode() < 0x80 || encoded.size() == 2))
            bytes += int(encoded.size());
        else if (isHangulSyllable(c))
            bytes += rareSyllableBytes;
        else
            return std::nullopt;
    }
    return bytes;
}

QString messageText(const store::OutboxRow &row, const Order &order, const Shop &shop,
                    const QString &link)
{
    const QString locale = row.message.locale == u"en"_s ? u"en"_s : u"ko"_s;
    return messageText(row, order, shop, link, Words(locale, "messages"));
}

QString messageText(const store::OutboxRow &row, const Order &order, const Shop &shop,
                    const QString &link, const Words &words)
{
    QString text = fill(sentence(row, order, words), row, order, shop, words);
    if (carriesLink(row.message.event))
        text += u'\n' % link;
    const QString name = words.isKorean() || shop.nameEn.isEmpty() ? shop.name : shop.nameEn;
    const QString named = u'[' % name % u']' % text;
    const auto bytes = eucKrBytes(named);
    return bytes && *bytes <= smsBytes ? named : text;
}

} // namespace petalpost::server
