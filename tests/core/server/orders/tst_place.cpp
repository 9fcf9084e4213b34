// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/tokens.h"
#include "tests/support/shopbench.h"

#include <QtTest/QTest>

#include <set>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

class PlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anOrderIsStoredAsItWasAsked();
    void taxFreeFlowersAreChargedSo();
    void refusals_data();
    void refusals();
    void badProductIds();
    void everyRefusalAtOnce();
    void thePriceComesFromTheCatalogue();
    void hiddenProductsAreSoldByName();
    void theRecipientIsTheSenderWhenNobodyIsNamed();
    void contactIsAskedForByTheShop();
    void theDailyLimitCountsPieces();
    void theLastPlaceGoesToOneOfAHundred();
    void theNearestFreeWindowSkipsFullAndClosedOnes();
    void theSameKeyIsTheSameOrder();
    void anotherBodyUnderTheKeyIsRefused();
    void aRefusedCallLeavesItsKeyFree();
    void theJournalHoldsNoPersonalValue();
    void theTokenOpensTheOrder();

private:
    int stored() { return int(m_bench->number("SELECT COUNT(*) FROM orders")); }

    std::unique_ptr<ShopBench> m_bench;
};

void PlaceTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<ShopBench>();
}

void PlaceTest::anOrderIsStoredAsItWasAsked()
{
    OrderDraft draft = ShopBench::draft();
    draft.cardMessage = u"생일 축하해 💐\n언제나"_s;
    draft.ribbonText = u"祝開業"_s;
    draft.request = u"'); DROP TABLE orders;--<b>"_s;
    draft.locale = u"en"_s;
    const auto placed = m_bench->place(draft, std::nullopt, u"sandbox"_s);
    QVERIFY(placed.has_value());
    const Order order = m_bench->order(1);
    QVERIFY(order == placed->order);
    QCOMPARE(order.id, 1);
    QCOMPARE(order.version, 1);
    QCOMPARE(order.state, OrderState::Received);
    QCOMPARE(order.payment, PaymentState::Pending);
    QCOMPARE(order.sender.phone, u"01012345678"_s);
    QVERIFY(order.recipient == draft.recipient);
    QVERIFY(order.address == draft.address);
    QVERIFY(order.window == draft.window);
    QCOMPARE(order.cardMessage, draft.cardMessage);
    QCOMPARE(order.ribbonText, draft.ribbonText);
    QCOMPARE(order.request, draft.request);
    QCOMPARE(order.locale, u"en"_s);
    QCOMPARE(order.reachedAt(OrderState::Received), FakeClock::startMs);
    QCOMPARE(order.expiresAtMs, FakeClock::startMs + Shop::unpaidHoldMs);
    QCOMPARE(m_bench->taken(*draft.window), 1);
    const auto attempts = m_bench->attempts(1);
    QCOMPARE(attempts.size(), 1U);
    QCOMPARE(attempts.front().id, placed->attempt->id);
    QVERIFY(attempts.front().amount == order.total);
    QCOMPARE(attempts.front().taxFreeMinor, 0);
    QCOMPARE(m_bench->journal(1), QStringList{u"place >"_s});
    QVERIFY(m_bench->messages(1).empty());
}

