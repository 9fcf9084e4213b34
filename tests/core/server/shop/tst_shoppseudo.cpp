// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/pseudolanguage.h"
#include "tests/support/web/pagetexts.h"
#include "tests/support/web/shopfixture.h"

#include <QtCore/QLocale>
#include <QtTest/QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

/// What the shop and its customers wrote, and what a calendar says.
QStringList pageData()
{
    QStringList all{u"Onbom"_s,
                    u"정기 휴무"_s,
                    u"Made today."_s,
                    u"Armful of peonies"_s,
                    u"Bunch of roses"_s,
                    u"Golden flower"_s,
                    u"Orchid"_s,
                    u"Spring tulip basket"_s,
                    u"김서연"_s,
                    u"김*연"_s,
                    u"서울 강남구"_s,
                    u"서울 강남구 역삼로 180"_s,
                    u"101동 1001호"_s,
                    u"생일 축하해"_s,
                    u"이봄"_s,
                    u"이*"_s,
                    u"향이 참 좋았어요!"_s,
                    u"짧아요"_s,
                    u"축하합니다"_s,
                    u"늘 고마워요"_s};
    const QLocale english(QLocale::English);
    for (int day = 1; day <= 7; ++day)
        all << english.dayName(day, QLocale::ShortFormat);
    for (int month = 1; month <= 12; ++month)
        all << english.monthName(month, QLocale::ShortFormat);
    return all;
}

} // namespace

/// Every page in a made-up language: nothing of it is Korean or English but what people wrote.
class TestShopPseudo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_shop = std::make_unique<ShopFixture>(std::make_shared<PseudoLanguage>()); }
    void cleanup() { m_shop.reset(); }

    void whatIsLeftIsFound();
    void pages_data();
    void pages();
    void errorPages_data();
    void errorPages();
    void itemWhenSoldOutOrClosed();
    void formWithEveryFault();
    void check();
    void whatTheShopCannotTake();
    void thePaymentPage();
    void whileThePaymentIsUnknown();
    void trackingInEveryState();
    void cancelling();
    void aChangeThatIsAsked();
    void expired();
    void review();

private:
    void look(const Page &page, int status = 200);
    QString hosted(Browser &browser, Fields form = ShopFixture::goodForm(testWindow(0, 16)));
    QString paid(Browser &browser);

    const QStringList m_data = pageData();
    std::unique_ptr<ShopFixture> m_shop;
};

void TestShopPseudo::look(const Page &page, int status)
{
    QCOMPARE(page.status, status);
    const QStringList texts = pageTexts(page.text());
    QVERIFY2(texts.join(u' ').contains(u'⟦'), page.body.constData());
    const QStringList left = untranslated(texts, m_data);
    QVERIFY2(left.isEmpty(), qUtf8Printable(page.title() + u'\n' + left.join(u'\n')));
}

QString TestShopPseudo::hosted(Browser &browser, Fields form)
{
    browser.forgetCookies(); // another order, whatever became of the last
    browser.get(u"/en/shop/order?item=1"_s);
    Fields carried = browser.post(u"/en/shop/check"_s, form).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    return browser.post(u"/en/shop/checkout"_s, carried).location();
}

QString TestShopPseudo::paid(Browser &browser)
{
    const QString back = browser.post(hosted(browser), {{u"decision"_s, u"approve"_s}}).location();
    return browser.get(back).location();
}

void TestShopPseudo::whatIsLeftIsFound()
{
    const QStringList texts =
        pageTexts(u"<h1>⟦花花 4~⟧</h1><img alt=\"꽃 사진\"><p>Paid &amp; done</p>"
                  "<input placeholder=\"⟦花⟧\"><p>Thu 89,000</p>"_s);
    QCOMPARE(untranslated(texts, m_data), (QStringList{u"꽃 사진"_s, u"Paid & done"_s}));
}

void TestShopPseudo::pages_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path :
         {"/en", "/en/shop/items/1", "/en/shop/items/1?all=1", "/en/shop/items/4",
          "/en/shop/order?item=1", "/en/my", "/en/terms", "/en/privacy", "/en/refunds"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestShopPseudo::pages()
{
    QFETCH(QString, path);
    Browser browser = m_shop->browser();
    look(browser.get(path));
}

void TestShopPseudo::errorPages_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 403, 404, 405, 408, 410, 413, 422, 429, 431, 500, 503})
        QTest::addRow("%d", status) << status;
}

void TestShopPseudo::errorPages()
{
    QFETCH(int, status);
    m_shop->browser().get(u"/en"_s); // now the shop's phone is known
    look(m_shop->errorPage("/en/nothing", status), status);
}

void TestShopPseudo::itemWhenSoldOutOrClosed()
{
    Browser browser = m_shop->browser();
    look(browser.get(u"/en/shop/items/%1"_s.arg(int(SoldOutRose))));
    look(browser.get(u"/en/shop/items/1?d=2025-05-11"_s));
    m_shop->clock.advance(10 * 60 * minuteMs); // the day's last window is over
    look(browser.get(u"/en/shop/items/1?d=2025-05-08"_s));
    look(browser.get(u"/en"_s));
}

