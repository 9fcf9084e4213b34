// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/providerguards.h"

#include <QtCore/QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcGuards, "petalpost.payment")

namespace petalpost::server {

ProviderGuards::ProviderGuards(QString provider, const Clock &clock, Dice dice, GuardLimits limits,
                               QObject *parent)
    : QObject(parent)
    , m_provider(std::move(provider))
    , m_charge(CallKind::Charge, clock, dice, limits)
    , m_refund(CallKind::Refund, clock, dice, limits)
    , m_read(CallKind::Read, clock, dice, limits)
    , m_known(health())
{
    m_pauseOver.setSingleShot(true);
    connect(&m_pauseOver, &QTimer::timeout, this, &ProviderGuards::refresh);
    for (const CallKind kind : {CallKind::Charge, CallKind::Refund, CallKind::Read})
        of(kind).setReported([this] { refresh(); });
}

CallGuard &ProviderGuards::of(CallKind kind)
{
    switch (kind) {
    case CallKind::Charge:
        return m_charge;
    case CallKind::Refund:
        return m_refund;
    case CallKind::Read:
        return m_read;
    }
    Q_UNREACHABLE();
}

std::vector<ProviderHealth> ProviderGuards::health() const
{
    std::vector<ProviderHealth> health;
    health.reserve(all().size());
    for (const CallGuard *guard : all())
        health.push_back(
            {m_provider, guard->kind(), guard->breaker().state(), guard->breaker().sinceMs()});
    return health;
}

void ProviderGuards::refresh()
{
    qint64 soonestMs = 0;
    for (const CallGuard *guard : all()) {
        const qint64 leftMs = guard->breaker().pauseLeftMs();
        if (leftMs > 0 && (soonestMs == 0 || leftMs < soonestMs))
            soonestMs = leftMs;
    }
    if (soonestMs > 0)
        m_pauseOver.start(int(soonestMs));
    const auto now = health();
    if (now == m_known)
        return;
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (now[i].state != m_known[i].state)
            qCWarning(lcGuards).noquote()
                << m_provider << word(now[i].kind) << "breaker:" << word(m_known[i].state) << "->"
                << word(now[i].state);
    }
    m_known = now;
    Q_EMIT changed();
}

void ProviderGuards::stop()
{
    m_pauseOver.stop();
    m_charge.stop();
    m_refund.stop();
    m_read.stop();
}

} // namespace petalpost::server
