// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/reconciler.h"
#include "core/server/payment/sandbox.h"
#include "tests/support/shopbench.h"

#include <QtTest/QTest>

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

class SandboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fromPageToPaid();
    void decidesOnce();
    void withoutACustomerPaysAtOnce();
    void refundsOnceAndNoMoreThanTaken();
    void whatWasRefundedStaysListed();
    void knowsOtherCurrencies();
    void threeSteps();
    void anAnswerThatDoesNotFitChangesNothing_data();
    void anAnswerThatDoesNotFitChangesNothing();
    void approvesLate();
    void whatWasApprovedLateCanBeRefunded();
    void hangsAndThenAnswers();
    void stoppingLeavesNobodyHanging();

private:
    /// The reference of an order's payment that waits on the hosted page.
    QString opened()
    {
        m_bench->place(ShopBench::draft(), std::nullopt, m_sandbox->name()).value();
        return QCoro::waitFor(m_payments->begin(1)).value().providerReference;
    }
    SandboxStage answer(const QString &reference, SandboxAnswer answer)
    {
        return m_sandbox->stageOf(m_sandbox->answer(reference, answer).takeResult().value());
    }
    Result<Order> settle()
    {
        return QCoro::waitFor(m_payments->settle(m_bench->attempts(1).front().id));
    }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<SandboxGateway> m_sandbox;
    std::unique_ptr<Payments> m_payments;
    std::unique_ptr<Reconciler> m_reconciler;
};

void SandboxTest::init()
{
    m_payments.reset();
    m_sandbox.reset();
    m_bench = std::make_unique<ShopBench>();
    const SandboxTimes times{10'000, 30'000, 1, 1};
    m_sandbox =
        std::make_unique<SandboxGateway>(*m_bench->writer, *m_bench->reader, m_bench->clock, times);
    m_payments =
        std::make_unique<Payments>(*m_bench->writer, *m_bench->reader, Gateways(*m_sandbox));
    m_reconciler = std::make_unique<Reconciler>(*m_payments, *m_bench->reader, m_bench->clock);
}

void SandboxTest::fromPageToPaid()
{
    const PlacedOrder order =
        m_bench->place(ShopBench::draft(), std::nullopt, m_sandbox->name()).value();
    const HostedPage page = QCoro::waitFor(m_payments->begin(order.order.id)).value();
    QCOMPARE(page.url, SandboxGateway::pagePath(page.providerReference));
    QVERIFY(!page.decided);
    QCOMPARE(QCoro::waitFor(m_payments->begin(order.order.id)).value().url, page.url);
    QVERIFY(m_sandbox->payment(page.providerReference).takeResult().value().amount
            == order.order.total);
    QCOMPARE(QCoro::waitFor(m_payments->settle(m_bench->attempts(1).front().id)).value().state,
             OrderState::Received);
    QCOMPARE(m_sandbox->answer(page.providerReference, SandboxAnswer::Approve)
                 .takeResult()
                 .value()
                 .state,
             u"approved"_s);
    const Order paid = QCoro::waitFor(m_payments->settle(order.attempt->id)).value();
    QCOMPARE(paid.state, OrderState::Paid);
    QCOMPARE(paid.payment, PaymentState::Paid);
    QCOMPARE(m_sandbox->payment(u"nothing"_s).takeResult().error().code, RefusalCode::NotFound);
}

void SandboxTest::decidesOnce()
{
    const PlacedOrder order =
        m_bench->place(ShopBench::draft(), std::nullopt, m_sandbox->name()).value();
    const QString reference = QCoro::waitFor(m_payments->begin(1)).value().providerReference;
    QCOMPARE(m_sandbox->answer(reference, SandboxAnswer::Decline).takeResult().value().state,
             u"declined"_s);
    QCOMPARE(m_sandbox->answer(reference, SandboxAnswer::Approve).takeResult().value().state,
             u"declined"_s);
    QCOMPARE(QCoro::waitFor(m_payments->settle(m_bench->attempts(1).front().id)).value().payment,
             PaymentState::Failed);
}

