// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/catalogue/productdelegate.h"

#include "ui/desk/catalogue/productmodel.h"
#include "ui/desk/style/paint.h"
#include "ui/desk/style/theme.h"

#include <QtGui/QPainter>

#include <cmath>

namespace petalpost::desk {

namespace {

constexpr qreal rowGapPx = 6;
constexpr qreal rowPadPx = 12;
constexpr qreal dotPx = 8;

} // namespace

ProductDelegate::ProductDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ProductDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const qreal name = QFontMetricsF(m_theme.font(TypeRole::CardTitle)).height();
    const qreal price = QFontMetricsF(m_theme.font(TypeRole::Body)).height();
    return {option.rect.width(),
            static_cast<int>(std::ceil(name + price + 2 * m_theme.scaled(rowPadPx) + rowGapPx))};
}

qreal ProductDelegate::paintState(QPainter &painter, const QRectF &room,
                                  const QModelIndex &index) const
{
    const Palette &palette = m_theme.palette();
    QFont pill = m_theme.font(TypeRole::Caption);
    pill.setWeight(QFont::DemiBold);
    painter.setFont(pill);
    if (index.data(ProductModel::UnsentRole).toBool())
        return drawChip(painter, room, {{}, tr("전송 전"), palette.warnFg, palette.warnSoft})
            .left();
    if (index.data(ProductModel::HiddenRole).toBool())
        return drawChip(painter, room, {{}, tr("숨김"), palette.text2, palette.surface3}).left();
    if (index.data(ProductModel::SoldOutRole).toBool())
        return drawChip(painter, room, {{}, tr("품절"), palette.cancelFg, palette.cancelBg}).left();
    return room.right();
}

void ProductDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Palette &palette = m_theme.palette();
    const bool selected = option.state & QStyle::State_Selected;
    const qreal pad = m_theme.scaled(rowPadPx);
    const QRectF card = QRectF(option.rect).adjusted(4, rowGapPx / 2, -4, -rowGapPx / 2);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (selected && (option.state & QStyle::State_HasFocus))
        drawFocusRing(*painter, card.adjusted(-3, -3, 3, 3), palette.focus, palette.bg, 10);
    painter->setPen(QPen(selected ? palette.primary : palette.line, 1));
    painter->setBrush(selected ? palette.selBg : palette.surface);
    painter->drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);

    QRectF inner = card.adjusted(pad, pad, -pad, -pad);
    const qreal right = paintState(*painter, inner, index);
    const bool off = index.data(ProductModel::HiddenRole).toBool();
    if (index.data(ProductModel::UnsavedRole).toBool()) {
        const qreal side = m_theme.scaled(dotPx);
        const QFontMetricsF metrics(m_theme.font(TypeRole::CardTitle));
        painter->setPen(Qt::NoPen);
        painter->setBrush(palette.warnBar);
        painter->drawEllipse(
            QRectF(inner.left(), inner.top() + (metrics.height() - side) / 2, side, side));
        inner.setLeft(inner.left() + side + 6);
    }
    inner.setRight(right - 8);
    const QFont name = m_theme.font(TypeRole::CardTitle);
    painter->setFont(name);
    painter->setPen(off ? palette.text2 : palette.text);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                      elided(index.data().toString(), QFontMetricsF(name), inner.width()));
    painter->setFont(m_theme.font(TypeRole::Body));
    painter->setPen(palette.text2);
    painter->drawText(QRectF(card.left() + pad, inner.top(), inner.width(), inner.height()),
                      Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                      index.data(ProductModel::PriceRole).toString());
    painter->restore();
}

} // namespace petalpost::desk
