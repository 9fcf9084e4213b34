// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/retry.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using namespace petalpost::server;
using namespace petalpost::test;

class RetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesDoubleUpToTheirBound();
    void thePauseIsWhatTheDiceSay();
    void theMachinesDiceStayInRange();
    void aQuietShopHasASmallStock();
    void everyTenthCallEarnsARetry();
    void theStockComesBackSlowly();
};

void RetryTest::pausesDoubleUpToTheirBound()
{
    const std::array<int, 7> boundsMs{500, 1'000, 2'000, 4'000, 5'000, 5'000, 5'000};
    for (std::size_t i = 0; i < boundsMs.size(); ++i)
        QCOMPARE(RetryPauses::boundMs(int(i) + 1), boundsMs[i]);
    QCOMPARE(RetryPauses::boundMs(1'000), 5'000);
    QCOMPARE(RetryPauses::boundMs(0), 500);
}

void RetryTest::thePauseIsWhatTheDiceSay()
{
    QCOMPARE(RetryPauses::pauseMs(2, [](int most) { return most; }), 1'000);
    QCOMPARE(RetryPauses::pauseMs(2, [](int most) { return most / 4; }), 250);
    QCOMPARE(RetryPauses::pauseMs(2, [](int) { return 0; }), 0);
}

void RetryTest::theMachinesDiceStayInRange()
{
    for (int i = 0; i < 1'000; ++i) {
        const int thrown = randomUpTo(3);
        QVERIFY(thrown >= 0 && thrown <= 3);
    }
    QCOMPARE(randomUpTo(0), 0);
}

void RetryTest::aQuietShopHasASmallStock()
{
    FakeClock clock;
    RetryBudget budget(clock);
    for (int i = 0; i < RetryBudget::stock; ++i)
        QVERIFY(budget.take());
    QVERIFY(!budget.take());
}

void RetryTest::everyTenthCallEarnsARetry()
{
    FakeClock clock;
    RetryBudget budget(clock);
    while (budget.take()) {
    }
    int retries = 0;
    for (int call = 0; call < 1'000; ++call) {
        budget.noteCall();
        retries += budget.take() ? 1 : 0;
    }
    QCOMPARE(retries, 100);
    // Nothing is saved up beyond the stock.
    for (int call = 0; call < 1'000; ++call)
        budget.noteCall();
    retries = 0;
    while (budget.take())
        ++retries;
    QCOMPARE(retries, RetryBudget::stock);
}

void RetryTest::theStockComesBackSlowly()
{
    FakeClock clock;
    RetryBudget budget(clock);
    while (budget.take()) {
    }
    clock.advance(RetryBudget::refillMs - 1);
    QVERIFY(!budget.take());
    clock.advance(1);
    QVERIFY(budget.take());
    QVERIFY(!budget.take());
    clock.advance(RetryBudget::refillMs * 1'000'000);
    int retries = 0;
    while (budget.take())
        ++retries;
    QCOMPARE(retries, RetryBudget::stock);
}

QTEST_GUILESS_MAIN(RetryTest)
#include "tst_retry.moc"
