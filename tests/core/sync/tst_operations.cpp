// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/deskbench.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

using Fault = ScriptedReply::Fault;

namespace {

ScriptedReply replyOf(int status, const QByteArray &contentType = "text/html",
                      const QByteArray &body = "<html>")
{
    ScriptedReply reply;
    reply.status = status;
    reply.contentType = contentType;
    reply.body = body;
    return reply;
}

ScriptedReply problemOf(int status, RefusalCode code)
{
    const QByteArray body = QJsonDocument(toJson(Refusal::of(code))).toJson();
    return replyOf(status, "application/problem+json", body);
}

} // namespace

/// The way out: from what the florist did to the server's answer.
class OperationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aMoveIsShownSentAndAccepted();
    void theOrderNeverFlickersBack_data();
    void theOrderNeverFlickersBack();
    void aTransientFaultHasOneEffect_data();
    void aTransientFaultHasOneEffect();
    void waitsAsLongAsTheServerAsks();
    void aRefusalRollsBackAndReports();
    void whatWasBuiltOnARefusedMoveGoesWithIt();
    void movesOfOneOrderGoOutInOrder();
    void aRestartSendsTheQueue();
    void aCrashAfterSendingRepeatsTheSameKey();
    void anIllegalMoveIsRefusedHere();
    void undoWithdrawsWhatNeverLeft();
    void undoAfterSendingIsAnOperation();
    void aLostAnswerIsNotWithdrawn();
    void seenOnce();
    void theOwnMarkPaidIsNoNews();
    void aReplyToAReview();
    void aFullDiskRefusesTheMove();
    void anAnswerThatCannotBeStoredIsAskedForAgain();
    void queueWaitsForTheNewEpoch();
    void aRefusedTokenKeepsTheQueue();

private:
    static void live(DeskBench &desk)
    {
        desk.shop.put(sampleOrder(7));
        QVERIFY(desk.engine->start());
        QTRY_VERIFY(desk.isLive());
    }
    static std::vector<SeenRequest> patches(const DeskBench &desk)
    {
        std::vector<SeenRequest> calls;
        for (const SeenRequest &call : desk.shop.server.seen()) {
            if (call.method == "PATCH")
                calls.push_back(call);
        }
        return calls;
    }
};

void OperationsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void OperationsTest::aMoveIsShownSentAndAccepted()
{
    DeskBench desk;
    live(desk);
    QSignalSpy accepted(desk.engine.get(), &Engine::accepted);
    const auto id = desk.engine->move(7, Verb::StartMaking, {{u"note"_s, u"x"_s}});
    QVERIFY(id);
    QCOMPARE(desk.stateOf(7), OrderState::Making); // at once
    QCOMPARE(desk.engine->status().unsent, 1);
    QVERIFY(desk.engine->isUnsent(7));
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(desk.stateOf(7), OrderState::Making);
    QCOMPARE(desk.engine->status().unsent, 0);
    QVERIFY(!desk.engine->isUnsent(7));
    const SeenRequest call = patches(desk).front();
    QCOMPARE(call.target, "/deliveries/7");
    QCOMPARE(call.headers.value("idempotency-key"), id->toLatin1());
    const QJsonObject body = QJsonDocument::fromJson(call.body).object();
    QCOMPARE(body, (QJsonObject{{u"verb"_s, u"startMaking"_s},
                                {u"basedOn"_s, 1},
                                {u"note"_s, u"x"_s},
                                {u"pressedAtMs"_s, desk.clock.nowMs()}}));
}

void OperationsTest::theOrderNeverFlickersBack_data()
{
    QTest::addColumn<bool>("feedFirst");
    QTest::newRow("the feed overtakes the answer") << true;
    QTest::newRow("the feed stays behind") << false;
}

