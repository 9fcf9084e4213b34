// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/payingcustomer.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// Transfers to a virtual account, which a bank may call off after they have counted.
class DepositsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void takenBackOnce();
    void comesAgain();
    void nothingIsSentBackOfWhatIsNotThere();

private:
    /// The bank \a turns ("deposit", "undo-deposit"), and Toss tells of it \a times times.
    void turn(const QString &turns, int times = 1);
    OrderRecord record() { return m_customer->record(); }
    qint64 sumOf(LedgerKind kind);

    FakeProvider m_provider;
    std::unique_ptr<PaymentRig> m_rig;
    std::unique_ptr<PayingCustomer> m_customer;
    qint64 m_totalMinor = 0;
};

void DepositsTest::initTestCase()
{
    QVERIFY2(m_provider.start(), m_provider.log().constData());
}

void DepositsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_customer.reset();
    m_rig.reset();
    QVERIFY(m_provider.reset());
    QCOMPARE(m_provider.control(u"webhooks"_s, {{u"mode"_s, u"hold"_s}}).status, 200);
    m_rig = std::make_unique<PaymentRig>(m_provider, u"toss"_s);
    m_customer = std::make_unique<PayingCustomer>(m_provider, *m_rig);
    QVERIFY(m_customer->goToPay());
    QVERIFY(m_customer->pay(u"가상계좌"_s));
    m_customer->comeBack();
    QCOMPARE(record().order.payment, PaymentState::Confirming);
    m_totalMinor = record().order.total.minor;
    turn(u"deposit"_s);
    QCOMPARE(record().order.state, OrderState::Paid);
    QCOMPARE(record().order.money.refundableMinor(), m_totalMinor);
}

void DepositsTest::turn(const QString &turns, int times)
{
    const Answer answer =
        m_provider.control(u"toss/"_s + turns, {{u"orderId"_s, m_customer->attemptId()}});
    QCOMPARE(answer.status, 200);
    m_rig->notifyAll(times);
    m_rig->advance(server::readDelayMs(1));
    m_rig->reconcile();
}

qint64 DepositsTest::sumOf(LedgerKind kind)
{
    qint64 sumMinor = 0;
    for (const LedgerEntry &entry : record().ledger)
        sumMinor += entry.kind == kind ? entry.amount.minor : 0;
    return sumMinor;
}

void DepositsTest::takenBackOnce()
{
    turn(u"undo-deposit"_s, 3);
    QCOMPARE(sumOf(LedgerKind::Chargeback), m_totalMinor);
    const Order order = record().order;
    QCOMPARE(order.money.disputedMinor, m_totalMinor);
    QCOMPARE(order.money.refundableMinor(), 0);
    QCOMPARE(order.state, OrderState::Paid); // what is made of it is the florist's to say
    // However often it is read.
    for (int i = 0; i < 3; ++i)
        QVERIFY(QCoro::waitFor(m_rig->payments().settle(m_customer->attemptId())).has_value());
    QCOMPARE(sumOf(LedgerKind::Chargeback), m_totalMinor);
    QCOMPARE(record().order.version, order.version);
}

void DepositsTest::comesAgain()
{
    for (int times = 1; times <= 2; ++times) {
        turn(u"undo-deposit"_s);
        QCOMPARE(sumOf(LedgerKind::Chargeback), times * m_totalMinor);
        turn(u"deposit"_s, 2);
        QCOMPARE(sumOf(LedgerKind::ChargebackWon), times * m_totalMinor);
        QCOMPARE(record().order.money.disputedMinor, 0);
        QCOMPARE(record().order.money.refundableMinor(), m_totalMinor);
    }
    QCOMPARE(sumOf(LedgerKind::Charge), m_totalMinor);
}

void DepositsTest::nothingIsSentBackOfWhatIsNotThere()
{
    turn(u"undo-deposit"_s);
    QVERIFY(m_customer->cancel());
    QVERIFY(m_rig->settleEverything());
    QCOMPARE(record().order.state, OrderState::Cancelled);
    QCOMPARE(sumOf(LedgerKind::RefundAsked), 0);
    // It came after all: the order does not want it any more.
    turn(u"deposit"_s);
    QVERIFY(m_rig->settleEverything());
    QCOMPARE(sumOf(LedgerKind::ChargebackWon), m_totalMinor);
    QCOMPARE(sumOf(LedgerKind::RefundAsked), m_totalMinor);
    // Toss sends a transfer back to an account that it has to be told; nobody gave one.
    QCOMPARE(record().order.payment, PaymentState::RefundFailed);
    QCOMPARE(record().order.money.refundFailedMinor, m_totalMinor);
    QCOMPARE(record().messages.back().message.event, MessageEvent::LatePayment);
}

QTEST_GUILESS_MAIN(DepositsTest)
#include "tst_deposits.moc"
