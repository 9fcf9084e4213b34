// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "tests/ui/desk/print/printbench.h"
#include "ui/desk/print/autotickets.h"

#include <csignal>
#include <cstdio>

#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;

/// Paper that is neither lost nor doubled, whatever ends.
class TestPrintQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aJobIsOnTheDiskBeforeThePrinterHearsOfIt();
    void anAbsentPrinterKeepsTheJob();
    void aPrinterThatRefusesKeepsTheJob();
    void whatIsForgottenIsGone();
    void aReprintIsMarked();
    void anOrderThatOutgrewItsCardWaits();
    void killed_data();
    void killed();
    void aFullQueueRefuses();
    void anUnwritableFilePrintsNothing();
    void ticketsOfNewOrdersComeOnce();
    void onlyNewOrdersAndOnlyWhereChosen();

private:
    void reopen()
    {
        m_bench.reset();
        m_bench = std::make_unique<PrintBench>(m_dir->path());
    }
    PrintQueue &queue() { return *m_bench->queue; }
    PaperTray &tray() { return m_bench->tray; }
    PrintTrouble printed(PrintKind kind, qint64 orderId)
    {
        const auto outcome = queue().print(queue().jobFor(kind, orderId));
        return outcome ? outcome->trouble : PrintTrouble::OrderAbsent;
    }
    bool settled()
    {
        return QTest::qWaitFor([this] {
            return std::ranges::none_of(queue().jobs(), [](const PrintJob &job) {
                return job.state == PrintState::Waiting;
            });
        });
    }
    static Order newOrder(qint64 id)
    {
        Order order = demo::orders()[0];
        order.id = id;
        order.stamp(OrderState::Paid, demo::now);
        return order;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<PrintBench> m_bench;
};

void TestPrintQueue::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_bench.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    reopen();
}

void TestPrintQueue::aJobIsOnTheDiskBeforeThePrinterHearsOfIt()
{
    std::vector<PrintJob> seen;
    tray().onAim = [&](const QString &) { seen = *m_bench->store->prints().jobs(); };
    QCOMPARE(printed(PrintKind::Ticket, 1048), PrintTrouble::None);
    QCOMPARE(seen.size(), 1u);
    QCOMPARE(seen.front().state, PrintState::InHand);
    QCOMPARE(seen.front().printer, u"bench"_s);
    QCOMPARE(tray().papers().size(), 1);
    QVERIFY(queue().jobs().empty());
    QVERIFY(m_bench->store->prints().jobs()->empty());
    QCOMPARE(queue().timesPrinted(PrintKind::Ticket, 1048), 1);
}

void TestPrintQueue::anAbsentPrinterKeepsTheJob()
{
    m_bench->preferences.setPrinter(PrintKind::Ticket, u"counter"_s);
    QCOMPARE(printed(PrintKind::Ticket, 1048), PrintTrouble::PrinterAbsent);
    reopen();
    queue().resume();
    QVERIFY(settled());
    QCOMPARE(queue().jobs().size(), 1u); // no printer is tried without being asked to
    const PrintJob kept = queue().jobs().front();
    QCOMPARE(kept.state, PrintState::Failed);
    QCOMPARE(kept.trouble, PrintTrouble::PrinterAbsent);
    tray().plugged << u"counter"_s;
    queue().retry(kept.id);
    queue().retry(kept.id); // a second press on a row that goes
    QCOMPARE(tray().papers(), QStringList{u"counter-1.pdf"_s});
    QVERIFY(queue().jobs().empty());
}

void TestPrintQueue::aPrinterThatRefusesKeepsTheJob()
{
    tray().jammed = true;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"QPainter::begin|QPdf"_s));
    QCOMPARE(printed(PrintKind::Ticket, 1048), PrintTrouble::PrinterRefused);
    QCOMPARE(queue().jobs().size(), 1u);
    QCOMPARE(queue().timesPrinted(PrintKind::Ticket, 1048), 0);
}

