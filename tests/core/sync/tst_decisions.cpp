// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/sync/decisionbench.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

/// What becomes of operations that the server refuses: never nothing.
class DecisionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void aRefusalKeepsBothFacts();
    void whatWasBuiltOnItIsInTheSameDecision();
    void otherOrdersGoOn();
    void aLegalButStaleMoveAsksToo();
    void keepingTheServersStateSendsNothing();
    void doingItAgainIsANewOperation();
    void onlyWhatIsStillLegalIsDoneAgain();
    void aStepBackOfSomebodyElsesWorkIsNotOffered();
    void doneAndUndoneIsNothing();
    void moneyMovesFromTheDialogOnly();
    void nothingIsOfferedBeforeTheCopyHasCaughtUp();
    void aTombstoneLeavesADecision();
    void aRefusedReplyKeepsItsText();
    void twoDesksAnswerOneReview();
    void seenIsNoDecision();
};

void DecisionsTest::aRefusalKeepsBothFacts()
{
    DeskBench desk;
    live(desk);
    const qint64 pressedMs = desk.clock.nowMs();
    desk.engine->stop();
    const auto id = desk.engine->move(7, Verb::StartMaking);
    desk.clock.advance(3'600'000);
    desk.shop.putQuietly(DocumentType::Order, 7, changed(7, OrderState::Cancelled));
    QSignalSpy heard(&decisions(desk), &Decisions::changed);
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(decisions(desk).all().size(), 1u);
    QVERIFY(!heard.isEmpty());
    const Decision decision = decisions(desk).all().front();
    QCOMPARE(decision.id(), *id);
    QCOMPARE(decision.refused().verb, Verb::StartMaking);
    QCOMPARE(decision.refused().pressedAtMs, pressedMs);
    QCOMPARE(decision.refusedAtMs, desk.engine->nowMs());
    QCOMPARE(decision.refusal.state, OrderState::Cancelled);
    QVERIFY(decisions(desk).concernsOrder(7));
    QVERIFY(!decisions(desk).concernsOrder(8));
    QVERIFY(desk.store->pending()->empty());
    QCOMPARE(desk.store->decisions().all().value(), decisions(desk).all());
    QVERIFY(desk.shop.effects.empty());
}

void DecisionsTest::whatWasBuiltOnItIsInTheSameDecision()
{
    DeskBench desk;
    conflict(desk, {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery});
    const Decision &decision = decisions(desk).all().front();
    QCOMPARE(decision.operations.size(), 3u);
    QCOMPARE(decision.operations.at(2).verb, Verb::StartDelivery);
    QVERIFY(decisions(desk).again(decision).empty());
    QCOMPARE(desk.engine->status().unsent, 0);
}

void DecisionsTest::otherOrdersGoOn()
{
    DeskBench desk;
    desk.shop.put(sampleOrder(8));
    live(desk);
    desk.engine->stop();
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QVERIFY(desk.engine->move(8, Verb::StartMaking));
    desk.shop.putQuietly(DocumentType::Order, 7, changed(7, OrderState::Cancelled));
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(desk.shop.order(8).state, OrderState::Making);
    QCOMPARE(decisions(desk).all().size(), 1u);
}

void DecisionsTest::aLegalButStaleMoveAsksToo()
{
    DeskBench desk;
    conflict(desk, {Verb::StartMaking}, changed(7, OrderState::Paid));
    QCOMPARE(decisions(desk).all().front().refusal.code, RefusalCode::StaleVersion);
    QVERIFY(desk.shop.effects.empty()); // the last writer does not win silently
    QCOMPARE(decisions(desk).again(decisions(desk).all().front()).size(), 1u);
}

