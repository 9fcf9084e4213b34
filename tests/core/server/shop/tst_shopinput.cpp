// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/web/shopfixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// Whatever people and programs type: the form again, filled, with the sentence at the field, and
/// nothing stored.
class TestShopInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_shop = std::make_unique<ShopFixture>(); }

    void emptyForm();
    void badField_data();
    void badField();
    void accepted_data();
    void accepted();
    void hostileTextIsShownAsText_data();
    void hostileTextIsShownAsText();
    void brokenBodies_data();
    void brokenBodies();
    void selfCopiesTheSender();
    void backToTheFormKeepsEverything();
    void unknownFlowersAreNotFound();

private:
    std::unique_ptr<ShopFixture> m_shop;
};

void TestShopInput::emptyForm()
{
    Browser browser = m_shop->browser();
    const Page page = browser.post(u"/shop/check"_s, {{u"item"_s, u"1"_s}, {u"qty"_s, u"1"_s}});
    QCOMPARE(page.status, 422);
    QCOMPARE(page.title(), u"오류: 주문서"_s);
    QVERIFY(page.says(u"입력한 내용을 확인해 주세요"_s)
            && page.says(u"tabindex=\"-1\" autofocus"_s));
    const QHash<QString, QString> wanted{
        {u"window"_s, u"배송 시간을 골라 주세요"_s},
        {u"toName"_s, u"받는 분 이름을 입력해 주세요"_s},
        {u"toPhone"_s, u"받는 분 전화번호를 0으로 시작하는 숫자 9~12자리로 입력해 주세요"_s},
        {u"address"_s, u"배송할 주소를 찾아서 골라 주세요"_s},
        {u"fromName"_s, u"보내는 분 이름을 입력해 주세요"_s},
        {u"fromPhone"_s, u"보내는 분 휴대폰 번호를 01로 시작하는 숫자 10~11자리로 입력해 주세요"_s},
        {u"privacy"_s, u"개인정보 수집·이용에 동의해 주세요"_s},
    };
    QCOMPARE(page.errors(), wanted);
    for (auto error = wanted.cbegin(); error != wanted.cend(); ++error) {
        QVERIFY2(page.says(u"id=\"%1\""_s.arg(error.key())),
                 qPrintable(error.key())); // the link reaches it
        QVERIFY(page.says(u"id=\"%1-error\">%2</p>"_s.arg(error.key(), error.value())));
        QVERIFY(page.says(u"aria-describedby=\"%1-error\""_s.arg(error.key()))
                || page.says(u" %1-error\""_s.arg(error.key())));
    }
}

void TestShopInput::badField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("sentence");
    const QString qty = u"수량을 1부터 999까지 숫자로 입력해 주세요"_s;
    for (const auto &value :
         {u"0"_s, u"-5"_s, u"x"_s, u"1.5"_s, u"1000000000"_s, u"99999999999999999999"_s, QString()})
        QTest::addRow("qty %s", qPrintable(value)) << u"qty"_s << value << qty;
    const QString to = u"받는 분 전화번호를 0으로 시작하는 숫자 9~12자리로 입력해 주세요"_s;
    for (const auto &value : {u"12345678"_s, u"전화 없음"_s, u"010123456789012"_s})
        QTest::addRow("recipient's phone %s", qUtf8Printable(value)) << u"toPhone"_s << value << to;
    QTest::newRow("sender's landline")
        << u"fromPhone"_s << u"02-555-0100"_s
        << u"보내는 분 휴대폰 번호를 01로 시작하는 숫자 10~11자리로 입력해 주세요"_s;
    QTest::newRow("long card") << u"card"_s << QString(215, u'가')
                               << u"200자까지 적을 수 있어요 (지금 215자)"_s;
    QTest::newRow("long name") << u"toName"_s << QString(31, u'가')
                               << u"받는 분 이름: 30자까지 적을 수 있어요 (지금 31자)"_s;
    QTest::newRow("postal") << u"postal"_s << u"1234"_s << u"우편번호 5자리를 입력해 주세요"_s;
    QTest::newRow("long postal") << u"postal"_s << u"123456"_s
                                 << u"우편번호 5자리를 입력해 주세요"_s;
    QTest::newRow("past date") << u"window"_s << testWindow(-1, 14)
                               << u"지난 날짜예요. 다른 날을 골라 주세요"_s;
    QTest::newRow("closed day") << u"window"_s << testWindow(3, 14)
                                << u"그날은 쉬어요 (정기 휴무). 다른 날을 골라 주세요"_s;
    QTest::newRow("cut-off") << u"window"_s << testWindow(0, 10)
                             << u"그 시간은 주문이 마감됐어요. 다른 시간을 골라 주세요"_s;
    QTest::newRow("too far") << u"window"_s << testWindow(61, 14)
                             << u"60일 뒤까지만 주문할 수 있어요"_s;
    QTest::newRow("no such window")
        << u"window"_s << testWindow(1, 3) << u"배송 시간을 골라 주세요"_s;
    QTest::newRow("broken window") << u"window"_s << u"내일 저녁"_s << u"배송 시간을 골라 주세요"_s;
    QTest::newRow("price overflow")
        << u"item"_s << QString::number(Precious)
        << u"한 번에 주문할 수 있는 금액을 넘었어요. 수량을 줄여 주세요"_s;
    QTest::newRow("sold out") << u"item"_s << QString::number(SoldOutRose)
                              << u"지금은 품절이에요. 다른 꽃을 골라 주세요."_s;
    const QString removed = u": 쓸 수 없는 글자가 있어 지웠어요. 다시 확인해 주세요"_s;
    QTest::newRow("NUL") << u"toName"_s << (u"김"_s + QChar(0) + u"연"_s)
                         << u"받는 분 이름"_s + removed;
    QTest::newRow("bidi") << u"address"_s << u"서울 \u202e강남"_s << u"도로명 주소"_s + removed;
    QTest::newRow("newline") << u"fromName"_s << u"이\n봄"_s << u"보내는 분 이름"_s + removed;
    QTest::newRow("escape") << u"card"_s << u"안녕\u001b[31m"_s << u"카드에 적을 말"_s + removed;
}

