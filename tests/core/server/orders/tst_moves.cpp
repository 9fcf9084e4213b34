// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shopbench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

MoveRequest moveOf(qint64 orderId, Verb verb, Actor actor = Actor::Florist)
{
    MoveRequest request;
    request.orderId = orderId;
    request.verb = verb;
    request.actor = actor;
    return request;
}

} // namespace

class MovesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
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
    void undoHoldsTheSupersededAgain();
    void undoAfterTheNewerSmsLeftHoldsNothing();
    void theSameKeyMovesOnce();
    void undoTakesBackStampsAndSms();
    void undoOfASkippingMoveTakesBackAllSteps();
    void undoAfterTheSmsLeft();
    void undoGoesBackOneOperationAtATime();
    void undoneOperationsCannotBeUndoneAgain();
    void undoOfADeliveryForgetsWhoTookIt();
    void aFailedDeliveryIsMarked();
    void cancelReleasesThePlaceOnce();
    void cancelOfAnUnpaidOrderReturnsNothing();
    void cancelAsksForTheMoneyBack();
    void aFloristChoosesTheRefund();
    void moreThanPaidIsRefused();
    void partialClaimsAddUp();
    void aResendIsAnOrderForNothing();
    void aResendNeedsAWindowThatIsNotOver();
    void moneyByHandGoesBackByHand();
    void cancelRequests();
    void cancelWithdrawsWhatIsHeld();
    void seenIsStampedOnce();
    void textsAreChecked();
    void unknownOrders();
    void deliveriesAreTheFloristsQueue();

private:
    QStringList smsStates(qint64 orderId)
    {
        QStringList all;
        for (const store::OutboxRow &row : m_bench->messages(orderId))
            all.append(u"%1:%2"_s.arg(word(row.message.event), word(row.message.state)));
        return all;
    }

    std::unique_ptr<ShopBench> m_bench;
};

void MovesTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<ShopBench>();
}

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
    QCOMPARE(smsStates(order.id), (QStringList{u"paid:queued"_s, u"making:held"_s, u"made:held"_s,
                                               u"delivering:held"_s, u"delivered:held"_s}));
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
    QCOMPARE(smsStates(order.id), (QStringList{u"paid:queued"_s, u"delivering:held"_s}));
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
    QCOMPARE(smsStates(order.id), (QStringList{u"paid:queued"_s, u"making:withdrawn"_s,
                                               u"made:withdrawn"_s, u"delivering:held"_s}));
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
    QCOMPARE(smsStates(order.id), (QStringList{u"paid:queued"_s, u"making:withdrawn"_s,
                                               u"made:held"_s, u"delivering:held"_s}));
}

void MovesTest::undoHoldsTheSupersededAgain()
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
    QCOMPARE(smsStates(order.id),
             (QStringList{u"paid:queued"_s, u"making:held"_s, u"made:withdrawn"_s}));
    QCOMPARE(m_bench->messages(order.id).at(1).message.sendAfterMs,
             m_bench->clock.nowMs() + undoHoldMs);
    QVERIFY(m_bench->move(order.id, Verb::Undo));
    QCOMPARE(smsStates(order.id),
             (QStringList{u"paid:queued"_s, u"making:withdrawn"_s, u"made:withdrawn"_s}));
}

void MovesTest::undoAfterTheNewerSmsLeftHoldsNothing()
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
    QCOMPARE(smsStates(order.id),
             (QStringList{u"paid:queued"_s, u"making:withdrawn"_s, u"made:sent"_s}));
}

void MovesTest::theSameKeyMovesOnce()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    MoveRequest request = moveOf(order.id, Verb::StartMaking);
    request.basedOn = order.version;
    request.key = callKey(u"operation"_s);
    std::vector<QFuture<Result<Order>>> futures;
    for (int i = 0; i < 10; ++i)
        futures.push_back(m_bench->orders.move(request));
    futures.back().waitForFinished();
    const Order moved = m_bench->order(order.id);
    for (auto &future : futures)
        QVERIFY(future.takeResult().value() == moved);
    QCOMPARE(m_bench->order(order.id).version, order.version + 1);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM operations"), 1);
    request.key->bodySha256 = "another";
    QCOMPARE(m_bench->move(request).error().code, RefusalCode::KeyReused);
}

