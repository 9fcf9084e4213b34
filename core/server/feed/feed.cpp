// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/feed/feed.h"

#include "core/storage/server/feedstore.h"

#include <algorithm>

namespace petalpost::server {

Feed::Feed(Writer &writer, Reader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
    // Many commits in one turn of the event loop wake the listeners once.
    m_pump.setSingleShot(true);
    m_pump.setInterval(0);
    connect(&m_pump, &QTimer::timeout, this, &Feed::pump);
    connect(&writer, &Writer::committed, &m_pump, qOverload<>(&QTimer::start), Qt::QueuedConnection);
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
    m_pump.start();
    return {};
}

void Feed::pump()
{
    m_more = false;
    m_listeners.remove_if([this](Listening &listening) { return !push(listening); });
    if (m_more)
        m_pump.start();
}

bool Feed::push(Listening &listening)
{
    const auto next = page(listening.cursor, pageLimit).takeResult();
    if (!next)
        return true; // the fault is logged; the next commit tries again
    const bool restarted = listening.cursor.epoch != next->cursor.epoch;
    if (next->entries.empty() && !restarted)
        return true;
    m_more = m_more || !next->complete;
    listening.cursor = next->cursor;
    return listening.listener(*next);
}

} // namespace petalpost::server
