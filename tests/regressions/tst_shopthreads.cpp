// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/messages/dispatcher.h"
#include "core/server/payment/reconciler.h"
#include "tests/core/server/payment/bookgateway.h"
#include "tests/support/shopbench.h"
#include "translations/words.h"

#include <QtTest/QTest>

#include <qcorotask.h>

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

} // namespace

/// Threads in which other shops' software sold what was not there, or said what did not happen; as
/// in tst_moneythreads.cpp, each function is named after one of them.
class ShopThreadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initTranslationResources(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void medusa16825_theLastUnitIsSoldOnce();
    void medusa15122_nothingIsSentOfWhatIsRolledBack();
    void vendure2620_aSecondPaymentGoesBack();
    void woocommerce22489_aPlaceIsGivenBackOnce();
    void nopCommerce6958_aMessageIsSentByOneOfManyWorkers();
    void tastyIgniter646_aFullWindowTakesNoMore();
};

void ShopThreadsTest::medusa16825_theLastUnitIsSoldOnce()
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
void ShopThreadsTest::medusa15122_nothingIsSentOfWhatIsRolledBack()
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

/// Two charges of one order were paid: the first counts.
void ShopThreadsTest::vendure2620_aSecondPaymentGoesBack()
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

/// Cancelled, refunded, cancelled again and past its time: the others keep their places.
void ShopThreadsTest::woocommerce22489_aPlaceIsGivenBackOnce()
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

void ShopThreadsTest::nopCommerce6958_aMessageIsSentByOneOfManyWorkers()
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

void ShopThreadsTest::tastyIgniter646_aFullWindowTakesNoMore()
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

QTEST_GUILESS_MAIN(ShopThreadsTest)
#include "tst_shopthreads.moc"
