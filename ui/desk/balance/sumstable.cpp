// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/balance/sumstable.h"

#include "ui/desk/style/theme.h"

#include <algorithm>

#include <QtCore/QtMath>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyledItemDelegate>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal sumsRowPx = 34;
constexpr int sumsMarginPx = 10;

class SumsDelegate : public QStyledItemDelegate
{
public:
    SumsDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QFontMetricsF metrics(fontOf(index));
        return {qRound(metrics.horizontalAdvance(index.data().toString())) + 2 * sumsMarginPx + 2,
                qRound(m_theme.scaled(sumsRowPx))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Palette &palette = m_theme.palette();
        const QRectF cell = option.rect;
        const bool last = index.row() + 1 == index.model()->rowCount();
        painter->save();
        painter->setRenderHint(QPainter::TextAntialiasing);
        painter->fillRect(cell, palette.surface);
        if (!last)
            painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1),
                              palette.line);
        painter->setFont(fontOf(index));
        const bool nothing = index.data(SumsModel::NothingRole).toBool();
        painter->setPen(nothing ? palette.text3 : palette.text);
        const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        painter->drawText(cell.adjusted(sumsMarginPx, 0, -sumsMarginPx, 0),
                          int(align) | Qt::TextSingleLine, index.data().toString());
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(palette.focus, 2));
            painter->drawRect(cell.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    QFont fontOf(const QModelIndex &index) const
    {
        const bool strong = index.data(SumsModel::StrongRole).toBool();
        QFont font = m_theme.font(TypeRole::Body);
        font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
        return font;
    }

    const Theme &m_theme;
};

} // namespace

SumsTable::SumsTable(QAbstractTableModel &sums, const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_sums(sums)
    , m_theme(theme)
{
    setModel(&sums);
    setItemDelegate(new SumsDelegate(theme, this));
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    connect(&sums, &QAbstractTableModel::modelReset, this, &SumsTable::fit);
    connect(&m_theme, &Theme::changed, this, &SumsTable::fit);
    fit();
}

void SumsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

int SumsTable::neededPx(int column) const
{
    const QString head = m_sums.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const QFontMetricsF metrics(horizontalHeader()->font());
    int widest = qCeil(metrics.horizontalAdvance(head)) + 2 * sumsMarginPx + 4;
    for (int row = 0; row < m_sums.rowCount(); ++row) {
        const QModelIndex cell = m_sums.index(row, column);
        widest = std::max(widest, itemDelegate()->sizeHint({}, cell).width());
    }
    return widest;
}

/// The providers' names take what is left; where nothing is, the table can be moved along.
void SumsTable::fit()
{
    QFont header = m_theme.font(TypeRole::Caption);
    header.setWeight(QFont::DemiBold);
    horizontalHeader()->setFont(header);
    horizontalHeader()->viewport()->setFont(header); // paints, and does not always follow
    int others = 0;
    for (int column = 1; column < m_sums.columnCount(); ++column) {
        const QVariant empty = m_sums.headerData(column, Qt::Horizontal, SumsModel::EmptyRole);
        setColumnHidden(column, empty.toBool());
        setColumnWidth(column, neededPx(column));
        others += columnWidth(column); // 0 when hidden
    }
    const int roomPx = width() - 2 * frameWidth();
    const int namesPx = neededPx(0);
    setColumnWidth(0, std::max(namesPx, roomPx - others));
    const int rowPx = qRound(m_theme.scaled(sumsRowPx));
    verticalHeader()->setDefaultSectionSize(rowPx);
    const int barPx = namesPx + others > roomPx ? horizontalScrollBar()->sizeHint().height() : 0;
    setFixedHeight(horizontalHeader()->sizeHint().height() + rowPx * m_sums.rowCount() + barPx
                   + 2 * frameWidth());
}

} // namespace petalpost::desk
