// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/web/shopfixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// An order through its whole life by forms alone, and everything that must stay one order.
class TestShopFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<ShopFixture>(); }

    void fromMenuToReview();
    void inEnglish();
    void theSwitchKeepsThePage();
    void theSwitchKeepsWhatWasTyped();
    void pressedTwiceIsOneOrderAndOneCharge();
    void theNoticeMayComeFirstOrAlone();
    void theCustomerMayReturnFirst();
    void anApprovalMayComeLate();
    void aHangingProviderLeavesTheCustomerInformed();
    void theSameFormAfterPayingIsTheSameOrder();
    void aNewFormAfterPayingIsANewOrder();
    void anEditedUnpaidDraftReplacesItsOrder();
    void aLostReturnIsPaidAllTheSame();
    void anUnknownOutcomeWaits();
    void declinedAndPaidAgain();
    void cancelRefunds();
    void cancelAfterMakingIsARequest();
    void theLastPlaceGoesOnce();
    void aPageLeftOpenPastTheCutOffIsRefusedBeforePaying();
    void theDailyLimitIsSaidInWords();
    void reviewOnlyOnce();

private:
    std::unique_ptr<ShopFixture> m_shop;
};

void TestShopFlow::fromMenuToReview()
{
    Browser browser = m_shop->browser();
    const Page menu = browser.get(u"/"_s);
    QCOMPARE(menu.status, 200);
    QVERIFY(menu.says(u"작약 한아름 꽃다발"_s) && menu.says(u"89,000원"_s));
    QVERIFY(menu.says(u"오늘 14:00"_s));
    QVERIFY(!menu.says(u">Rose<"_s) && !menu.says(u"AAAA"_s));

    const Page item = browser.get(u"/shop/items/1?d=2025-05-08"_s);
    QCOMPARE(item.status, 200);
    QVERIFY(item.says(u"정기 휴무"_s));
    QVERIFY(item.says(u"1자리 남음"_s) && item.says(u"마감"_s) && item.says(u"가능"_s));

    const QString tracking = m_shop->paidOrder(browser, ShopFixture::goodForm(testWindow(0, 16)));
    QVERIFY(tracking.startsWith(u"/t/"_s));
    QVERIFY(browser.get(tracking).says(u"꽃집이 주문을 받았어요"_s));
    const Order order = m_shop->onlyOrder();
    QCOMPARE(order.state, OrderState::Paid);
    QCOMPARE(order.recipient.phone, u"01023456789"_s);
    QCOMPARE(order.total.minor, 89'000);

    for (const auto &[verb, headline] : {std::pair{Verb::StartMaking, u"꽃을 만들고 있어요"_s},
                                         {Verb::MarkMade, u"꽃이 완성됐어요"_s},
                                         {Verb::StartDelivery, u"지금 배송 중이에요"_s},
                                         {Verb::CompleteDelivery, u"잘 전해 드렸어요"_s}}) {
        m_shop->moved(order.id, verb);
        const Page page = browser.get(tracking);
        QVERIFY2(page.says(headline), page.body.constData());
        QVERIFY(page.says(u"aria-current=\"step\""_s));
        QVERIFY(page.says(u"김*연 · 서울 강남구"_s));
        QVERIFY(!page.says(u"김서연"_s) && !page.says(u"역삼로"_s) && !page.says(u"2345"_s));
    }
    const QString review = QString(tracking).replace(u"/t/"_s, u"/r/"_s);
    Fields fields = browser.get(review).hidden();
    fields.insert(u"rating"_s, u"5"_s);
    fields.insert(u"text"_s, u"정말 예쁘고 향도 좋았어요!"_s);
    QCOMPARE(browser.post(review, fields).status, 303);
    QVERIFY(browser.get(u"/shop/items/1"_s).says(u"정말 예쁘고 향도 좋았어요!"_s));
    QVERIFY(browser.get(u"/shop/items/1"_s).says(u"이*"_s));
}

void TestShopFlow::inEnglish()
{
    Browser browser = m_shop->browser();
    QVERIFY(browser.get(u"/en"_s).says(u"Armful of peonies"_s));
    QVERIFY(browser.get(u"/en"_s).says(u"₩89,000"_s));
    const Page slash = browser.get(u"/en/"_s);
    QCOMPARE(slash.status, 301);
    QCOMPARE(slash.location(), u"/en"_s);
    const Page item = browser.get(u"/en/shop/items/1?d=2025-05-08"_s);
    QVERIFY(item.says(u"Delivery times on Thu 8 May"_s) && item.says(u"lang=\"en\""_s));
    QVERIFY(item.says(u"href=\"/shop/items/1?d=2025-05-08\""_s)); // the same page in Korean
    browser.get(u"/en/shop/order?item=1"_s);
    Fields carried =
        browser.post(u"/en/shop/check"_s, ShopFixture::goodForm(testWindow(1, 14))).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    const QString hosted = browser.post(u"/en/shop/checkout"_s, carried).location();
    QVERIFY(hosted.startsWith(u"/en/sandbox/pay/"_s));
    const Page decided = browser.post(hosted, {{u"decision"_s, u"approve"_s}});
    const QString tracking = browser.get(decided.location()).location();
    QVERIFY2(tracking.startsWith(u"/en/t/"_s), qUtf8Printable(tracking));
    QVERIFY(browser.get(tracking).says(u"The shop has your order"_s));
    QVERIFY(browser.get(tracking).says(u"Due tomorrow 14:00–16:00"_s));
}

void TestShopFlow::theSwitchKeepsThePage()
{
    Browser browser = m_shop->browser();
    browser.get(u"/shop/order?item=1"_s);
    Fields carried =
        browser.post(u"/shop/check"_s, ShopFixture::goodForm(testWindow(1, 14))).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    const QString hosted = browser.post(u"/shop/checkout"_s, carried).location();
    const QString tracking =
        browser.get(browser.post(hosted, {{u"decision"_s, u"approve"_s}}).location()).location();
    for (const QString &path : {u"/shop/items/1?d=2025-05-08"_s, u"/my"_s, u"/privacy"_s,
                                u"/refunds"_s, u"/nothing/at all"_s, hosted, tracking}) {
        const QString written = QString(path).replace(u' ', u"%20"_s);
        QVERIFY2(browser.get(written).says(u"href=\"/en"_s + written + u'"'), qUtf8Printable(path));
        QVERIFY2(browser.get(u"/en"_s + written).says(u"href=\""_s + written + u"\" lang=\"ko\""),
                 qUtf8Printable(path));
    }
    QVERIFY(browser.get(u"/"_s).says(u"href=\"/en\" lang=\"en\""_s));
    QVERIFY(browser.get(u"/en"_s).says(u"href=\"/\" lang=\"ko\""_s));
    // Two slashes would lead to another host.
    QVERIFY(browser.get(u"/en//example.org"_s).says(u"href=\"/\" lang=\"ko\""_s));
}

void TestShopFlow::theSwitchKeepsWhatWasTyped()
{
    Browser browser = m_shop->browser();
    Fields fields = ShopFixture::goodForm(testWindow(1, 14));
    fields.insert(u"toName"_s, u"박지우"_s);
    const Page form = browser.post(u"/shop/order"_s, fields);
    QVERIFY(form.says(u"form=\"order\" formaction=\"/en/shop/order\""_s));
    const Page english = browser.post(u"/en/shop/order"_s, fields);
    QVERIFY(english.says(u"value=\"박지우\""_s) && english.says(u"lang=\"en\""_s));
    QVERIFY(english.says(u"formaction=\"/shop/order\""_s));
    // Whoever presses Enter in a field goes on, and does not change the language.
    const QString text = QString::fromUtf8(form.body);
    QVERIFY(text.indexOf(u"<button class=\"visually-hidden\" form=\"order\""_s)
            < text.indexOf(u"formaction=\"/en/shop/order\""_s));

    const Page check = browser.post(u"/shop/check"_s, fields);
    QVERIFY(check.says(u"form=\"back\" formaction=\"/en/shop/check\""_s));
    const Page checkedInEnglish = browser.post(u"/en/shop/check"_s, check.hidden());
    QCOMPARE(checkedInEnglish.status, 200);
    QVERIFY(checkedInEnglish.says(u"박지우"_s) && checkedInEnglish.says(u"Check your order"_s));

    // While the window is still to be chosen, it still is in the other language.
    fields.remove(u"window"_s);
    QVERIFY(browser.post(u"/en/shop/order"_s, fields).says(u"<select id=\"window\""_s));
}

void TestShopFlow::pressedTwiceIsOneOrderAndOneCharge()
{
    Browser browser = m_shop->browser();
    browser.get(u"/shop/order?item=1"_s);
    Fields carried =
        browser.post(u"/shop/check"_s, ShopFixture::goodForm(testWindow(0, 16))).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    const QString first = browser.post(u"/shop/checkout"_s, carried).location();
    const QString second = browser.post(u"/shop/checkout"_s, carried).location();
    QVERIFY(first.startsWith(u"/sandbox/pay/"_s));
    QCOMPARE(second, first);
    for (int i = 0; i < 2; ++i) {
        const Page decided = browser.post(first, {{u"decision"_s, u"approve"_s}});
        QCOMPARE(browser.get(decided.location()).status, 303);
    }
    const Order order = m_shop->onlyOrder();
    QCOMPARE(order.state, OrderState::Paid);
    const auto ledger = m_shop->ledger(order.id);
    QCOMPARE(ledger.attempts.size(), 1u);
    QVERIFY(ledger.refunds.empty());
}

void TestShopFlow::theNoticeMayComeFirstOrAlone()
{
    Browser browser = m_shop->browser();
    const QString hosted = m_shop->orderTo(browser, ShopFixture::goodForm(testWindow(0, 16)));
    QCOMPARE(browser.post(hosted, {{u"decision"_s, u"noticeOnly"_s}}).location(), hosted);
    QTRY_COMPARE(m_shop->onlyOrder().state, OrderState::Paid);
    const Page stays = browser.get(hosted);
    QVERIFY(stays.says(u"승인한 결제예요."_s));
    // The customer returns after all.
    const QString attempt = m_shop->ledger(1).attempts.front().id;
    QVERIFY(browser.get(u"/shop/return/"_s + attempt).location().startsWith(u"/t/"_s));
    QCOMPARE(m_shop->ledger(1).attempts.size(), 1u);
}

void TestShopFlow::theCustomerMayReturnFirst()
{
    Browser browser = m_shop->browser();
    const QString hosted = m_shop->orderTo(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const Page decided = browser.post(hosted, {{u"decision"_s, u"returnFirst"_s}});
    browser.get(decided.location());
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Paid);
    m_shop->settleTasks(); // the notice still comes, and changes nothing
    QCOMPARE(m_shop->ledger(1).attempts.size(), 1u);
    QVERIFY(m_shop->ledger(1).refunds.empty());
}

void TestShopFlow::anApprovalMayComeLate()
{
    Browser browser = m_shop->browser();
    const QString hosted = m_shop->orderTo(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const QString back = browser.post(hosted, {{u"decision"_s, u"late"_s}}).location();
    const QString tracking = browser.get(back).location();
    const Page waiting = browser.get(tracking);
    QVERIFY(waiting.says(u"결제를 확인하고 있어요"_s));
    QVERIFY(!waiting.says(u"결제하기"_s)); // nobody is asked to pay a second time
    m_shop->clock.advance(1000);
    browser.get(back);
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Paid);
}

void TestShopFlow::aHangingProviderLeavesTheCustomerInformed()
{
    Browser browser = m_shop->browser();
    const QString hosted = m_shop->orderTo(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const QString back = browser.post(hosted, {{u"decision"_s, u"hang"_s}}).location();
    const Page waiting = browser.get(back);
    QCOMPARE(waiting.status, 200);
    QVERIFY(waiting.says(u"결제를 확인하고 있어요"_s));
    QCOMPARE(m_shop->onlyOrder().payment, PaymentState::Unknown);
    m_shop->clock.advance(1000);
    QVERIFY(browser.get(back).location().startsWith(u"/t/"_s));
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Paid);
}

void TestShopFlow::theSameFormAfterPayingIsTheSameOrder()
{
    Browser browser = m_shop->browser();
    browser.get(u"/shop/order?item=1"_s);
    Fields carried =
        browser.post(u"/shop/check"_s, ShopFixture::goodForm(testWindow(0, 16))).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    const QString hosted = browser.post(u"/shop/checkout"_s, carried).location();
    browser.post(hosted, {{u"decision"_s, u"approve"_s}});
    QTRY_COMPARE(m_shop->onlyOrder().state, OrderState::Paid);
    // The way back from the provider was lost, so the draft is still there: back, and pressed
    // again.
    QVERIFY(browser.post(u"/shop/checkout"_s, carried).location().startsWith(u"/t/"_s));
    QCOMPARE(m_shop->orders().size(), 1u);
}

void TestShopFlow::aNewFormAfterPayingIsANewOrder()
{
    Browser browser = m_shop->browser();
    const QString first = m_shop->paidOrder(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const QString second = m_shop->paidOrder(browser, ShopFixture::goodForm(testWindow(0, 16)));
    QVERIFY(first.startsWith(u"/t/"_s) && second.startsWith(u"/t/"_s));
    QVERIFY(first != second);
    QCOMPARE(m_shop->orders().size(), 2u);
}

void TestShopFlow::anEditedUnpaidDraftReplacesItsOrder()
{
    Browser browser = m_shop->browser();
    Fields form = ShopFixture::goodForm(testWindow(0, 18)); // one place only
    const QString first = m_shop->orderTo(browser, form);
    form.insert(u"card"_s, u"다른 말"_s);
    form.insert(u"window"_s, testWindow(0, 16));
    const QString second = m_shop->orderTo(browser, form);
    QVERIFY(first != second);
    const auto orders = m_shop->orders();
    QCOMPARE(orders.size(), 2u);
    QCOMPARE(orders[0].state, OrderState::Cancelled);
    QCOMPARE(orders[1].state, OrderState::Received);
    QCOMPARE(orders[1].cardMessage, u"다른 말"_s);
    // The place of the first is free again.
    QVERIFY(browser.get(u"/shop/items/1?d=2025-05-08"_s).says(u"1자리 남음"_s));
    // Money that comes for the replaced order goes back.
    browser.get(browser.post(first, {{u"decision"_s, u"approve"_s}}).location());
    QTRY_COMPARE(m_shop->ledger(orders[0].id).refunds.size(), 1u);
    QCOMPARE(m_shop->orders()[0].state, OrderState::Cancelled);
}

void TestShopFlow::aLostReturnIsPaidAllTheSame()
{
    Browser browser = m_shop->browser();
    const QString hosted = m_shop->orderTo(browser, ShopFixture::goodForm(testWindow(0, 16)));
    browser.post(hosted, {{u"decision"_s, u"approve"_s}}); // and nobody follows
    QTRY_COMPARE(m_shop->onlyOrder().state, OrderState::Paid);
}

void TestShopFlow::anUnknownOutcomeWaits()
{
    Browser browser = m_shop->browser();
    const QString hosted = m_shop->orderTo(browser, ShopFixture::goodForm(testWindow(0, 16)));
    m_shop->gateway->reachable = false;
    const QString back = browser.post(hosted, {{u"decision"_s, u"approve"_s}}).location();
    const Page waiting = browser.get(back);
    QCOMPARE(waiting.status, 200);
    QVERIFY(waiting.says(u"결제를 확인하고 있어요"_s));
    QVERIFY(waiting.says(u"http-equiv=\"refresh\" content=\"5\""_s)
            && waiting.says(u"02-555-0100"_s));
    m_shop->gateway->reachable = true;
    QVERIFY(browser.get(back).location().startsWith(u"/t/"_s));
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Paid);
}

void TestShopFlow::declinedAndPaidAgain()
{
    Browser browser = m_shop->browser();
    const QString hosted = m_shop->orderTo(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const QString back = browser.post(hosted, {{u"decision"_s, u"decline"_s}}).location();
    const QString tracking = browser.get(back).location();
    const Page failed = browser.get(tracking);
    QVERIFY(failed.says(u"결제가 안 됐어요. 주문 내용은 그대로 있어요"_s)
            && failed.says(u"다시 결제"_s));
    const QString again = browser.post(tracking + u"/pay"_s, failed.hidden()).location();
    QVERIFY(again.startsWith(u"/sandbox/pay/"_s) && again != hosted);
    browser.get(browser.post(again, {{u"decision"_s, u"approve"_s}}).location());
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Paid);
    QCOMPARE(browser.post(tracking + u"/pay"_s, failed.hidden()).location(), tracking);
}

void TestShopFlow::cancelRefunds()
{
    Browser browser = m_shop->browser();
    const QString tracking = m_shop->paidOrder(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const Page page = browser.get(tracking);
    QVERIFY(page.says(u"89,000원 환불받고 취소"_s));
    Fields fields = page.hidden();
    fields.insert(u"reason"_s, u"마음이 바뀌었어요"_s);
    QCOMPARE(browser.post(tracking + u"/cancel"_s, fields).location(), tracking);
    QTRY_COMPARE(m_shop->onlyOrder().payment, PaymentState::Refunded);
    const Page cancelled = browser.get(tracking);
    QVERIFY(cancelled.says(u"주문이 취소됐어요"_s) && cancelled.says(u"환불완료"_s));
    QVERIFY(!cancelled.says(u"track.js"_s)); // finished: nothing left to wait for
    QVERIFY(cancelled.says(u"class=\"button button-primary\" href=\"/\""_s)); // but a way on
    // Pressed twice: one refund, and the page says how it stands.
    QCOMPARE(browser.post(tracking + u"/cancel"_s, fields).status, 409);
    QCOMPARE(m_shop->ledger(m_shop->onlyOrder().id).refunds.size(), 1u);
}

void TestShopFlow::cancelAfterMakingIsARequest()
{
    Browser browser = m_shop->browser();
    const QString tracking = m_shop->paidOrder(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const Fields early = browser.get(tracking).hidden();
    const qint64 id = m_shop->onlyOrder().id;
    m_shop->moved(id, Verb::StartMaking);
    const Page tooLate = browser.post(tracking + u"/cancel"_s, early);
    QCOMPARE(tooLate.status, 409);
    QVERIFY(tooLate.says(u"그 사이 주문 상태가 바뀌었어요"_s) && tooLate.says(u"취소 요청하기"_s));
    Fields ask = tooLate.hidden();
    ask.insert(u"reason"_s, u"급한 일이 생겼어요"_s);
    QCOMPARE(browser.post(tracking + u"/cancel"_s, ask).status, 303);
    const Order order = m_shop->onlyOrder();
    QCOMPARE(order.state, OrderState::Making);
    QVERIFY(order.cancelRequestedAtMs > 0);
    QVERIFY(browser.get(tracking).says(u"취소를 요청하셨어요"_s));
}

void TestShopFlow::theLastPlaceGoesOnce()
{
    Browser first = m_shop->browser();
    Browser second = m_shop->browser();
    const Fields form = ShopFixture::goodForm(testWindow(0, 18));
    second.get(u"/shop/order?item=1"_s);
    Fields others = form;
    others.insert(u"fromPhone"_s, u"010-7777-8888"_s); // the same phone would replace its own order
    Fields carried = second.post(u"/shop/check"_s, others).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    QVERIFY(m_shop->orderTo(first, form).startsWith(u"/sandbox/"_s));
    const Page refused = second.post(u"/shop/checkout"_s, carried);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.errors().value(u"window"_s),
             u"그 시간은 방금 마감됐어요. 가장 가까운 시간은 14–16시예요"_s);
    QCOMPARE(refused.shownValue(u"toName"_s), u"김서연"_s);
    QVERIFY(refused.says(u"<select id=\"window\""_s));
    QCOMPARE(m_shop->orders().size(), 1u);
}

void TestShopFlow::aPageLeftOpenPastTheCutOffIsRefusedBeforePaying()
{
    Browser browser = m_shop->browser();
    browser.get(u"/shop/order?item=1"_s);
    Fields carried =
        browser.post(u"/shop/check"_s, ShopFixture::goodForm(testWindow(0, 14))).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    m_shop->clock.advance(30 * minuteMs); // 13:00, the cut-off itself
    const Page refused = browser.post(u"/shop/checkout"_s, carried);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.errors().value(u"window"_s),
             u"그 시간은 주문이 마감됐어요. 다른 시간을 골라 주세요"_s);
    QVERIFY(m_shop->orders().empty());
}

void TestShopFlow::theDailyLimitIsSaidInWords()
{
    Browser browser = m_shop->browser();
    Fields form = ShopFixture::goodForm(testWindow(0, 16));
    form.insert(u"item"_s, QString::number(Limited));
    form.insert(u"qty"_s, QString::number(testDailyLimit + 1));
    browser.get(u"/shop/order?item=4"_s);
    Fields carried = browser.post(u"/shop/check"_s, form).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    const Page refused = browser.post(u"/shop/checkout"_s, carried);
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.errors().value(u"qty"_s).startsWith(u"그날 만들 수 있는 수량이 다 찼어요"_s));
    QVERIFY(m_shop->orders().empty());
}

