// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/providerguards.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

/// What a try ends with.
enum class End { Done, Declined, Silent, NotSent, Unsafe };

CallOutcome<int> outcomeOf(End end)
{
    switch (end) {
    case End::Done:
        return {7, CallVerdict::Success, true};
    case End::Declined:
        return {refuse(RefusalCode::PaymentDeclined), CallVerdict::Neutral, true};
    case End::Silent:
        return {refuse(RefusalCode::ProviderUnavailable), CallVerdict::Failure, true};
    case End::NotSent:
        return {refuse(RefusalCode::ProviderNotAsked, {}, u"1"_s), CallVerdict::Failure, true};
    case End::Unsafe:
        return {refuse(RefusalCode::ProviderUnavailable), CallVerdict::Failure, false};
    }
    Q_UNREACHABLE();
}

/// A provider whose tries end as a test says; the last end goes on for ever.
struct Script
{
    Script(std::initializer_list<End> tryEnds)
        : ends(tryEnds)
    {
    }

    std::vector<End> ends;
    int tries = 0;
    bool held = false; ///< answers when the promise finishes
    QPromise<void> promise;
};

QCoro::Task<CallOutcome<int>> tryOnce(Script *script)
{
    const int tried = script->tries++;
    if (script->held) {
        const QFuture<void> answer = script->promise.future();
        co_await answer;
    }
    const End end = script->ends[std::min(std::size_t(tried), script->ends.size() - 1)];
    co_return outcomeOf(end);
}

std::function<QCoro::Task<CallOutcome<int>>()> calling(Script &script)
{
    return [script = &script] { return tryOnce(script); };
}

QCoro::Task<> noteEnd(QCoro::Task<Result<int>> task, std::optional<Result<int>> *end)
{
    *end = co_await task;
}

QCoro::Task<> noteThrown(QCoro::Task<Result<int>> task, QByteArray *what)
{
    try {
        co_await task;
    } catch (const std::runtime_error &error) {
        *what = error.what();
    }
}

} // namespace

class CallGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theDeadlinesAreTheOnesDecided();
    void answersWhatTheCallAnswers();
    void declinesAreNotTriedAgain();
    void silenceIsTriedAgain();
    void whatIsNotSafeIsTriedOnce();
    void triesAreBounded();
    void retriesEndWithTheBudget();
    void anOpenBreakerAsksNobody();
    void onceAskedItIsNeverCalledNotAsked();
    void whoQueuesWhileItOpensIsNotSent();
    void aFullBulkheadRefusesAtOnce();
    void stoppingEndsPausesAndQueues();
    void aCallThatThrowsGivesItsPlaceBack();
    void tellsWhenHealthChanges();

private:
    Result<int> call(Script &script, int tries = CallGuard::maxTries);
    void breakIt();

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<CallGuard> m_guard;
    std::vector<int> m_thrown; ///< the bounds the dice were thrown for
};

void CallGuardTest::init()
{
    m_thrown.clear();
    m_clock = std::make_unique<FakeClock>();
    const auto dice = [this](int most) {
        m_thrown.push_back(most);
        return 0;
    };
    m_guard = std::make_unique<CallGuard>(CallKind::Charge, *m_clock, dice);
}

Result<int> CallGuardTest::call(Script &script, int tries)
{
    return QCoro::waitFor(guarded<int>(m_guard.get(), calling(script), tries));
}

void CallGuardTest::breakIt()
{
    Script silent{End::Silent};
    for (int i = 0; i < BreakerLimits().consecutiveFailures; ++i)
        call(silent, 1);
    QCOMPARE(m_guard->breaker().state(), BreakerState::Open);
}

