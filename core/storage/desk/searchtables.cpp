// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/searchtables.h"

#include "core/storage/desk/searchquery.h"

#include <limits>

namespace petalpost::searchtables {

namespace {

constexpr int tidyPages = 64; ///< of the index, rewritten in one step

enum class Tidiness { Tidy, Removed, Tidying };

std::optional<QString> textOf(Database &database, qint64 id)
{
    Rows rows = database.query("SELECT text FROM order_texts WHERE id = ?", id);
    if (!rows.next())
        return std::nullopt;
    return rows.text(0);
}

void addGrams(Database &database, qint64 id, const QString &text)
{
    database.run("INSERT INTO order_grams (rowid, grams) VALUES (?, ?)", id, gramsOf(text));
}

/// The index keeps no texts of its own: it must be told what it holds.
void removeGrams(Database &database, qint64 id, const QString &text)
{
    database.run("INSERT INTO order_grams (order_grams, rowid, grams) VALUES ('delete', ?, ?)", id,
                 gramsOf(text));
}

void setTidiness(Database &database, Tidiness tidiness)
{
    database.run("UPDATE search_state SET tidiness = ? WHERE id = 1", static_cast<int>(tidiness));
}

qint64 changesSoFar(Database &database)
{
    Rows rows = database.query("SELECT total_changes()");
    return rows.next() ? rows.number(0) : 0;
}

/// The facts of a row: received at, state, payment.
bool factsFit(const Rows &rows, const OrderFilter &filter)
{
    const qint64 atMs = rows.number(1);
    return atMs >= filter.fromMs && (filter.untilMs == 0 || atMs < filter.untilMs)
           && (!filter.state || rows.text(2) == word(*filter.state))
           && (!filter.payment || rows.text(3) == word(*filter.payment));
}

Found findByFacts(Database &database, const OrderFilter &filter, qint64 below, int limit)
{
    const QString state = filter.state ? QString(word(*filter.state)) : QString();
    const QString payment = filter.payment ? QString(word(*filter.payment)) : QString();
    const qint64 until = filter.untilMs == 0 ? std::numeric_limits<qint64>::max() : filter.untilMs;
    Rows rows = database.query("SELECT id FROM order_facts WHERE id < ?"
                               " AND received_at_ms >= ? AND received_at_ms < ?"
                               " AND (? = '' OR state = ?) AND (? = '' OR payment = ?)"
                               " ORDER BY id DESC LIMIT ?",
                               below, filter.fromMs, until, state, state, payment, payment, limit);
    Found found;
    while (rows.next())
        found.ids.push_back(rows.number(0));
    if (std::ssize(found.ids) == limit)
        found.nextBeforeId = found.ids.back();
    return found;
}

} // namespace

void put(Database &database, const Order &order)
{
    database.run("INSERT INTO order_facts (id, received_at_ms, state, payment)"
                 " VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                 " received_at_ms = excluded.received_at_ms, state = excluded.state,"
                 " payment = excluded.payment",
                 order.id, receivedAt(order), word(order.state), word(order.payment));
    const QString text = searchText(order);
    const auto before = textOf(database, order.id);
    if (before == text)
        return;
    if (before)
        removeGrams(database, order.id, *before);
    addGrams(database, order.id, text);
    database.run("INSERT INTO order_texts (id, text) VALUES (?, ?)"
                 " ON CONFLICT (id) DO UPDATE SET text = excluded.text",
                 order.id, text);
}

void remove(Database &database, qint64 id)
{
    const auto text = textOf(database, id);
    if (!text)
        return;
    removeGrams(database, id, *text);
    database.run("DELETE FROM order_texts WHERE id = ?", id);
    database.run("DELETE FROM order_facts WHERE id = ?", id);
    setTidiness(database, Tidiness::Removed);
}

void removeAll(Database &database)
{
    database.run("INSERT INTO order_grams (order_grams) VALUES ('delete-all')");
    database.run("DELETE FROM order_texts");
    database.run("DELETE FROM order_facts");
    database.run("UPDATE search_state SET indexed_below = 0, tidiness = 0 WHERE id = 1");
}

Found find(Database &database, const OrderFilter &filter, qint64 beforeId, int limit, int maxMisses)
{
    const qint64 below = beforeId == 0 ? std::numeric_limits<qint64>::max() : beforeId;
    const SearchQuery query(filter.text);
    if (query.isEmpty())
        return findByFacts(database, filter, below, limit);
    Rows rows =
        database.query("SELECT order_grams.rowid, f.received_at_ms, f.state, f.payment, t.text"
                       " FROM order_grams CROSS JOIN order_facts f ON f.id = order_grams.rowid"
                       " CROSS JOIN order_texts t ON t.id = order_grams.rowid"
                       " WHERE order_grams MATCH ? AND order_grams.rowid < ?"
                       " ORDER BY order_grams.rowid DESC",
                       query.gramQuery(), below);
    Found found;
    for (int misses = 0; rows.next();) {
        const qint64 id = rows.number(0);
        if (factsFit(rows, filter) && query.matches(rows.text(4)))
            found.ids.push_back(id);
        else
            ++misses;
        if (std::ssize(found.ids) == limit || misses == maxMisses) {
            found.nextBeforeId = id;
            break;
        }
    }
    return found;
}

qint64 indexedBelow(Database &database)
{
    Rows rows = database.query("SELECT indexed_below FROM search_state WHERE id = 1");
    if (!rows.next())
        throw StorageError("the search index has lost its state row");
    return rows.number(0);
}

void setIndexedBelow(Database &database, qint64 id)
{
    database.run("UPDATE search_state SET indexed_below = ? WHERE id = 1", id);
}

bool tidy(Database &database)
{
    auto tidiness = Tidiness::Tidy;
    {
        Rows rows = database.query("SELECT tidiness FROM search_state WHERE id = 1");
        if (rows.next())
            tidiness = static_cast<Tidiness>(rows.number(0));
    }
    if (tidiness == Tidiness::Tidy)
        return false;
    const qint64 before = changesSoFar(database);
    // A negative number first joins all that is there; a positive one goes on with that.
    const bool begins = tidiness == Tidiness::Removed;
    database.run("INSERT INTO order_grams (order_grams, rank) VALUES ('merge', ?)",
                 begins ? -tidyPages : tidyPages);
    const bool worked = changesSoFar(database) - before >= 2; // as FTS5 says it
    setTidiness(database, begins || worked ? Tidiness::Tidying : Tidiness::Tidy);
    return begins || worked;
}

} // namespace petalpost::searchtables
