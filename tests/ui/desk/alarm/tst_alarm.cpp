// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/deskbench.h"
#include "ui/desk/alarm/alarm.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;
using namespace Qt::Literals::StringLiterals;

/// The alarm on a real engine against a scripted shop: what of an order makes which sound.
class TestAlarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void ringsUntilSomebodyLooked();
    void seenOnAnotherDeskEndsItHere();
    void acknowledgedByTheButton();
    void ringsAgainAfterARestart();
    void manyAtOnceAreOneMessage();
    void aFirstSyncIsNoNews();
    void closedIsSilentButCounted();
    void theLineCountsDown();
    void aCustomersCancelFalls();
    void ownCancelsAreSilent();
    void aRequestToCancelFalls();
    void lateOnce();
    void longSilenceOfTheServer();

private:
    void live();
    void begin();
    void pass(qint64 ms)
    {
        m_bench->clock.advance(ms);
        m_alarm->look();
    }

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<Alarm> m_alarm;
    std::vector<Sound> m_heard;
};

void TestAlarm::initTestCase()
{
    qRegisterMetaType<Order>();
}

void TestAlarm::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<DeskBench>();
    m_heard.clear();
}

void TestAlarm::cleanup()
{
    m_alarm.reset();
    m_bench.reset();
}

void TestAlarm::begin()
{
    m_alarm = std::make_unique<Alarm>(*m_bench->engine);
    connect(m_alarm.get(), &Alarm::rang, this, [this](Sound sound) { m_heard.push_back(sound); });
}

void TestAlarm::live()
{
    begin();
    QVERIFY(m_bench->engine->start());
    QTRY_VERIFY(m_bench->isLive());
}

