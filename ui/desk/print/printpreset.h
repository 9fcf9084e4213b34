// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/printstore.h"

#include <QtCore/QSizeF>

namespace petalpost::desk {

/// The cards that the shop may have.
enum class CardSize { Small, Postcard, A6 };

inline constexpr std::array<Word<CardSize>, 3> cardSizeWords{{
    {CardSize::Small, QLatin1StringView("90x55")},
    {CardSize::Postcard, QLatin1StringView("100x148")},
    {CardSize::A6, QLatin1StringView("a6")},
}};

/// How the message looks.
enum class CardHand { Serif, Handwriting };

inline constexpr std::array<Word<CardHand>, 2> cardHandWords{{
    {CardHand::Serif, QLatin1StringView("serif")},
    {CardHand::Handwriting, QLatin1StringView("handwriting")},
}};

/// The ribbons that are sold on rolls, and the lengths they are cut to.
inline constexpr std::array ribbonWidthsMm{38, 55, 70, 95, 115};
inline constexpr std::array ribbonLengthsMm{450, 600, 900, 1200, 1500, 1800, 2200};

struct RibbonSize
{
    int widthMm = 55;
    int lengthMm = 900;

    bool operator==(const RibbonSize &) const = default;
};

/// How papers are laid out, as far as a florist chooses it.
struct PrintPreset
{
    CardSize cardSize = CardSize::Small;
    CardHand cardHand = CardHand::Serif;
    RibbonSize ribbon;

    bool operator==(const PrintPreset &) const = default;
};

QSizeF cardSizeMm(CardSize size);

/// The part of \a preset that a paper of \a kind goes by, as it is stored: "90x55 serif".
QString presetWord(PrintKind kind, const PrintPreset &preset);
/// The preset of a stored \a word. What it does not say, or says wrongly, is as in a new shop.
PrintPreset presetOf(PrintKind kind, const QString &word);

} // namespace petalpost::desk
