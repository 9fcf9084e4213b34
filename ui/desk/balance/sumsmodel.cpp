// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/balance/sumsmodel.h"

#include "ui/desk/balance/balancetext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

/// The few rows are made anew with every answer; nothing in them is selected or edited.
void SumsModel::setBalance(const Balance &balance)
{
    beginResetModel();
    m_rows.clear();
    for (const GatewaySums &sums : balance.gateways)
        m_rows.push_back(
            {gatewayText(sums.gateway), sums.currency, sums.moved, listText(sums, balance)});
    for (const Money &money : balance.byHand) {
        MoneyMoved moved;
        moved.chargedMinor = money.minor;
        m_rows.push_back({tr("가게에서 직접"), money.currency, moved, u"–"_s});
    }
    addTotals();
    endResetModel();
}

void SumsModel::addTotals()
{
    std::vector<Row> totals;
    for (const Row &row : m_rows) {
        const auto same = [&row](const Row &other) { return other.currency == row.currency; };
        if (std::ranges::any_of(totals, same) || std::ranges::count_if(m_rows, same) < 2)
            continue;
        Row total{tr("합계"), row.currency, {}, u"–"_s, true};
        for (const Row &part : m_rows) {
            if (same(part))
                total.moved += part.moved;
        }
        totals.push_back(total);
    }
    m_rows.insert(m_rows.end(), totals.begin(), totals.end());
}

std::array<qint64, SumsModel::ColumnCount> SumsModel::amounts(const MoneyMoved &moved)
{
    std::array<qint64, ColumnCount> all{};
    all[Charged] = moved.chargedMinor;
    all[Surplus] = moved.surplusMinor;
    all[Refunded] = -moved.refundedMinor;
    all[SurplusReturned] = -moved.surplusReturnedMinor;
    all[Fees] = -moved.feesMinor;
    all[Chargebacks] = -moved.chargebacksMinor;
    all[Net] = moved.netMinor();
    return all;
}

bool SumsModel::isEmpty(Column column) const
{
    if (column != Surplus && column != SurplusReturned && column != Chargebacks)
        return false;
    return std::ranges::all_of(
        m_rows, [column](const Row &row) { return amounts(row.moved)[column] == 0; });
}

int SumsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SumsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SumsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[std::size_t(index.row())];
    const bool money = index.column() != Gateway && index.column() != List;
    switch (role) {
    case Qt::DisplayRole:
        if (money)
            return signedMoneyText(amounts(row.moved)[std::size_t(index.column())], row.currency);
        return index.column() == Gateway ? row.name : row.list;
    case Qt::AccessibleTextRole:
        return QString(row.name % u", "_s
                       % headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString()
                       % u' ' % data(index, Qt::DisplayRole).toString());
    case Qt::TextAlignmentRole:
        return int((money ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case NothingRole:
        return money && amounts(row.moved)[std::size_t(index.column())] == 0;
    case TotalRole:
        return row.total;
    case StrongRole:
        return row.total || index.column() == Gateway || index.column() == Net;
    default:
        return {};
    }
}

QVariant SumsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Gateway || section == List ? Qt::AlignLeft : Qt::AlignRight)
                   | Qt::AlignVCenter);
    if (role == EmptyRole)
        return isEmpty(static_cast<Column>(section));
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Gateway:
        return tr("결제사");
    case Charged:
        return tr("결제");
    case Surplus:
        return tr("더 받은 돈");
    case Refunded:
        return tr("환불");
    case SurplusReturned:
        return tr("더 받은 돈 환불");
    case Fees:
        return tr("수수료");
    case Chargebacks:
        return tr("카드사가 가져감");
    case Net:
        return tr("남은 돈");
    case List:
        return tr("결제사 목록");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace petalpost::desk