void MovesTest::undoTakesBackStampsAndSms()
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
    QCOMPARE(smsStates(before.id), (QStringList{u"paid:queued"_s, u"making:withdrawn"_s}));
    QCOMPARE(m_bench->journal(before.id).last(), u"undo making>paid"_s);
    QCOMPARE(m_bench->number("SELECT json_extract(detail, '$.smsWithdrawn') FROM journal ORDER BY "
                             "number DESC LIMIT 1"),
             1);
}

void MovesTest::undoOfASkippingMoveTakesBackAllSteps()
{
    const Order before = m_bench->paidOrder(ShopBench::draft());
    MoveRequest request = moveOf(before.id, Verb::CompleteDelivery);
    request.maySkip = true;
    QCOMPARE(m_bench->move(request).value().state, OrderState::Delivered);
    const Order undone = m_bench->move(before.id, Verb::Undo).value();
    QCOMPARE(undone.state, OrderState::Paid);
    QVERIFY(undone.reachedAtMs == before.reachedAtMs);
    QCOMPARE(smsStates(before.id), (QStringList{u"paid:queued"_s, u"delivered:withdrawn"_s}));
}

void MovesTest::undoAfterTheSmsLeft()
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
    QCOMPARE(smsStates(order.id), (QStringList{u"paid:sending"_s, u"making:sending"_s}));
}

void MovesTest::undoGoesBackOneOperationAtATime()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QVERIFY(m_bench->move(order.id, Verb::StartMaking).has_value());
    QVERIFY(m_bench->move(order.id, Verb::MarkMade).has_value());
    QCOMPARE(m_bench->move(order.id, Verb::Undo).value().state, OrderState::Making);
    QCOMPARE(m_bench->move(order.id, Verb::Undo).value().state, OrderState::Paid);
    QCOMPARE(m_bench->move(order.id, Verb::Undo).error().code, RefusalCode::IllegalMove);
}

void MovesTest::undoneOperationsCannotBeUndoneAgain()
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

void MovesTest::undoOfADeliveryForgetsWhoTookIt()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    MoveRequest request = moveOf(order.id, Verb::CompleteDelivery);
    request.maySkip = true;
    request.receivedBy = u"경비실"_s;
    QCOMPARE(m_bench->move(request).value().receivedBy, u"경비실"_s);
    QCOMPARE(m_bench->move(order.id, Verb::Undo).value().receivedBy, QString());
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

void MovesTest::cancelReleasesThePlaceOnce()
{
    OrderDraft draft = ShopBench::draft();
    draft.window = ShopBench::window(1);
    QVERIFY(m_bench->place(draft).has_value());
    QCOMPARE(m_bench->place(draft).error().code, RefusalCode::WindowFull);
    std::vector<QFuture<Result<Order>>> futures;
    for (int i = 0; i < 20; ++i)
        futures.push_back(m_bench->orders.move(
            moveOf(1, Verb::Cancel, i % 2 == 0 ? Actor::Customer : Actor::Florist)));
    int cancelled = 0;
    for (auto &future : futures) {
        const auto moved = future.takeResult();
        cancelled += moved ? 1 : 0;
        QVERIFY(moved || moved.error().code == RefusalCode::IllegalMove);
    }
    QCOMPARE(cancelled, 1);
    QCOMPARE(m_bench->taken(*draft.window), 0);
    QVERIFY(m_bench->place(draft).has_value());
    QCOMPARE(m_bench->move(1, Verb::Cancel).error().code, RefusalCode::IllegalMove);
    QCOMPARE(m_bench->taken(*draft.window), 1);
}

