// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/boardcontroller.h"

#include "core/sync/decisions.h"
#include "ui/desk/board/cardmodel.h"
#include "ui/desk/board/orderlistmodel.h"
#include "ui/desk/words/words.h"

#include <algorithm>

namespace petalpost::desk {

namespace {

constexpr int tickMs = 10'000;

} // namespace

BoardController::BoardController(sync::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_list(new OrderListModel(this))
{
    for (const Lane lane : allLanes)
        m_models[static_cast<std::size_t>(lane)] = new CardModel(lane, this);
    m_counts.setSingleShot(true);
    m_counts.setInterval(0);
    connect(&m_counts, &QTimer::timeout, this, &BoardController::countsChanged);
    connect(&m_clock, &QTimer::timeout, this, &BoardController::tick);
    connect(&m_engine, &sync::Engine::orderChanged, this, &BoardController::place);
    connect(&m_engine, &sync::Engine::orderRemoved, this, [this](qint64 id) {
        for (CardModel *model : m_models)
            model->remove(id);
        m_list->remove(id);
        m_counts.start();
    });
    connect(&m_engine.decisions(), &sync::Decisions::changed, this, &BoardController::placeAll);
    connect(&m_engine, &sync::Engine::shopChanged, this, &BoardController::noteShop);
    connect(&m_engine, &sync::Engine::statusChanged, this, &BoardController::noteStatus);
    noteShop();
    m_clock.start(tickMs);
}

void BoardController::setRange(const DayRange &range)
{
    if (m_view.range == range)
        return;
    m_view.range = range;
    placeAll();
    Q_EMIT rangeChanged();
}

void BoardController::setSearch(const QString &search)
{
    m_view.search = search;
    placeAll();
}

int BoardController::openCount(const DayRange &range) const
{
    return static_cast<int>(std::ranges::count_if(m_engine.orders(), [&](const auto &entry) {
        return isOpenWork(entry.second, m_view, range);
    }));
}

int BoardController::deliveredToday() const
{
    return static_cast<int>(std::ranges::count_if(m_engine.orders(), [this](const auto &entry) {
        const Order &order = entry.second;
        return order.state == OrderState::Delivered
               && localDate(order.reachedAt(order.state), m_view.zone) == m_view.today;
    }));
}

std::vector<ItemTotal> BoardController::leftToMake() const
{
    return desk::leftToMake(m_engine.orders(), m_view);
}

void BoardController::touch(Lane lane)
{
    model(lane).touch(m_engine.nowMs());
}

bool BoardController::needsAcknowledgement(const Order &order) const
{
    return order.state == OrderState::Cancelled && placeOf(order, m_view)
           && !m_acknowledged.contains(order.id);
}

void BoardController::acknowledge(qint64 orderId)
{
    if (!m_acknowledged.insert(orderId).second)
        return;
    for (CardModel *model : m_models)
        model->remove(orderId);
    m_list->remove(orderId);
    Q_EMIT acknowledged(orderId);
}

void BoardController::setAcknowledged(std::set<qint64> orderIds)
{
    m_acknowledged = std::move(orderIds);
    placeAll();
}

void BoardController::setUnprinted(std::function<bool(qint64)> unprinted)
{
    m_unprinted = std::move(unprinted);
    placeAll();
}

/// While the server answers, an operation is on its way for a moment only: not worth a flag.
bool BoardController::isUnsent(qint64 orderId) const
{
    return !m_live && m_engine.isUnsent(orderId);
}

void BoardController::noteStatus(const sync::SyncStatus &status)
{
    const bool live = status.link == sync::Link::Live;
    if (live == m_live)
        return;
    m_live = live;
    placeAll();
}

void BoardController::noteShop()
{
    m_view.zone = m_engine.shop().zone;
    m_view.today = m_engine.shop().today(m_engine.nowMs());
    for (CardModel *model : m_models) {
        model->setZone(m_view.zone);
        model->setAgeing(rulesOf(m_engine.shop()));
        model->setNow(m_engine.nowMs());
    }
    m_list->setZone(m_view.zone);
    m_list->setAgeing(rulesOf(m_engine.shop()));
    m_list->setNow(m_engine.nowMs());
    placeAll();
}

void BoardController::tick()
{
    const QDate today = m_engine.shop().today(m_engine.nowMs());
    for (CardModel *model : m_models)
        model->setNow(m_engine.nowMs());
    m_list->setNow(m_engine.nowMs());
    if (today == m_view.today)
        return;
    m_view.today = today;
    placeAll();
    Q_EMIT rangeChanged();
}

void BoardController::placeAll()
{
    for (const auto &[id, order] : m_engine.orders())
        place(order);
    m_counts.start();
}

void BoardController::place(const Order &order)
{
    auto lane = placeOf(order, m_view);
    if (order.state == OrderState::Cancelled && m_acknowledged.contains(order.id))
        lane.reset();
    for (CardModel *model : m_models) {
        if (!lane || model->lane() != *lane)
            model->remove(order.id);
    }
    if (!lane)
        m_list->remove(order.id);
    if (lane) {
        m_list->upsert(order);
        const bool unprinted = m_unprinted && m_unprinted(order.id);
        model(*lane).upsert(
            order, {isUnsent(order.id), m_engine.decisions().concernsOrder(order.id), unprinted});
    }
    m_counts.start();
}

} // namespace petalpost::desk