void DecisionsTest::keepingTheServersStateSendsNothing()
{
    DeskBench desk;
    conflict(desk, {Verb::StartMaking});
    const QString id = decisions(desk).all().front().id();
    QVERIFY(decisions(desk).keepServers(id));
    QVERIFY(decisions(desk).all().empty());
    QVERIFY(desk.store->decisions().all()->empty());
    QCOMPARE(decisions(desk).keepServers(id).error().code, RefusalCode::NotFound);
    QCOMPARE(decisions(desk).redo(id).error().code, RefusalCode::NotFound);
    QCOMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.stateOf(7), OrderState::Cancelled);
}

void DecisionsTest::doingItAgainIsANewOperation()
{
    DeskBench desk;
    conflict(desk, {Verb::StartMaking, Verb::MarkMade}, changed(7, OrderState::Paid));
    const Decision decision = decisions(desk).all().front();
    QVERIFY(decisions(desk).redo(decision.id()));
    QCOMPARE(desk.stateOf(7), OrderState::Made); // at once
    QVERIFY(desk.engine->isUnsent(7));
    QVERIFY(decisions(desk).all().empty());
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.shop.effects.size(), 2u);
    QVERIFY(desk.shop.effects.front() != decision.id().toLatin1());
    QCOMPARE(desk.shop.order(7).state, OrderState::Made);
    QCOMPARE(desk.shop.order(7).reachedAt(OrderState::Made),
             decision.operations.back().pressedAtMs); // it keeps the time it was pressed
}

void DecisionsTest::onlyWhatIsStillLegalIsDoneAgain()
{
    DeskBench desk;
    conflict(desk, {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery},
             changed(7, OrderState::Making));
    const auto again = decisions(desk).again(decisions(desk).all().front());
    QCOMPARE(again.size(), 2u);
    QCOMPARE(again.front().verb, Verb::MarkMade);
    QCOMPARE(again.front().basedOn, 2);
    QCOMPARE(again.back().basedOn, 3);
}

void DecisionsTest::aStepBackOfSomebodyElsesWorkIsNotOffered()
{
    DeskBench desk;
    Order mine = sampleOrder(7, OrderState::Making);
    mine.lastOperation = u"mine"_s;
    desk.shop.put(mine);
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    desk.engine->stop();
    QVERIFY(desk.engine->undo(7));
    Order theirs = changed(7, OrderState::Made);
    theirs.lastOperation = u"theirs"_s;
    desk.shop.putQuietly(DocumentType::Order, 7, theirs);
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(decisions(desk).all().size(), 1u);
    QTRY_COMPARE(desk.engine->orders().at(7), theirs);
    const QString id = decisions(desk).all().front().id();
    QVERIFY(decisions(desk).again(decisions(desk).all().front()).empty());
    QCOMPARE(decisions(desk).redo(id).error().code, RefusalCode::IllegalMove);
    QCOMPARE(decisions(desk).all().size(), 1u);
}

void DecisionsTest::doneAndUndoneIsNothing()
{
    DeskBench desk;
    live(desk);
    Operation start{u"a"_s, Operation::Kind::Move, 7, Verb::StartMaking, 9, 1, {}};
    Operation made{u"b"_s, Operation::Kind::Move, 7, Verb::MarkMade, 10, 2, {}};
    Operation back{u"c"_s, Operation::Kind::Move, 7, Verb::Undo, 11, 3, {}};
    const Refusal refusal = Refusal::of(RefusalCode::IllegalMove);
    const auto again = decisions(desk).again({{start, made, back}, refusal, 5});
    QCOMPARE(again.size(), 1u);
    QCOMPARE(again.front().verb, Verb::StartMaking);
    back.basedOn = 10;
    QVERIFY(decisions(desk).again({{start, back}, refusal, 5}).empty());
}

void DecisionsTest::moneyMovesFromTheDialogOnly()
{
    DeskBench desk;
    conflict(desk, {Verb::Cancel}, changed(7, OrderState::Making));
    QVERIFY(decisions(desk).again(decisions(desk).all().front()).empty());
}

