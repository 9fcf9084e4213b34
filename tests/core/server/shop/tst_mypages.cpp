// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/tokens.h"
#include "tests/support/web/shopfixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

const QString customer = u"010-1234-5678"_s; ///< of ShopFixture::goodForm()
const QString stranger = u"010-9999-8888"_s;

/// The value of the cookie \a name that \a page sets; nothing when it sets none.
std::optional<QByteArray> cookieOf(const Page &page, const QByteArray &name)
{
    for (const QByteArray &line : page.headers.value("set-cookie").split('\n')) {
        if (line.startsWith(QByteArray(name + '=')))
            return line.mid(name.size() + 1).split(';').front();
    }
    return std::nullopt;
}

} // namespace

class TestMyPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWholeWay();
    void inEnglish();
    void wrongCodes();
    void aSlipIsNoTry();
    void expiry();
    void aStrangerSeesTheSame();
    void tooManyCodes();
    void badPhones_data();
    void badPhones();
    void foreignFormsAreRefused();
    void aPlantedSessionIsNotTakenOver();
    void signingOut();
    void reviewsAndPages();
    void nothingIsStoredOnTheWay();

private:
    Page ask(Browser &browser, const QString &phone, const QString &prefix = {})
    {
        Fields form = browser.get(QString(prefix + u"/my"_s)).hidden();
        form.insert(u"phone"_s, phone);
        return browser.post(QString(prefix + u"/my/code"_s), form);
    }
    Page enter(Browser &browser, const QString &code, const QString &prefix = {})
    {
        Fields form = browser.get(QString(prefix + u"/my/code"_s)).hidden();
        form.insert(u"code"_s, code);
        return browser.post(QString(prefix + u"/my/enter"_s), form);
    }
    Page signIn(Browser &browser)
    {
        ask(browser, customer);
        return enter(browser, m_shop->textedCode(m_order.id));
    }

    std::unique_ptr<ShopFixture> m_shop;
    Order m_order;
    QString m_tracking;
};

void TestMyPages::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopFixture>();
    Browser browser = m_shop->browser();
    m_tracking = m_shop->paidOrder(browser, ShopFixture::goodForm(testWindow(0, 16)));
    m_order = m_shop->onlyOrder();
}

void TestMyPages::cleanup()
{
    m_shop.reset();
}

void TestMyPages::theWholeWay()
{
    Browser browser = m_shop->browser();
    QVERIFY(!browser.get(u"/my"_s).says(m_tracking));
    const Page asked = ask(browser, u"+82 10 1234 5678"_s);
    QCOMPARE(asked.status, 303);
    QCOMPARE(asked.location(), u"/my/code"_s);
    QVERIFY(browser.get(u"/my/code"_s).says(customer));
    const QString code = m_shop->textedCode(m_order.id);
    const Page entered = enter(browser, QString(code).insert(3, u' '));
    QCOMPARE(entered.status, 303);
    QCOMPARE(entered.location(), u"/my"_s);
    const QByteArray cookies = entered.headers.value("set-cookie");
    QVERIFY(cookies.contains("HttpOnly") && cookies.contains("SameSite=Lax"));
    const Page mine = browser.get(u"/my"_s);
    QVERIFY(mine.says(m_tracking));
    QVERIFY(mine.says(u"작약 한아름 꽃다발"_s) && mine.says(u"결제완료"_s));
    // What the code opened is closed to it.
    QCOMPARE(browser.get(u"/my/code"_s).location(), u"/my"_s);
}

void TestMyPages::inEnglish()
{
    Browser browser = m_shop->browser();
    QCOMPARE(ask(browser, customer, u"/en"_s).location(), u"/en/my/code"_s);
    QCOMPARE(enter(browser, m_shop->textedCode(m_order.id), u"/en"_s).location(), u"/en/my"_s);
    QVERIFY(browser.get(u"/en/my"_s).says(u"/en"_s + m_tracking));
    QVERIFY(browser.get(u"/en/my"_s).says(u"Armful of peonies"_s));
}

