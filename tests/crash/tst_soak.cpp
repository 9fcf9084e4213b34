// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"
#include "core/storage/database.h"
#include "tests/support/httpcalls.h"
#include "tests/support/killabledesk.h"
#include "tests/support/shopinprocess.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr int orderCount = 125;
constexpr std::array road{"startMaking", "markMade", "startDelivery", "completeDelivery"};
constexpr int pressCount = orderCount * int(road.size());
constexpr int killEvery = 10; ///< 50 kills
constexpr qint64 offlineMs = 8 * 3'600'000LL;
constexpr int cancelEvery = 11; ///< the customer of each 11th order cancels meanwhile
constexpr int otherEvery = 7; ///< the other desk begins each 7th order meanwhile
constexpr int settleMs = 60'000;

} // namespace

/// Eight hours without the server, 500 moves, 50 kills; meanwhile customers cancel and another desk
/// works. The clock is the test's.
class TestSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayOffline();

private:
    struct Customer
    {
        qint64 id = 0;
        QByteArray token;
    };
    std::vector<Customer> placeAll(HttpCalls &customer);
    void meanwhile(HttpCalls &customer, const std::vector<Customer> &orders, KillableDesk &other);
    void pressAll(KillableDesk &desk, const std::vector<Customer> &orders);
    void checkLedger();

    ShopInProcess m_shop;
    std::set<QByteArray> m_stored;
};

std::vector<TestSoak::Customer> TestSoak::placeAll(HttpCalls &customer)
{
    const QJsonObject body{{u"flowerName"_s, u"Rose"_s},
                           {u"qty"_s, 1},
                           {u"customerName"_s, u"김하늘"_s},
                           {u"phoneNumber"_s, u"01012341234"_s},
                           {u"address"_s, QJsonObject{{u"line"_s, u"서울 강남구 역삼로 180"_s}}}};
    std::vector<Customer> orders;
    for (int i = 0; i < orderCount; ++i) {
        m_shop.clock.advance(5'000);
        const QJsonObject placed = customer.post(u"/orders"_s, body).json();
        orders.push_back({placed.value(u"id"_s).toInteger(),
                          placed.value(u"accessToken"_s).toString().toLatin1()});
    }
    return orders;
}

void TestSoak::meanwhile(HttpCalls &customer, const std::vector<Customer> &orders,
                         KillableDesk &other)
{
    for (std::size_t i = 0; i < orders.size(); ++i) {
        if (i % cancelEvery == 0) {
            const Answer answer =
                customer.patch(u"/orders/%1"_s.arg(orders[i].id), {{u"verb"_s, u"cancel"_s}},
                               {{"Authorization", "Bearer " + orders[i].token}});
            QCOMPARE(answer.status, 200);
        } else if (i % otherEvery == 0) {
            const QByteArray id = QByteArray::number(orders[i].id);
            QVERIFY(other.ask("move " + id + " startMaking").startsWith("stored "));
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(other.isSettled(), settleMs);
}

/// Step by step through all orders, as a day goes, and dead after each tenth press.
void TestSoak::pressAll(KillableDesk &desk, const std::vector<Customer> &orders)
{
    int pressed = 0;
    for (const char *verb : road) {
        for (const Customer &order : orders) {
            m_shop.clock.advance(offlineMs / pressCount);
            desk.ask("clock " + QByteArray::number(m_shop.clock.nowMs()));
            const QByteArray answer = desk.ask("move " + QByteArray::number(order.id) + ' ' + verb);
            QVERIFY2(answer.startsWith("stored "), answer.constData());
            m_stored.insert(answer.sliced(7));
            if (++pressed % killEvery != 0)
                continue;
            desk.kill();
            QVERIFY(desk.startOffline(m_shop.clock.nowMs()));
        }
    }
}

/// One row of the SMS ledger for each accepted operation, none for any other.
void TestSoak::checkLedger()
{
    Database database(m_shop.file(u"petalpost.db"_s), Database::Mode::ReadOnly);
    const auto number = [&](Sql sql) {
        Rows rows = database.query(sql);
        return rows.next() ? rows.number(0) : -1;
    };
    const qint64 operations = number("SELECT COUNT(*) FROM operations");
    QVERIFY(operations > 300);
    QCOMPARE(number("SELECT COUNT(*) FROM messages WHERE operation <> ''"), operations);
    QCOMPARE(number("SELECT COUNT(DISTINCT operation) FROM messages WHERE operation <> ''"),
             operations);
    QCOMPARE(number("SELECT COUNT(*) FROM messages m WHERE operation <> ''"
                    " AND NOT EXISTS (SELECT 1 FROM operations o WHERE o.id = m.operation)"),
             0);
    // Only the newest state of an order is texted, however much was pressed offline.
    QCOMPARE(number("SELECT COUNT(*) FROM (SELECT order_id FROM messages WHERE state = 'held'"
                    " GROUP BY order_id HAVING COUNT(*) > 1) AS twice"),
             0);
}

void TestSoak::aDayOffline()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(m_shop.start());
    HttpCalls customer(m_shop.url());
    HttpCalls owner(m_shop.url(), m_shop.token);
    const auto orders = placeAll(customer);
    const auto desk = [&] {
        return std::make_unique<KillableDesk>(QStringLiteral(PETALPOST_HEADLESS), m_shop.url(),
                                              m_shop.token);
    };
    const auto one = desk();
    const auto other = desk();
    for (const auto &each : {&*one, &*other}) {
        QVERIFY(each->start(m_shop.clock.nowMs()));
        QTRY_VERIFY_WITH_TIMEOUT(each->isSettled(), settleMs);
    }
    QCOMPARE(one->ask("offline"), "done");
    meanwhile(customer, orders, *other);
    pressAll(*one, orders);
    QCOMPARE(m_stored.size(), std::size_t(pressCount));
    QCOMPARE(one->ask("online"), "done");
    QTRY_VERIFY_WITH_TIMEOUT(one->isSettled(), settleMs);
    std::multiset<QByteArray> decided;
    const QByteArrayList ids = one->ask("decided").split(' ').sliced(1);
    decided.insert(ids.begin(), ids.end());
    QCOMPARE(decided.size(), std::set(decided.begin(), decided.end()).size()); // one card each
    for (const QByteArray &id : decided)
        QVERIFY(m_stored.contains(id));
    QCOMPARE(other->ask("decided"), "decided");

    std::size_t survived = 0;
    for (const Customer &placed : orders) {
        const QByteArray ask = "order " + QByteArray::number(placed.id);
        const auto at = orderFromJson(owner.get(u"/orders/%1"_s.arg(placed.id)).json());
        QVERIFY(at);
        for (const auto &each : {&*one, &*other}) {
            QTRY_COMPARE_WITH_TIMEOUT(
                orderFromJson(QJsonDocument::fromJson(each->ask(ask)).object()), at, settleMs);
        }
        if (at->state == OrderState::Delivered)
            survived += road.size();
    }
    QCOMPARE(survived + decided.size(), std::size_t(pressCount));
    checkLedger();
    one->kill();
    other->kill();
    QVERIFY(m_shop.stop());
}

QTEST_GUILESS_MAIN(TestSoak)
#include "tst_soak.moc"
