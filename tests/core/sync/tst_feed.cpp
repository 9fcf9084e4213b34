// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/providerhealth.h"
#include "tests/support/deskbench.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

/// The way in: from the server's feed to what the desk shows.
class FeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theLocalCopyShowsWithoutAServer();
    void firstSyncComesInPages();
    void aLiveOrderArrives();
    void whatWaitedForMoneyArrivesWhenPaid();
    void aStreamCutInsideAnEventLosesNothing();
    void aSilentStreamIsOpenedAgain();
    void aPageTwiceIsHarmless();
    void removedDocumentsDisappear();
    void anotherEpochIsFetchedAfresh();
    void aPageOfAnEpochNobodyAnnounced();
    void nonsenseIsDroppedAndAskedForAgain();
    void aFullDiskIsRetried();
    void aRefusedTokenStopsUntilSyncNow();
    void theServersClockIsFollowed();
    void theNetworkComesBack();
    void ordersOfAnyAgeCanBeRead();
    void anOldOrderThatChangesIsAnnounced();
    void stoppingInsideASignal();
    void thePaymentProvidersHealthIsFollowedAndStoredNowhere();

private:
    static void live(DeskBench &desk)
    {
        QVERIFY(desk.engine->start());
        QTRY_VERIFY(desk.isLive());
    }
};

