// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/ticketsheet.h"

#include "core/domain/draft.h"
#include "ui/desk/print/column.h"
#include "ui/desk/words/words.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

/// The words on paper.
struct TicketWords
{
    Q_DECLARE_TR_FUNCTIONS(TicketWords)
};

constexpr qreal marginMm = 8;
constexpr std::array scales{1.0, 0.9, 0.8, 0.7, 0.6};
/// A text of more lines than a card has is written on, with a stroke for each new line.
constexpr int mostLines = 14;

QString folded(const QString &text)
{
    QString lines = text.trimmed();
    if (lines.count(u'\n') >= mostLines)
        lines = lines.split(u'\n', Qt::SkipEmptyParts).join(u" / "_s);
    return lines;
}

} // namespace

TicketSheet::TicketSheet(Order order, TicketFacts facts, const QFont &font)
    : m_order(std::move(order))
    , m_facts(std::move(facts))
    , m_font(font)
{
    fit();
}

QRectF TicketSheet::area() const
{
    const qreal margin = marginMm * sheetUnits;
    return QRectF(QPointF(), sizeMm() * sheetUnits).adjusted(margin, margin, -margin, -margin);
}

qreal TicketSheet::heightOf(void (TicketSheet::*fill)(Column &) const) const
{
    Column column(nullptr, area(), m_font, m_scale);
    (this->*fill)(column);
    return column.y() - area().top();
}

/// The largest letters with which both parts have room.
void TicketSheet::fit()
{
    for (const qreal scale : scales) {
        m_scale = scale;
        const qreal slip = heightOf(&TicketSheet::fillSlip);
        m_slipTop = area().bottom() - slip;
        m_fits = heightOf(&TicketSheet::fillWork) + slip <= area().height();
        if (m_fits)
            return;
    }
}

void TicketSheet::draw(QPainter &painter) const
{
    painter.setPen(Qt::black);
    Column work(&painter, area(), m_font, m_scale);
    fillWork(work);
    QRectF below = area();
    below.setTop(m_slipTop);
    Column slip(&painter, below, m_font, m_scale);
    fillSlip(slip);
}

QString TicketSheet::message() const
{
    QString text = folded(m_order.cardMessage);
    if (!m_order.nameOnCard)
        text += u'\n' % TicketWords::tr("(카드에 이름 없이)");
    return text.trimmed();
}

QString TicketSheet::ribbon() const
{
    return QStringList({m_order.ribbonText, m_order.ribbonSender}).join(u'\n').trimmed();
}

void TicketSheet::fillWork(Column &column) const
{
    const auto &window = m_order.window;
    const QDate received = localDate(m_order.reachedAt(OrderState::Received), m_facts.shop.zone);
    const QString when = window ? QString(dayShort(window->date) % u' ' % windowLong(*window))
                                : TicketWords::tr("%1 접수").arg(dayShort(received));
    column.bar(when, numberText(m_order.id), 15);
    column.gap(3);
    column.line(itemText(m_order), 17, true);
    column.gap(1);
    const QString where = whereText(m_order);
    column.line(where.isEmpty() ? whoText(m_order) : QString(whoText(m_order) % u" · "_s % where),
                11);
    if (!m_order.request.isEmpty()) {
        column.gap(3);
        column.box(TicketWords::tr("요청사항"), folded(m_order.request), true);
    }
    if (const QString text = message(); !text.isEmpty()) {
        column.gap(3);
        column.box(TicketWords::tr("카드 메시지"), text, false);
    }
    if (const QString text = ribbon(); !text.isEmpty()) {
        column.gap(3);
        column.box(TicketWords::tr("리본"), text, false);
    }
    column.gap(4);
    column.line(TicketWords::tr("☐ 제작    ☐ 카드    ☐ 사진    담당 ____________"), 11);
    column.gap(2);
}

void TicketSheet::fillSlip(Column &column) const
{
    column.tearLine();
    column.gap(2);
    const auto &window = m_order.window;
    const QString when =
        window ? QString(dayShort(window->date) % u' ' % windowLong(*window)) : QString();
    const QString title =
        m_order.isPickup() ? TicketWords::tr("픽업 전표") : TicketWords::tr("배송 전표");
    column.line(QString(title % u"  #"_s % QString::number(m_order.id) % u"  "_s % when).trimmed(),
                11, true);
    column.gap(1);
    const Contact &to = m_order.recipient.name.isEmpty() ? m_order.sender : m_order.recipient;
    column.field(TicketWords::tr("받는 분"), to.name, 12, true);
    column.field(TicketWords::tr("전화"), displayPhone(to.phone), 12, true);
    if (!m_order.isPickup()) {
        column.field(TicketWords::tr("주소"), m_order.address.line, 12, true);
        column.field(TicketWords::tr("출입"), m_order.address.detail, 11);
    }
    column.field(TicketWords::tr("상품"), itemText(m_order), 11);
    if (!m_order.request.isEmpty())
        column.field(TicketWords::tr("요청"), folded(m_order.request), 11);
    column.gap(4);
    column.line(TicketWords::tr("인수자 ____________    시각 ____:____"), 11);
    column.gap(2);
    QStringList foot{m_facts.shop.name,
                     m_facts.shop.phone.isEmpty() ? QString() : displayPhone(m_facts.shop.phone)};
    const QDate today = m_facts.shop.today(m_facts.nowMs);
    foot += TicketWords::tr("%1 %2 출력")
                .arg(dayShort(today), clockTime(m_facts.nowMs, m_facts.shop.zone));
    if (m_facts.copy > 1)
        foot += TicketWords::tr("%1회차").arg(m_facts.copy);
    foot += TicketWords::tr("끝나면 폐기");
    foot.removeAll(QString());
    column.line(foot.join(u" · "_s), 8);
}

} // namespace petalpost::desk
