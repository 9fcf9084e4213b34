// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/journal.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>
#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QUuid>

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

struct Row
{
    qint64 number;
    qint64 atMs;
    QString actor, what, type;
    qint64 id;
    QString detail;
};

QByteArray chained(const QByteArray &previous, const Row &row)
{
    // Every field is closed by a NUL, which none can hold, so no two rows read the same.
    const QString fields = QString::number(row.number) % QChar(0) % QString::number(row.atMs)
                           % QChar(0) % row.actor % QChar(0) % row.what % QChar(0) % row.type
                           % QChar(0) % QString::number(row.id) % QChar(0) % row.detail;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(previous);
    hash.addData(fields.toUtf8());
    return hash.result();
}

} // namespace

void ensureJournalHead(Database &database)
{
    database.run("INSERT INTO journal_head (only_row, number, hash, epoch) VALUES (1, 0, ?, ?) "
                 "ON CONFLICT (only_row) DO NOTHING",
                 QByteArray(32, '\0'), QUuid::createUuid().toString(QUuid::Id128).first(12));
}

qint64 dataVersion(Database &database)
{
    Rows rows = database.query("PRAGMA data_version");
    return rows.next() ? rows.number(0) : 0;
}

JournalHead readJournalHead(Database &database)
{
    Rows rows = database.query("SELECT number, hash, epoch FROM journal_head");
    if (!rows.next())
        throw StorageError("the journal has no head row");
    return {rows.number(0), rows.bytes(1), rows.text(2)};
}

JournalHead appendJournal(Database &database, const std::vector<JournalEntry> &entries)
{
    JournalHead head = readJournalHead(database);
    std::map<std::pair<DocumentType, qint64>, std::pair<qint64, bool>>
        announced; // last number, deleted
    for (const JournalEntry &entry : entries) {
        const Row row{
            ++head.number,
            entry.atMs,
            word(entry.actor),
            entry.what,
            entry.type ? word(*entry.type) : "device"_L1,
            entry.id,
            QString::fromUtf8(QJsonDocument(entry.detail).toJson(QJsonDocument::Compact))};
        head.hash = chained(head.hash, row);
        database.run("INSERT INTO journal (number, at_ms, actor, what, type, id, detail, hash) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                     row.number, row.atMs, row.actor, row.what, row.type, row.id, row.detail,
                     head.hash);
        if (entry.type)
            announced[{*entry.type, entry.id}] = {row.number, entry.deleted};
    }
    for (const auto &[document, last] : announced) {
        database.run("INSERT INTO feed (type, id, number, deleted) VALUES (?, ?, ?, ?) ON CONFLICT "
                     "(type, id) "
                     "DO UPDATE SET number = excluded.number, deleted = excluded.deleted",
                     word(document.first), document.second, last.first, last.second);
    }
    database.run("UPDATE journal_head SET number = ?, hash = ?", head.number, head.hash);
    return head;
}

std::optional<qint64> firstAlteredRow(Database &database)
{
    QByteArray hash(32, '\0');
    qint64 number = 0;
    Rows rows = database.query(
        "SELECT number, at_ms, actor, what, type, id, detail, hash FROM journal ORDER BY number");
    while (rows.next()) {
        const Row row{rows.number(0), rows.number(1), rows.text(2), rows.text(3),
                      rows.text(4),   rows.number(5), rows.text(6)};
        hash = chained(hash, row);
        if (row.number != ++number || hash != rows.bytes(7))
            return number;
    }
    const JournalHead head = readJournalHead(database);
    if (head.number != number || head.hash != hash)
        return number + 1;
    return std::nullopt;
}

QString personalDigest(const QByteArray &salt, const QStringList &values)
{
    const QByteArray joined = values.join(QChar(0)).toUtf8();
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(joined, salt, QCryptographicHash::Sha256).toHex());
}

} // namespace petalpost
