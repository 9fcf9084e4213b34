// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/message.h"
#include "core/storage/server/writer.h"

namespace petalpost::store {

/// A row of the outbox with the parameters of its text.
struct OutboxRow
{
    Message message;
    qint64 amountMinor = 0; ///< money named in the text, when the event has any
    qint64 orderCount = 1; ///< orders that the text is about; Message::orderId is the first of them
};

/// Adds a message; Message::id is given by the store. Nothing is added for an empty phone.
void enqueueMessage(Transaction &transaction, OutboxRow row);
/// Withdraws what \a operation queued and is still held; answers how many rows that were.
int withdrawHeld(Database &database, const QString &operation);
/// \a operation takes the place of earlier operations' messages that are still held: of all when it
/// is \a late itself, else of those whose operation had come more than \a lateAfterMs after it was
/// pressed.
void supersedeHeld(Database &database, qint64 orderId, const QString &operation, bool late,
                   qint64 lateAfterMs);
/// \a operation was undone before its message left: holds again what it had superseded.
void holdSuperseded(Database &database, const QString &operation, qint64 sendAfterMs);
/// Withdraws every message of the order that is still held: a newer state makes them stale.
int withdrawAllHeld(Database &database, qint64 orderId);

/// Takes up to \a limit due messages for \a claimant until \a leaseUntilMs. Messages whose earlier
/// lease ended while sending become unknown and are not taken: they may have left.
std::vector<OutboxRow> claimDue(Database &database, const QString &claimant, qint64 nowMs,
                                qint64 leaseUntilMs, int limit);
/// Writes the outcome, only while \a claimant still holds the row.
bool finishMessage(Database &database, const QString &claimant, const Message &message);
/// When the next message falls due; nothing when none waits.
std::optional<qint64> nextDueMs(Database &database);

/// When the owner was last told of unseen orders; nothing when never.
std::optional<qint64> lastToOwnerMs(Database &database);

std::vector<OutboxRow> messagesOf(Database &database, qint64 orderId, int limit);
/// Messages of all orders, newest first, with ids below \a beforeId (0 = from the newest).
std::vector<OutboxRow> newestMessages(Database &database, MessageChoice choice, qint64 beforeId,
                                      int limit);

} // namespace petalpost::store