void TestPrintQueue::whatIsForgottenIsGone()
{
    m_bench->preferences.setPrinter(PrintKind::Ticket, u"counter"_s);
    printed(PrintKind::Ticket, 1048);
    queue().remove(queue().jobs().front().id);
    reopen();
    QVERIFY(queue().jobs().empty());
    QCOMPARE(queue().timesPrinted(PrintKind::Ticket, 1048), 0);
}

void TestPrintQueue::aReprintIsMarked()
{
    for (int time = 1; time <= 2; ++time) {
        printed(PrintKind::Ticket, 1048);
        QCOMPARE(queue().timesPrinted(PrintKind::Ticket, 1048), time);
    }
    reopen();
    QCOMPARE(queue().timesPrinted(PrintKind::Ticket, 1048), 2);
    QCOMPARE(queue().timesPrinted(PrintKind::Card, 1048), 0);
}

void TestPrintQueue::anOrderThatOutgrewItsCardWaits()
{
    m_bench->preferences.setPrinter(PrintKind::Card, u"counter"_s);
    printed(PrintKind::Card, 1048);
    Order order = demo::orders()[0];
    order.version = 2;
    order.cardMessage = QString(u"축하해요\n"_s).repeated(40);
    m_bench->tell(order);
    tray().plugged << u"counter"_s;
    queue().retry(queue().jobs().front().id);
    QCOMPARE(queue().jobs().front().trouble, PrintTrouble::NoRoom);
    QVERIFY(tray().papers().isEmpty());
}

void TestPrintQueue::killed_data()
{
    QTest::addColumn<QString>("point");
    QTest::addColumn<int>("papersByItself");
    QTest::newRow("stored, not handed over") << u"stored"_s << 1;
    QTest::newRow("in the printer's hand") << u"in-hand"_s << 0;
}

/// kill -9 of a program of its own, and a start on what it left on the disk.
void TestPrintQueue::killed()
{
    QFETCH(QString, point);
    QFETCH(int, papersByItself);
    m_bench.reset();
    QProcess desk;
    desk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    desk.start(QCoreApplication::applicationFilePath(), {u"--die"_s, m_dir->path(), point});
    QVERIFY(desk.waitForFinished());
    QCOMPARE(desk.exitStatus(), QProcess::CrashExit);
    QCOMPARE(desk.exitCode(), SIGKILL);

    for (int start = 1; start <= 2; ++start) { // the second start repeats nothing
        reopen();
        queue().resume();
        QVERIFY(settled());
        QCOMPARE(tray().papers().size(), start == 1 ? papersByItself : 0);
    }
    QCOMPARE(queue().timesPrinted(PrintKind::Ticket, 1048), 1);
    if (papersByItself > 0) {
        QVERIFY(queue().jobs().empty());
        return;
    }
    QCOMPARE(queue().jobs().front().state, PrintState::Unclear);
    queue().retry(queue().jobs().front().id);
    QCOMPARE(tray().papers().size(), 1);
    QVERIFY(queue().jobs().empty());
}

void TestPrintQueue::aFullQueueRefuses()
{
    for (int id = 1; id <= PrintStore::mostJobs; ++id)
        QVERIFY(m_bench->store->prints().add(queue().jobFor(PrintKind::Ticket, id)));
    const auto outcome = queue().print(queue().jobFor(PrintKind::Ticket, 1048));
    QCOMPARE(outcome.error().code, RefusalCode::TooMany);
    QVERIFY(tray().papers().isEmpty());
}

void TestPrintQueue::anUnwritableFilePrintsNothing()
{
    {
        Database file(m_dir->path() + u"/desk.db"_s, Database::Mode::ReadWrite);
        file.runSchemaStep(u"CREATE TRIGGER full BEFORE UPDATE ON print_jobs"
                           " BEGIN SELECT RAISE(ABORT, 'disk full'); END"_s);
    }
    const auto outcome = queue().print(queue().jobFor(PrintKind::Ticket, 1048));
    QCOMPARE(outcome.error().code, RefusalCode::StorageFailed);
    QVERIFY(tray().papers().isEmpty());
}

