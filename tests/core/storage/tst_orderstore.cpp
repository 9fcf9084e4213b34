// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/serverstore.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

const Currency dollar{u"USD"_s, 2};

Order fullOrder()
{
    Order order = sampleOrder(7, OrderState::Delivering);
    order.version = 9;
    order.payment = PaymentState::PartiallyRefunded;
    order.productNameEn = u"Armful of peonies"_s;
    order.picture = u"peony"_s;
    order.qty = 3;
    order.unitPrice = {8'950, dollar};
    order.total = {26'850, dollar};
    order.recipient.name = u"Robert'); DROP TABLE orders;-- \"💐\""_s;
    order.window = DeliveryWindow{QDate(2026, 11, 23), 840, 1440};
    order.cardMessage = u"한 줄\n두 줄"_s;
    order.ribbonText = u"祝開業"_s;
    order.ribbonSender = u"친구 일동"_s;
    order.request = u"문 앞에"_s;
    order.locale = u"en"_s;
    order.nameOnCard = false;
    order.consentVersion = u"2026-11"_s;
    for (const auto &[state, name] : orderStateWords)
        order.stamp(state, FakeClock::startMs + int(state));
    order.expiresAtMs = FakeClock::startMs + 1'000;
    order.seenAtMs = FakeClock::startMs + 2'000;
    order.cancelRequestedAtMs = FakeClock::startMs + 3'000;
    order.consentVersion = u"2026-11"_s;
    order.cancelReason = u"마음이 바뀌었어요"_s;
    order.receivedBy = u"경비실"_s;
    order.redelivery = true;
    order.lastOperation = u"operation"_s;
    order.smsHeldUntilMs = FakeClock::startMs + 4'000;
    return order;
}

} // namespace

class OrderStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFullOrderComesBackWhole();
    void updateKeepsWhatWasOrdered();
    void tokensFindTheirOrder();
    void listsArePagedAndFiltered();
    void overdueHolds();
    void piecesOfADay();
    void operationsFromTheLastBackwards();
    void aDamagedWordIsAFault();

private:
    template<class Function>
    void change(Function function)
    {
        QVERIFY(m_store
                    ->write([=](Transaction &transaction) -> Result<void> {
                        function(transaction.db());
                        return {};
                    })
                    .has_value());
    }
    std::optional<Order> find(qint64 id)
    {
        return m_store->read([id](Database &database) { return store::findOrder(database, id); });
    }

    std::unique_ptr<ServerStore> m_store;
};

void OrderStoreTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_store = std::make_unique<ServerStore>();
    change([](Database &database) { store::insertProduct(database, sampleProduct(1)); });
}

void OrderStoreTest::aFullOrderComesBackWhole()
{
    change([](Database &database) { store::insertOrder(database, fullOrder(), "hash", "salt"); });
    const auto read = find(7);
    QVERIFY(read.has_value());
    QCOMPARE(toJson(*read), toJson(fullOrder()));
    QVERIFY(*read == fullOrder());
    QCOMPARE(m_store->read([](Database &d) { return store::personalSalt(d, 7); }),
             QByteArray("salt"));
    QCOMPARE(m_store->read([](Database &d) { return store::tokenVersion(d, 7); }), 1);
    QVERIFY(!find(8));
}

void OrderStoreTest::updateKeepsWhatWasOrdered()
{
    Order before = sampleOrder(7, OrderState::Received);
    before.sender = fullOrder().sender;
    change([&](Database &database) { store::insertOrder(database, before, "hash", "salt"); });
    const Order after = fullOrder();
    change([&](Database &database) { store::updateOrder(database, after); });
    Order expected = before;
    expected.version = after.version;
    expected.state = after.state;
    expected.payment = after.payment;
    expected.reachedAtMs = after.reachedAtMs;
    expected.expiresAtMs = after.expiresAtMs;
    expected.seenAtMs = after.seenAtMs;
    expected.cancelRequestedAtMs = after.cancelRequestedAtMs;
    expected.cancelReason = after.cancelReason;
    expected.receivedBy = after.receivedBy;
    expected.redelivery = after.redelivery;
    expected.lastOperation = after.lastOperation;
    expected.smsHeldUntilMs = after.smsHeldUntilMs;
    QCOMPARE(toJson(*find(7)), toJson(expected));
}

void OrderStoreTest::tokensFindTheirOrder()
{
    change([](Database &database) {
        store::insertOrder(database, sampleOrder(1), QByteArray("\0a", 2), "s");
        store::insertOrder(database, sampleOrder(2), QByteArray("\0b", 2), "s");
    });
    const auto byToken = [&](const QByteArray &hash) {
        return m_store->read(
            [hash](Database &database) { return store::findOrderByToken(database, hash); });
    };
    QCOMPARE(byToken(QByteArray("\0a", 2))->id, 1);
    QCOMPARE(byToken(QByteArray("\0b", 2))->id, 2);
    QVERIFY(!byToken(QByteArray("\0", 1)));
    QVERIFY(!byToken({}));
}

