// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/texts.h"

#include <QtCore/QLocale>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

Texts::Texts(const Words &words, const Shop &shop, qint64 nowMs)
    : m_words(words)
    , m_shop(shop)
    , m_nowMs(nowMs)
{
}

QString Texts::either(const QString &korean, const QString &english) const
{
    return m_words.isKorean() || english.isEmpty() ? korean : english;
}

QString Texts::money(const Money &amount) const
{
    return displayMoney(amount, m_words.isKorean());
}

QString Texts::date(const QDate &day) const
{
    const QLocale locale(m_words.isKorean() ? QLocale::Korean : QLocale::English);
    return locale.toString(day, m_words.text("M월 d일 (ddd)"));
}

QString Texts::day(const QDate &day) const
{
    const QDate today = m_shop.today(m_nowMs);
    if (day == today)
        return m_words.text("오늘");
    return day == today.addDays(1) ? m_words.text("내일") : date(day);
}

QString Texts::hours(const DeliveryWindow &window) const
{
    return clockText(window.startMinute) + u'–' + clockText(window.endMinute);
}

QString Texts::shortHours(const DeliveryWindow &window) const
{
    if (window.startMinute % 60 != 0 || window.endMinute % 60 != 0)
        return hours(window);
    return m_words.text("%1–%2시").arg(QString::number(window.startMinute / 60),
                                       QString::number(window.endMinute / 60));
}

QString Texts::window(const DeliveryWindow &window) const
{
    return date(window.date) + u' ' + hours(window);
}

QString Texts::from(const DeliveryWindow &window) const
{
    return m_words.text("%1 %2부터 배송").arg(day(window.date), clockText(window.startMinute));
}

QString Texts::moment(qint64 atMs) const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(atMs, m_shop.zone);
    const QString time = at.time().toString(u"HH:mm"_s);
    return at.date() == m_shop.today(m_nowMs) ? time : QString(date(at.date()) + u' ' + time);
}

QString Texts::dated(qint64 atMs) const
{
    const QLocale locale(m_words.isKorean() ? QLocale::Korean : QLocale::English);
    const QDate day = QDateTime::fromMSecsSinceEpoch(atMs, m_shop.zone).date();
    return locale.toString(day, m_words.text("yyyy년 M월 d일"));
}

QString Texts::iso(qint64 atMs) const
{
    return QDateTime::fromMSecsSinceEpoch(atMs, m_shop.zone).toString(Qt::ISODate);
}

QString Texts::state(OrderState state) const
{
    switch (state) {
    case OrderState::Received:
        return m_words.text("주문접수");
    case OrderState::Paid:
        return m_words.text("결제완료");
    case OrderState::Making:
        return m_words.text("제작중");
    case OrderState::Made:
        return m_words.text("제작완료");
    case OrderState::Delivering:
        return m_words.text("배송중");
    case OrderState::Delivered:
        return m_words.text("배송완료");
    case OrderState::Cancelled:
        return m_words.text("취소");
    case OrderState::Expired:
        return m_words.text("기한만료");
    }
    Q_UNREACHABLE();
}

QString Texts::headline(const Order &order) const
{
    switch (order.state) {
    case OrderState::Received:
        if (order.payment == PaymentState::Failed)
            return m_words.text("결제가 안 됐어요. 주문 내용은 그대로 있어요");
        if (order.payment == PaymentState::Confirming || order.payment == PaymentState::Unknown)
            return m_words.text("결제를 확인하고 있어요");
        return m_words.text("결제를 기다려요");
    case OrderState::Paid:
        return m_words.text("꽃집이 주문을 받았어요");
    case OrderState::Making:
        return m_words.text("꽃을 만들고 있어요");
    case OrderState::Made:
        return m_words.text("꽃이 완성됐어요");
    case OrderState::Delivering:
        return m_words.text("지금 배송 중이에요");
    case OrderState::Delivered:
        return m_words.text("잘 전해 드렸어요");
    case OrderState::Cancelled:
        return m_words.text("주문이 취소됐어요");
    case OrderState::Expired:
        return m_words.text("결제 시간이 지났어요");
    }
    Q_UNREACHABLE();
}

QString Texts::payment(PaymentState state) const
{
    switch (state) {
    case PaymentState::Pending:
        return m_words.text("결제대기");
    case PaymentState::Confirming:
        return m_words.text("승인 중");
    case PaymentState::Paid:
        return m_words.text("결제완료");
    case PaymentState::Failed:
        return m_words.text("결제실패");
    case PaymentState::Unknown:
        return m_words.text("확인 중");
    case PaymentState::RefundPending:
        return m_words.text("환불 처리중");
    case PaymentState::Refunded:
        return m_words.text("환불완료");
    case PaymentState::PartiallyRefunded:
        return m_words.text("일부 환불");
    case PaymentState::RefundFailed:
        return m_words.text("환불 실패");
    }
    Q_UNREACHABLE();
}

QString Texts::paused() const
{
    const QString until = moment(m_shop.pausedUntilMs);
    //: a time, or a day and a time
    const QString text = m_words.text("지금은 주문을 쉬고 있어요. %1부터 다시 받아요.").arg(until);
    return m_shop.pauseReason.isEmpty() ? text : QString(text % u' ' % m_shop.pauseReason);
}

QString Texts::name(const Product &product) const
{
    return either(product.name, product.nameEn);
}

QString Texts::description(const Product &product) const
{
    return either(product.description, product.descriptionEn);
}

QString Texts::productName(const Order &order) const
{
    return either(order.productName, order.productNameEn);
}

QString Texts::shopName() const
{
    return either(m_shop.name, m_shop.nameEn);
}

} // namespace petalpost::server
