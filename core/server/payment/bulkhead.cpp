// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/bulkhead.h"

#include <QtCore/QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

QFuture<Result<void>> Bulkhead::enter()
{
    if (m_stopped || (m_running >= m_limits.running && queued() >= m_limits.queued))
        return QtFuture::makeReadyFuture(Result<void>(full()));
    if (m_running < m_limits.running) {
        ++m_running;
        return QtFuture::makeReadyFuture(Result<void>());
    }
    auto wait = std::make_unique<Wait>();
    wait->promise.start();
    QFuture<Result<void>> future = wait->promise.future();
    wait->deadline = new QTimer(this);
    wait->deadline->setSingleShot(true);
    connect(wait->deadline, &QTimer::timeout, this,
            [this, waiting = wait.get()] { giveUp(waiting); });
    wait->deadline->start(m_limits.queueWaitMs);
    m_waits.push_back(std::move(wait));
    return future;
}

void Bulkhead::leave()
{
    Q_ASSERT(m_running > 0);
    if (m_waits.empty()) {
        --m_running;
        return;
    }
    // The place changes hands without having been free: nobody can slip in between.
    auto next = std::move(m_waits.front());
    m_waits.pop_front();
    end(std::move(next), {});
}

void Bulkhead::stop()
{
    m_stopped = true;
    while (!m_waits.empty()) {
        auto wait = std::move(m_waits.front());
        m_waits.pop_front();
        end(std::move(wait), full());
    }
}

tl::unexpected<Refusal> Bulkhead::full()
{
    ++m_refused;
    // Places come back as calls end: asking again is worth it soon.
    return refuse(RefusalCode::ProviderNotAsked, {}, u"1"_s);
}

void Bulkhead::end(std::unique_ptr<Wait> wait, Result<void> outcome)
{
    wait->deadline->stop();
    wait->deadline->deleteLater();
    wait->promise.addResult(std::move(outcome));
    wait->promise.finish();
}

void Bulkhead::giveUp(const Wait *wait)
{
    const auto found = std::ranges::find(m_waits, wait, &std::unique_ptr<Wait>::get);
    Q_ASSERT(found != m_waits.end());
    auto late = std::move(*found);
    m_waits.erase(found);
    end(std::move(late), full());
}

} // namespace petalpost::server
