// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/orders/movebench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

/// An order on its way: which moves are taken, what they stamp and what the customer is texted.
class MovesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<MoveBench>();
    }

    void theWholeRoad();
    void aStaleMoveIsRefused();
    void anIllegalMoveNamesTheWayOut();
    void aSkippingMoveRecordsEachStep();
    void pressedAtIsClamped();
    void stampsKeepThePressedTime();
    void stampsOfTwoOperationsDiffer();
    void onlyTheShopsOwnClocksCount();
    void aLateMoveSupersedesWhatIsHeld();
    void aMoveInTimeSupersedesALateOne();
    void theSameKeyMovesOnce();
    void aFailedDeliveryIsMarked();
    void seenIsStampedOnce();
    void textsAreChecked();
    void unknownOrders();
    void deliveriesAreTheFloristsQueue();

private:
    std::unique_ptr<MoveBench> m_bench;
};

void MovesTest::theWholeRoad()
{
    Order order = m_bench->paidOrder(ShopBench::draft());
    QCOMPARE(order.version, 2);
    const std::pair<Verb, OrderState> road[] = {{Verb::StartMaking, OrderState::Making},
                                                {Verb::MarkMade, OrderState::Made},
                                                {Verb::StartDelivery, OrderState::Delivering},
                                                {Verb::CompleteDelivery, OrderState::Delivered}};
    for (const auto &[verb, state] : road) {
        m_bench->clock.advance(60'000);
        MoveRequest request = moveOf(order.id, verb);
        request.basedOn = order.version;
        request.deviceId = 5;
        if (verb == Verb::CompleteDelivery)
            request.receivedBy = u"경비실"_s;
        const auto moved = m_bench->move(request);
        QVERIFY2(moved.has_value(), word(verb).data());
        QVERIFY(*moved == m_bench->order(order.id));
        QCOMPARE(moved->state, state);
        QCOMPARE(moved->version, order.version + 1);
        QCOMPARE(moved->reachedAt(state), m_bench->clock.nowMs());
        QCOMPARE(moved->smsHeldUntilMs, m_bench->clock.nowMs() + undoHoldMs);
        QVERIFY(!moved->lastOperation.isEmpty() && moved->lastOperation != order.lastOperation);
        order = *moved;
    }
    QCOMPARE(order.receivedBy, u"경비실"_s);
    QCOMPARE(m_bench->journal(order.id),
             (QStringList{u"place >"_s, u"settle received>paid"_s, u"startMaking paid>making"_s,
                          u"markMade making>made"_s, u"startDelivery made>delivering"_s,
                          u"completeDelivery delivering>delivered"_s}));
    QCOMPARE(m_bench->smsStates(order.id),
             (QStringList{u"paid:queued"_s, u"making:held"_s, u"made:held"_s, u"delivering:held"_s,
                          u"delivered:held"_s}));
    QVERIFY(!m_bench->read([](Database &database) { return firstAlteredRow(database); }));
}

void MovesTest::aStaleMoveIsRefused()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    for (const qint64 basedOn : {order.version - 1, order.version + 1, qint64(0)}) {
        MoveRequest request = moveOf(order.id, Verb::StartMaking);
        request.basedOn = basedOn;
        const auto moved = m_bench->move(request);
        QCOMPARE(moved.error().code, RefusalCode::StaleVersion);
        QCOMPARE(moved.error().value, QString::number(order.version));
        QVERIFY(moved.error().state == OrderState::Paid);
        QVERIFY(moved.error().legalVerbs == legalVerbs(OrderState::Paid, Actor::Florist));
    }
    QVERIFY(m_bench->order(order.id) == order);
}

void MovesTest::anIllegalMoveNamesTheWayOut()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    const auto moved = m_bench->move(order.id, Verb::CompleteDelivery);
    QCOMPARE(moved.error().code, RefusalCode::IllegalMove);
    QVERIFY(moved.error().state == OrderState::Paid);
    QVERIFY(moved.error().legalVerbs == legalVerbs(OrderState::Paid, Actor::Florist));
    QCOMPARE(m_bench->move(order.id, Verb::StartMaking, Actor::Customer).error().code,
             RefusalCode::IllegalMove);
    QCOMPARE(m_bench->move(order.id, Verb::Settle).error().code, RefusalCode::IllegalMove);
    QCOMPARE(m_bench->journal(order.id).size(), 2);
}

