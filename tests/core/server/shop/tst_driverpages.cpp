// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/web/shopfixture.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// The driver's phone page, without JavaScript: the way in, the run, its moves and the way out.
class TestDriverPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void onlyACodeLetsAPhoneIn();
    void aDesksCodeOpensNothing();
    void theRunIsInOrder();
    void aStopSaysOnlyWhatADriverNeeds();
    void startedAndDelivered();
    void notDelivered();
    void pressedAgain_data();
    void pressedAgain();
    void cancelledMeanwhile();
    void otherVerbsAreNobodys_data();
    void otherVerbsAreNobodys();
    void aForeignFormMovesNothing();
    void signedOut();
    void letGoByTheOwner();
    void anUnchangedRunIsNotSentAgain();
    void theMapOfThePhone();
    void inEnglish();

private:
    void signIn();
    /// An order with its flowers made.
    qint64 madeOrder(const QString &window, const Fields &more = {});
    Fields moveFields(const QString &verb, const Fields &more = {});
    Page press(qint64 orderId, const QString &verb, const Fields &more = {});

    std::unique_ptr<ShopFixture> m_shop;
    std::unique_ptr<Browser> m_customer;
    std::unique_ptr<Browser> m_phone;
};

void TestDriverPages::init()
{
    m_shop = std::make_unique<ShopFixture>();
    m_customer.reset(new Browser(m_shop->browser())); // cannot be moved
    m_phone.reset(new Browser(m_shop->browser()));
}

void TestDriverPages::cleanup()
{
    m_phone.reset();
    m_customer.reset();
    m_shop.reset();
}

void TestDriverPages::signIn()
{
    const QString code = m_shop->deviceCode(DeviceRole::Driver);
    const Page in = m_phone->post(u"/d/sign-in"_s, {{u"code"_s, code}});
    QCOMPARE(in.status, 303);
    QCOMPARE(in.location(), u"/d"_s);
}

qint64 TestDriverPages::madeOrder(const QString &window, const Fields &more)
{
    Fields form = ShopFixture::goodForm(window);
    form.insert(more);
    m_customer->forgetCookies();
    // Another phone each time: a phone has one unpaid order.
    form.insert(u"fromPhone"_s, u"0101234%1"_s.arg(5000 + m_shop->orders().size()));
    m_shop->paidOrder(*m_customer, form);
    const qint64 id = m_shop->orders().back().id;
    m_shop->moved(id, Verb::StartMaking);
    m_shop->moved(id, Verb::MarkMade);
    return id;
}

Fields TestDriverPages::moveFields(const QString &verb, const Fields &more)
{
    const Fields hidden = m_phone->get(u"/d"_s).hidden();
    Fields fields{{u"csrf"_s, hidden.value(u"csrf"_s)},
                  {u"key"_s, hidden.value(u"key"_s)},
                  {u"verb"_s, verb}};
    fields.insert(more);
    return fields;
}

Page TestDriverPages::press(qint64 orderId, const QString &verb, const Fields &more)
{
    return m_phone->post(u"/d/moves/%1"_s.arg(orderId), moveFields(verb, more));
}

void TestDriverPages::onlyACodeLetsAPhoneIn()
{
    const qint64 id = madeOrder(testWindow(0, 16));
    const Page closed = m_phone->get(u"/d"_s);
    QCOMPARE(closed.status, 200);
    QVERIFY(closed.says(u"코드 8자리"_s));
    QVERIFY(!closed.says(u"stop-%1"_s.arg(id)));
    QCOMPARE(closed.headers.value("cache-control"), "no-store"_ba);

    const QString code = m_shop->deviceCode(DeviceRole::Driver);
    const Page wrong = m_phone->post(
        u"/d/sign-in"_s, {{u"code"_s, code == u"00000000"_s ? u"11111111"_s : u"00000000"_s}});
    QCOMPARE(wrong.status, 422);
    QVERIFY(wrong.says(u"코드가 달라요"_s));
    QVERIFY(!m_phone->get(u"/d"_s).says(u"stop-%1"_s.arg(id)));

    // The link of the desk carries the code; opening it changes nothing.
    const Page linked = m_phone->get(u"/d?code="_s + code);
    QCOMPARE(linked.shownValue(u"code"_s), code);
    const QString spaced = code.first(4) + u' ' + code.sliced(4);
    QCOMPARE(m_phone->post(u"/d/sign-in"_s, {{u"code"_s, spaced}}).status, 303);
    QVERIFY(m_phone->get(u"/d"_s).says(u"stop-%1"_s.arg(id)));

    Browser other = m_shop->browser();
    const Page used = other.post(u"/d/sign-in"_s, {{u"code"_s, code}});
    QCOMPARE(used.status, 422);
    QVERIFY(used.says(u"코드 시간이 지났어요"_s));
}

void TestDriverPages::aDesksCodeOpensNothing()
{
    const QString code = m_shop->deviceCode(DeviceRole::Florist);
    const Page in = m_phone->post(u"/d/sign-in"_s, {{u"code"_s, code}});
    QCOMPARE(in.status, 422);
    QVERIFY(in.says(u"꽃집 컴퓨터를 위한 코드예요"_s));
    QVERIFY(in.headers.value("set-cookie").isEmpty());
    QVERIFY(m_shop->devices().empty());
}

