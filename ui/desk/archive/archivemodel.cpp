// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/archive/archivemodel.h"

#include "ui/desk/words/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

ArchiveModel::ArchiveModel(Source source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
{
    m_readOn.setSingleShot(true);
    m_readOn.setInterval(0);
    connect(&m_readOn, &QTimer::timeout, this, [this] { fetchMore({}); });
}

void ArchiveModel::setFilter(const OrderFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    reload();
}

void ArchiveModel::reload()
{
    if (!m_begun)
        return;
    m_more = false; // whoever hears of the rows must not ask for more of them
    if (!m_rows.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_rows.clear();
        endRemoveRows();
    }
    m_nextBeforeId = 0;
    m_more = true;
    fetchMore({});
}

void ArchiveModel::setTime(const QTimeZone &zone, const QDate &today)
{
    m_zone = zone;
    m_today = today;
}

/// Most orders say the same: a hundred thousand rows keep such a text once.
QString ArchiveModel::shared(const QString &text)
{
    constexpr qsizetype mostTexts = 4'096;
    if (m_shared.size() >= mostTexts)
        m_shared.clear();
    return *m_shared.insert(text);
}

ArchiveModel::Row ArchiveModel::rowFor(const Order &order)
{
    Row row{order.id, order.state, {}};
    row.texts[Number] = numberText(order.id);
    row.texts[Recipient] = whoText(order);
    row.texts[Item] = shared(itemText(order));
    row.texts[State] = shared(stateWord(order.state));
    row.texts[Payment] = shared(paymentText(order));
    row.texts[Amount] = shared(moneyText(order.total));
    if (const qint64 atMs = receivedAt(order); atMs != 0)
        row.texts[Received] =
            dayOfYear(localDate(atMs, m_zone), m_today) % u' ' % clockTime(atMs, m_zone);
    return row;
}

ArchiveModel::Rows::iterator ArchiveModel::placeOf(qint64 id)
{
    return std::ranges::lower_bound(m_rows, id, std::ranges::greater(), &Row::id);
}

void ArchiveModel::upsert(const Order &order)
{
    if (!m_begun)
        return;
    if (!m_filter.matches(order)) {
        remove(order.id);
        return;
    }
    const auto place = placeOf(order.id);
    const int row = static_cast<int>(place - m_rows.begin());
    if (place != m_rows.end() && place->id == order.id) {
        *place = rowFor(order);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    if (m_more && order.id < m_nextBeforeId)
        return; // its page comes
    beginInsertRows({}, row, row);
    m_rows.insert(place, rowFor(order));
    endInsertRows();
    ++m_live;
    trim();
}

/// Drops the oldest rows once too many have come between two pages.
void ArchiveModel::trim()
{
    constexpr int kept = maxLiveRows / 2;
    if (m_live <= maxLiveRows)
        return;
    beginRemoveRows({}, kept, rowCount() - 1);
    m_rows.erase(m_rows.begin() + kept, m_rows.end());
    m_more = true;
    m_nextBeforeId = m_rows.back().id;
    m_live = 0;
    endRemoveRows();
}

void ArchiveModel::remove(qint64 id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

int ArchiveModel::rowOf(qint64 id) const
{
    const auto place = std::ranges::lower_bound(m_rows, id, std::ranges::greater(), &Row::id);
    return place != m_rows.end() && place->id == id ? static_cast<int>(place - m_rows.begin()) : -1;
}

qint64 ArchiveModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].id : 0;
}

int ArchiveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ArchiveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ArchiveModel::accessibleText(const Row &row) const
{
    QStringList parts;
    for (int column = Recipient; column < ColumnCount; ++column) {
        if (const QString &text = row.texts[static_cast<std::size_t>(column)]; !text.isEmpty())
            parts << text;
    }
    //: number of the order, then everything else about it
    return tr("주문 %1, %2").arg(QString::number(row.id), parts.join(u", "_s));
}

QVariant ArchiveModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.texts[static_cast<std::size_t>(index.column())];
    case Qt::TextAlignmentRole:
        return index.column() == Amount ? int(Qt::AlignRight | Qt::AlignVCenter)
                                        : int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return index.column() == Number ? accessibleText(row)
                                        : row.texts[static_cast<std::size_t>(index.column())];
    case IdRole:
        return row.id;
    case StateRole:
        return QVariant::fromValue(row.state);
    default:
        return {};
    }
}

QVariant ArchiveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Amount ? int(Qt::AlignRight | Qt::AlignVCenter)
                                 : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Number:
        return tr("주문번호");
    case Recipient:
        return tr("받는 분");
    case Item:
        return tr("상품");
    case State:
        return tr("상태");
    case Payment:
        return tr("결제");
    case Amount:
        return tr("금액");
    case Received:
        return tr("주문한 때");
    case ColumnCount:
        break;
    }
    return {};
}

bool ArchiveModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void ArchiveModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_begun = true;
    m_readOn.stop();
    const auto page = m_source(m_filter, m_nextBeforeId, pageRows);
    m_more = false; // until its rows are there
    m_live = 0;
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    m_nextBeforeId = page->nextBeforeId;
    if (!page->orders.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(page->orders.size()) - 1);
        for (const Order &order : page->orders)
            m_rows.push_back(rowFor(order));
        endInsertRows();
    }
    m_more = m_nextBeforeId != 0;
    if (m_more && std::ssize(page->orders) < pageRows)
        m_readOn.start();
    Q_EMIT read();
}

} // namespace petalpost::desk