void MovesTest::aSkippingMoveRecordsEachStep()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    MoveRequest request = moveOf(order.id, Verb::StartDelivery);
    QVERIFY(!m_bench->move(request));
    request.maySkip = true;
    const Order moved = m_bench->move(request).value();
    QCOMPARE(moved.state, OrderState::Delivering);
    QCOMPARE(moved.version, order.version + 1);
    for (const OrderState state : {OrderState::Making, OrderState::Made, OrderState::Delivering})
        QCOMPARE(moved.reachedAt(state), m_bench->clock.nowMs());
    QCOMPARE(m_bench->journal(order.id).sliced(2),
             (QStringList{u"startDelivery paid>making"_s, u"startDelivery making>made"_s,
                          u"startDelivery made>delivering"_s}));
    // One operation texts its last state only.
    QCOMPARE(m_bench->smsStates(order.id), (QStringList{u"paid:queued"_s, u"delivering:held"_s}));
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM operations"), 1);
}

void MovesTest::pressedAtIsClamped()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    const auto pressed = [&] {
        return m_bench->read(
            [&](Database &d) { return store::lastOperation(d, order.id)->pressedAtMs; });
    };
    m_bench->clock.advance(60'000);
    MoveRequest request = moveOf(order.id, Verb::StartMaking);
    request.pressedAtMs = 1; // before the order was paid
    QVERIFY(m_bench->move(request).has_value());
    QCOMPARE(pressed(), FakeClock::startMs);
    m_bench->clock.advance(60'000);
    request = moveOf(order.id, Verb::MarkMade);
    request.pressedAtMs = m_bench->clock.nowMs() + 999'999;
    QVERIFY(m_bench->move(request).has_value());
    QCOMPARE(pressed(), m_bench->clock.nowMs());
    m_bench->clock.advance(60'000);
    request = moveOf(order.id, Verb::StartDelivery);
    request.pressedAtMs = m_bench->clock.nowMs() - 5'000;
    QVERIFY(m_bench->move(request).has_value());
    QCOMPARE(pressed(), m_bench->clock.nowMs() - 5'000);
    // The clock of the machine went back: the move still counts.
    m_bench->clock.advance(-86'400'000);
    request = moveOf(order.id, Verb::CompleteDelivery);
    QVERIFY(m_bench->move(request).has_value());
    QCOMPARE(pressed(), m_bench->clock.nowMs());
}

void MovesTest::stampsKeepThePressedTime()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    const qint64 hourMs = 3'600'000;
    m_bench->clock.advance(8 * hourMs);
    MoveRequest request = moveOf(order.id, Verb::MarkMade);
    request.pressedAtMs = FakeClock::startMs + hourMs;
    const Order made = m_bench->move(request).value();
    QCOMPARE(made.reachedAt(OrderState::Making), request.pressedAtMs);
    QCOMPARE(made.reachedAt(OrderState::Made), request.pressedAtMs);
    QCOMPARE(made.smsHeldUntilMs, m_bench->clock.nowMs() + undoHoldMs); // counted from the commit
    request = moveOf(order.id, Verb::StartDelivery);
    request.pressedAtMs = FakeClock::startMs; // before the last change
    QCOMPARE(m_bench->move(request)->reachedAt(OrderState::Delivering),
             made.reachedAt(OrderState::Made) + 1);
    QVERIFY(!m_bench->read([](Database &database) { return firstAlteredRow(database); }));
}

void MovesTest::stampsOfTwoOperationsDiffer()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    qint64 lastMs = order.reachedAt(OrderState::Paid);
    for (const Verb verb : {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery}) {
        MoveRequest request = moveOf(order.id, verb);
        request.pressedAtMs = m_bench->clock.nowMs(); // all within one millisecond
        const Order moved = m_bench->move(request).value();
        QVERIFY(moved.reachedAt(moved.state) > lastMs);
        lastMs = moved.reachedAt(moved.state);
    }
}

void MovesTest::onlyTheShopsOwnClocksCount()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    m_bench->clock.advance(60'000);
    MoveRequest request = moveOf(order.id, Verb::Cancel, Actor::Customer);
    request.pressedAtMs = m_bench->clock.nowMs() - 30'000;
    QCOMPARE(m_bench->move(request)->reachedAt(OrderState::Cancelled), m_bench->clock.nowMs());
}

/// The desk comes back after hours: only the newest state is texted.
void MovesTest::aLateMoveSupersedesWhatIsHeld()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    m_bench->clock.advance(3'600'000);
    for (const Verb verb : {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery}) {
        MoveRequest request = moveOf(order.id, verb);
        request.pressedAtMs = FakeClock::startMs + 60'000 * (int(verb) + 1);
        QVERIFY(m_bench->move(request));
    }
    QCOMPARE(m_bench->smsStates(order.id),
             (QStringList{u"paid:queued"_s, u"making:withdrawn"_s, u"made:withdrawn"_s,
                          u"delivering:held"_s}));
}

