// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/ops/calllimits.h"
#include "core/storage/server/catalogue.h"
#include "core/storage/server/writer.h"
#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"

#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;
using server::CallLimits;

namespace {

constexpr int ordersPerMinute = 3;
constexpr int refused = 429;

/// As the shop's reverse proxy says it.
Headers from(const QByteArray &address)
{
    return {{"X-Forwarded-For"_ba, address}};
}

} // namespace

/// What one address may ask for in a minute, over HTTP; another address is none the poorer.
class TestCallLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void ordersAreCounted();
    void otherPostsOfCustomersAreCounted();
    void noticesAreCounted();
    void pairingIsCounted();
    void aDeviceIsNotCounted();

private:
    /// The statuses of \a calls equal calls from \a address.
    template<typename Call>
    QList<int> statuses(int calls, const QByteArray &address, Call call)
    {
        QList<int> seen;
        for (int i = 0; i < calls; ++i)
            seen.append(call(from(address)).status);
        return seen;
    }
    /// That \a call is answered \a most times a minute, and then refused until the minute is over.
    template<typename Call>
    void countsTo(int most, Call call)
    {
        const auto bot = statuses(most, "198.51.100.66"_ba, call);
        QCOMPARE(bot.count(refused), 0);
        const Answer late = call(from("198.51.100.66"_ba));
        QCOMPARE(late.status, refused);
        QCOMPARE(late.retryAfter, "60"_ba);
        QVERIFY(!late.json().value(u"title"_s).toString().isEmpty());
        QVERIFY(call(from("203.0.113.7"_ba)).status != refused);
        m_shop->clock.advance(server::RateLimit::windowMs);
        QVERIFY(call(from("198.51.100.66"_ba)).status != refused);
    }
    QJsonObject order(const Headers &headers = {})
    {
        return m_anyone->post(u"/orders"_s, m_rose, headers).json();
    }

    const QJsonObject m_rose{{u"flowerName"_s, u"Rose"_s}, {u"qty"_s, 1}};
    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_anyone;
    std::unique_ptr<HttpCalls> m_desk;
};

void TestCallLimits::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    m_shop->trustedProxies = {"127.0.0.1"_ba};
    QVERIFY(m_shop->start());
    m_anyone = std::make_unique<HttpCalls>(m_shop->url());
    m_desk = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    Writer writer(m_shop->file(u"petalpost.db"_s), m_shop->clock);
    const auto written = writer.write([](Transaction &transaction) -> Result<void> {
        Shop shop = store::readShop(transaction.db()).value();
        shop.ordersPerAddressPerMinute = ordersPerMinute;
        store::writeShop(transaction.db(), shop);
        return {};
    });
    QVERIFY(written.result());
}

void TestCallLimits::cleanup()
{
    QVERIFY(m_shop->stop());
}

void TestCallLimits::ordersAreCounted()
{
    countsTo(ordersPerMinute, [this](const Headers &headers) {
        return m_anyone->post(u"/orders"_s, m_rose, headers);
    });
    QCOMPARE(m_anyone->allOrders().size(), 0U); // no customer reads the others' orders
    QCOMPARE(m_desk->allOrders().size(), std::size_t(ordersPerMinute + 2));
}

void TestCallLimits::otherPostsOfCustomersAreCounted()
{
    const QJsonObject placed = order(from("203.0.113.50"_ba));
    HttpCalls customer(m_shop->url(), placed.value(u"accessToken"_s).toString().toLatin1());
    const QString path = u"/orders/%1"_s.arg(placed.value(u"id"_s).toInteger());
    const QJsonObject nonsense{{u"verb"_s, u"dance"_s}};
    countsTo(ordersPerMinute * CallLimits::postsPerOrder,
             [&](const Headers &headers) { return customer.patch(path, nonsense, headers); });
}

void TestCallLimits::noticesAreCounted()
{
    countsTo(CallLimits::noticesPerMinute, [this](const Headers &headers) {
        return m_anyone->post(u"/payments/webhooks/nobody"_s, {}, headers);
    });
}

void TestCallLimits::pairingIsCounted()
{
    countsTo(CallLimits::pairingCallsPerMinute,
             [this](const Headers &headers) { return m_anyone->post(u"/devices"_s, {}, headers); });
}

void TestCallLimits::aDeviceIsNotCounted()
{
    const auto placing = [this](const Headers &headers) {
        return m_desk->post(u"/orders"_s, m_rose, headers);
    };
    QCOMPARE(statuses(2 * ordersPerMinute, "198.51.100.66"_ba, placing),
             QList<int>(2 * ordersPerMinute, 201));
}

QTEST_GUILESS_MAIN(TestCallLimits)
#include "tst_calllimits.moc"
