// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "core/storage/desk/localstore.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

/// What is to be printed, on the disk.
class TestPrintStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void wordsComeBack();
    void jobsOutliveTheProgram();
    void aPaperInHandBecomesUnclear();
    void whatIsFinishedIsCountedOnce();
    void onceIsOnceWhateverBecameOfIt();
    void theQueueHasABound();
    void oldCountsAreForgotten();
    void aWipeForgetsUnlessTheQueueStays();

private:
    void reopen()
    {
        m_store.reset();
        auto opened = LocalStore::open(m_dir->filePath(u"desk.db"_s));
        QVERIFY(opened);
        m_store = std::move(*opened);
    }
    PrintStore &prints() { return m_store->prints(); }
    static PrintJob job(qint64 orderId, PrintKind kind = PrintKind::Ticket)
    {
        PrintJob job;
        job.orderId = orderId;
        job.kind = kind;
        job.preset = u"90x55 serif"_s;
        job.printer = u"bench"_s;
        job.copies = 2;
        job.madeAtMs = 1'234;
        return job;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalStore> m_store;
};

void TestPrintStore::init()
{
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    reopen();
}

void TestPrintStore::wordsComeBack()
{
    for (const auto &[kind, text] : printKindWords)
        QCOMPARE(fromWord(printKindWords, QString(text)), kind);
    for (const auto &[state, text] : printStateWords)
        QCOMPARE(fromWord(printStateWords, QString(text)), state);
    for (const auto &[trouble, text] : printTroubleWords)
        QCOMPARE(fromWord(printTroubleWords, QString(text)), trouble);
}

void TestPrintStore::jobsOutliveTheProgram()
{
    const auto first = prints().add(job(7));
    const auto second = prints().add(job(8, PrintKind::Ribbon));
    QVERIFY(first && second);
    QVERIFY(prints().setState(second->id, PrintState::Failed, PrintTrouble::PrinterAbsent));
    reopen();
    PrintJob failed = *second;
    failed.state = PrintState::Failed;
    failed.trouble = PrintTrouble::PrinterAbsent;
    QCOMPARE(*prints().jobs(), (std::vector{*first, failed}));
    QVERIFY(prints().remove(second->id));
    // A number is never given twice: a button pressed late must not mean another job.
    QVERIFY(prints().add(job(9))->id > second->id);
}

void TestPrintStore::aPaperInHandBecomesUnclear()
{
    const auto waiting = prints().add(job(7));
    const auto inHand = prints().add(job(8));
    QVERIFY(prints().setState(inHand->id, PrintState::InHand));
    reopen();
    for (int start = 0; start < 2; ++start) // the second finds nothing in hand
        QVERIFY(prints().recover());
    QCOMPARE(prints().jobs()->at(0), *waiting);
    QCOMPARE(prints().jobs()->at(1).state, PrintState::Unclear);
    QCOMPARE(*prints().timesPrinted(PrintKind::Ticket, 7), 0);
    QCOMPARE(*prints().timesPrinted(PrintKind::Ticket, 8), 1);
}

void TestPrintStore::whatIsFinishedIsCountedOnce()
{
    QVERIFY(!*prints().isUsed(PrintKind::Card));
    const auto added = prints().add(job(7, PrintKind::Card));
    for (int again = 0; again < 2; ++again)
        QVERIFY(prints().finish(added->id));
    QVERIFY(prints().jobs()->empty());
    QCOMPARE(*prints().timesPrinted(PrintKind::Card, 7), 1);
    QCOMPARE(*prints().timesPrinted(PrintKind::Ticket, 7), 0);
    QVERIFY(*prints().isUsed(PrintKind::Card));
    QVERIFY(!*prints().isUsed(PrintKind::Ticket));
}

void TestPrintStore::onceIsOnceWhateverBecameOfIt()
{
    const auto added = prints().addOnce(job(7));
    QVERIFY(added && *added);
    QVERIFY(!prints().addOnce(job(7))->has_value());
    QVERIFY(prints().remove((*added)->id)); // a person did not want it
    QVERIFY(!prints().addOnce(job(7))->has_value());
    QVERIFY(!*prints().isUsed(PrintKind::Ticket)); // nothing came out yet
    // Printed or queued by a person first: the same.
    QVERIFY(prints().finish(prints().add(job(8))->id));
    QVERIFY(!prints().addOnce(job(8))->has_value());
    QVERIFY(prints().add(job(9)));
    QVERIFY(!prints().addOnce(job(9))->has_value());
    QVERIFY(prints().addOnce(job(9, PrintKind::Receipt))->has_value());
    reopen();
    QVERIFY(!prints().addOnce(job(7))->has_value());
}

void TestPrintStore::theQueueHasABound()
{
    for (int id = 1; id <= PrintStore::mostJobs; ++id)
        QVERIFY(prints().add(job(id)));
    QCOMPARE(prints().add(job(1000)).error().code, RefusalCode::TooMany);
    QCOMPARE(prints().addOnce(job(1000)).error().code, RefusalCode::TooMany);
    QVERIFY(prints().remove(prints().jobs()->front().id));
    QVERIFY(prints().addOnce(job(1000))->has_value()); // it was not counted as asked for
}

void TestPrintStore::oldCountsAreForgotten()
{
    m_store.reset();
    {
        Database file(m_dir->filePath(u"desk.db"_s), Database::Mode::ReadWrite);
        file.runSchemaStep(
            u"WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < %1)"
            " INSERT INTO print_counts (kind, order_id, times) SELECT 'ticket', id, 1 FROM n"_s.arg(
                PrintStore::mostRemembered));
    }
    reopen();
    QCOMPARE(*prints().timesPrinted(PrintKind::Ticket, 1), 1);
    QVERIFY(prints().finish(prints().add(job(PrintStore::mostRemembered + 1))->id));
    QCOMPARE(*prints().timesPrinted(PrintKind::Ticket, 1), 0);
    QCOMPARE(*prints().timesPrinted(PrintKind::Ticket, 2), 1);
}

void TestPrintStore::aWipeForgetsUnlessTheQueueStays()
{
    QVERIFY(prints().add(job(7)));
    QVERIFY(prints().finish(prints().add(job(8))->id));
    QVERIFY(m_store->wipe(true));
    QCOMPARE(prints().jobs()->size(), 1u);
    QCOMPARE(*prints().timesPrinted(PrintKind::Ticket, 8), 1);
    QVERIFY(m_store->wipe(false));
    QVERIFY(prints().jobs()->empty());
    QCOMPARE(*prints().timesPrinted(PrintKind::Ticket, 8), 0);
}

QTEST_GUILESS_MAIN(TestPrintStore)
#include "tst_printstore.moc"
