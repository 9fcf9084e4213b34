// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"
#include "core/storage/desk/orderfilter.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QSet>
#include <QtCore/QTimer>

#include <deque>
#include <functional>

namespace petalpost::desk {

/// The orders of the local copy that a filter matches, newest first. Reads a page at a time as the
/// view asks for more, changes single rows as orders change, and is never reset.
class ArchiveModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Recipient, Item, State, Payment, Amount, Received, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        StateRole, ///< OrderState
    };

    static constexpr int pageRows = 50; ///< so that reading one is not felt
    /// Rows that may come between two pages; beyond it the oldest go, to be read again. A first
    /// sync would fill the memory otherwise.
    static constexpr int maxLiveRows = 2'000;

    /// See sync::Engine::findOrders().
    using Source =
        std::function<Result<OrderPage>(const OrderFilter &filter, qint64 beforeId, int limit)>;

    explicit ArchiveModel(Source source, QObject *parent = nullptr);

    /// The shop's time, in which rows inserted from now on say when they were received.
    void setTime(const QTimeZone &zone, const QDate &today);

    /// What is looked for from now on; begins anew once the model was read at all.
    void setFilter(const OrderFilter &filter);
    const OrderFilter &filter() const { return m_filter; }
    /// Reads again from the newest order.
    void reload();
    /// Whether some of what is looked for may not have been read yet.
    bool hasMore() const { return m_more; }

    /// Shows \a order where it belongs, if it is looked for and its page has been read.
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
    /// A page was read, whatever was in it.
    void read();
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

    QString shared(const QString &text);
    Row rowFor(const Order &order);
    Rows::iterator placeOf(qint64 id);
    QString accessibleText(const Row &row) const;
    void trim();

    Source m_source;
    OrderFilter m_filter;
    QTimeZone m_zone = QTimeZone::utc();
    QDate m_today;
    Rows m_rows; ///< by number, highest first
    QSet<QString> m_shared; ///< texts that several rows have
    bool m_begun = false;
    bool m_more = true; ///< the copy may hold orders older than those read
    qint64 m_nextBeforeId = 0; ///< where the next page begins
    QTimer m_readOn; ///< while pages bring nothing, the view would not ask again
    int m_live = 0; ///< rows that came one by one since the last page
};

} // namespace petalpost::desk
