// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPixmap>
#include <QRectF>
#include <QString>

class QFontMetricsF;
class QPainter;

namespace petalpost::desk {

/// An icon and a word on a soft ground: an order state, a count, a time chip. An invalid `ground`
/// paints none.
struct Badge
{
    QPixmap icon;
    QString text;
    QColor ink;
    QColor ground;
};

/// Room the badge needs in that font, padding included.
QSizeF badgeSize(const Badge &badge, const QFont &font);

/// State pill: fully rounded, at the left of `room`, never wider than it. Uses the painter's font
/// and returns what it covered.
QRectF drawPill(QPainter &painter, const QRectF &room, const Badge &badge);

/// Time chip: the same, but at the right of `room`, where a card keeps its deadline.
QRectF drawChip(QPainter &painter, const QRectF &room, const Badge &badge);

/// The coloured left edge of a card, following its rounded corners.
void drawUrgencyBar(QPainter &painter, const QRectF &card, const QColor &colour,
                    qreal cardRadius = 8, qreal barWidth = 5);

/// 2 px ring with a 2 px gap inside it, both inside `outer`: on the primary colour the ring alone
/// has a contrast of 1.1. What is focused goes into the returned rectangle.
QRectF drawFocusRing(QPainter &painter, const QRectF &outer, const QColor &ring, const QColor &gap,
                     qreal radius = 6);

/// The text, cut with "…" at the end where it is wider than `width`.
QString elided(const QString &text, const QFontMetricsF &metrics, qreal width);

/// WCAG 2.2 relative luminance, 0 (black) to 1 (white).
qreal relativeLuminance(const QColor &colour);
/// WCAG 2.2 contrast ratio, 1 to 21, in either order.
qreal contrastRatio(const QColor &first, const QColor &second);

} // namespace petalpost::desk
