// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/figures/salesdelegate.h"

#include "ui/desk/figures/salesmodel.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

namespace petalpost::desk {

QSize SalesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * paddingPx, 0);
}

void SalesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    // The ground of a chosen row goes to the edges; what is written does not.
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                          option.widget);
    QStyleOptionViewItem inner = option;
    inner.rect.adjust(paddingPx, 0, -paddingPx, 0);
    QStyledItemDelegate::paint(painter, inner, index);
}

void SalesDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(SalesModel::SumRole).toBool())
        option->font.setWeight(QFont::DemiBold);
}

} // namespace petalpost::desk
