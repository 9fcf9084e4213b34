// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/orders/movebench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

/// Moves that are taken back, with their stamps and text messages.
class UndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<MoveBench>();
    }

    void undoTakesBackStampsAndSms();
    void undoOfASkippingMoveTakesBackAllSteps();
    void undoAfterTheSmsLeft();
    void undoHoldsTheSupersededAgain();
    void undoAfterTheNewerSmsLeftHoldsNothing();
    void undoGoesBackOneOperationAtATime();
    void undoneOperationsCannotBeUndoneAgain();
    void undoOfADeliveryForgetsWhoTookIt();

private:
    std::unique_ptr<MoveBench> m_bench;
};

void UndoTest::undoTakesBackStampsAndSms()
{
    const Order before = m_bench->paidOrder(ShopBench::draft());
    m_bench->clock.advance(5'000);
    QVERIFY(m_bench->move(before.id, Verb::StartMaking).has_value());
    m_bench->clock.advance(5'000);
    const Order undone = m_bench->move(before.id, Verb::Undo).value();
    QVERIFY(undone == m_bench->order(before.id));
    Order expected = before;
    expected.version = before.version + 2;
    QCOMPARE(toJson(undone), toJson(expected));
    QCOMPARE(m_bench->smsStates(before.id), (QStringList{u"paid:queued"_s, u"making:withdrawn"_s}));
    QCOMPARE(m_bench->journal(before.id).last(), u"undo making>paid"_s);
    QCOMPARE(m_bench->number("SELECT json_extract(detail, '$.smsWithdrawn') FROM journal ORDER BY "
                             "number DESC LIMIT 1"),
             1);
}

void UndoTest::undoOfASkippingMoveTakesBackAllSteps()
{
    const Order before = m_bench->paidOrder(ShopBench::draft());
    MoveRequest request = moveOf(before.id, Verb::CompleteDelivery);
    request.maySkip = true;
    QCOMPARE(m_bench->move(request).value().state, OrderState::Delivered);
    const Order undone = m_bench->move(before.id, Verb::Undo).value();
    QCOMPARE(undone.state, OrderState::Paid);
    QVERIFY(undone.reachedAtMs == before.reachedAtMs);
    QCOMPARE(m_bench->smsStates(before.id),
             (QStringList{u"paid:queued"_s, u"delivered:withdrawn"_s}));
}

void UndoTest::undoAfterTheSmsLeft()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QVERIFY(m_bench->move(order.id, Verb::StartMaking).has_value());
    m_bench->clock.advance(undoHoldMs);
    QCOMPARE(m_bench
                 ->write([&](Transaction &transaction) -> Result<std::size_t> {
                     return store::claimDue(transaction.db(), u"me"_s, transaction.nowMs(),
                                            transaction.nowMs() + 1, 10)
                         .size();
                 })
                 .value(),
             2U);
    QVERIFY(m_bench->move(order.id, Verb::Undo).has_value());
    QCOMPARE(m_bench->number("SELECT json_extract(detail, '$.smsWithdrawn') FROM journal ORDER BY "
                             "number DESC LIMIT 1"),
             0);
    QCOMPARE(m_bench->smsStates(order.id), (QStringList{u"paid:sending"_s, u"making:sending"_s}));
}

void UndoTest::undoHoldsTheSupersededAgain()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    m_bench->clock.advance(3'600'000);
    for (const Verb verb : {Verb::StartMaking, Verb::MarkMade}) {
        MoveRequest request = moveOf(order.id, verb);
        request.pressedAtMs = FakeClock::startMs + 60'000 * (int(verb) + 1);
        QVERIFY(m_bench->move(request));
    }
    m_bench->clock.advance(20'000);
    QVERIFY(m_bench->move(order.id, Verb::Undo));
    QCOMPARE(m_bench->smsStates(order.id),
             (QStringList{u"paid:queued"_s, u"making:held"_s, u"made:withdrawn"_s}));
    QCOMPARE(m_bench->messages(order.id).at(1).message.sendAfterMs,
             m_bench->clock.nowMs() + undoHoldMs);
    QVERIFY(m_bench->move(order.id, Verb::Undo));
    QCOMPARE(m_bench->smsStates(order.id),
             (QStringList{u"paid:queued"_s, u"making:withdrawn"_s, u"made:withdrawn"_s}));
}

void UndoTest::undoAfterTheNewerSmsLeftHoldsNothing()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    m_bench->clock.advance(3'600'000);
    for (const Verb verb : {Verb::StartMaking, Verb::MarkMade}) {
        MoveRequest request = moveOf(order.id, verb);
        request.pressedAtMs = FakeClock::startMs + 60'000 * (int(verb) + 1);
        QVERIFY(m_bench->move(request));
    }
    m_bench->write([](Transaction &transaction) -> Result<bool> {
        transaction.db().run("UPDATE messages SET state = 'sent' WHERE event = 'made'");
        return true;
    });
    QVERIFY(m_bench->move(order.id, Verb::Undo));
    QCOMPARE(m_bench->smsStates(order.id),
             (QStringList{u"paid:queued"_s, u"making:withdrawn"_s, u"made:sent"_s}));
}

void UndoTest::undoGoesBackOneOperationAtATime()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QVERIFY(m_bench->move(order.id, Verb::StartMaking).has_value());
    QVERIFY(m_bench->move(order.id, Verb::MarkMade).has_value());
    QCOMPARE(m_bench->move(order.id, Verb::Undo).value().state, OrderState::Making);
    QCOMPARE(m_bench->move(order.id, Verb::Undo).value().state, OrderState::Paid);
    QCOMPARE(m_bench->move(order.id, Verb::Undo).error().code, RefusalCode::IllegalMove);
}

void UndoTest::undoneOperationsCannotBeUndoneAgain()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QCOMPARE(m_bench->move(order.id, Verb::Undo).error().code, RefusalCode::IllegalMove);
    QVERIFY(m_bench->move(order.id, Verb::StartMaking).has_value());
    QCOMPARE(m_bench->move(order.id, Verb::Undo, Actor::Driver).error().code,
             RefusalCode::IllegalMove);
    QCOMPARE(m_bench->move(order.id, Verb::Undo, Actor::Customer).error().code,
             RefusalCode::IllegalMove);
    QVERIFY(m_bench->move(order.id, Verb::Undo).has_value());
    const auto again = m_bench->move(order.id, Verb::Undo);
    QCOMPARE(again.error().code, RefusalCode::IllegalMove);
    QVERIFY(again.error().legalVerbs == legalVerbs(OrderState::Paid, Actor::Florist));
    // Neither payment nor cancel is an operation.
    QVERIFY(m_bench->move(order.id, Verb::StartMaking).has_value());
    QVERIFY(m_bench->move(order.id, Verb::Cancel).has_value());
    QCOMPARE(m_bench->move(order.id, Verb::Undo).error().code, RefusalCode::IllegalMove);
}

void UndoTest::undoOfADeliveryForgetsWhoTookIt()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    MoveRequest request = moveOf(order.id, Verb::CompleteDelivery);
    request.maySkip = true;
    request.receivedBy = u"경비실"_s;
    QCOMPARE(m_bench->move(request).value().receivedBy, u"경비실"_s);
    QCOMPARE(m_bench->move(order.id, Verb::Undo).value().receivedBy, QString());
}

QTEST_GUILESS_MAIN(UndoTest)
#include "tst_undo.moc"
