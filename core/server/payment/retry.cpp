// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/retry.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

namespace petalpost::server {

namespace {

constexpr int maxDoublings = 10; // keeps the shift within an int

} // namespace

int randomUpTo(int most)
{
    return QRandomGenerator::global()->bounded(most + 1);
}

int RetryPauses::boundMs(int failedTries)
{
    return std::min(firstMs << std::clamp(failedTries - 1, 0, maxDoublings), maxMs);
}

int RetryPauses::pauseMs(int failedTries, const Dice &dice)
{
    return dice(boundMs(failedTries));
}

void RetryBudget::noteCall()
{
    earn(percentOfCalls);
}

bool RetryBudget::take()
{
    refill();
    if (m_balance < retryCost)
        return false;
    m_balance -= retryCost;
    return true;
}

void RetryBudget::refill()
{
    const qint64 retries = (m_clock.steadyMs() - m_refilledAtMs) / refillMs;
    m_refilledAtMs += retries * refillMs;
    earn(retries * retryCost);
}

void RetryBudget::earn(qint64 hundredths)
{
    m_balance = int(std::min<qint64>(m_balance + hundredths, stock * retryCost));
}

} // namespace petalpost::server
