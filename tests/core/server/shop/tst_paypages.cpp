// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeclock.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/payshop/payshop.h"
#include "tests/support/web/shopfixture.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// The pay page of our own, and what the order's page says of a deposit, without a browser that
/// runs scripts: the provider's widget is played by its control calls.
class TestPayPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_shop.reset(); }

    void showsWhatIsPaid();
    void onlyThisPageLetsTheProviderIn();
    void inEnglish();
    void paid();
    void givenUp();
    void expired();
    void anotherWay();
    void nobodyElseChangesTheWay();
    void aDepositIsAwaited();
    void aDepositThatComesTooLate();
    void aDepositThatWasCalledOff();
    void noSuchAttempt();

private:
    /// An order up to its pay page; answers that page's address.
    QString payPage(Browser &browser)
    {
        const QDate tomorrow = testShop().today(m_clock.nowMs()).addDays(1);
        const QString window = DeliveryWindow{tomorrow, 14 * 60, 16 * 60}.key();
        browser.get(u"/shop/order?item=1"_s);
        Fields carried = browser.post(u"/shop/check"_s, ShopFixture::goodForm(window)).hidden();
        carried.insert(u"agree"_s, u"1"_s);
        return browser.post(u"/shop/checkout"_s, carried).location();
    }
    /// The widget's end: where the customer is sent, as path and query.
    QString agreed(const QString &payPage, QJsonObject wish = {})
    {
        const QString attempt = payPage.section(u'/', -1);
        wish.insert(u"orderId"_s, attempt);
        wish.insert(u"amount"_s, 89'000);
        wish.insert(u"successUrl"_s, QString(m_shop->url + u"/shop/return/"_s + attempt));
        wish.insert(u"failUrl"_s, wish[u"successUrl"_s]);
        const QUrl back(
            m_toss.control(u"toss/authenticate"_s, wish).json()[u"location"_s].toString());
        return back.path() + u'?' + back.query(QUrl::FullyEncoded);
    }
    /// Of the window that payPage() takes.
    static qint64 cutOffMs(const QDate &day)
    {
        return QDateTime(day, QTime(13, 0), testShop().zone).toMSecsSinceEpoch();
    }
    Order order()
    {
        auto found = m_shop->orders.find(1);
        found.waitForFinished();
        return found.takeResult().value();
    }

    FakeProvider m_toss;
    FakeClock m_clock;
    std::unique_ptr<PayShop> m_shop;
};

void TestPayPages::initTestCase()
{
    initTranslationResources();
    server::initShopResources();
    QVERIFY2(m_toss.start(), m_toss.log().constData());
}

void TestPayPages::init()
{
    QVERIFY(m_toss.reset());
    m_clock.set(SystemClock().nowMs()); // the stand-in lives in the machine's time
    m_shop = std::make_unique<PayShop>(m_clock, m_toss.url().toString());
}

void TestPayPages::showsWhatIsPaid()
{
    Browser browser(m_shop->port);
    const QString path = payPage(browser);
    QVERIFY2(path.startsWith(u"/shop/pay/"_s), qUtf8Printable(path));
    const Page page = browser.get(path);
    QCOMPARE(page.status, 200);
    const QString attempt = path.section(u'/', -1);
    for (const QString &part :
         {u"89,000원 결제하기"_s, u"작약 한아름 꽃다발 × 1"_s, u"14:00–16:00"_s,
          QString(u"data-order-id=\""_s + attempt + u'"'), u"data-amount=\"89000\""_s,
          u"data-client-key=\"test_gck_petalpost\""_s, u"data-customer-key=\"ANONYMOUS\""_s,
          QString(u"data-success-url=\""_s + m_shop->url + u"/shop/return/"_s + attempt + u'"'),
          QString(u"src=\""_s + m_toss.url().toString() + u"/v2/standard\""_s), u"<noscript>"_s,
          u"시험 결제"_s})
        QVERIFY2(page.says(part), qUtf8Printable(part));
    QVERIFY(!page.says(u"gsk"_s) && !page.says(m_shop->orders.tokenOf(order())));
    QVERIFY(!page.text().contains(QRegularExpression(u"<script(?![^>]*src=)"_s)));
    QCOMPARE(browser.get(path).text().size(), page.text().size()); // again is the same
}

