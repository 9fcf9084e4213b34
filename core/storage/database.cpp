// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"

#include <QtCore/QUuid>
#include <QtCore/QVariant>
#include <QtSql/QSqlError>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

[[noreturn]] void fail(const QSqlError &error)
{
    throw StorageError(error.text().toStdString());
}

} // namespace

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

bool Rows::next()
{
    if (m_query->next())
        return true;
    const QSqlError error = m_query->lastError();
    m_query->finish();
    if (error.isValid() && error.type() != QSqlError::NoError)
        fail(error);
    return false;
}

Database::Database(const QString &path, Mode mode)
    : m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(mode == Mode::ReadOnly
                                     ? u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s
                                     : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_database.open()) {
        const QSqlError error = m_database.lastError();
        m_database = {};
        QSqlDatabase::removeDatabase(m_connection);
        fail(error);
    }
    if (mode == Mode::ReadOnly)
        return;
    try {
        prepareForWriting();
    } catch (const StorageError &) {
        close();
        throw;
    }
}

void Database::prepareForWriting()
{
    for (const auto &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                               u"PRAGMA foreign_keys=ON"_s, u"PRAGMA secure_delete=ON"_s,
                               u"PRAGMA cache_size=-16384"_s, u"PRAGMA wal_autocheckpoint=4000"_s})
        runSchemaStep(pragma);
}

Database::~Database()
{
    close();
}

void Database::close()
{
    m_statements.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

void Database::runSchemaStep(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        fail(query.lastError());
}

void Database::begin()
{
    run("BEGIN IMMEDIATE");
}

void Database::commit()
{
    run("COMMIT");
}

void Database::rollback()
{
    run("ROLLBACK");
}

QSqlQuery &Database::prepared(Sql sql)
{
    auto &statement = m_statements[sql.text()];
    if (!statement) {
        auto query = std::make_shared<QSqlQuery>(m_database);
        query->setForwardOnly(true);
        if (!query->prepare(QString::fromUtf8(sql.text()))) {
            const QSqlError error = query->lastError();
            m_statements.remove(sql.text());
            fail(error);
        }
        statement = std::move(query);
    }
    return *statement;
}

void Database::execute(QSqlQuery &query)
{
    if (!query.exec()) {
        const QSqlError error = query.lastError();
        query.finish();
        fail(error);
    }
}

} // namespace petalpost
