// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/shell/syncstage.h"

#include <QtTest/QTest>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

sync::SyncStatus silentFor(qint64 ms, int unsent = 0)
{
    return {sync::Link::Unreachable, demo::now - ms, unsent, true};
}

SyncStage stage(const sync::SyncStatus &status, bool open = true)
{
    return stageOf(status, demo::now, demo::now, open);
}

} // namespace

class TestSyncStage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void silenceGrowsLouder();
    void nobodyIsAlarmedWhileTheShopIsClosed();
    void liveIsSyncedOrSending();
    void neverContactedCountsFromTheStart();
    void linesSayWhereTheDataIs();
    void theBannerSaysWhatCannotBeSeen();
};

void TestSyncStage::silenceGrowsLouder()
{
    QCOMPARE(stage(silentFor(0)), SyncStage::Connecting);
    QCOMPARE(stage(silentFor(59'999)), SyncStage::Connecting);
    QCOMPARE(stage(silentFor(60'000)), SyncStage::Checking);
    QCOMPARE(stage(silentFor(119'999)), SyncStage::Checking);
    QCOMPARE(stage(silentFor(120'000)), SyncStage::Offline);
    QCOMPARE(stage(silentFor(15 * 60'000 - 1)), SyncStage::Offline);
    QCOMPARE(stage(silentFor(15 * 60'000)), SyncStage::Missed);
    QCOMPARE(stage(silentFor(8 * 3'600'000)), SyncStage::Missed);
    QCOMPARE(stage({sync::Link::SignedOut, demo::now, 0, true}), SyncStage::SignedOut);
}

void TestSyncStage::nobodyIsAlarmedWhileTheShopIsClosed()
{
    QCOMPARE(stage(silentFor(8 * 3'600'000), false), SyncStage::Offline);
    QCOMPARE(stage({sync::Link::Live, demo::now - 3'600'000, 0, true}), SyncStage::Synced);
}

void TestSyncStage::liveIsSyncedOrSending()
{
    QCOMPARE(stage({sync::Link::Live, demo::now, 0, true}), SyncStage::Synced);
    QCOMPARE(stage({sync::Link::Live, demo::now, 2, true}), SyncStage::Sending);
}

void TestSyncStage::neverContactedCountsFromTheStart()
{
    const sync::SyncStatus never{sync::Link::Connecting, 0, 0, false};
    QCOMPARE(stageOf(never, demo::now, demo::now - 30'000, true), SyncStage::Connecting);
    QCOMPARE(stageOf(never, demo::now, demo::now - 120'000, true), SyncStage::Offline);
}

void TestSyncStage::linesSayWhereTheDataIs()
{
    const auto line = [](const sync::SyncStatus &status) {
        return statusLine(status, stage(status), demo::now, demo::zone);
    };
    QCOMPARE(line({sync::Link::Live, demo::now, 0, true}), u"동기화됨 · 방금"_s);
    QCOMPARE(line({sync::Link::Live, demo::now - 180'000, 0, true}), u"동기화됨 · 3분 전"_s);
    QCOMPARE(line({sync::Link::Live, demo::now, 2, true}), u"보내는 중 · 2건"_s);
    QCOMPARE(line(silentFor(90'000)), u"연결 확인 중 · 마지막 동기화 13:20"_s);
    QCOMPARE(line(silentFor(240'000, 3)), u"오프라인 · 마지막 동기화 13:18 · 보낼 것 3건"_s);
}

void TestSyncStage::theBannerSaysWhatCannotBeSeen()
{
    const auto banner = [](const sync::SyncStatus &status) {
        return offlineBanner(status, stage(status), demo::now, demo::now);
    };
    QVERIFY(banner(silentFor(119'999)).isEmpty());
    QCOMPARE(banner(silentFor(240'000)), u"오프라인 4분째 · 새 주문을 받지 못하고 있어요."_s);
    QCOMPARE(banner(silentFor(240'000, 3)),
             u"오프라인 4분째 · 새 주문을 받지 못하고 있어요. "
             "바꾼 내용 3건은 이 컴퓨터에 저장했고, 연결되면 보냅니다."_s);
    QVERIFY(banner(silentFor(20 * 60'000)).startsWith(u"오프라인 20분째"_s));
    QVERIFY(banner({sync::Link::SignedOut, demo::now, 0, true}).contains(u"해제"_s));
}

QTEST_GUILESS_MAIN(TestSyncStage)
#include "tst_syncstage.moc"
