// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "core/sync/decisions.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/pairingcalls.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

namespace {

constexpr qint64 peony = 1;

QJsonObject wish(const QString &name, qint64 minor = 42'000, const QString &currency = u"KRW"_s,
                 int exponent = 0)
{
    return {{u"name"_s, name},
            {u"price"_s, QJsonObject{{u"amountMinor"_s, minor},
                                     {u"currency"_s, currency},
                                     {u"exponent"_s, exponent}}}};
}

} // namespace

/// The menu changes at the desk, and customers meet it: at once, after a time offline, and when two
/// desks change the same.
class TestMenuFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsSoldOutStandsOnTheWeb();
    void whatIsNewCanBeOrdered();
    void whatIsHiddenLeavesTheMenu();
    void changesMadeOfflineAreSentLater();
    void twoDesksNeverOverwriteEachOther();
    void aNameThatIsTakenIsDecided();
    void aDriverChangesNothing();
    void aShopThatSellsInDollars();

private:
    DeskInProcess &desk(std::size_t i = 0) { return *m_desks[i]; }
    QString page(const QString &path) { return m_customer->get(path).text(); }
    const Product *find(std::size_t i, const QString &name)
    {
        const auto &products = desk(i).engine->products();
        const auto found = std::ranges::find_if(
            products, [&](const auto &entry) { return entry.second.name == name; });
        return found == products.end() ? nullptr : &found->second;
    }
    bool change(std::size_t i, qint64 id, const QJsonObject &fields)
    {
        return desk(i).engine->changeProduct(id, fields)
               && QTest::qWaitFor([&] { return desk(i).engine->unsent().empty(); });
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_customer;
    std::vector<std::unique_ptr<DeskInProcess>> m_desks;
};

void TestMenuFlow::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_customer = std::make_unique<HttpCalls>(m_shop->url());
    for (int i = 0; i < 2; ++i) {
        m_desks.push_back(
            std::make_unique<DeskInProcess>(m_shop->url(), m_shop->token, m_shop->clock));
        QVERIFY(m_desks.back()->engine->start());
        QTRY_VERIFY(m_desks.back()->isLive());
    }
}

