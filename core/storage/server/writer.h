// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/storage/server/journal.h"

#include <QtCore/QFuture>
#include <QtCore/QLoggingCategory>
#include <QtCore/QObject>
#include <QtCore/QPromise>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace petalpost {

/// What a writer function may use: the database and the journal, nothing else, for it may run
/// twice.
class Transaction
{
public:
    Transaction(Database &database, qint64 nowMs)
        : m_database(database)
        , m_nowMs(nowMs)
    {
    }
    Q_DISABLE_COPY_MOVE(Transaction)

    Database &db() { return m_database; }
    /// The server's time, the same for the whole function.
    qint64 nowMs() const { return m_nowMs; }
    /// The next id of the counter \a name, from 1.
    qint64 nextId(QLatin1StringView name);
    /// Adds a change to the journal and announces its document in the feed.
    void record(JournalEntry entry);

private:
    friend class Writer;
    Database &m_database;
    qint64 m_nowMs;
    std::vector<JournalEntry> m_entries;
};

/// The one place that writes. Functions that wait are run together in one transaction, each in a
/// savepoint of its own, and answered after its commit is on the disk; a function that refuses
/// leaves nothing behind. Every promise is answered, also when the writer stops.
class Writer : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        int queue = 4096; ///< functions that may wait; a further one is refused with Busy
        int batch = 256; ///< functions in one transaction
    };

    /// Opens \a path in a thread of its own, creates or updates its schema, and throws StorageError
    /// when that fails. \a clock must outlive the writer.
    Writer(const QString &path, const Clock &clock, Limits limits, QObject *parent = nullptr);
    Writer(const QString &path, const Clock &clock)
        : Writer(path, clock, Limits())
    {
    }
    /// Finishes what waits, then ends the thread.
    ~Writer() override;

    /// Finishes what waits and ends the thread; whatever comes later is refused with Busy.
    void stop();

    /// Runs \a function, a `Result<T>(Transaction &)`, in the writer's thread. Callable from every
    /// thread. Refuses with Busy when the queue is full, StorageFailed when the database fails.
    template<class Function>
    auto write(Function function) -> QFuture<std::invoke_result_t<Function, Transaction &>>
    {
        using Outcome = std::invoke_result_t<Function, Transaction &>;
        auto promise = std::make_shared<QPromise<Outcome>>();
        auto outcome = std::make_shared<std::optional<Outcome>>();
        QFuture<Outcome> future = promise->future();
        promise->start();
        Job job;
        job.run = [function = std::move(function), outcome](Transaction &transaction) {
            outcome->emplace(function(transaction));
            return (*outcome)->has_value();
        };
        job.answer = [promise, outcome](const Refusal *failure) {
            promise->addResult(failure ? Outcome(refuse(*failure)) : std::move(**outcome));
            promise->finish();
        };
        submit(std::move(job));
        return future;
    }

    /// How many functions wait. Callable from every thread.
    int queued() const;

Q_SIGNALS:
    /// The feed has grown to \a number. Emitted from the writer's thread, once a batch.
    void committed(qint64 number);

private:
    struct Job
    {
        std::function<bool(Transaction &)> run; ///< false: roll back to before it
        std::function<void(const Refusal *)> answer;
        std::optional<Refusal> failure; ///< a database fault of this function alone
    };

    void submit(Job job);
    void loop(Database &database);
    std::vector<Job> takeBatch();
    void runBatch(Database &database, std::vector<Job> &batch);
    /// Answers the feed number after the commit, or throws.
    std::optional<qint64> attempt(Database &database, std::vector<Job> &batch, qint64 batchId);
    void runJob(Database &database, Job &job, std::vector<JournalEntry> &entries);

    const Clock &m_clock;
    const Limits m_limits;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace petalpost
