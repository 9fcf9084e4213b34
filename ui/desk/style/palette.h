// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace petalpost::desk {

/// Every colour the desk paints with. tst_palette recomputes the contrast of each pair in use, so
/// a colour changed here either keeps its promise or fails there.
struct Palette
{
    bool isDark = false;
    // Grounds, from the window to the deepest lane.
    QColor bg;
    QColor surface;
    QColor surface2;
    QColor surface3;
    // Lines: `line` is decoration only, `lineStrong` borders a control.
    QColor line;
    QColor lineStrong;
    // Text.
    QColor text;
    QColor text2;
    QColor text3;
    // Actions.
    QColor primary;
    QColor primaryHover;
    QColor primaryPress;
    QColor onPrimary;
    QColor primarySoft;
    QColor onPrimarySoft;
    QColor link;
    QColor focus;
    QColor selBg;
    // Danger.
    QColor dangerFg;
    QColor dangerSolid;
    QColor onDanger;
    QColor dangerSoft;
    // Warning.
    QColor warnFg;
    QColor warnSoft;
    QColor warnBar;
    QColor warnSolid;
    QColor onWarn;
    // Order states, and `info` for neutral notes.
    QColor paidFg;
    QColor paidBg;
    QColor makingFg;
    QColor makingBg;
    QColor madeFg;
    QColor madeBg;
    QColor delivFg;
    QColor delivBg;
    QColor doneFg;
    QColor doneBg;
    QColor cancelFg;
    QColor cancelBg;
    QColor infoFg;
    QColor infoBg;
    // Toast.
    QColor toastBg;
    QColor toastText;
    QColor toastAction;

    bool operator==(const Palette &) const = default;
};

const Palette &lightPalette();
const Palette &darkPalette();

} // namespace petalpost::desk
