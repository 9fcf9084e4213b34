// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/carddelegate.h"

#include "ui/desk/board/cardmodel.h"
#include "ui/desk/board/chiplook.h"
#include "ui/desk/board/thumbnail.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/paint.h"
#include "ui/desk/style/theme.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal sidePx = 12; ///< from the lane's edge to the card
constexpr qreal gapPx = 8; ///< between two cards
constexpr qreal padLeftPx = 14;
constexpr qreal padPx = 10;
constexpr qreal thumbPx = 44;
constexpr qreal flagPx = 15;
constexpr qreal iconGapPx = 4;
constexpr qreal timeGapPx = 4; ///< at least, between the window and the chip
constexpr qreal radiusPx = 8;

} // namespace

/// Where the lines of a card lie.
struct CardDelegate::Rows
{
    QRectF card;
    QRectF time;
    QRectF thumb;
    QRectF item;
    QRectF who;
    QRectF flags;
};

CardDelegate::CardDelegate(const Theme &theme, Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_icons(icons)
{
}

CardDelegate::Rows CardDelegate::rowsIn(const QRect &item) const
{
    const qreal pad = m_theme.scaled(padPx);
    const qreal timeHeight = std::ceil(QFontMetricsF(m_theme.font(TypeRole::Time)).height()) + 2;
    const qreal titleHeight = std::ceil(QFontMetricsF(m_theme.font(TypeRole::CardTitle)).height());
    const qreal whoHeight = std::ceil(QFontMetricsF(m_theme.font(TypeRole::Body)).height());
    const qreal thumb = qRound(m_theme.scaled(thumbPx));
    const qreal middle = std::max(thumb, titleHeight + whoHeight + 2);
    const qreal flagsHeight =
        std::ceil(badgeSize({{}, u"새"_s, {}, {}}, chipFont(m_theme)).height());

    Rows rows;
    rows.card = QRectF(item).adjusted(sidePx, gapPx / 2, -sidePx, -gapPx / 2);
    const QRectF inner = rows.card.adjusted(m_theme.scaled(padLeftPx), pad - 2, -pad, -pad + 2);
    rows.time = QRectF(inner.left(), inner.top(), inner.width(), timeHeight);
    const qreal top = rows.time.bottom() + m_theme.scaled(5);
    rows.thumb = QRectF(inner.left(), top + std::round((middle - thumb) / 2), thumb, thumb);
    const qreal left = rows.thumb.right() + pad;
    const qreal textTop = top + std::round((middle - titleHeight - whoHeight - 2) / 2);
    rows.item = QRectF(left, textTop, inner.right() - left, titleHeight);
    rows.who = QRectF(left, rows.item.bottom() + 2, inner.right() - left, whoHeight);
    rows.flags = QRectF(inner.left(), top + middle + m_theme.scaled(6), inner.width(), flagsHeight);
    return rows;
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const Rows rows = rowsIn(QRect(0, 0, 200, 1000));
    const qreal bottom = rows.flags.bottom() + m_theme.scaled(padPx) - 2 + gapPx / 2;
    return {qRound(m_theme.scaled(180)), qRound(bottom)};
}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto ageing = index.data(CardModel::AgeingRole).value<Ageing>();
    const auto flags = index.data(CardModel::FlagsRole).value<CardFlags>();
    const Rows rows = rowsIn(option.rect);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintGround(*painter, rows.card, option, ageing);
    paintTime(*painter, rows.time, index, ageing);
    drawThumbnail(*painter, rows.thumb, index.data(CardModel::PictureRole).toString(),
                  m_theme.isDark(), m_icons);
    paintItem(*painter, rows.item, index, flags.cancelled);
    paintWho(*painter, rows.who, index);
    QRectF flagsRoom = rows.flags;
    if (flags.cancelled) // a number of six digits must not run into the button
        flagsRoom.setRight(acknowledgeRect(option.rect).left() - m_theme.scaled(6));
    paintFlags(*painter, flagsRoom, index, flags);
    if (flags.cancelled)
        paintAcknowledge(*painter, option.rect);
    painter->restore();
}

