// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/testsheet.h"

#include "ui/desk/print/column.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

/// The words on the page.
struct TestSheetWords
{
    Q_DECLARE_TR_FUNCTIONS(TestSheetWords)
};

constexpr qreal frameMm = 10;
constexpr qreal innerMm = 20;
constexpr int tickMm = 10;
constexpr qreal tickLengthMm = 3;
/// Syllables and Hanja that poor fonts lack.
const auto letters = u"가나다라 뷁 펲 쫓 祝 開業 謹弔"_s;

/// A mark each centimetre along the left and the upper edge of the frame.
void drawTicks(QPainter &painter, const QSizeF &paperMm)
{
    const qreal from = frameMm * sheetUnits;
    const qreal to = from + tickLengthMm * sheetUnits;
    for (int mm = int(frameMm); mm <= int(paperMm.height() - frameMm); mm += tickMm)
        painter.drawLine(QPointF(from, mm * sheetUnits), QPointF(to, mm * sheetUnits));
    for (int mm = int(frameMm); mm <= int(paperMm.width() - frameMm); mm += tickMm)
        painter.drawLine(QPointF(mm * sheetUnits, from), QPointF(mm * sheetUnits, to));
}

} // namespace

TestSheet::TestSheet(QString printer, const QPointF &offsetMm, const QFont &font)
    : m_printer(std::move(printer))
    , m_offsetMm(offsetMm)
    , m_font(font)
{
}

void TestSheet::draw(QPainter &painter) const
{
    const QRectF paper(QPointF(), sizeMm() * sheetUnits);
    const auto within = [&paper](qreal mm) {
        const qreal margin = mm * sheetUnits;
        return paper.adjusted(margin, margin, -margin, -margin);
    };
    painter.setPen(QPen(Qt::black, 0.25 * sheetUnits));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(within(frameMm));
    drawTicks(painter, sizeMm());
    painter.setPen(Qt::black);
    Column column(&painter, within(innerMm), m_font, 1);
    column.line(TestSheetWords::tr("시험 인쇄"), 17, true);
    column.gap(3);
    column.line(m_printer, 12);
    column.line(TestSheetWords::tr("가로 %1 mm · 세로 %2 mm 옮김")
                    .arg(m_offsetMm.x(), 0, 'f', 1)
                    .arg(m_offsetMm.y(), 0, 'f', 1),
                11);
    column.gap(5);
    column.line(
        TestSheetWords::tr("테두리는 종이의 네 가장자리에서 10 mm 떨어져 있어야 해요. 재어 보고 "
                           "다른 만큼 설정의 가로·세로에 적어 주세요."),
        11);
    column.gap(5);
    column.line(letters, 14);
    column.line(letters, 9);
}

} // namespace petalpost::desk
