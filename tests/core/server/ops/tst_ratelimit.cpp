// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/ops/ratelimit.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

using petalpost::server::RateLimit;
using petalpost::test::FakeClock;

class TestRateLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsUpToTheLimitAndAgainInTheNextMinute()
    {
        FakeClock clock;
        RateLimit limit(clock);
        for (int i = 0; i < 3; ++i)
            QVERIFY(limit.allow("192.0.2.1", 3));
        QVERIFY(!limit.allow("192.0.2.1", 3));
        QVERIFY(limit.allow("192.0.2.2", 3));
        clock.advance(RateLimit::windowMs - 1);
        QVERIFY(!limit.allow("192.0.2.1", 3));
        clock.advance(1);
        QVERIFY(limit.allow("192.0.2.1", 3));
    }

    void zeroSwitchesItOff()
    {
        FakeClock clock;
        RateLimit limit(clock);
        for (int i = 0; i < 100; ++i)
            QVERIFY(limit.allow("192.0.2.1", 0));
    }

    void strangersShareOneCountWhenTheMemoryIsFull()
    {
        FakeClock clock;
        RateLimit limit(clock);
        for (int i = 0; i < RateLimit::maxAddresses; ++i)
            QVERIFY(limit.allow(QByteArray::number(i), 1));
        QVERIFY(limit.allow("one more", 1));
        QVERIFY(!limit.allow("and another", 1));
        QVERIFY(!limit.allow("0", 1)); // known ones keep their own count
    }
};

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
