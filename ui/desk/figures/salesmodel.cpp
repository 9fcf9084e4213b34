// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/figures/salesmodel.h"

#include "ui/desk/words/csvfields.h"
#include "ui/desk/words/words.h"

namespace petalpost::desk {

SalesModel::SalesModel(const QString &nameHeading, QObject *parent)
    : QAbstractTableModel(parent)
    , m_nameHeading(nameHeading)
{
}

void SalesModel::setRows(std::vector<SalesRow> rows, const Currency &currency)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_currency = currency;
    if (!m_rows.empty()) {
        SalesRow sum{tr("합계"), {}, {}};
        for (const SalesRow &row : m_rows)
            sum.figures += row.figures;
        m_rows.push_back(std::move(sum));
    }
    endResetModel();
}

qint64 SalesModel::numberOf(const SalesFigures &figures, int column)
{
    switch (static_cast<Column>(column)) {
    case Orders:
        return figures.orders;
    case Pieces:
        return figures.pieces;
    case Gross:
        return figures.grossMinor;
    case Refunded:
        return figures.refundedMinor;
    case Net:
        return figures.netMinor();
    case Name:
    case ColumnCount:
        break;
    }
    return 0;
}

QString SalesModel::textOf(const SalesRow &row, int column) const
{
    if (column == Name)
        return row.name;
    const qint64 number = numberOf(row.figures, column);
    return column < Gross ? QString::number(number) : moneyText({number, m_currency});
}

QByteArray SalesModel::csv() const
{
    QByteArray table;
    QStringList heading;
    for (int column = 0; column < ColumnCount; ++column)
        heading << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    table += csv::row(heading);
    for (int i = 0; i < salesCount(); ++i) { // programs add up by themselves
        const SalesRow &row = m_rows[static_cast<std::size_t>(i)];
        QStringList line{row.name};
        for (int column = Orders; column < ColumnCount; ++column) {
            const qint64 number = numberOf(row.figures, column);
            line << (column < Gross ? QString::number(number) : csv::amount({number, m_currency}));
        }
        table += csv::row(line);
    }
    return table;
}

int SalesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SalesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SalesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SalesRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case NumberRole:
        return index.column() == Name ? QVariant()
                                      : QVariant(numberOf(row.figures, index.column()));
    case ShortNameRole:
        return row.shortName;
    case SumRole:
        return index.row() == salesCount();
    default:
        return {};
    }
}

QVariant SalesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name:
        return m_nameHeading;
    case Orders:
        return tr("주문");
    case Pieces:
        return tr("개수");
    case Gross:
        return tr("결제");
    case Refunded:
        return tr("환불");
    case Net:
        return tr("매출");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace petalpost::desk
