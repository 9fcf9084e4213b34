// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/orderstate.h"
#include "ui/desk/style/palette.h"

#include <QtCore/QString>

namespace petalpost::desk {

/// The icon and the soft pill that stand for a state everywhere on the desk.
struct StateLook
{
    QString icon;
    QColor ink;
    QColor ground;
};

StateLook stateLook(OrderState state, const Palette &palette);

} // namespace petalpost::desk
