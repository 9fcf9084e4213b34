// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/balance.h"

#include <QtCore/QAbstractTableModel>

#include <array>
#include <vector>

namespace petalpost::desk {

/// A day's money: one row for each provider and currency, one for what was paid in the shop, and
/// the sum of a currency that has several rows.
class SumsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Gateway,
        Charged,
        Surplus,
        Refunded,
        SurplusReturned,
        Fees,
        Chargebacks,
        Net,
        List,
        ColumnCount
    };
    enum Role {
        TotalRole = Qt::UserRole + 1, ///< bool: the row is a sum of others
        NothingRole, ///< bool: there is no money in the cell
        StrongRole, ///< bool: the cell stands out
        /// bool, of a header: there is nothing in the column, and nothing is missed without it.
        EmptyRole,
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setBalance(const Balance &balance);
    /// Whether there is nothing in \a column, and nothing is missed without it.
    bool isEmpty(Column column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString name;
        Currency currency;
        MoneyMoved moved;
        QString list;
        bool total = false;
    };

    void addTotals();
    static std::array<qint64, ColumnCount> amounts(const MoneyMoved &moved);

    std::vector<Row> m_rows;
};

} // namespace petalpost::desk