void TestShopFlow::reviewOnlyOnce()
{
    Browser browser = m_shop->browser();
    const QString tracking = m_shop->paidOrder(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const QString review = QString(tracking).replace(u"/t/"_s, u"/r/"_s);
    QVERIFY(browser.get(review).says(u"꽃이 도착하면 후기를 남길 수 있어요."_s));
    const qint64 id = m_shop->onlyOrder().id;
    for (const Verb verb :
         {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery, Verb::CompleteDelivery})
        m_shop->moved(id, verb);
    Fields fields = browser.get(review).hidden();
    const Page empty = browser.post(review, fields);
    QCOMPARE(empty.status, 422);
    QCOMPARE(empty.title(), u"오류: 후기"_s);
    QCOMPARE(empty.errors().value(u"rating"_s), u"별점을 골라 주세요"_s);
    fields.insert(u"rating"_s, u"4"_s);
    fields.insert(u"text"_s, u"짧아요"_s);
    const Page shortText = browser.post(review, fields);
    QCOMPARE(shortText.errors().value(u"text"_s), u"후기를 10자 이상 적어 주세요"_s);
    QCOMPARE(shortText.shownValue(u"text"_s), u"짧아요"_s);
    fields.insert(u"text"_s, u"<script>alert(1)</script> 향이 좋아요"_s);
    QCOMPARE(browser.post(review, fields).location(), review);
    fields.insert(u"text"_s, u"두 번째 후기는 실리지 않아요"_s);
    QCOMPARE(browser.post(review, fields).location(), review);
    const Page item = browser.get(u"/shop/items/1"_s);
    QVERIFY(item.says(u"&lt;script&gt;alert(1)&lt;/script&gt; 향이 좋아요"_s));
    QVERIFY(!item.says(u"<script>"_s) && !item.says(u"두 번째 후기"_s));
}

QTEST_GUILESS_MAIN(TestShopFlow)
#include "tst_shopflow.moc"
