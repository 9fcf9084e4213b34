// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/receipt.h"

#include "core/sync/mirror.h"
#include "core/sync/transport.h"

#include <algorithm>

namespace petalpost::sync {

Receipt::Receipt(Transport &transport, Mirror &mirror, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_mirror(mirror)
    , m_backoff(settings.firstRetryMs, settings.maxRetryMs)
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &Receipt::send);
}

Receipt::~Receipt()
{
    pause();
}

void Receipt::due()
{
    m_due = true;
    if (!m_wait.isActive())
        send();
}

void Receipt::resume()
{
    m_running = true;
    m_backoff.reset();
    const bool waiting = std::ranges::any_of(
        m_mirror.orders(), [](const auto &entry) { return entry.second.awaitsReceipt(); });
    if (waiting)
        due();
}

void Receipt::pause()
{
    m_running = false;
    m_due = false;
    m_wait.stop();
    if (m_request)
        m_request->abandon();
    m_request = nullptr;
}

void Receipt::send()
{
    if (!m_running || !m_due || m_request)
        return;
    m_due = false;
    m_wait.start(spacingMs);
    m_request = m_transport.report(m_mirror.state().cursor);
    connect(m_request, &Request::finished, this, [this](const Answer &answer) {
        m_request = nullptr;
        handle(answer);
    });
}

void Receipt::handle(const Answer &answer)
{
    if (answer.isSuccess()) {
        m_backoff.reset();
        if (m_due && !m_wait.isActive())
            send();
        return;
    }
    // A server that does not know receipts, or wants none from this device, is not asked again on
    // this connection. Everything else may pass.
    const bool refused = answer.status >= 400 && answer.status < 500 && answer.status != 429;
    if (refused) {
        pause();
        return;
    }
    m_due = true;
    m_wait.start(std::max({spacingMs, answer.retryAfterMs, m_backoff.nextMs()}));
}

} // namespace petalpost::sync
