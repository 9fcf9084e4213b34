// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/circuitbreaker.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

constexpr auto Success = CallVerdict::Success;
constexpr auto Failure = CallVerdict::Failure;
constexpr auto Neutral = CallVerdict::Neutral;

} // namespace

class CircuitBreakerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theLimitsAreTheOnesDecided();
    void opensAfterFailuresInARow();
    void opensAtHalfOfTheWindow();
    void staysClosedBeforeTheLeastCalls();
    void countsTheNewestCallsOnly();
    void declinesNeverCount();
    void refusesWhileOpenAndSaysForHowLong();
    void halfOpenLetsTwoProbesOut();
    void oneGoodProbeCloses();
    void oneBadProbeReopens();
    void aNeutralProbeDecidesNothing();
    void aProbeThatNeverReportsIsGivenUp();
    void everyEjectionPausesLongerUpToTheCap();
    void healthForgivesEjections();
    void lateReportsChangeNothing();
    void countsFromTheStartOfTheServer();
    void theWallClockMayBeSet();

private:
    void call(CallVerdict verdict, int times = 1);
    /// Opens the closed breaker by as many failures as that takes.
    void breakIt() { call(Failure, BreakerLimits().consecutiveFailures); }
    void endPause() { m_clock->advance(m_breaker->pauseLeftMs()); }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<CircuitBreaker> m_breaker;
};

void CircuitBreakerTest::init()
{
    m_clock = std::make_unique<FakeClock>();
    m_breaker = std::make_unique<CircuitBreaker>(*m_clock);
}

void CircuitBreakerTest::call(CallVerdict verdict, int times)
{
    for (int i = 0; i < times; ++i) {
        const auto permit = m_breaker->admit();
        QVERIFY(permit);
        m_breaker->report(*permit, verdict);
    }
}

