// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/structured.h"
#include "tests/support/web/shopfixture.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

/// What a page tells search engines.
QJsonObject dataOf(const Page &page)
{
    const QString text = page.text()
                             .section(u"<script type=\"application/ld+json\">"_s, 1, 1)
                             .section(u"</script>"_s, 0, 0);
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace

/// What engines, and those a page is shared with, read of it; and the reviews of an item.
class TestSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anItemWithoutReviewsHasNoRating();
    void reviewsAreCountedAndPaged();
    void hiddenReviewsCountForNothing();
    void canonicalAndLanguages();
    void personalPagesAreNotFound();
    void theSitemap();
    void robots();
    void theManifest();
    void nothingEndsADataBlock();
    void averages_data();
    void averages();
    void errorPagesSayWhen_data();
    void errorPagesSayWhen();
    void legalPages();

private:
    std::unique_ptr<ShopFixture> m_shop;
};

void TestSharing::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopFixture>();
}

void TestSharing::cleanup()
{
    m_shop.reset();
}

void TestSharing::anItemWithoutReviewsHasNoRating()
{
    const Page page = m_shop->browser().get(u"/shop/items/1"_s);
    const QJsonObject data = dataOf(page);
    QCOMPARE(data.value("@type"_L1).toString(), u"Product"_s);
    QVERIFY(!data.contains("aggregateRating"_L1));
    const QJsonObject offer = data.value("offers"_L1).toObject();
    QCOMPARE(offer.value("price"_L1).toString(), u"89000"_s);
    QCOMPARE(offer.value("priceCurrency"_L1).toString(), u"KRW"_s);
    QCOMPARE(offer.value("availability"_L1).toString(), u"https://schema.org/InStock"_s);
    QCOMPARE(dataOf(m_shop->browser().get(u"/shop/items/%1"_s.arg(int(SoldOutRose))))
                 .value("offers"_L1)
                 .toObject()
                 .value("availability"_L1)
                 .toString(),
             u"https://schema.org/OutOfStock"_s);
    QVERIFY(page.says(u"아직 후기가 없어요."_s));
}

void TestSharing::reviewsAreCountedAndPaged()
{
    constexpr int written = 21;
    for (int i = 1; i <= written; ++i)
        m_shop->addReview(Peony, i == 1 ? 1 : 5, u"후기 글 번호 %1."_s.arg(i), false);
    Browser browser = m_shop->browser();
    const Page first = browser.get(u"/shop/items/1"_s);
    QVERIFY(first.says(u"후기 21개"_s) && first.says(u"★ 4.8"_s) && first.says(u"1 / 3"_s));
    QVERIFY(first.says(u"번호 21."_s) && first.says(u"번호 12."_s) && !first.says(u"번호 11."_s));
    QVERIFY(first.says(u"href=\"/shop/items/1?r=2#reviews\""_s));
    const QJsonObject rating = dataOf(first).value("aggregateRating"_L1).toObject();
    QCOMPARE(rating.value("ratingValue"_L1).toString(), u"4.8"_s);
    QCOMPARE(rating.value("reviewCount"_L1).toInt(), written);
    const Page last = browser.get(u"/en/shop/items/1?r=3"_s);
    QVERIFY(last.says(u"번호 1."_s) && !last.says(u"번호 2."_s));
    QVERIFY(last.says(u"href=\"/en/shop/items/1?r=2#reviews\""_s) && !last.says(u"?r=4"_s));
    for (const QString &odd : {u"0"_s, u"-7"_s, u"x"_s, u"99999999999999999999"_s})
        QVERIFY(browser.get(u"/shop/items/1?r="_s + odd).says(u"1 / 3"_s));
    QVERIFY(browser.get(u"/shop/items/1?r=9223372036854775807"_s).says(u"3 / 3"_s));
}

void TestSharing::hiddenReviewsCountForNothing()
{
    m_shop->addReview(Peony, 1, u"숨긴 후기예요, 보이면 안 돼요."_s, true);
    const Page hidden = m_shop->browser().get(u"/shop/items/1"_s);
    QVERIFY(!hidden.says(u"숨긴 후기"_s) && hidden.says(u"아직 후기가 없어요."_s));
    m_shop->addReview(Peony, 4, u"<b>보이는</b> 후기예요."_s, false);
    const Page shown = m_shop->browser().get(u"/shop/items/1"_s);
    QVERIFY(shown.says(u"★ 4.0"_s) && shown.says(u"후기 1개"_s));
    QVERIFY(shown.says(u"&lt;b&gt;보이는"_s) && shown.says(u"고마워요, 또 오세요."_s));
}

