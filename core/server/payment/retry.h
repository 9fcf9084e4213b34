// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"

#include <functional>

namespace petalpost::server {

/// A random whole number from 0 to \a most, both included.
using Dice = std::function<int(int most)>;

/// The machine's own dice.
int randomUpTo(int most);

/// Waiting times between the tries of one call.
struct RetryPauses
{
    static constexpr int firstMs = 500; ///< the longest pause before the second try
    static constexpr int maxMs = 5'000; ///< the bound doubles up to this one

    /// The pause after \a failedTries tries (1 or more): anything up to the bound (full jitter), so
    /// that those who failed together do not come back together.
    static int pauseMs(int failedTries, const Dice &dice);
    static int boundMs(int failedTries);
};

/// Holds retries to a share of the calls, so that tries do not multiply the load of a provider that
/// is going down. A quiet shop has a small stock, which also comes back slowly by itself.
class RetryBudget
{
public:
    static constexpr int percentOfCalls = 10;
    static constexpr int stock = 10; ///< retries that can be saved up
    static constexpr qint64 refillMs = 60'000; ///< one retry comes back in this time

    /// \a clock must outlive the budget.
    explicit RetryBudget(const Clock &clock)
        : m_clock(clock)
        , m_refilledAtMs(clock.steadyMs())
    {
    }

    /// A first try was made.
    void noteCall();
    /// Takes one retry; false when there is none left.
    bool take();

private:
    static constexpr int retryCost = 100; ///< in hundredths of a retry, as the balance

    void refill();
    void earn(qint64 hundredths);

    const Clock &m_clock;
    qint64 m_refilledAtMs;
    int m_balance = stock * retryCost;
};

} // namespace petalpost::server