void CardDelegate::paintGround(QPainter &painter, const QRectF &card,
                               const QStyleOptionViewItem &option, const Ageing &ageing) const
{
    const Palette &palette = m_theme.palette();
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = selected && (option.state & QStyle::State_HasFocus);
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (focused)
        drawFocusRing(painter, card.adjusted(-3, -3, 3, 3), palette.focus, palette.surface2,
                      radiusPx + 2);
    painter.setPen(QPen(selected  ? palette.primary
                        : hovered ? palette.lineStrong
                                  : palette.line,
                        1));
    painter.setBrush(selected ? palette.selBg : palette.surface);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radiusPx, radiusPx);
    const QColor bar = chipLook(ageing.urgency, palette).bar;
    if (bar.isValid())
        drawUrgencyBar(painter, card, bar, radiusPx);
}

void CardDelegate::paintTime(QPainter &painter, const QRectF &room, const QModelIndex &index,
                             const Ageing &ageing) const
{
    const QFont font = m_theme.font(TypeRole::Time);
    const QFontMetricsF metrics(font);
    const QString window = index.data(CardModel::WindowRole).toString();
    qreal right = room.right();
    if (!ageing.text.isEmpty()) {
        const ChipLook look = chipLook(ageing.urgency, m_theme.palette());
        const qreal dpr = painter.device()->devicePixelRatioF();
        const QPixmap icon = m_icons.pixmap(look.icon, look.ink, qRound(m_theme.scaled(13)), dpr);
        painter.setFont(chipFont(m_theme));
        // A chip without ground needs no padding: its text ends where the other lines end.
        const QRectF chipRoom = room.adjusted(0, 0, look.ground.isValid() ? 0 : 8, 0);
        Badge chip{icon, ageing.text, look.ink, look.ground};
        // A long window is worth more than the chip's icon: its words and colour say the same.
        if (chipRoom.width() - badgeSize(chip, painter.font()).width() - timeGapPx
            < metrics.horizontalAdvance(window))
            chip.icon = {};
        right = drawChip(painter, chipRoom, chip).left();
    }
    painter.setFont(font);
    painter.setPen(m_theme.palette().text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     elided(window, metrics, right - room.left() - timeGapPx));
}

void CardDelegate::paintItem(QPainter &painter, const QRectF &room, const QModelIndex &index,
                             bool struck) const
{
    QFont font = m_theme.font(TypeRole::CardTitle);
    const QFontMetricsF metrics(font);
    const QString product = index.data(CardModel::ProductRole).toString();
    const int qty = index.data(CardModel::QtyRole).toInt();
    const QString count = u" ×"_s % QString::number(qty);
    const qreal countWidth = std::ceil(metrics.horizontalAdvance(count));
    // One piece is what everybody expects: its "×1" may give way to the name, any other count
    // never.
    const bool counted =
        qty != 1 || metrics.horizontalAdvance(product) + countWidth <= room.width();
    const QString name = elided(product, metrics, room.width() - (counted ? countWidth : 0));
    font.setStrikeOut(struck);
    painter.setFont(font);
    painter.setPen(struck ? m_theme.palette().text3 : m_theme.palette().text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    if (!counted)
        return;
    if (qty == 1)
        painter.setPen(m_theme.palette().text3);
    const QRectF rest = room.adjusted(metrics.horizontalAdvance(name), 0, 0, 0);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, count);
}

void CardDelegate::paintWho(QPainter &painter, const QRectF &room, const QModelIndex &index) const
{
    const QFontMetricsF metrics(m_theme.font(TypeRole::Body));
    const QString who = index.data(CardModel::WhoRole).toString();
    const QString where = index.data(CardModel::WhereRole).toString();
    const QString tail = who.isEmpty() || where.isEmpty() ? where : QString(u" · "_s % where);
    const qreal forWho = std::max(metrics.horizontalAdvance(u"가…"_s),
                                  room.width() - metrics.horizontalAdvance(tail));
    const QString line = who.isEmpty() ? tail : QString(elided(who, metrics, forWho) % tail);
    painter.setFont(m_theme.font(TypeRole::Body));
    painter.setPen(m_theme.palette().text2);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     elided(line, metrics, room.width() + 1));
}

