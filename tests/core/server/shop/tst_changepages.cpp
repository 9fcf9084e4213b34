// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/web/shopfixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// What a customer is shown of a florist's edit, and what an answer does. No page needs JavaScript.
class TestChangePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theExtraIsShownAndPaid();
    void keptAsItIs();
    void aYesWithoutMoney();
    void cheaperWithAYes();
    void inEnglish();
    void nobodyElseAnswers();
    void anOldPageAnswersNothing();
    void theProviderIsAway();
    void itPassesByItself();

private:
    static OrderEdit qtyEdit(int qty, bool asksFirst = false)
    {
        OrderEdit edit;
        edit.qty = qty;
        edit.asksFirst = asksFirst;
        return edit;
    }
    /// The hidden values of the form in question: the page has several.
    Fields answerOf(const Page &page, const QString &answer)
    {
        Fields fields = page.hidden();
        fields.insert(u"answer"_s, answer);
        return fields;
    }

    std::unique_ptr<ShopFixture> m_shop;
    std::unique_ptr<Browser> m_browser;
    QString m_path;
};

void TestChangePages::init()
{
    m_shop = std::make_unique<ShopFixture>();
    m_browser.reset(new Browser(m_shop->browser())); // cannot be moved
    m_path = m_shop->paidOrder(*m_browser, ShopFixture::goodForm(testWindow(0, 16)));
    QVERIFY2(m_path.startsWith(u"/t/"_s), qUtf8Printable(m_path));
}

void TestChangePages::cleanup()
{
    m_browser.reset();
    m_shop.reset();
}

