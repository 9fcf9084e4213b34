// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/localstore.h"

#include "core/storage/desk/copytables.h"
#include "core/storage/desk/deskmigrations.h"
#include "core/storage/desk/guarded.h"
#include "core/storage/desk/operationrows.h"
#include "core/storage/desk/searchtables.h"

#include <algorithm>

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

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

/// Whether nothing is lost when a power cut takes \a page: the cursor goes with it, and nobody was
/// told that its orders lie here. So it is in a first sync.
bool isRepeatable(const FeedPage &page)
{
    const bool promised = std::ranges::any_of(page.entries, [](const FeedEntry &entry) {
        const auto *order = std::get_if<Order>(&entry.document);
        return order && order->awaitsReceipt();
    });
    return !page.complete && !promised;
}

/// Lets commits return before they are on the disk while it lives. The next commit after it takes
/// them there, for the log is written in order.
class Flushing
{
public:
    Flushing(Database &database, bool later)
        : m_database(database)
        , m_later(later && set(u"PRAGMA synchronous=NORMAL"_s))
    {
    }
    ~Flushing()
    {
        if (m_later)
            set(u"PRAGMA synchronous=FULL"_s);
    }
    Q_DISABLE_COPY_MOVE(Flushing)

private:
    bool set(const QString &statement)
    {
        try {
            m_database.runSchemaStep(statement);
            return true;
        } catch (const StorageError &) {
            return false;
        }
    }

    Database &m_database;
    bool m_later;
};

} // namespace

LocalStore::LocalStore(const QString &path)
    : m_database(std::make_unique<Database>(path, Database::Mode::ReadWrite))
    , m_decisions(*m_database)
    , m_search(*m_database)
    , m_prints(*m_database)
    , m_drafts(*m_database)
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
    const Flushing flushing(*m_database, isRepeatable(page));
    return inTransaction(*m_database, [&] {
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
    return inTransaction(*m_database, [&] {
        m_database->run("INSERT INTO former_orders (id, body) SELECT id, body FROM documents"
                        " WHERE type = 'order'"
                        " AND id IN (SELECT subject FROM operations WHERE kind = 'move')"
                        " ON CONFLICT (id) DO NOTHING");
        m_database->run("UPDATE documents SET number = -1, version = -1");
        m_database->run("UPDATE copy_state SET epoch = ?, number = 0, complete = 0 WHERE id = 1",
                        epoch);
    });
}

Result<void> LocalStore::wipe(bool keepOperations)
{
    auto wiped = inTransaction(*m_database, [&] {
        m_database->run("DELETE FROM documents");
        searchtables::removeAll(*m_database);
        m_database->run("DELETE FROM acknowledged");
        m_database->run("DELETE FROM former_orders");
        m_database->run("DELETE FROM drafts");
        if (!keepOperations) {
            m_database->run("DELETE FROM operations");
            m_database->run("DELETE FROM decisions");
            m_database->run("DELETE FROM print_jobs");
            m_database->run("DELETE FROM print_counts");
        }
        m_database->run("UPDATE copy_state SET epoch = '', number = 0, complete = 0, "
                        "clock_offset_ms = 0, last_contact_ms = 0 WHERE id = 1");
    });
    if (!wiped)
        return wiped;
    // secure_delete has overwritten the pages; the log still holds them as they were.
    return guarded([&] { m_database->runSchemaStep(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); });
}

Result<void> LocalStore::noteContact(qint64 clockOffsetMs, qint64 lastContactMs)
{
    return inTransaction(*m_database, [&] {
        m_database->run(
            "UPDATE copy_state SET clock_offset_ms = ?, last_contact_ms = ? WHERE id = 1",
            clockOffsetMs, lastContactMs);
    });
}

Result<std::vector<Order>> LocalStore::loadOrders(qint64 finishedSinceMs)
{
    return guarded([&] { return copytables::orders(*m_database, finishedSinceMs); });
}

Result<std::vector<Order>> LocalStore::ordersBefore(qint64 beforeId, int limit)
{
    return guarded([&] { return copytables::ordersBefore(*m_database, beforeId, limit); });
}

Result<Order> LocalStore::order(qint64 orderId)
{
    auto found = guarded([&] { return copytables::order(*m_database, orderId); });
    if (!found)
        return refuse(found.error());
    if (!*found)
        return refuse(RefusalCode::NotFound, u"id"_s);
    return std::move(**found);
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
    return inTransaction(*m_database, [&] { operationrows::insert(*m_database, operation); });
}

Result<void> LocalStore::setState(const QString &operationId, OperationState state)
{
    return inTransaction(*m_database, [&] {
        m_database->run("UPDATE operations SET state = ? WHERE id = ?", word(state), operationId);
    });
}

Result<std::optional<Document>> LocalStore::finish(const QString &operationId,
                                                   const Document &answer)
{
    return inTransaction(*m_database, [&] {
        const auto provisional = operationrows::placedBy(*m_database, operationId);
        operationrows::remove(*m_database, operationId);
        const auto *order = std::get_if<Order>(&answer);
        if (!provisional || !order)
            return copytables::merge(*m_database, answer);
        operationrows::renumberOrder(*m_database, *provisional, order->id);
        return copytables::mergePlaced(*m_database, *order);
    });
}

Result<void> LocalStore::drop(const QStringList &operationIds)
{
    return inTransaction(*m_database, [&] {
        for (const QString &id : operationIds)
            operationrows::remove(*m_database, id);
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
    return inTransaction(*m_database, [&] {
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
