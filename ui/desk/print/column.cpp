// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/column.h"

#include "ui/desk/print/sheet.h"
#include "ui/desk/print/textflow.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>

namespace petalpost::desk {

namespace {

constexpr qreal titlePoints = 8;
constexpr qreal boxPoints = 11;
constexpr qreal paddingMm = 2;
constexpr qreal nameWidthMm = 20;
constexpr qreal thinMm = 0.25;
constexpr qreal thickMm = 0.9;

} // namespace

Column::Column(QPainter *painter, const QRectF &area, const QFont &font, qreal scale)
    : m_painter(painter)
    , m_area(area)
    , m_font(font)
    , m_scale(scale)
    , m_y(area.top())
{
}

QFont Column::font(qreal points, bool bold) const
{
    return sheetFont(m_font, points * m_scale, bold);
}

/// Answers the height it took.
qreal Column::flow(const QPointF &at, qreal width, const QString &text, const QFont &font) const
{
    const TextFlow flow(text, font, width);
    if (m_painter)
        flow.draw(*m_painter, at);
    return flow.height();
}

void Column::gap(qreal mm)
{
    m_y += mm * sheetUnits * m_scale;
}

void Column::line(const QString &text, qreal points, bool bold)
{
    m_y += flow({m_area.left(), m_y}, m_area.width(), text, font(points, bold));
}

void Column::bar(const QString &left, const QString &right, qreal points)
{
    const QFont face = font(points, true);
    const qreal padding = paddingMm * sheetUnits * m_scale;
    const qreal height = QFontMetricsF(face).height() + 2 * padding;
    const QRectF where(m_area.left(), m_y, m_area.width(), height);
    if (m_painter) {
        m_painter->fillRect(where, Qt::black);
        m_painter->setPen(Qt::white);
        const QRectF inner = where.adjusted(padding, 0, -padding, 0);
        m_painter->setFont(face);
        m_painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, left);
        m_painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, right);
        m_painter->setPen(Qt::black);
    }
    m_y += height;
}

void Column::box(const QString &title, const QString &text, bool thick)
{
    const qreal padding = paddingMm * sheetUnits * m_scale;
    const qreal left = m_area.left() + padding;
    const qreal width = m_area.width() - 2 * padding;
    const qreal top = m_y;
    m_y += padding;
    m_y += flow({left, m_y}, width, title, font(titlePoints, false));
    m_y += flow({left, m_y}, width, text, font(boxPoints, thick));
    m_y += padding;
    if (m_painter) {
        m_painter->setPen(QPen(Qt::black, (thick ? thickMm : thinMm) * sheetUnits));
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawRect(QRectF(m_area.left(), top, m_area.width(), m_y - top));
    }
}

void Column::field(const QString &name, const QString &text, qreal points, bool bold)
{
    const QFont small = font(titlePoints, false);
    const QFont face = font(points, bold);
    const qreal nameWidth = nameWidthMm * sheetUnits * m_scale;
    // On one base line, whatever their sizes.
    const qreal drop = QFontMetricsF(face).ascent() - QFontMetricsF(small).ascent();
    const qreal nameHeight = flow({m_area.left(), m_y + drop}, nameWidth, name, small);
    const qreal textHeight =
        flow({m_area.left() + nameWidth, m_y}, m_area.width() - nameWidth, text, face);
    m_y += std::max(drop + nameHeight, textHeight);
}

void Column::pair(const QString &left, const QString &right, qreal points, bool bold)
{
    const QFont face = font(points, bold);
    const QFontMetricsF metrics(face);
    const qreal rightWidth = std::min(metrics.horizontalAdvance(right), m_area.width());
    // Below each other where there is no room side by side.
    const qreal leftWidth = metrics.horizontalAdvance(left) + metrics.averageCharWidth();
    if (leftWidth + rightWidth > m_area.width())
        m_y += flow({m_area.left(), m_y}, m_area.width(), left, face);
    else
        flow({m_area.left(), m_y}, leftWidth, left, face);
    const TextFlow end(right, face, m_area.width(), Qt::AlignRight);
    if (m_painter)
        end.draw(*m_painter, {m_area.left(), m_y});
    m_y += end.height();
}

void Column::rule()
{
    if (m_painter) {
        m_painter->setPen(QPen(Qt::black, thinMm * sheetUnits));
        m_painter->drawLine(QPointF(m_area.left(), m_y), QPointF(m_area.right(), m_y));
        m_painter->setPen(Qt::black);
    }
}

void Column::tearLine()
{
    const qreal half = sheetUnits * m_scale;
    m_y += half;
    if (m_painter) {
        QPen pen(Qt::black, thinMm * sheetUnits);
        pen.setDashPattern({12, 8});
        m_painter->setPen(pen);
        m_painter->drawLine(QPointF(m_area.left(), m_y), QPointF(m_area.right(), m_y));
        m_painter->setPen(Qt::black);
    }
    m_y += half;
}

} // namespace petalpost::desk
