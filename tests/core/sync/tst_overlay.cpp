// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/overlay.h"
#include "tests/support/fakeclock.h"
#include "tests/support/samples.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

namespace {

constexpr qint64 pressedMs = FakeClock::startMs + 5'000;

Operation moveOf(Verb verb, qint64 basedOn = 1, QJsonObject details = {})
{
    const QString id = u"op-"_s + word(verb) + QString::number(basedOn);
    return {id, Operation::Kind::Move, 7, verb, basedOn, pressedMs + basedOn, std::move(details)};
}

QueuedOperation queued(const Operation &operation, OperationState state = OperationState::Queued)
{
    return {operation, state};
}

} // namespace

class OverlayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyQueueShowsTheCopy();
    void aMoveShowsAtOnce();
    void aMoveThatPassesTwoStatesStampsBoth();
    void chainedMovesCountVersions();
    void operationsOfOthersChangeNothing();
    void anIllegalMoveNamesTheLegalOnes();
    void aSettledOperationIsNotShownTwice();
    void anUnsentOneIsShownOnANewerCopy();
    void seenDoesNotRaiseTheVersion();
    void detailsAreShown();
    void aPhotoIsShownAndChangesNoVersion();
    void undoLeadsBack_data();
    void undoLeadsBack();
    void undoOfAFailedDelivery();
    void nothingToUndo();
    void theClockOfTheDeskMayBeBehind();
    void reviewsShowTheReply();
};

void OverlayTest::anEmptyQueueShowsTheCopy()
{
    QCOMPARE(overlay::shown(sampleOrder(7), {}), sampleOrder(7));
}

void OverlayTest::aMoveShowsAtOnce()
{
    const std::vector queue{queued(moveOf(Verb::StartMaking))};
    const Order order = overlay::shown(sampleOrder(7), queue);
    QCOMPARE(order.state, OrderState::Making);
    QCOMPARE(order.version, 2);
    QCOMPARE(order.reachedAt(OrderState::Making), pressedMs + 1);
    QVERIFY(!order.lastOperation.isEmpty());
}

void OverlayTest::aMoveThatPassesTwoStatesStampsBoth()
{
    const std::vector queue{queued(moveOf(Verb::MarkMade))};
    const Order order = overlay::shown(sampleOrder(7), queue);
    QCOMPARE(order.state, OrderState::Made);
    QCOMPARE(order.reachedAt(OrderState::Making), order.reachedAt(OrderState::Made));
    QCOMPARE(order.version, 2);
}

void OverlayTest::chainedMovesCountVersions()
{
    const std::vector queue{queued(moveOf(Verb::StartMaking, 1), OperationState::Sent),
                            queued(moveOf(Verb::MarkMade, 2)),
                            queued(moveOf(Verb::StartDelivery, 3))};
    Order copy = sampleOrder(7);
    QCOMPARE(overlay::shown(copy, queue).version, 4);
    QCOMPARE(overlay::shown(copy, queue).state, OrderState::Delivering);
    // The server took the first one: the rest looks the same on the newer copy.
    copy = overlay::shown(copy, std::span(queue).first(1));
    QCOMPARE(overlay::shown(copy, queue).version, 4);
    QCOMPARE(overlay::shown(copy, queue).state, OrderState::Delivering);
    QCOMPARE(overlay::shown(copy, std::span(queue).subspan(1)).version, 4);
}

void OverlayTest::operationsOfOthersChangeNothing()
{
    Operation other = moveOf(Verb::StartMaking);
    other.subject = 8;
    Operation review = moveOf(Verb::StartMaking);
    review.kind = Operation::Kind::ReviewReply;
    const std::vector queue{queued(other), queued(review)};
    QCOMPARE(overlay::shown(sampleOrder(7), queue), sampleOrder(7));
}

void OverlayTest::anIllegalMoveNamesTheLegalOnes()
{
    const auto refused = overlay::applied(sampleOrder(7), moveOf(Verb::CompleteDelivery));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RefusalCode::IllegalMove);
    QCOMPARE(refused.error().state, OrderState::Paid);
    QVERIFY(!refused.error().legalVerbs.empty());
    const std::vector queue{queued(moveOf(Verb::CompleteDelivery)),
                            queued(moveOf(Verb::StartMaking))};
    QCOMPARE(overlay::shown(sampleOrder(7), queue).state, OrderState::Making);
}

void OverlayTest::aSettledOperationIsNotShownTwice()
{
    // Sent, and the feed already brought its effect while the answer is still on its way.
    Order copy = sampleOrder(7, OrderState::Made);
    copy.version = 4;
    const std::vector sent{queued(moveOf(Verb::StartDelivery, 3), OperationState::Sent)};
    QCOMPARE(overlay::shown(copy, sent), copy);
}

void OverlayTest::anUnsentOneIsShownOnANewerCopy()
{
    Order copy = sampleOrder(7);
    copy.version = 4;
    const std::vector queue{queued(moveOf(Verb::StartMaking, 3))};
    QCOMPARE(overlay::shown(copy, queue).state, OrderState::Making);
}

void OverlayTest::seenDoesNotRaiseTheVersion()
{
    Operation seen = moveOf(Verb::Place);
    seen.kind = Operation::Kind::Seen;
    const std::vector queue{queued(seen)};
    Order order = overlay::shown(sampleOrder(7), queue);
    QCOMPARE(order.version, 1);
    QCOMPARE(order.seenAtMs, seen.pressedAtMs);
    order.seenAtMs = 5;
    QCOMPARE(overlay::shown(order, queue).seenAtMs, 5);
}

