// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/server/orders/menueditor.h"
#include "core/storage/server/catalogue.h"
#include "core/storage/server/feedstore.h"
#include "tests/support/shopbench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

/// What the shop sells changes; what was sold does not.
class MenuEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aChangeIsStoredAndAnnounced();
    void aStaleChangeIsRefused();
    void aRepeatedCallAddsOnce();
    void aNameIsItsOwn();
    void aRefusalLeavesNothingBehind();
    void ordersKeepNameAndPrice();
    void aShopHasOneCurrency();
    void whatIsSoldOutIsNotSold();
    void aFullMenuTakesNoMore();

private:
    Result<Product> change(qint64 id, const QJsonObject &fields, std::optional<qint64> basedOn = {},
                           std::optional<store::CallKey> key = {})
    {
        return m_menu->change(id, {fields, basedOn, 3, std::move(key)}).takeResult();
    }
    static QJsonObject wish(const QString &name, const QString &currency = u"KRW"_s)
    {
        return {{u"name"_s, name},
                {u"price"_s, QJsonObject{{u"amountMinor"_s, 42'000},
                                         {u"currency"_s, currency},
                                         {u"exponent"_s, 0}}}};
    }
    Product stored(qint64 id)
    {
        return m_bench->read(
            [id](Database &database) { return *store::findProduct(database, id); });
    }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<MenuEditor> m_menu;
};

void MenuEditorTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<ShopBench>();
    m_menu = std::make_unique<MenuEditor>(*m_bench->writer);
}

void MenuEditorTest::aChangeIsStoredAndAnnounced()
{
    const Product before = stored(1);
    const Product product = change(1, {{u"soldOut"_s, true}}, before.version).value();
    QCOMPARE(product.version, before.version + 1);
    QCOMPARE(product, stored(1));
    const FeedPage page =
        m_bench->read([](Database &database) { return store::readFeed(database, {}, 10); });
    QCOMPARE(std::get<Product>(page.entries.back().document), product);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM journal WHERE what = 'setProduct' AND type = "
                             "'product' AND detail LIKE '%soldOut%' AND detail LIKE "
                             "'%\"device\":3%'"),
             1);
}

void MenuEditorTest::aStaleChangeIsRefused()
{
    QVERIFY(change(1, {{u"soldOut"_s, true}}, 1));
    const auto stale = change(1, {{u"soldOut"_s, false}}, 1);
    QCOMPARE(stale.error().code, RefusalCode::StaleVersion);
    QCOMPARE(stale.error().value, u"2"_s);
    QVERIFY(stored(1).soldOut);
    QCOMPARE(change(99, {{u"soldOut"_s, true}}).error().code, RefusalCode::NotFound);
}

void MenuEditorTest::aRepeatedCallAddsOnce()
{
    const qint64 before = m_bench->number("SELECT COUNT(*) FROM products");
    const Product once = change(0, wish(u"수국"_s), {}, callKey(u"k"_s)).value();
    QCOMPARE(once.version, 1);
    QCOMPARE(change(0, wish(u"수국"_s), {}, callKey(u"k"_s)).value(), once);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM products"), before + 1);
    QCOMPARE(change(0, wish(u"다른"_s), {}, callKey(u"k"_s, "other")).error().code,
             RefusalCode::KeyReused);
}

void MenuEditorTest::aNameIsItsOwn()
{
    const QString name = stored(2).name;
    QCOMPARE(change(0, wish(name)).error().code, RefusalCode::NameTaken);
    const auto renamed = change(1, {{u"name"_s, QString(u' ' + name + u' ')}});
    QCOMPARE(renamed.error().code, RefusalCode::NameTaken);
    QCOMPARE(renamed.error().field, u"name"_s);
    QVERIFY(change(2, {{u"name"_s, name}})); // its own
}

void MenuEditorTest::aRefusalLeavesNothingBehind()
{
    const Product before = stored(1);
    const auto refused = change(1, {{u"soldOut"_s, true}, {u"dailyLimit"_s, -1}});
    QCOMPARE(refused.error().field, u"dailyLimit"_s);
    QCOMPARE(stored(1), before);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM journal WHERE what = 'setProduct'"), 0);
}

void MenuEditorTest::ordersKeepNameAndPrice()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QVERIFY(change(order.productId, wish(u"새 이름"_s)));
    QCOMPARE(m_bench->order(order.id), order);
    const PlacedOrder next = m_bench->place(ShopBench::draft()).value();
    QCOMPARE(next.order.unitPrice.minor, 42'000);
    QCOMPARE(next.order.productName, u"새 이름"_s);
}

void MenuEditorTest::aShopHasOneCurrency()
{
    QCOMPARE(change(0, wish(u"수국"_s, u"USD"_s)).error().field, u"price"_s);
    m_bench->tamper(u"UPDATE products SET currency = 'USD'"_s);
    QVERIFY(change(0, wish(u"수국"_s, u"USD"_s)));
}

void MenuEditorTest::whatIsSoldOutIsNotSold()
{
    const Order order = m_bench->paidOrder(ShopBench::draft());
    QVERIFY(change(order.productId, {{u"soldOut"_s, true}}));
    QCOMPARE(m_bench->place(ShopBench::draft()).error().code, RefusalCode::SoldOut);
    QVERIFY(m_bench->move(order.id, Verb::StartMaking)); // it is sold already
}

/// For good: a desk would ask again for ever what it takes for a matter of time.
void MenuEditorTest::aFullMenuTakesNoMore()
{
    const auto missing =
        MenuEditor::mostProducts - int(m_bench->number("SELECT COUNT(*) FROM products"));
    m_bench
        ->write([missing](Transaction &transaction) -> Result<bool> {
            for (int i = 0; i < missing; ++i) {
                Product product;
                product.id = transaction.nextId("product"_L1);
                product.name = u"꽃 %1"_s.arg(i);
                store::insertProduct(transaction.db(), product);
            }
            return true;
        })
        .value();
    const auto refused = change(0, wish(u"하나 더"_s));
    QCOMPARE(refused.error().code, RefusalCode::OutOfRange);
    QCOMPARE(refused.error().field, u"products"_s);
    QVERIFY(change(1, {{u"soldOut"_s, true}})); // what is there still changes
}

QTEST_GUILESS_MAIN(MenuEditorTest)
#include "tst_menueditor.moc"