void TestDriverPages::theRunIsInOrder()
{
    const qint64 evening = madeOrder(testWindow(0, 16));
    const qint64 afternoon = madeOrder(testWindow(0, 14));
    const qint64 onTheRoad = madeOrder(testWindow(0, 18));
    const qint64 tomorrow = madeOrder(testWindow(1, 14));
    m_shop->moved(onTheRoad, Verb::StartDelivery);
    signIn();
    const QString page = m_phone->get(u"/d"_s).text();
    const qsizetype first = page.indexOf(u"stop-%1\""_s.arg(onTheRoad));
    const qsizetype second = page.indexOf(u"stop-%1\""_s.arg(afternoon));
    const qsizetype third = page.indexOf(u"stop-%1\""_s.arg(evening));
    QVERIFY(first > 0);
    QVERIFY(first < second);
    QVERIFY(second < third);
    QVERIFY(!page.contains(u"stop-%1\""_s.arg(tomorrow)));
    QVERIFY(page.contains(u"<h2>배송중 1</h2>"_s));
    QVERIFY(page.contains(u"<h2>제작완료 2</h2>"_s));

    // What is late says so, and tomorrow's run comes with tomorrow.
    m_shop->clock.set(m_shop->clock.nowMs() + 24 * 60 * minuteMs);
    const Page next = m_phone->get(u"/d"_s);
    QVERIFY(next.says(u"5월 8일 (목) 14–16시 · 늦었어요"_s));
    QVERIFY(next.says(u"stop-%1\""_s.arg(tomorrow)));
}

void TestDriverPages::aStopSaysOnlyWhatADriverNeeds()
{
    madeOrder(testWindow(0, 16), {{u"request"_s, u"경비실에 <b>맡겨</b> 주세요"_s}});
    signIn();
    const Page page = m_phone->get(u"/d"_s);
    for (const QString &part :
         {u"16–18시"_s, u"김서연"_s, u"tel:01023456789"_s, u"서울 강남구 역삼로 180"_s,
          u"101동 1001호"_s, u"작약 한아름 꽃다발"_s, u"이봄"_s, u"&lt;b&gt;맡겨"_s,
          u"geo:0,0?q=%EC%84%9C%EC%9A%B8"_s})
        QVERIFY2(page.says(part), qUtf8Printable(part));
    for (const QString &part :
         {u"89,000"_s, u"생일 축하해"_s, u"0101234"_s, u"href=\"/my\""_s, u"<b>맡겨"_s})
        QVERIFY2(!page.says(part), qUtf8Printable(part));
    QCOMPARE(page.headers.value("cache-control"), "no-store"_ba);
}

void TestDriverPages::startedAndDelivered()
{
    const qint64 id = madeOrder(testWindow(0, 16));
    signIn();
    const Page started = press(id, u"startDelivery"_s);
    QCOMPARE(started.status, 303);
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Delivering);
    const Page delivered = press(id, u"completeDelivery"_s, {{u"receivedBy"_s, u"경비실"_s}});
    QCOMPARE(delivered.location(), u"/d"_s);
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Delivered);
    QCOMPARE(m_shop->onlyOrder().receivedBy, u"경비실"_s);
    QVERIFY(m_phone->get(u"/d"_s).says(u"지금 배송할 꽃이 없어요"_s));
}

void TestDriverPages::notDelivered()
{
    const qint64 id = madeOrder(testWindow(0, 16));
    m_shop->moved(id, Verb::StartDelivery);
    signIn();
    press(id, u"failDelivery"_s, {{u"reason"_s, u"받는 분이 안 계세요"_s}});
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Made);
    QVERIFY(m_shop->onlyOrder().redelivery);
    QVERIFY(m_phone->get(u"/d"_s).says(u"다시 가는 배송이에요."_s));
}

void TestDriverPages::pressedAgain_data()
{
    QTest::addColumn<bool>("sameKey");
    QTest::addColumn<int>("status");
    QTest::newRow("the same press, because the answer was lost") << true << 303;
    QTest::newRow("another press") << false << 409;
}

void TestDriverPages::pressedAgain()
{
    QFETCH(bool, sameKey);
    const qint64 id = madeOrder(testWindow(0, 16));
    signIn();
    Fields fields = moveFields(u"startDelivery"_s, {{u"pressedAtMs"_s, u"1"_s}});
    QCOMPARE(m_phone->post(u"/d/moves/%1"_s.arg(id), fields).status, 303);
    const qint64 version = m_shop->onlyOrder().version;
    if (!sameKey)
        fields.insert(u"key"_s, u"0b7e2f4c-6d0a-4f6e-9a53-1f2d3c4b5a69"_s);
    const Page again = m_phone->post(u"/d/moves/%1"_s.arg(id), fields);
    QTEST(again.status, "status");
    QCOMPARE(again.says(u"그 사이 바뀌었어요. 지금은 배송중."_s), !sameKey);
    QCOMPARE(m_shop->onlyOrder().version, version);
}