void TestPayPages::onlyThisPageLetsTheProviderIn()
{
    Browser browser(m_shop->port);
    const QString path = payPage(browser);
    const Page page = browser.get(path);
    const QString policy = QString::fromLatin1(page.headers.value("content-security-policy"));
    const QString host = m_toss.url().toString();
    for (const QString &part : {u"script-src 'self' "_s, u"frame-src "_s, u"connect-src 'self' "_s})
        QVERIFY2(policy.contains(part + host), qUtf8Printable(policy));
    QVERIFY(policy.contains(u"default-src 'none'"_s)
            && policy.contains(u"frame-ancestors 'none'"_s));
    QVERIFY(!policy.section(u"script-src"_s, 1).section(u';', 0, 0).contains(u"unsafe"_s));
    QCOMPARE(page.headers.value("cache-control"), "no-store"_ba);
    QCOMPARE(page.headers.value("referrer-policy"), "strict-origin-when-cross-origin"_ba);
    const QString tracking = browser.get(agreed(path)).location();
    for (const QString &other : {u"/"_s, u"/shop/items/1"_s, u"/shop/order?item=1"_s, tracking}) {
        const Page shown = browser.get(other);
        QCOMPARE(shown.status, 200);
        const QString theirs = QString::fromLatin1(shown.headers.value("content-security-policy"));
        QVERIFY2(!theirs.isEmpty() && !theirs.contains(host), qUtf8Printable(other));
    }
}

void TestPayPages::inEnglish()
{
    Browser browser(m_shop->port);
    const Page page = browser.get(u"/en"_s + payPage(browser));
    QCOMPARE(page.status, 200);
    QVERIFY(page.says(u"Armful of peonies"_s) && page.says(u"needs JavaScript"_s));
    QVERIFY(page.says(u"Pay another way"_s));
}