void CardDelegate::paintFlags(QPainter &painter, const QRectF &room, const QModelIndex &index,
                              const CardFlags &flags) const
{
    const Palette &palette = m_theme.palette();
    const qreal dpr = painter.device()->devicePixelRatioF();
    const qreal side = qRound(m_theme.scaled(flagPx));
    const qreal gap = m_theme.scaled(8);
    qreal x = room.left();
    const auto text = [&](const QString &words, const QFont &font, const QColor &ink) {
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QRectF(x, room.top(), room.right() - x, room.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
        x += std::ceil(QFontMetricsF(font).horizontalAdvance(words)) + gap;
    };
    // The icons always find their place; the words of a pill may be cut for them.
    const int icons = flags.cancelled ? 0
                                      : int(flags.cardMessage) + int(flags.request)
                                            + int(flags.unprinted) + int(flags.unsent);
    const qreal iconsWidth = icons == 0 ? 0 : icons * (side + iconGapPx) - iconGapPx + gap;
    const auto pill = [&](const QString &words, const QColor &ink, const QColor &ground) {
        const qreal pillWidth = std::max<qreal>(0, room.right() - iconsWidth - x);
        painter.setFont(chipFont(m_theme));
        x = drawPill(painter, QRectF(x, room.top(), pillWidth, room.height()),
                     {{}, words, ink, ground})
                .right()
            + gap;
    };
    const auto icon = [&](const QString &name, const QColor &ink) {
        const QPixmap drawn = m_icons.pixmap(name, ink, side, dpr);
        painter.drawPixmap(QPointF(qRound(x), qRound(room.center().y() - side / 2)), drawn);
        x += side + iconGapPx;
    };
    text(index.data(Qt::DisplayRole).toString(), m_theme.font(TypeRole::Caption), palette.text2);
    if (flags.cancelled)
        return pill(tr("취소됨"), palette.cancelFg, palette.cancelBg);
    if (flags.undecided)
        pill(tr("확인 필요"), palette.warnFg, palette.warnSoft);
    if (flags.isNew)
        pill(tr("새 주문"), palette.paidFg, palette.paidBg);
    if (flags.cancelRequested)
        pill(tr("취소 요청"), palette.dangerFg, palette.dangerSoft);
    if (flags.awaitsMoney)
        pill(tr("입금 대기"), palette.warnFg, palette.warnSoft);
    if (flags.moneyTaken)
        pill(tr("지급 취소"), palette.dangerFg, palette.dangerSoft);
    if (flags.redelivery)
        pill(tr("재배송"), palette.warnFg, palette.warnSoft);
    if (flags.resendOf != 0)
        pill(tr("다시 보냄 #%1").arg(flags.resendOf), palette.paidFg, palette.paidBg);
    if (flags.cardMessage)
        icon(u"mail-open"_s, palette.text2);
    if (flags.request)
        icon(u"message-square-text"_s, palette.warnFg);
    if (flags.unprinted)
        icon(u"printer"_s, palette.text2);
    if (flags.unsent) {
        icon(u"cloud-off"_s, palette.warnFg);
        const QFont font = m_theme.font(TypeRole::Caption);
        if (x + QFontMetricsF(font).horizontalAdvance(tr("저장됨")) <= room.right())
            text(tr("저장됨"), font, palette.warnFg);
    }
}

QRect CardDelegate::acknowledgeRect(const QRect &item) const
{
    const Rows rows = rowsIn(item);
    const QFontMetricsF metrics(chipFont(m_theme));
    const qreal width =
        std::max(m_theme.scaled(48), std::ceil(metrics.horizontalAdvance(tr("확인"))) + 20);
    // 32 px high, though drawn flatter: a target must be easy to hit.
    const qreal height = std::max<qreal>(32, metrics.height() + 8);
    return QRectF(rows.flags.right() - width, rows.flags.center().y() - height / 2, width, height)
        .toAlignedRect();
}

void CardDelegate::paintAcknowledge(QPainter &painter, const QRect &item) const
{
    const Palette &palette = m_theme.palette();
    const QRectF button = QRectF(acknowledgeRect(item)).adjusted(0.5, 3.5, -0.5, -3.5);
    painter.setPen(QPen(palette.lineStrong, 1));
    painter.setBrush(palette.surface);
    painter.drawRoundedRect(button, 6, 6);
    painter.setFont(chipFont(m_theme));
    painter.setPen(palette.text);
    painter.drawText(button, Qt::AlignCenter | Qt::TextSingleLine, tr("확인"));
}

bool CardDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease
        && index.data(CardModel::FlagsRole).value<CardFlags>().cancelled) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton
            && acknowledgeRect(option.rect).contains(mouse->position().toPoint())) {
            Q_EMIT acknowledged(index.data(CardModel::IdRole).toLongLong());
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace petalpost::desk
