// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/ledgerstore.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::store {

namespace {

constexpr SqlText ledgerSelect = "SELECT id, at_ms, order_id, attempt_id, kind, amount_minor, "
                                 "currency, exponent, reference, detail FROM ledger ";

std::vector<LedgerEntry> readEntries(Rows rows)
{
    std::vector<LedgerEntry> entries;
    while (rows.next()) {
        const auto kind = fromWord(ledgerKindWords, rows.text(4));
        if (!kind)
            throw StorageError("an unknown kind of ledger entry is stored");
        entries.push_back({rows.number(0), rows.number(1), rows.number(2), rows.text(3), *kind,
                           Money{rows.number(5), {rows.text(6), int(rows.number(7))}}, rows.text(8),
                           rows.text(9)});
    }
    return entries;
}

} // namespace

bool addLedgerEntry(Transaction &transaction, const LedgerEntry &entry)
{
    return transaction.db().run(
               "INSERT INTO ledger (id, at_ms, order_id, attempt_id, kind, amount_minor, currency, "
               "exponent, reference, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
               "ON CONFLICT (attempt_id, kind, reference) DO NOTHING",
               transaction.nextId("ledger"_L1), transaction.nowMs(), entry.orderId, entry.attemptId,
               word(entry.kind), entry.amount.minor, entry.amount.currency.code,
               entry.amount.currency.exponent, entry.reference, entry.detail)
           == 1;
}

std::vector<LedgerEntry> ledgerOf(Database &database, qint64 orderId)
{
    static constexpr auto sql = ledgerSelect + "WHERE order_id = ? ORDER BY id";
    return readEntries(database.query(sql, orderId));
}

std::vector<LedgerEntry> ledgerBetween(Database &database, qint64 fromMs, qint64 toMs,
                                       qint64 afterId, int limit)
{
    static constexpr auto sql =
        ledgerSelect + "WHERE at_ms >= ? AND at_ms < ? AND id > ? ORDER BY id LIMIT ?";
    return readEntries(database.query(sql, fromMs, toMs, afterId, limit));
}

bool noteNotice(Transaction &transaction, const QString &provider, const QString &eventId)
{
    return transaction.db().run("INSERT INTO notices (provider, event_id, received_ms) "
                                "VALUES (?, ?, ?) ON CONFLICT (provider, event_id) DO NOTHING",
                                provider, eventId, transaction.nowMs())
           == 1;
}

void forgetNotices(Database &database, qint64 beforeMs)
{
    database.run("DELETE FROM notices WHERE received_ms < ?", beforeMs);
}

} // namespace petalpost::store
