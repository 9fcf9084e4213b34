// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/sql.h"

#include <QtCore/QHash>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <memory>
#include <optional>
#include <stdexcept>

namespace petalpost {

/// A fault of the database: the disk is full, the file is damaged, a constraint caught a bug.
/// Thrown by Database and caught by the two places that own a transaction (Writer and the desk's
/// store), which turn it into RefusalCode::StorageFailed; it never crosses a folder.
class StorageError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The rows of one statement. Reading past the last row, or dropping this, ends the statement.
class Rows
{
public:
    explicit Rows(QSqlQuery &query)
        : m_query(&query)
    {
    }
    ~Rows();
    Rows(Rows &&other) noexcept
        : m_query(std::exchange(other.m_query, nullptr))
    {
    }
    Q_DISABLE_COPY(Rows)
    Rows &operator=(Rows &&) = delete;

    bool next();
    bool isNull(int column) const { return m_query->isNull(column); }
    qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    bool flag(int column) const { return number(column) != 0; }
    QString text(int column) const { return m_query->value(column).toString(); }
    QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }

private:
    QSqlQuery *m_query;
};

/// One connection, used by the thread that opened it. Statements are prepared once and kept.
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Opens the SQLite file \a path: WAL, every commit on disk before it returns; at most 16 MiB
    /// of page cache, and a log that is folded back every 16 MiB. Throws StorageError.
    Database(const QString &path, Mode mode);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Runs a statement that returns no rows; answers how many rows it changed.
    template<class... Values>
    int run(Sql sql, const Values &...values)
    {
        QSqlQuery &query = prepared(sql);
        int position = 0;
        (query.bindValue(position++, bound(values)), ...);
        execute(query);
        const int changed = query.numRowsAffected();
        query.finish();
        return changed;
    }

    /// Runs a SELECT or a RETURNING. A second query of the same text invalidates the first one's
    /// rows.
    template<class... Values>
    Rows query(Sql sql, const Values &...values)
    {
        QSqlQuery &query = prepared(sql);
        int position = 0;
        (query.bindValue(position++, bound(values)), ...);
        execute(query);
        return Rows(query);
    }

    /// Runs text that is not known at compile time: schema steps only.
    void runSchemaStep(const QString &statement);

    void begin();
    void commit();
    void rollback();

private:
    static QVariant bound(qint64 value) { return value; }
    static QVariant bound(int value) { return value; }
    static QVariant bound(bool value) { return value ? 1 : 0; }
    static QVariant bound(QLatin1StringView value) { return QString(value); }
    /// An empty text is stored as '', never as NULL, whether or not QString calls it null.
    static QVariant bound(const QString &value)
    {
        return value.isNull() ? QString(QLatin1StringView("")) : value;
    }
    static QVariant bound(const QByteArray &value)
    {
        return value.isNull() ? QByteArray("") : value;
    }
    template<class T>
    static QVariant bound(const std::optional<T> &value)
    {
        return value ? bound(*value) : QVariant(QMetaType::fromType<T>());
    }

    void prepareForWriting();
    void close();
    QSqlQuery &prepared(Sql sql);
    static void execute(QSqlQuery &query);

    QString m_connection;
    QSqlDatabase m_database;
    QHash<const char *, std::shared_ptr<QSqlQuery>> m_statements;
};

} // namespace petalpost
