// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/printpreset.h"

#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

RibbonSize ribbonOf(const QString &word)
{
    const QStringList sides = word.split(u'x');
    const RibbonSize size{sides.value(0).toInt(), sides.value(1).toInt()};
    const bool known = std::ranges::count(ribbonWidthsMm, size.widthMm) > 0
                       && std::ranges::count(ribbonLengthsMm, size.lengthMm) > 0;
    return known ? size : RibbonSize();
}

} // namespace

QSizeF cardSizeMm(CardSize size)
{
    switch (size) {
    case CardSize::Small:
        return {90, 55};
    case CardSize::Postcard:
        return {100, 148};
    case CardSize::A6:
        break;
    }
    return {105, 148};
}

QString presetWord(PrintKind kind, const PrintPreset &preset)
{
    switch (kind) {
    case PrintKind::Card:
        return wordOf(cardSizeWords, preset.cardSize) % u' '
               % wordOf(cardHandWords, preset.cardHand);
    case PrintKind::Ribbon:
        return u"%1x%2"_s.arg(preset.ribbon.widthMm).arg(preset.ribbon.lengthMm);
    case PrintKind::Ticket:
    case PrintKind::Receipt:
        break;
    }
    return {};
}

PrintPreset presetOf(PrintKind kind, const QString &word)
{
    PrintPreset preset;
    if (kind == PrintKind::Card) {
        const QStringList words = word.split(u' ');
        preset.cardSize = fromWord(cardSizeWords, words.value(0)).value_or(preset.cardSize);
        preset.cardHand = fromWord(cardHandWords, words.value(1)).value_or(preset.cardHand);
    } else if (kind == PrintKind::Ribbon) {
        preset.ribbon = ribbonOf(word);
    }
    return preset;
}

} // namespace petalpost::desk
