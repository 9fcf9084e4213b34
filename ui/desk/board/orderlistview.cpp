// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/orderlistview.h"

#include "ui/desk/board/orderlistdelegate.h"
#include "ui/desk/board/orderlistmodel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtCore/QScopedValueRollback>
#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr qreal rowPx = 36;
/// At 100 %; the item takes what is left.
constexpr std::array<qreal, OrderListModel::ColumnCount> columnPx{120, 84, 0, 170, 0, 130};

} // namespace

OrderListView::OrderListView(OrderListModel &model, const Theme &theme, Icons &icons,
                             QWidget *parent)
    : QTableView(parent)
    , m_orders(model)
    , m_theme(theme)
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(u"orderList"_s);
    setAccessibleName(tr("주문 목록"));
    m_sorted->setSourceModel(&model);
    m_sorted->setSortRole(OrderListModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    connectModel();
    setItemDelegate(new OrderListDelegate(theme, icons, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(OrderListModel::Item, QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    setSortingEnabled(true);
    sortByColumn(OrderListModel::Left, Qt::AscendingOrder);
    connect(this, &QTableView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT orderPointedAt(idAt(index)); });
    connect(&m_theme, &Theme::changed, this, &OrderListView::dress);
    dress();
}

/// A row that leaves must not drag the selection to its neighbour: the guard is connected before
/// the view's own handlers, so it stands while they run.
void OrderListView::connectModel()
{
    connect(m_sorted, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_quiet = true; });
    setModel(m_sorted);
    connect(m_sorted, &QAbstractItemModel::rowsRemoved, this, [this] {
        showCurrent(m_currentId);
        m_quiet = false;
    });
    connect(m_sorted, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_currentId != 0 && !currentIndex().isValid())
            showCurrent(m_currentId);
    });
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                const qint64 id = idAt(now);
                if (m_quiet || id == 0 || id == m_currentId)
                    return;
                m_currentId = id;
                Q_EMIT currentOrderChanged(id);
            });
}

qint64 OrderListView::idAt(const QModelIndex &index) const
{
    return index.data(OrderListModel::IdRole).toLongLong();
}

void OrderListView::showCurrent(qint64 orderId)
{
    const QScopedValueRollback guard(m_quiet, true);
    m_currentId = orderId;
    const int row = m_orders.rowOf(orderId);
    if (row < 0) {
        selectionModel()->clear();
        return;
    }
    const QModelIndex index = m_sorted->mapFromSource(m_orders.index(row, 0));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect
                                                 | QItemSelectionModel::Rows);
    scrollTo(index);
}

void OrderListView::enter()
{
    // Not selectRow(): that one asks which keys are held.
    if (!currentIndex().isValid() && m_sorted->rowCount() > 0)
        selectionModel()->setCurrentIndex(m_sorted->index(0, 0), QItemSelectionModel::ClearAndSelect
                                                                     | QItemSelectionModel::Rows);
    setFocus(Qt::OtherFocusReason);
}

void OrderListView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (const qint64 id = idAt(currentIndex()); id != 0)
            Q_EMIT orderOpened(id);
        return;
    }
    // Letters would start the view's own search and swallow what an input method composes.
    if (plain && !event->text().isEmpty() && event->text().at(0).isLetterOrNumber()) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void OrderListView::dress()
{
    verticalHeader()->setDefaultSectionSize(qRound(m_theme.scaled(rowPx)));
    for (int column = 0; column < OrderListModel::ColumnCount; ++column) {
        if (const qreal px = columnPx[static_cast<std::size_t>(column)]; px > 0)
            setColumnWidth(column, qRound(m_theme.scaled(px)));
    }
    qreal widest = 0;
    const QFontMetricsF metrics(m_theme.font(TypeRole::Caption));
    for (const auto &[state, stored] : orderStateWords)
        widest = std::max(widest, metrics.horizontalAdvance(stateWord(state)));
    // Icon and padding of the pill, and the bold of its word.
    setColumnWidth(OrderListModel::State, qRound(widest * 1.1 + m_theme.scaled(58)));
    QFont header = m_theme.font(TypeRole::Caption);
    header.setWeight(QFont::DemiBold);
    horizontalHeader()->setFont(header);
}

} // namespace petalpost::desk