void MovesTest::cancelOfAnUnpaidOrderReturnsNothing()
{
    const Order placed =
        m_bench->place(ShopBench::draft(), std::nullopt, u"sandbox"_s).value().order;
    const Order cancelled = m_bench->move(placed.id, Verb::Cancel, Actor::Customer).value();
    QCOMPARE(cancelled.state, OrderState::Cancelled);
    QCOMPARE(cancelled.payment, PaymentState::Failed);
    QVERIFY(m_bench->refunds(placed.id).empty());
    // The SMS must not promise money.
    QCOMPARE(m_bench->messages(placed.id).back().message.event, MessageEvent::Cancelled);
    QCOMPARE(m_bench->messages(placed.id).back().amountMinor, 0);
}

void MovesTest::cancelAsksForTheMoneyBack()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    MoveRequest request = moveOf(order.id, Verb::Cancel, Actor::Customer);
    request.reason = u"마음이 바뀌었어요"_s;
    request.refundMinor = 1; // a customer does not choose
    const Order cancelled = m_bench->move(request).value();
    QCOMPARE(cancelled.payment, PaymentState::RefundPending);
    QCOMPARE(cancelled.cancelReason, request.reason);
    const auto refunds = m_bench->refunds(order.id);
    QCOMPARE(refunds.size(), 1U);
    QCOMPARE(refunds.front().amountMinor, order.total.minor);
    QCOMPARE(refunds.front().state, RefundState::Pending);
    QCOMPARE(m_bench->attempts(order.id).front().refundRequestedMinor, order.total.minor);
    QCOMPARE(m_bench->messages(order.id).back().amountMinor, order.total.minor);
    QCOMPARE(smsStates(order.id), (QStringList{u"paid:queued"_s, u"cancelled:queued"_s}));
}

void MovesTest::aFloristChoosesTheRefund()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    MoveRequest request = moveOf(order.id, Verb::Cancel);
    request.refundMinor = 50'000;
    QVERIFY(m_bench->move(request).has_value());
    QCOMPARE(m_bench->refunds(order.id).front().amountMinor, 50'000);
    QCOMPARE(m_bench->messages(order.id).back().amountMinor, 50'000);

    const Order other = m_bench->paidOrder(ShopBench::draft());
    request.orderId = other.id;
    request.refundMinor = 0;
    QCOMPARE(m_bench->move(request).value().payment, PaymentState::Paid);
    QVERIFY(m_bench->refunds(other.id).empty());
    QCOMPARE(m_bench->messages(other.id).back().amountMinor, 0);
}

void MovesTest::moreThanPaidIsRefused()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    const int taken = m_bench->taken(*order.window);
    for (const qint64 amount :
         {order.total.minor + 1, Money::maxMinor, std::numeric_limits<qint64>::max(), qint64(-1)}) {
        MoveRequest request = moveOf(order.id, Verb::Cancel);
        request.refundMinor = amount;
        const auto moved = m_bench->move(request);
        QCOMPARE(moved.error().code, RefusalCode::OutOfRange);
        QCOMPARE(moved.error().field, u"refundMinor"_s);
    }
    QVERIFY(m_bench->order(order.id) == order);
    QCOMPARE(m_bench->taken(*order.window), taken);
    QVERIFY(m_bench->refunds(order.id).empty());
}

