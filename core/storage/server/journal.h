// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/orderstate.h"
#include "core/protocol/documents.h"
#include "core/storage/database.h"

namespace petalpost {

/// One change of one document, as the journal keeps it and the feed announces it.
struct JournalEntry
{
    qint64 atMs = 0;
    Actor actor = Actor::Server;
    QString what; ///< a verb or another fixed word
    /// The document that changed; nothing for a device, which the feed does not carry.
    std::optional<DocumentType> type = DocumentType::Order;
    qint64 id = 0;
    QJsonObject detail; ///< facts of the change, never personal values (see personalDigest())
    bool deleted = false; ///< announces a tombstone
};

/// The head of the hash chain, read at the start of a batch and written at its end.
struct JournalHead
{
    qint64 number = 0;
    QByteArray hash;
    QString epoch;
};

/// Creates the head with a fresh random epoch when the database has none.
void ensureJournalHead(Database &database);
JournalHead readJournalHead(Database &database);
/// Another number after each commit of any other connection, in this process or not. It means
/// something beside earlier ones of the same connection only.
qint64 dataVersion(Database &database);

/// Appends \a entries in order, numbers and chains them, and announces each in the feed. Called
/// once at the end of a batch, after its last savepoint, so that number order is commit order.
JournalHead appendJournal(Database &database, const std::vector<JournalEntry> &entries);

/// Recomputes the whole chain. Answers the number of the first row that was altered, or nothing.
std::optional<qint64> firstAlteredRow(Database &database);

/// HMAC-SHA256 of personal \a values under \a salt, hex. The salt lies beside the values and is
/// deleted with them, so a kept journal tells nothing about a forgotten person.
QString personalDigest(const QByteArray &salt, const QStringList &values);

} // namespace petalpost
