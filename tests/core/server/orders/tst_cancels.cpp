// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/orders/movebench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

/// What becomes of place and money when an order is cancelled, or claimed after its delivery.
class CancelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<MoveBench>();
    }

    void cancelReleasesThePlaceOnce();
    void cancelOfAnUnpaidOrderReturnsNothing();
    void cancelAsksForTheMoneyBack();
    void aFloristChoosesTheRefund();
    void moreThanPaidIsRefused();
    void moneyByHandGoesBackByHand();
    void cancelRequests();
    void cancelWithdrawsWhatIsHeld();
    void partialClaimsAddUp();
    void aResendIsAnOrderForNothing();
    void aResendNeedsAWindowThatIsNotOver();

private:
    std::unique_ptr<MoveBench> m_bench;
};

void CancelsTest::cancelReleasesThePlaceOnce()
{
    OrderDraft draft = ShopBench::draft();
    draft.window = ShopBench::window(1);
    QVERIFY(m_bench->place(draft).has_value());
    QCOMPARE(m_bench->place(draft).error().code, RefusalCode::WindowFull);
    std::vector<QFuture<Result<Order>>> futures;
    futures.reserve(20);
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

void CancelsTest::cancelOfAnUnpaidOrderReturnsNothing()
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

void CancelsTest::cancelAsksForTheMoneyBack()
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
    QCOMPARE(m_bench->smsStates(order.id), (QStringList{u"paid:queued"_s, u"cancelled:queued"_s}));
}

void CancelsTest::aFloristChoosesTheRefund()
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

void CancelsTest::moreThanPaidIsRefused()
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

void CancelsTest::moneyByHandGoesBackByHand()
{
    const Order placed = m_bench->place(ShopBench::draft()).value().order;
    const Order paid = m_bench->move(placed.id, Verb::MarkPaid).value();
    QCOMPARE(paid.state, OrderState::Paid);
    QCOMPARE(paid.payment, PaymentState::Paid);
    const Order cancelled = m_bench->move(placed.id, Verb::Cancel).value();
    QCOMPARE(cancelled.state, OrderState::Cancelled);
    const auto refunds = m_bench->refunds(placed.id);
    QCOMPARE(refunds.size(), 1U); // in the books like any other, and no provider hears of it
    QCOMPARE(refunds.front().amountMinor, paid.total.minor);
    QCOMPARE(cancelled.payment, PaymentState::RefundPending);
    QCOMPARE(m_bench->messages(placed.id).back().amountMinor, paid.total.minor);
}

void CancelsTest::cancelRequests()
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

void CancelsTest::cancelWithdrawsWhatIsHeld()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QVERIFY(m_bench->move(order.id, Verb::StartMaking).has_value());
    QVERIFY(m_bench->move(order.id, Verb::Cancel).has_value());
    QCOMPARE(m_bench->smsStates(order.id),
             (QStringList{u"paid:queued"_s, u"making:withdrawn"_s, u"cancelled:queued"_s}));
}

void CancelsTest::partialClaimsAddUp()
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

void CancelsTest::aResendIsAnOrderForNothing()
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

void CancelsTest::aResendNeedsAWindowThatIsNotOver()
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

QTEST_GUILESS_MAIN(CancelsTest)
#include "tst_cancels.moc"
