// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/decisions.h"
#include "tests/support/cable.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/pairingcalls.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

namespace {

constexpr qint64 peony = 1;

/// Over the counter, and taken along.
DeskOrder counterOrder(DeskMethod method = DeskMethod::Cash, bool paid = true)
{
    DeskOrder order;
    order.draft.productId = peony;
    order.draft.sender = {u"정하나"_s, u"01012341234"_s};
    order.method = method;
    order.paid = paid;
    return order;
}

} // namespace

/// Orders that are taken down at the desk: shown at once, numbered by the server, once whatever the
/// line does.
class TestDeskOrderFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void takenDownAndNumbered();
    void takenDownOffline();
    void workOnItBeforeItHasANumber();
    void aLostAnswerIsNoSecondOrder();
    void aRestartForgetsNothing();
    void paidLaterAtAnotherDesk();
    void moneyBackByHand();
    void whatIsRefusedComesBackAsADecision();
    void badOrdersAreRefusedHere();
    void customersAreToldNothingOfMoney();
    void driversAreToldNothingOfMoney();

private:
    DeskInProcess &desk(std::size_t i = 0) { return *m_desks[i]; }
    /// The one order that was taken down at desk \a i, as it shows there.
    std::vector<Order> taken(std::size_t i = 0)
    {
        std::vector<Order> orders;
        for (const auto &[id, order] : desk(i).engine->orders()) {
            if (order.deskMethod)
                orders.push_back(order);
        }
        return orders;
    }
    bool sent(std::size_t i = 0)
    {
        return QTest::qWaitFor([this, i] { return desk(i).engine->unsent().empty(); });
    }
    bool sentAndSeen()
    {
        return sent() && QTest::qWaitFor([this] { return taken(1).size() == 1; });
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<Cable> m_cable;
    std::vector<std::unique_ptr<DeskInProcess>> m_desks;
};

void TestDeskOrderFlow::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_cable = std::make_unique<Cable>(quint16(m_shop->url().port()));
    for (const QUrl &url : {m_cable->url(), m_shop->url()}) {
        m_desks.push_back(std::make_unique<DeskInProcess>(url, m_shop->token, m_shop->clock));
        QVERIFY(m_desks.back()->engine->start());
        QTRY_VERIFY(m_desks.back()->isLive());
    }
}

