// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/orderlistmodel.h"

#include "ui/desk/board/boardview.h"
#include "ui/desk/board/cardmodel.h"
#include "ui/desk/words/words.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

template<class Rows>
auto placeIn(Rows &rows, qint64 id)
{
    return std::ranges::lower_bound(rows, id, {}, [](const auto &row) { return row.order.id; });
}

} // namespace

void OrderListModel::setZone(const QTimeZone &zone)
{
    if (m_zone == zone)
        return;
    m_zone = zone;
    refreshAll();
}

void OrderListModel::setAgeing(const AgeingRules &rules)
{
    if (m_rules == rules)
        return;
    m_rules = rules;
    refreshAll();
}

void OrderListModel::setNow(qint64 nowMs)
{
    m_nowMs = nowMs;
    for (int row = 0; row < rowCount(); ++row) {
        const Row &now = m_rows[static_cast<std::size_t>(row)];
        if (ageingNow(now.order) != now.ageing)
            refresh(row);
    }
}

Ageing OrderListModel::ageingNow(const Order &order) const
{
    return ageingOf(order, m_nowMs, m_zone, m_rules);
}

void OrderListModel::refreshAll()
{
    for (int row = 0; row < rowCount(); ++row)
        refresh(row);
}

void OrderListModel::refresh(int row)
{
    Row &changed = m_rows[static_cast<std::size_t>(row)];
    changed.ageing = ageingNow(changed.order);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void OrderListModel::upsert(const Order &order)
{
    const auto place = placeIn(m_rows, order.id);
    const int row = static_cast<int>(place - m_rows.begin());
    if (place != m_rows.end() && place->order.id == order.id) {
        place->order = order;
        refresh(row);
        return;
    }
    beginInsertRows({}, row, row);
    m_rows.insert(place, {order, ageingNow(order)});
    endInsertRows();
}

void OrderListModel::remove(qint64 id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

int OrderListModel::rowOf(qint64 id) const
{
    const auto place = placeIn(m_rows, id);
    const bool here = place != m_rows.end() && place->order.id == id;
    return here ? static_cast<int>(place - m_rows.begin()) : -1;
}

int OrderListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int OrderListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString OrderListModel::textOf(const Row &row, int column) const
{
    const Order &order = row.order;
    switch (static_cast<Column>(column)) {
    case Window:
        if (!order.window)
            return {};
        return localDate(m_nowMs, m_zone) == order.window->date
                   ? windowShort(*order.window)
                   : QString(dayShort(order.window->date) % u' ' % windowShort(*order.window));
    case Number:
        return numberText(order.id);
    case Item:
        return itemText(order);
    case Recipient: {
        const QString who = whoText(order);
        const QString where = whereText(order);
        return who.isEmpty() || where.isEmpty() ? QString(who % where)
                                                : QString(who % u" · "_s % where);
    }
    case State:
        return order.state == OrderState::Received ? paymentText(order) : stateWord(order.state);
    case Left:
        return row.ageing.text;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant OrderListModel::sortKey(const Row &row, int column) const
{
    const Order &order = row.order;
    switch (static_cast<Column>(column)) {
    case Window:
        return order.window ? order.window->key() : QString();
    case Number:
        return order.id;
    case State:
        return static_cast<int>(order.workState());
    case Left:
        return deadlineMs(order, workState(order), m_zone, m_rules)
            .value_or(std::numeric_limits<qint64>::max());
    default:
        return textOf(row, column);
    }
}

QString OrderListModel::accessibleText(const Row &row) const
{
    QStringList parts;
    for (const int column : {Item, Recipient, Window, State}) {
        if (const QString text = textOf(row, column); !text.isEmpty())
            parts << text;
    }
    const QString sentence = deadlineSentence(row.order, m_nowMs, m_zone, m_rules);
    if (!sentence.isEmpty())
        parts << sentence;
    //: number of the order, then everything else about it
    return tr("주문 %1, %2").arg(QString::number(row.order.id), parts.join(u", "_s));
}

QVariant OrderListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? accessibleText(row) : textOf(row, index.column());
    case IdRole:
        return row.order.id;
    case StateRole:
        return QVariant::fromValue(row.order.state);
    case AgeingRole:
        return QVariant::fromValue(row.ageing);
    case SortRole:
        return sortKey(row, index.column());
    default:
        return {};
    }
}

QVariant OrderListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Window:
        return tr("시간대");
    case Number:
        return tr("주문");
    case Item:
        return tr("상품");
    case Recipient:
        return tr("받는 분");
    case State:
        return tr("상태");
    case Left:
        return tr("남음");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace petalpost::desk
