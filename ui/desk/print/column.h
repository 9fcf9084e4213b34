// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QRectF>
#include <QtGui/QFont>

class QPainter;

namespace petalpost::desk {

/// Lines of text and boxes below each other on a sheet. Without a painter it only measures.
class Column
{
public:
    /// \a scale makes every letter and gap smaller.
    Column(QPainter *painter, const QRectF &area, const QFont &font, qreal scale);

    /// How far down it has come.
    qreal y() const { return m_y; }

    void gap(qreal mm);
    void line(const QString &text, qreal points, bool bold = false);
    /// White on black over the whole width, \a left and \a right at its ends.
    void bar(const QString &left, const QString &right, qreal points);
    /// \a title on top of \a text, in a frame.
    void box(const QString &title, const QString &text, bool thick);
    /// \a name in a narrow column, \a text beside it.
    void field(const QString &name, const QString &text, qreal points, bool bold = false);
    /// \a left and, at the other end of the line, \a right.
    void pair(const QString &left, const QString &right, qreal points, bool bold = false);
    /// A line over the whole width.
    void rule();
    /// Where the paper is torn.
    void tearLine();

private:
    qreal flow(const QPointF &at, qreal width, const QString &text, const QFont &font) const;
    QFont font(qreal points, bool bold) const;

    QPainter *m_painter;
    QRectF m_area;
    QFont m_font;
    qreal m_scale;
    qreal m_y;
};

} // namespace petalpost::desk
