// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcalls.h"
#include "tests/support/killabledesk.h"
#include "tests/support/shopinprocess.h"

#include "core/protocol/documents.h"

#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr std::array road{"startMaking", "markMade", "startDelivery", "completeDelivery"};

} // namespace

/// SIGKILL at every point of a florist's work: what was answered is on the disk, and nothing is
/// done twice.
class TestKilledDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offline_data() { points(); }
    void offline();
    void online_data() { points(); }
    void online();

private:
    static void points();
    qint64 order();
    Order atServer(qint64 id)
    {
        return orderFromJson(m_owner->get(u"/orders/%1"_s.arg(id)).json()).value_or(Order{});
    }
    void dieAt(KillableDesk &desk, qint64 id, int answered, bool another);
    void checkAfter(KillableDesk &desk, qint64 id, int answered, bool another);

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    qint64 m_paidVersion = 0;
};

void TestKilledDesk::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
}

void TestKilledDesk::cleanup()
{
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestKilledDesk::points()
{
    QTest::addColumn<int>("answered");
    QTest::addColumn<bool>("another"); ///< one more is under way when the desk dies
    for (int answered = 0; answered <= int(road.size()); ++answered) {
        QTest::addRow("%d stored", answered) << answered << false;
        if (answered < int(road.size()))
            QTest::addRow("%d stored, one under way", answered) << answered << true;
    }
}

qint64 TestKilledDesk::order()
{
    const QJsonObject body{{u"flowerName"_s, u"Rose"_s},
                           {u"qty"_s, 1},
                           {u"address"_s, QJsonObject{{u"line"_s, u"서울 강남구 역삼로 180"_s}}}};
    const qint64 id = m_owner->post(u"/orders"_s, body).json().value(u"id"_s).toInteger();
    m_paidVersion = atServer(id).version;
    return id;
}

void TestKilledDesk::dieAt(KillableDesk &desk, qint64 id, int answered, bool another)
{
    const auto press = [id](int i) -> QByteArray {
        return "move " + QByteArray::number(id) + ' ' + road[i];
    };
    for (int i = 0; i < answered; ++i)
        QVERIFY(desk.ask(press(i)).startsWith("stored "));
    if (another)
        desk.say(press(answered));
    desk.kill();
}

void TestKilledDesk::checkAfter(KillableDesk &desk, qint64 id, int answered, bool another)
{
    QVERIFY(desk.start(m_shop->clock.nowMs()));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 20'000);
    const Order now = atServer(id);
    const auto done = int(now.version - m_paidVersion); // each move counts one
    QVERIFY2(done >= answered && done <= answered + int(another), "lost or done twice");
    QCOMPARE(int(now.state) - int(OrderState::Paid), done);
    QCOMPARE(orderFromJson(
                 QJsonDocument::fromJson(desk.ask("order " + QByteArray::number(id))).object()),
             Result<Order>(now));
    QCOMPARE(desk.ask("decided"), "decided");
}

void TestKilledDesk::offline()
{
    QFETCH(int, answered);
    QFETCH(bool, another);
    const qint64 id = order();
    KillableDesk desk(QStringLiteral(PETALPOST_HEADLESS), m_shop->url(), m_shop->token);
    QVERIFY(desk.start(m_shop->clock.nowMs()));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 20'000);
    QCOMPARE(desk.ask("offline"), "done");
    dieAt(desk, id, answered, another);
    QCOMPARE(atServer(id).state, OrderState::Paid);
    checkAfter(desk, id, answered, another);
}

void TestKilledDesk::online()
{
    QFETCH(int, answered);
    QFETCH(bool, another);
    const qint64 id = order();
    KillableDesk desk(QStringLiteral(PETALPOST_HEADLESS), m_shop->url(), m_shop->token);
    QVERIFY(desk.start(m_shop->clock.nowMs()));
    QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 20'000);
    dieAt(desk, id, answered, another);
    checkAfter(desk, id, answered, another);
}

QTEST_GUILESS_MAIN(TestKilledDesk)
#include "tst_killeddesk.moc"
