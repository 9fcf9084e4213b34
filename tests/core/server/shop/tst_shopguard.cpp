// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/web/shopfixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// Other sites, forged forms, headers, caching and error pages.
class TestShopGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<ShopFixture>(); }

    void foreignFormsAreRefused_data();
    void foreignFormsAreRefused();
    void aForgedProofIsAskedAgain();
    void foreignCancelIsRefused();
    void readingChangesNothing();
    void headersOfEveryPage_data();
    void headersOfEveryPage();
    void trackingIsPrivateAndCheapToPoll();
    void filesAreKeptForEver();
    void errorPages();

private:
    Fields checkedForm(Browser &browser);

    std::unique_ptr<ShopFixture> m_shop;
};

Fields TestShopGuard::checkedForm(Browser &browser)
{
    browser.get(u"/shop/order?item=1"_s);
    Fields carried =
        browser.post(u"/shop/check"_s, ShopFixture::goodForm(testWindow(0, 16))).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    return carried;
}

void TestShopGuard::foreignFormsAreRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("another origin") << "Origin"_ba
                                    << "https://evil.example"_ba;
    QTest::newRow("an opaque origin") << "Origin"_ba
                                      << "null"_ba;
    QTest::newRow("the same host by name only") << "Origin"_ba
                                                << "http://127.0.0.1.evil.example"_ba;
    QTest::newRow("another site") << "Sec-Fetch-Site"_ba
                                  << "cross-site"_ba;
    QTest::newRow("a neighbour") << "Sec-Fetch-Site"_ba
                                 << "same-site"_ba;
}

void TestShopGuard::foreignFormsAreRefused()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    Browser browser = m_shop->browser();
    const Page page = browser.post(u"/shop/checkout"_s, checkedForm(browser), {{name, value}});
    QCOMPARE(page.status, 403);
    QVERIFY(page.says(u"이 요청은 받을 수 없어요"_s));
    QVERIFY(m_shop->orders().empty());
}

void TestShopGuard::aForgedProofIsAskedAgain()
{
    Browser browser = m_shop->browser();
    Fields fields = checkedForm(browser);
    const QString proof = fields.value(u"csrf"_s);
    for (const QString &forged : {QString(), u"x"_s, QString(proof.size(), u'A')}) {
        fields.insert(u"csrf"_s, forged);
        QCOMPARE(browser.post(u"/shop/checkout"_s, fields).status, 403);
    }
    // Without the cookie the proof belongs to nobody; pressing once more on the page works.
    fields.insert(u"csrf"_s, proof);
    browser.forgetCookies();
    const Page asked = browser.post(u"/shop/checkout"_s, fields);
    QCOMPARE(asked.status, 403);
    QVERIFY(m_shop->orders().empty());
    Fields again = asked.hidden();
    again.insert(u"agree"_s, u"1"_s);
    QCOMPARE(browser.post(u"/shop/checkout"_s, again).status, 303);
    QCOMPARE(m_shop->orders().size(), 1u);
}

void TestShopGuard::foreignCancelIsRefused()
{
    Browser browser = m_shop->browser();
    const QString tracking = m_shop->paidOrder(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const Fields fields = browser.get(tracking).hidden();
    const QString cancel = tracking + u"/cancel"_s;
    QCOMPARE(browser.post(cancel, fields, {{"Origin"_ba, "https://evil.example"_ba}}).status, 403);
    QCOMPARE(browser.post(cancel, {{u"verb"_s, u"cancel"_s}}).status, 403);
    QCOMPARE(browser.post(u"/t/AAAAAAAAAAAA/cancel"_s, fields).status, 404);
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Paid);
    // The order's own page withholds its address, so browsers send a null origin from there.
    QCOMPARE(browser
                 .post(cancel, fields,
                       {{"Origin"_ba, "null"_ba}, {"Sec-Fetch-Site"_ba, "same-origin"_ba}})
                 .status,
             303);
}

void TestShopGuard::readingChangesNothing()
{
    Browser browser = m_shop->browser();
    const QString hosted = m_shop->orderTo(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const Order before = m_shop->onlyOrder();
    const QString attempt = m_shop->ledger(before.id).attempts.front().id;
    const QString tracking = browser.get(u"/shop/return/"_s + attempt).location();
    for (const QString &path : {u"/"_s, u"/shop/items/1"_s, u"/shop/order?item=1"_s, hosted,
                                tracking, QString(tracking).replace(u"/t/"_s, u"/r/"_s)})
        QCOMPARE(browser.get(path).status, 200);
    for (const QString &path : {u"/shop/checkout"_s, u"/shop/check"_s,
                                QString(tracking + u"/cancel"_s), QString(tracking + u"/pay"_s)})
        QCOMPARE(browser.get(path).status, 405);
    QCOMPARE(m_shop->onlyOrder(), before);
}

void TestShopGuard::headersOfEveryPage_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    for (const QString &prefix : {QString(), u"/en"_s}) {
        QTest::addRow("%s menu", qPrintable(prefix)) << (prefix.isEmpty() ? u"/"_s : prefix) << 200;
        for (const QString &path : {u"/shop/items/1"_s, u"/shop/order?item=1"_s, u"/my"_s,
                                    u"/terms"_s, u"/privacy"_s, u"/refunds"_s})
            QTest::addRow("%s %s", qPrintable(prefix), qPrintable(path))
                << QString(prefix + path) << 200;
        QTest::addRow("%s missing", qPrintable(prefix))
            << QString(prefix + u"/nothing/here"_s) << 404;
    }
}

