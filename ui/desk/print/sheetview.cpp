// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/sheetview.h"

#include "ui/desk/print/sheet.h"
#include "ui/desk/style/theme.h"

#include <QtGui/QPainter>

namespace petalpost::desk {

namespace {

constexpr int edgePx = 12;

} // namespace

SheetView::SheetView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void SheetView::showSheet(const Sheet &sheet)
{
    m_sheet = &sheet;
    update();
}

QSize SheetView::sizeHint() const
{
    return {420, 560};
}

void SheetView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.palette().surface3);
    if (!m_sheet)
        return;
    const QSizeF room = QSizeF(size() - QSize(2 * edgePx, 2 * edgePx));
    const QSizeF paper = m_sheet->sizeMm().scaled(room, Qt::KeepAspectRatio);
    const QRectF where(QPointF((width() - paper.width()) / 2, (height() - paper.height()) / 2),
                       paper);
    painter.fillRect(where, Qt::white);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.setClipRect(where);
    painter.translate(where.topLeft());
    const qreal scale = paper.width() / (m_sheet->sizeMm().width() * sheetUnits);
    painter.scale(scale, scale);
    m_sheet->draw(painter);
}

} // namespace petalpost::desk
