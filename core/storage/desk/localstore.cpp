// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/localstore.h"

#include "core/storage/desk/copytables.h"
#include "core/storage/desk/deskmigrations.h"

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

tl::unexpected<Refusal> storageFailed(const StorageError &error)
{
    return refuse(RefusalCode::StorageFailed, {}, QString::fromUtf8(error.what()));
}

/// Runs \a read and turns a fault of the database into a refusal.
template<class Function>
auto guarded(Function read) -> Result<std::invoke_result_t<Function>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Function>>) {
            read();
            return {};
        } else {
            return read();
        }
    } catch (const StorageError &error) {
        return storageFailed(error);
    }
}

/// As guarded(), in one transaction that is rolled back by a fault.
template<class Function>
auto transaction(Database &database, Function write) -> Result<std::invoke_result_t<Function>>
{
    return guarded([&] {
        database.begin();
        try {
            if constexpr (std::is_void_v<std::invoke_result_t<Function>>) {
                write();
                database.commit();
            } else {
                auto written = write();
                database.commit();
                return written;
            }
        } catch (const StorageError &) {
            database.rollback();
            throw;
        }
    });
}

QueuedOperation operationOf(const Rows &rows)
{
    const auto kind = fromWord(operationKindWords, rows.text(1));
    const auto verb = fromWord(verbWords, rows.text(3));
    const auto state = fromWord(operationStateWords, rows.text(7));
    if (!kind || !verb || !state)
        throw StorageError("the queue holds an operation that this version does not know");
    Operation operation{rows.text(0),
                        *kind,
                        rows.number(2),
                        *verb,
                        rows.number(4),
                        rows.number(5),
                        QJsonDocument::fromJson(rows.text(6).toUtf8()).object()};
    return {std::move(operation), *state};
}

} // namespace

LocalStore::LocalStore(const QString &path)
    : m_database(std::make_unique<Database>(path, Database::Mode::ReadWrite))
{
    migrate(*m_database, deskMigrations());
}

LocalStore::~LocalStore() = default;

Result<std::unique_ptr<LocalStore>> LocalStore::open(const QString &path)
{
    return guarded([&] { return std::unique_ptr<LocalStore>(new LocalStore(path)); });
}

Result<CopyState> LocalStore::state()
{
    return guarded([&] { return copytables::state(*m_database); });
}

Result<std::vector<CopyChange>> LocalStore::apply(const FeedPage &page)
{
    const auto before = state();
    if (!before)
        return refuse(before.error());
    const QString &epoch = before->cursor.epoch;
    if (!epoch.isEmpty() && epoch != page.cursor.epoch)
        return refuse(RefusalCode::StaleVersion, u"cursor"_s);
    return transaction(*m_database, [&] {
        std::vector<CopyChange> changes;
        for (const FeedEntry &entry : page.entries) {
            if (auto change = copytables::store(*m_database, entry))
                changes.push_back(std::move(*change));
        }
        if (page.complete && !before->complete)
            copytables::removeStale(*m_database, changes);
        copytables::advance(*m_database, page, *before);
        return changes;
    });
}

Result<void> LocalStore::resetCopy(const QString &epoch)
{
    return transaction(*m_database, [&] {
        m_database->run("UPDATE documents SET number = -1, version = -1");
        m_database->run("UPDATE copy_state SET epoch = ?, number = 0, complete = 0 WHERE id = 1",
                        epoch);
    });
}

Result<void> LocalStore::noteContact(qint64 clockOffsetMs, qint64 lastContactMs)
{
    return transaction(*m_database, [&] {
        m_database->run(
            "UPDATE copy_state SET clock_offset_ms = ?, last_contact_ms = ? WHERE id = 1",
            clockOffsetMs, lastContactMs);
    });
}

Result<std::vector<Order>> LocalStore::loadOrders(qint64 finishedSinceMs)
{
    return guarded([&] { return copytables::orders(*m_database, finishedSinceMs); });
}

Result<std::vector<Review>> LocalStore::loadReviews()
{
    return guarded([&] { return copytables::reviews(*m_database); });
}

Result<std::vector<Product>> LocalStore::loadProducts()
{
    return guarded([&] { return copytables::products(*m_database); });
}

Result<Shop> LocalStore::loadShop()
{
    return guarded([&] { return copytables::shop(*m_database); });
}

Result<void> LocalStore::enqueue(const Operation &operation)
{
    const QString details =
        QString::fromUtf8(QJsonDocument(operation.details).toJson(QJsonDocument::Compact));
    return transaction(*m_database, [&] {
        m_database->run("INSERT INTO operations"
                        " (id, kind, subject, verb, based_on, pressed_at_ms, details, state)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        operation.id, word(operation.kind), operation.subject, word(operation.verb),
                        operation.basedOn, operation.pressedAtMs, details,
                        word(OperationState::Queued));
    });
}

Result<void> LocalStore::setState(const QString &operationId, OperationState state)
{
    return transaction(*m_database, [&] {
        m_database->run("UPDATE operations SET state = ? WHERE id = ?", word(state), operationId);
    });
}

Result<std::optional<Document>> LocalStore::finish(const QString &operationId,
                                                   const Document &answer)
{
    return transaction(*m_database, [&] {
        m_database->run("DELETE FROM operations WHERE id = ?", operationId);
        return copytables::merge(*m_database, answer);
    });
}

Result<void> LocalStore::drop(const QStringList &operationIds)
{
    return transaction(*m_database, [&] {
        for (const QString &id : operationIds)
            m_database->run("DELETE FROM operations WHERE id = ?", id);
    });
}

Result<std::vector<QueuedOperation>> LocalStore::pending()
{
    return guarded([&] {
        std::vector<QueuedOperation> operations;
        Rows rows = m_database->query(
            "SELECT id, kind, subject, verb, based_on, pressed_at_ms, details, state"
            " FROM operations ORDER BY seq");
        while (rows.next())
            operations.push_back(operationOf(rows));
        return operations;
    });
}

Result<void> LocalStore::acknowledge(qint64 orderId, qint64 atMs)
{
    return transaction(*m_database, [&] {
        m_database->run("INSERT INTO acknowledged (order_id, at_ms) VALUES (?, ?)"
                        " ON CONFLICT (order_id) DO NOTHING",
                        orderId, atMs);
    });
}

Result<std::set<qint64>> LocalStore::acknowledged()
{
    return guarded([&] {
        std::set<qint64> ids;
        Rows rows = m_database->query("SELECT order_id FROM acknowledged");
        while (rows.next())
            ids.insert(rows.number(0));
        return ids;
    });
}

} // namespace petalpost
