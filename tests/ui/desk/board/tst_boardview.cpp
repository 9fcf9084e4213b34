// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/board/boardview.h"

#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

BoardView viewOf(DayRange range, const QString &search = {})
{
    return {range, search, demo::today, demo::zone};
}

const DayRange today{DayRange::Kind::Day, 0};
const DayRange tomorrow{DayRange::Kind::Day, 1};
const DayRange week{DayRange::Kind::Week, 0};
const DayRange all{DayRange::Kind::All, 0};

Order onDay(int days, OrderState state = OrderState::Paid)
{
    Order order = demo::order({7, state, 14, 16, u"작약"_s, {}, 1, u"김서연"_s, u"역삼동"_s});
    order.window->date = demo::today.addDays(days);
    return order;
}

} // namespace

class TestBoardView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lanesFollowTheState();
    void unpaidAndExpiredAreNeverShown();
    void overdueWorkBelongsToToday();
    void ranges();
    void withoutWindowTheDayReceivedCounts();
    void deliveredShowsOnItsDay();
    void cancelledStaysInItsLane();
    void searchLooksAtNumberNameAndPlace();
    void openWorkIsCountedWithoutTheSearch();
    void whatIsLeftToMakeIsAddedUp();
};

void TestBoardView::lanesFollowTheState()
{
    for (const Lane lane : allLanes)
        QVERIFY(laneOf(stateOf(lane)) == lane);
    QVERIFY(placeOf(onDay(0, OrderState::Making), viewOf(today)) == Lane::Making);
}

void TestBoardView::unpaidAndExpiredAreNeverShown()
{
    for (const OrderState state : {OrderState::Received, OrderState::Expired}) {
        Order order = onDay(0);
        order.state = state;
        QVERIFY(!placeOf(order, viewOf(all)));
        QVERIFY(!isOpenWork(order, viewOf(all), all));
    }
}

void TestBoardView::overdueWorkBelongsToToday()
{
    const Order order = onDay(-3, OrderState::Making);
    QVERIFY(placeOf(order, viewOf(today)) == Lane::Making);
    QVERIFY(!placeOf(order, viewOf(tomorrow)));
    QVERIFY(placeOf(order, viewOf({DayRange::Kind::Day, -3})) == Lane::Making);
}

void TestBoardView::ranges()
{
    QVERIFY(!placeOf(onDay(1), viewOf(today)));
    QVERIFY(placeOf(onDay(1), viewOf(tomorrow)));
    QVERIFY(placeOf(onDay(3), viewOf(week))); // Sunday
    QVERIFY(!placeOf(onDay(4), viewOf(week))); // Monday
    QVERIFY(placeOf(onDay(40), viewOf(all)));
}

void TestBoardView::withoutWindowTheDayReceivedCounts()
{
    Order order = onDay(0);
    order.window.reset();
    QCOMPARE(dayOf(order, demo::zone), demo::today);
    // 00:30 in Seoul is still yesterday in UTC.
    order.stamp(OrderState::Received, demo::at(0, 30, 1));
    QCOMPARE(dayOf(order, demo::zone), demo::today.addDays(1));
}

void TestBoardView::deliveredShowsOnItsDay()
{
    Order order = onDay(-1, OrderState::Delivered);
    order.stamp(OrderState::Delivered, demo::at(9, 0));
    QVERIFY(placeOf(order, viewOf(today)) == Lane::Delivered);
    QVERIFY(placeOf(order, viewOf(all)) == Lane::Delivered);
    order.stamp(OrderState::Delivered, demo::at(9, 0, -1));
    QVERIFY(!placeOf(order, viewOf(today)));
    QVERIFY(placeOf(order, viewOf({DayRange::Kind::Day, -1})) == Lane::Delivered);
}

void TestBoardView::cancelledStaysInItsLane()
{
    Order order = onDay(0, OrderState::Made);
    order.state = OrderState::Cancelled;
    order.stamp(OrderState::Cancelled, demo::now);
    QVERIFY(placeOf(order, viewOf(today)) == Lane::Made);
    QVERIFY(!isOpenWork(order, viewOf(today), today));
    Order unpaid;
    unpaid.state = OrderState::Cancelled;
    unpaid.stamp(OrderState::Received, demo::now);
    unpaid.stamp(OrderState::Cancelled, demo::now);
    QVERIFY(!placeOf(unpaid, viewOf(today)));
}

void TestBoardView::searchLooksAtNumberNameAndPlace()
{
    Order order = onDay(0);
    order.id = 1048;
    for (const QString &found : {u"1048"_s, u"#104"_s, u"서연"_s, u"역삼"_s, u" 김하늘 "_s})
        QVERIFY2(matchesSearch(order, found), qUtf8Printable(found));
    QVERIFY(!matchesSearch(order, u"민지"_s));
    QVERIFY(!placeOf(order, viewOf(today, u"민지"_s)));
}

void TestBoardView::openWorkIsCountedWithoutTheSearch()
{
    QVERIFY(isOpenWork(onDay(0), viewOf(tomorrow, u"nobody"_s), today));
    QVERIFY(!isOpenWork(onDay(0, OrderState::Delivered), viewOf(today), today));
}

void TestBoardView::whatIsLeftToMakeIsAddedUp()
{
    std::map<qint64, Order> orders;
    const auto add = [&orders](Order order, const QString &item, int qty) {
        order.id = qint64(orders.size()) + 1;
        order.productName = item;
        order.qty = qty;
        orders[order.id] = order;
    };
    add(onDay(0), u"튤립"_s, 1);
    add(onDay(0, OrderState::Making), u"작약"_s, 2);
    add(onDay(-1), u"작약"_s, 3); // late
    add(onDay(0, OrderState::Made), u"작약"_s, 4);
    add(onDay(1), u"장미"_s, 5);
    QCOMPARE(leftToMake(orders, viewOf(today, u"튤립"_s)),
             (std::vector<ItemTotal>{{u"작약"_s, 5}, {u"튤립"_s, 1}}));
    QCOMPARE(leftToMake(orders, viewOf(tomorrow)), (std::vector<ItemTotal>{{u"장미"_s, 5}}));
}

QTEST_GUILESS_MAIN(TestBoardView)
#include "tst_boardview.moc"
