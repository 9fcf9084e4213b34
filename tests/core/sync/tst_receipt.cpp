// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/receipt.h"
#include "tests/support/deskbench.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;
using namespace Qt::Literals::StringLiterals;

/// The desk's word to the server that orders are on its disk.
class TestReceipt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneReceiptForManyOrders();
    void stampsComeBackAndCauseNothing();
    void anOrderWithAStampAsksForNone();
    void aLostReceiptIsSentAfterARestart();
    void anOlderServerIsAskedOnce();

private:
    static Order fresh(qint64 id, OrderState state = OrderState::Paid)
    {
        Order order = sampleOrder(id, state);
        order.storedAtMs = 0;
        return order;
    }
    /// 0 also while the order has not arrived.
    static qint64 storedAtMs(const DeskBench &desk, qint64 id)
    {
        const auto found = desk.engine->orders().find(id);
        return found == desk.engine->orders().end() ? 0 : found->second.storedAtMs;
    }
};

void TestReceipt::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestReceipt::oneReceiptForManyOrders()
{
    DeskBench desk;
    desk.shop.stampsReceipts = true;
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    QElapsedTimer since;
    since.start();
    for (qint64 id = 1; id <= 30; ++id)
        desk.shop.put(fresh(id));
    QTRY_VERIFY(desk.engine->orders().size() == 30U
                && desk.engine->orders().at(30).storedAtMs == 1);
    for (const auto &[id, order] : desk.engine->orders())
        QVERIFY(order.storedAtMs == 1);
    QVERIFY(qint64(desk.shop.receipts.size()) <= 1 + since.elapsed() / Receipt::spacingMs + 1);
    QVERIFY(desk.shop.receipts.back().number >= 30);
}

void TestReceipt::stampsComeBackAndCauseNothing()
{
    DeskBench desk;
    desk.shop.stampsReceipts = true;
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    desk.shop.put(fresh(7));
    QTRY_COMPARE(storedAtMs(desk, 7), 1);
    QCOMPARE(desk.shop.receipts.size(), 1U);
    const qint64 version = desk.engine->orders().at(7).version;
    QCOMPARE(version, fresh(7).version);
    QVERIFY(desk.engine->move(7, Verb::StartMaking)); // what it is based on is still true
    QTRY_COMPARE(desk.shop.effects.size(), 1U);
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.shop.receipts.size(), 1U);
}

void TestReceipt::anOrderWithAStampAsksForNone()
{
    DeskBench desk;
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    desk.shop.put(sampleOrder(7));
    desk.shop.put(fresh(8, OrderState::Received));
    desk.shop.put(fresh(9, OrderState::Cancelled));
    QTRY_COMPARE(desk.engine->orders().size(), 3U);
    QVERIFY(desk.shop.receipts.empty());
}

void TestReceipt::aLostReceiptIsSentAfterARestart()
{
    DeskBench desk;
    desk.shop.receiptStatus = 503;
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    desk.shop.put(fresh(7));
    QTRY_COMPARE(desk.shop.receipts.size(), 1U);
    QTRY_VERIFY(desk.engine->orders().contains(7));
    desk.reopen();
    desk.shop.receiptStatus = 200;
    desk.shop.stampsReceipts = true;
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(storedAtMs(desk, 7), 1);
}

void TestReceipt::anOlderServerIsAskedOnce()
{
    DeskBench desk;
    desk.shop.receiptStatus = 405;
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    desk.shop.put(fresh(7));
    QTRY_COMPARE(desk.shop.receipts.size(), 1U);
    desk.shop.put(fresh(8));
    QTRY_VERIFY(desk.engine->orders().contains(8));
    QTRY_VERIFY(desk.isLive());
    QCOMPARE(desk.shop.receipts.size(), 1U);
}

QTEST_GUILESS_MAIN(TestReceipt)
#include "tst_receipt.moc"
