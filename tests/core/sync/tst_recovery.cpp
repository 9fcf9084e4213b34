// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/sync/decisionbench.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

using Fault = ScriptedReply::Fault;

/// What becomes of operations and decisions when disk, clock or server are not what they were.
class RecoveryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void decisionsSurviveARestart();
    void aFullDiskAsksTheServerAgain();
    void aFullDiskKeepsTheDecision();
    void anotherLifeReplaysWhatFits();
    void anotherLifeWithoutTheOrderAsks();
    void aVersionOfAnotherLifeThatFitsByAccidentAsks();
    void aComparisonCutShortIsMadeAfterTheRestart();
    void anAnswerAfterTheDeadlineHasOneEffect();
    void theWallClockMayBeSetWhileOffline();
    void timeNeverBeginsBeforeTheLastContact();
};

void RecoveryTest::decisionsSurviveARestart()
{
    DeskBench desk;
    conflict(desk, {Verb::StartMaking, Verb::MarkMade});
    const auto before = decisions(desk).all();
    desk.reopen();
    QVERIFY(desk.engine->start());
    QCOMPARE(decisions(desk).all(), before);
    QTRY_VERIFY(desk.isLive());
    QCOMPARE(decisions(desk).all(), before);
}

void RecoveryTest::aFullDiskAsksTheServerAgain()
{
    DeskBench desk;
    live(desk);
    desk.engine->stop();
    const auto id = desk.engine->move(7, Verb::StartMaking);
    desk.shop.putQuietly(DocumentType::Order, 7, changed(7, OrderState::Cancelled));
    desk.breakDisk(u"INSERT ON decisions");
    QTest::ignoreMessage(QtWarningMsg, "a refusal could not be stored and will be asked for again");
    int asked = 0;
    connect(&desk.shop.server, &ScriptedServer::requested, this, [&] {
        if (desk.shop.server.seen().back().method == "PATCH" && ++asked == 2)
            desk.mendDisk();
    });
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(decisions(desk).all().size(), 1u);
    QCOMPARE(decisions(desk).all().front().id(), *id);
    QCOMPARE(asked, 2);
}

void RecoveryTest::aFullDiskKeepsTheDecision()
{
    DeskBench desk;
    conflict(desk, {Verb::StartMaking}, changed(7, OrderState::Paid));
    const QString id = decisions(desk).all().front().id();
    desk.breakDisk(u"DELETE ON decisions");
    QCOMPARE(decisions(desk).keepServers(id).error().code, RefusalCode::StorageFailed);
    QCOMPARE(decisions(desk).redo(id).error().code, RefusalCode::StorageFailed);
    QCOMPARE(decisions(desk).all().size(), 1u);
    QVERIFY(desk.store->pending()->empty());
    QCOMPARE(desk.stateOf(7), OrderState::Paid);
    desk.mendDisk();
    QVERIFY(decisions(desk).redo(id));
    QTRY_COMPARE(desk.shop.order(7).state, OrderState::Making);
}

void RecoveryTest::anotherLifeReplaysWhatFits()
{
    DeskBench desk;
    live(desk);
    desk.engine->stop();
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    Order seen = sampleOrder(7); // being seen does not make it another order
    seen.seenAtMs = 9;
    desk.shop.putQuietly(DocumentType::Order, 7, seen);
    desk.shop.renewEpoch(u"summer"_s);
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(desk.shop.order(7).state, OrderState::Making);
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QVERIFY(decisions(desk).all().empty());
    QVERIFY(desk.store->decisions().formerOrders()->empty());
}

void RecoveryTest::anotherLifeWithoutTheOrderAsks()
{
    DeskBench desk;
    live(desk);
    desk.engine->stop();
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QVERIFY(desk.engine->move(7, Verb::MarkMade));
    desk.shop.forget(DocumentType::Order, 7);
    desk.shop.renewEpoch(u"summer"_s);
    desk.shop.putQuietly(DocumentType::Order, 9, sampleOrder(9));
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(decisions(desk).all().size(), 1u);
    QCOMPARE(decisions(desk).all().front().refusal.code, RefusalCode::NotFound);
    QCOMPARE(decisions(desk).all().front().operations.size(), 2u);
    QVERIFY(!desk.engine->orders().contains(7));
    QVERIFY(desk.engine->orders().contains(9));
}

