// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/catalogue/productmodel.h"

#include "ui/desk/words/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

/// What the server has numbered comes first.
auto menuOrder(qint64 id)
{
    return std::pair(id < 0, id);
}

} // namespace

void ProductModel::upsert(const Product &product)
{
    m_all.insert_or_assign(product.id, product);
    place(product.id);
}

void ProductModel::remove(qint64 id)
{
    m_all.erase(id);
    m_unsaved.erase(id);
    place(id);
}

void ProductModel::setSearch(const QString &text)
{
    const QString search = text.simplified();
    if (search == m_search)
        return;
    m_search = search;
    for (const auto &[id, product] : m_all)
        place(id);
}

void ProductModel::setUnsaved(qint64 id, bool unsaved)
{
    const bool changed = unsaved ? m_unsaved.insert(id).second : m_unsaved.erase(id) > 0;
    if (const int row = rowOf(id); changed && row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

bool ProductModel::isShown(const Product &product) const
{
    return product.name.contains(m_search, Qt::CaseInsensitive)
           || product.nameEn.contains(m_search, Qt::CaseInsensitive);
}

/// Brings the row of \a id about, away, or up to date.
void ProductModel::place(qint64 id)
{
    const auto known = m_all.find(id);
    const bool shown = known != m_all.end() && isShown(known->second);
    const int row = rowOf(id);
    if (shown && row >= 0) {
        Q_EMIT dataChanged(index(row), index(row));
    } else if (shown) {
        const auto at = std::ranges::upper_bound(m_rows, menuOrder(id), {}, menuOrder);
        const int first = static_cast<int>(at - m_rows.begin());
        beginInsertRows({}, first, first);
        m_rows.insert(at, id);
        endInsertRows();
    } else if (row >= 0) {
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
}

const Product *ProductModel::product(qint64 id) const
{
    const auto known = m_all.find(id);
    return known == m_all.end() ? nullptr : &known->second;
}

int ProductModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_rows, id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ProductModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString ProductModel::accessibleText(const Product &product) const
{
    QStringList parts{product.name, moneyText(product.price)};
    if (product.id < 0)
        parts << tr("전송 전");
    if (product.soldOut)
        parts << tr("품절");
    if (product.hidden)
        parts << tr("숨김");
    if (m_unsaved.contains(product.id))
        parts << tr("저장하지 않은 내용 있음");
    return parts.join(u", "_s);
}

QVariant ProductModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Product &product = m_all.at(m_rows[static_cast<std::size_t>(index.row())]);
    switch (role) {
    case Qt::DisplayRole:
        return product.name;
    case Qt::AccessibleTextRole:
        return accessibleText(product);
    case IdRole:
        return product.id;
    case PriceRole:
        return moneyText(product.price);
    case SoldOutRole:
        return product.soldOut;
    case HiddenRole:
        return product.hidden;
    case UnsentRole:
        return product.id < 0;
    case UnsavedRole:
        return m_unsaved.contains(product.id);
    default:
        return {};
    }
}

} // namespace petalpost::desk