void OrderStoreTest::listsArePagedAndFiltered()
{
    change([](Database &database) {
        for (const auto &[state, name] : orderStateWords)
            store::insertOrder(database, sampleOrder(int(state) + 1, state),
                               QByteArray(name.data()), "s");
    });
    const auto ids = [](const std::vector<Order> &orders) {
        std::vector<qint64> all;
        for (const Order &order : orders)
            all.push_back(order.id);
        return all;
    };
    QCOMPARE(ids(m_store->read([](Database &d) { return store::listDeliveries(d, 0, 500); })),
             (std::vector<qint64>{2, 3, 4, 5}));
    QCOMPARE(ids(m_store->read([](Database &d) { return store::listDeliveries(d, 3, 1); })),
             (std::vector<qint64>{4}));
    QCOMPARE(ids(m_store->read([](Database &d) { return store::listOrders(d, 0, 500); })).size(),
             8U);
    QCOMPARE(ids(m_store->read([](Database &d) { return store::listOrders(d, 6, 500); })),
             (std::vector<qint64>{7, 8}));
}

void OrderStoreTest::overdueHolds()
{
    change([](Database &database) {
        for (int id = 1; id <= 4; ++id) {
            Order order = sampleOrder(id, id == 4 ? OrderState::Paid : OrderState::Received);
            order.expiresAtMs = FakeClock::startMs - id;
            store::insertOrder(database, order, QByteArray::number(id), "s");
        }
    });
    const auto overdue = [&](qint64 nowMs, int limit) {
        return m_store->read(
            [=](Database &database) { return store::listOverdueHolds(database, nowMs, limit); });
    };
    QCOMPARE(overdue(FakeClock::startMs, 10), (std::vector<qint64>{3, 2, 1}));
    QCOMPARE(overdue(FakeClock::startMs, 2), (std::vector<qint64>{3, 2}));
    QCOMPARE(overdue(FakeClock::startMs - 2, 10), (std::vector<qint64>{3}));
}

void OrderStoreTest::piecesOfADay()
{
    change([](Database &database) {
        for (int id = 1; id <= 5; ++id) {
            Order order = sampleOrder(id, id == 4   ? OrderState::Cancelled
                                          : id == 5 ? OrderState::Expired
                                                    : OrderState::Paid);
            order.qty = id;
            order.window = DeliveryWindow{QDate(2026, 11, id == 3 ? 24 : 23), 840, 960};
            store::insertOrder(database, order, QByteArray::number(id), "s");
        }
    });
    const auto pieces = [&](const QString &date) {
        return m_store->read(
            [=](Database &database) { return store::piecesOrderedFor(database, 1, date); });
    };
    QCOMPARE(pieces(u"2026-11-23"_s), 3);
    QCOMPARE(pieces(u"2026-11-24"_s), 3);
    QCOMPARE(pieces(u"2026-11-25"_s), 0);
}

void OrderStoreTest::operationsFromTheLastBackwards()
{
    change([](Database &database) {
        store::insertOrder(database, sampleOrder(1), "a", "s");
        store::insertOrder(database, sampleOrder(2), "b", "s");
        store::insertOperation(database, {u"x"_s, 1, Verb::StartMaking, Actor::Florist, 3,
                                          OrderState::Paid, OrderState::Making, 100, 90});
        store::insertOperation(database, {u"y"_s, 1, Verb::MarkMade, Actor::Florist, 4,
                                          OrderState::Making, OrderState::Made, 100, 95});
        store::insertOperation(database, {u"z"_s, 2, Verb::FailDelivery, Actor::Driver, 5,
                                          OrderState::Delivering, OrderState::Made, 100, 100});
    });
    const auto last = [&] {
        return m_store->read([](Database &database) { return store::lastOperation(database, 1); });
    };
    QCOMPARE(last()->id, u"y"_s);
    QCOMPARE(last()->verb, Verb::MarkMade);
    QCOMPARE(last()->deviceId, 4);
    QCOMPARE(last()->from, OrderState::Making);
    QCOMPARE(last()->to, OrderState::Made);
    QCOMPARE(last()->pressedAtMs, 95);
    change([](Database &database) { store::markUndone(database, u"y"_s); });
    QCOMPARE(last()->id, u"x"_s);
    change([](Database &database) { store::markUndone(database, u"x"_s); });
    QVERIFY(!last());
}

void OrderStoreTest::aDamagedWordIsAFault()
{
    change([](Database &database) { store::insertOrder(database, sampleOrder(1), "a", "s"); });
    m_store->tamper(u"UPDATE orders SET state = 'wilted'"_s);
    QTest::ignoreMessage(
        QtCriticalMsg, QRegularExpression(u"a write failed: an unknown word is stored: wilted"_s));
    const auto read = m_store->write([](Transaction &transaction) -> Result<bool> {
        return store::findOrder(transaction.db(), 1).has_value();
    });
    QCOMPARE(read.error().code, RefusalCode::StorageFailed);
}

QTEST_GUILESS_MAIN(OrderStoreTest)
#include "tst_orderstore.moc"
