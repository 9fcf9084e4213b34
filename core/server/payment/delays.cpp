// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/delays.h"

#include <algorithm>

namespace petalpost::server {

QFuture<bool> Delays::after(int delayMs)
{
    auto wait = std::make_unique<Wait>();
    wait->promise.start();
    QFuture<bool> future = wait->promise.future();
    wait->timer.setSingleShot(true);
    connect(&wait->timer, &QTimer::timeout, this,
            [this, ending = wait.get()] { end(ending, true); });
    m_waits.push_back(std::move(wait));
    if (m_stopped)
        end(m_waits.back().get(), false);
    else
        m_waits.back()->timer.start(delayMs);
    return future;
}

void Delays::stop()
{
    m_stopped = true;
    while (!m_waits.empty())
        end(m_waits.back().get(), false);
}

void Delays::end(Wait *wait, bool elapsed)
{
    const auto found = std::ranges::find(m_waits, wait, &std::unique_ptr<Wait>::get);
    Q_ASSERT(found != m_waits.end());
    // Out of the list first: whoever is resumed may ask for the next wait.
    const auto ended = std::move(*found);
    m_waits.erase(found);
    // Not inside its own signal.
    ended->timer.stop();
    ended->promise.addResult(elapsed);
    ended->promise.finish();
}

} // namespace petalpost::server
