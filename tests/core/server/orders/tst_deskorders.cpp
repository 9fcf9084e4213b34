// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/ledgerstore.h"
#include "tests/support/shopbench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using petalpost::test::ShopBench;

/// Orders by phone and over the counter: what the florist may, and where their money is booked.
class DeskOrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<ShopBench>();
    }

    void waitsForItsMoneyAndNeverExpires();
    void theSameKeyIsTheSameOrder();
    void fullAndSoldOutAreTheFloristsWord();
    void theFloristNamesThePrice();
    void badOrdersAreRefused_data();
    void badOrdersAreRefused();
    void anotherOrderOfThatPhoneTakesNothingAway();
    void workDoesNotWaitForTheMoney();
    void paidAtOnce();
    void paidAfterTheDelivery();
    void moneyOnceOnly();
    void undoKeepsTheMoney();
    void aLateOneWasTakenInTime();

private:
    static DeskTerms terms(DeskMethod method, bool paid = false)
    {
        DeskTerms desk;
        desk.method = method;
        desk.paid = paid;
        return desk;
    }
    Result<PlacedOrder> place(DeskTerms desk, OrderDraft draft = ShopBench::draft(),
                              std::optional<store::CallKey> key = {}, qint64 pressedAtMs = 0)
    {
        PlaceRequest request;
        request.pressedAtMs = pressedAtMs;
        request.deviceId = 1;
        request.draft = std::move(draft);
        request.key = std::move(key);
        request.desk = desk;
        return m_bench->orders.place(std::move(request)).takeResult();
    }
    Order placed(DeskTerms desk) { return place(desk).value().order; }
    QStringList ledger(qint64 orderId)
    {
        return m_bench->read([orderId](Database &database) {
            QStringList lines;
            for (const LedgerEntry &entry : store::ledgerOf(database, orderId))
                lines.append(word(entry.kind) + u' ' + QString::number(entry.amount.minor));
            return lines;
        });
    }
    std::vector<MessageEvent> texted(qint64 orderId)
    {
        std::vector<MessageEvent> events;
        for (const auto &row : m_bench->messages(orderId))
            events.push_back(row.message.event);
        return events;
    }

    std::unique_ptr<ShopBench> m_bench;
};

void DeskOrdersTest::waitsForItsMoneyAndNeverExpires()
{
    const Order order = placed(terms(DeskMethod::Transfer));
    QCOMPARE(order.state, OrderState::Received);
    QVERIFY(order.awaitsMoney());
    QVERIFY(order.seenAtMs > 0); // no alarm for what the florist has just typed
    QVERIFY(texted(order.id).empty());
    m_bench->clock.advance(30LL * 24 * 60 * 60 * 1000);
    QVERIFY(m_bench
                ->read([&](Database &database) {
                    return store::listOverdueHolds(database, m_bench->clock.nowMs(), 10);
                })
                .empty());
    QCOMPARE(m_bench->order(order.id), order);
}

void DeskOrdersTest::theSameKeyIsTheSameOrder()
{
    const store::CallKey key{u"device 1"_s, u"POST /orders"_s, u"key-1"_s, "body"};
    const Order first = place(terms(DeskMethod::Cash), ShopBench::draft(), key).value().order;
    const Order again = place(terms(DeskMethod::Cash), ShopBench::draft(), key).value().order;
    QCOMPARE(again, first);
    QCOMPARE(first.placedAs, u"key-1"_s);
    QCOMPARE(m_bench->taken(*first.window), 1);
}

void DeskOrdersTest::fullAndSoldOutAreTheFloristsWord()
{
    OrderDraft draft = ShopBench::draft();
    draft.window = ShopBench::window(1);
    QVERIFY(place(terms(DeskMethod::Cash), draft));
    QVERIFY(place(terms(DeskMethod::Cash), draft));
    QCOMPARE(m_bench->taken(*draft.window), 2);
    QVERIFY(place(terms(DeskMethod::Cash), ShopBench::draft(ShopBench::Wilted)));
    QVERIFY(place(terms(DeskMethod::Cash), ShopBench::draft(ShopBench::Limited, 11)));
    QCOMPARE(m_bench->place(draft).error().code, RefusalCode::WindowFull); // not the web's word
}

