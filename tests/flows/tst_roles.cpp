// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/eventlistener.h"
#include "tests/support/pairingcalls.h"

#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

/// One call of the interface, and who may make it. {id} is an order on the driver's run.
struct Call
{
    const char *method;
    const char *path;
    const char *body;
    bool anybody, driver, florist;
};

constexpr Call calls[] = {
    {"POST", "/orders", R"({"flowerName":"Rose","qty":1})", true, false, true},
    {"GET", "/orders/{id}", "", false, true, true},
    {"PATCH", "/orders/{id}", R"({"verb":"startDelivery"})", false, true, true},
    {"PATCH", "/orders/{id}/lines", R"({"cardMessage":"x","dryRun":true})", false, false, true},
    {"GET", "/deliveries", "", false, true, true},
    {"PATCH", "/deliveries/{id}", R"({"verb":"startDelivery"})", false, true, true},
    {"GET", "/mypages", "", false, false, true},
    {"GET", "/reviews", "", true, true, true},
    {"PATCH", "/reviews/1", R"({"reply":"x"})", false, false, true},
    {"GET", "/payments/{id}", "", false, false, true},
    {"PATCH", "/payments/{id}", R"({"verb":"retryRefund"})", false, false, true},
    {"POST", "/payments/webhooks/sandbox", "{}", true, true, true},
    {"GET", "/balance", "", false, false, true},
    {"POST", "/balance/repairs", R"({"kind":"refund_failed","orderId":1})", false, false, true},
    {"GET", "/catalogue", "", true, true, true},
    {"GET", "/windows", "", false, false, true},
    {"GET", "/settings", "", false, false, true},
    {"PATCH", "/settings", R"({"cutOffMinutes":60})", false, false, false},
    {"GET", "/messages?orderId={id}", "", false, false, true},
    {"GET", "/changes", "", false, true, true},
    {"PATCH", "/changes", R"({"cursor":"another.1"})", false, false, true},
    {"GET", "/pairing", "", true, true, true},
    {"POST", "/devices/codes", R"({"role":"owner","name":"x"})", false, false, false},
    {"GET", "/devices", "", false, false, false},
    {"DELETE", "/devices/1", "", false, false, false},
    {"GET", "/metrics", "", false, false, false},
};

constexpr const char *verbs[] = {"startMaking",   "markMade", "startDelivery", "completeDelivery",
                                 "failDelivery",  "undo",     "cancel",        "acceptCancel",
                                 "declineCancel", "refund",   "markPaid",      "resend"};

} // namespace

/// Every role on every route, and what a driver is shown.
class TestRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyRoleOnEveryRoute_data();
    void everyRoleOnEveryRoute();
    void aDriverHasThreeVerbs_data();
    void aDriverHasThreeVerbs();
    void aDriverSeesTodaysRunOnly();
    void aDriverIsNotShownWhatIsNoneOfTheirs();
    void whatLeavesTheRunIsTakenBack();
    void theRunOfTheNextDayBeginsWithTheDay();
    void aRepeatedDriversMoveIsAnsweredAgain();

private:
    /// An order for \a date ("2026-11-30", its last window), to an address or picked up.
    qint64 order(const QString &date = u"2026-11-30"_s, bool pickup = false);
    qint64 madeOrder(const QString &date = u"2026-11-30"_s, bool pickup = false)
    {
        const qint64 id = order(date, pickup);
        move(*m_owner, id, u"markMade"_s);
        return id;
    }
    Answer move(HttpCalls &calls, qint64 id, const QString &verb, const Headers &headers = {})
    {
        return calls.patch(u"/deliveries/%1"_s.arg(id), {{u"verb"_s, verb}}, headers);
    }
    QList<qint64> idsOf(const Answer &answer)
    {
        QList<qint64> ids;
        for (const QJsonValue &item : answer.json().value(u"items"_s).toArray())
            ids.append(item.toObject().value(u"id"_s).toInteger());
        return ids;
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    std::unique_ptr<HttpCalls> m_driver;
    Paired m_driverDevice;
};

void TestRoles::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    m_driverDevice = pairDevice(*m_shop, u"driver"_s);
    m_driver = std::make_unique<HttpCalls>(m_shop->url(), m_driverDevice.token);
}