void TestShopPseudo::formWithEveryFault()
{
    Browser browser = m_shop->browser();
    const QString item = QString::number(Peony);
    look(browser.post(u"/en/shop/check"_s, {{u"item"_s, item}}), 422);
    Fields form = ShopFixture::goodForm(testWindow(0, 10)); // past its cut-off
    for (const QString &field : {u"toName"_s, u"address"_s, u"detail"_s, u"card"_s, u"fromName"_s,
                                 u"ribbonText"_s, u"ribbonSender"_s, u"request"_s})
        form.insert(field, QString(600, u'*'));
    form.insert(u"qty"_s, u"0"_s);
    form.insert(u"postal"_s, u"123"_s);
    form.insert(u"toPhone"_s, u"12"_s);
    form.insert(u"fromPhone"_s, u"12"_s);
    const Page tooLong = browser.post(u"/en/shop/check"_s, form);
    QVERIFY(tooLong.errors().size() >= 11);
    look(tooLong, 422);
    for (const QString &field : {u"toName"_s, u"address"_s, u"detail"_s, u"card"_s, u"fromName"_s,
                                 u"ribbonText"_s, u"ribbonSender"_s, u"request"_s})
        form.insert(field, u"*\u0001*"_s);
    look(browser.post(u"/en/shop/check"_s, form), 422);
    form = ShopFixture::goodForm(testWindow(0, 16));
    form.insert(u"item"_s, QString::number(Precious));
    form.insert(u"qty"_s, u"999"_s);
    form.insert(u"window"_s, u"2025-05-08T03:00/04:00"_s);
    look(browser.post(u"/en/shop/check"_s, form), 422);
    form.insert(u"window"_s, testWindow(3, 16)); // closed that day
    look(browser.post(u"/en/shop/check"_s, form), 422);
    form.insert(u"item"_s, QString::number(SoldOutRose));
    look(browser.post(u"/en/shop/check"_s, form), 422);
}

void TestShopPseudo::check()
{
    Browser browser = m_shop->browser();
    browser.get(u"/en/shop/order?item=1"_s);
    Fields form = ShopFixture::goodForm(testWindow(0, 16));
    for (const auto &[name, value] : {std::pair{u"noName"_s, u"1"_s},
                                      {u"ribbonText"_s, u"축하합니다"_s},
                                      {u"ribbonSender"_s, u"이봄"_s},
                                      {u"request"_s, u"늘 고마워요"_s},
                                      {u"self"_s, u"1"_s}})
        form.insert(name, value);
    look(browser.post(u"/en/shop/order"_s, form));
    const Page page = browser.post(u"/en/shop/check"_s, form);
    look(page);
    Fields carried = page.hidden();
    look(browser.post(u"/en/shop/checkout"_s, carried), 422); // not agreed
    carried.insert(u"agree"_s, u"1"_s);
    carried.insert(u"csrf"_s, u"old"_s);
    look(browser.post(u"/en/shop/checkout"_s, carried), 403);
}

void TestShopPseudo::whatTheShopCannotTake()
{
    Browser browser = m_shop->browser();
    Fields form = ShopFixture::goodForm(testWindow(0, 18)); // one place
    browser.get(u"/en/shop/order?item=1"_s);
    Fields carried = browser.post(u"/en/shop/check"_s, form).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    Browser quicker = m_shop->browser();
    form.insert(u"fromPhone"_s, u"010-7777-8888"_s); // one phone has one unpaid order
    hosted(quicker, form);
    look(browser.post(u"/en/shop/checkout"_s, carried), 422);
    form = ShopFixture::goodForm(testWindow(0, 16));
    form.insert(u"item"_s, QString::number(Limited));
    form.insert(u"qty"_s, QString::number(testDailyLimit + 1));
    carried = browser.post(u"/en/shop/check"_s, form).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    look(browser.post(u"/en/shop/checkout"_s, carried), 422);
    m_shop->clock.advance(5 * 60 * minuteMs); // past the cut-off of 16:00
    look(browser.post(u"/en/shop/checkout"_s, carried), 422);
}

void TestShopPseudo::thePaymentPage()
{
    Browser browser = m_shop->browser();
    const auto decide = [&](const QString &page, const QString &decision) {
        return browser.post(page, {{u"decision"_s, decision}});
    };
    const QString page = hosted(browser);
    look(browser.get(page));
    decide(page, u"steps"_s);
    look(browser.get(page)); // who are you
    decide(page, u"next"_s);
    look(browser.get(page)); // the card company
    decide(page, u"approve"_s);
    look(browser.get(page));
    for (const QString &decision : {u"decline"_s, u"late"_s}) {
        const QString next = hosted(browser);
        const QString back = decide(next, decision).location();
        look(browser.get(next));
        look(browser.get(browser.get(back).location())); // failed, or being confirmed
    }
}

