// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/mirror.h"
#include "core/sync/overlay.h"
#include "tests/support/samples.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

/// An order of this desk gets its number: by the answer, or by the feed that was faster.
class TestNumbering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void byTheAnswer();
    void theFeedIsFaster();
    void anothersOrderStaysItsOwn();
    void whatIsPrintedGoesByTheNumber();

private:
    static constexpr qint64 provisional = -7;
    static constexpr qint64 number = 31;

    /// What the server makes of it.
    Order numbered() const
    {
        Order order = overlay::placed(m_placing).value();
        order.id = number;
        return order;
    }
    FeedPage pageWith(const Order &order)
    {
        FeedPage page;
        page.cursor = {u"spring"_s, 1};
        page.entries.push_back({DocumentType::Order, order.id, 1, order});
        return page;
    }
    QList<qint64> shown() const
    {
        QList<qint64> ids;
        for (const auto &[id, order] : m_mirror->orders())
            ids.append(id);
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LocalStore> m_store;
    std::unique_ptr<Mirror> m_mirror;
    Operation m_placing;
    Operation m_move;
};

void TestNumbering::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_mirror.reset();
    m_store.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = LocalStore::open(m_dir->filePath(u"desk.db"_s)).value();
    m_mirror = std::make_unique<Mirror>(*m_store);
    QVERIFY(m_store->resetCopy(u"spring"_s));
    QVERIFY(m_mirror->load(1));
    DeskOrder order;
    order.draft.productId = 1;
    m_placing = {};
    m_placing.id = u"placing"_s;
    m_placing.kind = Operation::Kind::Order;
    m_placing.subject = provisional;
    m_placing.pressedAtMs = 1'000;
    m_placing.details = overlay::placingDetails(order, sampleProduct(1));
    QVERIFY(m_mirror->enqueue(m_placing));
    m_move = {};
    m_move.id = u"move"_s;
    m_move.subject = provisional;
    m_move.verb = Verb::StartMaking;
    m_move.basedOn = 1;
    m_move.pressedAtMs = 2'000;
    QVERIFY(m_mirror->enqueue(m_move));
    QCOMPARE(shown(), QList<qint64>{provisional});
}

void TestNumbering::byTheAnswer()
{
    const auto changes = m_mirror->finish(m_placing.id, numbered()).value();
    QCOMPARE(changes.numberedOrders, (std::map<qint64, qint64>{{provisional, number}}));
    QCOMPARE(shown(), QList<qint64>{number});
    QCOMPARE(m_mirror->orders().at(number).state, OrderState::Making); // copy + queue, as before
    QCOMPARE(m_mirror->queue().front().operation.subject, number);
    QCOMPARE(m_store->pending().value(), m_mirror->queue()); // on the disk, too
    QCOMPARE(m_store->order(number).value().id, number);
}

void TestNumbering::theFeedIsFaster()
{
    const auto changes = m_mirror->apply(pageWith(numbered()), 3'000).value();
    QVERIFY(changes.removedOrders.contains(provisional));
    QCOMPARE(shown(), QList<qint64>{number}); // never two of one
    QVERIFY(m_mirror->finish(m_placing.id, numbered()));
    QCOMPARE(shown(), QList<qint64>{number});
    QCOMPARE(m_mirror->orders().at(number).state, OrderState::Making);
}

void TestNumbering::anothersOrderStaysItsOwn()
{
    Order other = numbered();
    other.placedAs = u"another desk's"_s;
    QVERIFY(m_mirror->apply(pageWith(other), 3'000));
    QCOMPARE(shown(), (QList<qint64>{provisional, number}));
}

void TestNumbering::whatIsPrintedGoesByTheNumber()
{
    PrintJob job;
    job.orderId = provisional;
    const PrintJob stored = m_store->prints().add(job).value();
    QVERIFY(m_store->prints().finish(stored.id));
    QVERIFY(m_store->prints().add(job));
    QVERIFY(m_store->acknowledge(provisional, 1));
    QVERIFY(m_mirror->finish(m_placing.id, numbered()));
    QCOMPARE(m_store->prints().jobs().value().front().orderId, number);
    QCOMPARE(m_store->prints().timesPrinted(PrintKind::Ticket, number).value(), 1);
    QCOMPARE(m_store->acknowledged().value(), std::set<qint64>{number});
}

QTEST_GUILESS_MAIN(TestNumbering)
#include "tst_numbering.moc"