void TestPrintQueue::ticketsOfNewOrdersComeOnce()
{
    m_bench->preferences.setAutoTicketsSinceMs(demo::now);
    {
        const AutoTickets tickets(*m_bench->engine, queue());
        m_bench->tell(newOrder(1100));
        QVERIFY(settled());
        QCOMPARE(tray().papers().size(), 1);
        Order changed = newOrder(1100);
        changed.version = 2;
        changed.request = u"일찍"_s;
        m_bench->tell(changed);
        QVERIFY(settled());
        QCOMPARE(tray().papers().size(), 1);
    }
    // A restart, and a server that tells everything anew.
    reopen();
    AutoTickets tickets(*m_bench->engine, queue());
    tickets.lookAtAll();
    QVERIFY(m_bench->store->resetCopy(u"summer"_s));
    FeedPage page;
    page.cursor = {u"summer"_s, 1};
    page.entries.push_back({DocumentType::Order, 1100, 1, newOrder(1100)});
    QVERIFY(m_bench->store->apply(page));
    QVERIFY(m_bench->engine->start());
    m_bench->engine->stop();
    QVERIFY(settled());
    QVERIFY(tray().papers().isEmpty());
    // One that came while the program was ended, after it was stored.
    m_bench->preferences.setPrinter(PrintKind::Ticket, u"counter"_s);
    reopen();
    AutoTickets later(*m_bench->engine, queue());
    m_bench->tell(newOrder(1101));
    QVERIFY(settled());
    QCOMPARE(queue().jobs().size(), 1u); // no printer: it waits
    queue().remove(queue().jobs().front().id);
    reopen();
    AutoTickets again(*m_bench->engine, queue());
    again.lookAtAll();
    QVERIFY(queue().jobs().empty()); // a person did not want it
}

void TestPrintQueue::onlyNewOrdersAndOnlyWhereChosen()
{
    const AutoTickets tickets(*m_bench->engine, queue());
    m_bench->tell(newOrder(1100));
    QVERIFY(queue().jobs().empty()); // off by default
    m_bench->preferences.setAutoTicketsSinceMs(demo::now + 1);
    m_bench->tell(newOrder(1101)); // paid before it was switched on
    QVERIFY(queue().jobs().empty());
    m_bench->preferences.setAutoTicketsSinceMs(1);
    Order old = newOrder(1102);
    old.stamp(OrderState::Paid, demo::now - AutoTickets::newestMs - 1);
    m_bench->tell(old);
    QVERIFY(std::ranges::none_of(queue().jobs(),
                                 [](const PrintJob &job) { return job.orderId == 1102; }));
    Order unpaid = newOrder(1103);
    unpaid.state = OrderState::Received;
    m_bench->tell(unpaid);
    Order begun = newOrder(1104);
    begun.state = OrderState::Making;
    m_bench->tell(begun);
    QVERIFY(std::ranges::none_of(queue().jobs(),
                                 [](const PrintJob &job) { return job.orderId >= 1102; }));
}

namespace {

/// The program that is killed.
int die(const QString &folder, const QString &point)
{
    PrintBench bench(folder);
    if (point == "in-hand"_L1)
        bench.tray.onAim = [](const QString &) { std::raise(SIGKILL); };
    const PrintJob job = bench.queue->jobFor(PrintKind::Ticket, 1048);
    if (point == "stored"_L1) {
        if (bench.store->prints().add(job))
            std::raise(SIGKILL);
    } else if (bench.queue->print(job)) {
        std::fprintf(stderr, "nobody was killed\n");
    }
    return EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == "--die"_L1)
        return die(arguments.value(2), arguments.value(3));
    TestPrintQueue test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_printqueue.moc"