void TestDriverPages::cancelledMeanwhile()
{
    const qint64 id = madeOrder(testWindow(0, 16));
    signIn();
    const Fields fields = moveFields(u"startDelivery"_s);
    m_shop->moved(id, Verb::Cancel);
    const Page late = m_phone->post(u"/d/moves/%1"_s.arg(id), fields);
    QCOMPARE(late.status, 409);
    QVERIFY(late.says(u"이 배송은 목록에서 빠졌어요"_s));
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Cancelled);
}

void TestDriverPages::otherVerbsAreNobodys_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<int>("status");
    QTest::newRow("cancel") << u"cancel"_s << 403;
    QTest::newRow("refund") << u"refund"_s << 403;
    QTest::newRow("undo") << u"undo"_s << 403;
    QTest::newRow("no verb") << QString() << 404;
}

void TestDriverPages::otherVerbsAreNobodys()
{
    QFETCH(QString, verb);
    const qint64 id = madeOrder(testWindow(0, 16));
    signIn();
    QTEST(press(id, verb).status, "status");
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Made);
}

void TestDriverPages::aForeignFormMovesNothing()
{
    const qint64 id = madeOrder(testWindow(0, 16));
    signIn();
    const QString path = u"/d/moves/%1"_s.arg(id);
    Fields fields = moveFields(u"startDelivery"_s);
    QCOMPARE(m_phone->post(path, fields, {{"Sec-Fetch-Site", "cross-site"}}).status, 403);
    fields.insert(u"csrf"_s, u"x"_s);
    QCOMPARE(m_phone->post(path, fields).status, 403);
    QCOMPARE(m_phone->post(u"/d/sign-out"_s, {{u"csrf"_s, u"x"_s}}).status, 403);
    QCOMPARE(m_phone
                 ->post(u"/d/sign-in"_s, {{u"code"_s, u"12345678"_s}},
                        {{"Sec-Fetch-Site", "cross-site"}})
                 .status,
             403);
    Browser stranger = m_shop->browser();
    QCOMPARE(stranger.post(path, fields).location(), u"/d"_s);
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Made);
    QCOMPARE(m_shop->devices().size(), size_t(1));
}

void TestDriverPages::signedOut()
{
    madeOrder(testWindow(0, 16));
    signIn();
    const Fields fields = moveFields(QString());
    QCOMPARE(m_phone->post(u"/d/sign-out"_s, fields).status, 303);
    QVERIFY(m_shop->devices().empty());
    const Page after = m_phone->get(u"/d"_s);
    QVERIFY(after.says(u"id=\"left\""_s)); // the script forgets what waits on the phone
    QVERIFY(after.headers.value("set-cookie").contains("Max-Age=0"));
    QVERIFY(!m_phone->get(u"/d"_s).says(u"연결이 끊겼어요"_s));
}

void TestDriverPages::letGoByTheOwner()
{
    const qint64 id = madeOrder(testWindow(0, 16));
    signIn();
    const Fields fields = moveFields(u"startDelivery"_s);
    m_shop->revokeDevice(m_shop->devices().front().id);
    QCOMPARE(m_phone->post(u"/d/moves/%1"_s.arg(id), fields).location(), u"/d"_s);
    QCOMPARE(m_shop->onlyOrder().state, OrderState::Made);
    const Page after = m_phone->get(u"/d"_s);
    QVERIFY(after.says(u"연결이 끊겼어요"_s));
    QVERIFY(!after.says(u"김서연"_s));
}

void TestDriverPages::anUnchangedRunIsNotSentAgain()
{
    const qint64 id = madeOrder(testWindow(0, 16));
    signIn();
    const QByteArray tag = m_phone->get(u"/d"_s).headers.value("etag");
    QVERIFY(!tag.isEmpty());
    QCOMPARE(m_phone->get(u"/d"_s, {{"If-None-Match", tag}}).status, 304);
    m_shop->moved(id, Verb::StartDelivery);
    QCOMPARE(m_phone->get(u"/d"_s, {{"If-None-Match", tag}}).status, 200);
}

void TestDriverPages::theMapOfThePhone()
{
    madeOrder(testWindow(0, 16));
    signIn();
    const Page page = m_phone->get(u"/d"_s, {{"User-Agent", "Mozilla/5.0 (iPhone; CPU)"}});
    QVERIFY(page.says(u"maps:?q=%EC%84%9C%EC%9A%B8"_s));
    QVERIFY(!page.says(u"geo:"_s));
}

void TestDriverPages::inEnglish()
{
    madeOrder(testWindow(0, 16));
    signIn();
    const Page page = m_phone->get(u"/en/d"_s);
    for (const QString &part : {u"Start delivery"_s, u"Map"_s, u"action=\"/en/d/moves/"_s})
        QVERIFY2(page.says(part), qUtf8Printable(part));
}

QTEST_GUILESS_MAIN(TestDriverPages)
#include "tst_driverpages.moc"
