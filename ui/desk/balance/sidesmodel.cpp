// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/balance/sidesmodel.h"

#include "ui/desk/balance/balancetext.h"
#include "ui/desk/balance/sumsmodel.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

/// The few rows are made anew with every answer; nothing in them is selected or edited.
void SidesModel::setBalance(const Balance &balance)
{
    beginResetModel();
    m_rows.clear();
    for (const GatewaySums &sums : balance.gateways) {
        if (!sums.listed && sums.list == ListState::Compared)
            continue; // an older server does not tell
        addRow(sums, tr("결제"), &SideSums::charges);
        addRow(sums, tr("환불"), &SideSums::refunds);
        addRow(sums, tr("카드사·은행이 가져감"), &SideSums::chargebacks);
    }
    endResetModel();
}

void SidesModel::addRow(const GatewaySums &sums, const QString &what, Tally SideSums::*kind)
{
    const bool charges = kind == &SideSums::charges;
    Row row{gatewayText(sums.gateway), what, sums.currency, {}, sums.ledger.*kind, {}, {}};
    if (charges)
        row.orders = sums.orders;
    if (sums.listed)
        row.listed = *sums.listed.*kind;
    else
        row.unread = unreadText(sums.list);
    const bool nothing = row.ledger == Tally() && row.listed.value_or(Tally()) == Tally();
    if (charges || !nothing)
        m_rows.push_back(std::move(row));
}

QString SidesModel::tallyText(const Tally &tally, const Currency &currency)
{
    //: how many charges or refunds, and what they come to
    return tr("%n건 · %1", nullptr, tally.count).arg(signedMoneyText(tally.minor, currency));
}

int SidesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SidesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SidesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const auto cell = [&]() -> QString {
        switch (static_cast<Column>(index.column())) {
        case Gateway:
            return row.name;
        case What:
            return row.what;
        case Orders:
            return row.orders ? tallyText(*row.orders, row.currency) : u"–"_s;
        case Ledger:
            return tallyText(row.ledger, row.currency);
        case Listed:
            return row.listed ? tallyText(*row.listed, row.currency) : row.unread;
        case ColumnCount:
            break;
        }
        return {};
    };
    switch (role) {
    case Qt::DisplayRole:
        return cell();
    case Qt::AccessibleTextRole:
        return QString(row.name % u", "_s % row.what % u", "_s
                       % headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString()
                       % u' ' % cell());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case SumsModel::StrongRole:
        return index.column() == Gateway;
    case SumsModel::NothingRole:
        return index.column() == Orders && !row.orders;
    default:
        return {};
    }
}

QVariant SidesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Gateway || section == What ? Qt::AlignLeft : Qt::AlignRight)
                   | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Gateway:
        return tr("결제사");
    case What:
        return tr("내역");
    case Orders:
        return tr("주문");
    case Ledger:
        return tr("장부");
    case Listed:
        return tr("결제사 목록");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace petalpost::desk
