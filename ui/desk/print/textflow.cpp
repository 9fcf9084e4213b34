// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/textflow.h"

namespace petalpost::desk {

namespace {

QString inOneParagraph(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

} // namespace

TextFlow::TextFlow(const QString &text, const QFont &font, qreal width, Qt::Alignment across)
    : m_layout(inOneParagraph(text), font)
{
    QTextOption option(across);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, m_height});
        m_height += line.height();
    }
    m_layout.endLayout();
}

void TextFlow::draw(QPainter &painter, const QPointF &topLeft) const
{
    m_layout.draw(&painter, topLeft);
}

} // namespace petalpost::desk
