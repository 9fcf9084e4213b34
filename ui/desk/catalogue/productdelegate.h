// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace petalpost::desk {

class Theme;

/// A product in the list: its name with a dot while something is not saved, its price, and a word
/// when customers cannot buy it.
class ProductDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \a theme must outlive the delegate.
    ProductDelegate(const Theme &theme, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    /// The word at the right; answers where it begins.
    qreal paintState(QPainter &painter, const QRectF &room, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace petalpost::desk
