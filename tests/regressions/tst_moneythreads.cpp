// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/messages/dispatcher.h"
#include "tests/core/server/payment/bookgateway.h"
#include "tests/support/payingcustomer.h"
#include "translations/words.h"

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

/// Takes down what it is asked to send.
class NotingGateway final : public SmsGateway
{
public:
    explicit NotingGateway(QStringList &sent)
        : m_sent(sent)
    {
    }
    QString name() const override { return u"noting"_s; }
    QCoro::Task<MessageState> send(Sms sms) override
    {
        m_sent.append(sms.key);
        co_return MessageState::Sent;
    }

private:
    QStringList &m_sent;
};

/// A shop whose provider has books that the test writes.
struct BookShop
{
    BookShop()
        : gateway(bench.clock)
        , payments(*bench.writer, *bench.reader, Gateways(gateway))
        , reconciler(payments, *bench.reader, bench.clock)
    {
    }

    /// The customer's money is at the provider, for \a attempt.
    void take(const PaymentAttempt &attempt)
    {
        gateway.entries.push_back(
            {attempt.id, attempt.id, LedgerKind::Charge, attempt.amount, bench.clock.nowMs()});
    }
    Result<Order> settle(const PaymentAttempt &attempt)
    {
        return QCoro::waitFor(payments.settle(attempt.id));
    }
    void reconcile() { QCoro::waitFor(reconciler.run()); }
    /// What was given back of \a attempt, by the provider's books.
    qint64 givenBack(const PaymentAttempt &attempt) const
    {
        qint64 sumMinor = 0;
        for (const ProviderEntry &entry : gateway.entries) {
            if (entry.attemptId == attempt.id && entry.kind == LedgerKind::Refund)
                sumMinor += entry.amount.minor;
        }
        return sumMinor;
    }

    ShopBench bench;
    BookGateway gateway;
    Payments payments;
    Reconciler reconciler;
};

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
    void medusa16825_theLastUnitIsSoldOnce();
    void medusa15122_nothingIsSentOfWhatIsRolledBack();
    void vendure3680_aRefundWhoseRecordIsLostIsMadeOnce_data() { gateways(); }
    void vendure3680_aRefundWhoseRecordIsLostIsMadeOnce();
    void vendure2620_aSecondPaymentGoesBack();
    void vendure2620_agreedTwiceIsTakenOnce();
    void nopCommerce5131_twoTabsAreOnePaidOrder();
    void openfoodnetwork6330_aDoubleClickRefundsOnce_data() { gateways(); }
    void openfoodnetwork6330_aDoubleClickRefundsOnce();
    void woocommerce22489_aPlaceIsGivenBackOnce();
    void stripeOfficial113_aNoticeAfterShippingChangesNothing();
    void nopCommerce6958_aMessageIsSentByOneOfManyWorkers();
    void tastyIgniter646_aFullWindowTakesNoMore();

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

void MoneyThreadsTest::medusa16825_theLastUnitIsSoldOnce()
{
    constexpr int limit = 10; // a day, of this flower
    ShopBench bench;
    std::vector<QFuture<Result<PlacedOrder>>> placing;
    placing.reserve(2 * limit);
    for (int customer = 0; customer < 2 * limit; ++customer)
        placing.push_back(bench.orders.place(
            {ShopBench::draft(ShopBench::Limited, 1), ContactRule::Optional, {}, {}}));
    int sold = 0;
    for (auto &future : placing) {
        const auto placed = future.takeResult();
        sold += int(placed.has_value());
        if (!placed)
            QVERIFY(placed.error().code == RefusalCode::DailyLimitReached
                    || placed.error().code == RefusalCode::WindowFull);
    }
    QCOMPARE(sold, bench.taken(ShopBench::window()));
    QCOMPARE(sold, 5); // the window's places, and no more flowers than there are
    QCOMPARE(bench.number("SELECT COUNT(*) FROM orders"), 5);
    // In a window with room the flowers themselves run out.
    OrderDraft roomy = ShopBench::draft(ShopBench::Limited, 3);
    roomy.window = ShopBench::window(100);
    QVERIFY(bench.place(roomy));
    QCOMPARE(bench.place(roomy).error().code, RefusalCode::DailyLimitReached);
    roomy.qty = 2;
    QVERIFY(bench.place(roomy));
    QCOMPARE(bench.place(roomy).error().code, RefusalCode::DailyLimitReached);
    QCOMPARE(bench.number("SELECT SUM(qty) FROM orders"), qint64(limit));
}

/// The text messages of a change are rows of its transaction.
void MoneyThreadsTest::medusa15122_nothingIsSentOfWhatIsRolledBack()
{
    BookShop shop;
    QStringList sent;
    NotingGateway noting(sent);
    Dispatcher dispatcher(*shop.bench.writer, *shop.bench.reader, shop.bench.orders, noting,
                          shop.bench.clock);
    const auto placed = shop.bench.place(ShopBench::draft(), {}, u"books"_s).value();
    shop.take(*placed.attempt);
    // The very last thing that a transaction writes fails.
    shop.bench.tamper(u"CREATE TRIGGER broken BEFORE INSERT ON journal BEGIN "
                      "SELECT RAISE(ABORT, 'disk full'); END"_s);
    constexpr int writersTries = 3;
    for (int i = 0; i < writersTries; ++i)
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"writes failed: .*disk full"_s));
    QCOMPARE(shop.settle(*placed.attempt).error().code, RefusalCode::StorageFailed);
    QCoro::waitFor(dispatcher.run());
    QCOMPARE(sent, QStringList());
    QCOMPARE(shop.bench.order(placed.order.id).state, OrderState::Received);
    QVERIFY(shop.bench.messages(placed.order.id).empty());

    shop.bench.tamper(u"DROP TRIGGER broken"_s);
    QVERIFY(shop.settle(*placed.attempt));
    QCoro::waitFor(dispatcher.run());
    QCoro::waitFor(dispatcher.run());
    QCOMPARE(sent.size(), 1);
    QCOMPARE(shop.bench.order(placed.order.id).state, OrderState::Paid);
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