void TestPayPages::paid()
{
    Browser browser(m_shop->port);
    const QString path = payPage(browser);
    const QString back = agreed(path);
    const QString tracking = browser.get(back).location();
    QVERIFY2(tracking.startsWith(u"/t/"_s), qUtf8Printable(tracking));
    QCOMPARE(order().state, OrderState::Paid);
    QCOMPARE(browser.get(back).location(), tracking); // reloaded
    // The page that was left leads on, and takes no second payment.
    const Page again = browser.get(path);
    QCOMPARE(again.status, 303);
    QCOMPARE(browser.get(again.location()).location(), tracking);
    const QJsonArray books = m_toss.books();
    QCOMPARE(books.size(), 1);
    QCOMPARE(books[0][u"captured"_s].toInteger(), 89'000);
}

void TestPayPages::givenUp()
{
    Browser browser(m_shop->port);
    const QString path = payPage(browser);
    const QString tracking =
        browser.get(agreed(path, {{u"code"_s, u"PAY_PROCESS_CANCELED"_s}})).location();
    const Page page = browser.get(tracking);
    QVERIFY(page.says(u"결제가 안 됐어요"_s) && page.says(u"다시 결제"_s));
    QCOMPARE(order().payment, PaymentState::Failed);
    QCOMPARE(browser.get(browser.get(path).location()).location(), tracking);
    // Once more: a new attempt, and so a new page.
    const QString next = browser.post(tracking + u"/pay"_s, page.hidden()).location();
    QVERIFY(next.startsWith(u"/shop/pay/"_s) && next != path);
    browser.get(agreed(next));
    QCOMPARE(order().state, OrderState::Paid);
}

void TestPayPages::expired()
{
    Browser browser(m_shop->port);
    const QString path = payPage(browser);
    m_clock.advance(Shop::unpaidHoldMs + 1);
    const Page page = browser.get(path);
    QCOMPARE(page.status, 410);
    QVERIFY(page.says(u"결제 시간이 지났어요"_s) && !page.says(u"/v2/standard"_s));
    QVERIFY(!page.headers.value("content-security-policy").contains(m_toss.url().toEncoded()));
}

void TestPayPages::anotherWay()
{
    Browser browser(m_shop->port);
    const QString path = payPage(browser);
    Fields fields = browser.get(path).hidden();
    fields.insert(u"gateway"_s, u"sandbox"_s);
    const QString hosted = browser.post(path, fields).location();
    QVERIFY2(hosted.startsWith(u"/sandbox/pay/"_s), qUtf8Printable(hosted));
    browser.get(browser.post(hosted, {{u"decision"_s, u"approve"_s}}).location());
    QCOMPARE(order().state, OrderState::Paid);
    QVERIFY(browser.get(browser.get(path).location()).location().startsWith(u"/t/"_s));
    QVERIFY(m_toss.books().isEmpty());
}

void TestPayPages::nobodyElseChangesTheWay()
{
    Browser browser(m_shop->port);
    const QString path = payPage(browser);
    const Fields good = browser.get(path).hidden();
    Fields fields = good;
    fields.insert(u"gateway"_s, u"sandbox"_s);
    QCOMPARE(browser.post(path, fields, {{"Origin", "https://elsewhere.example"}}).status, 403);
    fields.insert(u"csrf"_s, u"wrong"_s);
    QCOMPARE(browser.post(path, fields).status, 403);
    fields = good;
    fields.insert(u"gateway"_s, u"barter"_s);
    QCOMPARE(browser.post(path, fields).status, 422);
}

void TestPayPages::aDepositIsAwaited()
{
    Browser browser(m_shop->port);
    const QString path = payPage(browser);
    const QString tracking = browser.get(agreed(path, {{u"method"_s, u"가상계좌"_s}})).location();
    const Page page = browser.get(tracking);
    const QString number = [&] {
        auto ledger = m_shop->payments.ledger(1);
        ledger.waitForFinished();
        return ledger.takeResult().value().attempts.at(0).deposit.number;
    }();
    QVERIFY(!number.isEmpty());
    for (const QString &part : {u"입금을 기다리고 있어요"_s, u"우리은행"_s, number, u"89,000원"_s})
        QVERIFY2(page.says(part), qUtf8Printable(part));
    // Toss would take it for a week; the flowers are ordered until an hour before they leave.
    const QDate tomorrow = testShop().today(m_clock.nowMs()).addDays(1);
    QVERIFY(page.says(tomorrow.toString(Qt::ISODate) + u"T13:00:00+09:00"_s));
    QCOMPARE(order().expiresAtMs, cutOffMs(tomorrow));
    QVERIFY(!page.says(u"/pay\""_s)); // nobody is asked to pay a second time
    const Page english = browser.get(u"/en"_s + tracking);
    QVERIFY(english.says(u"Woori Bank"_s) && english.says(u"waiting for your transfer"_s));
    const QByteArray etag = page.headers.value("etag");
    QCOMPARE(browser.get(tracking, {{"If-None-Match", etag}}).status, 304);
    m_toss.control(u"toss/deposit"_s, {{u"orderId"_s, path.section(u'/', -1)}});
    QCOMPARE(browser.get(browser.get(path).location()).location(), tracking);
    QCOMPARE(order().state, OrderState::Paid);
    QVERIFY(!browser.get(tracking).says(number));
}

void TestPayPages::aDepositThatComesTooLate()
{
    Browser browser(m_shop->port);
    const QString path = payPage(browser);
    const QString tracking = browser.get(agreed(path, {{u"method"_s, u"가상계좌"_s}})).location();
    const qint64 cutOff = cutOffMs(testShop().today(m_clock.nowMs()).addDays(1));
    m_clock.set(cutOff - 1);
    QCoro::waitFor(m_shop->reconciler.run());
    QCOMPARE(order().state, OrderState::Received);
    m_clock.set(cutOff + 1);
    QCoro::waitFor(m_shop->reconciler.run());
    QCOMPARE(order().state, OrderState::Expired);
    // The account is closed: nobody can lose money into it.
    const QJsonObject wish{{u"orderId"_s, path.section(u'/', -1)}};
    QVERIFY(m_toss.control(u"toss/deposit"_s, wish).status != 200);
    QCOMPARE(m_toss.books().at(0)[u"state"_s].toString(), u"cancelled"_s);
    QVERIFY(!browser.get(tracking).says(u"id=\"deposit\""_s));
}

void TestPayPages::aDepositThatWasCalledOff()
{
    Browser browser(m_shop->port);
    const QString path = payPage(browser);
    const QString tracking = browser.get(agreed(path, {{u"method"_s, u"가상계좌"_s}})).location();
    const QJsonObject wish{{u"orderId"_s, path.section(u'/', -1)}};
    const auto read = [&] {
        m_clock.advance(server::lastReadDelayMs);
        QCoro::waitFor(m_shop->reconciler.run());
    };
    QCOMPARE(m_toss.control(u"toss/deposit"_s, wish).status, 200);
    read();
    QCOMPARE(order().state, OrderState::Paid);
    QVERIFY(browser.get(tracking).says(u"89,000원 환불받고 취소"_s));
    QCOMPARE(m_toss.control(u"toss/undo-deposit"_s, wish).status, 200);
    for (int i = 0; i <= server::doubtedReads; ++i) {
        browser.get(u"/shop/return/"_s + wish[u"orderId"_s].toString()); // reads Toss as well
        read();
    }
    QCOMPARE(order().money.disputedMinor, 89'000);
    const Page page = browser.get(tracking);
    QVERIFY(page.says(u"주문 취소"_s));
    QVERIFY(!page.says(u"환불받고"_s)); // the bank gave it back already
}

void TestPayPages::noSuchAttempt()
{
    Browser browser(m_shop->port);
    QCOMPARE(browser.get(u"/shop/pay/nothing"_s).status, 404);
    // The sandbox has a page of its own.
    const QString path = payPage(browser);
    Fields fields = browser.get(path).hidden();
    fields.insert(u"gateway"_s, u"sandbox"_s);
    browser.post(path, fields);
    auto ledger = m_shop->payments.ledger(1);
    ledger.waitForFinished();
    const server::PaymentLedger found = ledger.takeResult().value();
    for (const PaymentAttempt &attempt : found.attempts) {
        if (attempt.gateway == u"sandbox"_s)
            QCOMPARE(browser.get(u"/shop/pay/"_s + attempt.id).status, 404);
    }
}

QTEST_GUILESS_MAIN(TestPayPages)
#include "tst_paypages.moc"