void MovesTest::partialClaimsAddUp()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    MoveRequest deliver = moveOf(order.id, Verb::CompleteDelivery);
    deliver.maySkip = true;
    QVERIFY(m_bench->move(deliver).has_value());
    MoveRequest claim = moveOf(order.id, Verb::Refund);
    claim.refundMinor = 100'000;
    const Order claimed = m_bench->move(claim).value();
    QCOMPARE(claimed.state, OrderState::Delivered);
    QCOMPARE(claimed.payment, PaymentState::RefundPending);
    QCOMPARE(m_bench->move(claim).error(),
             Refusal::of(RefusalCode::OutOfRange, u"refundMinor"_s, u"78000"_s));
    claim.refundMinor = -1;
    QCOMPARE(m_bench->move(claim).error().code, RefusalCode::OutOfRange);
    claim.refundMinor = 78'000;
    QVERIFY(m_bench->move(claim).has_value());
    QCOMPARE(m_bench->attempts(order.id).front().refundRequestedMinor, order.total.minor);
    claim.refundMinor = 1;
    QVERIFY(!m_bench->move(claim));
    QCOMPARE(m_bench->refunds(order.id).size(), 2U);
    QCOMPARE(m_bench->order(order.id).money.refundPendingMinor, order.total.minor);
    // Nothing is no refund, whether it is asked for or all that is left.
    claim.refundMinor = 0;
    QCOMPARE(m_bench->move(claim).error().code, RefusalCode::OutOfRange);
    claim.refundMinor.reset();
    QCOMPARE(m_bench->move(claim).error().code, RefusalCode::OutOfRange);
}

void MovesTest::aResendIsAnOrderForNothing()
{
    OrderDraft draft = ShopBench::draft();
    draft.cardMessage = u"생일 축하해"_s;
    draft.consentVersion = u"2026-11"_s;
    const Order order = m_bench->paidOrder(draft);
    QCOMPARE(order.money.chargedMinor, order.total.minor);
    MoveRequest again = moveOf(order.id, Verb::Resend);
    again.window = ShopBench::window(1);
    QCOMPARE(m_bench->move(again).error().code, RefusalCode::IllegalMove); // not delivered yet
    MoveRequest deliver = moveOf(order.id, Verb::CompleteDelivery);
    deliver.maySkip = true;
    const Order delivered = m_bench->move(deliver).value();

    // The window is full, which the florist knows and takes on.
    OrderDraft last = ShopBench::draft();
    last.window = ShopBench::window(1);
    QVERIFY(m_bench->place(last).has_value());
    again.reason = u"시들어서 왔어요"_s;
    again.basedOn = delivered.version;
    const Order original = m_bench->move(again).value();
    QCOMPARE(m_bench->taken(ShopBench::window(1)), 2);
    QCOMPARE(original.state, OrderState::Delivered);
    QCOMPARE(original.claimReason, u"시들어서 왔어요"_s);
    QCOMPARE(original.money, delivered.money);

    const Order fresh = m_bench->order(original.resentAs);
    QCOMPARE(fresh.resendOf, order.id);
    QCOMPARE(fresh.state, OrderState::Paid);
    QCOMPARE(fresh.payment, PaymentState::Paid);
    QCOMPARE(fresh.total.minor, 0);
    QCOMPARE(fresh.money, MoneyFacts());
    QCOMPARE(fresh.window, again.window);
    QCOMPARE(fresh.cardMessage, draft.cardMessage);
    QCOMPARE(fresh.recipient, order.recipient);
    QVERIFY(fresh.consentVersion.isEmpty());
    QVERIFY(fresh.seenAtMs > 0);
    QVERIFY(m_bench->attempts(fresh.id).empty());
    QCOMPARE(m_bench->journal(fresh.id), (QStringList{u"resend >"_s, u"resend received>paid"_s}));
    QCOMPARE(m_bench->messages(fresh.id).back().message.event, MessageEvent::Resent);
    // A second press saw an older order.
    QCOMPARE(m_bench->move(again).error().code, RefusalCode::StaleVersion);
    // It has its own way, and no money to give back.
    QVERIFY(m_bench->move(fresh.id, Verb::StartMaking).has_value());
    QVERIFY(m_bench->move(fresh.id, Verb::Cancel).has_value());
    QVERIFY(m_bench->refunds(fresh.id).empty());
    QCOMPARE(m_bench->taken(ShopBench::window(1)), 1);
}

