// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/archive/archivedelegate.h"

#include "ui/desk/archive/archivemodel.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/paint.h"
#include "ui/desk/style/statelook.h"
#include "ui/desk/style/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>

namespace petalpost::desk {

namespace {

constexpr int cellMarginPx = 10;

} // namespace

ArchiveDelegate::ArchiveDelegate(const Theme &theme, Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_icons(icons)
{
}

void ArchiveDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Palette &palette = m_theme.palette();
    const QRectF cell = option.rect;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(cell, selected ? palette.selBg : palette.surface);
    painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), palette.line);
    const QRectF room = cell.adjusted(cellMarginPx, 0, -cellMarginPx, -1);
    if (index.column() == ArchiveModel::State) {
        const StateLook look =
            stateLook(index.data(ArchiveModel::StateRole).value<OrderState>(), palette);
        QFont font = m_theme.font(TypeRole::Caption);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        const qreal side = qRound(m_theme.scaled(13));
        Badge badge{
            m_icons.pixmap(look.icon, look.ink, side, painter->device()->devicePixelRatioF()),
            index.data().toString(), look.ink, look.ground};
        const qreal height = badgeSize(badge, font).height();
        drawPill(*painter,
                 QRectF(room.left(), room.center().y() - height / 2, room.width(), height), badge);
    } else {
        const bool strong = index.column() == ArchiveModel::Number;
        QFont font = m_theme.font(TypeRole::Body);
        font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
        const bool quiet =
            index.column() == ArchiveModel::Payment || index.column() == ArchiveModel::Received;
        painter->setFont(font);
        painter->setPen(quiet ? palette.text2 : palette.text);
        const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        painter->drawText(room, int(align) | Qt::TextSingleLine,
                          elided(index.data().toString(), QFontMetricsF(font), room.width()));
    }
    // One ring around the row says where the keys act.
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view && view->hasFocus() && view->currentIndex().row() == index.row()) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->fillRect(QRectF(cell.left(), cell.top(), cell.width(), 2), palette.focus);
        painter->fillRect(QRectF(cell.left(), cell.bottom() - 2, cell.width(), 2), palette.focus);
    }
    painter->restore();
}

} // namespace petalpost::desk