void TestShopInput::badField()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, sentence);
    Fields form = ShopFixture::goodForm(testWindow(1, 14));
    form.insert(field, value);
    if (field == u"item"_s)
        form.insert(u"qty"_s, u"3"_s);
    Browser browser = m_shop->browser();
    const Page page = browser.post(u"/shop/check"_s, form);
    QCOMPARE(page.status, 422);
    QCOMPARE(page.title(), u"오류: 주문서"_s);
    QVERIFY2(page.errors().values().contains(sentence),
             qUtf8Printable(page.errors().values().join(u" | "_s)));
    QCOMPARE(page.errors().size(), 1);
    QCOMPARE(page.shownValue(u"toPhone"_s), form.value(u"toPhone"_s));
    QCOMPARE(page.shownValue(u"detail"_s), form.value(u"detail"_s));
    // The same goes straight to the checkout: still nothing is stored.
    form.insert(u"agree"_s, u"1"_s);
    QCOMPARE(browser.post(u"/shop/checkout"_s, form).status, 422);
    QVERIFY(m_shop->orders().empty());
}

void TestShopInput::accepted_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("landline") << u"toPhone"_s << u"02-555-0100"_s;
    QTest::newRow("050") << u"toPhone"_s << u"0504-1234-5678"_s;
    QTest::newRow("+82") << u"fromPhone"_s << u"+82 (10) 1234.5678"_s;
    QTest::newRow("no postal code") << u"postal"_s << QString();
    QTest::newRow("emoji in a name") << u"toName"_s << u"김서연🌷"_s;
    QTest::newRow("exactly 200") << u"card"_s << QString(200, u'뷁');
}

void TestShopInput::accepted()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    Fields form = ShopFixture::goodForm(testWindow(1, 14));
    form.insert(field, value);
    Browser browser = m_shop->browser();
    const Page page = browser.post(u"/shop/check"_s, form);
    QCOMPARE(page.status, 200);
    QCOMPARE(page.hidden().value(field), value);
}

void TestShopInput::hostileTextIsShownAsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("script") << u"<script>alert(1)</script>"_s;
    QTest::newRow("attribute") << u"\" onfocus=\"alert(1)"_s;
    QTest::newRow("quote") << u"' OR '1'='1"_s;
    QTest::newRow("sql") << u"'); DROP TABLE orders;--"_s;
    QTest::newRow("template") << u"{{shopName}} {{{x}}} {{#tr}}"_s;
    QTest::newRow("percent") << u"%1 %2 %n &amp;"_s;
}

