// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/ops/calllimits.h"
#include "tests/support/web/shopfixture.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr int botRequests = 200;
const std::array days{1, 2, 4}; // the shop is closed on the third
const std::array hours{10, 14, 16, 18};

/// As a reverse proxy says it.
QHash<QByteArray, QByteArray> from(const QByteArray &address)
{
    return {{"X-Forwarded-For"_ba, address}};
}

Fields formOf(int person, const QString &window)
{
    Fields form = ShopFixture::goodForm(window);
    form.insert(u"fromPhone"_s, QString(u"010"_s + QString::number(20'000'000 + person)));
    return form;
}

} // namespace

/// A bot with many phone numbers orders everything and pays nothing.
class TestHoldAbuse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aBotCannotFreezeTheWindows();
    void checkoutsAreCountedByAddress();
    void otherPressesAreCountedByAddress();
    void theSamePhoneHasOneHold();

private:
    void limits(int ordersPerMinute, int holds)
    {
        Shop shop = testShop();
        shop.ordersPerAddressPerMinute = ordersPerMinute;
        shop.holdsPerAddress = holds;
        m_shop->writeShop(shop);
    }
    /// Form, check and checkout of somebody at \a address.
    Page order(const Fields &form, const QByteArray &address, const QString &language = {})
    {
        Browser browser = m_shop->browser();
        browser.get(language + u"/shop/order?item=1"_s, from(address));
        Fields carried = browser.post(language + u"/shop/check"_s, form, from(address)).hidden();
        carried.insert(u"agree"_s, u"1"_s);
        return browser.post(language + u"/shop/checkout"_s, carried, from(address));
    }

    std::unique_ptr<ShopFixture> m_shop;
};

void TestHoldAbuse::init()
{
    m_shop = std::make_unique<ShopFixture>();
}

void TestHoldAbuse::aBotCannotFreezeTheWindows()
{
    limits(0, Shop().holdsPerAddress); // however slowly it goes about it
    int placed = 0;
    for (int i = 0; i < botRequests; ++i) {
        const QString window = testWindow(days[std::size_t(i) / hours.size() % days.size()],
                                          hours[std::size_t(i) % hours.size()]);
        const Page page = order(formOf(i, window), "198.51.100.66"_ba);
        placed += page.status == 303;
        if (page.status != 303) {
            QVERIFY2(page.status == 429 || page.status == 422, qPrintable(page.title()));
            QVERIFY(page.status == 422 || page.headers.value("retry-after").toInt() > 0);
        }
    }
    QCOMPARE(placed, Shop().holdsPerAddress);
    // A customer still gets a place, also where there is one only.
    int person = 1'000;
    for (const int day : {days[1], days[2]}) {
        for (const int hour : hours) {
            const QByteArray address = "203.0.113." + QByteArray::number(person % 200);
            QCOMPARE(order(formOf(++person, testWindow(day, hour)), address).status, 303);
        }
    }
}

void TestHoldAbuse::checkoutsAreCountedByAddress()
{
    limits(2, 0);
    const QByteArray bot = "198.51.100.66"_ba;
    QCOMPARE(order(formOf(1, testWindow(1, 14)), bot).status, 303);
    QCOMPARE(order(formOf(2, testWindow(1, 14)), bot).status, 303);
    const Page refused = order(formOf(3, testWindow(1, 14)), bot);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("retry-after"), "60"_ba);
    QVERIFY(refused.says(u"요청이 너무 많아요"_s));
    // What it writes into the header itself stands further left and changes nothing.
    QCOMPARE(order(formOf(4, testWindow(1, 14)), "203.0.113.77, " + bot).status, 429);
    QCOMPARE(order(formOf(5, testWindow(1, 14)), "203.0.113.77"_ba).status, 303);
    m_shop->clock.advance(server::RateLimit::windowMs);
    QCOMPARE(order(formOf(6, testWindow(1, 14)), bot).status, 303);
}

void TestHoldAbuse::otherPressesAreCountedByAddress()
{
    limits(1, 0);
    const QByteArray bot = "198.51.100.66"_ba;
    for (const QString &path :
         {u"/shop/order"_s, u"/shop/check"_s, u"/shop/pay/none"_s, u"/t/none/cancel"_s,
          u"/t/none/pay"_s, u"/r/none"_s, u"/en/t/none/pay"_s, u"/sandbox/pay/none"_s}) {
        m_shop->clock.advance(server::RateLimit::windowMs);
        Browser browser = m_shop->browser();
        for (int i = 0; i < server::CallLimits::postsPerOrder; ++i)
            QVERIFY(browser.post(path, {}, from(bot)).status != 429);
        const Page refused = browser.post(path, {}, from(bot));
        QVERIFY2(refused.status == 429, qPrintable(path));
        QCOMPARE(refused.headers.value("retry-after"), "60"_ba);
        QVERIFY(refused.says(path.startsWith(u"/en"_s) ? u"Too many requests"_s
                                                       : u"요청이 너무 많아요"_s));
        QVERIFY(browser.post(path, {}, from("203.0.113.1"_ba)).status != 429);
    }
}

void TestHoldAbuse::theSamePhoneHasOneHold()
{
    limits(0, 3);
    const Fields form = formOf(1, testWindow(1, 18)); // the window with one place
    QCOMPARE(order(form, "203.0.113.1"_ba).status, 303);
    QCOMPARE(order(form, "203.0.113.2"_ba).status, 303);
    const auto all = m_shop->orders();
    QCOMPARE(all.size(), 2U);
    QCOMPARE(all.front().state, OrderState::Cancelled);
    QCOMPARE(all.back().state, OrderState::Received);
    // While money may be moving it stands, and the customer is told.
    m_shop->gateway->reachable = false;
    Browser browser = m_shop->browser();
    const QString attempt = m_shop->ledger(all.back().id).attempts.front().id;
    browser.get(u"/shop/return/"_s + attempt);
    const Page korean = order(form, "203.0.113.3"_ba);
    QCOMPARE(korean.status, 409);
    QCOMPARE(korean.errors().value(u"fromPhone"_s),
             u"먼저 주문한 결제를 확인하고 있어요. 잠시 뒤에 다시 눌러 주세요"_s);
    const Page english = order(form, "203.0.113.3"_ba, u"/en"_s);
    QCOMPARE(english.status, 409);
    QVERIFY(english.errors().value(u"fromPhone"_s).startsWith(u"We are still checking"_s));
    QCOMPARE(m_shop->orders().size(), 2U);
}

QTEST_GUILESS_MAIN(TestHoldAbuse)
#include "tst_holdabuse.moc"
