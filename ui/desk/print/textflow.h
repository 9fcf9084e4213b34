// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGui/QTextLayout>

class QPainter;

namespace petalpost::desk {

/// Text in lines of one width on a sheet. Breaks between words, and within a word that is longer
/// than a line: Korean written without spaces is one such word.
class TextFlow
{
public:
    TextFlow(const QString &text, const QFont &font, qreal width,
             Qt::Alignment across = Qt::AlignLeft);

    qreal height() const { return m_height; }
    void draw(QPainter &painter, const QPointF &topLeft) const;

private:
    QTextLayout m_layout;
    qreal m_height = 0;
};

} // namespace petalpost::desk