void TestMyPages::wrongCodes()
{
    Browser browser = m_shop->browser();
    ask(browser, customer);
    const QString code = m_shop->textedCode(m_order.id);
    const QString wrong = code == u"111111"_s ? u"222222"_s : u"111111"_s;
    for (int left = SignIn::triesPerCode - 1; left > 0; --left) {
        const Page page = enter(browser, wrong);
        QCOMPARE(page.status, 422);
        QCOMPARE(page.errors().value(u"code"_s),
                 u"인증번호가 달라요. %1번 더 입력할 수 있어요"_s.arg(left));
    }
    Fields form = browser.get(u"/my/code"_s).hidden();
    form.insert(u"code"_s, wrong);
    QVERIFY(browser.post(u"/my/enter"_s, form).says(u"이 인증번호는 더 쓸 수 없어요"_s));
    form.insert(u"code"_s, code);
    const Page late = browser.post(u"/my/enter"_s, form);
    QCOMPARE(late.status, 422);
    QVERIFY(!cookieOf(late, "my"_ba));
}

void TestMyPages::aSlipIsNoTry()
{
    Browser browser = m_shop->browser();
    ask(browser, customer);
    for (int i = 0; i < 2 * SignIn::triesPerCode; ++i)
        QCOMPARE(enter(browser, u"12345"_s).status, 422);
    QCOMPARE(enter(browser, m_shop->textedCode(m_order.id)).status, 303);
}

void TestMyPages::expiry()
{
    Browser browser = m_shop->browser();
    ask(browser, customer);
    Fields form = browser.get(u"/my/code"_s).hidden();
    form.insert(u"code"_s, m_shop->textedCode(m_order.id));
    m_shop->clock.advance(SignIn::codeMs);
    QCOMPARE(browser.post(u"/my/enter"_s, form).status, 422);
    signIn(browser);
    QVERIFY(browser.get(u"/my"_s).says(m_tracking));
    m_shop->clock.advance(SignIn::sessionMs);
    const Page over = browser.get(u"/my"_s);
    QVERIFY(!over.says(m_tracking) && over.says(u"name=\"phone\""_s));
}

void TestMyPages::aStrangerSeesTheSame()
{
    QList<QByteArray> seen;
    for (const QString &phone : {customer, stranger}) {
        Browser browser = m_shop->browser();
        const Page asked = ask(browser, phone);
        const Page form = browser.get(u"/my/code"_s);
        const Page wrong = enter(browser, u"12345x"_s);
        QByteArray all = QByteArray::number(asked.status) + asked.location().toUtf8() + asked.body
                         + form.body + QByteArray::number(wrong.status) + wrong.body;
        all.replace(phone.toUtf8(), "PHONE");
        for (const Page *page : {&form, &wrong})
            all.replace(page->hidden().value(u"csrf"_s).toUtf8(), "CSRF");
        seen.append(all);
    }
    QCOMPARE(seen.first(), seen.last());
}

void TestMyPages::tooManyCodes()
{
    for (const QString &phone : {customer, stranger}) {
        Browser browser = m_shop->browser();
        for (int i = 0; i < SignIn::codesPerPhoneAndHour; ++i)
            QCOMPARE(ask(browser, phone).status, 303);
        const Page refused = ask(browser, phone);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.headers.value("retry-after"), "3600"_ba);
        QVERIFY(refused.says(u"60분 뒤에 다시 해 주세요."_s));
    }
}

