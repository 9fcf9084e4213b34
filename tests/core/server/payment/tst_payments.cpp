// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/reconciler.h"
#include "tests/support/scriptedgateway.h"
#include "tests/support/shopbench.h"

#include <QtTest/QTest>

#include <qcorofuture.h>

#include <map>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

using Outcome = ProviderPayment::Outcome;

/// \a order after its provider failed to answer once.
Order withUnknownPayment(Order order, qint64 sinceMs)
{
    order.payment = PaymentState::Unknown;
    order.money.unclearSinceMs = sinceMs;
    ++order.version;
    return order;
}

} // namespace

class PaymentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void settlingIsIdempotent();
    void manySettlesAtOnce();
    void anOpenPaymentChangesNothing();
    void whatIsUndecidedIsShownAndReadAgain();
    void aProviderThatDoesNotAnswerLeavesUnknown();
    void declineThenRetry();
    void aRepeatedCallAfterADeclineCanBePaid();
    void aDeclineMayTurnIntoApproval();
    void anOpenAttemptIsUsedAgain();
    void paidOrdersOpenNoCharge();
    void lateMoneyGoesBack();
    void aSecondChargeGoesBackAndTheFirstCounts();
    void anotherAmountGoesBackWhole();
    void oneWrongAmountIsNotBelieved();
    void aReadThatWasNotMadeIsSoonMade();
    void afterAStartEverythingIsDue();
    void manyAreReadAFewAtATime();
    void refundsRunOnce();
    void refundsSurviveAnUnavailableProvider();
    void aRefusedRefundIsShown();
    void aRefusedRefundIsNotHiddenByAnother();
    void partialRefunds();
    void holdsExpireAfterALastLook();
    void noHoldExpiresWhileTheProviderIsAway();
    void noHoldExpiresWhileTheProviderIsSlow();
    void moneyFoundAtTheLastLookIsKept();
    void unknownAttempts();

private:
    /// Settles every attempt of the order, the oldest first.
    Result<Order> settle(qint64 orderId)
    {
        Result<Order> order = refuse(RefusalCode::NotFound);
        for (const PaymentAttempt &attempt : m_bench->attempts(orderId)) {
            order = QCoro::waitFor(m_payments->settle(attempt.id));
            if (!order)
                break;
        }
        return order;
    }
    /// An unpaid order whose attempt the scripted provider sees as \a outcome.
    PlacedOrder placed(Outcome outcome, ShopBench::ProductId product = ShopBench::Peony)
    {
        const PlacedOrder order =
            m_bench->place(ShopBench::draft(product), std::nullopt, u"scripted"_s).value();
        m_gateway->payments[order.attempt->id] = {outcome, order.order.total};
        return order;
    }
    QString secondAttempt(qint64 orderId, Outcome outcome)
    {
        return m_bench
            ->write([&](Transaction &transaction) -> Result<QString> {
                const Order order = *store::findOrder(transaction.db(), orderId);
                const QString id = openAttempt(transaction, order, u"scripted"_s).id;
                m_gateway->payments[id] = {outcome, order.total};
                return id;
            })
            .value();
    }
    PaymentAttempt attempt(const QString &id)
    {
        return m_bench->read([&](Database &database) { return *store::findAttempt(database, id); });
    }
    void cancel(qint64 orderId)
    {
        QVERIFY(m_bench->move(orderId, Verb::Cancel, Actor::Customer).has_value());
    }
    void pastTheHold() { m_bench->clock.advance(Shop::unpaidHoldMs + 1); }
    void reconcile() { QCoro::waitFor(m_reconciler->run()); }
    /// What was not answered falls due again.
    void waitABit() { m_bench->clock.advance(readDelayMs(1)); }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<ScriptedGateway> m_gateway;
    std::unique_ptr<Payments> m_payments;
    std::unique_ptr<Reconciler> m_reconciler;
};

void PaymentsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_payments.reset();
    m_bench = std::make_unique<ShopBench>();
    m_gateway = std::make_unique<ScriptedGateway>();
    m_payments =
        std::make_unique<Payments>(*m_bench->writer, *m_bench->reader, Gateways(*m_gateway));
    m_reconciler = std::make_unique<Reconciler>(*m_payments, *m_bench->reader, m_bench->clock);
}

void PaymentsTest::settlingIsIdempotent()
{
    const PlacedOrder order = placed(Outcome::Approved);
    const Order paid = settle(1).value();
    QCOMPARE(paid.state, OrderState::Paid);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(settle(1).value() == paid);
        QVERIFY(QCoro::waitFor(m_payments->settle(order.attempt->id)).value() == paid);
    }
    QCOMPARE(m_bench->journal(1), (QStringList{u"place >"_s, u"settle received>paid"_s}));
    QCOMPARE(m_bench->messages(1).size(), 1U);
    QCOMPARE(attempt(order.attempt->id).state, PaymentState::Paid);
    QVERIFY(m_bench->refunds(1).empty());
    // Also when the order has moved on meanwhile.
    QVERIFY(m_bench->move(1, Verb::StartMaking).has_value());
    QCOMPARE(settle(1).value().state, OrderState::Making);
    QVERIFY(m_bench->refunds(1).empty());
}

void PaymentsTest::manySettlesAtOnce()
{
    const PlacedOrder order = placed(Outcome::Approved);
    m_gateway->slow = true;
    m_gateway->held.start();
    std::vector<QCoro::Task<Result<Order>>> tasks;
    for (int i = 0; i < 20; ++i)
        tasks.push_back(m_payments->settle(order.attempt->id));
    QCOMPARE(m_gateway->lookups, 20);
    QCOMPARE(m_bench->order(1).state, OrderState::Received);
    m_gateway->held.finish();
    for (auto &task : tasks)
        QCOMPARE(QCoro::waitFor(task).value().state, OrderState::Paid);
    QCOMPARE(m_bench->journal(1).size(), 2);
    QCOMPARE(m_bench->messages(1).size(), 1U);
}

void PaymentsTest::anOpenPaymentChangesNothing()
{
    const PlacedOrder order = placed(Outcome::Open);
    QVERIFY(settle(1).value() == order.order);
    m_gateway->unavailable = true;
    QCOMPARE(settle(1).error().code, RefusalCode::ProviderUnavailable);
    QCOMPARE(QCoro::waitFor(m_payments->begin(1)).error().code, RefusalCode::ProviderUnavailable);
    QVERIFY(m_bench->order(1)
            == withUnknownPayment(order.order, m_bench->order(1).money.unclearSinceMs));
}

void PaymentsTest::whatIsUndecidedIsShownAndReadAgain()
{
    const PlacedOrder order = placed(Outcome::Processing);
    const Order waiting = settle(1).value();
    QCOMPARE(waiting.state, OrderState::Received);
    QCOMPARE(waiting.payment, PaymentState::Confirming);
    QVERIFY(settle(1).value() == waiting); // the same news is no change
    m_gateway->payments[order.attempt->id].outcome = Outcome::Approved;
    waitABit();
    reconcile();
    QCOMPARE(m_bench->order(1).state, OrderState::Paid);
    const int lookups = m_gateway->lookups;
    waitABit();
    reconcile();
    QCOMPARE(m_gateway->lookups, lookups);
}

void PaymentsTest::aProviderThatDoesNotAnswerLeavesUnknown()
{
    placed(Outcome::Open);
    m_gateway->unavailable = true;
    QCOMPARE(settle(1).error().code, RefusalCode::ProviderUnavailable);
    QCOMPARE(m_bench->order(1).payment, PaymentState::Unknown);
    QCOMPARE(m_bench->order(1).state, OrderState::Received);
    m_gateway->unavailable = false;
    waitABit();
    reconcile();
    QCOMPARE(m_bench->order(1).payment, PaymentState::Pending); // nobody had paid
}

