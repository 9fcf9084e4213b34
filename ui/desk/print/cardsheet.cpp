// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/cardsheet.h"

#include "ui/desk/print/textflow.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal largestPoints = 16;
constexpr qreal smallestPoints = 10;
constexpr qreal stepPoints = 0.5;
constexpr qreal cardMarginMm = 6;

} // namespace

QFont cardFont(CardHand hand)
{
    QFont font;
    font.setFamilies(
        hand == CardHand::Handwriting
            ? QStringList{u"Nanum Pen Script"_s, u"NanumMyeongjo"_s, u"Noto Serif CJK KR"_s}
            : QStringList{u"NanumMyeongjo"_s, u"Noto Serif CJK KR"_s});
    return font;
}

CardSheet::CardSheet(const Order &order, QString message, CardSize size, CardHand hand)
    : m_message(std::move(message))
    , m_name(order.nameOnCard ? order.sender.name : QString())
    , m_size(size)
    , m_font(cardFont(hand))
{
    fit();
}

QRectF CardSheet::area() const
{
    const qreal margin = cardMarginMm * sheetUnits;
    return QRectF(QPointF(), sizeMm() * sheetUnits).adjusted(margin, margin, -margin, -margin);
}

void CardSheet::fit()
{
    for (m_points = largestPoints; m_points >= smallestPoints; m_points -= stepPoints) {
        const QFontMetricsF metrics(sheetFont(m_font, m_points));
        const qreal below = m_name.isEmpty() ? 0 : metrics.lineSpacing();
        const QRectF room = area().adjusted(0, 0, 0, -below);
        const TextFlow message(m_message, sheetFont(m_font, m_points), room.width());
        m_fits = message.height() <= room.height();
        if (m_fits)
            return;
    }
    m_points = smallestPoints;
}

void CardSheet::draw(QPainter &painter) const
{
    painter.setPen(Qt::black);
    const QFont font = sheetFont(m_font, m_points);
    painter.setFont(font);
    const qreal below = m_name.isEmpty() ? 0 : QFontMetricsF(font).lineSpacing();
    const QRectF room = area().adjusted(0, 0, 0, -below);
    const TextFlow message(m_message, font, room.width(), Qt::AlignHCenter);
    const qreal spare = std::max<qreal>(0, room.height() - message.height());
    message.draw(painter, room.topLeft() + QPointF(0, spare / 2));
    if (!m_name.isEmpty())
        painter.drawText(area(), Qt::AlignRight | Qt::AlignBottom, m_name);
}

} // namespace petalpost::desk
