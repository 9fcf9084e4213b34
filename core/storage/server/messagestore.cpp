// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/messagestore.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::store {

namespace {

constexpr SqlText messageSelect = "SELECT id, order_id, event, state, phone, locale, text, "
                                  "operation, created_ms, send_after_ms, sent_ms, "
                                  "amount_minor, order_count FROM messages ";

std::vector<OutboxRow> readMessages(Rows rows)
{
    std::vector<OutboxRow> all;
    while (rows.next()) {
        const auto event = fromWord(messageEventWords, rows.text(2));
        const auto state = fromWord(messageStateWords, rows.text(3));
        if (!event || !state)
            throw StorageError("an unknown message word is stored");
        all.push_back(
            {{rows.number(0), rows.number(1), *event, *state, rows.text(4), rows.text(5),
              rows.text(6), rows.text(7), rows.number(8), rows.number(9), rows.number(10)},
             rows.number(11),
             rows.number(12)});
    }
    return all;
}

} // namespace

void enqueueMessage(Transaction &transaction, OutboxRow row)
{
    const Message &message = row.message;
    if (message.phone.isEmpty())
        return;
    transaction.db().run(
        "INSERT INTO messages (id, order_id, event, state, phone, locale, amount_minor, text, "
        "operation, created_ms, send_after_ms, sent_ms, claimed_by, lease_until_ms, order_count) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, 0, '', 0, ?)",
        transaction.nextId("message"_L1), message.orderId, word(message.event), word(message.state),
        message.phone, message.locale, row.amountMinor, message.operation, transaction.nowMs(),
        message.sendAfterMs, row.orderCount);
}

int withdrawHeld(Database &database, const QString &operation)
{
    return database.run(
        "UPDATE messages SET state = 'withdrawn' WHERE operation = ? AND state = 'held'",
        operation);
}

void supersedeHeld(Database &database, qint64 orderId, const QString &operation, bool late,
                   qint64 lateAfterMs)
{
    database.run("UPDATE messages SET state = 'withdrawn', superseded_by = ? "
                 "WHERE order_id = ? AND state = 'held' AND operation <> '' AND operation <> ? "
                 "AND (? = 1 OR operation IN (SELECT id FROM operations WHERE order_id = ? "
                 "AND at_ms - pressed_ms > ?))",
                 operation, orderId, operation, late, orderId, lateAfterMs);
}

void holdSuperseded(Database &database, const QString &operation, qint64 sendAfterMs)
{
    database.run("UPDATE messages SET state = 'held', superseded_by = '', send_after_ms = ? "
                 "WHERE superseded_by = ? AND state = 'withdrawn'",
                 sendAfterMs, operation);
}

int withdrawAllHeld(Database &database, qint64 orderId)
{
    return database.run(
        "UPDATE messages SET state = 'withdrawn' WHERE order_id = ? AND state = 'held'", orderId);
}

std::vector<OutboxRow> claimDue(Database &database, const QString &claimant, qint64 nowMs,
                                qint64 leaseUntilMs, int limit)
{
    database.run("UPDATE messages SET state = 'unknown', claimed_by = '' WHERE state = 'sending' "
                 "AND lease_until_ms < ?",
                 nowMs);
    database.run(
        "UPDATE messages SET state = 'sending', claimed_by = ?, lease_until_ms = ? WHERE id IN "
        "(SELECT id FROM messages WHERE state IN ('held', 'queued') AND send_after_ms <= ? "
        "ORDER BY send_after_ms, id LIMIT ?)",
        claimant, leaseUntilMs, nowMs, limit);
    static constexpr auto sql =
        messageSelect
        + "WHERE state = 'sending' AND claimed_by = ? AND lease_until_ms = ? "
          "ORDER BY send_after_ms, id";
    return readMessages(database.query(sql, claimant, leaseUntilMs));
}

bool finishMessage(Database &database, const QString &claimant, const Message &message)
{
    return database.run("UPDATE messages SET state = ?, text = ?, send_after_ms = ?, sent_ms = ?, "
                        "claimed_by = '' "
                        "WHERE id = ? AND state = 'sending' AND claimed_by = ?",
                        word(message.state), message.text, message.sendAfterMs, message.sentAtMs,
                        message.id, claimant)
           == 1;
}

std::optional<qint64> nextDueMs(Database &database)
{
    Rows rows =
        database.query("SELECT MIN(send_after_ms) FROM messages WHERE state IN ('held', 'queued')");
    if (!rows.next() || rows.isNull(0))
        return std::nullopt;
    return rows.number(0);
}

std::optional<qint64> lastToOwnerMs(Database &database)
{
    Rows rows = database.query("SELECT MAX(created_ms) FROM messages WHERE event = 'owner_unseen'");
    if (!rows.next() || rows.isNull(0))
        return std::nullopt;
    return rows.number(0);
}

std::vector<OutboxRow> messagesOf(Database &database, qint64 orderId, int limit)
{
    static constexpr auto sql = messageSelect + "WHERE order_id = ? ORDER BY id LIMIT ?";
    return readMessages(database.query(sql, orderId, limit));
}

std::vector<OutboxRow> newestMessages(Database &database, MessageChoice choice, qint64 beforeId,
                                      int limit)
{
    static constexpr auto all = messageSelect + "WHERE id < ? ORDER BY id DESC LIMIT ?";
    static constexpr auto waiting =
        messageSelect
        + "WHERE id < ? AND state IN ('held', 'queued', 'sending') ORDER BY id DESC LIMIT ?";
    static constexpr auto trouble =
        messageSelect + "WHERE id < ? AND state IN ('failed', 'unknown') ORDER BY id DESC LIMIT ?";
    const qint64 below = beforeId > 0 ? beforeId : std::numeric_limits<qint64>::max();
    switch (choice) {
    case MessageChoice::All:
        return readMessages(database.query(all, below, limit));
    case MessageChoice::Waiting:
        return readMessages(database.query(waiting, below, limit));
    case MessageChoice::Trouble:
        return readMessages(database.query(trouble, below, limit));
    }
    Q_UNREACHABLE();
}

} // namespace petalpost::store
