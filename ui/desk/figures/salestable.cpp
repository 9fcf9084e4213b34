// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/figures/salestable.h"

#include "ui/desk/figures/salesdelegate.h"
#include "ui/desk/figures/salesmodel.h"

#include <QtWidgets/QHeaderView>

#include <algorithm>

namespace petalpost::desk {

namespace {

/// What gives way first.
constexpr int optional[] = {SalesModel::Pieces, SalesModel::Orders, SalesModel::Gross};

} // namespace

SalesTable::SalesTable(SalesModel &model, QWidget *parent)
    : QTableView(parent)
{
    setModel(&model);
    setItemDelegate(new SalesDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(SalesModel::Name, QHeaderView::Stretch);
    connect(&model, &QAbstractItemModel::modelReset, this, &SalesTable::fitColumns);
}

void SalesTable::setRowHeight(int px)
{
    verticalHeader()->setDefaultSectionSize(px);
    fitColumns();
}

int SalesTable::neededPx(int column) const
{
    return std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
}

void SalesTable::fitColumns()
{
    int neededAll = 0;
    for (int column = 0; column < SalesModel::ColumnCount; ++column) {
        setColumnHidden(column, false);
        neededAll += neededPx(column);
    }
    for (const int column : optional) {
        if (neededAll <= viewport()->width())
            return;
        neededAll -= neededPx(column);
        setColumnHidden(column, true);
    }
}

void SalesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace petalpost::desk