void PaymentsTest::declineThenRetry()
{
    const PlacedOrder order = placed(Outcome::Declined);
    QCOMPARE(settle(1).value().payment, PaymentState::Failed);
    QCOMPARE(settle(1).value().version, 2);
    QCOMPARE(m_bench->order(1).state, OrderState::Received);
    m_bench->clock.advance(1'000);
    QVERIFY(QCoro::waitFor(m_payments->begin(1)).has_value());
    const auto attempts = m_bench->attempts(1);
    QCOMPARE(attempts.size(), 2U);
    QCOMPARE(attempts.front().id, order.attempt->id);
    m_gateway->payments[attempts.back().id] = {Outcome::Approved, order.order.total};
    const Order paid = settle(1).value();
    QCOMPARE(paid.state, OrderState::Paid);
    QCOMPARE(paid.payment, PaymentState::Paid);
    QCOMPARE(attempt(order.attempt->id).state, PaymentState::Failed);
    QVERIFY(m_bench->refunds(1).empty());
}

void PaymentsTest::aRepeatedCallAfterADeclineCanBePaid()
{
    const auto key = callKey(u"once"_s);
    const auto place = [&] {
        return m_bench->place(ShopBench::draft(), key, u"scripted"_s).value();
    };
    const PlacedOrder first = place();
    m_gateway->payments[first.attempt->id] = {Outcome::Declined, first.order.total};
    QCOMPARE(settle(1).value().payment, PaymentState::Failed);

    m_bench->clock.advance(1'000);
    const auto charged = QCoro::waitFor(m_payments->charge(*place().attempt));
    QVERIFY(charged);
    const auto attempts = m_bench->attempts(1);
    QCOMPARE(attempts.size(), 2U);
    QCOMPARE(charged->page.url, QString(u"https://pay.example/"_s + attempts.back().id));
    // And once more: the page that is open goes on.
    QCOMPARE(QCoro::waitFor(m_payments->charge(*place().attempt))->page.url, charged->page.url);
    QCOMPARE(m_bench->attempts(1).size(), 2U);
}

void PaymentsTest::aDeclineMayTurnIntoApproval()
{
    const PlacedOrder order = placed(Outcome::Declined);
    QVERIFY(settle(1).has_value());
    m_gateway->payments[order.attempt->id].outcome = Outcome::Approved;
    m_gateway->payments[order.attempt->id].approvedAtMs = m_bench->clock.nowMs() - 5'000;
    const Order paid = settle(1).value();
    QCOMPARE(paid.payment, PaymentState::Paid);
    QCOMPARE(paid.approvedAtMs, paid.reachedAt(OrderState::Paid) - 5'000); // two clocks, both kept
    QCOMPARE(m_bench->order(1), paid);
    m_gateway->payments[order.attempt->id].outcome = Outcome::Declined; // an old report, late
    QCOMPARE(settle(1).value().payment, PaymentState::Paid);
}

void PaymentsTest::anOpenAttemptIsUsedAgain()
{
    const PlacedOrder order = placed(Outcome::Open);
    const auto first = QCoro::waitFor(m_payments->begin(1));
    const auto second = QCoro::waitFor(m_payments->begin(1));
    QCOMPARE(first.value().url, second.value().url);
    QCOMPARE(m_bench->attempts(1).size(), 1U);
    QCOMPARE(QCoro::waitFor(m_payments->begin(99)).error().code, RefusalCode::NotFound);
}

void PaymentsTest::paidOrdersOpenNoCharge()
{
    const PlacedOrder order = placed(Outcome::Approved);
    QVERIFY(settle(1).has_value());
    const auto again = QCoro::waitFor(m_payments->begin(1));
    QCOMPARE(again.error().code, RefusalCode::IllegalMove);
    QVERIFY(again.error().state == OrderState::Paid);
    QCOMPARE(m_bench->attempts(1).size(), 1U);
}

void PaymentsTest::lateMoneyGoesBack()
{
    for (const bool expired : {false, true}) {
        const PlacedOrder order = placed(Outcome::Open);
        const qint64 id = order.order.id;
        if (expired) {
            pastTheHold();
            reconcile();
        } else {
            cancel(id);
        }
        m_gateway->payments[order.attempt->id].outcome = Outcome::Approved;
        for (int i = 0; i < 3; ++i) {
            const Order late = settle(id).value();
            QCOMPARE(late.state, expired ? OrderState::Expired : OrderState::Cancelled);
            QCOMPARE(late.payment, PaymentState::RefundPending);
        }
        const auto refunds = m_bench->refunds(id);
        QCOMPARE(refunds.size(), 1U);
        QCOMPARE(refunds.front().amountMinor, order.order.total.minor);
        reconcile();
        QCOMPARE(m_gateway->givenBackMinor[order.attempt->id], order.order.total.minor);
        QCOMPARE(m_bench->order(id).payment, PaymentState::Refunded);
        QCOMPARE(m_bench->messages(id).back().message.event, MessageEvent::Refunded);
    }
}

void PaymentsTest::aSecondChargeGoesBackAndTheFirstCounts()
{
    const PlacedOrder order = placed(Outcome::Approved);
    QVERIFY(settle(1).has_value());
    const QString second = secondAttempt(1, Outcome::Approved);
    const Order both = settle(1).value();
    QCOMPARE(both.state, OrderState::Paid);
    QCOMPARE(both.payment, PaymentState::Paid);
    reconcile();
    QCOMPARE(m_gateway->givenBackMinor.size(), 1U);
    QCOMPARE(m_gateway->givenBackMinor[second], order.order.total.minor);
    QCOMPARE(attempt(second).state, PaymentState::Refunded);
    QCOMPARE(attempt(order.attempt->id).state, PaymentState::Paid);
    // The customer has paid: what went back was never the order's money.
    QCOMPARE(m_bench->order(1).payment, PaymentState::Paid);
    cancel(1);
    reconcile();
    QCOMPARE(m_gateway->givenBackMinor[order.attempt->id], order.order.total.minor);
    QCOMPARE(m_bench->order(1).payment, PaymentState::Refunded);
}

void PaymentsTest::anotherAmountGoesBackWhole()
{
    for (const Money &taken : {Money{1, {}}, Money{200'000, {}}, Money{178'000, {u"USD"_s, 2}}}) {
        const PlacedOrder order = placed(Outcome::Approved);
        const qint64 id = order.order.id;
        m_gateway->payments[order.attempt->id].amount = taken;
        for (int read = 0; read <= doubtedReads; ++read) {
            QTest::ignoreMessage(QtWarningMsg,
                                 QRegularExpression(u"amount than asked; it is read"_s));
            QCOMPARE(settle(id).value().payment, PaymentState::Unknown);
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"amount than asked; it goes"_s));
        const Order unpaid = settle(id).value();
        QCOMPARE(unpaid.state, OrderState::Received);
        QCOMPARE(unpaid.payment, PaymentState::RefundPending);
        QVERIFY(attempt(order.attempt->id).amount == taken);
        reconcile();
        QCOMPARE(m_gateway->givenBackMinor[order.attempt->id], taken.minor);
        // The customer may try again.
        const QString retry = secondAttempt(id, Outcome::Approved);
        QCOMPARE(settle(id).value().payment, PaymentState::Paid);
        QCOMPARE(attempt(retry).state, PaymentState::Paid);
    }
}

void PaymentsTest::oneWrongAmountIsNotBelieved()
{
    const PlacedOrder order = placed(Outcome::Approved);
    const Money right = m_gateway->payments[order.attempt->id].amount;
    m_gateway->payments[order.attempt->id].amount = Money{right.minor + 1'000, {}};
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"amount than asked; it is read"_s));
    QCOMPARE(settle(order.order.id).value().payment, PaymentState::Unknown);
    m_gateway->payments[order.attempt->id].amount = right;
    m_bench->clock.advance(readDelayMs(0));
    reconcile();
    QCOMPARE(m_bench->order(order.order.id).payment, PaymentState::Paid);
    QVERIFY(m_bench->refunds(order.order.id).empty());
}

/// A pause of ours says nothing about how long the provider will be silent.
void PaymentsTest::aReadThatWasNotMadeIsSoonMade()
{
    const PlacedOrder order = placed(Outcome::Approved);
    m_gateway->unavailable = true;
    QVERIFY(!settle(order.order.id));
    m_gateway->silence = RefusalCode::ProviderNotAsked;
    for (int pause = 0; pause < 5; ++pause) {
        QVERIFY(!settle(order.order.id));
        QCOMPARE(attempt(order.attempt->id).nextReadMs, m_bench->clock.nowMs() + readDelayMs(1));
        QCOMPARE(attempt(order.attempt->id).reads, 0);
    }
}

void PaymentsTest::afterAStartEverythingIsDue()
{
    const PlacedOrder unknown = placed(Outcome::Approved);
    const PlacedOrder cancelled = placed(Outcome::Approved);
    QVERIFY(settle(cancelled.order.id).has_value());
    cancel(cancelled.order.id);
    m_gateway->unavailable = true;
    QVERIFY(!settle(unknown.order.id));
    reconcile();
    m_gateway->unavailable = false;
    reconcile();
    QCOMPARE(m_bench->order(unknown.order.id).payment, PaymentState::Unknown);
    QCOMPARE(m_bench->order(cancelled.order.id).payment, PaymentState::RefundPending);
    QVERIFY(m_payments->resume().takeResult().has_value());
    reconcile();
    QCOMPARE(m_bench->order(unknown.order.id).payment, PaymentState::Paid);
    QCOMPARE(m_bench->order(cancelled.order.id).payment, PaymentState::Refunded);
}

/// More at once would be turned away by the bulkhead, as if the provider were silent.
void PaymentsTest::manyAreReadAFewAtATime()
{
    constexpr int many = Reconciler::readsEach + 10;
    std::vector<qint64> ids;
    for (int i = 0; i < many; ++i) {
        ids.push_back(placed(Outcome::Approved, ShopBench::Rose).order.id);
        QVERIFY(m_bench
                    ->write([id = ids.back()](Transaction &transaction) -> Result<bool> {
                        store::readOpenAttempts(transaction.db(), id, transaction.nowMs());
                        return true;
                    })
                    .value());
    }
    m_gateway->slow = true;
    m_gateway->held.start();
    auto first = m_reconciler->run();
    QTRY_COMPARE(m_gateway->lookups, Reconciler::readsEach);
    m_gateway->held.finish();
    QCoro::waitFor(first);
    QCOMPARE(m_gateway->lookups, Reconciler::readsEach);
    reconcile();
    QCOMPARE(m_gateway->lookups, many);
    for (const qint64 id : ids)
        QCOMPARE(m_bench->order(id).payment, PaymentState::Paid);
}

void PaymentsTest::refundsRunOnce()
{
    const PlacedOrder order = placed(Outcome::Approved);
    QVERIFY(settle(1).has_value());
    cancel(1);
    m_gateway->slow = true;
    m_gateway->held.start();
    auto first = m_reconciler->run();
    auto second = m_reconciler->run();
    m_gateway->held.finish();
    QCoro::waitFor(first);
    QCoro::waitFor(second);
    reconcile();
    QCOMPARE(m_gateway->refundCalls, 1);
    QCOMPARE(m_gateway->givenBackMinor[order.attempt->id], order.order.total.minor);
    QCOMPARE(m_bench->order(1).payment, PaymentState::Refunded);
    QCOMPARE(attempt(order.attempt->id).refundedMinor, order.order.total.minor);
    QCOMPARE(m_bench->refunds(1).front().state, RefundState::Refunded);
    QCOMPARE(m_bench->messages(1).size(), 3U); // paid, cancelled, refunded
}

void PaymentsTest::refundsSurviveAnUnavailableProvider()
{
    const PlacedOrder order = placed(Outcome::Approved);
    QVERIFY(settle(1).has_value());
    cancel(1);
    m_gateway->unavailable = true;
    for (const RefusalCode silence :
         {RefusalCode::ProviderUnavailable, RefusalCode::ProviderNotAsked}) {
        m_gateway->silence = silence;
        reconcile();
        QCOMPARE(m_bench->order(1).payment, PaymentState::RefundPending);
        waitABit();
    }
    const QString id = m_bench->refunds(1).front().id;
    m_gateway->unavailable = false;
    const int calls = m_gateway->refundCalls;
    m_bench->clock.advance(readDelayMs(2));
    reconcile();
    QCOMPARE(m_gateway->refundCalls, calls + 1);
    QCOMPARE(m_gateway->refunded.begin()->first, id);
    QCOMPARE(m_gateway->refunded.size(), 1U);
    QCOMPARE(m_bench->order(1).payment, PaymentState::Refunded);
}

void PaymentsTest::aRefusedRefundIsShown()
{
    placed(Outcome::Approved);
    QVERIFY(settle(1).has_value());
    cancel(1);
    m_gateway->refusesRefunds = true;
    reconcile();
    QCOMPARE(m_bench->order(1).payment, PaymentState::RefundFailed);
    const qint64 totalMinor = m_bench->order(1).total.minor;
    QCOMPARE(m_bench->order(1).money.refundFailedMinor, totalMinor);
    QCOMPARE(m_bench->order(1).money.refundableMinor(), 0); // it is asked for already
    const qint64 version = m_bench->order(1).version;
    reconcile();
    QCOMPARE(m_bench->order(1).version, version);
    m_gateway->refusesRefunds = false;
    m_bench->clock.advance(100 * lastReadDelayMs);
    reconcile();
    QCOMPARE(m_gateway->refundCalls, 1); // what was refused for good waits for a person
    const QString refusedKey = m_bench->refunds(1).front().callKey;
    QVERIFY(m_payments->retryRefunds(1, 7).takeResult().has_value());
    QCOMPARE(m_bench->order(1).payment, PaymentState::RefundPending);
    QVERIFY(m_bench->refunds(1).front().callKey != refusedKey); // the old one is answered for good
    QCOMPARE(m_payments->retryRefunds(1, 7).takeResult().error().code, RefusalCode::IllegalMove);
    reconcile();
    QCOMPARE(m_bench->order(1).payment, PaymentState::Refunded);
    MoneyFacts back;
    back.chargedMinor = totalMinor;
    back.refundedMinor = totalMinor;
    QVERIFY(m_bench->order(1).money == back);
}

/// A second refund that goes through does not hide the first one, which is still owed.
void PaymentsTest::aRefusedRefundIsNotHiddenByAnother()
{
    placed(Outcome::Approved);
    QVERIFY(settle(1).has_value());
    MoveRequest move;
    move.orderId = 1;
    move.verb = Verb::CompleteDelivery;
    move.maySkip = true;
    QVERIFY(m_bench->move(move).has_value());
    move.verb = Verb::Refund;
    move.maySkip = false;
    move.refundMinor = 30'000;
    QVERIFY(m_bench->move(move).has_value());
    m_gateway->refusesRefunds = true;
    reconcile();
    QCOMPARE(m_bench->order(1).payment, PaymentState::RefundFailed);
    m_gateway->refusesRefunds = false;
    move.refundMinor = 9'000;
    QVERIFY(m_bench->move(move).has_value());
    reconcile();
    QCOMPARE(m_bench->order(1).payment, PaymentState::RefundFailed);
    QCOMPARE(m_bench->order(1).money.refundedMinor, 9'000);
    QCOMPARE(m_bench->order(1).money.refundFailedMinor, 30'000);
    QVERIFY(m_payments->retryRefunds(1, 7).takeResult().has_value());
    reconcile();
    QCOMPARE(m_bench->order(1).payment, PaymentState::PartiallyRefunded);
    QCOMPARE(m_bench->order(1).money.refundedMinor, 39'000);
}

void PaymentsTest::partialRefunds()
{
    const PlacedOrder order = placed(Outcome::Approved);
    QVERIFY(settle(1).has_value());
    MoveRequest cancelled;
    cancelled.orderId = 1;
    cancelled.verb = Verb::Cancel;
    cancelled.refundMinor = 100'000;
    QVERIFY(m_bench->move(cancelled).has_value());
    reconcile();
    QCOMPARE(m_bench->order(1).payment, PaymentState::PartiallyRefunded);
    QCOMPARE(m_gateway->givenBackMinor[order.attempt->id], 100'000);
    QCOMPARE(m_bench->messages(1).back().amountMinor, 100'000);
}

void PaymentsTest::holdsExpireAfterALastLook()
{
    const PlacedOrder order = placed(Outcome::Open);
    const DeliveryWindow window = *order.order.window;
    QCOMPARE(m_bench->taken(window), 1);
    m_bench->clock.advance(Shop::unpaidHoldMs);
    reconcile();
    QCOMPARE(m_bench->order(1).state, OrderState::Received);
    m_bench->clock.advance(1);
    reconcile();
    const Order expired = m_bench->order(1);
    QCOMPARE(expired.state, OrderState::Expired);
    QCOMPARE(expired.payment, PaymentState::Failed);
    QCOMPARE(m_bench->taken(window), 0);
    QVERIFY(m_gateway->lookups > 0);
    reconcile();
    QVERIFY(m_bench->order(1) == expired);
    QVERIFY(m_bench->messages(1).empty());
    // An order for which nothing was ever begun expires too.
    const Order bare = m_bench->place(ShopBench::draft()).value().order;
    pastTheHold();
    reconcile();
    QCOMPARE(m_bench->order(bare.id).state, OrderState::Expired);
    QCOMPARE(m_bench->taken(window), 0);
}

void PaymentsTest::noHoldExpiresWhileTheProviderIsAway()
{
    const PlacedOrder order = placed(Outcome::Approved);
    m_gateway->unavailable = true;
    m_bench->clock.advance(100 * Shop::unpaidHoldMs);
    for (int i = 0; i < 3; ++i)
        reconcile();
    QVERIFY(m_bench->order(1)
            == withUnknownPayment(order.order, m_bench->order(1).money.unclearSinceMs));
    QCOMPARE(m_bench->taken(*order.order.window), 1);
    m_gateway->unavailable = false;
    reconcile();
    QCOMPARE(m_bench->order(1).state, OrderState::Paid);
}

void PaymentsTest::noHoldExpiresWhileTheProviderIsSlow()
{
    placed(Outcome::Approved);
    pastTheHold();
    m_gateway->slow = true;
    m_gateway->held.start();
    auto sweep = m_reconciler->run();
    QCOMPARE(m_gateway->lookups, 1);
    QCOMPARE(m_bench->order(1).state, OrderState::Received);
    m_gateway->held.finish();
    QCoro::waitFor(sweep);
    QCOMPARE(m_bench->order(1).state, OrderState::Paid);
}

void PaymentsTest::moneyFoundAtTheLastLookIsKept()
{
    const PlacedOrder order = placed(Outcome::Approved);
    pastTheHold();
    reconcile();
    QCOMPARE(m_bench->order(1).state, OrderState::Paid);
    QCOMPARE(m_bench->taken(*order.order.window), 1);
}

void PaymentsTest::unknownAttempts()
{
    QCOMPARE(QCoro::waitFor(m_payments->settle(u"unknown"_s)).error().code, RefusalCode::NotFound);
    QCOMPARE(settle(99).error().code, RefusalCode::NotFound);
    QCOMPARE(m_gateway->lookups, 0);
}

QTEST_GUILESS_MAIN(PaymentsTest)
#include "tst_payments.moc"