void CallGuardTest::theDeadlinesAreTheOnesDecided()
{
    QCOMPARE(connectDeadlineMs, 3'000);
    QCOMPARE(deadlineMsOf(CallKind::Charge), 30'000);
    QCOMPARE(deadlineMsOf(CallKind::Refund), 30'000);
    QCOMPARE(deadlineMsOf(CallKind::Read), 10'000);
    QCOMPARE(CallGuard::maxTries, 3);
}

void CallGuardTest::answersWhatTheCallAnswers()
{
    Script script{End::Done};
    QCOMPARE(call(script), Result<int>(7));
    QCOMPARE(script.tries, 1);
    QCOMPARE(m_guard->bulkhead().running(), 0);
    QCOMPARE(m_guard->breaker().counters(), (CircuitBreaker::Counters{1, 0, 0}));
}

void CallGuardTest::declinesAreNotTriedAgain()
{
    Script script{End::Declined};
    for (int i = 0; i < 10; ++i)
        QCOMPARE(call(script).error().code, RefusalCode::PaymentDeclined);
    QCOMPARE(script.tries, 10);
    QCOMPARE(m_guard->breaker().state(), BreakerState::Closed);
}

void CallGuardTest::silenceIsTriedAgain()
{
    Script script{End::Silent, End::Silent, End::Done};
    QCOMPARE(call(script), Result<int>(7));
    QCOMPARE(script.tries, 3);
    QCOMPARE(m_thrown, (std::vector<int>{500, 1'000}));
}

void CallGuardTest::whatIsNotSafeIsTriedOnce()
{
    Script script{End::Unsafe, End::Done};
    QCOMPARE(call(script).error().code, RefusalCode::ProviderUnavailable);
    QCOMPARE(script.tries, 1);
}

void CallGuardTest::triesAreBounded()
{
    Script script{End::Silent};
    QCOMPARE(call(script).error().code, RefusalCode::ProviderUnavailable);
    QCOMPARE(script.tries, 3);
}

void CallGuardTest::retriesEndWithTheBudget()
{
    // Every call fails once and succeeds at its second try: half of the tries are failures, which
    // a breaker with a higher bar lets pass.
    GuardLimits limits;
    limits.breaker.failurePercent = 90;
    CallGuard guard(
        CallKind::Read, *m_clock, [](int) { return 0; }, limits);
    int retries = 0;
    for (int i = 0; i < 40; ++i) {
        Script script{End::Silent, End::Done};
        QCoro::waitFor(guarded<int>(&guard, calling(script), 2));
        retries += script.tries - 1;
        Script fine{End::Done};
        QCoro::waitFor(guarded<int>(&guard, calling(fine), 2));
    }
    // The first one of the 80 calls earns nothing: the stock is full.
    QCOMPARE(retries, RetryBudget::stock + 79 * RetryBudget::percentOfCalls / 100);
}

void CallGuardTest::anOpenBreakerAsksNobody()
{
    breakIt();
    Script script{End::Done};
    const auto refused = call(script);
    QCOMPARE(refused.error().code, RefusalCode::ProviderNotAsked);
    QCOMPARE(refused.error().value, u"30"_s);
    QCOMPARE(script.tries, 0);
    m_clock->advance(BreakerLimits().openMs);
    QCOMPARE(call(script), Result<int>(7));
    QCOMPARE(m_guard->breaker().state(), BreakerState::Closed);
}

void CallGuardTest::onceAskedItIsNeverCalledNotAsked()
{
    // The first try ends in the dark, the second one does not get out of the house.
    Script script{End::Silent, End::NotSent};
    QCOMPARE(call(script).error().code, RefusalCode::ProviderUnavailable);
    // Neither when the breaker opens between the tries.
    Script silent{End::Silent};
    call(silent, 1); // the fourth failure
    script.tries = 0;
    QCOMPARE(call(script).error().code, RefusalCode::ProviderUnavailable);
    QCOMPARE(script.tries, 1);
    QCOMPARE(m_guard->breaker().state(), BreakerState::Open);
    // While what was never sent may say so.
    init();
    Script notSent{End::NotSent};
    QCOMPARE(call(notSent).error().code, RefusalCode::ProviderNotAsked);
    QCOMPARE(notSent.tries, 3);
}

void CallGuardTest::whoQueuesWhileItOpensIsNotSent()
{
    GuardLimits limits;
    limits.bulkhead = {5, 1, 60'000};
    CallGuard guard(
        CallKind::Charge, *m_clock, [](int) { return 0; }, limits);
    Script silent{End::Unsafe};
    silent.held = true;
    silent.promise.start();
    std::vector<QCoro::Task<Result<int>>> running;
    running.reserve(5);
    for (int i = 0; i < 5; ++i)
        running.push_back(guarded<int>(&guard, calling(silent)));
    Script script{End::Done};
    auto queued = guarded<int>(&guard, calling(script));
    QTRY_COMPARE(guard.bulkhead().queued(), 1);
    QTRY_COMPARE(silent.tries, 5);
    // Five clients hear nothing: the place of the first goes to the queued one at the moment of its
    // failure, so it is sent only if the breaker has not opened before it is awake.
    silent.promise.finish();
    const auto refused = QCoro::waitFor(queued);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, RefusalCode::ProviderNotAsked);
    QCOMPARE(script.tries, 0);
    QTRY_COMPARE(guard.bulkhead().running(), 0);
}

void CallGuardTest::aFullBulkheadRefusesAtOnce()
{
    GuardLimits limits;
    limits.bulkhead = {1, 0, 60'000};
    CallGuard guard(
        CallKind::Charge, *m_clock, [](int) { return 0; }, limits);
    Script slow{End::Done};
    slow.held = true;
    slow.promise.start();
    auto running = guarded<int>(&guard, calling(slow));
    QTRY_COMPARE(slow.tries, 1);
    Script script{End::Done};
    const auto refused = QCoro::waitFor(guarded<int>(&guard, calling(script)));
    QCOMPARE(refused.error().code, RefusalCode::ProviderNotAsked);
    QCOMPARE(script.tries, 0);
    QCOMPARE(guard.bulkhead().refused(), 1);
    slow.promise.finish();
    QCOMPARE(QCoro::waitFor(running), Result<int>(7));
}

void CallGuardTest::stoppingEndsPausesAndQueues()
{
    GuardLimits limits;
    limits.bulkhead = {1, 1, 60'000};
    CallGuard guard(
        CallKind::Charge, *m_clock, [](int) { return 600'000; }, limits);
    Script silent{End::Silent};
    std::optional<Result<int>> pausing;
    const auto first = noteEnd(guarded<int>(&guard, calling(silent)), &pausing);
    QTRY_COMPARE(silent.tries, 1);
    Script slow{End::Done};
    slow.held = true;
    slow.promise.start();
    std::optional<Result<int>> running;
    const auto second = noteEnd(guarded<int>(&guard, calling(slow)), &running);
    QTRY_COMPARE(slow.tries, 1);
    std::optional<Result<int>> queued;
    Script never{End::Done};
    const auto third = noteEnd(guarded<int>(&guard, calling(never)), &queued);
    QTRY_COMPARE(guard.bulkhead().queued(), 1);
    guard.stop();
    QTRY_VERIFY(pausing.has_value() && queued.has_value());
    QCOMPARE(pausing->error().code, RefusalCode::ProviderUnavailable);
    QCOMPARE(silent.tries, 1);
    QCOMPARE(queued->error().code, RefusalCode::ProviderNotAsked);
    QCOMPARE(never.tries, 0);
    QVERIFY(!running.has_value());
    slow.promise.finish(); // what runs may end in peace
    QTRY_VERIFY(running.has_value());
    QCOMPARE(*running, Result<int>(7));
}

void CallGuardTest::aCallThatThrowsGivesItsPlaceBack()
{
    const auto throwing = []() -> QCoro::Task<CallOutcome<int>> {
        throw std::runtime_error("boom");
        co_return outcomeOf(End::Done);
    };
    QByteArray what;
    const auto ended = noteThrown(guarded<int>(m_guard.get(), throwing), &what);
    QTRY_COMPARE(what, "boom"_ba);
    QCOMPARE(m_guard->bulkhead().running(), 0);
}

void CallGuardTest::tellsWhenHealthChanges()
{
    ProviderGuards guards(u"scripted"_s, *m_clock, [](int) { return 0; });
    QSignalSpy changed(&guards, &ProviderGuards::changed);
    const qint64 startMs = m_clock->nowMs();
    m_clock->advance(5'000);
    Script script{End::Silent};
    for (int i = 0; i < 4; ++i)
        QCoro::waitFor(guarded<int>(&guards.of(CallKind::Refund), calling(script), 1));
    QCOMPARE(changed.size(), 0);
    QTest::ignoreMessage(QtWarningMsg, "scripted refund breaker: closed -> open");
    QCoro::waitFor(guarded<int>(&guards.of(CallKind::Refund), calling(script), 1));
    QCOMPARE(changed.size(), 1);
    const auto health = guards.health();
    QCOMPARE(health.size(), std::size_t(3));
    QCOMPARE(health[0],
             (ProviderHealth{u"scripted"_s, CallKind::Charge, BreakerState::Closed, startMs}));
    QCOMPARE(health[1], (ProviderHealth{u"scripted"_s, CallKind::Refund, BreakerState::Open,
                                        startMs + 5'000}));
    QCOMPARE(health[2],
             (ProviderHealth{u"scripted"_s, CallKind::Read, BreakerState::Closed, startMs}));
    guards.refresh();
    QCOMPARE(changed.size(), 1);
    m_clock->advance(BreakerLimits().openMs);
    QTest::ignoreMessage(QtWarningMsg, "scripted refund breaker: open -> half-open");
    guards.refresh();
    QCOMPARE(changed.size(), 2);
    Script fine{End::Done};
    QTest::ignoreMessage(QtWarningMsg, "scripted refund breaker: half-open -> closed");
    QCoro::waitFor(guarded<int>(&guards.of(CallKind::Refund), calling(fine), 1));
    QCOMPARE(changed.size(), 3);
}

QTEST_GUILESS_MAIN(CallGuardTest)
#include "tst_callguard.moc"