void TestRoles::cleanup()
{
    m_owner.reset();
    m_driver.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

qint64 TestRoles::order(const QString &date, bool pickup)
{
    const QJsonArray windows =
        m_owner->get(u"/windows?date="_s + date).json().value(u"items"_s).toArray();
    QJsonObject body{
        {u"productId"_s, 1},
        {u"qty"_s, 1},
        {u"window"_s, windows.last().toObject().value(u"window"_s)},
        {u"customerName"_s, u"김하늘"_s},
        {u"phoneNumber"_s, u"01098765432"_s},
        {u"recipient"_s, QJsonObject{{u"name"_s, u"김서연"_s}, {u"phone"_s, u"01023456789"_s}}},
        {u"request"_s, u"경비실에 맡겨 주세요."_s},
        {u"cardMessage"_s, u"엄마, 고마워요."_s}};
    if (!pickup)
        body.insert(u"address"_s, QJsonObject{{u"line"_s, u"서울 강남구 역삼로 180"_s}});
    return HttpCalls(m_shop->url()).post(u"/orders"_s, body).json().value(u"id"_s).toInteger();
}

void TestRoles::everyRoleOnEveryRoute_data()
{
    QTest::addColumn<int>("call");
    for (int i = 0; i < int(std::size(calls)); ++i)
        QTest::addRow("%s %s", calls[i].method, calls[i].path) << i;
}

void TestRoles::everyRoleOnEveryRoute()
{
    QFETCH(const int, call);
    const Call &row = calls[call];
    const qint64 id = madeOrder();
    QVERIFY(id > 0);
    const QString path = QString::fromLatin1(row.path).replace(u"{id}"_s, QString::number(id));
    const auto statusOf = [&](const QByteArray &token) {
        HttpCalls anyone(m_shop->url(), token);
        return qstrlen(row.body) > 0 ? anyone.sendJson(row.method, path, row.body).status
                                     : anyone.send(row.method, path, {}, {}).status;
    };
    const auto holds = [](int status, bool may, int refusal) {
        return may ? status != 401 && status != 403 && status != 0 : status == refusal;
    };
    const Paired florist = pairDevice(*m_shop, u"florist"_s);
    const Paired owner = pairDevice(*m_shop, u"owner"_s);
    const int anybodys = statusOf({});
    QVERIFY2(holds(anybodys, row.anybody, 401), qPrintable(QString::number(anybodys)));
    const int drivers = statusOf(m_driverDevice.token);
    QVERIFY2(holds(drivers, row.driver, 403), qPrintable(QString::number(drivers)));
    const int florists = statusOf(florist.token);
    QVERIFY2(holds(florists, row.florist, 403), qPrintable(QString::number(florists)));
    const int owners = statusOf(owner.token);
    QVERIFY2(holds(owners, true, 0), qPrintable(QString::number(owners)));
}

void TestRoles::aDriverHasThreeVerbs_data()
{
    QTest::addColumn<QString>("verb");
    QTest::addColumn<bool>("may");
    for (const char *verb : verbs) {
        const QString word = QString::fromLatin1(verb);
        QTest::newRow(verb) << word << word.endsWith(u"Delivery"_s);
    }
}

void TestRoles::aDriverHasThreeVerbs()
{
    QFETCH(const QString, verb);
    QFETCH(const bool, may);
    const qint64 id = madeOrder();
    QCOMPARE(move(*m_owner, id, u"startDelivery"_s).status, 200);
    const int status = move(*m_driver, id, verb).status;
    QVERIFY2(may ? status == 200 || status == 409 : status == 403,
             qPrintable(QString::number(status)));
    const Answer seen = m_driver->patch(u"/deliveries/%1"_s.arg(id), {{u"seen"_s, true}});
    QCOMPARE(seen.status, 422); // a florist's word; for a driver there is no verb in it
    const Answer older =
        m_driver->patch(u"/deliveries/%1"_s.arg(id), {{u"status"_s, u"OrderCancelled"_s}});
    QCOMPARE(older.status, 403);
}

void TestRoles::aDriverSeesTodaysRunOnly()
{
    const qint64 paid = order();
    const qint64 today = madeOrder();
    const qint64 pickup = madeOrder(u"2026-11-30"_s, true);
    const qint64 tomorrow = madeOrder(u"2026-12-01"_s);
    const QList<qint64> ids = idsOf(m_driver->get(u"/deliveries"_s));
    QVERIFY(ids.contains(today));
    for (const qint64 hidden : {paid, pickup, tomorrow}) {
        QVERIFY(!ids.contains(hidden));
        QCOMPARE(m_driver->get(u"/orders/%1"_s.arg(hidden)).status, 404);
        QCOMPARE(move(*m_driver, hidden, u"startDelivery"_s).status, 404);
    }
    const QList<qint64> all = idsOf(m_owner->get(u"/deliveries"_s));
    for (const qint64 id : {paid, today, pickup, tomorrow})
        QVERIFY(all.contains(id));
    // What should have gone out yesterday is still to be driven.
    m_shop->clock.advance(2 * dayMs);
    QVERIFY(idsOf(m_driver->get(u"/deliveries"_s)).contains(today));
    QVERIFY(idsOf(m_driver->get(u"/deliveries"_s)).contains(tomorrow));
}

void TestRoles::aDriverIsNotShownWhatIsNoneOfTheirs()
{
    QVERIFY(m_shop->stop());
    m_shop->ownerPhone = u"01055556666"_s;
    QVERIFY(m_shop->start(m_shop->port()));
    const qint64 id = madeOrder();
    const EventListener stream(m_shop->url(), m_driverDevice.token, u"/changes"_s);
    QTRY_VERIFY(stream.pages() > 0);
    const QByteArrayList told{m_driver->get(u"/deliveries"_s).body,
                              m_driver->get(u"/orders/%1"_s.arg(id)).body,
                              m_driver->get(u"/changes"_s).body, stream.text(),
                              move(*m_driver, id, u"startDelivery"_s).body};
    for (const QByteArray &body : told) {
        QVERIFY(body.contains("01023456789")); // the recipient's phone is needed at the door
        QVERIFY(body.contains("경비실에 맡겨 주세요."));
        QVERIFY(!body.contains("01098765432"));
        QVERIFY(!body.contains("01055556666"));
        QVERIFY(!body.contains("엄마, 고마워요."));
        QVERIFY(!body.contains("89000"));
        QVERIFY(!body.contains(R"("type":"product")"));
        QVERIFY(!body.contains(R"("type":"review")"));
    }
    QVERIFY(m_driver->get(u"/changes"_s).body.contains(R"("type":"shop")"));
    QVERIFY(m_owner->get(u"/changes"_s).body.contains("01055556666"));
}

void TestRoles::whatLeavesTheRunIsTakenBack()
{
    const qint64 id = madeOrder();
    const EventListener stream(m_shop->url(), m_driverDevice.token, u"/changes"_s);
    const auto last = [&]() -> QJsonObject {
        QJsonObject newest;
        for (const QJsonObject &entry : stream.entries()) {
            if (entry.value(u"type"_s) == u"order"_s && entry.value(u"id"_s).toInteger() == id)
                newest = entry;
        }
        return newest;
    };
    QTRY_VERIFY(last().contains(u"document"_s));
    // A first sync tells nothing of orders that are not on the run.
    for (const QJsonObject &entry : stream.entries())
        QVERIFY(!entry.value(u"deleted"_s).toBool());
    QCOMPARE(move(*m_driver, id, u"startDelivery"_s).status, 200);
    QCOMPARE(move(*m_driver, id, u"completeDelivery"_s).status, 200);
    QTRY_VERIFY(last().value(u"deleted"_s).toBool());
    QVERIFY(!last().contains(u"document"_s));
    QCOMPARE(move(*m_owner, id, u"undo"_s).status, 200);
    QTRY_VERIFY(last().contains(u"document"_s));
}

void TestRoles::theRunOfTheNextDayBeginsWithTheDay()
{
    m_shop->sweep();
    const qint64 id = madeOrder(u"2026-12-01"_s);
    const EventListener stream(m_shop->url(), m_driverDevice.token, u"/changes"_s);
    QTRY_VERIFY(stream.pages() > 0);
    const auto has = [&] {
        return std::ranges::any_of(stream.entries(), [&](const QJsonObject &entry) {
            return entry.value(u"type"_s) == u"order"_s && entry.value(u"id"_s).toInteger() == id
                   && entry.contains(u"document"_s);
        });
    };
    QVERIFY(!has());
    m_shop->clock.advance(dayMs);
    m_shop->sweep();
    QTRY_VERIFY(has());
}

void TestRoles::aRepeatedDriversMoveIsAnsweredAgain()
{
    const qint64 id = madeOrder();
    QCOMPARE(move(*m_driver, id, u"startDelivery"_s).status, 200);
    const Headers key{{"Idempotency-Key", "9a1c1a1e-7b0c-4a53-9d39-0d5f4a0f7c11"}};
    QCOMPARE(move(*m_driver, id, u"completeDelivery"_s, key).status, 200);
    const Answer again = move(*m_driver, id, u"completeDelivery"_s, key);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json().value(u"status"_s).toString(), u"delivered"_s);
}

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