void DecisionsTest::nothingIsOfferedBeforeTheCopyHasCaughtUp()
{
    DeskBench desk;
    live(desk);
    Refusal refusal = Refusal::of(RefusalCode::StaleVersion, u"basedOn"_s, u"2"_s);
    const Operation start{u"a"_s, Operation::Kind::Move, 7, Verb::StartMaking, 1, 1, {}};
    QVERIFY(decisions(desk).again({{start}, refusal, 5}).empty());
    desk.shop.put(changed(7, OrderState::Paid));
    QTRY_COMPARE(desk.engine->orders().at(7).version, 2);
    QCOMPARE(decisions(desk).again({{start}, refusal, 5}).size(), 1u);
}

void DecisionsTest::aTombstoneLeavesADecision()
{
    DeskBench desk;
    live(desk);
    desk.engine->stop();
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QVERIFY(desk.engine->move(7, Verb::MarkMade));
    desk.shop.putQuietly(DocumentType::Order, 7, {});
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(decisions(desk).all().size(), 1u);
    QTRY_VERIFY(!desk.engine->orders().contains(7));
    const Decision &decision = decisions(desk).all().front();
    QCOMPARE(decision.operations.size(), 2u);
    QCOMPARE(decision.refusal.code, RefusalCode::NotFound);
    QVERIFY(decisions(desk).again(decision).empty());
}

void DecisionsTest::aRefusedReplyKeepsItsText()
{
    DeskBench desk;
    desk.shop.put(sampleReview(3));
    live(desk);
    ScriptedReply no;
    no.status = 422;
    no.contentType = "application/problem+json";
    no.body = R"({"code":"invalid-text","field":"reply"})";
    desk.shop.insteadOfEffect = {no};
    QVERIFY(desk.engine->replyToReview(3, u"고맙습니다"_s));
    QTRY_COMPARE(decisions(desk).all().size(), 1u);
    desk.reopen();
    QVERIFY(desk.engine->start());
    const Decision decision = decisions(desk).all().front();
    QCOMPARE(decision.refused().details.value(u"reply"_s).toString(), u"고맙습니다"_s);
    QVERIFY(!decision.isOfOrder());
    QVERIFY(!decisions(desk).concernsOrder(3)); // a review's number is no order's
    QVERIFY(decisions(desk).redo(decision.id()));
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.engine->reviews().at(3).reply, u"고맙습니다"_s);
    QCOMPARE(desk.shop.effects.size(), 1u);
}

void DecisionsTest::twoDesksAnswerOneReview()
{
    DeskBench desk;
    desk.shop.put(sampleReview(3));
    live(desk);
    desk.engine->stop();
    QVERIFY(desk.engine->replyToReview(3, u"첫 번째"_s));
    QVERIFY(desk.engine->replyToReview(3, u"두 번째"_s));
    Review theirs = sampleReview(3);
    theirs.reply = u"다른 컴퓨터의 답글"_s;
    theirs.repliedAtMs = 5;
    theirs.version = 2;
    desk.shop.putQuietly(DocumentType::Review, 3, theirs);
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(decisions(desk).all().size(), 1u);
    QCOMPARE(decisions(desk).all().front().operations.size(), 2u);
    QTRY_COMPARE(desk.engine->reviews().at(3), theirs);
    QVERIFY(decisions(desk).redo(decisions(desk).all().front().id()));
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.engine->reviews().at(3).reply, u"두 번째"_s);
}

void DecisionsTest::seenIsNoDecision()
{
    DeskBench desk;
    live(desk);
    desk.engine->stop();
    desk.engine->markSeen(7);
    desk.shop.putQuietly(DocumentType::Order, 7, {});
    QSignalSpy refused(desk.engine.get(), &Engine::refused);
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(decisions(desk).all().empty());
    QVERIFY(desk.store->pending()->empty());
}

QTEST_GUILESS_MAIN(DecisionsTest)
#include "tst_decisions.moc"
