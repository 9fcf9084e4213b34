// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/balance.h"
#include "core/server/payment/gateway.h"
#include "core/storage/server/balancestore.h"

namespace petalpost::server {

// The rules by which a day is balanced, over plain data: no clock, no database, no provider.

/// Two clocks, and a booking that came late, may put the same movement on both sides of midnight:
/// its partner is looked for this far beyond the day, in both directions.
inline constexpr qint64 borderToleranceMs = 6LL * 60 * 60 * 1000;
/// What moved in the last minutes may have reached one side only.
inline constexpr qint64 inFlightMs = 5LL * 60 * 1000;
/// From when on what is undecided is a difference.
inline constexpr qint64 settleWithinMs = 60LL * 60 * 1000;
/// What was left open before the day is named on it as well, for this long.
inline constexpr qint64 openForMs = 30LL * 24 * 60 * 60 * 1000;

/// The day in question.
struct BalanceDay
{
    QDate date;
    qint64 fromMs = 0;
    qint64 toMs = 0; ///< the first moment of the next day
    qint64 nowMs = 0;

    bool has(qint64 atMs) const { return atMs >= fromMs && atMs < toMs; }
    /// Whether both sides had the time to hear of it.
    bool hasArrived(qint64 atMs) const { return atMs <= nowMs - inFlightMs; }
    qint64 wideFromMs() const { return fromMs - borderToleranceMs; }
    qint64 wideToMs() const { return toMs + borderToleranceMs; }
};

/// Our own side, in one snapshot.
struct BalanceBooks
{
    /// Everything of the widened day, and of every attempt that a provider names. By id.
    std::vector<LedgerEntry> ledger;
    std::vector<PaymentAttempt> attempts; ///< those of the ledger, and the undecided ones
    std::vector<store::BalancedOrder> orders;
    std::vector<store::BalancedRefund> refunds; ///< those not done
    std::vector<Message> messages;
    bool complete = true; ///< false: the day has more than was read
};

/// One provider's side for the widened day. Entries name attempts of ours, or none.
struct ProviderList
{
    QString gateway;
    std::optional<std::vector<ProviderEntry>> entries; ///< nothing: it could not be read
};

/// The till's side, if anything of the day went through it: it has what our own ledger says.
std::optional<ProviderList> tillList(const BalanceBooks &books);

/// Compares both sides and nets the day. \a lists has every gateway in use. What a provider has is
/// a difference of the day on which it lies there, what only we have of the day on which we booked
/// it; so nothing is named on two days, and a partner across midnight is found from either one.
Balance balanceOf(const BalanceDay &day, const BalanceBooks &books,
                  const std::vector<ProviderList> &lists);

} // namespace petalpost::server
