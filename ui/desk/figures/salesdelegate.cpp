// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/figures/salesdelegate.h"

#include "ui/desk/figures/salesmodel.h"

namespace petalpost::desk {

void SalesDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    if (index.data(SalesModel::SumRole).toBool())
        option->font.setWeight(QFont::DemiBold);
}

} // namespace petalpost::desk
