// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/serverstore.h"

#include <QtTest/QTest>

#include <future>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

/// Holds the writer's thread inside a function until it is opened, so that others must wait.
class Gate
{
public:
    auto job()
    {
        return [this](Transaction &) -> Result<int> {
            if (!m_entered.exchange(true))
                m_inside.set_value();
            m_opened.wait();
            return 0;
        };
    }
    void waitUntilInside() { m_inside.get_future().wait(); }
    void open() { m_open.set_value(); }

private:
    std::atomic<bool> m_entered = false;
    std::promise<void> m_inside;
    std::promise<void> m_open;
    std::shared_future<void> m_opened = m_open.get_future().share();
};

auto setting(const QString &value)
{
    return [value](Transaction &transaction) -> Result<int> {
        store::writeSetting(transaction.db(), "probe"_L1, value);
        transaction.record(entryFor(DocumentType::Shop, 1));
        return int(transaction.nextId("probe"_L1));
    };
}

} // namespace

class WriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRefusalLeavesNothing();
    void aFaultHarmsNoNeighbour();
    void aFullQueueRefuses();
    void answersKeepTheOrder();
    void everyPromiseIsAnsweredOnDestruction();
    void feedNumbersFollowCommits();
    void committedTellsTheNumber();
    void manyThreads();
    void idsStartAtOneAndStayAfterARestart();
    void theTransactionKnowsTheTime();
    void readersSeeNoHalfBatch();

private:
    std::unique_ptr<ServerStore> m_store;
};

void WriterTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store = std::make_unique<ServerStore>();
}

void WriterTest::aRefusalLeavesNothing()
{
    const auto refused = m_store->write([](Transaction &transaction) -> Result<int> {
        store::writeSetting(transaction.db(), "probe"_L1, u"written"_s);
        transaction.nextId("probe"_L1);
        transaction.record(entryFor(DocumentType::Shop, 1));
        return refuse(RefusalCode::SoldOut, u"flowerName"_s);
    });
    QCOMPARE(refused.error(), Refusal::of(RefusalCode::SoldOut, u"flowerName"_s));
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM settings WHERE name = 'probe'"), 0);
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM counters WHERE name = 'probe'"), 0);
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM journal"), 0);
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM feed"), 0);
}

void WriterTest::aFaultHarmsNoNeighbour()
{
    Gate gate;
    auto held = m_store->writer->write(gate.job());
    gate.waitUntilInside();
    // These three share the next batch.
    auto before = m_store->writer->write(setting(u"before"_s));
    auto faulty = m_store->writer->write([](Transaction &transaction) -> Result<int> {
        store::writeSetting(transaction.db(), "faulty"_L1, u"x"_s);
        transaction.record(entryFor(DocumentType::Order, 99));
        transaction.db().run("INSERT INTO slots (delivery_window, taken) VALUES ('x', -1)");
        return 7;
    });
    auto thrown = m_store->writer->write(
        [](Transaction &) -> Result<int> { throw StorageError("the disk is full"); });
    auto after = m_store->writer->write(setting(u"after"_s));
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"a write failed:.*CHECK"_s));
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"a write failed:.*disk is full"_s));
    gate.open();
    QCOMPARE(held.takeResult().value(), 0);
    QCOMPARE(before.takeResult().value(), 1);
    QCOMPARE(faulty.takeResult().error().code, RefusalCode::StorageFailed);
    QCOMPARE(thrown.takeResult().error().code, RefusalCode::StorageFailed);
    QCOMPARE(after.takeResult().value(), 2);
    QCOMPARE(
        m_store->number("SELECT COUNT(*) FROM settings WHERE name = 'probe' AND value = 'after'"),
        1);
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM settings WHERE name = 'faulty'"), 0);
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM feed WHERE type = 'order'"), 0);
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM journal"), 2);
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM batches"), 2);
}

void WriterTest::aFullQueueRefuses()
{
    ServerStore small(Writer::Limits{3, 2});
    Gate gate;
    auto held = small.writer->write(gate.job());
    gate.waitUntilInside();
    std::vector<QFuture<Result<int>>> waiting;
    waiting.reserve(3);
    for (int i = 0; i < 3; ++i)
        waiting.push_back(small.writer->write(setting(QString::number(i))));
    auto over = small.writer->write(setting(u"over"_s));
    QVERIFY(over.isFinished());
    QCOMPARE(over.takeResult().error().code, RefusalCode::Busy);
    gate.open();
    QVERIFY(held.takeResult().has_value());
    for (auto &future : waiting)
        QVERIFY(future.takeResult().has_value());
    QVERIFY(small.write(setting(u"again"_s)).has_value());
    QCOMPARE(small.number("SELECT value FROM counters WHERE name = 'probe'"), 4);
}

