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
    void aReadingThatWasUnderWayIsNotBelieved();
    void whatWasToGoBackIsWithdrawn();
    void theClosingOfAnEmptyAccountIsNoRefund();
    void withoutAnyNotice();
    void aDepositThatWasQuickerThanItsAccount();

private:
    /// The bank \a turns ("deposit", "undo-deposit"), Toss tells of it \a times times, and it is
    /// read until it is believed.
    void turn(const QString &turns, int times = 1);
    bool bank(const QString &turns)
    {
        return m_provider.control(u"toss/"_s + turns, {{u"orderId"_s, m_customer->attemptId()}})
                   .status
               == 200;
    }
    void readAgain();
    bool settle()
    {
        return QCoro::waitFor(m_rig->payments().settle(m_customer->attemptId())).has_value();
    }
    /// What the provider still has of the customer's money.
    qint64 heldMinor()
    {
        const MoneyBooks sums = MoneyBooks::of(record(), m_provider.books());
        return sums.captured - sums.sentBack;
    }
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
    QVERIFY(bank(turns));
    m_rig->notifyAll(times);
    readAgain();
}

void DepositsTest::readAgain()
{
    for (int read = 0; read <= 1 + server::doubtedReads; ++read) {
        m_rig->advance(server::readDelayMs(server::doubtedReads - 1));
        m_rig->reconcile();
    }
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
        QVERIFY(settle());
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
    m_rig->reconcile();
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

/// Readings at one moment may be of the time before the deposit, however many they are.
void DepositsTest::aReadingThatWasUnderWayIsNotBelieved()
{
    const qint64 version = record().order.version;
    QVERIFY(bank(u"undo-deposit"_s));
    for (int i = 0; i < server::doubtedReads + 2; ++i)
        QVERIFY(settle());
    QCOMPARE(sumOf(LedgerKind::Chargeback), 0);
    QVERIFY(bank(u"deposit"_s));
    QVERIFY(m_rig->settleEverything());
    QCOMPARE(record().order.version, version);
    QCOMPARE(sumOf(LedgerKind::Chargeback), 0);
    // The doubt begins anew with the next one.
    QVERIFY(bank(u"undo-deposit"_s));
    QVERIFY(settle());
    for (int read = 0; read + 1 < server::doubtedReads; ++read) {
        m_rig->advance(server::readDelayMs(read));
        m_rig->reconcile();
    }
    QCOMPARE(sumOf(LedgerKind::Chargeback), 0);
    m_rig->advance(server::readDelayMs(server::doubtedReads - 1));
    m_rig->reconcile();
    QCOMPARE(sumOf(LedgerKind::Chargeback), m_totalMinor);
}

void DepositsTest::whatWasToGoBackIsWithdrawn()
{
    QVERIFY(m_customer->cancel());
    m_rig->reconcile();
    QCOMPARE(record().order.money.refundFailedMinor, m_totalMinor); // Toss was told no account
    turn(u"undo-deposit"_s);
    const Order order = record().order;
    QCOMPARE(sumOf(LedgerKind::RefundWithdrawn), m_totalMinor);
    QCOMPARE(order.money.disputedMinor, m_totalMinor);
    QVERIFY(!order.hasFailedRefund()); // nothing is left to be pressed
    QCOMPARE(sumOf(LedgerKind::Charge) - sumOf(LedgerKind::Chargeback), heldMinor());
    turn(u"deposit"_s);
    QCOMPARE(sumOf(LedgerKind::RefundAsked), 2 * m_totalMinor);
    QCOMPARE(record().order.money.refundFailedMinor, m_totalMinor);
    QCOMPARE(heldMinor(), m_totalMinor);
}

/// The refund is asked for before anybody here has heard that the money is gone.
void DepositsTest::theClosingOfAnEmptyAccountIsNoRefund()
{
    QVERIFY(bank(u"undo-deposit"_s));
    QVERIFY(m_customer->cancel());
    m_rig->reconcile();
    QCOMPARE(sumOf(LedgerKind::Refund), 0);
    m_rig->notifyAll();
    readAgain();
    QCOMPARE(sumOf(LedgerKind::Refund), 0);
    QCOMPARE(sumOf(LedgerKind::Chargeback), m_totalMinor);
    QCOMPARE(heldMinor(), 0);
    const OrderRecord ended = record();
    QVERIFY(!ended.order.hasFailedRefund());
    for (const store::OutboxRow &row : ended.messages) // a refund that was none
        QVERIFY(row.message.event != MessageEvent::Refunded);
}

void DepositsTest::withoutAnyNotice()
{
    turn(u"undo-deposit"_s);
    QVERIFY(bank(u"deposit"_s)); // and nobody tells
    m_rig->advance(server::lastReadDelayMs);
    m_rig->reconcile();
    QCOMPARE(sumOf(LedgerKind::ChargebackWon), m_totalMinor);
    // Nothing is read for ever.
    turn(u"undo-deposit"_s);
    QVERIFY(m_rig->settleEverything());
    QCOMPARE(sumOf(LedgerKind::Chargeback), 2 * m_totalMinor);
}

void DepositsTest::aDepositThatWasQuickerThanItsAccount()
{
    m_customer = std::make_unique<PayingCustomer>(m_provider, *m_rig);
    QVERIFY(m_customer->goToPay());
    QVERIFY(m_customer->pay(u"가상계좌"_s));
    QVERIFY(m_provider.fail(u"toss"_s, u"confirm"_s, u"timeout-after"_s));
    auto back = m_customer->returning();
    QTRY_COMPARE(m_provider.look(u"faults"_s)[u"fired"_s].toInt(), 1);
    m_rig->crash(std::move(back)); // the account is open, and its answer was lost
    QVERIFY(m_provider.forgiveFaults());
    turn(u"deposit"_s);
    QCOMPARE(record().order.state, OrderState::Paid);
    turn(u"undo-deposit"_s);
    QCOMPARE(sumOf(LedgerKind::Chargeback), m_totalMinor);
}

QTEST_GUILESS_MAIN(DepositsTest)
#include "tst_deposits.moc"
