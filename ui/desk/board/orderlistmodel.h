// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "ui/desk/words/ageing.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QTimeZone>

#include <vector>

namespace petalpost::desk {

/// The orders of the board as the rows of a table, by number; a proxy sorts them. Rows change one
/// by one and the model is never reset.
class OrderListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Window, Number, Item, Recipient, State, Left, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        StateRole, ///< OrderState
        AgeingRole, ///< Ageing
        SortRole, ///< what the column is sorted by
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setZone(const QTimeZone &zone);
    /// The limits that the shop has chosen.
    void setAgeing(const AgeingRules &rules);
    /// The time of the ageing.
    void setNow(qint64 nowMs);
    void upsert(const Order &order);
    void remove(qint64 id);
    int rowOf(qint64 id) const; ///< -1 when it is not here

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        Order order;
        Ageing ageing;
    };

    QString textOf(const Row &row, int column) const;
    QVariant sortKey(const Row &row, int column) const;
    QString accessibleText(const Row &row) const;
    Ageing ageingNow(const Order &order) const;
    void refresh(int row);
    void refreshAll();

    QTimeZone m_zone = QTimeZone::utc();
    AgeingRules m_rules;
    qint64 m_nowMs = 0;
    std::vector<Row> m_rows; ///< by number
};

} // namespace petalpost::desk
