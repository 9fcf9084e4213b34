// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/feed/feed.h"

#include "core/storage/server/feedstore.h"

#include <algorithm>

namespace petalpost::server {

namespace {

/// Between looks at a listener that is not ready: a first sync waits this long for every page.
constexpr int waitMs = 2;
constexpr int maxWaits = Feed::maxWaitMs / waitMs;

} // namespace

Feed::Feed(Writer &writer, Reader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    // Many commits in one turn of the event loop wake the listeners once.
    m_pump.setSingleShot(true);
    m_pump.setInterval(0);
    connect(&m_pump, &QTimer::timeout, this, &Feed::pump);
    connect(
        &writer, &Writer::committed, this, [this] { m_pump.start(0); }, Qt::QueuedConnection);
}

QFuture<Result<FeedPage>> Feed::page(const FeedCursor &after, int limit)
{
    const int bounded = std::clamp(limit, 1, pageLimit);
    return m_reader.read([after, bounded](Database &database) -> Result<FeedPage> {
        return store::readFeed(database, after, bounded);
    });
}

Result<void> Feed::listen(const FeedCursor &after, Listener listener)
{
    if (m_listeners.size() >= maxListeners)
        return refuse(RefusalCode::TooMany);
    m_listeners.push_back({after, std::move(listener)});
    m_pump.start(0);
    return {};
}

void Feed::setHealth(std::vector<ProviderHealth> health)
{
    m_health = std::move(health);
    for (const Listening &listening : m_listeners) {
        if (listening.greeted && listening.listener.tellHealth)
            listening.listener.tellHealth(m_health);
    }
}

std::set<qint64> Feed::devices() const
{
    std::set<qint64> ids;
    for (const Listening &listening : m_listeners)
        ids.insert(listening.listener.deviceId);
    return ids;
}

void Feed::endFor(qint64 deviceId)
{
    m_listeners.remove_if([deviceId](const Listening &listening) {
        if (listening.listener.deviceId != deviceId)
            return false;
        if (listening.listener.end)
            listening.listener.end();
        return true;
    });
}

void Feed::pump()
{
    m_more = false;
    m_waiting = false;
    m_listeners.remove_if([this](Listening &listening) { return !push(listening); });
    if (m_more)
        m_pump.start(0);
    else if (m_waiting)
        m_pump.start(waitMs);
}

bool Feed::push(Listening &listening)
{
    if (!listening.listener.ready()) {
        m_waiting = true;
        return ++listening.waits <= maxWaits;
    }
    listening.waits = 0;
    const auto next = page(listening.cursor, pushLimit).takeResult();
    if (!next)
        return true; // the fault is logged; the next commit tries again
    if (next->entries.empty() && listening.greeted)
        return true;
    const bool first = !std::exchange(listening.greeted, true);
    m_more = m_more || !next->complete;
    listening.cursor = next->cursor;
    const bool stays = listening.listener.take(*next);
    if (stays && first && listening.listener.tellHealth)
        listening.listener.tellHealth(m_health);
    return stays;
}

} // namespace petalpost::server
