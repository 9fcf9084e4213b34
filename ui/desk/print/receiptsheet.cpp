// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/receiptsheet.h"

#include "core/domain/draft.h"
#include "ui/desk/print/column.h"
#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

/// The words on a receipt.
struct ReceiptWords
{
    Q_DECLARE_TR_FUNCTIONS(ReceiptWords)
};

constexpr qreal edgeMm = 4; ///< that a till's printer leaves empty
constexpr qreal endMm = 5;

QString paidText(const Order &order)
{
    switch (order.payment) {
    case PaymentState::Pending:
    case PaymentState::Failed:
        return order.deskMethod ? paymentText(order) : ReceiptWords::tr("입금 대기");
    case PaymentState::Confirming:
    case PaymentState::Unknown:
        return paymentWord(order.payment);
    case PaymentState::Paid:
    case PaymentState::RefundPending:
    case PaymentState::Refunded:
    case PaymentState::PartiallyRefunded:
    case PaymentState::RefundFailed:
        break;
    }
    return order.deskMethod
               ? QString(paymentWord(PaymentState::Paid) % u" · "_s % methodWord(*order.deskMethod))
               : paymentWord(PaymentState::Paid);
}

} // namespace

ReceiptSheet::ReceiptSheet(Order order, TicketFacts facts, const QFont &font)
    : m_order(std::move(order))
    , m_facts(std::move(facts))
    , m_font(font)
{
    Column column(nullptr, area(), m_font, 1);
    fill(column);
    m_lengthMm = std::ceil(column.y() / sheetUnits + endMm);
}

QRectF ReceiptSheet::area() const
{
    return {edgeMm * sheetUnits, endMm * sheetUnits, (widthMm - 2 * edgeMm) * sheetUnits, 0};
}

void ReceiptSheet::draw(QPainter &painter) const
{
    painter.setPen(Qt::black);
    Column column(&painter, area(), m_font, 1);
    fill(column);
}

void ReceiptSheet::fill(Column &column) const
{
    const Shop &shop = m_facts.shop;
    const QString name = speaksKorean() || shop.nameEn.isEmpty() ? shop.name : shop.nameEn;
    if (!name.isEmpty())
        column.line(name, 14, true);
    if (!shop.phone.isEmpty())
        column.line(displayPhone(shop.phone), 10);
    column.gap(3);
    column.pair(ReceiptWords::tr("영수증"), numberText(m_order.id), 12, true);
    const qint64 receivedMs = m_order.reachedAt(OrderState::Received);
    if (receivedMs != 0) {
        const QDate day = localDate(receivedMs, shop.zone);
        column.pair(ReceiptWords::tr("주문"),
                    dayOfYear(day, {}) % u' ' % clockTime(receivedMs, shop.zone), 10);
    }
    column.gap(1);
    column.rule();
    column.gap(1);
    column.line(itemText(m_order), 11, true);
    if (m_order.qty > 1)
        column.pair(ReceiptWords::tr("단가"), moneyText(m_order.unitPrice), 10);
    column.gap(1);
    column.rule();
    column.gap(1);
    fillMoney(column);
    column.gap(2);
    column.rule();
    column.gap(1);
    QStringList foot{
        ReceiptWords::tr("%1 %2 출력")
            .arg(dayOfYear(shop.today(m_facts.nowMs), {}), clockTime(m_facts.nowMs, shop.zone))};
    if (m_facts.copy > 1)
        foot += ReceiptWords::tr("%1회차").arg(m_facts.copy);
    column.line(foot.join(u" · "_s), 8);
    column.line(ReceiptWords::tr("현금영수증이나 세금계산서는 아니에요."), 8);
}

void ReceiptSheet::fillMoney(Column &column) const
{
    column.pair(ReceiptWords::tr("합계"), moneyText(m_order.total), 14, true);
    column.gap(1);
    column.pair(ReceiptWords::tr("결제"), paidText(m_order), 11, true);
    const auto amount = [this](qint64 minor) {
        return moneyText(Money{minor, m_order.total.currency});
    };
    if (m_order.money.refundedMinor > 0)
        column.pair(paymentWord(PaymentState::Refunded), amount(m_order.money.refundedMinor), 11);
    if (m_order.money.refundPendingMinor > 0)
        column.pair(paymentWord(PaymentState::RefundPending),
                    amount(m_order.money.refundPendingMinor), 11);
}

} // namespace petalpost::desk
