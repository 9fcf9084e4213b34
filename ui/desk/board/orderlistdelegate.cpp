// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/orderlistdelegate.h"

#include "ui/desk/board/cardmodel.h"
#include "ui/desk/board/chiplook.h"
#include "ui/desk/board/orderlistmodel.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/paint.h"
#include "ui/desk/style/statelook.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>

namespace petalpost::desk {

namespace {

constexpr int listMarginPx = 10;
constexpr qreal pillIconPx = 13;
constexpr qreal barePadPx = 8; ///< of drawPill()

} // namespace

OrderListDelegate::OrderListDelegate(const Theme &theme, Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_icons(icons)
{
}

void OrderListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Palette &palette = m_theme.palette();
    const QRectF cell = option.rect;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(cell, selected ? palette.selBg : palette.surface);
    painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), palette.line);
    const QRectF room = cell.adjusted(listMarginPx, 0, -listMarginPx, -1);
    if (index.column() == OrderListModel::State || index.column() == OrderListModel::Left)
        paintPill(*painter, room, index);
    else
        paintText(*painter, room, index);
    // One ring around the row says where the keys act.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row()) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->fillRect(QRectF(cell.left(), cell.top(), cell.width(), 2), palette.focus);
        painter->fillRect(QRectF(cell.left(), cell.bottom() - 2, cell.width(), 2), palette.focus);
    }
    painter->restore();
}

void OrderListDelegate::paintPill(QPainter &painter, const QRectF &room,
                                  const QModelIndex &index) const
{
    const Palette &palette = m_theme.palette();
    Badge badge;
    badge.text = index.data().toString();
    if (badge.text.isEmpty())
        return;
    QString icon;
    if (index.column() == OrderListModel::State) {
        const StateLook look =
            stateLook(index.data(OrderListModel::StateRole).value<OrderState>(), palette);
        icon = look.icon;
        badge.ink = look.ink;
        badge.ground = look.ground;
    } else {
        const auto ageing = index.data(OrderListModel::AgeingRole).value<Ageing>();
        const ChipLook look = chipLook(ageing.urgency, palette);
        icon = look.icon;
        badge.ink = look.ink;
        badge.ground = look.ground;
    }
    badge.icon = m_icons.pixmap(icon, badge.ink, qRound(m_theme.scaled(pillIconPx)),
                                painter.device()->devicePixelRatioF());
    painter.setFont(chipFont(m_theme));
    // Without a ground there is nothing to pad: the icon begins where the other lines begin.
    const qreal left = badge.ground.isValid() ? room.left() : room.left() - barePadPx;
    const qreal height = badgeSize(badge, painter.font()).height();
    drawPill(painter, QRectF(left, room.center().y() - height / 2, room.right() - left, height),
             badge);
}

void OrderListDelegate::paintText(QPainter &painter, const QRectF &room,
                                  const QModelIndex &index) const
{
    const Palette &palette = m_theme.palette();
    QFont font = m_theme.font(TypeRole::Body);
    if (index.column() == OrderListModel::Window)
        font.setWeight(QFont::DemiBold);
    const bool quiet = index.column() == OrderListModel::Number;
    painter.setFont(font);
    painter.setPen(quiet ? palette.text2 : palette.text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     elided(index.data().toString(), QFontMetricsF(font), room.width()));
}

} // namespace petalpost::desk