void SandboxTest::withoutACustomerPaysAtOnce()
{
    const PlacedOrder order =
        m_bench->place(ShopBench::draft(), std::nullopt, m_sandbox->name()).value();
    const Charged charged = QCoro::waitFor(m_payments->charge(*order.attempt)).value();
    QVERIFY(charged.page.decided);
    QCOMPARE(charged.order->state, OrderState::Paid);
    QVERIFY(QCoro::waitFor(m_payments->charge(*order.attempt)).value().order == charged.order);
    QCOMPARE(m_bench->attempts(1).size(), 1U);
}

void SandboxTest::refundsOnceAndNoMoreThanTaken()
{
    const PlacedOrder order =
        m_bench->place(ShopBench::draft(), std::nullopt, m_sandbox->name()).value();
    QVERIFY(QCoro::waitFor(m_payments->charge(*order.attempt)).has_value());
    QVERIFY(QCoro::waitFor(m_payments->settle(m_bench->attempts(1).front().id)).has_value());
    const PaymentAttempt paid = m_bench->attempts(1).front();
    const auto refund = [&](const QString &id, qint64 minor) {
        return QCoro::waitFor(m_sandbox->refund(paid, {id, paid.id, 1, minor, u"test"_s}));
    };
    QVERIFY(refund(u"one"_s, 100'000).has_value());
    QVERIFY(refund(u"one"_s, 100'000).has_value());
    QCOMPARE(refund(u"two"_s, 78'001).error().code, RefusalCode::PaymentDeclined);
    QVERIFY(refund(u"two"_s, 78'000).has_value());
    QVERIFY(!refund(u"three"_s, 1));
    QCOMPARE(m_bench->number("SELECT refunded_minor FROM sandbox_payments"), 178'000);
}

void SandboxTest::whatWasRefundedStaysListed()
{
    m_bench->place(ShopBench::draft(), std::nullopt, m_sandbox->name()).value();
    QVERIFY(QCoro::waitFor(m_payments->charge(m_bench->attempts(1).front())).has_value());
    QVERIFY(settle().has_value());
    const PaymentAttempt paid = m_bench->attempts(1).front();
    QVERIFY(QCoro::waitFor(m_sandbox->refund(paid, {u"one"_s, paid.id, 1, 178'000, u"test"_s})));
    const qint64 nowMs = m_bench->clock.nowMs();
    const auto listed = QCoro::waitFor(m_sandbox->list(nowMs - 1, nowMs + 1)).value();
    const auto count = [&](LedgerKind kind) {
        return std::ranges::count(listed, kind, &ProviderEntry::kind);
    };
    QCOMPARE(count(LedgerKind::Charge), 1);
    QCOMPARE(count(LedgerKind::Refund), 1);
}

void SandboxTest::knowsOtherCurrencies()
{
    m_bench->tamper(u"UPDATE products SET currency = 'USD', exponent = 2"_s);
    const PlacedOrder order =
        m_bench->place(ShopBench::draft(), std::nullopt, m_sandbox->name()).value();
    QCOMPARE(order.order.total.currency.exponent, 2);
    QVERIFY(QCoro::waitFor(m_payments->charge(*order.attempt)).has_value());
    QCOMPARE(QCoro::waitFor(m_payments->settle(m_bench->attempts(1).front().id)).value().state,
             OrderState::Paid);
}

void SandboxTest::threeSteps()
{
    const QString reference = opened();
    QCOMPARE(answer(reference, SandboxAnswer::ThreeSteps), SandboxStage::Identity);
    QCOMPARE(settle().value().payment, PaymentState::Pending);
    QCOMPARE(answer(reference, SandboxAnswer::NextStep), SandboxStage::CardCompany);
    QCOMPARE(answer(reference, SandboxAnswer::Approve), SandboxStage::Approved);
    QCOMPARE(settle().value().state, OrderState::Paid);
}

void SandboxTest::anAnswerThatDoesNotFitChangesNothing_data()
{
    using enum SandboxAnswer;
    QTest::addColumn<QList<SandboxAnswer>>("before");
    QTest::addColumn<SandboxAnswer>("answer");
    QTest::newRow("next without a first step") << QList<SandboxAnswer>{} << NextStep;
    QTest::newRow("approved before the card company")
        << QList<SandboxAnswer>{ThreeSteps} << Approve;
    QTest::newRow("late in the middle") << QList<SandboxAnswer>{ThreeSteps} << ApproveLate;
    QTest::newRow("hanging in the middle") << QList<SandboxAnswer>{ThreeSteps, NextStep} << Hang;
    QTest::newRow("declined after the approval") << QList<SandboxAnswer>{Approve} << Decline;
    QTest::newRow("declined while late") << QList<SandboxAnswer>{ApproveLate} << Decline;
    QTest::newRow("three steps twice") << QList<SandboxAnswer>{ThreeSteps} << ThreeSteps;
}

void SandboxTest::anAnswerThatDoesNotFitChangesNothing()
{
    QFETCH(const QList<SandboxAnswer>, before);
    QFETCH(const SandboxAnswer, answer);
    const QString reference = opened();
    for (const SandboxAnswer step : before)
        m_sandbox->answer(reference, step).waitForFinished();
    const auto was = m_sandbox->payment(reference).takeResult().value();
    const auto is = m_sandbox->answer(reference, answer).takeResult().value();
    QCOMPARE(is.state, was.state);
    QCOMPARE(is.dueAtMs, was.dueAtMs);
}

void SandboxTest::approvesLate()
{
    const QString reference = opened();
    QCOMPARE(answer(reference, SandboxAnswer::ApproveLate), SandboxStage::Late);
    m_bench->clock.advance(9'999);
    QCOMPARE(settle().value().payment, PaymentState::Confirming);
    m_bench->clock.advance(1);
    QCOMPARE(settle().value().state, OrderState::Paid);
}

void SandboxTest::whatWasApprovedLateCanBeRefunded()
{
    const QString reference = opened();
    answer(reference, SandboxAnswer::ApproveLate);
    m_bench->clock.advance(10'000);
    QCOMPARE(settle().value().state, OrderState::Paid);
    QVERIFY(m_bench->move(1, Verb::Cancel, Actor::Customer).has_value());
    QCoro::waitFor(m_reconciler->run());
    QCOMPARE(m_bench->order(1).payment, PaymentState::Refunded);
    QCOMPARE(m_bench->number("SELECT refunded_minor FROM sandbox_payments"), 178'000);
}

void SandboxTest::hangsAndThenAnswers()
{
    const QString reference = opened();
    QCOMPARE(answer(reference, SandboxAnswer::Hang), SandboxStage::Hanging);
    QCOMPARE(settle().error().code, RefusalCode::ProviderUnavailable);
    QCOMPARE(m_bench->order(1).payment, PaymentState::Unknown);
    m_bench->clock.advance(30'000);
    QCoro::waitFor(m_reconciler->run());
    QCOMPARE(m_bench->order(1).state, OrderState::Paid);
}

void SandboxTest::stoppingLeavesNobodyHanging()
{
    const SandboxTimes patient{10'000, 3'600'000, 3'600'000, 1};
    SandboxGateway sandbox(*m_bench->writer, *m_bench->reader, m_bench->clock, patient);
    const QString reference = opened();
    answer(reference, SandboxAnswer::Hang);
    const PaymentAttempt attempt = m_bench->attempts(1).front();
    auto waiting = sandbox.lookup(attempt);
    auto told = sandbox.after(3'600'000);
    sandbox.stop();
    QCOMPARE(QCoro::waitFor(waiting).error().code, RefusalCode::ProviderUnavailable);
    QVERIFY(!told.result());
    QVERIFY(!sandbox.after(1).result());
}

QTEST_GUILESS_MAIN(SandboxTest)
#include "tst_sandbox.moc"
