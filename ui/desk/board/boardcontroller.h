// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/board/boardview.h"

#include <QtCore/QTimer>

#include <functional>
#include <set>

namespace petalpost::desk {

class CardModel;
class OrderListModel;

/// Decides which order stands in which lane and keeps the five models, and that of the list, in
/// step with the engine.
class BoardController : public QObject
{
    Q_OBJECT

public:
    /// The engine must outlive the controller.
    explicit BoardController(sync::Engine &engine, QObject *parent = nullptr);

    CardModel &model(Lane lane) const { return *m_models[static_cast<std::size_t>(lane)]; }
    /// The orders of all lanes together.
    OrderListModel &list() const { return *m_list; }
    const BoardView &view() const { return m_view; }
    void setRange(const DayRange &range);
    void setSearch(const QString &search);

    /// Orders still to do in \a range, whatever is searched for.
    int openCount(const DayRange &range) const;
    int deliveredToday() const;
    /// See desk::leftToMake().
    std::vector<ItemTotal> leftToMake() const;

    /// Input in that lane: its cards keep their places for a while.
    void touch(Lane lane);
    /// The florist has taken note of a cancelled order; its card goes.
    void acknowledge(qint64 orderId);
    bool needsAcknowledgement(const Order &order) const;
    /// Cancelled orders acknowledged in an earlier run.
    void setAcknowledged(std::set<qint64> orderIds);

    /// Answers whether the ticket of an order is still to be printed; asked for every card.
    void setUnprinted(std::function<bool(qint64 orderId)> unprinted);
    /// Something was printed: every card may look different.
    void notePrinted() { placeAll(); }

    /// Shows the passing of time: ageing, and a new day. Called by the board's own timer.
    void tick();

Q_SIGNALS:
    void rangeChanged();
    /// The numbers of openCount() and deliveredToday() may have changed. Comes once for many
    /// changes.
    void countsChanged();
    void acknowledged(qint64 orderId);

private:
    void place(const Order &order);
    void placeAll();
    void noteShop();
    void noteStatus(const sync::SyncStatus &status);
    bool isUnsent(qint64 orderId) const;

    sync::Engine &m_engine;
    std::array<CardModel *, allLanes.size()> m_models;
    OrderListModel *m_list;
    BoardView m_view;
    std::set<qint64> m_acknowledged;
    std::function<bool(qint64)> m_unprinted;
    bool m_live = false;
    QTimer m_clock;
    QTimer m_counts;
};

} // namespace petalpost::desk