void TestSharing::canonicalAndLanguages()
{
    const QString base = testShop().publicUrl;
    const Page item = m_shop->browser().get(u"/en/shop/items/1?d=2025-05-09"_s);
    QVERIFY(item.says(u"<link rel=\"canonical\" href=\"%1/en/shop/items/1\">"_s.arg(base)));
    QVERIFY(item.says(
        u"<link rel=\"alternate\" hreflang=\"ko\" href=\"%1/shop/items/1\">"_s.arg(base)));
    QVERIFY(item.says(u"<meta property=\"og:title\" content=\"Armful of peonies"_s));
    QVERIFY(item.says(u"href=\"/shop/items/1?d=2025-05-09\""_s)); // the switch keeps the day
    const Page home = m_shop->browser().get(u"/"_s);
    QVERIFY(home.says(u"<link rel=\"canonical\" href=\"%1/\">"_s.arg(base)));
    QVERIFY(home.says(u"<link rel=\"alternate\" hreflang=\"en\" href=\"%1/en\">"_s.arg(base)));
    QCOMPARE(dataOf(home).value("@type"_L1).toString(), u"Florist"_s);
}

void TestSharing::personalPagesAreNotFound()
{
    Browser browser = m_shop->browser();
    const QString tracking = m_shop->paidOrder(browser, ShopFixture::goodForm(testWindow(0, 16)));
    for (const QString &path : {tracking, QString(tracking).replace(u"/t/"_s, u"/r/"_s), u"/my"_s,
                                u"/shop/order?item=1"_s, u"/nothing"_s}) {
        const Page page = browser.get(path);
        QVERIFY2(page.says(u"content=\"noindex\""_s), qPrintable(path));
        QVERIFY2(!page.says(u"rel=\"canonical\""_s) && !page.says(u"og:"_s), qPrintable(path));
    }
}

void TestSharing::theSitemap()
{
    const Page page = m_shop->browser().get(u"/sitemap.xml"_s);
    QCOMPARE(page.headers.value("content-type"), "application/xml; charset=utf-8"_ba);
    QXmlStreamReader xml(page.body);
    QStringList places;
    int alternates = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"loc")
            places.append(xml.readElementText());
        else if (xml.name() == u"link")
            ++alternates;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(alternates, 2 * places.size());
    const QString base = testShop().publicUrl;
    for (const QString &path : {u"/"_s, u"/en"_s, u"/shop/items/1"_s, u"/en/shop/items/1"_s,
                                u"/terms"_s, u"/en/privacy"_s})
        QVERIFY2(places.contains(base + path), qPrintable(path));
    QVERIFY(!places.contains(base + u"/shop/items/%1"_s.arg(int(HiddenRose))));
    Browser browser = m_shop->browser();
    for (const QString &place : std::as_const(places))
        QCOMPARE(browser.get(place.sliced(base.size())).status, 200);
}

void TestSharing::robots()
{
    const Page page = m_shop->browser().get(u"/robots.txt"_s);
    for (const QString &line :
         {u"Disallow: /t/"_s, u"Disallow: /en/t/"_s, u"Disallow: /my"_s, u"Disallow: /en/my"_s,
          u"Disallow: /r/"_s, u"Disallow: /shop/order"_s, u"Disallow: /shop/pay/"_s,
          u"Disallow: /d"_s, QString(u"Sitemap: "_s + testShop().publicUrl + u"/sitemap.xml"_s)})
        QVERIFY2(page.text().split(u'\n').contains(line), qPrintable(line));
}

void TestSharing::theManifest()
{
    const Page page = m_shop->browser().get(u"/en/site.webmanifest"_s);
    QCOMPARE(page.headers.value("content-type"), "application/manifest+json"_ba);
    const QJsonObject manifest = QJsonDocument::fromJson(page.body).object();
    QCOMPARE(manifest.value("name"_L1).toString(), testShop().nameEn);
    QCOMPARE(manifest.value("start_url"_L1).toString(), u"/en"_s);
}