void TestDeskOrderFlow::cleanup()
{
    m_desks.clear();
    m_cable.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestDeskOrderFlow::takenDownAndNumbered()
{
    QSignalSpy arrived(desk(1).engine.get(), &Engine::orderArrived);
    QSignalSpy numbered(desk().engine.get(), &Engine::orderNumbered);
    QVERIFY(desk().engine->placeOrder(counterOrder()));
    const Order shown = taken().front(); // at once
    QVERIFY(shown.id < 0);
    QCOMPARE(shown.state, OrderState::Paid);
    QVERIFY(desk().engine->isUnsent(shown.id));
    QVERIFY(sentAndSeen());
    QTRY_COMPARE(numbered.size(), 1);
    QCOMPARE(numbered.front().front().toLongLong(), shown.id);
    const Order order = taken().front();
    QCOMPARE(taken().size(), 1u);
    QVERIFY(order.id > 0 && !desk().engine->isUnsent(order.id));
    QCOMPARE(order, taken(1).front());
    QCOMPARE(order.total, shown.total);
    QCOMPARE(order.version, shown.version);
    QVERIFY(order.seenAtMs > 0); // no desk rings for it
    const int news = int(std::ranges::count_if(arrived, [](const QList<QVariant> &call) {
        return call.front().value<Order>().seenAtMs == 0;
    }));
    QCOMPARE(news, 0);
}

void TestDeskOrderFlow::takenDownOffline()
{
    m_cable->cut();
    QTRY_VERIFY(!desk().isLive());
    QVERIFY(desk().engine->placeOrder(counterOrder(DeskMethod::Transfer, false)));
    QVERIFY(desk().engine->placeOrder(counterOrder(DeskMethod::OnAccount, false)));
    QCOMPARE(taken().size(), 2u);
    QVERIFY(taken().front().awaitsMoney());
    m_cable->mend();
    QVERIFY(sent());
    QTRY_COMPARE(taken(1).size(), 2u);
    QCOMPARE(taken(), taken(1));
}

void TestDeskOrderFlow::workOnItBeforeItHasANumber()
{
    m_cable->cut();
    QTRY_VERIFY(!desk().isLive());
    QVERIFY(desk().engine->placeOrder(counterOrder(DeskMethod::OnAccount, false)));
    const qint64 provisional = taken().front().id;
    QVERIFY(desk().engine->move(provisional, Verb::StartMaking));
    QVERIFY(desk().engine->move(provisional, Verb::MarkPaid, {{u"method"_s, u"transfer"_s}}));
    QVERIFY(desk().engine->move(provisional, Verb::MarkMade));
    QVERIFY(desk().engine->undo(provisional)); // it never left: withdrawn
    m_cable->mend();
    QVERIFY(sentAndSeen());
    QVERIFY(desk().engine->decisions().all().empty());
    const Order order = taken(1).front();
    QCOMPARE(order.state, OrderState::Making);
    QCOMPARE(order.payment, PaymentState::Paid);
    QCOMPARE(order.deskMethod, DeskMethod::Transfer);
    QTRY_COMPARE(taken().front(), taken(1).front());
}

void TestDeskOrderFlow::aLostAnswerIsNoSecondOrder()
{
    m_cable->loseAnswers();
    QVERIFY(desk().engine->placeOrder(counterOrder()));
    QTRY_COMPARE(taken(1).size(), 1u); // the server has it
    QCOMPARE(desk().engine->unsent().size(), 1u); // and this desk cannot know
    QVERIFY(taken().front().id < 0);
    m_cable->cut();
    m_cable->mend();
    desk().engine->syncNow();
    QVERIFY(sent());
    QTRY_VERIFY(desk().isLive());
    QCOMPARE(taken().size(), 1u);
    QCOMPARE(taken(1).size(), 1u);
    QCOMPARE(taken().front().id, taken(1).front().id);
}

void TestDeskOrderFlow::aRestartForgetsNothing()
{
    m_cable->cut();
    QTRY_VERIFY(!desk().isLive());
    QVERIFY(desk().engine->placeOrder(counterOrder()));
    const Order before = taken().front();
    QVERIFY(desk().engine->move(before.id, Verb::MarkMade));
    desk().reopen(m_cable->url(), m_shop->token, m_shop->clock);
    QVERIFY(desk().engine->start());
    QCOMPARE(taken().size(), 1u);
    QCOMPARE(taken().front().id, before.id);
    QCOMPARE(taken().front().state, OrderState::Made);
    m_cable->mend();
    QVERIFY(sentAndSeen());
    QCOMPARE(taken(1).front().state, OrderState::Made);
}

void TestDeskOrderFlow::paidLaterAtAnotherDesk()
{
    QVERIFY(desk().engine->placeOrder(counterOrder(DeskMethod::OnAccount, false)));
    QVERIFY(sentAndSeen());
    const qint64 id = taken(1).front().id;
    QVERIFY(desk(1).engine->move(id, Verb::MarkMade));
    QVERIFY(desk(1).engine->move(id, Verb::CompleteDelivery)); // a pickup
    QVERIFY(desk(1).engine->move(id, Verb::MarkPaid));
    QVERIFY(sent(1));
    QCOMPARE(desk(1).order(id).state, OrderState::Delivered);
    QCOMPARE(desk(1).order(id).payment, PaymentState::Paid);
    QTRY_COMPARE(desk().order(id), desk(1).order(id));
    QCOMPARE(desk(1).engine->move(id, Verb::MarkPaid).error().code, RefusalCode::IllegalMove);
}

void TestDeskOrderFlow::moneyBackByHand()
{
    QVERIFY(desk().engine->placeOrder(counterOrder()));
    QVERIFY(sentAndSeen());
    const qint64 id = taken().front().id;
    QVERIFY(desk().engine->move(id, Verb::Cancel, {{u"reason"_s, u"마음이 바뀌었어요"_s}}));
    QVERIFY(sent());
    QTRY_COMPARE(desk().order(id).payment, PaymentState::Refunded);
    QCOMPARE(desk().order(id).money.refundedMinor, desk().order(id).total.minor);
}

void TestDeskOrderFlow::whatIsRefusedComesBackAsADecision()
{
    m_cable->cut();
    QTRY_VERIFY(!desk().isLive());
    Shop shop = desk().engine->shop();
    DeskOrder order = counterOrder();
    order.draft.window =
        DeliveryWindow{shop.today(m_shop->clock.nowMs()), shop.windows.back().startMinute,
                       shop.windows.back().endMinute};
    QVERIFY(desk().engine->placeOrder(order));
    QVERIFY(desk().engine->move(taken().front().id, Verb::MarkMade));
    shop.windows.pop_back(); // at the other desk, the shop gives that window up
    QVERIFY(desk(1).engine->changeShop({{u"windows"_s, toJson(shop).value(u"windows"_s)}}));
    QVERIFY(sent(1));
    m_cable->mend();
    QVERIFY(sent());
    const auto &waiting = desk().engine->decisions().all();
    QTRY_COMPARE(waiting.size(), 1u);
    QVERIFY(waiting.front().placesOrder());
    QCOMPARE(waiting.front().operations.size(), 2u);
    QCOMPARE(waiting.front().refusal.code, RefusalCode::UnknownWindow);
    QVERIFY(desk().engine->decisions().again(waiting.front()).empty());
    QVERIFY(taken().empty());
}

void TestDeskOrderFlow::badOrdersAreRefusedHere()
{
    DeskOrder order = counterOrder();
    order.draft.productId = 99;
    QCOMPARE(desk().engine->placeOrder(order).error().code, RefusalCode::UnknownProduct);
    order = counterOrder();
    order.draft.address.line = u"서울 강남구 역삼로 180"_s;
    QCOMPARE(desk().engine->placeOrder(order).error().field, u"window"_s);
    order = counterOrder();
    order.unitMinor = 5'000'000'000;
    QCOMPARE(desk().engine->placeOrder(order).error().field, u"unitMinor"_s);
    order = counterOrder();
    order.draft.sender.phone = u"12"_s;
    QCOMPARE(desk().engine->placeOrder(order).error().code, RefusalCode::InvalidPhone);
    QVERIFY(desk().engine->unsent().empty());
}

void TestDeskOrderFlow::customersAreToldNothingOfMoney()
{
    HttpCalls customer(m_shop->url());
    const QJsonObject body{
        {u"productId"_s, peony}, {u"qty"_s, 1}, {u"deskMethod"_s, u"cash"_s}, {u"paid"_s, true}};
    QCOMPARE(customer.post(u"/orders"_s, body).status, 403); // nobody pays oneself
    QVERIFY(taken(1).empty());
}

void TestDeskOrderFlow::driversAreToldNothingOfMoney()
{
    const Paired driver = pairDevice(*m_shop, u"driver"_s);
    DeskOrder order = counterOrder(DeskMethod::OnAccount, false);
    order.draft.address.line = u"서울 강남구 역삼로 180"_s;
    const Shop &shop = desk().engine->shop();
    order.draft.window =
        DeliveryWindow{shop.today(m_shop->clock.nowMs()), shop.windows.back().startMinute,
                       shop.windows.back().endMinute};
    QVERIFY(desk().engine->placeOrder(order));
    QVERIFY(desk().engine->move(taken().front().id, Verb::MarkMade));
    QVERIFY(sent());
    HttpCalls road(m_shop->url(), driver.token);
    const QByteArray run = road.get(u"/deliveries"_s).body;
    QVERIFY(run.contains("역삼로"));
    for (const QByteArrayView word : {"deskMethod", "onAccount", "placedAs"})
        QVERIFY2(!run.contains(word), word.data());
}

QTEST_GUILESS_MAIN(TestDeskOrderFlow)
#include "tst_deskorderflow.moc"