/// Two charges of one order were paid: the first counts.
void MoneyThreadsTest::vendure2620_aSecondPaymentGoesBack()
{
    BookShop shop;
    const auto placed = shop.bench.place(ShopBench::draft(), {}, u"books"_s).value();
    const qint64 id = placed.order.id;
    const auto second = shop.bench
                            .write([&](Transaction &transaction) -> Result<PaymentAttempt> {
                                return openAttempt(transaction, placed.order, u"books"_s);
                            })
                            .value();
    shop.take(*placed.attempt);
    shop.take(second);
    QVERIFY(shop.settle(*placed.attempt));
    QVERIFY(shop.settle(second));
    for (int round = 0; round < 3; ++round)
        shop.reconcile();
    QCOMPARE(shop.givenBack(*placed.attempt), 0);
    QCOMPARE(shop.givenBack(second), placed.order.total.minor);
    QCOMPARE(shop.bench.order(id).state, OrderState::Paid);
    QCOMPARE(shop.bench.order(id).payment, PaymentState::Paid);
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

/// Cancelled, refunded, cancelled again and past its time: the others keep their places.
void MoneyThreadsTest::woocommerce22489_aPlaceIsGivenBackOnce()
{
    BookShop shop;
    std::vector<PlacedOrder> placed;
    for (int i = 0; i < 3; ++i) {
        placed.push_back(shop.bench.place(ShopBench::draft(), {}, u"books"_s).value());
        shop.take(*placed.back().attempt);
        QVERIFY(shop.settle(*placed.back().attempt));
    }
    QCOMPARE(shop.bench.taken(ShopBench::window()), 3);
    const qint64 id = placed.front().order.id;
    QVERIFY(shop.bench.move(id, Verb::Cancel, Actor::Customer));
    QVERIFY(!shop.bench.move(id, Verb::Cancel, Actor::Customer));
    QVERIFY(!shop.bench.move(id, Verb::Cancel, Actor::Florist));
    shop.reconcile();
    QVERIFY(shop.settle(*placed.front().attempt));
    shop.bench.clock.advance(Shop::unpaidHoldMs + 1);
    shop.reconcile();
    QCoro::waitFor(shop.payments.endHold(id));
    QCOMPARE(shop.givenBack(*placed.front().attempt), placed.front().order.total.minor);
    QCOMPARE(shop.bench.taken(ShopBench::window()), 2);
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

void MoneyThreadsTest::nopCommerce6958_aMessageIsSentByOneOfManyWorkers()
{
    constexpr int orders = 30;
    constexpr int workers = 4;
    ShopBench bench;
    for (int i = 0; i < orders; ++i)
        bench.paidOrder(ShopBench::draft(ShopBench::Rose));
    QStringList sent;
    NotingGateway noting(sent);
    std::vector<std::unique_ptr<Dispatcher>> all;
    std::vector<QCoro::Task<void>> running;
    for (int i = 0; i < workers; ++i) {
        all.push_back(std::make_unique<Dispatcher>(*bench.writer, *bench.reader, bench.orders,
                                                   noting, bench.clock));
        running.push_back(all.back()->run());
    }
    for (auto &task : running)
        QCoro::waitFor(task);
    QCOMPARE(sent.size(), orders);
    QCOMPARE(QSet<QString>(sent.begin(), sent.end()).size(), orders);
}

void MoneyThreadsTest::tastyIgniter646_aFullWindowTakesNoMore()
{
    constexpr int places = 5;
    ShopBench bench;
    std::vector<QFuture<Result<PlacedOrder>>> placing;
    placing.reserve(6 * places);
    for (int customer = 0; customer < 6 * places; ++customer)
        placing.push_back(bench.orders.place({ShopBench::draft(), ContactRule::Optional, {}, {}}));
    std::vector<qint64> taken;
    for (auto &future : placing) {
        const auto placed = future.takeResult();
        if (placed)
            taken.push_back(placed->order.id);
        else
            QCOMPARE(placed.error().code, RefusalCode::WindowFull);
    }
    QCOMPARE(taken.size(), std::size_t(places));
    QCOMPARE(bench.taken(ShopBench::window()), places);
    // Who cancels makes room for one.
    QVERIFY(bench.move(taken.front(), Verb::Cancel, Actor::Customer));
    QVERIFY(bench.place(ShopBench::draft()));
    QCOMPARE(bench.place(ShopBench::draft()).error().code, RefusalCode::WindowFull);
}

QTEST_GUILESS_MAIN(MoneyThreadsTest)
#include "tst_moneythreads.moc"
