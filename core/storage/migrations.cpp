// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/migrations.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

qint64 currentVersion(Database &database)
{
    database.runSchemaStep(
        u"CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"_s);
    Rows rows = database.query("SELECT version FROM schema_version");
    return rows.next() ? rows.number(0) : 0;
}

QString dialect(const char *statement)
{
    return QString::fromUtf8(statement)
        .replace(u"{id}"_s, u"INTEGER"_s)
        .replace(u"{blob}"_s, u"BLOB"_s);
}

void apply(Database &database, const Migration &migration)
{
    database.begin();
    try {
        for (const char *statement : migration.statements)
            database.runSchemaStep(dialect(statement));
        database.run("DELETE FROM schema_version");
        database.run("INSERT INTO schema_version (version) VALUES (?)", migration.version);
        database.commit();
    } catch (const StorageError &) {
        database.rollback();
        throw;
    }
}

} // namespace

void migrate(Database &database, std::span<const Migration> migrations)
{
    const qint64 current = currentVersion(database);
    const qint64 newest = migrations.empty() ? 0 : migrations.back().version;
    if (current > newest) {
        throw StorageError("the database was written by a newer version (schema "
                           + std::to_string(current) + ", this program knows "
                           + std::to_string(newest) + "): install that version or newer");
    }
    for (const Migration &migration : migrations) {
        if (migration.version > current)
            apply(database, migration);
    }
}

} // namespace petalpost