void TestShopInput::hostileTextIsShownAsText()
{
    QFETCH(QString, text);
    Fields form = ShopFixture::goodForm(testWindow(1, 14));
    for (const QString &field : {u"toName"_s, u"address"_s, u"detail"_s, u"card"_s, u"fromName"_s,
                                 u"ribbonText"_s, u"ribbonSender"_s, u"request"_s})
        form.insert(field, text);
    Browser browser = m_shop->browser();
    const Page check = browser.post(u"/shop/check"_s, form);
    QCOMPARE(check.status, 200);
    QVERIFY(check.says(text.toHtmlEscaped().replace(u"'"_s, u"&apos;"_s)));
    QCOMPARE(check.hidden().value(u"card"_s), text);
    form.remove(u"privacy"_s);
    const Page again = browser.post(u"/shop/check"_s, form);
    QCOMPARE(again.status, 422);
    QCOMPARE(again.shownValue(u"toName"_s), text);
    QCOMPARE(again.shownValue(u"card"_s), text);
    for (const Page *page : {&check, &again})
        QVERIFY(!page->says(u"<script>"_s) && !page->says(u" onfocus=\"alert"_s));
}

void TestShopInput::brokenBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("broken escape") << "item=1&toName=%zz"_ba << 422;
    QTest::newRow("invalid UTF-8") << "item=1&toName=%ff%fe"_ba << 422;
    QTest::newRow("lone surrogate") << "item=1&toName=%ed%a0%80"_ba << 422;
    QTest::newRow("nothing") << ""_ba << 404;
    QTest::newRow("large") << "item=1&card="_ba + QByteArray(10 * 1024 * 1024, 'a') << 413;
}

void TestShopInput::brokenBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    Browser browser = m_shop->browser();
    const Page page = browser.postRaw(u"/shop/check"_s, body);
    QCOMPARE(page.status, status);
    QCOMPARE(browser.get(u"/"_s).status, 200);
    QVERIFY(m_shop->orders().empty());
}

void TestShopInput::selfCopiesTheSender()
{
    Fields form = ShopFixture::goodForm(testWindow(1, 14));
    form.insert(u"self"_s, u"1"_s);
    form.remove(u"toName"_s);
    form.remove(u"toPhone"_s);
    Browser browser = m_shop->browser();
    const Page page = browser.post(u"/shop/check"_s, form);
    QCOMPARE(page.status, 200);
    form.remove(u"fromName"_s);
    const Page missing = browser.post(u"/shop/check"_s, form);
    QCOMPARE(missing.errors().keys(), QStringList{u"fromName"_s});
}

void TestShopInput::backToTheFormKeepsEverything()
{
    Fields form = ShopFixture::goodForm(testWindow(1, 14));
    form.insert(u"card"_s, u"첫 줄\r\n둘째 줄"_s);
    Browser browser = m_shop->browser();
    Fields carried = browser.post(u"/shop/check"_s, form).hidden();
    carried.insert(u"focus"_s, u"card"_s);
    const Page back = browser.post(u"/shop/order"_s, carried);
    QCOMPARE(back.status, 200);
    QCOMPARE(back.title(), u"주문서"_s);
    for (const QString &field :
         {u"toName"_s, u"toPhone"_s, u"address"_s, u"detail"_s, u"fromName"_s, u"fromPhone"_s})
        QCOMPARE(back.shownValue(field), form.value(field));
    QCOMPARE(back.shownValue(u"card"_s), u"첫 줄\n둘째 줄"_s);
    QVERIFY(back.says(u"name=\"privacy\" value=\"1\" required checked"_s));
    QCOMPARE(back.hidden().value(u"window"_s), testWindow(1, 14));
    carried.insert(u"choose"_s, u"1"_s);
    const Page choose = browser.post(u"/shop/order"_s, carried);
    QVERIFY(choose.says(u"<select id=\"window\""_s));
    QVERIFY(choose.says(u"value=\"%1\" selected"_s.arg(testWindow(1, 14))));
    QVERIFY(!choose.says(u"2025-05-11T"_s)); // closed that day
}

void TestShopInput::unknownFlowersAreNotFound()
{
    Browser browser = m_shop->browser();
    for (const QString &path :
         {u"/shop/items/99"_s, u"/shop/items/x"_s, u"/shop/items/%1"_s.arg(HiddenRose),
          u"/shop/order?item=99"_s, u"/shop/order"_s}) {
        const Page page = browser.get(path);
        QCOMPARE(page.status, 404);
        QVERIFY(page.says(u"찾는 페이지가 없어요"_s));
    }
    QCOMPARE(browser.post(u"/shop/check"_s, {{u"item"_s, u"99"_s}}).status, 404);
}

QTEST_GUILESS_MAIN(TestShopInput)
#include "tst_shopinput.moc"