void TestMyPages::badPhones_data()
{
    QTest::addColumn<QString>("phone");
    QTest::newRow("none") << QString();
    QTest::newRow("short") << u"010-123"_s;
    QTest::newRow("landline") << u"02-555-0100"_s;
    QTest::newRow("markup") << u"<script>alert(1)</script>"_s;
    QTest::newRow("long") << QString(10'000, u'0');
}

void TestMyPages::badPhones()
{
    QFETCH(QString, phone);
    Browser browser = m_shop->browser();
    const Page page = ask(browser, phone);
    QCOMPARE(page.status, 422);
    QVERIFY(page.errors().contains(u"phone"_s));
    QVERIFY(!page.says(u"<script>alert"_s));
    QCOMPARE(page.shownValue(u"phone"_s), phone);
}

void TestMyPages::foreignFormsAreRefused()
{
    Browser browser = m_shop->browser();
    Fields form = browser.get(u"/my"_s).hidden();
    form.insert(u"phone"_s, customer);
    const QHash<QByteArray, QByteArray> elsewhere{{"Origin"_ba, "https://evil.example"_ba}};
    QCOMPARE(browser.post(u"/my/code"_s, form, elsewhere).status, 403);
    QCOMPARE(browser.post(u"/my/code"_s, {{u"phone"_s, customer}}).status, 403);
    signIn(browser);
    const Fields leave = browser.get(u"/my"_s).hidden();
    QCOMPARE(browser.post(u"/my/leave"_s, leave, elsewhere).status, 403);
    QCOMPARE(browser.post(u"/my/leave"_s, {}).status, 403);
    QVERIFY(browser.get(u"/my"_s).says(m_tracking));
    for (const QString &path : {u"/my/enter"_s, u"/my/leave"_s})
        QCOMPARE(browser.get(path).status, 405);
}

void TestMyPages::aPlantedSessionIsNotTakenOver()
{
    const auto shows = [this](const QByteArray &session) {
        Browser other = m_shop->browser();
        return other.get(u"/my"_s, {{"Cookie"_ba, "my=" + session}}).says(m_tracking);
    };
    const QByteArray planted(SignIn::sessionTokenLength, 'A');
    Browser browser = m_shop->browser();
    Fields phone = browser.get(u"/my"_s).hidden();
    phone.insert(u"phone"_s, customer);
    const auto session = cookieOf(signIn(browser), "my"_ba);
    QVERIFY(session && *session != planted && session->size() == planted.size());
    QVERIFY(!shows(planted) && shows(*session));
    // Signing in again, from a tab of before, gives another one and ends the first.
    QCOMPARE(browser.post(u"/my/code"_s, phone).status, 303);
    const auto again = cookieOf(enter(browser, m_shop->textedCode(m_order.id)), "my"_ba);
    QVERIFY(again && *again != *session);
    QVERIFY(!shows(*session) && shows(*again));
}

void TestMyPages::signingOut()
{
    Browser browser = m_shop->browser();
    const auto session = cookieOf(signIn(browser), "my"_ba);
    const Page left = browser.post(u"/my/leave"_s, browser.get(u"/my"_s).hidden());
    QCOMPARE(left.status, 303);
    QVERIFY(left.headers.value("set-cookie").contains("Max-Age=0"));
    QVERIFY(!browser.get(u"/my"_s).says(m_tracking));
    Browser other = m_shop->browser();
    QVERIFY(session);
    QVERIFY(!other.get(u"/my"_s, {{"Cookie"_ba, "my=" + *session}}).says(m_tracking));
}

void TestMyPages::reviewsAndPages()
{
    Browser browser = m_shop->browser();
    const QString review = QString(m_tracking).replace(u"/t/"_s, u"/r/"_s);
    signIn(browser);
    QVERIFY(!browser.get(u"/my"_s).says(review));
    for (const Verb verb :
         {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery, Verb::CompleteDelivery})
        m_shop->moved(m_order.id, verb);
    QVERIFY(browser.get(u"/my"_s).says(review));
    const Page before = browser.get(u"/my?before=%1"_s.arg(m_order.id));
    QVERIFY(!before.says(m_tracking) && before.says(u"최근 주문 보기"_s));
    Fields written = browser.get(review).hidden();
    written.insert(u"rating"_s, u"5"_s);
    written.insert(u"text"_s, u"정말 향기로웠어요 고마워요"_s);
    QCOMPARE(browser.post(review, written).status, 303);
    QVERIFY(!browser.get(u"/my"_s).says(review));
}

void TestMyPages::nothingIsStoredOnTheWay()
{
    Browser browser = m_shop->browser();
    const Page form = browser.get(u"/my"_s);
    const Page asked = ask(browser, customer);
    const Page code = browser.get(u"/my/code"_s);
    const Page entered = enter(browser, m_shop->textedCode(m_order.id));
    const Page orders = browser.get(u"/my"_s);
    for (const Page *page : {&form, &asked, &code, &entered, &orders})
        QCOMPARE(page->headers.value("cache-control"), "no-store"_ba);
    for (const Page *page : {&form, &code, &orders})
        QVERIFY(page->says(u"name=\"robots\" content=\"noindex\""_s));
}

QTEST_GUILESS_MAIN(TestMyPages)
#include "tst_mypages.moc"
