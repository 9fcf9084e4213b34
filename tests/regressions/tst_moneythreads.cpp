// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/payingcustomer.h"
#include "translations/words.h"

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

int countOf(const OrderRecord &record, LedgerKind kind)
{
    return int(std::ranges::count(record.ledger, kind, &LedgerEntry::kind));
}

} // namespace

/// Threads in which other shops' software lost its users' money or told them what was not true;
/// each function is named after one of them. docs/regressions.md links them.
class MoneyThreadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void woocommerce20928_paidOrderIsNotExpired();
    void saleor10925_capturedMoneyHasItsOrder_data() { gateways(); }
    void saleor10925_capturedMoneyHasItsOrder();
    void medusa13301_returnAndNoticeCaptureOnce_data() { gateways(); }
    void medusa13301_returnAndNoticeCaptureOnce();
    void vendure3680_aRefundWhoseRecordIsLostIsMadeOnce_data() { gateways(); }
    void vendure3680_aRefundWhoseRecordIsLostIsMadeOnce();
    void vendure2620_agreedTwiceIsTakenOnce();
    void nopCommerce5131_twoTabsAreOnePaidOrder();
    void openfoodnetwork6330_aDoubleClickRefundsOnce_data() { gateways(); }
    void openfoodnetwork6330_aDoubleClickRefundsOnce();
    void stripeOfficial113_aNoticeAfterShippingChangesNothing();

private:
    static void gateways()
    {
        QTest::addColumn<QString>("gateway");
        QTest::newRow("toss") << u"toss"_s;
        QTest::newRow("stripe") << u"stripe"_s;
    }
    /// A customer of a shop with one gateway, who is to pay.
    void customerOf(const QString &gateway)
    {
        m_customer.reset();
        m_rig = std::make_unique<PaymentRig>(m_provider, gateway);
        m_customer = std::make_unique<PayingCustomer>(m_provider, *m_rig);
    }
    bool agreed() { return m_customer->goToPay() && m_customer->pay(); }
    bool paid()
    {
        if (!agreed())
            return false;
        m_customer->comeBack();
        return m_customer->record().order.state == OrderState::Paid;
    }
    /// Whether the provider is about to fail a call as it was asked to.
    bool hasFailed()
    {
        return QTest::qWaitFor(
            [this] { return m_provider.look(u"faults"_s).value(u"fired"_s).toInt() > 0; },
            HttpCalls::answerMs);
    }
    /// One refund of \a amountMinor, by our books and by the provider's.
    bool wentBackOnce(qint64 amountMinor)
    {
        const OrderRecord record = m_customer->record();
        const MoneyBooks sums = MoneyBooks::of(record, m_provider.books());
        return countOf(record, LedgerKind::RefundAsked) == 1
               && countOf(record, LedgerKind::Refund) == 1 && sums.refunded == amountMinor
               && sums.sentBack == amountMinor;
    }
    Result<Order> move(Verb verb, Actor actor, std::optional<qint64> refundMinor = {})
    {
        MoveRequest request;
        request.refundMinor = refundMinor;
        request.orderId = m_customer->record().order.id;
        request.verb = verb;
        request.actor = actor;
        return m_rig->orders().move(request).takeResult();
    }

    FakeProvider m_provider;
    std::unique_ptr<PaymentRig> m_rig;
    std::unique_ptr<PayingCustomer> m_customer;
};

void MoneyThreadsTest::initTestCase()
{
    initTranslationResources();
    QVERIFY2(m_provider.start(), m_provider.log().constData());
}

void MoneyThreadsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_customer.reset();
    m_rig.reset();
    QVERIFY(m_provider.reset());
    QCOMPARE(m_provider.control(u"webhooks"_s, {{u"mode"_s, u"hold"_s}}).status, 200);
}

/// Money that nobody told us of is found before the unpaid order's time is up, and a paid order has
/// no such time.
void MoneyThreadsTest::woocommerce20928_paidOrderIsNotExpired()
{
    customerOf(u"stripe"_s);
    QVERIFY(agreed()); // and neither return nor notice arrives
    m_rig->advance(Shop::unpaidHoldMs + 1);
    m_rig->reconcile();
    QVERIFY(m_rig->settleEverything());
    QCOMPARE(m_customer->record().order.state, OrderState::Paid);
    m_rig->advance(10 * Shop::unpaidHoldMs);
    m_rig->reconcile();
    QCOMPARE(m_customer->ending(), u"kept"_s);
}

/// The power fails after the provider has taken the money and before its answer is here.
void MoneyThreadsTest::saleor10925_capturedMoneyHasItsOrder()
{
    QFETCH(QString, gateway);
    customerOf(gateway);
    QVERIFY(agreed());
    const bool isToss = m_customer->isToss();
    QVERIFY(m_provider.fail(gateway, isToss ? u"confirm"_s : u"lookup"_s, u"timeout-after"_s, 50));
    auto returning = m_customer->returning();
    QVERIFY(hasFailed());
    m_rig->crash(std::move(returning));
    QVERIFY(m_provider.forgiveFaults());
    QVERIFY(m_rig->settleEverything());
    QCOMPARE(m_customer->ending(), u"kept"_s);
}

/// Two returns, the notices and the reconciler, all at once.
void MoneyThreadsTest::medusa13301_returnAndNoticeCaptureOnce()
{
    QFETCH(QString, gateway);
    customerOf(gateway);
    QVERIFY(agreed());
    auto first = m_customer->returning();
    if (m_customer->isToss())
        m_customer->tellOfAgreement(2);
    m_rig->notifyAll(2);
    auto round = m_rig->reconciling();
    auto second = m_customer->returning();
    QCoro::waitFor(std::move(first));
    QCoro::waitFor(std::move(round));
    QCoro::waitFor(std::move(second));
    QVERIFY(m_rig->settleEverything());
    QCOMPARE(countOf(m_customer->record(), LedgerKind::Charge), 1);
    QCOMPARE(countOf(m_customer->record(), LedgerKind::Surplus), 0);
    QCOMPARE(m_customer->ending(), u"kept"_s);
}

