// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/figures.h"

#include <QtCore/QAbstractTableModel>

#include <vector>

namespace petalpost::desk {

/// A name and its figures.
struct SalesRow
{
    QString name; ///< a day or a product
    QString shortName; ///< below its bar
    SalesFigures figures;
};

/// Sales as a table: what the chart draws and the file holds, too. The last row is the sum.
class SalesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Orders, Pieces, Gross, Refunded, Net, ColumnCount };
    enum Role {
        NumberRole = Qt::UserRole + 1, ///< qint64: minor units, or a count; the name has none
        ShortNameRole, ///< of the row
        SumRole, ///< bool: the row is the sum
    };

    /// \a nameHeading: what the rows are.
    explicit SalesModel(const QString &nameHeading, QObject *parent = nullptr);

    void setRows(std::vector<SalesRow> rows, const Currency &currency);
    /// Without the sum.
    int salesCount() const { return m_rows.empty() ? 0 : int(m_rows.size()) - 1; }
    /// The table for other programs.
    QByteArray csv() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static qint64 numberOf(const SalesFigures &figures, int column);
    QString textOf(const SalesRow &row, int column) const;

    QString m_nameHeading;
    std::vector<SalesRow> m_rows;
    Currency m_currency;
};

} // namespace petalpost::desk
