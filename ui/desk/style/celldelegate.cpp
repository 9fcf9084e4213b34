// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/style/celldelegate.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QWidget>

namespace petalpost::desk {

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * paddingPx, 0);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    // The ground of a chosen row goes to the edges; what is written does not.
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter,
                                          option.widget);
    QStyleOptionViewItem inner = option;
    inner.rect.adjust(paddingPx, 0, -paddingPx, 0);
    QStyledItemDelegate::paint(painter, inner, index);
}

} // namespace petalpost::desk