void DeskOrdersTest::theFloristNamesThePrice()
{
    DeskTerms desk = terms(DeskMethod::Cash, true);
    desk.unitMinor = 70'000;
    const Order order = placed(desk);
    QCOMPARE(order.unitPrice.minor, 70'000);
    QCOMPARE(order.total.minor, 140'000);
    QCOMPARE(ledger(order.id), (QStringList{u"attempt 140000"_s, u"charge 140000"_s}));
}

void DeskOrdersTest::badOrdersAreRefused_data()
{
    QTest::addColumn<qint64>("product");
    QTest::addColumn<QString>("window");
    QTest::addColumn<QString>("field");
    const QString good = ShopBench::window().key();
    QTest::newRow("no such flower") << qint64(99) << good << u"productId"_s;
    QTest::newRow("a delivery at no time") << qint64(1) << QString() << u"window"_s;
    QTest::newRow("a window the shop has not")
        << qint64(1) << u"2026-12-01T03:00/05:00"_s << u"window"_s;
}

void DeskOrdersTest::badOrdersAreRefused()
{
    QFETCH(qint64, product);
    QFETCH(QString, window);
    QFETCH(QString, field);
    OrderDraft draft = ShopBench::draft();
    draft.productId = product;
    draft.window = DeliveryWindow::fromKey(window);
    QCOMPARE(place(terms(DeskMethod::Cash), draft).error().field, field);
}

void DeskOrdersTest::anotherOrderOfThatPhoneTakesNothingAway()
{
    const Order byPhone = placed(terms(DeskMethod::Transfer));
    PlaceRequest web;
    web.draft = ShopBench::draft();
    web.address = "192.0.2.1";
    QVERIFY(m_bench->orders.place(std::move(web)).takeResult());
    QCOMPARE(m_bench->order(byPhone.id).state, OrderState::Received);
}

void DeskOrdersTest::workDoesNotWaitForTheMoney()
{
    const Order order = placed(terms(DeskMethod::OnAccount));
    const Order made = m_bench->move(order.id, Verb::MarkMade).value();
    QCOMPARE(made.state, OrderState::Made);
    QCOMPARE(made.version, order.version + 1);
    QVERIFY(made.awaitsMoney());
    QCOMPARE(m_bench->move(order.id, Verb::Undo).value().state, OrderState::Received);
    const Order web = m_bench->place(ShopBench::draft()).value().order;
    QCOMPARE(m_bench->move(web.id, Verb::StartMaking).error().code, RefusalCode::IllegalMove);
}

void DeskOrdersTest::paidAtOnce()
{
    const Order order = placed(terms(DeskMethod::Cash, true));
    QCOMPARE(order.state, OrderState::Paid);
    QCOMPARE(order.version, 2);
    QVERIFY(!order.awaitsMoney());
    QCOMPARE(order.money.chargedMinor, order.total.minor);
    QCOMPARE(texted(order.id), std::vector{MessageEvent::Paid});
    QCOMPARE(m_bench->move(order.id, Verb::MarkPaid).error().code, RefusalCode::IllegalMove);
}

void DeskOrdersTest::paidAfterTheDelivery()
{
    const qint64 id = placed(terms(DeskMethod::OnAccount)).id;
    for (const Verb verb : {Verb::MarkMade, Verb::StartDelivery, Verb::CompleteDelivery})
        QVERIFY(m_bench->move(id, verb));
    MoveRequest pays;
    pays.orderId = id;
    pays.verb = Verb::MarkPaid;
    pays.method = DeskMethod::Transfer;
    const Order paid = m_bench->move(pays).value();
    QCOMPARE(paid.state, OrderState::Delivered);
    QCOMPARE(paid.payment, PaymentState::Paid);
    QCOMPARE(paid.deskMethod, DeskMethod::Transfer);
    QVERIFY(paid.reachedAt(OrderState::Paid) > 0);
    QCOMPARE(m_bench->order(id), paid);
    QCOMPARE(texted(id).back(), MessageEvent::MoneyReceived);
    QCOMPARE(ledger(id), (QStringList{u"attempt 178000"_s, u"charge 178000"_s}));
}

void DeskOrdersTest::moneyOnceOnly()
{
    const qint64 id = placed(terms(DeskMethod::Cash)).id;
    QCOMPARE(m_bench->move(id, Verb::MarkPaid).value().state, OrderState::Paid);
    QCOMPARE(m_bench->move(id, Verb::MarkPaid).error().code, RefusalCode::IllegalMove);
    QCOMPARE(ledger(id).size(), 2);
}

void DeskOrdersTest::undoKeepsTheMoney()
{
    const qint64 id = placed(terms(DeskMethod::Cash)).id;
    QVERIFY(m_bench->move(id, Verb::StartMaking));
    QVERIFY(m_bench->move(id, Verb::MarkPaid));
    const Order back = m_bench->move(id, Verb::Undo).value();
    QCOMPARE(back.state, OrderState::Paid);
    QCOMPARE(back.payment, PaymentState::Paid);
}

void DeskOrdersTest::aLateOneWasTakenInTime()
{
    const OrderDraft draft = ShopBench::draft();
    const qint64 takenAtMs = m_bench->clock.nowMs();
    m_bench->clock.advance(3LL * 24 * 60 * 60 * 1000);
    const Order order = place(terms(DeskMethod::Cash), draft, {}, takenAtMs).value().order;
    QCOMPARE(order.reachedAt(OrderState::Received), takenAtMs);
    QCOMPARE(place(terms(DeskMethod::Cash), draft).error().code, RefusalCode::PastDate);
}

QTEST_GUILESS_MAIN(DeskOrdersTest)
#include "tst_deskorders.moc"