void OperationsTest::theOrderNeverFlickersBack()
{
    QFETCH(bool, feedFirst);
    DeskBench desk;
    live(desk);
    desk.shop.tellsStreams = feedFirst;
    if (feedFirst)
        desk.shop.replyFaults = {Fault::Lose, Fault::Lose};
    std::vector<OrderState> shown;
    connect(desk.engine.get(), &Engine::orderChanged, this,
            [&](const Order &order) { shown.push_back(order.state); });
    QSignalSpy accepted(desk.engine.get(), &Engine::accepted);
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QVERIFY(desk.engine->move(7, Verb::MarkMade));
    QVERIFY(desk.engine->move(7, Verb::StartDelivery));
    QTRY_COMPARE(accepted.size(), 3);
    desk.shop.pushPage(0);
    desk.shop.put(sampleOrder(8));
    QTRY_VERIFY(desk.engine->orders().contains(8));
    QVERIFY(std::ranges::is_sorted(shown.begin(), shown.end() - 1));
    QCOMPARE(desk.stateOf(7), OrderState::Delivering);
    QCOMPARE(desk.engine->orders().at(7).version, 4);
}

void OperationsTest::aTransientFaultHasOneEffect_data()
{
    QTest::addColumn<QList<int>>("afterEffect");
    QTest::addColumn<int>("instead");
    QTest::newRow("reply lost") << QList{int(Fault::Lose)} << 0;
    QTest::newRow("reply cut") << QList{int(Fault::CutHalfway)} << 0;
    QTest::newRow("hangs") << QList{int(Fault::Hang)} << 0;
    QTest::newRow("lost, cut, lost")
        << QList{int(Fault::Lose), int(Fault::CutHalfway), int(Fault::Lose)} << 0;
    QTest::newRow("500") << QList<int>{} << 500;
    QTest::newRow("503") << QList<int>{} << 503;
    QTest::newRow("429") << QList<int>{} << 429;
    QTest::newRow("409 in progress") << QList<int>{} << 409;
    QTest::newRow("a proxy's 404") << QList<int>{} << 404;
    QTest::newRow("a captive portal's 200") << QList<int>{} << 200;
    QTest::newRow("a redirect") << QList<int>{} << 302;
}

void OperationsTest::aTransientFaultHasOneEffect()
{
    QFETCH(QList<int>, afterEffect);
    QFETCH(int, instead);
    DeskBench desk(afterEffect.contains(int(Fault::Hang)) ? 50 : 10'000);
    live(desk);
    for (const int fault : afterEffect)
        desk.shop.replyFaults.push_back(Fault(fault));
    if (instead == 409)
        desk.shop.insteadOfEffect = {problemOf(409, RefusalCode::InProgress)};
    else if (instead > 0)
        desk.shop.insteadOfEffect = {replyOf(instead)};
    QSignalSpy accepted(desk.engine.get(), &Engine::accepted);
    QSignalSpy refused(desk.engine.get(), &Engine::refused);
    const auto id = desk.engine->move(7, Verb::StartMaking);
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(refused.size(), 0);
    QCOMPARE(desk.shop.effects, std::vector{id->toLatin1()});
    QCOMPARE(desk.shop.order(7).version, 2);
    const auto calls = patches(desk);
    QVERIFY(calls.size() >= 2);
    for (const SeenRequest &call : calls) {
        QCOMPARE(call.headers.value("idempotency-key"), id->toLatin1());
        QCOMPARE(call.body, calls.front().body);
    }
}

void OperationsTest::waitsAsLongAsTheServerAsks()
{
    DeskBench desk;
    live(desk);
    ScriptedReply busy = problemOf(503, RefusalCode::Busy);
    busy.headers = {{"Retry-After", "3600"}};
    desk.shop.insteadOfEffect = {busy};
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QTRY_COMPARE(patches(desk).size(), 1u);
    // Whatever else happens meanwhile does not make it impatient …
    desk.shop.put(sampleOrder(8));
    QTRY_VERIFY(desk.engine->orders().contains(8));
    QVERIFY(desk.engine->move(8, Verb::StartMaking));
    desk.shop.server.cutStreams();
    desk.shop.putQuietly(DocumentType::Order, 9, sampleOrder(9));
    QTRY_VERIFY(desk.engine->orders().contains(9)); // by the next stream
    desk.shop.put(sampleOrder(10));
    QTRY_VERIFY(desk.engine->orders().contains(10));
    QCOMPARE(patches(desk).size(), 1u);
    // … but a person may.
    desk.engine->syncNow();
    QTRY_COMPARE(desk.shop.effects.size(), 2u);
}

void OperationsTest::aRefusalRollsBackAndReports()
{
    DeskBench desk;
    live(desk);
    Order cancelled = sampleOrder(7, OrderState::Cancelled);
    cancelled.version = 2;
    desk.shop.putQuietly(DocumentType::Order, 7, cancelled);
    QSignalSpy refused(desk.engine.get(), &Engine::refused);
    const auto id = desk.engine->move(7, Verb::StartMaking);
    QCOMPARE(desk.stateOf(7), OrderState::Making);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.front().at(0).value<Operation>().id, *id);
    const auto refusal = refused.front().at(1).value<Refusal>();
    QCOMPARE(refusal.code, RefusalCode::StaleVersion);
    QCOMPARE(refusal.state, OrderState::Cancelled);
    QCOMPARE(desk.stateOf(7), OrderState::Paid);
    QCOMPARE(desk.engine->status().unsent, 0);
    QVERIFY(desk.store->pending()->empty());
    desk.shop.pushPage(0);
    QTRY_COMPARE(desk.stateOf(7), OrderState::Cancelled);
    QVERIFY(desk.shop.effects.empty());
}

