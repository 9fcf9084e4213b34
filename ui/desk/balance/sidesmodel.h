// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/balance.h"

#include <QtCore/QAbstractTableModel>

#include <vector>

namespace petalpost::desk {

/// A day's charges, refunds and chargebacks, each counted and summed as the orders, the ledger and
/// the provider's own list have them. Where a list could not be read, its cells say so. Has the
/// roles of SumsModel.
class SidesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Gateway, What, Orders, Ledger, Listed, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setBalance(const Balance &balance);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString name;
        QString what;
        Currency currency;
        std::optional<Tally> orders; ///< nothing where the orders say nothing of it
        Tally ledger;
        std::optional<Tally> listed;
        QString unread; ///< what stands in the place of the list
    };

    void addRow(const GatewaySums &sums, const QString &what, Tally SideSums::*kind);
    static QString tallyText(const Tally &tally, const Currency &currency);

    std::vector<Row> m_rows;
};

} // namespace petalpost::desk
