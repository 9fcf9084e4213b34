// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace petalpost::desk {

class Icons;
class Theme;

/// Paints a review as a card: stars, who and what, the text, and the shop's reply below it.
class ReviewDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Both must outlive the delegate.
    ReviewDelegate(const Theme &theme, Icons &icons, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Rows;
    Rows rowsFor(const QRect &item, const QModelIndex &index) const;
    void paintStars(QPainter &painter, const QRectF &room, int rating) const;

    const Theme &m_theme;
    Icons &m_icons;
};

} // namespace petalpost::desk
