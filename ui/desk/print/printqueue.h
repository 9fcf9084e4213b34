// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/print/papers.h"
#include "ui/desk/print/printpreferences.h"

#include <QtCore/QTimer>

namespace petalpost::desk {

class Theme;

/// What became of a paper that was handed over at once.
struct PrintOutcome
{
    PrintTrouble trouble = PrintTrouble::None; ///< anything else: the job waits in the queue
    QString file{}; ///< where a PDF lies; empty when it went to a printer
};

/// The papers on their way to the printers. A job is on the disk before a printer hears of it and
/// leaves when the printer has it, so that the program may end at any moment: what was not handed
/// over is printed at the next start, and what was in hand waits for a person to look.
class PrintQueue : public QObject
{
    Q_OBJECT

public:
    /// Everything handed in must outlive the queue.
    PrintQueue(sync::Engine &engine, PrintPreferences &preferences, const Theme &theme,
               QObject *parent = nullptr);

    /// To be called once, when the orders can be read: goes on where the last run ended.
    void resume();
    /// Prints there instead of on the system's printers. They must outlive the queue.
    void setPrinters(const Printers &printers) { m_printers = &printers; }
    const Printers &printers() const { return *m_printers; }
    PrintPreferences &preferences() const { return m_preferences; }

    /// A job of today's choices: the printer of \a kind and the preset.
    PrintJob jobFor(PrintKind kind, qint64 orderId) const;
    /// What \a job prints of \a order.
    Papers papers(const Order &order, const PrintJob &job) const;
    /// Stores \a job and hands it over at once. Refuses with TooMany and StorageFailed, and prints
    /// nothing then.
    Result<PrintOutcome> print(const PrintJob &job);
    /// Prints the ticket soon, unless it was printed or asked for before. Refuses as print().
    Result<void> printTicketOnce(qint64 orderId);
    /// A page to measure, on \a printer or as a PDF. It is not queued.
    PrintOutcome printTest(const QString &printer) const;

    /// What waits, oldest first. Valid until changed().
    const std::vector<PrintJob> &jobs() const { return m_jobs; }
    /// Hands a job over that failed or is unclear. Nothing for one that is not there.
    void retry(qint64 id);
    void remove(qint64 id);
    /// How often \a kind was printed of the order on this computer.
    int timesPrinted(PrintKind kind, qint64 orderId) const;

Q_SIGNALS:
    /// jobs() or timesPrinted() differ.
    void changed();
    /// The queue's file could not be written: what was asked for did not happen.
    void refused(const petalpost::Refusal &refusal);

private:
    Result<PrintOutcome> handOver(const PrintJob &job);
    PrintOutcome tell(const PrintJob &job) const;
    void handOverNext();
    void reload();

    sync::Engine &m_engine;
    PrintPreferences &m_preferences;
    const Theme &m_theme;
    const SystemPrinters m_system;
    const Printers *m_printers = &m_system;
    std::vector<PrintJob> m_jobs;
    QTimer m_soon;
};

} // namespace petalpost::desk