void PlaceTest::taxFreeFlowersAreChargedSo()
{
    const auto placed =
        m_bench->place(ShopBench::draft(ShopBench::Limited), std::nullopt, u"test"_s);
    QVERIFY(placed.has_value());
    const PaymentAttempt attempt = m_bench->attempts(placed->order.id).front();
    QCOMPARE(attempt.amount.minor, 2'000);
    QCOMPARE(attempt.taxFreeMinor, 2'000);
}

void PlaceTest::refusals_data()
{
    QTest::addColumn<OrderDraft>("draft");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, auto change, const QString &code, const QString &field) {
        OrderDraft draft = ShopBench::draft();
        change(draft);
        QTest::newRow(name) << draft << code << field;
    };
    const QDate today = ShopBench::today();
    row(
        "unknown id", [](OrderDraft &d) { d.productId = 99; }, u"unknown-product"_s,
        u"productId"_s);
    row(
        "unknown name",
        [](OrderDraft &d) {
            d.productId = 0;
            d.productName = u"Tulpe"_s;
        },
        u"unknown-product"_s, u"flowerName"_s);
    row(
        "no product", [](OrderDraft &d) { d.productId = 0; }, u"missing-field"_s, u"flowerName"_s);
    row(
        "sold out", [](OrderDraft &d) { d.productId = ShopBench::Wilted; }, u"sold-out"_s,
        u"productId"_s);
    row(
        "no piece", [](OrderDraft &d) { d.qty = 0; }, u"out-of-range"_s, u"qty"_s);
    row(
        "minus five", [](OrderDraft &d) { d.qty = -5; }, u"out-of-range"_s, u"qty"_s);
    row(
        "a billion", [](OrderDraft &d) { d.qty = 1'000'000'000; }, u"out-of-range"_s, u"qty"_s);
    row(
        "price overflow", [](OrderDraft &d) { d.productId = ShopBench::Dear; }, u"price-overflow"_s,
        u"qty"_s);
    row(
        "beyond the daily limit",
        [](OrderDraft &d) {
            d.productId = ShopBench::Limited;
            d.qty = 11;
        },
        u"daily-limit-reached"_s, u"qty"_s);
    row(
        "no window", [](OrderDraft &d) { d.window.reset(); }, u"missing-field"_s, u"window"_s);
    row(
        "yesterday", [=](OrderDraft &d) { d.window->date = today.addDays(-1); }, u"past-date"_s,
        u"window"_s);
    row(
        "closed day", [=](OrderDraft &d) { d.window->date = today.addDays(3); }, u"closed-day"_s,
        u"window"_s);
    row(
        "beyond the horizon", [=](OrderDraft &d) { d.window->date = today.addDays(61); },
        u"out-of-range"_s, u"window"_s);
    row(
        "unknown window", [](OrderDraft &d) { d.window->endMinute += 1; }, u"unknown-window"_s,
        u"window"_s);
    row(
        "after the cut-off",
        [=](OrderDraft &d) {
            d.window = DeliveryWindow{today, 600, 720};
        },
        u"cut-off-passed"_s, u"window"_s);
    row(
        "bad phone", [](OrderDraft &d) { d.sender.phone = u"12"_s; }, u"invalid-phone"_s,
        u"phoneNumber"_s);
    row(
        "NUL in a name", [](OrderDraft &d) { d.recipient.name = QString(QChar(0)); },
        u"invalid-text"_s, u"recipient.name"_s);
    row(
        "long card", [](OrderDraft &d) { d.cardMessage = QString(201, u'x'); }, u"too-long"_s,
        u"cardMessage"_s);
    row(
        "unknown language", [](OrderDraft &d) { d.locale = u"fr"_s; }, u"out-of-range"_s,
        u"locale"_s);
}

void PlaceTest::refusals()
{
    QFETCH(OrderDraft, draft);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const auto placed = m_bench->place(draft, callKey(u"k"_s), u"sandbox"_s);
    QVERIFY(!placed);
    QCOMPARE(QString(word(placed.error().code)), code);
    QCOMPARE(placed.error().field, field);
    QVERIFY(placed.error().others.empty());
    QCOMPARE(stored(), 0);
    for (const qint64 rows :
         {m_bench->number("SELECT COUNT(*) FROM journal"),
          m_bench->number("SELECT COUNT(*) FROM slots"),
          m_bench->number("SELECT COUNT(*) FROM payments"),
          m_bench->number("SELECT COUNT(*) FROM idempotency"),
          m_bench->number("SELECT COUNT(*) FROM counters WHERE name = 'order'")})
        QCOMPARE(rows, 0);
}

void PlaceTest::badProductIds()
{
    for (const qint64 id :
         {Q_INT64_C(-1), std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()}) {
        OrderDraft draft = ShopBench::draft();
        draft.productId = id;
        QCOMPARE(m_bench->place(draft).error(),
                 Refusal::of(RefusalCode::UnknownProduct, u"productId"_s));
    }
    QCOMPARE(stored(), 0);
}

void PlaceTest::everyRefusalAtOnce()
{
    OrderDraft draft = ShopBench::draft();
    draft.productId = 99;
    draft.qty = 0;
    draft.sender.phone = u"12"_s;
    draft.window->date = ShopBench::today().addDays(-1);
    const Refusal refusal = m_bench->place(draft).error();
    std::set<QString> fields{refusal.field};
    for (const Refusal &other : refusal.others)
        fields.insert(other.field);
    QCOMPARE(fields, (std::set<QString>{u"productId"_s, u"qty"_s, u"phoneNumber"_s, u"window"_s}));
    QCOMPARE(refusal.others.size(), 3U);
}

void PlaceTest::thePriceComesFromTheCatalogue()
{
    OrderDraft draft = ShopBench::draft(ShopBench::Peony, 3);
    draft.productName = u"a cheaper name"_s;
    const Order order = m_bench->place(draft).value().order;
    QVERIFY(order.unitPrice == (Money{89'000, {}}));
    QVERIFY(order.total == (Money{267'000, {}}));
    QCOMPARE(order.productName, u"작약 한아름"_s);
    // A price of tomorrow does not change an order of today.
    m_bench->tamper(u"UPDATE products SET price_minor = 1"_s);
    QCOMPARE(m_bench->order(1).total.minor, 267'000);
    QCOMPARE(m_bench->place(ShopBench::draft()).value().order.total.minor, 2);
}

void PlaceTest::hiddenProductsAreSoldByName()
{
    OrderDraft draft;
    draft.productName = u" Rose "_s;
    draft.qty = 7;
    const auto placed = m_bench->place(draft);
    QVERIFY(placed.has_value());
    QCOMPARE(placed->order.productId, qint64(ShopBench::Rose));
    QCOMPARE(placed->order.total.minor, 7'000);
    QVERIFY(placed->order.isPickup());
    QVERIFY(!placed->order.window);
    draft.productName = u"rose"_s;
    QCOMPARE(m_bench->place(draft).error().code, RefusalCode::UnknownProduct);
}

void PlaceTest::theRecipientIsTheSenderWhenNobodyIsNamed()
{
    OrderDraft draft = ShopBench::draft();
    draft.recipient = {};
    const Order order = m_bench->place(draft).value().order;
    QVERIFY(order.recipient == order.sender);
    draft.recipient.name = u"이도윤"_s;
    QCOMPARE(m_bench->place(draft).value().order.recipient.phone, QString());
}

void PlaceTest::contactIsAskedForByTheShop()
{
    OrderDraft draft;
    draft.productName = u"Rose"_s;
    QVERIFY(m_bench->place(draft).has_value());
    QVERIFY(m_bench
                ->write([](Transaction &transaction) -> Result<void> {
                    Shop shop = ShopBench::settings();
                    shop.contactRequired = true;
                    store::writeShop(transaction.db(), shop);
                    return {};
                })
                .has_value());
    const auto refused = m_bench->place(draft);
    QCOMPARE(refused.error().field, u"customerName"_s);
    QCOMPARE(refused.error().others.front().field, u"phoneNumber"_s);
    QCOMPARE(stored(), 1);
}

void PlaceTest::theDailyLimitCountsPieces()
{
    QVERIFY(m_bench->place(ShopBench::draft(ShopBench::Limited, 6)).has_value());
    const auto refused = m_bench->place(ShopBench::draft(ShopBench::Limited, 5));
    QCOMPARE(refused.error(), Refusal::of(RefusalCode::DailyLimitReached, u"qty"_s, u"10"_s));
    QVERIFY(m_bench->place(ShopBench::draft(ShopBench::Limited, 4)).has_value());
    OrderDraft nextDay = ShopBench::draft(ShopBench::Limited, 10);
    nextDay.window->date = nextDay.window->date.addDays(1);
    QVERIFY(m_bench->place(nextDay).has_value());
    QVERIFY(m_bench->move(1, Verb::Cancel, Actor::Customer).has_value());
    QVERIFY(m_bench->place(ShopBench::draft(ShopBench::Limited, 6)).has_value());
}

void PlaceTest::theLastPlaceGoesToOneOfAHundred()
{
    OrderDraft draft = ShopBench::draft();
    draft.window = ShopBench::window(1);
    std::mutex mutex;
    std::vector<Result<PlacedOrder>> answers;
    std::vector<std::thread> customers;
    customers.reserve(100);
    for (int i = 0; i < 100; ++i) {
        customers.emplace_back([&] {
            auto placed = m_bench->place(draft, std::nullopt, u"sandbox"_s);
            const std::lock_guard lock(mutex);
            answers.push_back(std::move(placed));
        });
    }
    for (std::thread &customer : customers)
        customer.join();
    const Refusal full =
        Refusal::of(RefusalCode::WindowFull, u"window"_s, ShopBench::window(5).key());
    int placed = 0;
    for (const auto &answer : answers) {
        if (answer)
            ++placed;
        else
            QCOMPARE(answer.error(), full);
    }
    QCOMPARE(placed, 1);
    QCOMPARE(answers.size(), 100U);
    QCOMPARE(stored(), 1);
    QCOMPARE(m_bench->taken(*draft.window), 1);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM journal"), 1);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM payments"), 1);
}

void PlaceTest::theNearestFreeWindowSkipsFullAndClosedOnes()
{
    // The evening before the closed day is full: the next free window is the morning after it.
    OrderDraft draft = ShopBench::draft();
    draft.window = DeliveryWindow{ShopBench::today().addDays(2), 1080, 1200};
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_bench->place(draft).has_value());
    const DeliveryWindow morning{ShopBench::today().addDays(4), 600, 720};
    QCOMPARE(m_bench->place(draft).error().value, morning.key());
    // On the last day of the horizon there is nothing to name.
    draft.window = DeliveryWindow{ShopBench::today().addDays(60), 1080, 1200};
    for (int i = 0; i < 5; ++i)
        QVERIFY(m_bench->place(draft).has_value());
    QCOMPARE(m_bench->place(draft).error(), Refusal::of(RefusalCode::WindowFull, u"window"_s));
}

void PlaceTest::theSameKeyIsTheSameOrder()
{
    OrderDraft draft = ShopBench::draft();
    draft.window = ShopBench::window(1);
    std::vector<QFuture<Result<PlacedOrder>>> futures;
    futures.reserve(20);
    for (int i = 0; i < 20; ++i)
        futures.push_back(
            m_bench->orders.place({draft, ContactRule::Optional, callKey(u"k"_s), u"sandbox"_s}));
    const PlacedOrder first = futures.front().result().value();
    for (auto &future : futures) {
        const PlacedOrder again = future.takeResult().value();
        QVERIFY(again.order == first.order);
        QCOMPARE(again.accessToken, first.accessToken);
        QVERIFY(again.attempt == first.attempt);
    }
    QCOMPARE(stored(), 1);
    QCOMPARE(m_bench->taken(*draft.window), 1);
    // It answers the order as it stands now, with nothing left to pay.
    QVERIFY(m_bench->move(1, Verb::Cancel, Actor::Customer).has_value());
    const PlacedOrder later = m_bench->place(draft, callKey(u"k"_s)).value();
    QCOMPARE(later.order.state, OrderState::Cancelled);
    QVERIFY(!later.attempt);
}

void PlaceTest::anotherBodyUnderTheKeyIsRefused()
{
    QVERIFY(m_bench->place(ShopBench::draft(), callKey(u"k"_s, "one")).has_value());
    const auto other = m_bench->place(ShopBench::draft(), callKey(u"k"_s, "two"));
    QCOMPARE(other.error().code, RefusalCode::KeyReused);
    QCOMPARE(stored(), 1);
    store::CallKey somebodyElse = callKey(u"k"_s, "two");
    somebodyElse.caller = u"another"_s;
    QVERIFY(m_bench->place(ShopBench::draft(), somebodyElse).has_value());
    store::CallKey elsewhere = callKey(u"k"_s, "two");
    elsewhere.route = u"POST /elsewhere"_s;
    QVERIFY(m_bench->place(ShopBench::draft(), elsewhere).has_value());
    QCOMPARE(stored(), 3);
}

void PlaceTest::aRefusedCallLeavesItsKeyFree()
{
    OrderDraft bad = ShopBench::draft();
    bad.qty = 0;
    QVERIFY(!m_bench->place(bad, callKey(u"k"_s, "bad")));
    QVERIFY(m_bench->place(ShopBench::draft(), callKey(u"k"_s, "good")).has_value());
}

void PlaceTest::theJournalHoldsNoPersonalValue()
{
    const OrderDraft draft = ShopBench::draft();
    QVERIFY(m_bench->place(draft).has_value());
    QVERIFY(m_bench->place(draft).has_value());
    QCOMPARE(m_bench->number("SELECT COUNT(DISTINCT detail) FROM journal"), 2);
    const QString details = m_bench->read([](Database &database) {
        Rows rows = database.query("SELECT group_concat(detail) FROM journal");
        return rows.next() ? rows.text(0) : QString();
    });
    QVERIFY(details.contains(u"personal"_s));
    for (const QString &personal :
         {draft.sender.name, u"01012345678"_s, draft.recipient.name, draft.address.line})
        QVERIFY2(!details.contains(personal), qPrintable(personal));
}

void PlaceTest::theTokenOpensTheOrder()
{
    const PlacedOrder placed = m_bench->place(ShopBench::draft()).value();
    QVERIFY(m_bench->place(ShopBench::draft()).value().accessToken != placed.accessToken);
    const auto found = m_bench->orders.findByToken(placed.accessToken).takeResult();
    QCOMPARE(found.value().id, placed.order.id);
    QCOMPARE(m_bench->orders.tokenOf(placed.order), placed.accessToken);
    QCOMPARE(m_bench->orders.findByToken(placed.accessToken.toLower()).takeResult().error().code,
             RefusalCode::NotFound);
    QCOMPARE(m_bench->orders.findByToken({}).takeResult().error().code, RefusalCode::NotFound);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM orders WHERE length(token_sha256) = 32"), 2);
}

QTEST_GUILESS_MAIN(PlaceTest)
#include "tst_place.moc"