void OperationsTest::whatWasBuiltOnARefusedMoveGoesWithIt()
{
    DeskBench desk;
    desk.shop.put(sampleOrder(8));
    live(desk);
    desk.shop.insteadOfEffect = {problemOf(409, RefusalCode::IllegalMove)};
    QSignalSpy refused(desk.engine.get(), &Engine::refused);
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QVERIFY(desk.engine->move(7, Verb::MarkMade));
    QVERIFY(desk.engine->move(8, Verb::StartMaking));
    QTRY_COMPARE(desk.shop.effects.size(), 1u);
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(refused.size(), 2);
    QCOMPARE(refused.at(0).at(0).value<Operation>().verb, Verb::StartMaking);
    QCOMPARE(refused.at(1).at(0).value<Operation>().verb, Verb::MarkMade);
    QCOMPARE(refused.at(1).at(1).value<Refusal>(), refused.at(0).at(1).value<Refusal>());
    QCOMPARE(patches(desk).size(), 2u); // the second one never left
    QCOMPARE(desk.stateOf(7), OrderState::Paid);
    QCOMPARE(desk.stateOf(8), OrderState::Making);
}

void OperationsTest::movesOfOneOrderGoOutInOrder()
{
    DeskBench desk;
    live(desk);
    QByteArrayList keys;
    for (const Verb verb :
         {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery, Verb::CompleteDelivery})
        keys.append(desk.engine->move(7, verb)->toLatin1());
    QCOMPARE(desk.stateOf(7), OrderState::Delivered);
    QTRY_COMPARE(desk.shop.effects, std::vector(keys.begin(), keys.end()));
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.shop.order(7).state, OrderState::Delivered);
    QCOMPARE(desk.engine->orders().at(7).version, desk.shop.order(7).version);
}

void OperationsTest::aRestartSendsTheQueue()
{
    DeskBench desk;
    live(desk);
    desk.shop.server.vanish();
    QTRY_COMPARE(desk.engine->status().link, Link::Unreachable);
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QVERIFY(desk.engine->move(7, Verb::MarkMade));
    desk.reopen();
    QVERIFY(desk.engine->start());
    QCOMPARE(desk.stateOf(7), OrderState::Made);
    QCOMPARE(desk.engine->status().unsent, 2);
    desk.shop.server.resume();
    QTRY_COMPARE(desk.shop.effects.size(), 2u);
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.shop.order(7).state, OrderState::Made);
}

