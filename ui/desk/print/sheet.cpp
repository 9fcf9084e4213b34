// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/sheet.h"

#include <QtGui/QFontMetrics>
#include <QtGui/QPaintDevice>
#include <QtGui/QPainter>

#include <algorithm>

namespace petalpost::desk {

namespace {

constexpr qreal mmInPoint = 25.4 / 72;

/// Joins and colours the characters around it, and is nothing alone.
bool isJoiner(char32_t character)
{
    constexpr char32_t zeroWidthJoiner = 0x200D;
    constexpr char32_t firstSelector = 0xFE00;
    constexpr char32_t lastSelector = 0xFE0F;
    return character == zeroWidthJoiner
           || (character >= firstSelector && character <= lastSelector);
}

bool isPrintable(char32_t character, const QFontMetrics &metrics)
{
    return QChar::isSpace(character) || isJoiner(character) || metrics.inFontUcs4(character);
}

} // namespace

QFont sheetFont(QFont font, qreal points, bool bold)
{
    font.setPixelSize(std::max(1, qRound(points * mmInPoint * sheetUnits)));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

bool paintSheet(const Sheet &sheet, QPaintDevice &device)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    paintPage(sheet, painter);
    return painter.end();
}

void paintPage(const Sheet &sheet, QPainter &painter, const QPointF &offsetMm)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setWindow(QRectF(QPointF(), sheet.sizeMm() * sheetUnits).toAlignedRect());
    painter.save();
    painter.translate(offsetMm * sheetUnits);
    sheet.draw(painter);
    painter.restore();
}

QString unprintable(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(font);
    QString found;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        const QString one = QString::fromUcs4(&character, 1);
        if (!isPrintable(character, metrics) && !found.contains(one))
            found += one;
    }
    return found;
}

QString printableOnly(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(font);
    QString kept;
    bool droppedOne = false;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        const bool dropped =
            !isPrintable(character, metrics) || (droppedOne && isJoiner(character));
        if (!dropped)
            kept += QString::fromUcs4(&character, 1);
        droppedOne = dropped;
    }
    return kept.trimmed();
}

} // namespace petalpost::desk
