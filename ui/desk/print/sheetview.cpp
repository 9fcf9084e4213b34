// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/sheetview.h"

#include "ui/desk/print/sheet.h"
#include "ui/desk/style/theme.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace petalpost::desk {

namespace {

constexpr int edgePx = 12;
constexpr int gapPx = 72; ///< between sheets: room for their names below

} // namespace

SheetView::SheetView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SheetView::showSheets(std::vector<const Sheet *> sheets)
{
    m_sheets = std::move(sheets);
    update();
}

QSize SheetView::sizeHint() const
{
    return {420, 560};
}

/// What the sheets take beside each other, without gaps.
QSizeF SheetView::allMm() const
{
    QSizeF all;
    for (const Sheet *sheet : m_sheets)
        all = {all.width() + sheet->sizeMm().width(),
               std::max(all.height(), sheet->sizeMm().height())};
    return all;
}

void SheetView::paintSheetAt(QPainter &painter, const Sheet &sheet, const QRectF &where) const
{
    painter.save();
    painter.fillRect(where, Qt::white);
    painter.setClipRect(where);
    painter.translate(where.topLeft());
    const qreal scale = where.width() / (sheet.sizeMm().width() * sheetUnits);
    painter.scale(scale, scale);
    sheet.draw(painter);
    painter.restore();
}

void SheetView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().surface3);
    if (m_sheets.empty())
        return;
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setFont(m_theme.font(TypeRole::Caption));
    const bool named = !m_sheets.front()->name().isEmpty();
    const qreal captionPx = named ? painter.fontMetrics().height() + edgePx / 2.0 : 0;
    const int gaps = int(m_sheets.size()) - 1;
    const QSizeF mm = allMm();
    const qreal scale = std::min((width() - 2 * edgePx - gaps * gapPx) / mm.width(),
                                 (height() - 2 * edgePx - captionPx) / mm.height());
    qreal left = (width() - mm.width() * scale - gaps * gapPx) / 2;
    for (const Sheet *sheet : m_sheets) {
        const QSizeF paper = sheet->sizeMm() * scale;
        const QRectF where(QPointF(left, (height() - captionPx - paper.height()) / 2), paper);
        paintSheetAt(painter, *sheet, where);
        painter.setPen(m_theme.palette().text2);
        painter.drawText(
            QRectF(where.center().x() - gapPx, where.bottom() + edgePx / 2.0, 2 * gapPx, captionPx),
            Qt::AlignHCenter | Qt::AlignTop | Qt::TextDontClip, sheet->name());
        left += paper.width() + gapPx;
    }
}

} // namespace petalpost::desk