void OverlayTest::detailsAreShown()
{
    const Order delivering = sampleOrder(7, OrderState::Delivering);
    const auto done = overlay::applied(
        delivering, moveOf(Verb::CompleteDelivery, 1, {{u"receivedBy"_s, u"본인"_s}}));
    QCOMPARE(done->receivedBy, u"본인"_s);
    Order asked = sampleOrder(7, OrderState::Making);
    asked.cancelRequestedAtMs = 5;
    QCOMPARE(overlay::applied(asked, moveOf(Verb::DeclineCancel))->cancelRequestedAtMs, 0);
    QCOMPARE(overlay::applied(asked, moveOf(Verb::DeclineCancel))->state, OrderState::Making);
    const auto cancelled =
        overlay::applied(asked, moveOf(Verb::Cancel, 1, {{u"reason"_s, u"품절"_s}}));
    QCOMPARE(cancelled->state, OrderState::Cancelled);
    QCOMPARE(cancelled->cancelReason, u"품절"_s);
    QVERIFY(cancelled->lastOperation.isEmpty());
}

void OverlayTest::aPhotoIsShownAndChangesNoVersion()
{
    const QString photo(64, u'a');
    Order copy = sampleOrder(7, OrderState::Made);
    const auto adding = queued(moveOf(Verb::AddPhoto, copy.version,
                                      {{u"photoOf"_s, u"arrangement"_s}, {u"photo"_s, photo}}),
                               OperationState::Sent);
    for (const qint64 ahead : {0, 1}) { // a photo is no answer to what else changed
        Order newer = copy;
        newer.version += ahead;
        const Order shown = overlay::shown(newer, {{adding}});
        QCOMPARE(shown.photo(PhotoOf::Arrangement), photo);
        QVERIFY(shown.photo(PhotoOf::Delivery).isEmpty());
        QCOMPARE(shown.version, newer.version);
        QCOMPARE(shown.state, OrderState::Made);
    }
}

void OverlayTest::undoLeadsBack_data()
{
    QTest::addColumn<QList<Verb>>("done");
    QTest::addColumn<OrderState>("back");
    QTest::newRow("one step") << QList{Verb::StartMaking} << OrderState::Paid;
    QTest::newRow("two states at once") << QList{Verb::MarkMade} << OrderState::Paid;
    QTest::newRow("second step") << QList{Verb::StartMaking, Verb::MarkMade} << OrderState::Making;
    QTest::newRow("delivery") << QList{Verb::MarkMade, Verb::StartDelivery} << OrderState::Made;
    QTest::newRow("delivered") << QList{Verb::MarkMade, Verb::StartDelivery, Verb::CompleteDelivery}
                               << OrderState::Delivering;
    QTest::newRow("twice") << QList{Verb::StartMaking, Verb::MarkMade, Verb::Undo}
                           << OrderState::Paid;
}

void OverlayTest::undoLeadsBack()
{
    QFETCH(QList<Verb>, done);
    QFETCH(OrderState, back);
    Order order = sampleOrder(7);
    for (const Verb verb : done)
        order = overlay::applied(order, moveOf(verb, order.version)).value();
    const auto undone = overlay::applied(order, moveOf(Verb::Undo, order.version));
    QVERIFY(undone);
    QCOMPARE(undone->state, back);
    QCOMPARE(undone->reachedAt(order.state), 0);
    QCOMPARE(undone->version, order.version + 1);
}

void OverlayTest::undoOfAFailedDelivery()
{
    const Order out = sampleOrder(7, OrderState::Delivering);
    const Order failed = overlay::applied(out, moveOf(Verb::FailDelivery)).value();
    QCOMPARE(failed.state, OrderState::Made);
    QVERIFY(failed.redelivery);
    const Order undone = overlay::applied(failed, moveOf(Verb::Undo)).value();
    QCOMPARE(undone.state, OrderState::Delivering);
    QVERIFY(!undone.redelivery);
}

void OverlayTest::nothingToUndo()
{
    QVERIFY(!overlay::applied(sampleOrder(7), moveOf(Verb::Undo)));
    Order cancelled = sampleOrder(7, OrderState::Cancelled);
    cancelled.lastOperation = u"x"_s;
    QVERIFY(!overlay::applied(cancelled, moveOf(Verb::Undo)));
}

void OverlayTest::theClockOfTheDeskMayBeBehind()
{
    Operation early = moveOf(Verb::StartMaking);
    early.pressedAtMs = 1;
    const Order making = overlay::applied(sampleOrder(7), early).value();
    QVERIFY(making.reachedAt(OrderState::Making) > making.reachedAt(OrderState::Paid));
    QCOMPARE(overlay::applied(making, moveOf(Verb::Undo))->state, OrderState::Paid);
}

void OverlayTest::reviewsShowTheReply()
{
    Operation reply = moveOf(Verb::StartMaking);
    reply.kind = Operation::Kind::ReviewReply;
    reply.details = {{u"reply"_s, u"고맙습니다"_s}};
    const std::vector queue{queued(moveOf(Verb::StartMaking)), queued(reply)};
    const Review review = overlay::shown(sampleReview(7), queue);
    QCOMPARE(review.reply, u"고맙습니다"_s);
    QCOMPARE(review.repliedAtMs, reply.pressedAtMs);
    QCOMPARE(overlay::shown(sampleReview(8), queue), sampleReview(8));
}

QTEST_GUILESS_MAIN(OverlayTest)

#include "tst_overlay.moc"
