// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/bulkhead.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;

namespace {

constexpr int longMs = 60'000;

bool isIn(const QFuture<Result<void>> &future)
{
    return future.isFinished() && future.result().has_value();
}

bool isRefused(const QFuture<Result<void>> &future)
{
    return future.isFinished() && !future.result()
           && future.result().error().code == RefusalCode::ProviderNotAsked;
}

} // namespace

class BulkheadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLimitsAreTheOnesDecided();
    void soManyRunSoManyWaitTheNextIsRefusedAtOnce();
    void aPlaceGoesToWhoWaitsLongest();
    void aPlaceThatNobodyWaitsForIsFree();
    void nobodyWaitsLongerThanTheDeadline();
    void stoppingAnswersEverybody();
};

void BulkheadTest::theLimitsAreTheOnesDecided()
{
    const BulkheadLimits limits;
    QCOMPARE(limits.running, 8);
    QCOMPARE(limits.queued, 16);
}

void BulkheadTest::soManyRunSoManyWaitTheNextIsRefusedAtOnce()
{
    Bulkhead bulkhead({8, 16, longMs});
    for (int i = 0; i < 8; ++i)
        QVERIFY(isIn(bulkhead.enter()));
    std::vector<QFuture<Result<void>>> waiting;
    for (int i = 0; i < 16; ++i) {
        waiting.push_back(bulkhead.enter());
        QVERIFY(!waiting.back().isFinished());
    }
    QCOMPARE(bulkhead.running(), 8);
    QCOMPARE(bulkhead.queued(), 16);
    const auto refused = bulkhead.enter();
    QVERIFY(isRefused(refused));
    QCOMPARE(refused.result().error().value, u"1"_s);
    QCOMPARE(bulkhead.refused(), 1);
    QCOMPARE(bulkhead.queued(), 16);
}

void BulkheadTest::aPlaceGoesToWhoWaitsLongest()
{
    Bulkhead bulkhead({1, 2, longMs});
    QVERIFY(isIn(bulkhead.enter()));
    const auto first = bulkhead.enter();
    const auto second = bulkhead.enter();
    bulkhead.leave();
    QVERIFY(isIn(first));
    QVERIFY(!second.isFinished());
    QCOMPARE(bulkhead.running(), 1);
    // The queue has room again, but nobody overtakes.
    const auto third = bulkhead.enter();
    QVERIFY(!third.isFinished());
    bulkhead.leave();
    QVERIFY(isIn(second));
    QVERIFY(!third.isFinished());
}

void BulkheadTest::aPlaceThatNobodyWaitsForIsFree()
{
    Bulkhead bulkhead({1, 1, longMs});
    for (int i = 0; i < 3; ++i) {
        QVERIFY(isIn(bulkhead.enter()));
        QCOMPARE(bulkhead.running(), 1);
        bulkhead.leave();
        QCOMPARE(bulkhead.running(), 0);
    }
}

void BulkheadTest::nobodyWaitsLongerThanTheDeadline()
{
    Bulkhead bulkhead({1, 1, 1});
    QVERIFY(isIn(bulkhead.enter()));
    const auto waiting = bulkhead.enter();
    QTRY_VERIFY(isRefused(waiting));
    QCOMPARE(bulkhead.queued(), 0);
    QCOMPARE(bulkhead.refused(), 1);
    // The place that comes free later is not given to the one who went.
    bulkhead.leave();
    QCOMPARE(bulkhead.running(), 0);
}

void BulkheadTest::stoppingAnswersEverybody()
{
    Bulkhead bulkhead({1, 2, longMs});
    QVERIFY(isIn(bulkhead.enter()));
    const auto first = bulkhead.enter();
    const auto second = bulkhead.enter();
    bulkhead.stop();
    QVERIFY(isRefused(first));
    QVERIFY(isRefused(second));
    QVERIFY(isRefused(bulkhead.enter()));
    bulkhead.leave(); // who runs may still end
    QCOMPARE(bulkhead.running(), 0);
    QVERIFY(isRefused(bulkhead.enter()));
    QFuture<Result<void>> left;
    {
        Bulkhead gone({1, 1, longMs});
        QVERIFY(isIn(gone.enter()));
        left = gone.enter();
    }
    QVERIFY(isRefused(left));
}

QTEST_GUILESS_MAIN(BulkheadTest)
#include "tst_bulkhead.moc"
