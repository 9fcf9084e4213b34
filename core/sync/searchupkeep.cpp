// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/searchupkeep.h"

#include <QtCore/QLoggingCategory>

namespace petalpost::sync {

namespace {

Q_LOGGING_CATEGORY(lcSearch, "petalpost.sync", QtInfoMsg)

constexpr int pauseMs = 5; ///< so that a person who types is never second

} // namespace

SearchUpkeep::SearchUpkeep(OrderSearch &search, QObject *parent)
    : QObject(parent)
    , m_search(search)
{
    m_next.setSingleShot(true);
    m_next.setInterval(pauseMs);
    connect(&m_next, &QTimer::timeout, this, &SearchUpkeep::step);
}

void SearchUpkeep::wake()
{
    m_complete = m_search.isComplete().value_or(false);
    m_next.start();
}

void SearchUpkeep::rest()
{
    m_next.stop();
}

/// After a fault of the disk the rest waits for the next start.
void SearchUpkeep::step()
{
    const auto more = m_search.step();
    if (!more) {
        qCWarning(lcSearch, "the search index could not be brought up to date");
        return;
    }
    if (*more)
        m_next.start();
    if (!m_complete && m_search.isComplete().value_or(false)) {
        m_complete = true;
        Q_EMIT completed();
    }
}

} // namespace petalpost::sync
