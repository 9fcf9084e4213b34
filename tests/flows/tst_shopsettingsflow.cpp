// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/shopsettings.h"
#include "core/sync/decisions.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/pairingcalls.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrlQuery>
#include <QtCore/QUuid>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

namespace {

constexpr qint64 halfHourMs = 30 * 60'000;

} // namespace

/// The owner sets the shop at the desk, and customers meet it: at once, after a time offline, and
/// when two desks set the same.
class TestShopSettingsFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aClosedDayStandsOnTheWeb();
    void aPauseEndsByTheClock();
    void whatIsSetOfflineIsSentLater();
    void twoDesksNeverOverwriteEachOther();
    void aFloristsDeskIsRefusedByTheServer();
    void aSwitchedOffTextIsNotSent();
    void theFooterNamesTheBusiness();

private:
    DeskInProcess &desk(std::size_t i = 0) { return *m_desks[i]; }
    Shop atServer() { return shopFromJson(m_owner->get(u"/settings"_s).json()).value(); }
    QString page(const QString &path)
    {
        const Answer answer = m_customer->get(path);
        return answer.text();
    }
    Answer order(const QString &window = {})
    {
        QJsonObject body{{u"productId"_s, 1},
                         {u"qty"_s, 1},
                         {u"customerName"_s, u"김하늘"_s},
                         {u"phoneNumber"_s, u"01012341234"_s}};
        body.insert(u"window"_s, window.isEmpty() ? u"2026-11-30T18:00/20:00"_s : window);
        return m_customer->post(u"/orders"_s, body);
    }
    bool set(std::size_t i, const QJsonObject &settings)
    {
        return desk(i).engine->changeShop(settings)
               && QTest::qWaitFor([&] { return desk(i).engine->unsent().empty(); });
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_customer;
    std::unique_ptr<HttpCalls> m_owner;
    std::vector<std::unique_ptr<DeskInProcess>> m_desks;
};

void TestShopSettingsFlow::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_customer = std::make_unique<HttpCalls>(m_shop->url());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    for (int i = 0; i < 2; ++i) {
        m_desks.push_back(
            std::make_unique<DeskInProcess>(m_shop->url(), m_shop->token, m_shop->clock));
        QVERIFY(m_desks.back()->engine->start());
        QTRY_VERIFY(m_desks.back()->isLive());
    }
}

void TestShopSettingsFlow::cleanup()
{
    m_desks.clear();
    m_customer.reset();
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestShopSettingsFlow::aClosedDayStandsOnTheWeb()
{
    Shop wanted = desk().engine->shop();
    const QDate day = wanted.today(m_shop->clock.nowMs()).addDays(1);
    const QString window = DeliveryWindow{day, 18 * 60, 20 * 60}.key();
    QCOMPARE(order(window).status, 201);
    wanted.closedDays.push_back({day, u"꽃시장 가는 날"_s});
    QVERIFY(set(0, {{u"closedDays"_s, toJson(wanted).value(u"closedDays"_s)}}));
    QVERIFY(page(u"/shop/items/1"_s).contains(u"꽃시장 가는 날"_s));
    const Answer refused = order(window);
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.json().value(u"code"_s).toString(), u"closed-day"_s);
    QTRY_VERIFY(desk(1).engine->shop().closedReason(day).has_value());
}

void TestShopSettingsFlow::aPauseEndsByTheClock()
{
    const qint64 untilMs = m_shop->clock.nowMs() + halfHourMs;
    QVERIFY(set(0, {{u"pausedUntilMs"_s, untilMs}, {u"pauseReason"_s, u"주문이 많이 밀렸어요"_s}}));
    for (const QString &path : {u"/"_s, u"/shop/items/1"_s}) {
        const QString text = page(path);
        QVERIFY2(text.contains(u"지금은 주문을 쉬고 있어요"_s), qUtf8Printable(path));
        QVERIFY2(text.contains(u"주문이 많이 밀렸어요"_s), qUtf8Printable(path));
    }
    QVERIFY(!page(u"/"_s).contains(u"부터 배송"_s));
    QVERIFY(!page(u"/shop/items/1"_s).contains(u"action=\"/shop/order\""_s));
    QVERIFY(page(u"/en"_s).contains(u"We are not taking orders right now."_s));
    const Answer refused = order();
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.json().value(u"code"_s).toString(), u"shop-paused"_s);
    QVERIFY(!refused.retryAfter.isEmpty());
    m_shop->clock.advance(halfHourMs);
    QVERIFY(!page(u"/"_s).contains(u"지금은 주문을 쉬고 있어요"_s));
    QCOMPARE(order().status, 201);
}

