// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/ribbonsheet.h"

#include <QtCore/QTextBoundaryFinder>
#include <QtGui/QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal pointsInMm = 72 / 25.4;
constexpr qreal sidePart = 0.12; ///< of the width stays empty at either edge
constexpr qreal endPart = 0.08; ///< of the length at either end: for the knot and the cut
constexpr qreal mostEndMm = 120;
constexpr qreal spaceStep = 0.5; ///< of a letter's step
constexpr qreal closest = 1.1; ///< steps, in letters
constexpr qreal widest = 1.6;

/// Letters as people count them, a blank between words as one space.
QStringList lettersOf(const QString &text)
{
    const QString plain = text.simplified();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, plain);
    QStringList letters;
    for (qsizetype from = 0; from < plain.size(); from = finder.position()) {
        finder.toNextBoundary();
        letters += plain.mid(from, finder.position() - from);
    }
    return letters;
}

qreal stepOf(const QString &letter)
{
    return letter == " "_L1 ? spaceStep : 1;
}

/// Brackets and strokes follow the way of the writing.
bool liesDown(const QString &letter)
{
    return u"()[]{}<>〈〉《》（）「」-–—~〜…"_s.contains(letter);
}

} // namespace

QFont ribbonFont()
{
    QFont font;
    font.setFamilies({u"NanumMyeongjo"_s, u"Noto Serif CJK KR"_s});
    return font;
}

RibbonSheet::RibbonSheet(const QString &text, RibbonSize size, QString name)
    : m_letters(lettersOf(text))
    , m_size(size)
    , m_name(std::move(name))
{
    fit();
}

void RibbonSheet::fit()
{
    const qreal endMm = std::min(m_size.lengthMm * endPart, mostEndMm);
    const qreal roomMm = m_size.lengthMm - 2 * endMm;
    qreal steps = 0;
    for (const QString &letter : m_letters)
        steps += stepOf(letter);
    steps = std::max<qreal>(steps, 1);
    m_letterMm = std::min(m_size.widthMm * (1 - 2 * sidePart), roomMm / (steps * closest));
    m_stepMm = std::clamp(roomMm / steps, m_letterMm * closest, m_letterMm * widest);
    m_topMm = (m_size.lengthMm - steps * m_stepMm) / 2;
    m_fits = m_letterMm >= leastLetter * m_size.widthMm;
}

void RibbonSheet::draw(QPainter &painter) const
{
    painter.setPen(Qt::black);
    painter.setFont(sheetFont(ribbonFont(), m_letterMm * pointsInMm, true));
    const qreal middle = m_size.widthMm * sheetUnits / 2;
    qreal top = m_topMm * sheetUnits;
    for (const QString &letter : m_letters) {
        const qreal height = m_stepMm * stepOf(letter) * sheetUnits;
        painter.save();
        painter.translate(middle, top + height / 2);
        if (liesDown(letter))
            painter.rotate(90);
        const qreal half = m_letterMm * sheetUnits;
        painter.drawText(QRectF(-half, -half, 2 * half, 2 * half), Qt::AlignCenter, letter);
        painter.restore();
        top += height;
    }
}

} // namespace petalpost::desk
