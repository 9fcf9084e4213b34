// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/printstore.h"

#include "core/storage/desk/guarded.h"

#include <optional>

namespace petalpost {

namespace {

PrintJob printJobOf(const Rows &rows)
{
    const auto kind = fromWord(printKindWords, rows.text(2));
    const auto state = fromWord(printStateWords, rows.text(7));
    const auto trouble = fromWord(printTroubleWords, rows.text(8));
    if (!kind || !state || !trouble)
        throw StorageError("a print job is stored that this version does not know");
    return {rows.number(0),      rows.number(1), *kind,  rows.text(3), rows.text(4),
            int(rows.number(5)), rows.number(6), *state, *trouble};
}

} // namespace

Result<std::vector<PrintJob>> PrintStore::jobs()
{
    return guarded([this] {
        std::vector<PrintJob> jobs;
        Rows rows = m_database.query("SELECT id, order_id, kind, preset, printer, copies,"
                                     " made_at_ms, state, trouble FROM print_jobs ORDER BY id");
        while (rows.next())
            jobs.push_back(printJobOf(rows));
        return jobs;
    });
}

bool PrintStore::isFull()
{
    Rows rows = m_database.query("SELECT COUNT(*) FROM print_jobs");
    return rows.next() && rows.number(0) >= mostJobs;
}

/// Ids grow even over jobs that are gone.
PrintJob PrintStore::insert(PrintJob job)
{
    job.state = PrintState::Waiting;
    job.trouble = PrintTrouble::None;
    m_database.run("UPDATE print_state SET last_id = last_id + 1 WHERE id = 1");
    {
        Rows rows = m_database.query("SELECT last_id FROM print_state WHERE id = 1");
        if (!rows.next())
            throw StorageError("the print queue has no last number");
        job.id = rows.number(0);
    }
    m_database.run("INSERT INTO print_jobs (id, order_id, kind, preset, printer, copies,"
                   " made_at_ms, state, trouble) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   job.id, job.orderId, word(job.kind), job.preset, job.printer, job.copies,
                   job.madeAtMs, word(job.state), word(job.trouble));
    return job;
}

Result<PrintJob> PrintStore::add(const PrintJob &job)
{
    auto added = inTransaction(m_database, [&]() -> std::optional<PrintJob> {
        if (isFull())
            return std::nullopt;
        return insert(job);
    });
    if (!added)
        return refuse(added.error());
    if (!*added)
        return refuse(RefusalCode::TooMany);
    return std::move(**added);
}

Result<std::optional<PrintJob>> PrintStore::addOnce(const PrintJob &job)
{
    bool full = false;
    auto added = inTransaction(m_database, [&]() -> std::optional<PrintJob> {
        full = isFull();
        {
            Rows known = m_database.query("SELECT 1 FROM print_counts WHERE kind = ?"
                                          " AND order_id = ? UNION ALL SELECT 1 FROM print_jobs"
                                          " WHERE kind = ? AND order_id = ?",
                                          word(job.kind), job.orderId, word(job.kind), job.orderId);
            if (full || known.next())
                return std::nullopt;
        }
        count(word(job.kind), job.orderId, 0);
        return insert(job);
    });
    if (added && full)
        return refuse(RefusalCode::TooMany);
    return added;
}

Result<void> PrintStore::setState(qint64 id, PrintState state, PrintTrouble trouble)
{
    return inTransaction(m_database, [&] {
        m_database.run("UPDATE print_jobs SET state = ?, trouble = ? WHERE id = ?", word(state),
                       word(trouble), id);
    });
}

void PrintStore::count(QLatin1StringView kind, qint64 orderId, int more)
{
    m_database.run("INSERT INTO print_counts (kind, order_id, times) VALUES (?, ?, ?)"
                   " ON CONFLICT (kind, order_id) DO UPDATE SET times = times + excluded.times",
                   kind, orderId, more);
    m_database.run("DELETE FROM print_counts WHERE kind = ? AND order_id <="
                   " (SELECT order_id FROM print_counts WHERE kind = ?"
                   " ORDER BY order_id DESC LIMIT 1 OFFSET ?)",
                   kind, kind, mostRemembered);
}

Result<void> PrintStore::finish(qint64 id)
{
    return inTransaction(m_database, [&] {
        std::optional<std::pair<PrintKind, qint64>> paper;
        {
            Rows rows = m_database.query("SELECT kind, order_id FROM print_jobs WHERE id = ?", id);
            if (rows.next()) {
                if (const auto kind = fromWord(printKindWords, rows.text(0)))
                    paper = std::pair(*kind, rows.number(1));
            }
        }
        if (!paper)
            return;
        m_database.run("DELETE FROM print_jobs WHERE id = ?", id);
        count(word(paper->first), paper->second, 1);
    });
}

Result<void> PrintStore::remove(qint64 id)
{
    return inTransaction(m_database,
                         [&] { m_database.run("DELETE FROM print_jobs WHERE id = ?", id); });
}

Result<void> PrintStore::recover()
{
    const auto stored = jobs();
    if (!stored)
        return refuse(stored.error());
    return inTransaction(m_database, [&] {
        for (const PrintJob &job : *stored) {
            if (job.state != PrintState::InHand)
                continue;
            m_database.run("UPDATE print_jobs SET state = ? WHERE id = ?",
                           word(PrintState::Unclear), job.id);
            count(word(job.kind), job.orderId, 1);
        }
    });
}

Result<int> PrintStore::timesPrinted(PrintKind kind, qint64 orderId)
{
    return guarded([&] {
        Rows rows = m_database.query(
            "SELECT times FROM print_counts WHERE kind = ? AND order_id = ?", word(kind), orderId);
        return rows.next() ? int(rows.number(0)) : 0;
    });
}

Result<bool> PrintStore::isUsed(PrintKind kind)
{
    return guarded([&] {
        Rows rows = m_database.query(
            "SELECT 1 FROM print_counts WHERE kind = ? AND times > 0 LIMIT 1", word(kind));
        return rows.next();
    });
}

} // namespace petalpost