/// The provider has given the money back, and the power fails before we know. Half of it, for of
/// the whole no provider gives back more.
void MoneyThreadsTest::vendure3680_aRefundWhoseRecordIsLostIsMadeOnce()
{
    QFETCH(QString, gateway);
    customerOf(gateway);
    QVERIFY(paid());
    const qint64 halfMinor = m_customer->record().order.total.minor / 2;
    QVERIFY(move(Verb::Cancel, Actor::Florist, halfMinor));
    QVERIFY(m_provider.fail(gateway, u"refund"_s, u"timeout-after"_s, 50,
                            {{u"match"_s, u"mount"_s}})); // the wish itself, not a look before it
    auto round = m_rig->reconciling();
    QVERIFY(hasFailed());
    QCOMPARE(MoneyBooks::of(m_customer->record(), m_provider.books()).sentBack, halfMinor);
    m_rig->crash(std::move(round));
    QVERIFY(m_provider.forgiveFaults());
    QCOMPARE(countOf(m_customer->record(), LedgerKind::Refund), 0);
    QVERIFY(m_rig->settleEverything());
    QVERIFY(wentBackOnce(halfMinor));
}

/// The customer agreed in two tabs, and both come back.
void MoneyThreadsTest::vendure2620_agreedTwiceIsTakenOnce()
{
    customerOf(u"toss"_s);
    QVERIFY(agreed());
    auto first = m_customer->returning();
    QVERIFY(m_customer->pay());
    auto second = m_customer->returning();
    QCoro::waitFor(std::move(first));
    QCoro::waitFor(std::move(second));
    QVERIFY(m_rig->settleEverything());
    QCOMPARE(countOf(m_customer->record(), LedgerKind::Charge), 1);
    QCOMPARE(m_customer->ending(), u"kept"_s);
}

/// Both tabs send the form of one draft and press the button.
void MoneyThreadsTest::nopCommerce5131_twoTabsAreOnePaidOrder()
{
    customerOf(u"stripe"_s);
    const auto send = [this] {
        return m_rig->orders().place({ShopBench::draft(ShopBench::Rose), ContactRule::Optional,
                                      callKey(u"draft"_s), u"stripe"_s});
    };
    auto left = send();
    auto right = send();
    const auto first = left.takeResult().value();
    const auto second = right.takeResult().value();
    QCOMPARE(first.order.id, second.order.id);
    auto press = m_rig->payments().begin(first.order.id);
    auto again = m_rig->payments().begin(second.order.id);
    const auto page = QCoro::waitFor(std::move(press));
    const auto other = QCoro::waitFor(std::move(again));
    // Stripe may say to one that the other's call is still under way.
    QVERIFY(page || other);
    const auto settled = QCoro::waitFor(m_rig->payments().begin(first.order.id));
    QVERIFY(settled);
    QCOMPARE(settled->url, page ? page->url : other->url);
    const auto attempts = m_rig->record(first.order.id).attempts;
    QCOMPARE(attempts.size(), 1U);
    const QJsonObject wish{{u"orderRef"_s, attempts.front().id}};
    QCOMPARE(m_provider.control(u"stripe/pay"_s, wish).status, 200);
    QCOMPARE(m_provider.control(u"stripe/pay"_s, wish).status, 409);
    QVERIFY(QCoro::waitFor(m_rig->payments().settle(attempts.front().id)));
    QCOMPARE(endingOf(m_rig->record(first.order.id), m_provider.books()), u"kept"_s);
}

void MoneyThreadsTest::openfoodnetwork6330_aDoubleClickRefundsOnce()
{
    QFETCH(QString, gateway);
    customerOf(gateway);
    QVERIFY(paid());
    const qint64 halfMinor = m_customer->record().order.total.minor / 2;
    QVERIFY(move(Verb::Cancel, Actor::Florist, halfMinor));
    QVERIFY(!move(Verb::Cancel, Actor::Florist, halfMinor));
    // Two requests each start a round, and a third follows.
    auto first = m_rig->reconciling();
    auto second = m_rig->reconciling();
    QCoro::waitFor(std::move(first));
    QCoro::waitFor(std::move(second));
    m_rig->reconcile();
    QVERIFY(m_rig->settleEverything());
    QVERIFY(wentBackOnce(halfMinor));
}

void MoneyThreadsTest::stripeOfficial113_aNoticeAfterShippingChangesNothing()
{
    customerOf(u"stripe"_s);
    QVERIFY(paid());
    for (const Verb verb : {Verb::StartMaking, Verb::MarkMade})
        QVERIFY(move(verb, Actor::Florist));
    // Rose is for collecting or carrying, as the draft says; either way it arrives.
    QVERIFY(move(Verb::StartDelivery, Actor::Driver));
    QVERIFY(move(Verb::CompleteDelivery, Actor::Driver));
    const OrderRecord before = m_customer->record();
    m_rig->notifyAll(2);
    m_rig->reconcile();
    m_customer->comeBack();
    QVERIFY(m_rig->settleEverything());
    const OrderRecord after = m_customer->record();
    QCOMPARE(after.order.state, OrderState::Delivered);
    QVERIFY(after.order == before.order);
    QCOMPARE(after.ledger.size(), before.ledger.size());
    QCOMPARE(after.messages.size(), before.messages.size());
}

QTEST_GUILESS_MAIN(MoneyThreadsTest)
#include "tst_moneythreads.moc"