void TestAlarm::ringsUntilSomebodyLooked()
{
    live();
    m_bench->shop.put(sampleOrder(7));
    QTRY_COMPARE(m_heard, std::vector{Sound::NewOrder}); // by itself
    QCOMPARE(m_alarm->unseen(), std::vector<qint64>{7});
    pass(29'999);
    QCOMPARE(m_heard.size(), 1U);
    pass(1);
    QCOMPARE(m_heard.size(), 2U);
    m_bench->engine->markSeen(7); // its card is opened
    QVERIFY(m_alarm->unseen().empty());
    pass(600'000);
    QCOMPARE(m_heard.size(), 2U);
}

void TestAlarm::seenOnAnotherDeskEndsItHere()
{
    live();
    Order order = sampleOrder(7);
    m_bench->shop.put(order);
    QTRY_COMPARE(m_heard.size(), 1U);
    order.seenAtMs = m_bench->clock.nowMs();
    m_bench->shop.put(order);
    QTRY_VERIFY(m_alarm->unseen().empty());
    pass(600'000);
    QCOMPARE(m_heard.size(), 1U);
}

void TestAlarm::acknowledgedByTheButton()
{
    live();
    for (const qint64 id : {7, 8, 9})
        m_bench->shop.put(sampleOrder(id));
    QTRY_COMPARE(m_alarm->unseen(), (std::vector<qint64>{9, 8, 7}));
    m_alarm->acknowledgeAll();
    QVERIFY(m_alarm->unseen().empty());
    QTRY_VERIFY(m_bench->shop.order(7).seenAtMs > 0 && m_bench->shop.order(8).seenAtMs > 0
                && m_bench->shop.order(9).seenAtMs > 0);
}

void TestAlarm::ringsAgainAfterARestart()
{
    live();
    m_bench->shop.put(sampleOrder(7));
    QTRY_COMPARE(m_heard.size(), 1U);
    m_alarm.reset();
    m_bench->reopen();
    begin();
    QVERIFY(m_bench->engine->start());
    QTRY_COMPARE(m_heard, (std::vector{Sound::NewOrder, Sound::NewOrder}));
}

void TestAlarm::manyAtOnceAreOneMessage()
{
    live();
    QSignalSpy arrived(m_alarm.get(), &Alarm::arrived);
    const qint64 before = m_bench->shop.number;
    for (qint64 id = 1; id <= 7; ++id)
        m_bench->shop.putQuietly(DocumentType::Order, id, sampleOrder(id));
    m_bench->shop.pushPage(before);
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(arrived.front().at(0).toString(), u"새 주문 7건"_s);
    QCOMPARE(arrived.front().at(1).toString(), u"#7, #6, #5, #4, #3"_s);
    QCOMPARE(m_heard, std::vector{Sound::NewOrder});
    m_bench->shop.put(sampleOrder(8));
    QTRY_COMPARE(arrived.size(), 2);
    QCOMPARE(arrived.back().at(0).toString(), u"새 주문 1건"_s);
    QCOMPARE(arrived.back().at(1).toString(), u"#8 · 작약 한아름 × 2"_s); // no name of a person
}

void TestAlarm::aFirstSyncIsNoNews()
{
    m_bench->shop.putQuietly(DocumentType::Order, 7, sampleOrder(7));
    begin();
    QSignalSpy arrived(m_alarm.get(), &Alarm::arrived);
    QVERIFY(m_bench->engine->start());
    QTRY_COMPARE(m_heard, std::vector{Sound::NewOrder}); // it was not seen all the same
    QCOMPARE(arrived.size(), 0);
}

void TestAlarm::closedIsSilentButCounted()
{
    live();
    m_bench->clock.advance(12LL * 3'600'000); // 21:53
    QSignalSpy arrived(m_alarm.get(), &Alarm::arrived);
    m_bench->shop.put(sampleOrder(7));
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(m_alarm->unseen().size(), 1U);
    QCOMPARE(m_alarm->soundLine(), u"영업시간 밖이라 소리 꺼짐"_s);
    QVERIFY(m_heard.empty());
    pass(11LL * 3'600'000 + 7 * 60'000); // 9 o'clock
    QCOMPARE(m_heard.front(), Sound::NewOrder);
}

void TestAlarm::theLineCountsDown()
{
    live();
    QCOMPARE(m_alarm->soundLine(), u"소리 켜짐"_s);
    m_alarm->toggleMute();
    QCOMPARE(m_alarm->soundLine(), u"소리 꺼짐 10분 남음"_s);
    QVERIFY(m_alarm->isSilent());
    pass(60'000);
    QCOMPARE(m_alarm->soundLine(), u"소리 꺼짐 9분 남음"_s);
    pass(539'999);
    QCOMPARE(m_alarm->soundLine(), u"소리 꺼짐 1분 남음"_s);
    pass(1);
    QCOMPARE(m_alarm->soundLine(), u"소리 켜짐"_s);
    m_alarm->toggleMute();
    m_alarm->toggleMute();
    QCOMPARE(m_alarm->soundLine(), u"소리 켜짐"_s);
    m_alarm->setAudible(false);
    QCOMPARE(m_alarm->soundLine(), u"소리를 낼 수 없어요"_s);
    QVERIFY(m_alarm->isSilent());
}

void TestAlarm::aCustomersCancelFalls()
{
    live();
    Order order = sampleOrder(7);
    order.seenAtMs = 1;
    m_bench->shop.put(order);
    QTRY_VERIFY(m_bench->engine->orders().contains(7));
    m_alarm->look();
    order.state = OrderState::Cancelled;
    order.stamp(OrderState::Cancelled, m_bench->clock.nowMs());
    ++order.version;
    m_bench->shop.put(order);
    QTRY_COMPARE(m_heard, std::vector{Sound::Cancelled});
    pass(600'000);
    QCOMPARE(m_heard.size(), 1U);
}

void TestAlarm::ownCancelsAreSilent()
{
    live();
    Order order = sampleOrder(7);
    order.seenAtMs = 1;
    m_bench->shop.put(order);
    QTRY_VERIFY(m_bench->engine->orders().contains(7));
    m_alarm->look();
    QSignalSpy accepted(m_bench->engine.get(), &sync::Engine::accepted);
    QVERIFY(m_bench->engine->move(7, Verb::Cancel));
    m_alarm->noteOwnCancel(7);
    QTRY_COMPARE(accepted.size(), 1);
    pass(10'000);
    QVERIFY(m_heard.empty());
}

void TestAlarm::aRequestToCancelFalls()
{
    live();
    Order order = sampleOrder(7, OrderState::Making);
    m_bench->shop.put(order);
    QTRY_VERIFY(m_bench->engine->orders().contains(7));
    m_alarm->look();
    order.cancelRequestedAtMs = m_bench->clock.nowMs();
    ++order.version;
    m_bench->shop.put(order);
    QTRY_COMPARE(m_heard, std::vector{Sound::Cancelled});
}

void TestAlarm::lateOnce()
{
    live();
    Order order = sampleOrder(7, OrderState::Making);
    order.window = DeliveryWindow{QDate(2026, 11, 30), 600, 720}; // due at ten
    m_bench->shop.put(order);
    QTRY_VERIFY(m_bench->engine->orders().contains(7));
    pass(6 * 60'000);
    QVERIFY(m_heard.empty());
    pass(60'000);
    QCOMPARE(m_heard, std::vector{Sound::Late});
    pass(6 * 60'000);
    QCOMPARE(m_heard.size(), 1U);
}

void TestAlarm::longSilenceOfTheServer()
{
    live();
    m_bench->shop.server.vanish();
    QTRY_VERIFY(m_bench->engine->status().link != sync::Link::Live);
    pass(14 * 60'000);
    QVERIFY(m_heard.empty());
    pass(60'000);
    QCOMPARE(m_heard, std::vector{Sound::Offline});
    pass(15 * 60'000);
    QCOMPARE(m_heard.size(), 2U);
    m_bench->shop.server.resume();
    QTRY_VERIFY(m_bench->isLive());
    pass(15 * 60'000);
    QCOMPARE(m_heard.size(), 2U);
}

QTEST_GUILESS_MAIN(TestAlarm)
#include "tst_alarm.moc"
