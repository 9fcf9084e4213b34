// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/alarm/alarmplan.h"

#include <QtTest/QTest>

#include <functional>
#include <vector>

using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 secondMs = 1'000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 startMs = 1'796'000'000'000;

const QStringList letters{u"N"_s, u"C"_s, u"O"_s, u"L"_s}; // by Sound

using Script = std::function<void(AlarmFacts &, AlarmPlan &, qint64 second)>;

/// Looks every second for \a seconds; answers what sounded when: "N0 N30".
QString heard(qint64 seconds, const Script &script)
{
    AlarmPlan plan;
    AlarmFacts facts;
    QStringList sounds;
    for (qint64 second = 0; second <= seconds; ++second) {
        facts.nowMs = startMs + second * secondMs;
        facts.cancelled = false;
        script(facts, plan, second);
        if (const auto sound = plan.next(facts))
            sounds << letters.at(int(*sound)) % QString::number(second);
    }
    return sounds.join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(Script)

class TestAlarmPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void muteCountsDown();
    void aClockPutBackSilencesNothing();
    void noSoundWithoutReason();
};

void TestAlarmPlan::rules_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, qint64 seconds, const QString &expected, Script script) {
        QTest::newRow(name) << seconds << std::move(script) << expected;
    };
    row("ten times every 30 s, then every 3 min", 12 * 60,
        u"N0 N30 N60 N90 N120 N150 N180 N210 N240 N270 N300 N480 N660"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64) { facts.unseen = {1}; });
    row("ends when it is seen, on whichever desk", 300, u"N0 N30"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64 second) {
            facts.unseen = second < 45 ? std::set<qint64>{1} : std::set<qint64>{};
        });
    row("many at once are one sound", 29, u"N0"_s, [](AlarmFacts &facts, AlarmPlan &, qint64) {
        facts.unseen = {1, 2, 3, 4, 5};
    });
    row("a further order rings at once and begins the count afresh", 420,
        u"N0 N30 N60 N90 N100 N130 N160 N190 N220 N250 N280 N310 N340 N370 N400"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64 second) {
            facts.unseen = second < 100 ? std::set<qint64>{1} : std::set<qint64>{1, 2};
        });
    row("orders that pour in do not ring on top of each other", 6, u"N0 N3 N6"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64 second) { facts.unseen.insert(second); });
    row("one seen of two changes nothing", 70, u"N0 N30 N60"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64 second) {
            facts.unseen = second < 10 ? std::set<qint64>{1, 2} : std::set<qint64>{2};
        });
    row("silent while closed, at once when it opens", 130, u"N60 N90 N120"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64 second) {
            facts.unseen = {1};
            facts.open = second >= 60;
        });
    row("silent while muted, at once afterwards", 640, u"N0 N610 N640"_s,
        [](AlarmFacts &facts, AlarmPlan &plan, qint64 second) {
            facts.unseen = {1};
            if (second == 10)
                plan.toggleMute(facts.nowMs);
        });
    row("a second press ends the silence", 60, u"N0 N40"_s,
        [](AlarmFacts &facts, AlarmPlan &plan, qint64 second) {
            facts.unseen = {1};
            if (second == 10 || second == 40)
                plan.toggleMute(facts.nowMs);
        });
    row("seen while muted is over", 700, u"N0"_s,
        [](AlarmFacts &facts, AlarmPlan &plan, qint64 second) {
            facts.unseen = second < 100 ? std::set<qint64>{1} : std::set<qint64>{};
            if (second == 10)
                plan.toggleMute(facts.nowMs);
        });
    row("a cancel falls once", 600, u"C5"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64 second) { facts.cancelled = second == 5; });
    row("late is told once an order", 600, u"L0 L50"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64 second) {
            facts.late = second < 50 ? std::set<qint64>{1, 2} : std::set<qint64>{2, 3};
        });
    row("the most pressing comes first", 20, u"N0 C3 L6"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64 second) {
            facts.unseen = {1};
            facts.late = {1};
            facts.cancelled = second == 0;
        });
    row("offline: after 15 minutes, every 15 minutes", 46 * 60, u"O900 O1800 O2700"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64) { facts.silentSinceMs = startMs; });
    row("contact ends it and counts afresh", 40 * 60, u"O900 O2000"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64 second) {
            facts.silentSinceMs = second < 1000    ? startMs
                                  : second == 1000 ? 0
                                                   : startMs + 1100 * secondMs;
        });
    row("offline at night is told at opening", 3 * 60 * 60, u"O7200 O8100 O9000 O9900 O10800"_s,
        [](AlarmFacts &facts, AlarmPlan &, qint64 second) {
            facts.silentSinceMs = startMs;
            facts.open = second >= 7200;
        });
}

void TestAlarmPlan::rules()
{
    QFETCH(qint64, seconds);
    QFETCH(Script, script);
    QFETCH(QString, expected);
    QCOMPARE(heard(seconds, script), expected);
}

void TestAlarmPlan::muteCountsDown()
{
    AlarmPlan plan;
    QCOMPARE(plan.mutedForMs(startMs), 0);
    plan.toggleMute(startMs);
    QCOMPARE(plan.mutedForMs(startMs), 10 * minuteMs);
    QCOMPARE(plan.mutedForMs(startMs + 4 * minuteMs), 6 * minuteMs);
    QVERIFY(plan.isBusy(startMs + 4 * minuteMs));
    QCOMPARE(plan.mutedForMs(startMs + 10 * minuteMs), 0);
    QVERIFY(!plan.isBusy(startMs + 10 * minuteMs));
}

void TestAlarmPlan::aClockPutBackSilencesNothing()
{
    AlarmPlan plan;
    AlarmFacts facts;
    facts.unseen = {1};
    facts.nowMs = startMs;
    QCOMPARE(plan.next(facts), Sound::NewOrder);
    facts.nowMs = startMs - 60 * minuteMs;
    QCOMPARE(plan.next(facts), Sound::NewOrder);
    facts.nowMs += AlarmPlan::quickRepeatMs;
    QCOMPARE(plan.next(facts), Sound::NewOrder);
    plan.toggleMute(startMs);
    QCOMPARE(plan.mutedForMs(startMs - 60 * minuteMs), 0);
}

void TestAlarmPlan::noSoundWithoutReason()
{
    QCOMPARE(heard(3600, [](AlarmFacts &, AlarmPlan &, qint64) {}), QString());
}

QTEST_GUILESS_MAIN(TestAlarmPlan)
#include "tst_alarmplan.moc"
