// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/balance.h"
#include "core/storage/server/ledgerstore.h"
#include "core/storage/server/paymentstore.h"

#include <algorithm>
#include <map>
#include <set>

namespace petalpost::server {

namespace {

/// Reads rows of our own side, each once.
class BookReader
{
public:
    BookReader(Database &database, const BalanceDay &day)
        : m_database(database)
        , m_day(day)
    {
    }

    BalanceBooks read(std::vector<ProviderList> &lists)
    {
        readLedger();
        const auto moved = store::attemptsMoved(m_database, m_day.wideFromMs(), m_day.wideToMs(),
                                                Balances::maxEntries);
        const auto undecided = store::undecidedAttempts(m_database, m_day.fromMs - openForMs,
                                                        m_day.toMs, Balances::maxOpen);
        addAttempts(moved, Balances::maxEntries);
        addAttempts(undecided, Balances::maxOpen);
        for (ProviderList &list : lists) {
            if (list.entries)
                nameAttempts(list.gateway, *list.entries);
        }
        completeLedger(lists);
        m_books.orders = store::ordersMoved(m_database, m_day.wideFromMs(), m_day.wideToMs(),
                                            Balances::maxEntries);
        m_books.refunds =
            store::openRefunds(m_database, m_day.fromMs - openForMs, m_day.toMs, Balances::maxOpen);
        m_books.messages = store::messagesMoved(m_database, m_day.wideFromMs(), m_day.wideToMs(),
                                                Balances::maxMessages);
        checkBound(m_books.orders.size(), Balances::maxEntries);
        checkBound(m_books.refunds.size(), Balances::maxOpen);
        checkBound(m_books.messages.size(), Balances::maxMessages);
        for (auto &[id, attempt] : m_attempts)
            m_books.attempts.push_back(std::move(attempt));
        std::ranges::stable_sort(m_books.attempts, {}, &PaymentAttempt::createdAtMs);
        for (auto &[id, entry] : m_ledger)
            m_books.ledger.push_back(std::move(entry));
        return std::move(m_books);
    }

private:
    void checkBound(std::size_t count, int limit)
    {
        if (count >= std::size_t(limit))
            m_books.complete = false;
    }

    void readLedger()
    {
        qint64 afterId = 0;
        while (m_ledger.size() < std::size_t(Balances::maxEntries)) {
            const auto page = store::ledgerBetween(m_database, m_day.wideFromMs(), m_day.wideToMs(),
                                                   afterId, Balances::pageSize);
            for (const LedgerEntry &entry : page)
                m_ledger.emplace(entry.id, entry);
            if (page.size() < std::size_t(Balances::pageSize))
                return;
            afterId = page.back().id;
        }
        m_books.complete = false;
    }

    void addAttempts(const std::vector<PaymentAttempt> &attempts, int limit)
    {
        checkBound(attempts.size(), limit);
        for (const PaymentAttempt &attempt : attempts)
            m_attempts.emplace(attempt.id, attempt);
    }

    /// The attempt of ours that the provider means; nothing when it is about something else.
    std::optional<PaymentAttempt> attemptFor(const QString &gateway, const ProviderEntry &entry)
    {
        const auto known = m_attempts.find(entry.attemptId);
        if (known != m_attempts.end())
            return known->second;
        const auto stored = entry.attemptId.isEmpty()
                                ? std::nullopt
                                : store::findAttempt(m_database, entry.attemptId);
        return stored ? stored
                      : store::findAttemptByReference(m_database, gateway, entry.reference);
    }

    void nameAttempts(const QString &gateway, std::vector<ProviderEntry> &entries)
    {
        for (ProviderEntry &entry : entries) {
            const auto attempt = attemptFor(gateway, entry);
            entry.attemptId.clear();
            if (!attempt || attempt->gateway != gateway)
                continue;
            entry.attemptId = attempt->id;
            m_attempts.emplace(attempt->id, *attempt);
        }
    }

    /// Whatever happened to an attempt outside of the widened day is read where it decides: when
    /// the attempt began before it, and when the provider has something that the ledger does not.
    void completeLedger(const std::vector<ProviderList> &lists)
    {
        std::set<std::pair<QString, LedgerKind>> inLedger;
        for (const auto &[id, entry] : m_ledger) {
            const bool charge = entry.kind == LedgerKind::Surplus;
            const bool refund = entry.kind == LedgerKind::RefundSeen;
            inLedger.insert({entry.attemptId, charge   ? LedgerKind::Charge
                                              : refund ? LedgerKind::Refund
                                                       : entry.kind});
        }
        std::set<qint64> wanted;
        for (const auto &[id, attempt] : m_attempts) {
            if (!inLedger.contains({id, LedgerKind::Attempt}))
                wanted.insert(attempt.orderId);
        }
        for (const ProviderList &list : lists) {
            for (const ProviderEntry &entry : list.entries.value_or(std::vector<ProviderEntry>())) {
                const auto attempt = m_attempts.find(entry.attemptId);
                if (attempt != m_attempts.end()
                    && !inLedger.contains({entry.attemptId, entry.kind}))
                    wanted.insert(attempt->second.orderId);
            }
        }
        for (const qint64 orderId : wanted) {
            for (const LedgerEntry &entry : store::ledgerOf(m_database, orderId))
                m_ledger.emplace(entry.id, entry);
        }
    }

    Database &m_database;
    const BalanceDay &m_day;
    BalanceBooks m_books;
    std::map<QString, PaymentAttempt> m_attempts;
    std::map<qint64, LedgerEntry> m_ledger;
};

} // namespace

BalanceBooks readBooks(Database &database, const BalanceDay &day, std::vector<ProviderList> &lists)
{
    return BookReader(database, day).read(lists);
}

} // namespace petalpost::server
