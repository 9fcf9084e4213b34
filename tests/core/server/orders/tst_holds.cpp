// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/addresses.h"
#include "core/server/orders/holds.h"
#include "core/storage/server/holdstore.h"
#include "tests/support/shopbench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

const QByteArray home = "203.0.113.1"_ba;
const QByteArray elsewhere = "203.0.113.2"_ba;

QString phone(int number)
{
    return u"0102000"_s + QString::number(number).rightJustified(4, u'0');
}

} // namespace

/// Nobody takes all places without paying.
class HoldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aSecondOrderOfAPhoneReplacesTheFirst();
    void thePlaceIsFreeForItsOwnSuccessor();
    void aPaidOrderNeverGivesWay();
    void nothingGivesWayWhilePayingIsUnderWay_data();
    void nothingGivesWayWhilePayingIsUnderWay();
    void anEditedDraftWaitsForItsPaymentToo();
    void devicesAreNotCounted();
    void anAddressHasThree();
    void aHoldThatEndsIsNotCounted();
    void anIPv6HouseholdIsOneAddress();
    void whatIsPaidAtOnceIsNoHold();
    void theSettingSwitchesItOff();
    void endedHoldsAreForgotten();

private:
    Result<PlacedOrder> place(int sender, const QByteArray &address, int places = 100)
    {
        PlaceRequest wish;
        wish.draft = ShopBench::draft();
        wish.draft.sender.phone = phone(sender);
        wish.draft.window = ShopBench::window(places);
        wish.gateway = u"scripted"_s;
        wish.address = address;
        return m_bench->orders.place(wish).takeResult();
    }
    void become(const QString &attemptId, PaymentState state, const QString &account = {})
    {
        QVERIFY(m_bench
                    ->write([&](Transaction &transaction) -> Result<bool> {
                        auto attempt = *store::findAttempt(transaction.db(), attemptId);
                        attempt.state = state;
                        attempt.deposit.number = account;
                        store::updateAttempt(transaction.db(), attempt);
                        return true;
                    })
                    .has_value());
    }
    qint64 holds() { return m_bench->number("SELECT COUNT(*) FROM holds"); }

    std::unique_ptr<ShopBench> m_bench;
};

void HoldsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<ShopBench>();
}

void HoldsTest::aSecondOrderOfAPhoneReplacesTheFirst()
{
    const PlacedOrder first = place(1, home).value();
    const PlacedOrder second = place(1, elsewhere).value();
    QCOMPARE(m_bench->order(first.order.id).state, OrderState::Cancelled);
    QCOMPARE(m_bench->order(second.order.id).state, OrderState::Received);
    QCOMPARE(m_bench->taken(ShopBench::window(100)), 1);
    QVERIFY(m_bench->messages(first.order.id).empty());
    QVERIFY(m_bench->journal(first.order.id).contains(u"replaced received>cancelled"_s));
    // Its provider is asked to close it, at once.
    const auto attempt = m_bench->attempts(first.order.id).front();
    QVERIFY(attempt.nextReadMs > 0 && attempt.nextReadMs <= m_bench->clock.nowMs());
    QVERIFY(place(2, elsewhere).has_value());
    QCOMPARE(m_bench->order(second.order.id).state, OrderState::Received);
}

void HoldsTest::thePlaceIsFreeForItsOwnSuccessor()
{
    QVERIFY(place(1, home, 1).has_value());
    QCOMPARE(place(2, home, 1).error().code, RefusalCode::WindowFull);
    QVERIFY(place(1, home, 1).has_value());
    QCOMPARE(m_bench->taken(ShopBench::window(1)), 1);
}

void HoldsTest::aPaidOrderNeverGivesWay()
{
    const Order paid = m_bench->paidOrder(ShopBench::draft());
    PlaceRequest wish;
    wish.draft = ShopBench::draft();
    wish.address = home;
    QVERIFY(m_bench->orders.place(wish).takeResult().has_value());
    QCOMPARE(m_bench->order(paid.id).state, OrderState::Paid);
}

void HoldsTest::nothingGivesWayWhilePayingIsUnderWay_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("value");
    QTest::newRow("confirming") << int(PaymentState::Confirming) << u""_s << u""_s;
    QTest::newRow("unknown") << int(PaymentState::Unknown) << u""_s << u""_s;
    QTest::newRow("a deposit") << int(PaymentState::Confirming) << u"1234567"_s << u"deposit"_s;
}

void HoldsTest::nothingGivesWayWhilePayingIsUnderWay()
{
    QFETCH(int, state);
    QFETCH(QString, account);
    QFETCH(QString, value);
    const PlacedOrder first = place(1, home).value();
    become(first.attempt->id, PaymentState(state), account);
    const auto second = place(1, home);
    QCOMPARE(second.error(), Refusal::of(RefusalCode::InProgress, u"phoneNumber"_s, value));
    QCOMPARE(m_bench->order(first.order.id), first.order);
    QCOMPARE(m_bench->taken(ShopBench::window(100)), 1);
    become(first.attempt->id, PaymentState::Failed);
    QVERIFY(place(1, home).has_value());
}