void OperationsTest::aCrashAfterSendingRepeatsTheSameKey()
{
    DeskBench desk;
    live(desk);
    desk.shop.replyFaults = {Fault::Hang};
    const auto id = desk.engine->move(7, Verb::StartMaking);
    QTRY_COMPARE(desk.shop.effects.size(), 1u);
    desk.reopen();
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.shop.effects, std::vector{id->toLatin1()});
    QCOMPARE(patches(desk).size(), 2u);
    QCOMPARE(desk.engine->orders().at(7).version, 2);
}

void OperationsTest::anIllegalMoveIsRefusedHere()
{
    DeskBench desk;
    live(desk);
    QSignalSpy changed(desk.engine.get(), &Engine::orderChanged);
    const auto refused = desk.engine->move(7, Verb::CompleteDelivery);
    QCOMPARE(refused.error().code, RefusalCode::IllegalMove);
    QCOMPARE(desk.engine->move(99, Verb::StartMaking).error().code, RefusalCode::NotFound);
    QCOMPARE(desk.engine->undo(7).error().code, RefusalCode::IllegalMove);
    QCOMPARE(desk.engine->replyToReview(1, u"x"_s).error().code, RefusalCode::NotFound);
    QCOMPARE(changed.size(), 0);
    QVERIFY(desk.store->pending()->empty());
}

void OperationsTest::undoWithdrawsWhatNeverLeft()
{
    DeskBench desk;
    live(desk);
    desk.shop.server.vanish();
    QTRY_COMPARE(desk.engine->status().link, Link::Unreachable);
    const auto first = desk.engine->move(7, Verb::StartMaking);
    const auto second = desk.engine->move(7, Verb::MarkMade);
    QCOMPARE(desk.engine->undo(7).value(), *second);
    QCOMPARE(desk.stateOf(7), OrderState::Making);
    QCOMPARE(desk.engine->status().unsent, 1);
    // The head may be on its way to nobody, and is soon known not to have left.
    QTRY_COMPARE(desk.store->pending()->front().state, OperationState::Queued);
    QCOMPARE(desk.engine->undo(7).value(), *first);
    QCOMPARE(desk.stateOf(7), OrderState::Paid);
    desk.shop.server.resume();
    QTRY_VERIFY(desk.isLive());
    QCOMPARE(desk.engine->orders().at(7), sampleOrder(7));
    QVERIFY(patches(desk).empty());
}

void OperationsTest::undoAfterSendingIsAnOperation()
{
    DeskBench desk;
    live(desk);
    QSignalSpy accepted(desk.engine.get(), &Engine::accepted);
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QTRY_COMPARE(accepted.size(), 1);
    QVERIFY(desk.engine->undo(7));
    QCOMPARE(desk.stateOf(7), OrderState::Paid);
    QTRY_COMPARE(accepted.size(), 2);
    QCOMPARE(accepted.back().front().value<Operation>().verb, Verb::Undo);
    QCOMPARE(desk.shop.order(7).state, OrderState::Paid);
    QCOMPARE(desk.engine->orders().at(7).version, 3);
}

void OperationsTest::aLostAnswerIsNotWithdrawn()
{
    DeskBench desk;
    live(desk);
    desk.shop.replyFaults = {Fault::Hang};
    const auto id = desk.engine->move(7, Verb::StartMaking);
    QTRY_COMPARE(desk.shop.effects.size(), 1u);
    QVERIFY(desk.engine->undo(7).value() != *id);
    QCOMPARE(desk.engine->status().unsent, 2);
    QCOMPARE(desk.stateOf(7), OrderState::Paid);
}

void OperationsTest::seenOnce()
{
    DeskBench desk;
    live(desk);
    desk.shop.tellsStreams = false;
    desk.engine->markSeen(7);
    desk.engine->markSeen(7);
    desk.engine->markSeen(99);
    QVERIFY(desk.engine->orders().at(7).seenAtMs > 0);
    QVERIFY(desk.engine->move(7, Verb::StartMaking)); // being seen did not raise the version
    QTRY_COMPARE(desk.shop.effects.size(), 2u);
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.shop.order(7).state, OrderState::Making);
    QCOMPARE(desk.engine->orders().at(7).seenAtMs, 1); // the server's time
    QCOMPARE(patches(desk).front().body, R"({"seen":true})");
}

