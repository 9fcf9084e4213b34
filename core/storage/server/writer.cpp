// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/writer.h"

#include "core/storage/server/schema.h"

#include <QtCore/QRandomGenerator>

#include <future>

Q_LOGGING_CATEGORY(lcStorage, "petalpost.storage")

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

constexpr int maxAttempts = 3; ///< of one batch, when its transaction fails as a whole
constexpr qint64 batchMemoryMs = 3'600'000; ///< a lost commit is looked up within seconds
constexpr qint64 batchesBetweenPrunes = 1024;

bool wasCommitted(Database &database, qint64 batchId)
{
    Rows rows = database.query("SELECT 1 FROM batches WHERE id = ?", batchId);
    return rows.next();
}

void rollBackQuietly(Database &database)
{
    try {
        database.rollback();
    } catch (const StorageError &error) {
        // The engine has already rolled back by itself after most faults.
        qCDebug(lcStorage) << "rollback:" << error.what();
    }
}

} // namespace

qint64 Transaction::nextId(QLatin1StringView name)
{
    Rows rows = m_database.query(
        "INSERT INTO counters (name, value) VALUES (?, 1) "
        "ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value",
        name);
    if (!rows.next())
        throw StorageError("a counter returned no value");
    return rows.number(0);
}

void Transaction::record(JournalEntry entry)
{
    entry.atMs = m_nowMs;
    m_entries.push_back(std::move(entry));
}

Writer::Writer(const QString &path, const Clock &clock, Limits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(limits)
{
    std::promise<void> opened;
    auto ready = opened.get_future();
    m_thread = std::thread([this, path, &opened] {
        std::optional<Database> database;
        try {
            database.emplace(path, Database::Mode::ReadWrite);
            migrate(*database, serverMigrations());
            ensureJournalHead(*database);
        } catch (...) {
            opened.set_exception(std::current_exception());
            return;
        }
        opened.set_value();
        loop(*database);
    });
    try {
        ready.get();
    } catch (...) {
        m_thread.join();
        throw;
    }
}

Writer::~Writer()
{
    stop();
}

void Writer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

int Writer::queued() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_queue.size());
}

void Writer::submit(Job job)
{
    bool accepted = false;
    {
        const std::lock_guard lock(m_mutex);
        accepted = !m_stopping && m_queue.size() < std::size_t(m_limits.queue);
        if (accepted)
            m_queue.push_back(std::move(job));
    }
    if (accepted) {
        m_wake.notify_one();
    } else {
        const Refusal busy = Refusal::of(RefusalCode::Busy);
        job.answer(&busy);
    }
}

void Writer::loop(Database &database)
{
    while (true) {
        std::vector<Job> batch = takeBatch();
        if (batch.empty())
            return;
        runBatch(database, batch);
    }
}

std::vector<Writer::Job> Writer::takeBatch()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
    std::vector<Job> batch;
    while (!m_queue.empty() && batch.size() < std::size_t(m_limits.batch)) {
        batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return batch;
}

void Writer::runBatch(Database &database, std::vector<Job> &batch)
{
    // Looked up after a lost COMMIT, so that a batch is neither answered wrongly nor run twice.
    const qint64 batchId = qint64(QRandomGenerator::system()->generate64() >> 1);
    std::optional<qint64> number;
    std::optional<Refusal> failure;
    for (int i = 0; i < maxAttempts; ++i) {
        try {
            number = attempt(database, batch, batchId);
            failure.reset();
            break;
        } catch (const StorageError &error) {
            qCCritical(lcStorage) << "a batch of" << batch.size()
                                  << "writes failed:" << error.what();
            rollBackQuietly(database);
            failure = Refusal::of(RefusalCode::StorageFailed);
        }
        try {
            if (wasCommitted(database, batchId)) {
                number = readJournalHead(database).number;
                failure.reset();
                break;
            }
        } catch (const StorageError &error) {
            qCCritical(lcStorage) << "the outcome of a batch could not be read:" << error.what();
        }
    }
    for (Job &job : batch)
        job.answer(failure ? &*failure : job.failure ? &*job.failure : nullptr);
    if (number && !failure)
        Q_EMIT committed(*number);
}

std::optional<qint64> Writer::attempt(Database &database, std::vector<Job> &batch, qint64 batchId)
{
    std::vector<JournalEntry> entries;
    database.begin();
    for (Job &job : batch)
        runJob(database, job, entries);
    std::optional<qint64> number;
    if (!entries.empty())
        number = appendJournal(database, entries).number;
    const qint64 nowMs = m_clock.nowMs();
    if (batchId % batchesBetweenPrunes == 0)
        database.run("DELETE FROM batches WHERE at_ms < ?", nowMs - batchMemoryMs);
    database.run("INSERT INTO batches (id, at_ms) VALUES (?, ?)", batchId, nowMs);
    database.commit();
    return number;
}

void Writer::runJob(Database &database, Job &job, std::vector<JournalEntry> &entries)
{
    Transaction transaction(database, m_clock.nowMs());
    job.failure.reset();
    bool keep = false;
    database.run("SAVEPOINT job");
    try {
        keep = job.run(transaction);
    } catch (const StorageError &error) {
        qCCritical(lcStorage) << "a write failed:" << error.what();
        job.failure = Refusal::of(RefusalCode::StorageFailed);
    }
    if (!keep)
        database.run("ROLLBACK TO SAVEPOINT job");
    database.run("RELEASE SAVEPOINT job");
    if (keep)
        std::ranges::move(transaction.m_entries, std::back_inserter(entries));
}

} // namespace petalpost
