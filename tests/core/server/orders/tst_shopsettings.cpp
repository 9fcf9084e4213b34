// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/shopsettings.h"
#include "core/storage/server/feedstore.h"
#include "tests/support/shopbench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

QJsonArray windowsWith(const std::vector<WindowRule> &rules)
{
    Shop shop;
    shop.windows = rules;
    return toJson(shop).value(u"windows"_s).toArray();
}

} // namespace

/// The owner changes the shop; what was sold stays sold.
class ShopSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aChangeIsStoredAndAnnounced();
    void aStaleChangeIsRefused();
    void aRepeatedCallChangesOnce();
    void aRefusalLeavesNothingBehind();
    void aRemovedWindowKeepsItsOrders();
    void lessCapacitySellsNoMore();
    void aPausedShopTakesNoOrders();

private:
    Result<Shop> change(const QJsonObject &settings, std::optional<qint64> basedOn = {},
                        std::optional<store::CallKey> key = {})
    {
        return m_settings->change({settings, basedOn, 3, std::move(key)}).takeResult();
    }
    Result<PlacedOrder> customerPlaces()
    {
        PlaceRequest wish;
        wish.draft = ShopBench::draft();
        wish.address = "203.0.113.1";
        return m_bench->orders.place(wish).takeResult();
    }
    Shop stored()
    {
        return m_bench->read([](Database &database) { return *store::readShop(database); });
    }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<ShopSettings> m_settings;
};

void ShopSettingsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<ShopBench>();
    m_settings = std::make_unique<ShopSettings>(*m_bench->writer);
}

void ShopSettingsTest::aChangeIsStoredAndAnnounced()
{
    const Shop shop = change({{u"cutOffMinutes"_s, 30}}, 1).value();
    QCOMPARE(shop.version, 2);
    QCOMPARE(shop, stored());
    const FeedPage page =
        m_bench->read([](Database &database) { return store::readFeed(database, {}, 10); });
    QCOMPARE(page.entries.size(), 1u);
    QCOMPARE(std::get<Shop>(page.entries.front().document), shop);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM journal WHERE what = 'setShop' AND type = "
                             "'shop' AND detail LIKE '%cutOffMinutes%' AND detail LIKE "
                             "'%\"device\":3%'"),
             1);
}

void ShopSettingsTest::aStaleChangeIsRefused()
{
    QVERIFY(change({{u"cutOffMinutes"_s, 30}}, 1));
    const auto stale = change({{u"cutOffMinutes"_s, 45}}, 1);
    QCOMPARE(stale.error().code, RefusalCode::StaleVersion);
    QCOMPARE(stale.error().value, u"2"_s);
    QCOMPARE(stored().cutOffMinutes, 30);
}

void ShopSettingsTest::aRepeatedCallChangesOnce()
{
    const store::CallKey key = callKey(u"k"_s);
    QCOMPARE(change({{u"cutOffMinutes"_s, 30}}, 1, key).value().version, 2);
    QCOMPARE(change({{u"cutOffMinutes"_s, 30}}, 1, key).value().version, 2);
    QCOMPARE(change({{u"cutOffMinutes"_s, 31}}, 1, callKey(u"k"_s, "other")).error().code,
             RefusalCode::KeyReused);
}

void ShopSettingsTest::aRefusalLeavesNothingBehind()
{
    const Shop before = stored();
    const auto refused = change({{u"cutOffMinutes"_s, 30}, {u"horizonDays"_s, 0}});
    QCOMPARE(refused.error().field, u"horizonDays"_s);
    QCOMPARE(stored(), before);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM journal WHERE type = 'shop'"), 0);
}

void ShopSettingsTest::aRemovedWindowKeepsItsOrders()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QVERIFY(change({{u"windows"_s, windowsWith({{600, 720, 100}})}}));
    QCOMPARE(m_bench->order(order.id), order);
    QCOMPARE(m_bench->taken(*order.window), 1);
    QCOMPARE(m_bench->place(ShopBench::draft()).error().code, RefusalCode::UnknownWindow);
    QVERIFY(m_bench->move(order.id, Verb::StartMaking));
}

void ShopSettingsTest::lessCapacitySellsNoMore()
{
    QVERIFY(m_bench->place(ShopBench::draft()));
    QVERIFY(m_bench->place(ShopBench::draft()));
    QVERIFY(change({{u"windows"_s, windowsWith({{600, 720, 100}, {1080, 1200, 1}})}}));
    QCOMPARE(m_bench->taken(ShopBench::window()), 2);
    QCOMPARE(m_bench->place(ShopBench::draft()).error().code, RefusalCode::WindowFull);
}

void ShopSettingsTest::aPausedShopTakesNoOrders()
{
    constexpr qint64 halfHourMs = 30 * 60'000;
    const qint64 untilMs = m_bench->clock.nowMs() + halfHourMs;
    QVERIFY(change({{u"pausedUntilMs"_s, untilMs}}));
    const auto refused = customerPlaces();
    QCOMPARE(refused.error().code, RefusalCode::ShopPaused);
    QCOMPARE(refused.error().value, QString::number(untilMs));
    QCOMPARE(m_bench->taken(ShopBench::window()), 0);
    m_bench->clock.advance(halfHourMs - 1);
    QVERIFY(!customerPlaces());
    QVERIFY(m_bench->place(ShopBench::draft())); // the shop itself, for a caller
    m_bench->clock.advance(1);
    QVERIFY(customerPlaces());
}

QTEST_GUILESS_MAIN(ShopSettingsTest)
#include "tst_shopsettings.moc"
