// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace petalpost::desk {

/// A table's cells with room between the columns.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int paddingPx = 7; ///< at either side, as the heading's

    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace petalpost::desk
