// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/reviews/reviewdelegate.h"

#include "ui/desk/reviews/reviewmodel.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/paint.h"
#include "ui/desk/style/theme.h"

#include <cmath>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QAbstractItemView>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal gapPx = 8;
constexpr qreal padPx = 14;
constexpr qreal starPx = 15;
constexpr int wrap = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

/// A filled star: the outline icon alone does not tell five from three at a glance.
QPainterPath starPath(const QRectF &box)
{
    QPainterPath path;
    for (int i = 0; i < 10; ++i) {
        const qreal radius = (i % 2 == 0 ? 0.5 : 0.21) * box.width();
        const qreal angle = -M_PI / 2 + i * M_PI / 5;
        const QPointF at =
            box.center() + QPointF(radius * std::cos(angle), radius * std::sin(angle) + 0.5);
        i == 0 ? path.moveTo(at) : path.lineTo(at);
    }
    path.closeSubpath();
    return path;
}

} // namespace

struct ReviewDelegate::Rows
{
    QRectF card;
    QRectF head;
    QRectF text;
    QRectF reply; ///< empty without a reply
    qreal bottom = 0;
};

ReviewDelegate::ReviewDelegate(const Theme &theme, Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_icons(icons)
{
}

ReviewDelegate::Rows ReviewDelegate::rowsFor(const QRect &item, const QModelIndex &index) const
{
    const qreal pad = m_theme.scaled(padPx);
    const QFontMetricsF body(m_theme.font(TypeRole::Body));
    const auto heightOf = [&body](const QString &text, qreal width) {
        return std::ceil(body.boundingRect(QRectF(0, 0, width, 100'000), wrap, text).height());
    };
    Rows rows;
    rows.card = QRectF(item).adjusted(4, gapPx / 2, -4, -gapPx / 2);
    const QRectF inner = rows.card.adjusted(pad, pad - 2, -pad, 0);
    rows.head = QRectF(inner.left(), inner.top(), inner.width(), std::ceil(body.height()) + 4);
    rows.text = QRectF(inner.left(), rows.head.bottom() + 4, inner.width(),
                       heightOf(index.data(ReviewModel::TextRole).toString(), inner.width()));
    rows.bottom = rows.text.bottom();
    const QString reply = index.data(ReviewModel::ReplyRole).toString();
    if (!reply.isEmpty()) {
        const qreal width = inner.width() - m_theme.scaled(44);
        rows.reply = QRectF(inner.left(), rows.text.bottom() + 8, inner.width(),
                            heightOf(reply, width) + 16);
        rows.bottom = rows.reply.bottom();
    }
    rows.bottom += pad - 2 + gapPx / 2;
    return rows;
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, qRound(rowsFor(QRect(0, 0, std::max(width, 200), 10), index).bottom)};
}

void ReviewDelegate::paintStars(QPainter &painter, const QRectF &room, int rating) const
{
    const qreal side = m_theme.scaled(starPx);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 5; ++i) {
        const QRectF box(room.left() + i * (side + 1), room.center().y() - side / 2, side, side);
        painter.setBrush(i < rating ? m_theme.palette().warnBar : m_theme.palette().surface3);
        painter.drawPath(starPath(box));
    }
}

void ReviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const Palette &palette = m_theme.palette();
    const Rows rows = rowsFor(option.rect, index);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (selected && (option.state & QStyle::State_HasFocus))
        drawFocusRing(*painter, rows.card.adjusted(-3, -3, 3, 3), palette.focus, palette.bg, 10);
    painter->setPen(QPen(selected ? palette.primary : palette.line, 1));
    painter->setBrush(selected ? palette.selBg : palette.surface);
    painter->drawRoundedRect(rows.card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);

    paintStars(*painter, rows.head, index.data(ReviewModel::RatingRole).toInt());
    const QString reply = index.data(ReviewModel::ReplyRole).toString();
    qreal right = rows.head.right();
    QFont pillFont = m_theme.font(TypeRole::Caption);
    pillFont.setWeight(QFont::DemiBold);
    painter->setFont(pillFont);
    if (index.data(ReviewModel::HiddenRole).toBool())
        right = drawChip(*painter, rows.head, {{}, tr("숨김"), palette.cancelFg, palette.cancelBg})
                    .left();
    else if (reply.isEmpty())
        right =
            drawChip(*painter, rows.head, {{}, tr("답글 필요"), palette.warnFg, palette.warnSoft})
                .left();
    const QFont caption = m_theme.font(TypeRole::Caption);
    painter->setFont(caption);
    painter->setPen(palette.text2);
    const QRectF room =
        rows.head.adjusted(m_theme.scaled(starPx) * 5 + 18, 0, right - rows.head.right() - 8, 0);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      elided(index.data(ReviewModel::CaptionRole).toString(),
                             QFontMetricsF(caption), room.width()));

    painter->setFont(m_theme.font(TypeRole::Body));
    painter->setPen(palette.text);
    painter->drawText(rows.text, wrap, index.data(ReviewModel::TextRole).toString());
    if (!reply.isEmpty()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? palette.surface : palette.surface2);
        painter->drawRoundedRect(rows.reply, 6, 6);
        const qreal side = m_theme.scaled(15);
        painter->drawPixmap(QPointF(rows.reply.left() + m_theme.scaled(10), rows.reply.top() + 9),
                            m_icons.pixmap(u"reply"_s, palette.text2, qRound(side),
                                           painter->device()->devicePixelRatioF()));
        painter->setPen(palette.text2);
        painter->drawText(rows.reply.adjusted(m_theme.scaled(34), 8, -m_theme.scaled(10), 0), wrap,
                          reply);
    }
    painter->restore();
}

} // namespace petalpost::desk
