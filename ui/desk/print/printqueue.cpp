// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/print/printqueue.h"

#include "core/storage/desk/printstore.h"
#include "ui/desk/print/printwords.h"
#include "ui/desk/print/testsheet.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <algorithm>

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

/// In the florist's documents; empty when there is no room for it.
QString pdfFile(const QString &name)
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QDir folder(documents.filePath(u"Petalpost"_s));
    if (!folder.mkpath(u"."_s))
        return {};
    return folder.filePath(name % u".pdf"_s);
}

} // namespace

PrintQueue::PrintQueue(sync::Engine &engine, PrintPreferences &preferences, const Theme &theme,
                       QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_preferences(preferences)
    , m_theme(theme)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &PrintQueue::handOverNext);
    reload();
}

void PrintQueue::resume()
{
    if (const auto recovered = m_engine.prints().recover(); !recovered)
        Q_EMIT refused(recovered.error());
    reload();
    m_soon.start();
}

void PrintQueue::reload()
{
    if (auto jobs = m_engine.prints().jobs())
        m_jobs = std::move(*jobs);
    Q_EMIT changed();
}

PrintJob PrintQueue::jobFor(PrintKind kind, qint64 orderId) const
{
    PrintJob job;
    job.orderId = orderId;
    job.kind = kind;
    job.preset = presetWord(kind, m_preferences.preset());
    job.printer = m_preferences.printer(kind).value_or(m_printers->usual());
    job.madeAtMs = m_engine.nowMs();
    return job;
}

Papers PrintQueue::papers(const Order &order, const PrintJob &job) const
{
    const TicketFacts facts{m_engine.shop(), m_engine.nowMs(),
                            timesPrinted(job.kind, order.id) + 1};
    return makePapers(job.kind, order, presetOf(job.kind, job.preset), facts,
                      m_theme.font(TypeRole::Body));
}

Result<PrintOutcome> PrintQueue::print(const PrintJob &job)
{
    const auto stored = m_engine.prints().add(job);
    if (!stored)
        return refuse(stored.error());
    return handOver(*stored);
}

Result<void> PrintQueue::printTicketOnce(qint64 orderId)
{
    const auto stored = m_engine.prints().addOnce(jobFor(PrintKind::Ticket, orderId));
    if (!stored)
        return refuse(stored.error());
    if (*stored) {
        reload();
        m_soon.start();
    }
    return {};
}

/// Without being noted as in hand nothing goes out: nobody could tell afterwards.
Result<PrintOutcome> PrintQueue::handOver(const PrintJob &job)
{
    PrintStore &store = m_engine.prints();
    if (const auto noted = store.setState(job.id, PrintState::InHand); !noted) {
        reload();
        return refuse(noted.error());
    }
    const PrintOutcome outcome = tell(job);
    const auto noted = outcome.trouble == PrintTrouble::None
                           ? store.finish(job.id)
                           : store.setState(job.id, PrintState::Failed, outcome.trouble);
    reload();
    if (!noted) // it stays in hand, and the next start asks a person
        Q_EMIT refused(noted.error());
    return outcome;
}

PrintOutcome PrintQueue::tell(const PrintJob &job) const
{
    const auto order = m_engine.order(job.orderId);
    if (!order)
        return {PrintTrouble::OrderAbsent};
    const Papers papers = this->papers(*order, job);
    if (papers.sheets.empty() || (!papers.fit() && job.kind != PrintKind::Ticket))
        return {PrintTrouble::NoRoom};
    PrintTarget target;
    target.printer = job.printer;
    target.title = numberText(job.orderId) % u' ' % printKindText(job.kind);
    target.copies = job.copies;
    target.offsetMm = m_preferences.offsetMm(job.printer);
    if (job.printer.isEmpty())
        target.file = pdfFile(QString::number(job.orderId) % u' ' % printKindText(job.kind));
    return {printPapers(papers, target, *m_printers), target.file};
}

/// One at a time, so that the window goes on living between them.
void PrintQueue::handOverNext()
{
    const auto next = std::ranges::find(m_jobs, PrintState::Waiting, &PrintJob::state);
    if (next == m_jobs.end())
        return;
    if (const auto done = handOver(PrintJob(*next)); !done)
        Q_EMIT refused(done.error()); // it waits, until the next start or a person
    else
        m_soon.start();
}

PrintOutcome PrintQueue::printTest(const QString &printer) const
{
    PrintTarget target;
    target.printer = printer;
    target.title = tr("시험 인쇄");
    target.offsetMm = m_preferences.offsetMm(printer);
    if (printer.isEmpty())
        target.file = pdfFile(target.title);
    Papers papers;
    papers.sheets.push_back(std::make_unique<TestSheet>(printerText(printer), target.offsetMm,
                                                        m_theme.font(TypeRole::Body)));
    return {printPapers(papers, target, *m_printers), target.file};
}

void PrintQueue::retry(qint64 id)
{
    const auto found = std::ranges::find(m_jobs, id, &PrintJob::id);
    if (found == m_jobs.end())
        return;
    if (const auto done = handOver(PrintJob(*found)); !done)
        Q_EMIT refused(done.error());
}

void PrintQueue::remove(qint64 id)
{
    if (const auto removed = m_engine.prints().remove(id); !removed)
        Q_EMIT refused(removed.error());
    reload();
}

int PrintQueue::timesPrinted(PrintKind kind, qint64 orderId) const
{
    return m_engine.prints().timesPrinted(kind, orderId).value_or(0);
}

} // namespace petalpost::desk