void FeedTest::init()
{
    qRegisterMetaType<Order>();
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void FeedTest::theLocalCopyShowsWithoutAServer()
{
    DeskBench desk;
    desk.shop.put(sampleOrder(7));
    desk.shop.put(sampleReview(3));
    live(desk);
    desk.shop.server.vanish();
    desk.reopen();
    QSignalSpy orders(desk.engine.get(), &Engine::orderChanged);
    QSignalSpy reviews(desk.engine.get(), &Engine::reviewChanged);
    QVERIFY(desk.engine->start());
    QCOMPARE(orders.size(), 1);
    QCOMPARE(reviews.size(), 1);
    QCOMPARE(desk.engine->orders().at(7), sampleOrder(7));
    QVERIFY(desk.engine->status().lastContactMs > 0);
    QTRY_COMPARE(desk.engine->status().link, Link::Unreachable);
}

void FeedTest::firstSyncComesInPages()
{
    DeskBench desk;
    desk.shop.pageSize = 3;
    for (qint64 id = 1; id <= 10; ++id)
        desk.shop.put(sampleOrder(id));
    QSignalSpy arrived(desk.engine.get(), &Engine::orderArrived);
    live(desk);
    QCOMPARE(desk.engine->orders().size(), 10u);
    QCOMPARE(arrived.size(), 0);
    QCOMPARE(desk.shop.server.seen().front().target, "/changes");
    QCOMPARE(desk.store->state()->cursor, desk.shop.cursor());
    desk.reopen();
    live(desk);
    QTRY_COMPARE(desk.shop.server.seen().back().target, "/changes?after=spring.10");
    QCOMPARE(desk.shop.server.seen().back().headers.value("last-event-id"), "spring.10");
    QCOMPARE(desk.shop.server.seen().back().headers.value("accept"), "text/event-stream");
}

void FeedTest::aLiveOrderArrives()
{
    DeskBench desk;
    live(desk);
    QSignalSpy changed(desk.engine.get(), &Engine::orderChanged);
    QSignalSpy arrived(desk.engine.get(), &Engine::orderArrived);
    desk.shop.put(sampleOrder(7));
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(changed.size(), 1);
    Order moved = sampleOrder(7, OrderState::Making);
    moved.version = 2;
    desk.shop.put(moved);
    QTRY_COMPARE(desk.stateOf(7), OrderState::Making);
    QCOMPARE(arrived.size(), 1);
}

void FeedTest::whatWaitedForMoneyArrivesWhenPaid()
{
    DeskBench desk;
    live(desk);
    QSignalSpy arrived(desk.engine.get(), &Engine::orderArrived);
    desk.shop.put(sampleOrder(7, OrderState::Received));
    QTRY_COMPARE(desk.engine->orders().size(), 1u);
    QCOMPARE(arrived.size(), 0);
    Order paid = sampleOrder(7);
    paid.version = 2;
    desk.shop.put(paid);
    QTRY_COMPARE(arrived.size(), 1);
}

void FeedTest::aStreamCutInsideAnEventLosesNothing()
{
    DeskBench desk;
    live(desk);
    desk.shop.putQuietly(DocumentType::Order, 1, sampleOrder(1));
    desk.shop.putQuietly(DocumentType::Order, 2, sampleOrder(2));
    const QByteArray event = ScriptedShop::event(desk.shop.pageAfter(0));
    desk.shop.server.push(event.first(event.size() - 20));
    desk.shop.server.cutStreams();
    QTRY_COMPARE(desk.engine->orders().size(), 2u);
    QCOMPARE(desk.shop.server.seen().back().target, "/changes?after=spring.0");
    QTRY_VERIFY(desk.isLive());
    desk.shop.server.cutStreams();
    desk.shop.putQuietly(DocumentType::Order, 3, sampleOrder(3));
    QTRY_COMPARE(desk.engine->orders().size(), 3u);
    QCOMPARE(desk.shop.server.seen().back().target, "/changes?after=spring.2");
}

void FeedTest::aSilentStreamIsOpenedAgain()
{
    DeskBench desk(10'000, 30);
    live(desk);
    const auto before = desk.shop.server.seen().size();
    QTRY_VERIFY(desk.shop.server.seen().size() > before);
}

void FeedTest::aPageTwiceIsHarmless()
{
    DeskBench desk;
    live(desk);
    desk.shop.put(sampleOrder(7));
    QTRY_COMPARE(desk.engine->orders().size(), 1u);
    QSignalSpy changed(desk.engine.get(), &Engine::orderChanged);
    QSignalSpy arrived(desk.engine.get(), &Engine::orderArrived);
    desk.shop.pushPage(0);
    desk.shop.pushPage(0);
    desk.shop.put(sampleOrder(8));
    QTRY_COMPARE(desk.engine->orders().size(), 2u);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(arrived.size(), 1);
}

void FeedTest::removedDocumentsDisappear()
{
    DeskBench desk;
    desk.shop.put(sampleOrder(7));
    live(desk);
    QSignalSpy removed(desk.engine.get(), &Engine::orderRemoved);
    desk.shop.remove(7);
    QTRY_COMPARE(removed.size(), 1);
    QVERIFY(desk.engine->orders().empty());
}

void FeedTest::anotherEpochIsFetchedAfresh()
{
    DeskBench desk;
    Order far = sampleOrder(7, OrderState::Making);
    far.version = 9;
    desk.shop.put(far);
    desk.shop.put(sampleOrder(8));
    live(desk);
    QSignalSpy arrived(desk.engine.get(), &Engine::orderArrived);
    // A backup is restored: order 7 is younger there, order 8 was never made.
    desk.shop.putQuietly(DocumentType::Order, 7, sampleOrder(7));
    desk.shop.putQuietly(DocumentType::Order, 8, {});
    desk.shop.renewEpoch(u"summer"_s);
    QTRY_COMPARE(desk.store->state()->cursor, desk.shop.cursor());
    QCOMPARE(desk.engine->orders().size(), 1u);
    QCOMPARE(desk.engine->orders().at(7), sampleOrder(7));
    QCOMPARE(arrived.size(), 0);
}

void FeedTest::aPageOfAnEpochNobodyAnnounced()
{
    DeskBench desk;
    desk.shop.put(sampleOrder(7));
    live(desk);
    desk.shop.epoch = u"summer"_s;
    desk.shop.put(sampleOrder(8)); // pushed into the old stream
    QTRY_COMPARE(desk.store->state()->cursor, desk.shop.cursor());
    QCOMPARE(desk.engine->orders().size(), 2u);
}

void FeedTest::nonsenseIsDroppedAndAskedForAgain()
{
    DeskBench desk;
    live(desk);
    QTest::ignoreMessage(QtWarningMsg, "an event of the change feed cannot be read");
    desk.shop.putQuietly(DocumentType::Order, 7, sampleOrder(7));
    desk.shop.server.push(
        "event: page\ndata: {\"cursor\":\"spring.900\",\"entries\":[{\"type\":\"order\"}]}\n\n");
    QTRY_COMPARE(desk.engine->orders().size(), 1u);
    QCOMPARE(desk.store->state()->cursor, desk.shop.cursor());
    desk.shop.server.push("event: weather\ndata: sunny\n\n"); // a newer server's
    desk.shop.put(sampleOrder(8));
    QTRY_COMPARE(desk.engine->orders().size(), 2u);
}

void FeedTest::aFullDiskIsRetried()
{
    DeskBench desk;
    live(desk);
    QTest::ignoreMessage(QtWarningMsg, "a page of changes could not be stored");
    desk.breakDisk(u"UPDATE ON copy_state");
    connect(&desk.shop.server, &ScriptedServer::requested, this, [&desk] { desk.mendDisk(); });
    desk.shop.put(sampleOrder(7));
    QTRY_COMPARE(desk.engine->orders().size(), 1u);
}

void FeedTest::aRefusedTokenStopsUntilSyncNow()
{
    DeskBench desk;
    desk.shop.put(sampleOrder(7));
    live(desk);
    desk.shop.knowsToken = false;
    desk.shop.server.cutStreams();
    QTRY_COMPARE(desk.engine->status().link, Link::SignedOut);
    QCOMPARE(desk.engine->orders().size(), 1u);
    const auto calls = desk.shop.server.seen().size();
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QCOMPARE(desk.shop.server.seen().size(), calls);
    desk.shop.knowsToken = true;
    desk.engine->syncNow();
    QTRY_VERIFY(desk.isLive());
    QTRY_COMPARE(desk.shop.effects.size(), 1u);
}

void FeedTest::theServersClockIsFollowed()
{
    DeskBench desk;
    desk.shop.nowMs = desk.clock.nowMs() + 90'000;
    live(desk);
    QCOMPARE(desk.engine->nowMs(), desk.shop.nowMs);
    QCOMPARE(desk.engine->status().lastContactMs, desk.shop.nowMs);
    desk.clock.advance(5);
    QCOMPARE(desk.engine->nowMs(), desk.shop.nowMs + 5);
    desk.reopen();
    desk.shop.server.vanish();
    QVERIFY(desk.engine->start());
    QCOMPARE(desk.engine->nowMs(), desk.shop.nowMs + 5);
}

void FeedTest::ordersOfAnyAgeCanBeRead()
{
    DeskBench desk;
    Order old = sampleOrder(3, OrderState::Delivered);
    old.stamp(OrderState::Delivered, 1);
    desk.shop.put(old);
    desk.shop.put(sampleOrder(7));
    live(desk);
    QVERIFY(!desk.engine->orders().contains(3));
    QCOMPARE(desk.engine->order(3).value(), old);
    QCOMPARE(desk.engine->order(4).error().code, RefusalCode::NotFound);
    desk.shop.server.vanish();
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    const auto page = desk.engine->findOrders({}, 0, 10).value().orders;
    QCOMPARE(page.size(), 2U);
    QCOMPARE(page[0].state, OrderState::Making); // copy + queue, as everywhere
    QCOMPARE(page[1], old);
    QCOMPARE(desk.engine->unsent().size(), 1U);
}

void FeedTest::anOldOrderThatChangesIsAnnounced()
{
    DeskBench desk;
    Order old = sampleOrder(3, OrderState::Delivered);
    old.stamp(OrderState::Delivered, 1);
    desk.shop.put(old);
    live(desk);
    QSignalSpy shown(desk.engine.get(), &Engine::orderChanged);
    QSignalSpy older(desk.engine.get(), &Engine::olderOrderChanged);
    QSignalSpy removed(desk.engine.get(), &Engine::orderRemoved);
    old.version = 2;
    old.payment = PaymentState::Refunded;
    desk.shop.put(old);
    QTRY_COMPARE(older.size(), 1);
    QCOMPARE(older.first().first().value<Order>(), old);
    desk.shop.remove(3);
    QTRY_COMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().toLongLong(), 3);
    QCOMPARE(shown.size(), 0);
}

void FeedTest::theNetworkComesBack()
{
    DeskBench desk;
    live(desk);
    QSignalSpy status(desk.engine.get(), &Engine::statusChanged);
    desk.shop.server.vanish();
    QTRY_COMPARE(desk.engine->status().link, Link::Unreachable);
    desk.shop.putQuietly(DocumentType::Order, 7, sampleOrder(7));
    QSignalSpy arrived(desk.engine.get(), &Engine::orderArrived);
    desk.shop.server.resume();
    QTRY_VERIFY(desk.isLive());
    QTRY_COMPARE(desk.engine->orders().size(), 1u);
    QCOMPARE(arrived.size(), 1); // it came while this desk was away: that is news
    QVERIFY(!status.isEmpty());
}

void FeedTest::stoppingInsideASignal()
{
    DeskBench desk;
    live(desk);
    connect(desk.engine.get(), &Engine::orderChanged, this, [&desk] { desk.engine->stop(); });
    desk.shop.putQuietly(DocumentType::Order, 7, sampleOrder(7));
    desk.shop.server.push(ScriptedShop::event(desk.shop.pageAfter(0))
                          + ScriptedShop::event(desk.shop.pageAfter(0)));
    QTRY_COMPARE(desk.shop.server.openStreams(), 0);
    QCOMPARE(desk.engine->orders().size(), 1u);
}

void FeedTest::thePaymentProvidersHealthIsFollowedAndStoredNowhere()
{
    DeskBench desk;
    live(desk);
    QVERIFY(desk.engine->paymentHealth().empty()); // an older server
    QSignalSpy changed(desk.engine.get(), &Engine::paymentHealthChanged);
    const auto say = [&desk](BreakerState state) {
        const QJsonObject data{
            {u"payment"_s, toJson({{u"toss"_s, CallKind::Charge, state, 1'796'000'000'000}})}};
        desk.shop.server.push(
            "event: payment\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n");
    };
    say(BreakerState::Open);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(desk.engine->paymentHealth(),
             (std::vector<ProviderHealth>{
                 {u"toss"_s, CallKind::Charge, BreakerState::Open, 1'796'000'000'000}}));
    say(BreakerState::Open);
    say(BreakerState::Closed);
    QTRY_COMPARE(changed.size(), 2); // the same again is no change
    QCOMPARE(desk.engine->paymentHealth().front().state, BreakerState::Closed);
    // Without contact nobody here knows, and a restart remembers nothing.
    desk.shop.server.vanish();
    QTRY_COMPARE(changed.size(), 3);
    QVERIFY(desk.engine->paymentHealth().empty());
    desk.reopen();
    desk.shop.server.resume();
    live(desk);
    QVERIFY(desk.engine->paymentHealth().empty());
}

QTEST_GUILESS_MAIN(FeedTest)

#include "tst_feed.moc"
