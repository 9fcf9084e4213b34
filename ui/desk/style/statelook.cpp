// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/style/statelook.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

StateLook stateLook(OrderState state, const Palette &palette)
{
    switch (state) {
    case OrderState::Received:
        return {u"clock"_s, palette.infoFg, palette.infoBg};
    case OrderState::Paid:
        return {u"bell"_s, palette.paidFg, palette.paidBg};
    case OrderState::Making:
        return {u"scissors"_s, palette.makingFg, palette.makingBg};
    case OrderState::Made:
        return {u"package-check"_s, palette.madeFg, palette.madeBg};
    case OrderState::Delivering:
        return {u"truck"_s, palette.delivFg, palette.delivBg};
    case OrderState::Delivered:
        return {u"circle-check"_s, palette.doneFg, palette.doneBg};
    case OrderState::Cancelled:
    case OrderState::Expired:
        return {u"circle-x"_s, palette.cancelFg, palette.cancelBg};
    }
    Q_UNREACHABLE();
}

} // namespace petalpost::desk