void TestShopSettingsFlow::whatIsSetOfflineIsSentLater()
{
    desk().engine->stop();
    const qint64 before = atServer().version;
    QVERIFY(desk().engine->changeShop({{u"cutOffMinutes"_s, 90}}));
    QVERIFY(desk().engine->changeShop({{u"travelMinutes"_s, 25}}));
    QCOMPARE(desk().engine->shop().cutOffMinutes, 90); // copy + queue
    QCOMPARE(desk().engine->shop().travelMinutes, 25);
    QCOMPARE(atServer().version, before);
    const auto refused = desk().engine->changeShop({{u"horizonDays"_s, 0}});
    QCOMPARE(refused.error().field, u"horizonDays"_s); // at once, without the server
    desk().reopen(m_shop->url(), m_shop->token, m_shop->clock); // and after a restart
    QVERIFY(desk().engine->start());
    QTRY_COMPARE(desk().engine->unsent().size(), 0u);
    QCOMPARE(atServer().cutOffMinutes, 90);
    QCOMPARE(atServer().travelMinutes, 25);
    QCOMPARE(atServer().version, before + 2);
    QTRY_COMPARE(desk(1).engine->shop(), atServer());
}

void TestShopSettingsFlow::twoDesksNeverOverwriteEachOther()
{
    desk(0).engine->stop();
    QVERIFY(desk(0).engine->changeShop({{u"cutOffMinutes"_s, 90}}));
    QVERIFY(desk(0).engine->changeShop({{u"horizonDays"_s, 30}}));
    QVERIFY(set(1, {{u"cutOffMinutes"_s, 120}}));
    QVERIFY(desk(0).engine->start());
    Decisions &decisions = desk(0).engine->decisions();
    QTRY_COMPARE(decisions.all().size(), 1u);
    const Decision decision = decisions.all().front();
    QVERIFY(decision.isOfShop());
    QCOMPARE(decision.operations.size(), 2u);
    QCOMPARE(atServer().cutOffMinutes, 120); // nothing was written over
    QTRY_COMPARE(desk(0).engine->shop(), atServer()); // and nothing pretends to be
    QVERIFY(decisions.redo(decision.id()));
    QTRY_COMPARE(atServer().horizonDays, 30);
    QCOMPARE(atServer().cutOffMinutes, 90);
    QVERIFY(decisions.all().empty());
}

void TestShopSettingsFlow::aFloristsDeskIsRefusedByTheServer()
{
    DeskInProcess florist(m_shop->url(), pairDevice(*m_shop, u"florist"_s).token, m_shop->clock);
    QVERIFY(florist.engine->start());
    QTRY_VERIFY(florist.isLive());
    QVERIFY(florist.engine->changeShop({{u"cutOffMinutes"_s, 90}}));
    QTRY_COMPARE(florist.engine->decisions().all().size(), 1u);
    QCOMPARE(florist.engine->decisions().all().front().refusal.code, RefusalCode::NotAllowed);
    QCOMPARE(florist.engine->shop().cutOffMinutes, atServer().cutOffMinutes);
}

void TestShopSettingsFlow::aSwitchedOffTextIsNotSent()
{
    QVERIFY(set(0, {{u"mutedTexts"_s, QJsonArray{u"paid"_s}}}));
    const qint64 id = order().json().value(u"id"_s).toInteger();
    const auto states = [&] {
        QStringList list;
        const QJsonArray items =
            m_owner->get(u"/messages?orderId=%1"_s.arg(id)).json().value(u"items"_s).toArray();
        for (const auto &item : items)
            list << item.toObject().value(u"event"_s).toString() + u' '
                        + item.toObject().value(u"state"_s).toString();
        return list;
    };
    QTRY_COMPARE(states(), QStringList{u"paid withdrawn"_s});
    QVERIFY(set(0, {{u"mutedTexts"_s, QJsonArray{}}}));
    m_owner->patch(u"/orders/%1"_s.arg(id), {{u"verb"_s, u"startMaking"_s}});
    m_shop->clock.advance(halfHourMs);
    QVERIFY(set(0, {{u"cutOffMinutes"_s, 61}})); // a commit wakes the outbox
    QTRY_VERIFY(states().contains(u"making sent"_s));
}

void TestShopSettingsFlow::theFooterNamesTheBusiness()
{
    QJsonObject business = toJson(atServer()).value(u"business"_s).toObject();
    business.insert(u"representative"_s, u"이<봄>"_s);
    business.insert(u"email"_s, QString());
    QVERIFY(set(0, {{u"business"_s, business}}));
    const QString text = page(u"/"_s);
    QVERIFY(text.contains(u"이&lt;봄&gt;"_s));
    QVERIFY(text.contains(u"사업자등록번호"_s));
    QVERIFY(!text.contains(u"이메일"_s));
}

QTEST_GUILESS_MAIN(TestShopSettingsFlow)
#include "tst_shopsettingsflow.moc"