void CircuitBreakerTest::theLimitsAreTheOnesDecided()
{
    const BreakerLimits limits;
    QCOMPARE(limits.windowCalls, 20);
    QCOMPARE(limits.minCalls, 5);
    QCOMPARE(limits.failurePercent, 50);
    QCOMPARE(limits.consecutiveFailures, 5);
    QCOMPARE(limits.openMs, 30'000);
    QCOMPARE(limits.maxOpenMs, 5 * 60'000);
    QCOMPARE(limits.probes, 2);
    QVERIFY(limits.probeDeadlineMs > 30'000); // the longest call
}

void CircuitBreakerTest::opensAfterFailuresInARow()
{
    call(Success, 16); // so that the share stays below the half
    call(Failure, 4);
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
    call(Success);
    call(Failure, 4);
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
    call(Failure);
    QCOMPARE(m_breaker->state(), BreakerState::Open);
}

void CircuitBreakerTest::opensAtHalfOfTheWindow()
{
    for (int i = 0; i < 4; ++i) {
        call(Success);
        call(Success);
        call(Failure);
    }
    QCOMPARE(m_breaker->state(), BreakerState::Closed); // 4 of 12
    call(Failure, 3); // 7 of 15
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
    call(Failure); // 8 of 16
    QCOMPARE(m_breaker->state(), BreakerState::Open);
}

void CircuitBreakerTest::staysClosedBeforeTheLeastCalls()
{
    call(Failure, 4);
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
    call(Success); // 4 of 5, none in a row
    QCOMPARE(m_breaker->state(), BreakerState::Open);
}

void CircuitBreakerTest::countsTheNewestCallsOnly()
{
    // What has left the window: two failures, each one followed by successes.
    call(Success, 3);
    call(Failure, 2);
    call(Success, 18);
    // 10 failures in 20 calls open it; with the two of before it would be 9.
    for (int i = 0; i < 9; ++i) {
        call(Failure);
        QCOMPARE(m_breaker->state(), BreakerState::Closed);
        call(Success);
    }
    call(Failure);
    QCOMPARE(m_breaker->state(), BreakerState::Open);
}

void CircuitBreakerTest::declinesNeverCount()
{
    call(Neutral, 100);
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
    // Neither do they thin out the failures, nor end their row.
    call(Failure, 2);
    call(Neutral, 100);
    call(Failure, 2);
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
    call(Neutral);
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
    call(Failure);
    QCOMPARE(m_breaker->state(), BreakerState::Open);
}

void CircuitBreakerTest::refusesWhileOpenAndSaysForHowLong()
{
    const qint64 startMs = m_clock->nowMs();
    QCOMPARE(m_breaker->sinceMs(), startMs);
    m_clock->advance(60'000);
    breakIt();
    QCOMPARE(m_breaker->sinceMs(), startMs + 60'000);
    QCOMPARE(m_breaker->admit().error().code, RefusalCode::ProviderNotAsked);
    QCOMPARE(m_breaker->admit().error().value, u"30"_s);
    m_clock->advance(28'500);
    QCOMPARE(m_breaker->check().error().value, u"2"_s);
    m_clock->advance(1'499);
    QCOMPARE(m_breaker->state(), BreakerState::Open);
    QCOMPARE(m_breaker->check().error().value, u"1"_s);
    m_clock->advance(1);
    QCOMPARE(m_breaker->state(), BreakerState::HalfOpen);
    QVERIFY(m_breaker->check());
    // It has not answered since, so nothing about the outage begins anew.
    QCOMPARE(m_breaker->sinceMs(), startMs + 60'000);
}

void CircuitBreakerTest::halfOpenLetsTwoProbesOut()
{
    breakIt();
    endPause();
    QVERIFY(m_breaker->check()); // takes no probe
    QVERIFY(m_breaker->admit());
    QVERIFY(m_breaker->admit());
    QCOMPARE(m_breaker->admit().error().code, RefusalCode::ProviderNotAsked);
    QCOMPARE(m_breaker->admit().error().value, u"1"_s);
    QCOMPARE(m_breaker->state(), BreakerState::HalfOpen);
}

void CircuitBreakerTest::oneGoodProbeCloses()
{
    breakIt();
    endPause();
    call(Success);
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
    QCOMPARE(m_breaker->sinceMs(), m_clock->nowMs());
    // What was before the outage is forgotten: it takes all the failures again.
    call(Failure, 4);
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
    call(Failure);
    QCOMPARE(m_breaker->state(), BreakerState::Open);
}

void CircuitBreakerTest::oneBadProbeReopens()
{
    breakIt();
    const qint64 sinceMs = m_breaker->sinceMs();
    endPause();
    call(Failure);
    QCOMPARE(m_breaker->state(), BreakerState::Open);
    QCOMPARE(m_breaker->pauseLeftMs(), 60'000);
    QCOMPARE(m_breaker->sinceMs(), sinceMs);
}

void CircuitBreakerTest::aNeutralProbeDecidesNothing()
{
    breakIt();
    endPause();
    call(Neutral, 10); // each one makes room for the next
    QCOMPARE(m_breaker->state(), BreakerState::HalfOpen);
    call(Success);
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
}

void CircuitBreakerTest::aProbeThatNeverReportsIsGivenUp()
{
    breakIt();
    endPause();
    const auto lost = m_breaker->admit();
    QVERIFY(lost);
    QVERIFY(m_breaker->admit());
    m_clock->advance(BreakerLimits().probeDeadlineMs - 1);
    QVERIFY(!m_breaker->admit());
    m_clock->advance(1);
    QVERIFY(m_breaker->admit());
    // Should it report after all, its place has gone to another.
    m_breaker->report(*lost, Failure);
    QCOMPARE(m_breaker->state(), BreakerState::HalfOpen);
    QVERIFY(m_breaker->admit());
    QVERIFY(!m_breaker->admit());
}

void CircuitBreakerTest::everyEjectionPausesLongerUpToTheCap()
{
    breakIt();
    for (int ejection = 1; ejection <= 15; ++ejection) {
        QCOMPARE(m_breaker->pauseLeftMs(), std::min(30'000 * ejection, 300'000));
        QCOMPARE(m_breaker->ejections(), std::min(ejection, 10));
        endPause();
        QCOMPARE(m_breaker->state(), BreakerState::HalfOpen);
        call(Failure);
    }
}

void CircuitBreakerTest::healthForgivesEjections()
{
    breakIt();
    for (int i = 0; i < 2; ++i) {
        endPause();
        call(Failure);
    }
    endPause();
    call(Success);
    QCOMPARE(m_breaker->ejections(), 3);
    m_clock->advance(BreakerLimits().forgiveMs - 1);
    QCOMPARE(m_breaker->ejections(), 3);
    m_clock->advance(1);
    QCOMPARE(m_breaker->ejections(), 2);
    breakIt(); // the third one again
    QCOMPARE(m_breaker->pauseLeftMs(), 90'000);
    endPause();
    call(Success);
    m_clock->advance(10LL * BreakerLimits().forgiveMs);
    QCOMPARE(m_breaker->ejections(), 0);
    breakIt();
    QCOMPARE(m_breaker->pauseLeftMs(), 30'000);
}

void CircuitBreakerTest::lateReportsChangeNothing()
{
    const auto slowOne = m_breaker->admit();
    const auto slowTwo = m_breaker->admit();
    const auto slowThree = m_breaker->admit();
    breakIt();
    m_breaker->report(*slowOne, Success);
    QCOMPARE(m_breaker->state(), BreakerState::Open);
    endPause();
    m_breaker->report(*slowTwo, Success);
    QCOMPARE(m_breaker->state(), BreakerState::HalfOpen);
    call(Success);
    call(Failure, 4);
    m_breaker->report(*slowThree, Failure);
    QCOMPARE(m_breaker->state(), BreakerState::Closed);
}

void CircuitBreakerTest::countsFromTheStartOfTheServer()
{
    call(Success, 3);
    call(Neutral, 2);
    call(Failure, 3); // half of the window
    QVERIFY(!m_breaker->admit());
    QVERIFY(!m_breaker->check());
    QCOMPARE(m_breaker->counters(), (CircuitBreaker::Counters{8, 3, 2}));
}

void CircuitBreakerTest::theWallClockMayBeSet()
{
    breakIt();
    m_clock->setWallClock(m_clock->nowMs() + 3'600'000);
    QCOMPARE(m_breaker->state(), BreakerState::Open);
    m_clock->setWallClock(m_clock->nowMs() - 7'200'000);
    endPause();
    QCOMPARE(m_breaker->state(), BreakerState::HalfOpen);
}

QTEST_GUILESS_MAIN(CircuitBreakerTest)
#include "tst_circuitbreaker.moc"