void HoldsTest::anEditedDraftWaitsForItsPaymentToo()
{
    const store::CallKey key = callKey(u"draft"_s, "one");
    PlaceRequest wish;
    wish.draft = ShopBench::draft();
    wish.gateway = u"scripted"_s;
    wish.key = key;
    wish.replacesUnpaid = true;
    const PlacedOrder first = m_bench->orders.place(wish).takeResult().value();
    become(first.attempt->id, PaymentState::Confirming);
    wish.key->bodySha256 = "two";
    QCOMPARE(m_bench->orders.place(wish).takeResult().error().code, RefusalCode::InProgress);
    QCOMPARE(m_bench->order(first.order.id).state, OrderState::Received);
    wish.key->bodySha256 = "one";
    QCOMPARE(m_bench->orders.place(wish).takeResult().value().order.id, first.order.id);
}

void HoldsTest::devicesAreNotCounted()
{
    for (int i = 0; i < 10; ++i)
        QVERIFY(place(1, {}).has_value());
    QCOMPARE(m_bench->taken(ShopBench::window(100)), 10);
    QCOMPARE(holds(), 0);
}

void HoldsTest::anAddressHasThree()
{
    const int most = Shop().holdsPerAddress;
    QCOMPARE(most, 3);
    for (int i = 0; i < most; ++i)
        QVERIFY(place(i, home).has_value());
    m_bench->clock.advance(60'000);
    const auto refused = place(99, home);
    QCOMPARE(refused.error().code, RefusalCode::TooMany);
    QCOMPARE(refused.error().value, QString::number(Shop::unpaidHoldMs / 1000 - 60));
    QCOMPARE(m_bench->taken(ShopBench::window(100)), most);
    QVERIFY(place(0, home).has_value()); // in the place of its own
    QVERIFY(place(99, elsewhere).has_value());
}

void HoldsTest::aHoldThatEndsIsNotCounted()
{
    std::vector<qint64> ids;
    for (int i = 0; i < 3; ++i)
        ids.push_back(place(i, home).value().order.id);
    QVERIFY(!place(3, home));
    QVERIFY(m_bench->move(ids.front(), Verb::Cancel, Actor::Customer).has_value());
    QVERIFY(place(3, home).has_value());
    QVERIFY(!place(4, home));
}

void HoldsTest::anIPv6HouseholdIsOneAddress()
{
    QCOMPARE(countedAddress("203.0.113.1"), "203.0.113.1"_ba);
    QCOMPARE(countedAddress("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2"_ba);
    QCOMPARE(countedAddress("2001:db8::1"), countedAddress("2001:db8::2"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(place(i, "2001:db8::" + QByteArray::number(i + 1)).has_value());
    QCOMPARE(place(3, "2001:db8::9").error().code, RefusalCode::TooMany);
    QVERIFY(place(3, "2001:db8:0:1::9").has_value());
}

void HoldsTest::whatIsPaidAtOnceIsNoHold()
{
    PlaceRequest wish;
    wish.draft = ShopBench::draft(ShopBench::Rose);
    wish.gateway = u"scripted"_s;
    wish.address = home;
    wish.approvedWithin = [](Transaction &, const PaymentAttempt &) { return true; };
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_bench->orders.place(wish).takeResult().value().order.state, OrderState::Paid);
    QCOMPARE(holds(), 0);
}

void HoldsTest::theSettingSwitchesItOff()
{
    QVERIFY(m_bench
                ->write([](Transaction &transaction) -> Result<bool> {
                    Shop shop = ShopBench::settings();
                    shop.holdsPerAddress = 0;
                    store::writeShop(transaction.db(), shop);
                    return true;
                })
                .has_value());
    for (int i = 0; i < 10; ++i)
        QVERIFY(place(i, home).has_value());
}

void HoldsTest::endedHoldsAreForgotten()
{
    const qint64 first = place(1, home).value().order.id;
    QVERIFY(place(2, home).has_value());
    QCOMPARE(holds(), 2);
    QVERIFY(m_bench->move(first, Verb::Cancel, Actor::Customer).has_value());
    QVERIFY(m_bench
                ->write([](Transaction &transaction) -> Result<bool> {
                    store::forgetEndedHolds(transaction.db());
                    return true;
                })
                .has_value());
    QCOMPARE(holds(), 1);
    // Nobody can read the address out of what is kept.
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM holds WHERE address_sha256 = '203.0.113.1'"), 0);
}

QTEST_GUILESS_MAIN(HoldsTest)
#include "tst_holds.moc"
