// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/backoff.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

namespace petalpost::sync {

namespace {

constexpr int maxDoublings = 20; // keeps the shift within 64 bits for every first bound

} // namespace

Backoff::Backoff(int firstMs, int maxMs)
    : m_firstMs(std::max(1, firstMs))
    , m_maxMs(std::max(m_firstMs, maxMs))
{
}

int Backoff::boundMs(int failures) const
{
    const qint64 doubled = qint64(m_firstMs) << std::clamp(failures, 0, maxDoublings);
    return int(std::min<qint64>(doubled, m_maxMs));
}

int Backoff::nextMs()
{
    const int bound = boundMs(m_failures);
    m_failures = std::min(m_failures + 1, maxDoublings);
    return QRandomGenerator::global()->bounded(bound + 1);
}

} // namespace petalpost::sync