void TestShopGuard::headersOfEveryPage()
{
    QFETCH(QString, path);
    QFETCH(int, status);
    Browser browser = m_shop->browser();
    const Page page = browser.get(path);
    QCOMPARE(page.status, status);
    const QByteArray policy = page.headers.value("content-security-policy");
    QVERIFY(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    QVERIFY(!policy.contains("unsafe"));
    QCOMPARE(page.headers.value("x-frame-options"), "DENY"_ba);
    QVERIFY(page.headers.contains("referrer-policy"));
    QCOMPARE(page.headers.value("x-content-type-options"), "nosniff"_ba);
    QVERIFY(
        page.says(path.startsWith(u"/en"_s) ? u"<html lang=\"en\">"_s : u"<html lang=\"ko\">"_s));
    QVERIFY(!page.says(u"<style"_s) && !page.says(u" style="_s) && !page.says(u" onclick="_s));
}

void TestShopGuard::trackingIsPrivateAndCheapToPoll()
{
    Browser browser = m_shop->browser();
    const QString tracking = m_shop->paidOrder(browser, ShopFixture::goodForm(testWindow(0, 16)));
    const Page page = browser.get(tracking);
    QCOMPARE(page.headers.value("cache-control"), "no-store"_ba);
    QCOMPARE(page.headers.value("referrer-policy"), "no-referrer"_ba);
    QVERIFY(page.says(u"name=\"robots\" content=\"noindex\""_s));
    QVERIFY(page.says(u"<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>"_s));
    const QByteArray etag = page.headers.value("etag");
    QVERIFY(!etag.isEmpty());
    const Page same = browser.get(tracking, {{"If-None-Match"_ba, etag}});
    QCOMPARE(same.status, 304);
    QVERIFY(same.body.isEmpty());
    m_shop->moved(m_shop->onlyOrder().id, Verb::StartMaking);
    const Page changed = browser.get(tracking, {{"If-None-Match"_ba, etag}});
    QCOMPARE(changed.status, 200);
    QVERIFY(changed.says(u"꽃을 만들고 있어요"_s));
    QCOMPARE(browser.get(u"/t/AAAAAAAAAAAA"_s).status, 404);
    QCOMPARE(browser.get(u"/r/AAAAAAAAAAAA"_s).status, 404);
    QCOMPARE(browser.get(u"/shop/return/nothing"_s).status, 404);
    QCOMPARE(browser.get(u"/sandbox/pay/nothing"_s).status, 404);
}

void TestShopGuard::filesAreKeptForEver()
{
    Browser browser = m_shop->browser();
    const QString menu = browser.get(u"/"_s).text();
    const QString css = menu.section(u"rel=\"stylesheet\" href=\""_s, 1, 1).section(u'"', 0, 0);
    const Page file = browser.get(css);
    QCOMPARE(file.status, 200);
    QCOMPARE(file.headers.value("content-type"), "text/css; charset=utf-8"_ba);
    QVERIFY(file.headers.value("cache-control").contains("immutable"));
    QVERIFY(!browser.get(u"/static/shop.css?v=old"_s)
                 .headers.value("cache-control")
                 .contains("immutable"));
    QCOMPARE(browser.get(css, {{"If-None-Match"_ba, file.headers.value("etag")}}).status, 304);
    QCOMPARE(browser.get(u"/static/nothing.css"_s).status, 404);
    QCOMPARE(browser.get(u"/favicon.ico"_s).headers.value("content-type"), "image/svg+xml"_ba);
    QVERIFY(browser.get(u"/robots.txt"_s).says(u"Disallow: /t/"_s));
}

void TestShopGuard::errorPages()
{
    Browser browser = m_shop->browser();
    const Page wrong = browser.get(u"/shop/check"_s);
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.headers.value("allow"), "POST"_ba);
    QVERIFY(wrong.headers.value("content-type").startsWith("text/html"));
    QVERIFY(browser.get(u"/en/nothing"_s).says(u"This page does not exist"_s));
    // A program that asks for JSON gets a problem instead.
    QCOMPARE(browser.get(u"/nothing"_s, {{"Accept"_ba, "application/json"_ba}})
                 .headers.value("content-type"),
             "application/problem+json"_ba);
}

QTEST_GUILESS_MAIN(TestShopGuard)
#include "tst_shopguard.moc"