void MovesTest::aResendNeedsAWindowThatIsNotOver()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    MoveRequest deliver = moveOf(order.id, Verb::CompleteDelivery);
    deliver.maySkip = true;
    QVERIFY(m_bench->move(deliver).has_value());
    MoveRequest again = moveOf(order.id, Verb::Resend);
    QCOMPARE(m_bench->move(again).error(), Refusal::of(RefusalCode::MissingField, u"window"_s));
    again.window = DeliveryWindow{ShopBench::today().addDays(-1), 600, 720};
    QCOMPARE(m_bench->move(again).error().code, RefusalCode::PastDate);
    again.window = DeliveryWindow{ShopBench::today(), 601, 720};
    QCOMPARE(m_bench->move(again).error().code, RefusalCode::UnknownWindow);
    // Past the cut-off of the customers, and on a day that is closed to them, the shop may.
    again.window = DeliveryWindow{ShopBench::today(), 600, 720};
    QVERIFY(m_bench->move(again).has_value());
    again.window = DeliveryWindow{ShopBench::today().addDays(3), 600, 720};
    QVERIFY(m_bench->move(again).has_value());
    again.actor = Actor::Driver;
    QCOMPARE(m_bench->move(again).error().code, RefusalCode::IllegalMove);
}

void MovesTest::moneyByHandGoesBackByHand()
{
    const Order placed = m_bench->place(ShopBench::draft()).value().order;
    const Order paid = m_bench->move(placed.id, Verb::MarkPaid).value();
    QCOMPARE(paid.state, OrderState::Paid);
    QCOMPARE(paid.payment, PaymentState::Paid);
    const Order cancelled = m_bench->move(placed.id, Verb::Cancel).value();
    QCOMPARE(cancelled.state, OrderState::Cancelled);
    QVERIFY(m_bench->refunds(placed.id).empty());
    QCOMPARE(m_bench->messages(placed.id).back().amountMinor, 0);
}

void MovesTest::cancelRequests()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QCOMPARE(m_bench->move(order.id, Verb::RequestCancel, Actor::Customer).error().code,
             RefusalCode::IllegalMove);
    QVERIFY(m_bench->move(order.id, Verb::StartMaking).has_value());
    QCOMPARE(m_bench->move(order.id, Verb::Cancel, Actor::Customer).error().code,
             RefusalCode::IllegalMove);
    QCOMPARE(m_bench->move(order.id, Verb::AcceptCancel).error().code, RefusalCode::IllegalMove);

    const Order asked = m_bench->move(order.id, Verb::RequestCancel, Actor::Customer).value();
    QCOMPARE(asked.cancelRequestedAtMs, m_bench->clock.nowMs());
    QCOMPARE(asked.state, OrderState::Making);
    QCOMPARE(m_bench->move(order.id, Verb::RequestCancel, Actor::Customer).error().code,
             RefusalCode::IllegalMove);

    const Order declined = m_bench->move(order.id, Verb::DeclineCancel).value();
    QCOMPARE(declined.cancelRequestedAtMs, 0);
    QCOMPARE(m_bench->messages(order.id).back().message.event, MessageEvent::CancelDeclined);

    QVERIFY(m_bench->move(order.id, Verb::RequestCancel, Actor::Customer).has_value());
    MoveRequest accept = moveOf(order.id, Verb::AcceptCancel);
    accept.refundMinor = 100'000;
    const Order accepted = m_bench->move(accept).value();
    QCOMPARE(accepted.state, OrderState::Cancelled);
    QCOMPARE(m_bench->refunds(order.id).front().amountMinor, 100'000);
    QCOMPARE(m_bench->taken(*order.window), 0);
}

void MovesTest::cancelWithdrawsWhatIsHeld()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QVERIFY(m_bench->move(order.id, Verb::StartMaking).has_value());
    QVERIFY(m_bench->move(order.id, Verb::Cancel).has_value());
    QCOMPARE(smsStates(order.id),
             (QStringList{u"paid:queued"_s, u"making:withdrawn"_s, u"cancelled:queued"_s}));
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