void TestChangePages::theExtraIsShownAndPaid()
{
    const Page quiet = m_browser->get(m_path);
    QVERIFY(!quiet.says(u"id=\"change\""_s));
    m_shop->edited(1, qtyEdit(2));
    const Page page = m_browser->get(m_path);
    for (const QString &part :
         {u"꽃집이 이렇게 바꾸려고 해요"_s, u"작약 한아름 꽃다발 × 1 → 작약 한아름 꽃다발 × 2"_s,
          u"89,000원 → 178,000원"_s, u"89,000원만 더 결제하면 이렇게 바뀌어요."_s,
          u"89,000원 결제하기"_s, u"괜찮아요, 그대로"_s})
        QVERIFY2(page.says(part), qUtf8Printable(part));
    QVERIFY(page.headers.value("etag") != quiet.headers.value("etag"));
    // Looking changes nothing: chat programs fetch links.
    QCOMPARE(m_shop->onlyOrder().qty, 1);

    const QString hosted =
        m_browser->post(m_path + u"/change"_s, answerOf(page, u"yes"_s)).location();
    QVERIFY2(hosted.startsWith(u"/sandbox/pay/"_s), qUtf8Printable(hosted));
    QCOMPARE(m_shop->onlyOrder().qty, 1);
    // Pressed twice it is the same payment.
    QCOMPARE(m_browser->post(m_path + u"/change"_s, answerOf(page, u"yes"_s)).location(), hosted);
    const Page decided = m_browser->post(hosted, {{u"decision"_s, u"approve"_s}});
    QCOMPARE(m_browser->get(decided.location()).location(), m_path);
    const Order order = m_shop->onlyOrder();
    QCOMPARE(order.qty, 2);
    QCOMPARE(order.total.minor, 178'000);
    QCOMPARE(order.payment, PaymentState::Paid);
    QVERIFY(!m_browser->get(m_path).says(u"id=\"change\""_s));
    QCOMPARE(m_shop->ledger(1).attempts.size(), 2U);
}

void TestChangePages::keptAsItIs()
{
    m_shop->edited(1, qtyEdit(2));
    const Page page = m_browser->get(m_path);
    const Page answered = m_browser->post(m_path + u"/change"_s, answerOf(page, u"no"_s));
    QCOMPARE(answered.status, 303);
    QCOMPARE(answered.location(), m_path);
    QCOMPARE(m_shop->onlyOrder().pendingEdit->state, PendingState::Declined);
    const Page after = m_browser->get(m_path);
    QVERIFY(after.says(u"주문을 그대로 두기로 하셨어요."_s) && !after.says(u"id=\"change\""_s));
}

void TestChangePages::aYesWithoutMoney()
{
    OrderEdit edit;
    edit.window = DeliveryWindow::fromKey(testWindow(1, 16));
    edit.cardMessage = u"늘 고마워요"_s;
    edit.asksFirst = true;
    m_shop->edited(1, edit);
    const Page page = m_browser->get(m_path);
    QVERIFY(page.says(u"금액은 그대로예요."_s) && page.says(u"네, 바꿔 주세요"_s));
    QVERIFY(page.says(u"카드나 받는 분 정보도 바뀌어요."_s));
    QCOMPARE(m_browser->post(m_path + u"/change"_s, answerOf(page, u"yes"_s)).location(), m_path);
    QCOMPARE(m_shop->onlyOrder().window, edit.window);
}

void TestChangePages::cheaperWithAYes()
{
    m_shop->edited(1, qtyEdit(2));
    Page page = m_browser->get(m_path);
    const QString hosted =
        m_browser->post(m_path + u"/change"_s, answerOf(page, u"yes"_s)).location();
    const Page decided = m_browser->post(hosted, {{u"decision"_s, u"approve"_s}});
    m_browser->get(decided.location());
    m_shop->edited(1, qtyEdit(1, true));
    page = m_browser->get(m_path);
    QVERIFY(page.says(u"바꾸면 89,000원 돌려 드려요."_s));
    m_browser->post(m_path + u"/change"_s, answerOf(page, u"yes"_s));
    m_shop->settleTasks();
    const Order order = m_shop->onlyOrder();
    QCOMPARE(order.total.minor, 89'000);
    QCOMPARE(m_shop->ledger(1).refunds.size(), 1U);
    QCOMPARE(m_shop->ledger(1).refunds.front().state, RefundState::Refunded);
}

void TestChangePages::inEnglish()
{
    m_shop->edited(1, qtyEdit(2));
    const Page page = m_browser->get(u"/en"_s + m_path);
    for (const QString &part : {u"The florist would like to change this"_s, u"Pay ₩89,000"_s,
                                u"No thanks, keep it"_s, u"Please answer by"_s})
        QVERIFY2(page.says(part), qUtf8Printable(part));
    const QString hosted =
        m_browser->post(u"/en"_s + m_path + u"/change"_s, answerOf(page, u"yes"_s)).location();
    QVERIFY2(hosted.startsWith(u"/en/sandbox/pay/"_s), qUtf8Printable(hosted));
}

void TestChangePages::nobodyElseAnswers()
{
    m_shop->edited(1, qtyEdit(2));
    Fields fields = answerOf(m_browser->get(m_path), u"no"_s);
    const QString path = m_path + u"/change"_s;
    QCOMPARE(m_browser->post(path, fields, {{"Origin", "https://elsewhere.example"}}).status, 403);
    fields.insert(u"csrf"_s, u"wrong"_s);
    QCOMPARE(m_browser->post(path, fields).status, 403);
    QCOMPARE(m_browser->post(u"/t/AAAAAAAAAAAA/change"_s, fields).status, 404);
    QCOMPARE(m_shop->onlyOrder().pendingEdit->state, PendingState::Waiting);
}

void TestChangePages::anOldPageAnswersNothing()
{
    m_shop->edited(1, qtyEdit(2));
    const Page old = m_browser->get(m_path);
    m_shop->edited(1, qtyEdit(3));
    for (const QString &answer : {u"yes"_s, u"no"_s}) {
        const Page answered = m_browser->post(m_path + u"/change"_s, answerOf(old, answer));
        QCOMPARE(answered.location(), m_path);
    }
    QCOMPARE(m_shop->onlyOrder().pendingEdit->state, PendingState::Waiting);
    QCOMPARE(m_shop->onlyOrder().qty, 1);
}

void TestChangePages::theProviderIsAway()
{
    m_shop->edited(1, qtyEdit(2));
    const Page page = m_browser->get(m_path);
    m_shop->gateway->reachable = false;
    const Page away = m_browser->post(m_path + u"/change"_s, answerOf(page, u"yes"_s));
    QCOMPARE(away.status, 503);
    QVERIFY(away.says(u"돈은 나가지 않았고 주문도 그대로예요."_s));
    QCOMPARE(m_shop->onlyOrder().pendingEdit->state, PendingState::Waiting);
}

void TestChangePages::itPassesByItself()
{
    m_shop->edited(1, qtyEdit(2));
    const Page page = m_browser->get(m_path);
    m_shop->clock.advance(server::answerMs);
    QVERIFY(!m_browser->get(m_path).says(u"id=\"change\""_s));
    const Page answered = m_browser->post(m_path + u"/change"_s, answerOf(page, u"yes"_s));
    QCOMPARE(answered.location(), m_path);
    QCOMPARE(m_shop->onlyOrder().qty, 1);
}

QTEST_GUILESS_MAIN(TestChangePages)
#include "tst_changepages.moc"
