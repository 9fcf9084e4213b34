// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/protocol/balance.h"
#include "core/server/payment/balancing.h"
#include "core/server/payment/payments.h"

namespace petalpost::server {

/// Balances a day: orders, ledger, the providers' own lists and the SMS ledger. Lives in the
/// server's thread and must outlive the coroutines it started.
class Balances
{
public:
    static constexpr int maxEntries = 5'000; ///< rows of the ledger that one day is compared with
    static constexpr int pageSize = 500;
    static constexpr int maxMessages = 4 * maxEntries;
    static constexpr int maxOpen = 1'000; ///< undecided payments, and refunds that are not done
    static constexpr int maxDifferences = 500; ///< named in one answer

    Balances(Payments &payments, Reader &reader, const Clock &clock)
        : m_payments(payments)
        , m_reader(reader)
        , m_clock(clock)
    {
    }

    /// The balance of \a date in the shop's time zone; without one, of today. Every provider is
    /// asked; one that does not answer is a difference of the balance. Refuses with OutOfRange
    /// (field `date`) for a day that has not begun.
    QCoro::Task<Result<Balance>> of(std::optional<QDate> date);

    /// Does what can be done about a difference, on the state as it is by then: repeated, it finds
    /// nothing left to do. Refuses with NotFound when the order has no such payment, NotAllowed …
    /// as the provider does, and with OutOfRange (field `kind`) when only a person can help.
    QCoro::Task<Result<RepairOutcome>> repair(RepairWish wish, qint64 deviceId);

private:
    QFuture<Result<BalanceDay>> dayOf(std::optional<QDate> date);

    Payments &m_payments;
    Reader &m_reader;
    const Clock &m_clock;
};

/// What balanceOf() needs of our own side. Gives the entries of \a lists the attempts that they are
/// about, or none.
BalanceBooks readBooks(Database &database, const BalanceDay &day, std::vector<ProviderList> &lists);

} // namespace petalpost::server
