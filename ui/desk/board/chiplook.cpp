// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/chiplook.h"

#include "ui/desk/style/palette.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

ChipLook chipLook(Urgency urgency, const Palette &palette)
{
    switch (urgency) {
    case Urgency::Soft:
        return {u"clock"_s, palette.warnFg, palette.warnSoft, palette.warnBar};
    case Urgency::Solid:
        return {u"clock"_s, palette.onWarn, palette.warnSolid, palette.warnBar};
    case Urgency::Late:
        return {u"triangle-alert"_s, palette.onDanger, palette.dangerSolid, palette.dangerSolid};
    default:
        return {u"clock"_s, palette.text2, {}, {}};
    }
}

QFont chipFont(const Theme &theme)
{
    QFont font = theme.font(TypeRole::Caption);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace petalpost::desk