void TestShopPseudo::whileThePaymentIsUnknown()
{
    Browser browser = m_shop->browser();
    const QString page = hosted(browser);
    m_shop->gateway->reachable = false;
    look(browser.get(browser.post(page, {{u"decision"_s, u"approve"_s}}).location()));
    m_shop->gateway->reachable = true;
    // Failed, and the provider is away when the customer tries again.
    Fields other = ShopFixture::goodForm(testWindow(0, 16));
    other.insert(u"fromPhone"_s, u"010-7777-8888"_s); // the first one's phone waits for its outcome
    const QString next = hosted(browser, other);
    const QString back = browser.post(next, {{u"decision"_s, u"decline"_s}}).location();
    const QString tracking = browser.get(back).location();
    m_shop->gateway->reachable = false;
    look(browser.post(tracking + u"/pay"_s, browser.get(tracking).hidden()), 503);
}

void TestShopPseudo::trackingInEveryState()
{
    Browser browser = m_shop->browser();
    const QString tracking = paid(browser);
    QVERIFY(tracking.startsWith(u"/en/t/"_s));
    look(browser.get(tracking));
    const qint64 id = m_shop->onlyOrder().id;
    for (const Verb verb :
         {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery, Verb::CompleteDelivery}) {
        m_shop->clock.advance(minuteMs);
        m_shop->moved(id, verb);
        look(browser.get(tracking));
    }
    m_shop->clock.advance(24 * 60 * minuteMs); // times of another day carry their date
    look(browser.get(tracking));
}

void TestShopPseudo::cancelling()
{
    Browser browser = m_shop->browser();
    const QString tracking = paid(browser);
    Fields fields = browser.get(tracking).hidden();
    for (const QString &reason : {QString(600, u'*'), u"*\u0001*"_s}) {
        fields.insert(u"reason"_s, reason);
        look(browser.post(tracking + u"/cancel"_s, fields), 422);
    }
    m_shop->moved(m_shop->onlyOrder().id, Verb::StartMaking);
    fields.insert(u"reason"_s, u"*"_s);
    const Page asked = browser.post(tracking + u"/cancel"_s, fields);
    look(asked, 409);
    QCOMPARE(browser.post(tracking + u"/cancel"_s, asked.hidden()).status, 303);
    look(browser.get(tracking));

    const QString other = paid(browser);
    QCOMPARE(browser.post(other + u"/cancel"_s, browser.get(other).hidden()).status, 303);
    look(browser.get(other));
    m_shop->settleTasks();
    look(browser.get(other)); // refunded
}

void TestShopPseudo::aChangeThatIsAsked()
{
    Browser browser = m_shop->browser();
    const QString path = paid(browser);
    OrderEdit edit;
    for (const int qty : {2, 1}) {
        edit.qty = qty;
        edit.window = DeliveryWindow::fromKey(testWindow(1, 16));
        edit.cardMessage = u"늘 고마워요"_s;
        edit.asksFirst = true;
        m_shop->edited(m_shop->orders().back().id, edit);
        const Page page = browser.get(path);
        look(page);
        if (qty == 2) {
            m_shop->gateway->reachable = false;
            Fields fields = page.hidden();
            fields.insert(u"answer"_s, u"yes"_s);
            look(browser.post(path + u"/change"_s, fields), 503);
            m_shop->gateway->reachable = true;
        }
        Fields fields = page.hidden();
        fields.insert(u"answer"_s, u"no"_s);
        browser.post(path + u"/change"_s, fields);
        look(browser.get(path));
    }
}

void TestShopPseudo::expired()
{
    Browser browser = m_shop->browser();
    const QString page = hosted(browser);
    const QString back = browser.post(page, {{u"decision"_s, u"decline"_s}}).location();
    const QString tracking = browser.get(back).location();
    m_shop->moved(m_shop->onlyOrder().id, Verb::Expire, Actor::Server);
    look(browser.get(tracking));
}

void TestShopPseudo::review()
{
    Browser browser = m_shop->browser();
    const QString tracking = paid(browser);
    const QString page = QString(tracking).replace(u"/t/"_s, u"/r/"_s);
    look(browser.get(page));
    const qint64 id = m_shop->onlyOrder().id;
    for (const Verb verb :
         {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery, Verb::CompleteDelivery})
        m_shop->moved(id, verb);
    const Page form = browser.get(page);
    look(form);
    Fields fields = form.hidden();
    look(browser.post(page, fields), 422);
    fields.insert(u"rating"_s, u"4"_s);
    for (const QString &text : {u"짧아요"_s, QString(600, u'*'), u"**********\u0001*"_s}) {
        fields.insert(u"text"_s, text);
        look(browser.post(page, fields), 422);
    }
    fields.insert(u"text"_s, u"향이 참 좋았어요!"_s);
    QCOMPARE(browser.post(page, fields).status, 303);
    look(browser.get(page));
    look(browser.get(u"/en/shop/items/1"_s));
}

QTEST_GUILESS_MAIN(TestShopPseudo)
#include "tst_shoppseudo.moc"