void OperationsTest::theOwnMarkPaidIsNoNews()
{
    DeskBench desk;
    live(desk);
    desk.shop.put(sampleOrder(8, OrderState::Received));
    QTRY_VERIFY(desk.engine->orders().contains(8));
    QSignalSpy arrived(desk.engine.get(), &Engine::orderArrived);
    desk.shop.replyFaults = {Fault::Lose};
    QVERIFY(desk.engine->move(8, Verb::MarkPaid));
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.stateOf(8), OrderState::Paid);
    QCOMPARE(arrived.size(), 0);
}

void OperationsTest::aReplyToAReview()
{
    DeskBench desk;
    desk.shop.put(sampleReview(3));
    live(desk);
    desk.shop.tellsStreams = false;
    QSignalSpy accepted(desk.engine.get(), &Engine::accepted);
    QVERIFY(desk.engine->replyToReview(3, u"고맙습니다"_s));
    QCOMPARE(desk.engine->reviews().at(3).reply, u"고맙습니다"_s);
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(patches(desk).front().target, "/reviews/3");
    QCOMPARE(desk.engine->reviews().at(3).reply, u"고맙습니다"_s);
    QCOMPARE(desk.engine->reviews().at(3).version, 2);
}

void OperationsTest::aFullDiskRefusesTheMove()
{
    DeskBench desk;
    live(desk);
    desk.breakDisk(u"INSERT ON operations");
    QCOMPARE(desk.engine->move(7, Verb::StartMaking).error().code, RefusalCode::StorageFailed);
    QCOMPARE(desk.stateOf(7), OrderState::Paid);
    QCOMPARE(desk.engine->status().unsent, 0);
    desk.mendDisk();
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QTRY_COMPARE(desk.engine->status().unsent, 0);
}

void OperationsTest::anAnswerThatCannotBeStoredIsAskedForAgain()
{
    DeskBench desk;
    live(desk);
    QTest::ignoreMessage(QtWarningMsg, "an answer could not be stored and will be asked for again");
    desk.breakDisk(u"DELETE ON operations");
    connect(&desk.shop.server, &ScriptedServer::requested, this, [&desk] {
        if (patches(desk).size() == 2)
            desk.mendDisk();
    });
    QSignalSpy accepted(desk.engine.get(), &Engine::accepted);
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(desk.shop.effects.size(), 1u);
    QCOMPARE(desk.stateOf(7), OrderState::Making);
}

void OperationsTest::queueWaitsForTheNewEpoch()
{
    DeskBench desk;
    live(desk);
    desk.shop.withholdsPages = true;
    desk.shop.renewEpoch(u"summer"_s);
    QTRY_COMPARE(desk.store->state()->cursor.epoch, u"summer"_s);
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    for (const qint64 id : {8, 9}) {
        desk.shop.putQuietly(DocumentType::Order, id, sampleOrder(id));
        FeedPage part = desk.shop.pageAfter(desk.shop.number - 1);
        part.complete = false;
        desk.shop.server.push(ScriptedShop::event(part));
        QTRY_VERIFY(desk.engine->orders().contains(id));
    }
    QVERIFY(patches(desk).empty());
    QCOMPARE(desk.stateOf(7), OrderState::Making);
    desk.shop.pushPage(0);
    QTRY_COMPARE(desk.engine->status().unsent, 0);
    QCOMPARE(desk.shop.effects.size(), 1u);
    QCOMPARE(desk.stateOf(7), OrderState::Making);
}

void OperationsTest::aRefusedTokenKeepsTheQueue()
{
    DeskBench desk;
    live(desk);
    desk.shop.knowsToken = false;
    QVERIFY(desk.engine->move(7, Verb::StartMaking));
    QTRY_COMPARE(desk.engine->status().link, Link::SignedOut);
    QCOMPARE(desk.engine->status().unsent, 1);
    QCOMPARE(desk.stateOf(7), OrderState::Making);
    QCOMPARE(desk.store->pending()->size(), 1u);
}

QTEST_GUILESS_MAIN(OperationsTest)

#include "tst_operations.moc"
