// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/shop.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

Shop shopIn(const char *zone)
{
    Shop shop;
    shop.zone = QTimeZone(zone);
    shop.windows = {{600, 720, 5}, {840, 960, 5}, {1080, 1200, 1}};
    shop.closedDays = {{QDate(2026, 12, 25), u"성탄절"_s}};
    shop.weeklyClosedDay = Qt::Sunday;
    shop.horizonDays = 60;
    shop.cutOffMinutes = 60;
    return shop;
}

/// Milliseconds of a moment on the shop's own wall clock.
qint64 wallMs(const Shop &shop, const QDate &date, const QTime &time)
{
    return QDateTime(date, time, shop.zone).toMSecsSinceEpoch();
}

const QDate monday(2026, 11, 30);

} // namespace

class ShopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openWindow();
    void pastDate();
    void horizon();
    void closedDays();
    void unknownWindow();
    void cutOffToTheMillisecond();
    void todayIsTheShopsDay();
    void theDayTurnsAtTheShopsMidnight();
    void cutOffAcrossMidnight();
    void clockChange();
    void openAroundItsWindows();
    void openingHours();
};

void ShopTest::openAroundItsWindows()
{
    const Shop shop = shopIn("Asia/Seoul");
    const auto open = [&](const QDate &date, const QTime &time) {
        return shop.isOpenAt(wallMs(shop, date, time));
    };
    QVERIFY(!open(monday, QTime(8, 59)));
    QVERIFY(open(monday, QTime(9, 0)));
    QVERIFY(open(monday, QTime(13, 0))); // between two windows
    QVERIFY(open(monday, QTime(19, 59)));
    QVERIFY(!open(monday, QTime(20, 0)));
    QVERIFY(!open(monday.addDays(-1), QTime(13, 0)));
    QVERIFY(!open(QDate(2026, 12, 25), QTime(13, 0)));
    // Better a sound too many in a shop that has set nothing yet.
    QVERIFY(Shop().isOpenAt(wallMs(shop, monday, QTime(13, 0))));
}

void ShopTest::openWindow()
{
    const Shop shop = shopIn("Asia/Seoul");
    const qint64 nowMs = wallMs(shop, monday, QTime(9, 0));
    for (const WindowRule &rule : shop.windows) {
        const DeliveryWindow tomorrow{monday.addDays(1), rule.startMinute, rule.endMinute};
        QVERIFY(checkWindow(shop, tomorrow, nowMs).has_value());
        QCOMPARE(shop.ruleFor(tomorrow), &rule);
    }
}

void ShopTest::pastDate()
{
    const Shop shop = shopIn("Asia/Seoul");
    const qint64 nowMs = wallMs(shop, monday, QTime(0, 0));
    const auto checked = checkWindow(shop, {monday.addDays(-1), 840, 960}, nowMs);
    QCOMPARE(checked.error(), Refusal::of(RefusalCode::PastDate, u"window"_s));
}

void ShopTest::horizon()
{
    const Shop shop = shopIn("Asia/Seoul");
    const qint64 nowMs = wallMs(shop, monday, QTime(9, 0));
    const QDate last = monday.addDays(60);
    QVERIFY(checkWindow(shop, {last, 840, 960}, nowMs).has_value());
    const auto beyond = checkWindow(shop, {last.addDays(1), 840, 960}, nowMs);
    QCOMPARE(beyond.error(), Refusal::of(RefusalCode::OutOfRange, u"window"_s, u"60"_s));
    QVERIFY(!checkWindow(shop, {QDate(9999, 12, 31), 840, 960}, nowMs));
}

void ShopTest::closedDays()
{
    const Shop shop = shopIn("Asia/Seoul");
    const qint64 nowMs = wallMs(shop, monday, QTime(9, 0));
    const auto christmas = checkWindow(shop, {QDate(2026, 12, 25), 840, 960}, nowMs);
    QCOMPARE(christmas.error(), Refusal::of(RefusalCode::ClosedDay, u"window"_s, u"성탄절"_s));
    const auto sunday = checkWindow(shop, {QDate(2026, 12, 6), 840, 960}, nowMs);
    QCOMPARE(sunday.error().code, RefusalCode::ClosedDay);
    QVERIFY(!shop.closedReason(monday));
    Shop always = shop;
    always.weeklyClosedDay = 0;
    QVERIFY(checkWindow(always, {QDate(2026, 12, 6), 840, 960}, nowMs).has_value());
}

void ShopTest::unknownWindow()
{
    const Shop shop = shopIn("Asia/Seoul");
    const qint64 nowMs = wallMs(shop, monday, QTime(9, 0));
    for (const DeliveryWindow &window :
         {DeliveryWindow{monday, 840, 961}, DeliveryWindow{monday, 600, 960}}) {
        QCOMPARE(checkWindow(shop, window, nowMs).error().code, RefusalCode::UnknownWindow);
        QVERIFY(!shop.ruleFor(window));
    }
}

