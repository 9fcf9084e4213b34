// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/server/catalogue.h"
#include "core/storage/server/orderstore.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/writer.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samples.h"

#include <QtCore/QTemporaryDir>

#include <memory>

namespace petalpost::test {

/// A server's database on the disk for one test, with its writer, a reader and a clock that stands.
class ServerStore
{
public:
    ServerStore()
        : ServerStore(Writer::Limits())
    {
    }
    explicit ServerStore(Writer::Limits limits)
    {
        writer = std::make_unique<Writer>(path(), clock, limits);
        reader = std::make_unique<Reader>(path());
    }

    QString path() const { return m_dir.filePath(QStringLiteral("petalpost.db")); }

    /// Runs \a function in the writer and waits for its answer.
    template<class Function>
    auto write(Function function)
    {
        return writer->write(std::move(function)).takeResult();
    }

    /// Runs \a function, which returns a plain value, in a snapshot.
    template<class Function>
    auto read(Function function)
    {
        using Value = std::invoke_result_t<Function, Database &>;
        return reader->read([&](Database &database) -> Result<Value> { return function(database); })
            .takeResult()
            .value();
    }

    /// The first column of the only row of \a sql.
    qint64 number(Sql sql)
    {
        return read([sql](Database &database) {
            Rows rows = database.query(sql);
            return rows.next() ? rows.number(0) : qint64(-1);
        });
    }

    /// Changes the file behind the server's back.
    void tamper(const QString &statement) const
    {
        Database raw(path(), Database::Mode::ReadWrite);
        raw.runSchemaStep(statement);
    }

    /// Stops the server and starts it again on the same file.
    void restart()
    {
        reader.reset();
        writer.reset();
        writer = std::make_unique<Writer>(path(), clock);
        reader = std::make_unique<Reader>(path());
    }

private:
    QTemporaryDir m_dir;

public:
    FakeClock clock;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Reader> reader;
};

inline JournalEntry entryFor(DocumentType type, qint64 id, bool deleted = false)
{
    return {0,
            Actor::Florist,
            QStringLiteral("test"),
            type,
            id,
            QJsonObject{{QStringLiteral("fact"), id}},
            deleted};
}

/// A stored product and \a count stored orders of it, 1 to \a count, each with its journal row.
inline Result<void> storeOrders(Transaction &transaction, int count)
{
    store::insertProduct(transaction.db(), sampleProduct(1));
    transaction.record(entryFor(DocumentType::Product, 1));
    for (int id = 1; id <= count; ++id) {
        store::insertOrder(transaction.db(), sampleOrder(id), QByteArray::number(id),
                           QByteArray(16, 's'));
        transaction.record(entryFor(DocumentType::Order, id));
    }
    return {};
}

} // namespace petalpost::test
