// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/web/shopfixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// Finding the recipient's address on the order form, without JavaScript.
class TestAddressPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutAddressesThereIsNothingToFind();
    void chosenFromWhatWasFound();
    void typedByHand();
    void notFound();
    void elsewhereIsSaidBeforeAnyMoney();
    void inEnglish();

private:
    void loadStreets();
    Page find(const QString &typed);

    std::unique_ptr<ShopFixture> m_shop;
    std::unique_ptr<Browser> m_browser;
};

void TestAddressPages::init()
{
    m_shop = std::make_unique<ShopFixture>();
    m_browser.reset(new Browser(m_shop->browser())); // cannot be moved
}

void TestAddressPages::cleanup()
{
    m_browser.reset();
    m_shop.reset();
}

void TestAddressPages::loadStreets()
{
    m_shop->loadAddresses("1|1168010100|서울특별시|강남구|역삼동||0|736|0|116803122010|역삼로|0|"
                          "180|0|1168064000|역삼1동|"
                          "06248||20110729|0|||봄꽃 빌딩|\n"
                          "2|1168010100|서울특별시|강남구|역삼동||0|737|0|116803122010|역삼로|0|"
                          "182|0|1168064000|역삼1동|"
                          "06249||20110729|0||||\n");
}

Page TestAddressPages::find(const QString &typed)
{
    Fields form = ShopFixture::goodForm(testWindow(0, 16));
    form.insert(u"address"_s, typed);
    return m_browser->post(u"/shop/address"_s, form);
}

void TestAddressPages::withoutAddressesThereIsNothingToFind()
{
    const Page form = m_browser->get(u"/shop/order?item=1"_s);
    QVERIFY(!form.says(u"/shop/address"_s));
    const QString path = m_shop->paidOrder(*m_browser, ShopFixture::goodForm(testWindow(0, 16)));
    QVERIFY2(path.startsWith(u"/t/"_s), qUtf8Printable(path));
    QCOMPARE(m_shop->onlyOrder().address.neighbourhood, QString());
}

void TestAddressPages::chosenFromWhatWasFound()
{
    loadStreets();
    QVERIFY(m_browser->get(u"/shop/order?item=1"_s).says(u"/shop/address"_s));
    const Page found = find(u"역삼로 18"_s);
    QCOMPARE(found.status, 200);
    QVERIFY(found.says(u"서울 강남구 역삼로 180"_s));
    QVERIFY(found.says(u"서울 강남구 역삼로 182"_s));
    QVERIFY(found.says(u"역삼동 · 봄꽃 빌딩"_s));
    QVERIFY(found.says(u"직접 입력할게요"_s));
    QCOMPARE(found.shownValue(u"toName"_s), u"김서연"_s); // nothing typed is lost

    Fields form = ShopFixture::goodForm(testWindow(0, 16));
    form.insert({{u"address"_s, u"역삼로 18"_s}, {u"pick"_s, u"2"_s}});
    m_shop->paidOrder(*m_browser, form);
    const Address address = m_shop->onlyOrder().address;
    QCOMPARE(address.line, u"서울 강남구 역삼로 182"_s);
    QCOMPARE(address.postalCode, u"06249"_s);
    QCOMPARE(address.neighbourhood, u"역삼동"_s);
    QCOMPARE(address.detail, u"101동 1001호"_s);
}

void TestAddressPages::typedByHand()
{
    loadStreets();
    m_shop->paidOrder(*m_browser, ShopFixture::goodForm(testWindow(0, 16)));
    const Address address = m_shop->onlyOrder().address;
    QCOMPARE(address.line, u"서울 강남구 역삼로 180"_s);
    QCOMPARE(address.neighbourhood, u"역삼동"_s);
    QCOMPARE(address.postalCode, u"06248"_s);
}

void TestAddressPages::notFound()
{
    loadStreets();
    const Page none = find(u"없는길 5"_s);
    QCOMPARE(none.status, 200);
    QVERIFY(none.says(u"찾는 주소가 없어요. 저희는 강남구에 배송해요."_s));
    QCOMPARE(none.shownValue(u"address"_s), u"없는길 5"_s);
    // It may still be typed: a new house is in no register.
    Fields form = ShopFixture::goodForm(testWindow(0, 16));
    form.insert(u"address"_s, u"서울 강남구 없는길 5"_s);
    QCOMPARE(m_browser->post(u"/shop/check"_s, form).status, 200);
}

void TestAddressPages::elsewhereIsSaidBeforeAnyMoney()
{
    loadStreets();
    Fields form = ShopFixture::goodForm(testWindow(0, 16));
    form.insert(u"address"_s, u"부산 해운대구 달맞이길 1"_s);
    m_browser->get(u"/shop/order?item=1"_s);
    const Page refused = m_browser->post(u"/shop/check"_s, form);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.errors().value(u"address"_s),
             u"저희는 강남구에 배송해요. 다른 곳은 전화로 물어봐 주세요"_s);
    form.insert(u"agree"_s, u"1"_s);
    QCOMPARE(m_browser->post(u"/shop/checkout"_s, form).status, 422);
    QVERIFY(m_shop->orders().empty());
}

void TestAddressPages::inEnglish()
{
    loadStreets();
    Fields form = ShopFixture::goodForm(testWindow(0, 16));
    const Page found = m_browser->post(u"/en/shop/address"_s, form);
    QVERIFY(found.says(u"Which address is it?"_s));
    QVERIFY(found.says(u"action=\"/en/shop/check\""_s));
}

QTEST_GUILESS_MAIN(TestAddressPages)
#include "tst_addresspages.moc"