void TestSharing::nothingEndsADataBlock()
{
    const QString hostile = u"</script><script>alert(1)</script><!-- & \" ' \u2028"_s;
    const QString block = dataBlock({{u"name"_s, hostile}});
    QVERIFY(!block.contains(u'<') && !block.contains(u'>') && !block.contains(u'&'));
    QCOMPARE(QJsonDocument::fromJson(block.toUtf8()).object().value("name"_L1).toString(), hostile);
    Shop shop = testShop();
    shop.name = hostile;
    m_shop->writeShop(shop);
    const Page page = m_shop->browser().get(u"/"_s);
    QVERIFY(!page.says(u"<script>alert"_s));
    QCOMPARE(dataOf(page).value("name"_L1).toString(), hostile);
}

void TestSharing::averages_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<qint64>("sum");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << qint64(0) << u"0.0"_s;
    QTest::newRow("one") << qint64(1) << qint64(5) << u"5.0"_s;
    QTest::newRow("4.95 is 5.0") << qint64(20) << qint64(99) << u"5.0"_s;
    QTest::newRow("4.94 is 4.9") << qint64(100) << qint64(494) << u"4.9"_s;
    QTest::newRow("a third") << qint64(3) << qint64(10) << u"3.3"_s;
}

void TestSharing::averages()
{
    QFETCH(qint64, count);
    QFETCH(qint64, sum);
    QTEST(store::ReviewSummary({count, sum}).averageText(), "text");
}

void TestSharing::errorPagesSayWhen_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QString>("says");
    QTest::newRow("404") << 404 << ""_ba << u"찾는 페이지가 없어요"_s;
    QTest::newRow("410") << 410 << ""_ba << u"이제 없는 페이지예요"_s;
    QTest::newRow("422") << 422 << ""_ba << u"쓸 수 없는 내용이 있어요"_s;
    QTest::newRow("429") << 429 << "60"_ba << u"60초 뒤에 다시 해 주세요."_s;
    QTest::newRow("429, long") << 429 << "3601"_ba << u"61분 뒤에 다시 해 주세요."_s;
    QTest::newRow("500") << 500 << ""_ba << u"저희 쪽 문제예요"_s;
    QTest::newRow("503") << 503 << "5"_ba << u"5초 뒤에 다시 해 주세요."_s;
    QTest::newRow("503, no time") << 503 << ""_ba << u"잠시 뒤에 다시 해 주세요."_s;
}

void TestSharing::errorPagesSayWhen()
{
    QFETCH(int, status);
    QFETCH(QByteArray, retryAfter);
    QFETCH(QString, says);
    // The first page that this server shows: the phone is on it all the same.
    const Page page = m_shop->errorPage("/nothing", status, retryAfter);
    QCOMPARE(page.status, status);
    QVERIFY(page.says(says));
    QVERIFY(page.says(u"href=\"tel:%1\""_s.arg(testShop().phone)));
    QCOMPARE(page.headers.value("retry-after"), retryAfter);
}

void TestSharing::legalPages()
{
    Shop shop = testShop();
    shop.business.company = u"온봄화훼"_s;
    shop.business.representative = u"이온봄"_s;
    shop.business.address = u"서울시 서초구 꽃시장길 7"_s;
    shop.business.email = u"hello@onbom.example"_s;
    shop.business.privacyOfficer = u"한지킴"_s;
    m_shop->writeShop(shop);
    Browser browser = m_shop->browser();
    const Page terms = browser.get(u"/terms"_s);
    QVERIFY(terms.says(testShop().name) && terms.says(u"완성된 뒤에는"_s));
    const Page privacy = browser.get(u"/en/privacy"_s);
    QVERIFY(privacy.says(testShop().nameEn) && privacy.says(u"5 years"_s));
    const BusinessDetails &business = shop.business;
    for (const QString &told : {business.company, business.representative, business.address,
                                business.email, u"02-555-0100"_s})
        QVERIFY2(terms.says(told), qPrintable(told));
    QVERIFY(privacy.says(business.privacyOfficer + u" · 02-555-0100 · "_s + business.email));
    for (const QString &path : {u"/terms"_s, u"/privacy"_s, u"/refunds"_s})
        QVERIFY(browser.get(u"/"_s).says(u"href=\"%1\""_s.arg(path)));
}

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"
