// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/style/paint.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace petalpost::desk {

namespace {

constexpr qreal padX = 8;
constexpr qreal padY = 2;
constexpr qreal iconGap = 4;
constexpr qreal ringWidth = 2;
constexpr qreal ringGap = 2;

QSizeF iconSize(const QPixmap &icon)
{
    return icon.isNull() ? QSizeF(0, 0) : icon.deviceIndependentSize();
}

void drawBadge(QPainter &painter, const QRectF &rect, const Badge &badge)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (badge.ground.isValid()) {
        const qreal radius = rect.height() / 2;
        painter.setPen(Qt::NoPen);
        painter.setBrush(badge.ground);
        painter.drawRoundedRect(rect, radius, radius);
    }
    QRectF inner = rect.adjusted(padX, 0, -padX, 0);
    if (const QSizeF icon = iconSize(badge.icon); !icon.isEmpty()) {
        const QPointF at(inner.left(), std::round(rect.center().y() - icon.height() / 2));
        painter.drawPixmap(at, badge.icon);
        inner.setLeft(inner.left() + icon.width() + (badge.text.isEmpty() ? 0 : iconGap));
    }
    painter.setPen(badge.ink);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     elided(badge.text, QFontMetricsF(painter.font()), inner.width()));
    painter.restore();
}

QRectF badgeRect(const QRectF &room, const QSizeF &wanted, bool atRight)
{
    const qreal width = std::min(wanted.width(), room.width());
    const qreal left = atRight ? room.right() - width : room.left();
    return {left, room.center().y() - wanted.height() / 2, width, wanted.height()};
}

qreal linearChannel(qreal channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

} // namespace

QSizeF badgeSize(const Badge &badge, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const QSizeF icon = iconSize(badge.icon);
    // One pixel to spare: rounding must never elide a text that fits.
    const qreal text =
        badge.text.isEmpty() ? 0 : std::ceil(metrics.horizontalAdvance(badge.text)) + 1;
    const qreal gap = !icon.isEmpty() && text > 0 ? iconGap : 0;
    return {2 * padX + icon.width() + gap + text,
            std::ceil(std::max(icon.height(), metrics.height())) + 2 * padY};
}

QRectF drawPill(QPainter &painter, const QRectF &room, const Badge &badge)
{
    const QRectF rect = badgeRect(room, badgeSize(badge, painter.font()), false);
    drawBadge(painter, rect, badge);
    return rect;
}

QRectF drawChip(QPainter &painter, const QRectF &room, const Badge &badge)
{
    const QRectF rect = badgeRect(room, badgeSize(badge, painter.font()), true);
    drawBadge(painter, rect, badge);
    return rect;
}

void drawUrgencyBar(QPainter &painter, const QRectF &card, const QColor &colour, qreal cardRadius,
                    qreal barWidth)
{
    QPainterPath rounded;
    rounded.addRoundedRect(card, cardRadius, cardRadius);
    QPainterPath strip;
    strip.addRect(QRectF(card.topLeft(), QSizeF(barWidth, card.height())));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(rounded.intersected(strip), colour);
    painter.restore();
}

QRectF drawFocusRing(QPainter &painter, const QRectF &outer, const QColor &ring, const QColor &gap,
                     qreal radius)
{
    constexpr qreal half = ringWidth / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ring, ringWidth));
    painter.setBrush(gap);
    painter.drawRoundedRect(outer.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
    constexpr qreal used = ringWidth + ringGap;
    return outer.adjusted(used, used, -used, -used);
}

QString elided(const QString &text, const QFontMetricsF &metrics, qreal width)
{
    return metrics.elidedText(text, Qt::ElideRight, std::max<qreal>(0, width));
}

qreal relativeLuminance(const QColor &colour)
{
    return 0.2126 * linearChannel(colour.redF()) + 0.7152 * linearChannel(colour.greenF())
           + 0.0722 * linearChannel(colour.blueF());
}

qreal contrastRatio(const QColor &first, const QColor &second)
{
    const qreal a = relativeLuminance(first);
    const qreal b = relativeLuminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace petalpost::desk
