// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/decisions.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

/// The customer cancels and two desks, both away, press their moves on the same order: whoever
/// arrives first, all three know the same in the end, and each refused move has one card.
class TestOfflineOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyOrderOfArrival_data();
    void everyOrderOfArrival();
    void theNewestStateIsTexted();

private:
    struct Customer
    {
        qint64 id = 0;
        QByteArray token;
    };
    Customer order();
    Order atServer(qint64 id)
    {
        return orderFromJson(m_owner->get(u"/orders/%1"_s.arg(id)).json()).value_or(Order{});
    }
    void press(DeskInProcess &desk, qint64 id, const QList<Verb> &verbs);

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_customer;
    std::unique_ptr<HttpCalls> m_owner;
    std::vector<std::unique_ptr<DeskInProcess>> m_desks;
    std::multiset<QString> m_pressed;
    std::multiset<QString> m_accepted;
    std::multiset<QString> m_refused;
};

void TestOfflineOrders::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_customer = std::make_unique<HttpCalls>(m_shop->url());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    m_pressed.clear();
    m_accepted.clear();
    m_refused.clear();
    for (int i = 0; i < 2; ++i) {
        m_desks.push_back(
            std::make_unique<DeskInProcess>(m_shop->url(), m_shop->token, m_shop->clock));
        Engine *engine = m_desks.back()->engine.get();
        connect(engine, &Engine::accepted, this,
                [this](const Operation &operation) { m_accepted.insert(operation.id); });
        connect(engine, &Engine::refused, this,
                [this](const Operation &operation) { m_refused.insert(operation.id); });
        QVERIFY(engine->start());
    }
}

void TestOfflineOrders::cleanup()
{
    m_desks.clear();
    m_customer.reset();
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

TestOfflineOrders::Customer TestOfflineOrders::order()
{
    const QJsonObject body{{u"flowerName"_s, u"Rose"_s},
                           {u"qty"_s, 1},
                           {u"customerName"_s, u"김하늘"_s},
                           {u"phoneNumber"_s, u"01012341234"_s},
                           {u"address"_s, QJsonObject{{u"line"_s, u"서울 강남구 역삼로 180"_s}}}};
    const QJsonObject placed = m_customer->post(u"/orders"_s, body).json();
    return {placed.value(u"id"_s).toInteger(),
            placed.value(u"accessToken"_s).toString().toLatin1()};
}

void TestOfflineOrders::press(DeskInProcess &desk, qint64 id, const QList<Verb> &verbs)
{
    desk.engine->stop();
    for (const Verb verb : verbs) {
        m_shop->clock.advance(60'000);
        const auto stored = desk.engine->move(id, verb);
        QVERIFY(stored);
        m_pressed.insert(*stored);
    }
}

void TestOfflineOrders::everyOrderOfArrival_data()
{
    using Moves = QList<Verb>;
    QTest::addColumn<QString>("arrivals");
    QTest::addColumn<QList<Verb>>("first");
    QTest::addColumn<QList<Verb>>("second");
    const std::pair<Moves, Moves> pairs[] = {
        {{Verb::StartMaking}, {Verb::StartMaking}},
        {{Verb::StartMaking, Verb::MarkMade}, {Verb::MarkMade, Verb::StartDelivery}},
        {{Verb::StartMaking, Verb::Undo, Verb::MarkMade}, {Verb::StartMaking}},
    };
    int number = 0;
    for (const auto &[first, second] : pairs) {
        ++number;
        QString arrivals = u"ABC"_s;
        do {
            QTest::addRow("%s, moves %d", qUtf8Printable(arrivals), number)
                << arrivals << first << second;
        } while (std::next_permutation(arrivals.begin(), arrivals.end()));
    }
}

void TestOfflineOrders::everyOrderOfArrival()
{
    QFETCH(QString, arrivals);
    QFETCH(QList<Verb>, first);
    QFETCH(QList<Verb>, second);
    const Customer customer = order();
    const std::array moves{first, second};
    for (const auto &desk : m_desks)
        QTRY_COMPARE(desk->stateOf(customer.id), OrderState::Paid);
    for (std::size_t i = 0; i < m_desks.size(); ++i)
        press(*m_desks[i], customer.id, moves[i]);
    for (const QChar who : std::as_const(arrivals)) {
        m_shop->clock.advance(60'000);
        if (who == u'C') {
            const bool making = atServer(customer.id).state != OrderState::Paid;
            const Answer answer = m_customer->patch(
                u"/orders/%1"_s.arg(customer.id),
                {{u"verb"_s, making ? u"requestCancel"_s : u"cancel"_s}, {u"reason"_s, u"날짜"_s}},
                {{"Authorization", "Bearer " + customer.token}});
            QCOMPARE(answer.status, 200);
            continue;
        }
        DeskInProcess &desk = *m_desks[who == u'A' ? 0 : 1];
        QVERIFY(desk.engine->start());
        QTRY_VERIFY(desk.isLive() && desk.engine->status().unsent == 0);
    }
    QTRY_VERIFY(atServer(customer.id).payment != PaymentState::RefundPending);
    const Order now = atServer(customer.id);
    for (const auto &desk : m_desks)
        QTRY_COMPARE(desk->order(customer.id), now);
    // Nothing silent: every press was accepted, or is in exactly one decision.
    std::multiset<QString> decided;
    for (const auto &desk : m_desks) {
        for (const Decision &decision : desk->engine->decisions().all()) {
            for (const Operation &operation : decision.operations)
                decided.insert(operation.id);
        }
        QCOMPARE(desk->engine->decisions().all().size() <= 1, true);
    }
    QCOMPARE(decided, m_refused);
    std::multiset<QString> answered = m_accepted;
    answered.insert(decided.begin(), decided.end());
    QCOMPARE(answered, m_pressed);
    // The first to arrive is never refused.
    QVERIFY(arrivals.front() == u'C' || !m_accepted.empty());
}

void TestOfflineOrders::theNewestStateIsTexted()
{
    const Customer customer = order();
    DeskInProcess &desk = *m_desks.front();
    QTRY_COMPARE(desk.stateOf(customer.id), OrderState::Paid);
    const qint64 leftMs = m_shop->clock.nowMs();
    press(desk, customer.id, {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery});
    m_shop->clock.advance(3'600'000);
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive() && desk.engine->status().unsent == 0);
    const Order now = atServer(customer.id);
    QCOMPARE(now.reachedAt(OrderState::Making), leftMs + 60'000);
    QCOMPARE(now.reachedAt(OrderState::Made), leftMs + 120'000);
    QCOMPARE(now.reachedAt(OrderState::Delivering), leftMs + 180'000);
    QStringList states;
    const QJsonArray ledger =
        m_owner->get(u"/messages?orderId=%1"_s.arg(customer.id)).json().value(u"items"_s).toArray();
    for (const auto &item : ledger) {
        const QJsonObject row = item.toObject();
        if (row.value(u"event"_s) != u"paid"_s)
            states << row.value(u"event"_s).toString() + u':' + row.value(u"state"_s).toString();
    }
    QCOMPARE(states,
             (QStringList{u"making:withdrawn"_s, u"made:withdrawn"_s, u"delivering:held"_s}));
}

QTEST_GUILESS_MAIN(TestOfflineOrders)
#include "tst_offlineorders.moc"