void WriterTest::answersKeepTheOrder()
{
    std::vector<QFuture<Result<int>>> futures;
    futures.reserve(1'000);
    for (int i = 0; i < 1'000; ++i)
        futures.push_back(m_store->writer->write(setting(QString::number(i))));
    futures.back().waitForFinished();
    for (int i = 0; i < 1'000; ++i) {
        QVERIFY(futures[std::size_t(i)].isFinished());
        QCOMPARE(futures[std::size_t(i)].takeResult().value(), i + 1);
    }
}

void WriterTest::everyPromiseIsAnsweredOnDestruction()
{
    ServerStore store(Writer::Limits{4'096, 16});
    Gate gate;
    std::vector<QFuture<Result<int>>> futures;
    futures.push_back(store.writer->write(gate.job()));
    gate.waitUntilInside();
    for (int i = 0; i < 200; ++i)
        futures.push_back(store.writer->write(setting(QString::number(i))));
    std::thread closing([&] { store.writer.reset(); });
    gate.open();
    closing.join();
    for (auto &future : futures) {
        QVERIFY(future.isFinished());
        QVERIFY(future.takeResult().has_value());
    }
    QCOMPARE(store.number("SELECT value FROM counters WHERE name = 'probe'"), 200);
}

void WriterTest::feedNumbersFollowCommits()
{
    for (int i = 0; i < 20; ++i)
        QVERIFY(m_store->write(setting(QString::number(i))).has_value());
    QCOMPARE(m_store->number("SELECT number FROM journal_head"), 20);
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM journal"), 20);
    QCOMPARE(m_store->number("SELECT MAX(number) - MIN(number) FROM journal"), 19);
    // One row a document, at its last number.
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM feed"), 1);
    QCOMPARE(m_store->number("SELECT number FROM feed"), 20);
}

void WriterTest::committedTellsTheNumber()
{
    QObject here; // in the writer's own thread a signal spy would race with its reader
    std::vector<qint64> numbers;
    connect(
        m_store->writer.get(), &Writer::committed, &here,
        [&numbers](qint64 number) { numbers.push_back(number); }, Qt::QueuedConnection);
    QVERIFY(m_store->write(setting(u"one"_s)).has_value());
    QTRY_COMPARE(numbers.size(), 1U);
    QCOMPARE(numbers.back(), 1);
    // A batch that changes no document announces nothing.
    QVERIFY(m_store->write([](Transaction &) -> Result<int> { return 0; }).has_value());
    QVERIFY(
        m_store->write([](Transaction &) -> Result<int> { return refuse(RefusalCode::SoldOut); })
            .error()
            .code
        == RefusalCode::SoldOut);
    QVERIFY(m_store->write(setting(u"two"_s)).has_value());
    QTRY_COMPARE(numbers.size(), 2U);
    QCOMPARE(numbers.back(), 2);
}

void WriterTest::manyThreads()
{
    constexpr int threads = 8;
    constexpr int each = 100;
    std::atomic<int> answered = 0;
    std::vector<std::thread> all;
    all.reserve(threads);
    for (int t = 0; t < threads; ++t) {
        all.emplace_back([&] {
            for (int i = 0; i < each; ++i) {
                if (m_store->write(setting(QString::number(i))))
                    ++answered;
            }
        });
    }
    for (std::thread &thread : all)
        thread.join();
    QCOMPARE(answered.load(), threads * each);
    QCOMPARE(m_store->number("SELECT value FROM counters WHERE name = 'probe'"), threads * each);
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM journal"), threads * each);
    QVERIFY(!m_store->read([](Database &database) { return firstAlteredRow(database); }));
}

void WriterTest::idsStartAtOneAndStayAfterARestart()
{
    QCOMPARE(m_store->write(setting(u"a"_s)).value(), 1);
    m_store->restart();
    QCOMPARE(m_store->write(setting(u"b"_s)).value(), 2);
    QCOMPARE(m_store->number("SELECT number FROM journal_head"), 2);
}

void WriterTest::theTransactionKnowsTheTime()
{
    m_store->clock.advance(1'234);
    const auto now = m_store->write([](Transaction &transaction) -> Result<qint64> {
        transaction.record(entryFor(DocumentType::Shop, 1));
        return transaction.nowMs();
    });
    QCOMPARE(now.value(), FakeClock::startMs + 1'234);
    QCOMPARE(m_store->number("SELECT at_ms FROM journal"), FakeClock::startMs + 1'234);
}

void WriterTest::readersSeeNoHalfBatch()
{
    QVERIFY(m_store->write(setting(u"a"_s)).has_value());
    Gate gate;
    auto written =
        m_store->writer->write([&, held = gate.job()](Transaction &transaction) -> Result<int> {
            store::writeSetting(transaction.db(), "probe"_L1, u"b"_s);
            return held(transaction);
        });
    gate.waitUntilInside();
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM settings WHERE value = 'a'"), 1);
    gate.open();
    QVERIFY(written.takeResult().has_value());
    QCOMPARE(m_store->number("SELECT COUNT(*) FROM settings WHERE value = 'b'"), 1);
}

QTEST_GUILESS_MAIN(WriterTest)
#include "tst_writer.moc"