void ShopTest::cutOffToTheMillisecond()
{
    const Shop shop = shopIn("Asia/Seoul");
    const DeliveryWindow window{monday, 840, 960};
    const qint64 closesAtMs = wallMs(shop, monday, QTime(13, 0));
    QVERIFY(checkWindow(shop, window, closesAtMs - 1).has_value());
    QCOMPARE(checkWindow(shop, window, closesAtMs).error(),
             Refusal::of(RefusalCode::CutOffPassed, u"window"_s));
    QCOMPARE(checkWindow(shop, window, wallMs(shop, monday, QTime(23, 59))).error().code,
             RefusalCode::CutOffPassed);
    QVERIFY(checkWindow(shop, {monday, 1080, 1200}, closesAtMs).has_value());
}

void ShopTest::todayIsTheShopsDay()
{
    const qint64 momentMs =
        QDateTime(QDate(2026, 11, 30), QTime(16, 0), Qt::UTC).toMSecsSinceEpoch();
    QCOMPARE(shopIn("Asia/Seoul").today(momentMs), QDate(2026, 12, 1));
    QCOMPARE(shopIn("Europe/Berlin").today(momentMs), QDate(2026, 11, 30));
    QCOMPARE(shopIn("Pacific/Kiritimati").today(momentMs), QDate(2026, 12, 1));
    QCOMPARE(shopIn("Pacific/Pago_Pago").today(momentMs), QDate(2026, 11, 30));
}

void ShopTest::theDayTurnsAtTheShopsMidnight()
{
    const Shop shop = shopIn("Asia/Seoul");
    const qint64 midnightMs = wallMs(shop, monday, QTime(0, 0));
    const DeliveryWindow last{monday.addDays(-2), 1080, 1200}; // Saturday
    QCOMPARE(checkWindow(shop, last, midnightMs - 86'400'000 - 1).error().code,
             RefusalCode::CutOffPassed);
    QCOMPARE(checkWindow(shop, last, midnightMs - 86'400'000).error().code, RefusalCode::PastDate);
}

void ShopTest::cutOffAcrossMidnight()
{
    Shop shop = shopIn("Asia/Seoul");
    shop.cutOffMinutes = 12 * 60; // the window at ten closes at ten the evening before
    const DeliveryWindow window{monday.addDays(1), 600, 720};
    const qint64 closesAtMs = wallMs(shop, monday, QTime(22, 0));
    QVERIFY(checkWindow(shop, window, closesAtMs - 1).has_value());
    QCOMPARE(checkWindow(shop, window, closesAtMs).error().code, RefusalCode::CutOffPassed);
}

void ShopTest::clockChange()
{
    // On 25 October 2026 clocks go back in Berlin: the cut-off follows the wall clock of the
    // window.
    Shop shop = shopIn("Europe/Berlin");
    shop.weeklyClosedDay = 0;
    shop.cutOffMinutes = 60;
    const DeliveryWindow window{QDate(2026, 10, 25), 600, 720};
    const qint64 closesAtMs =
        QDateTime(QDate(2026, 10, 25), QTime(8, 0), Qt::UTC).toMSecsSinceEpoch();
    QVERIFY(checkWindow(shop, window, closesAtMs - 1).has_value());
    QCOMPARE(checkWindow(shop, window, closesAtMs).error().code, RefusalCode::CutOffPassed);
}

void ShopTest::openingHours()
{
    Shop shop = shopIn("Asia/Seoul");
    shop.windows = {{600, 720, 1}, {1080, 1200, 1}};
    shop.closedDays = {{monday.addDays(1), u"휴무"_s}};
    const auto since = [&](const QDate &date, const QTime &time) {
        return shop.openSinceMs(wallMs(shop, date, time));
    };
    QVERIFY(!since(monday, QTime(8, 59, 59)));
    QCOMPARE(since(monday, QTime(9, 0)), wallMs(shop, monday, QTime(9, 0)));
    QCOMPARE(since(monday, QTime(19, 59, 59)), wallMs(shop, monday, QTime(9, 0)));
    QVERIFY(!since(monday, QTime(20, 0)));
    QVERIFY(!since(monday.addDays(1), QTime(12, 0)));
    shop.opensMinute = 7 * 60 + 30;
    shop.closesMinute = 24 * 60;
    QCOMPARE(since(monday, QTime(23, 59, 59)), wallMs(shop, monday, QTime(7, 30)));
    QVERIFY(!since(monday, QTime(7, 29)));
    shop = Shop();
    QVERIFY(shop.isOpenAt(wallMs(shop, monday, QTime(9, 0))));
    QVERIFY(!shop.isOpenAt(wallMs(shop, monday, QTime(20, 0))));
}

QTEST_GUILESS_MAIN(ShopTest)
#include "tst_shop.moc"
