// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace petalpost::desk {

class Icons;
class Theme;
struct Ageing;
struct CardFlags;

/// Paints one order as a card, the most important first: window and time left, what, for whom and
/// where, number and flags. Names give way; the number of pieces and the neighbourhood never do.
class CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Both must outlive the delegate.
    CardDelegate(const Theme &theme, Icons &icons, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

    /// Where the [확인] button of a cancelled card lies, in the coordinates of \a item.
    QRect acknowledgeRect(const QRect &item) const;

Q_SIGNALS:
    /// [확인] on a cancelled card was pressed.
    void acknowledged(qint64 orderId);

private:
    struct Rows;

    Rows rowsIn(const QRect &item) const;
    void paintGround(QPainter &painter, const QRectF &card, const QStyleOptionViewItem &option,
                     const Ageing &ageing) const;
    void paintTime(QPainter &painter, const QRectF &room, const QModelIndex &index,
                   const Ageing &ageing) const;
    void paintItem(QPainter &painter, const QRectF &room, const QModelIndex &index,
                   bool struck) const;
    void paintWho(QPainter &painter, const QRectF &room, const QModelIndex &index) const;
    void paintFlags(QPainter &painter, const QRectF &room, const QModelIndex &index,
                    const CardFlags &flags) const;
    void paintAcknowledge(QPainter &painter, const QRect &item) const;

    const Theme &m_theme;
    Icons &m_icons;
};

} // namespace petalpost::desk
