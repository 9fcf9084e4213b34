// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace petalpost::desk {

class Icons;
class Theme;

/// A cell of the list: plain text, with state and time left as they look on a card.
class OrderListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Both must outlive the delegate.
    OrderListDelegate(const Theme &theme, Icons &icons, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintPill(QPainter &painter, const QRectF &room, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QRectF &room, const QModelIndex &index) const;

    const Theme &m_theme;
    Icons &m_icons;
};

} // namespace petalpost::desk
