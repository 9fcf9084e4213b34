// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/result.h"

#include <QtCore/QAbstractTableModel>

#include <deque>
#include <functional>

namespace petalpost::desk {

/// Every order of the local copy, newest first. Reads a page at a time as the view asks for more,
/// changes single rows as orders change, and is never reset.
class ArchiveModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Recipient, Item, State, Payment, Amount, Received, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        StateRole, ///< OrderState
    };

    static constexpr int pageRows = 100;
    /// Rows that may come between two pages; beyond it the oldest go, to be read again. A first
    /// sync would fill the memory otherwise.
    static constexpr int maxLiveRows = 2'000;

    /// The orders below a number, newest first, at most so many; 0 begins at the newest.
    using Source = std::function<Result<std::vector<Order>>(qint64 beforeId, int limit)>;

    explicit ArchiveModel(Source source, QObject *parent = nullptr);

    /// The shop's time, in which rows inserted from now on say when they were received.
    void setTime(const QTimeZone &zone, const QDate &today);

    /// Shows \a order where it belongs, unless its page has not been read yet.
    void upsert(const Order &order);
    void remove(qint64 id);
    int rowOf(qint64 id) const; ///< -1 when it is not here
    qint64 idAt(int row) const; ///< 0 when there is no such row

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The copy could not be read. Asks no more until the model is made anew.
    void failed(const petalpost::Refusal &refusal);

private:
    struct Row
    {
        qint64 id = 0;
        OrderState state = OrderState::Received;
        std::array<QString, ColumnCount> texts;
    };
    using Rows = std::deque<Row>;

    Row rowFor(const Order &order) const;
    Rows::iterator placeOf(qint64 id);
    QString accessibleText(const Row &row) const;
    void trim();

    Source m_source;
    QTimeZone m_zone = QTimeZone::utc();
    QDate m_today;
    Rows m_rows; ///< by number, highest first
    bool m_begun = false;
    bool m_more = true; ///< the copy may hold orders older than the last row
    int m_live = 0; ///< rows that came one by one since the last page
};

} // namespace petalpost::desk