void TestMenuFlow::cleanup()
{
    m_desks.clear();
    m_customer.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestMenuFlow::whatIsSoldOutStandsOnTheWeb()
{
    QVERIFY(page(u"/shop/items/1"_s).contains(u"action=\"/shop/order\""_s));
    QVERIFY(change(0, peony, {{u"soldOut"_s, true}}));
    QVERIFY(!page(u"/shop/items/1"_s).contains(u"action=\"/shop/order\""_s));
    QTRY_VERIFY(desk(1).engine->products().at(peony).soldOut);
    QVERIFY(change(1, peony, {{u"soldOut"_s, false}}));
    QVERIFY(page(u"/shop/items/1"_s).contains(u"action=\"/shop/order\""_s));
}

void TestMenuFlow::whatIsNewCanBeOrdered()
{
    QJsonObject fields = wish(u"수국 <한> 다발"_s);
    fields.insert(u"nameEn"_s, u"Hydrangeas"_s);
    fields.insert(u"needsWindow"_s, false);
    QVERIFY(change(0, 0, fields));
    QVERIFY(page(u"/"_s).contains(u"수국 &lt;한&gt; 다발"_s));
    QVERIFY(page(u"/en"_s).contains(u"Hydrangeas"_s));
    QTRY_VERIFY(find(0, u"수국 <한> 다발"_s) && find(0, u"수국 <한> 다발"_s)->id > 0);
    QTRY_VERIFY(find(1, u"수국 <한> 다발"_s));
    const QJsonObject order{{u"productId"_s, find(1, u"수국 <한> 다발"_s)->id},
                            {u"qty"_s, 2},
                            {u"customerName"_s, u"김하늘"_s},
                            {u"phoneNumber"_s, u"01012341234"_s}};
    const Answer placed = m_customer->post(u"/orders"_s, order);
    QCOMPARE(placed.status, 201);
    QCOMPARE(placed.json().value(u"total"_s).toObject().value(u"amountMinor"_s).toInteger(),
             84'000);
}

void TestMenuFlow::whatIsHiddenLeavesTheMenu()
{
    const QString name = desk().engine->products().at(peony).name;
    QVERIFY(page(u"/"_s).contains(name));
    QVERIFY(change(0, peony, {{u"hidden"_s, true}}));
    QVERIFY(!page(u"/"_s).contains(name));
    QVERIFY(find(0, name) && find(0, name)->hidden);
}

void TestMenuFlow::changesMadeOfflineAreSentLater()
{
    desk().engine->stop();
    QVERIFY(desk().engine->changeProduct(peony, {{u"dailyLimit"_s, 3}}));
    QVERIFY(desk().engine->changeProduct(peony, {{u"name"_s, u"작약"_s}}));
    QVERIFY(desk().engine->changeProduct(0, wish(u"수국"_s)));
    QCOMPARE(find(0, u"작약"_s)->dailyLimit, 3); // copy + queue
    QVERIFY(find(0, u"수국"_s)->id < 0); // nobody has numbered it
    QCOMPARE(
        desk().engine->changeProduct(find(0, u"수국"_s)->id, {{u"hidden"_s, true}}).error().code,
        RefusalCode::NotFound);
    QCOMPARE(desk().engine->changeProduct(peony, {{u"name"_s, u" "_s}}).error().field, u"name"_s);
    desk().reopen(m_shop->url(), m_shop->token, m_shop->clock); // and after a restart
    QVERIFY(desk().engine->start());
    QTRY_COMPARE(desk().engine->unsent().size(), 0u);
    QTRY_VERIFY(find(1, u"수국"_s) && find(1, u"작약"_s));
    QCOMPARE(find(1, u"작약"_s)->dailyLimit, 3);
    QTRY_COMPARE(desk(0).engine->products(), desk(1).engine->products());
}

void TestMenuFlow::twoDesksNeverOverwriteEachOther()
{
    desk(0).engine->stop();
    QVERIFY(desk(0).engine->changeProduct(peony, {{u"dailyLimit"_s, 3}}));
    QVERIFY(desk(0).engine->changeProduct(peony, {{u"soldOut"_s, true}}));
    QVERIFY(change(1, peony, {{u"dailyLimit"_s, 9}}));
    QVERIFY(desk(0).engine->start());
    Decisions &decisions = desk(0).engine->decisions();
    QTRY_COMPARE(decisions.all().size(), 1u);
    const Decision decision = decisions.all().front();
    QVERIFY(decision.isOfProduct());
    QCOMPARE(decision.operations.size(), 2u);
    QTRY_COMPARE(desk(0).engine->products().at(peony).dailyLimit, 9); // nothing was written over
    QVERIFY(!desk(0).engine->products().at(peony).soldOut); // and nothing pretends to be
    QVERIFY(decisions.redo(decision.id()));
    QTRY_VERIFY(desk(1).engine->products().at(peony).soldOut);
    QCOMPARE(desk(1).engine->products().at(peony).dailyLimit, 3);
    QVERIFY(decisions.all().empty());
}

void TestMenuFlow::aNameThatIsTakenIsDecided()
{
    desk(0).engine->stop();
    QVERIFY(desk(0).engine->changeProduct(0, wish(u"수국"_s, 1)));
    QVERIFY(change(1, 0, wish(u"수국"_s, 2)));
    QVERIFY(desk(0).engine->start());
    Decisions &decisions = desk(0).engine->decisions();
    QTRY_COMPARE(decisions.all().size(), 1u);
    QCOMPARE(decisions.all().front().refusal.code, RefusalCode::NameTaken);
    QVERIFY(decisions.again(decisions.all().front()).empty());
    QTRY_COMPARE(find(0, u"수국"_s)->price.minor, 2);
}

void TestMenuFlow::aDriverChangesNothing()
{
    HttpCalls driver(m_shop->url(), pairDevice(*m_shop, u"driver"_s).token);
    QCOMPARE(driver.patch(u"/catalogue/1"_s, {{u"soldOut"_s, true}}).status, 403);
    QCOMPARE(driver.post(u"/catalogue"_s, wish(u"수국"_s)).status, 403);
    HttpCalls florist(m_shop->url(), pairDevice(*m_shop, u"florist"_s).token);
    QCOMPARE(florist.patch(u"/catalogue/1"_s, {{u"soldOut"_s, true}}).status, 200);
}

void TestMenuFlow::aShopThatSellsInDollars()
{
    QVERIFY(m_shop->stop());
    {
        Database file(m_shop->file(u"petalpost.db"_s), Database::Mode::ReadWrite);
        file.run("UPDATE products SET currency = 'USD', exponent = 2");
    }
    QVERIFY(m_shop->start());
    DeskInProcess desk(m_shop->url(), m_shop->token, m_shop->clock);
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    desk.engine->stop();
    QVERIFY(desk.engine->changeProduct(0, wish(u"수국"_s, 4'250, u"USD"_s, 2)));
    const Product shown = desk.engine->products().begin()->second; // the new one comes first
    QCOMPARE(shown.name, u"수국"_s);
    QCOMPARE(shown.price, (Money{4'250, {u"USD"_s, 2}}));
    QCOMPARE(desk.engine->changeProduct(0, wish(u"장미"_s)).error().field, u"price"_s);
}

QTEST_GUILESS_MAIN(TestMenuFlow)
#include "tst_menuflow.moc"