/// A restored server gives the numbers of versions a second time.
void RecoveryTest::aVersionOfAnotherLifeThatFitsByAccidentAsks()
{
    DeskBench desk;
    desk.shop.put(changed(7, OrderState::Paid, 3));
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    desk.engine->stop();
    QVERIFY(desk.engine->move(7, Verb::MarkMade));
    QVERIFY(desk.engine->move(7, Verb::StartDelivery));
    const Order other = changed(7, OrderState::Making, 3);
    desk.shop.putQuietly(DocumentType::Order, 7, other);
    desk.shop.renewEpoch(u"summer"_s);
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(decisions(desk).all().size(), 1u);
    QVERIFY(desk.shop.effects.empty());
    const Decision &decision = decisions(desk).all().front();
    QCOMPARE(decision.operations.size(), 2u);
    QCOMPARE(decision.refusal.state, OrderState::Making);
    QCOMPARE(desk.engine->orders().at(7), other);
    QCOMPARE(decisions(desk).again(decision).size(), 2u);
}

void RecoveryTest::aComparisonCutShortIsMadeAfterTheRestart()
{
    DeskBench desk;
    live(desk);
    desk.shop.withholdsPages = true;
    desk.shop.putQuietly(DocumentType::Order, 7, changed(7, OrderState::Making, 1));
    desk.shop.renewEpoch(u"summer"_s);
    QTRY_COMPARE(desk.store->state()->cursor.epoch, u"summer"_s);
    QVERIFY(desk.engine->move(7, Verb::MarkMade)); // on what the old life left on the screen
    desk.reopen();
    desk.shop.withholdsPages = false;
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(decisions(desk).all().size(), 1u);
    QVERIFY(desk.shop.effects.empty());
}

void RecoveryTest::anAnswerAfterTheDeadlineHasOneEffect()
{
    DeskBench desk(50);
    live(desk);
    desk.shop.replyFaults = {Fault::Hang, Fault::Hang, Fault::CutHalfway};
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QVERIFY(desk.engine->move(7, Verb::MarkMade));
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.shop.effects.size(), 2u);
    QVERIFY(decisions(desk).all().empty());
}

void RecoveryTest::theWallClockMayBeSetWhileOffline()
{
    DeskBench desk;
    desk.shop.nowMs = desk.clock.nowMs() + 5'000;
    live(desk);
    desk.engine->stop();
    desk.clock.advance(60'000);
    desk.clock.setWallClock(desk.clock.nowMs() - 86'400'000); // yesterday
    QCOMPARE(desk.engine->nowMs(), desk.shop.nowMs + 60'000);
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QCOMPARE(desk.store->pending()->front().operation.pressedAtMs, desk.shop.nowMs + 60'000);
    desk.clock.setWallClock(desk.clock.nowMs() + 30 * 86'400'000LL); // next month
    desk.clock.advance(1'000);
    QCOMPARE(desk.engine->nowMs(), desk.shop.nowMs + 61'000);
}

void RecoveryTest::timeNeverBeginsBeforeTheLastContact()
{
    DeskBench desk;
    desk.shop.nowMs = desk.clock.nowMs() + 5'000;
    live(desk);
    desk.engine->stop();
    desk.shop.server.vanish();
    desk.reopen();
    desk.clock.setWallClock(desk.clock.nowMs() - 86'400'000);
    QVERIFY(desk.engine->start());
    QCOMPARE(desk.engine->nowMs(), desk.shop.nowMs);
}

QTEST_GUILESS_MAIN(RecoveryTest)
#include "tst_recovery.moc"
