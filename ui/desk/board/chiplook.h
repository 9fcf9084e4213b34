// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/style/theme.h"
#include "ui/desk/words/ageing.h"

#include <QtGui/QColor>

namespace petalpost::desk {

struct Palette;

/// How the time that is left looks on cards and in the list.
struct ChipLook
{
    QString icon;
    QColor ink;
    QColor ground; ///< invalid: none
    QColor bar; ///< invalid: none
};

ChipLook chipLook(Urgency urgency, const Palette &palette);
QFont chipFont(const Theme &theme);

} // namespace petalpost::desk