void MovesTest::aMoveInTimeSupersedesALateOne()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    m_bench->clock.advance(3'600'000);
    MoveRequest request = moveOf(order.id, Verb::StartMaking);
    request.pressedAtMs = FakeClock::startMs + 60'000;
    QVERIFY(m_bench->move(request));
    m_bench->clock.advance(10'000);
    QVERIFY(m_bench->move(order.id, Verb::MarkMade));
    m_bench->clock.advance(10'000);
    QVERIFY(m_bench->move(order.id, Verb::StartDelivery)); // both were pressed just now
    QCOMPARE(m_bench->smsStates(order.id), (QStringList{u"paid:queued"_s, u"making:withdrawn"_s,
                                                        u"made:held"_s, u"delivering:held"_s}));
}

void MovesTest::theSameKeyMovesOnce()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    MoveRequest request = moveOf(order.id, Verb::StartMaking);
    request.basedOn = order.version;
    request.key = callKey(u"operation"_s);
    std::vector<QFuture<Result<Order>>> futures(10);
    for (auto &future : futures)
        future = m_bench->orders.move(request);
    futures.back().waitForFinished();
    const Order moved = m_bench->order(order.id);
    for (auto &future : futures)
        QVERIFY(future.takeResult().value() == moved);
    QCOMPARE(m_bench->order(order.id).version, order.version + 1);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM operations"), 1);
    request.key->bodySha256 = "another";
    QCOMPARE(m_bench->move(request).error().code, RefusalCode::KeyReused);
}

void MovesTest::aFailedDeliveryIsMarked()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QVERIFY(m_bench->move(order.id, Verb::MarkMade).has_value());
    QVERIFY(m_bench->move(order.id, Verb::StartDelivery, Actor::Driver).has_value());
    const Order failed = m_bench->move(order.id, Verb::FailDelivery, Actor::Driver).value();
    QCOMPARE(failed.state, OrderState::Made);
    QVERIFY(failed.redelivery);
    const Order undone = m_bench->move(order.id, Verb::Undo).value();
    QCOMPARE(undone.state, OrderState::Delivering);
    QVERIFY(!undone.redelivery);
    QVERIFY(undone.reachedAt(OrderState::Delivering) > 0);
}

void MovesTest::seenIsStampedOnce()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    const Order seen = m_bench->orders.markSeen(order.id, 3).takeResult().value();
    QCOMPARE(seen.seenAtMs, m_bench->clock.nowMs());
    QCOMPARE(seen.version, order.version);
    m_bench->clock.advance(1'000);
    QVERIFY(m_bench->orders.markSeen(order.id, 4).takeResult().value() == seen);
    QCOMPARE(m_bench->journal(order.id).size(), 3);
    QCOMPARE(m_bench->orders.markSeen(99, 3).takeResult().error().code, RefusalCode::NotFound);
}

void MovesTest::textsAreChecked()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    MoveRequest request = moveOf(order.id, Verb::Cancel);
    request.reason = QString(QChar(0));
    QCOMPARE(m_bench->move(request).error(), Refusal::of(RefusalCode::InvalidText, u"reason"_s));
    request.reason = QString(301, u'x');
    QCOMPARE(m_bench->move(request).error().code, RefusalCode::TooLong);
    request.reason.clear();
    request.receivedBy = QString(31, u'x');
    QCOMPARE(m_bench->move(request).error().field, u"receivedBy"_s);
    QVERIFY(m_bench->order(order.id) == order);
}

void MovesTest::unknownOrders()
{
    QCOMPARE(m_bench->move(99, Verb::Cancel).error().code, RefusalCode::NotFound);
    QCOMPARE(m_bench->orders.find(99).takeResult().error().code, RefusalCode::NotFound);
}

void MovesTest::deliveriesAreTheFloristsQueue()
{
    const Order unpaid = m_bench->place(ShopBench::draft()).value().order;
    const Order paid = m_bench->paidOrder(ShopBench::draft());
    const Order making = m_bench->paidOrder(ShopBench::draft());
    QVERIFY(m_bench->move(making.id, Verb::StartMaking).has_value());
    const auto queue = m_bench->orders.deliveries(0, 500).takeResult().value();
    QCOMPARE(queue.size(), 2U);
    QCOMPARE(queue.front().id, paid.id);
    QCOMPARE(queue.back().id, making.id);
    QCOMPARE(m_bench->orders.all(0, 500).takeResult().value().front().id, unpaid.id);
}

QTEST_GUILESS_MAIN(MovesTest)
#include "tst_moves.moc"
