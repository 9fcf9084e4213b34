// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/alarm/alarm.h"

#include "ui/desk/words/ageing.h"
#include "ui/desk/words/words.h"

#include <algorithm>
#include <ranges>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

constexpr int busyTickMs = 1'000;
constexpr int calmTickMs = 10'000; ///< late orders and lost contact can wait that long
constexpr qint64 minuteMs = 60'000;
constexpr std::size_t namedArrivals = 5; ///< numbers in one message

bool isUnseen(const Order &order)
{
    return order.state == OrderState::Paid && order.seenAtMs == 0;
}

} // namespace

Alarm::Alarm(sync::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_startedMs(engine.nowMs())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &Alarm::look);
    connect(&m_tick, &QTimer::timeout, this, &Alarm::look);
    const auto lookSoon = [this] { m_soon.start(); };
    connect(&m_engine, &sync::Engine::orderChanged, this, lookSoon);
    connect(&m_engine, &sync::Engine::orderRemoved, this, lookSoon);
    connect(&m_engine, &sync::Engine::shopChanged, this, lookSoon);
    connect(&m_engine, &sync::Engine::orderArrived, this, [this](const Order &order) {
        m_arrived.push_back(order.id);
        m_soon.start();
    });
    m_tick.start(calmTickMs);
}

std::vector<qint64> Alarm::unseen() const
{
    std::vector<qint64> ids;
    for (const auto &[id, order] : std::views::reverse(m_engine.orders())) {
        if (isUnseen(order))
            ids.push_back(id);
    }
    return ids;
}

void Alarm::acknowledgeAll()
{
    for (const qint64 id : unseen())
        m_engine.markSeen(id);
    look();
}

void Alarm::noteOwnCancel(qint64 orderId)
{
    m_ownCancels.insert(orderId);
}

void Alarm::toggleMute()
{
    m_plan.toggleMute(m_engine.nowMs());
    look();
}

void Alarm::setAudible(bool audible)
{
    m_audible = audible;
    Q_EMIT changed();
}

bool Alarm::isSilent() const
{
    return !m_audible || m_plan.mutedForMs(m_engine.nowMs()) > 0;
}

QString Alarm::soundLine() const
{
    const qint64 nowMs = m_engine.nowMs();
    if (!m_audible)
        return tr("소리를 낼 수 없어요");
    if (const qint64 leftMs = m_plan.mutedForMs(nowMs); leftMs > 0)
        return tr("소리 꺼짐 %1분 남음").arg((leftMs + minuteMs - 1) / minuteMs);
    if (!m_engine.shop().isOpenAt(nowMs))
        return tr("영업시간 밖이라 소리 꺼짐");
    return tr("소리 켜짐");
}

void Alarm::look()
{
    m_soon.stop();
    const AlarmFacts facts = gather();
    const auto sound = m_plan.next(facts);
    m_tick.start(m_plan.isBusy(facts.nowMs) ? busyTickMs : calmTickMs);
    tellArrivals();
    Q_EMIT changed();
    if (sound)
        Q_EMIT rang(*sound);
}

AlarmFacts Alarm::gather()
{
    AlarmFacts facts;
    facts.nowMs = m_engine.nowMs();
    facts.silentSinceMs = silentSinceMs();
    facts.open = m_engine.shop().isOpenAt(facts.nowMs);
    std::map<qint64, Known> known;
    for (const auto &[id, order] : m_engine.orders()) {
        if (isUnseen(order))
            facts.unseen.insert(id);
        const auto deadline =
            deadlineMs(order, order.state, m_engine.shop().zone, rulesOf(m_engine.shop()));
        if (deadline && facts.nowMs > *deadline)
            facts.late.insert(id);
        facts.cancelled = isCustomersCancel(order) || facts.cancelled;
        known.emplace(id, Known{order.state, order.cancelRequestedAtMs});
    }
    m_known = std::move(known);
    return facts;
}

/// Only what changed before our eyes: an order that is met as cancelled waits on the board anyway.
bool Alarm::isCustomersCancel(const Order &order)
{
    const auto before = m_known.find(order.id);
    if (before == m_known.end())
        return false;
    const bool asked =
        order.cancelRequestedAtMs != 0 && order.cancelRequestedAtMs != before->second.requestedAtMs;
    const bool gone = order.state == OrderState::Cancelled
                      && before->second.state != OrderState::Cancelled
                      && order.reachedAt(OrderState::Paid) != 0;
    return asked || (gone && m_ownCancels.erase(order.id) == 0);
}

qint64 Alarm::silentSinceMs() const
{
    const sync::SyncStatus status = m_engine.status();
    if (status.link == sync::Link::Live)
        return 0;
    return status.lastContactMs != 0 ? status.lastContactMs : m_startedMs;
}

void Alarm::tellArrivals()
{
    const std::vector<qint64> fresh = std::exchange(m_arrived, {});
    QStringList numbers;
    QString item;
    int count = 0;
    for (const qint64 id : std::views::reverse(fresh)) {
        const auto found = m_engine.orders().find(id);
        if (found == m_engine.orders().end() || !isUnseen(found->second))
            continue;
        if (++count <= int(namedArrivals))
            numbers << u'#' % QString::number(id);
        item = itemText(found->second);
    }
    if (count == 0)
        return;
    const QString title = tr("새 주문 %n건", nullptr, count);
    Q_EMIT arrived(title,
                   count == 1 ? QString(numbers.first() % u" · "_s % item) : numbers.join(u", "_s));
}

} // namespace petalpost::desk
