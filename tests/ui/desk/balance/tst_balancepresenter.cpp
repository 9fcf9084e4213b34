// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/balance/balancepresenter.h"

#include "tests/support/balancedays.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;

using State = BalancePresenter::State;

/// What the screen 정산 is about, with a server whose every answer is scripted.
class TestBalancePresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsAskedUntilSomebodyLooks();
    void freshIsNotAskedAgain();
    void theDayIsSteppedButNotBeyondToday();
    void midnightMovesToday();
    void aSlowAnswerForAnotherDayIsDropped();
    void failuresAreToldApart();
    void contactThatComesBackIsUsed();
    void aRepairIsAskedForAndTheDayReadAgain();
    void aRepairThatFailsIsSaid();
    void oneRepairAtATime();
    void theDayMayBeChangedDuringARepair();
    void anotherWindowsRepairIsWaitedFor();

private:
    QDate today() const { return localDate(m_clock.nowMs(), zone()); }
    QTimeZone zone() const { return m_desk->engine->shop().zone; }
    static QDate localDate(qint64 atMs, const QTimeZone &zone)
    {
        return QDateTime::fromMSecsSinceEpoch(atMs, zone).date();
    }
    /// The day that a GET is about.
    QDate asked(const SeenRequest &request) const
    {
        const auto at = request.target.indexOf("date=");
        return at < 0 ? today()
                      : QDate::fromString(QString::fromLatin1(request.target.mid(at + 5)),
                                          Qt::ISODate);
    }
    int calls(const QByteArray &method) const
    {
        return int(std::ranges::count(m_server->seen(), method, &SeenRequest::method));
    }
    void finishStream(const QJsonObject &json)
    {
        m_server->push(QJsonDocument(json).toJson());
        m_server->cutStreams();
    }
    void watch()
    {
        m_presenter->setWatched(true);
        QTRY_VERIFY(m_presenter->state() != State::Loading);
    }

    ScriptedServer::Script m_script;
    FakeClock m_clock;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<DeskInProcess> m_desk;
    std::unique_ptr<BalancePresenter> m_presenter;
};

void TestBalancePresenter::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_presenter.reset();
    m_desk.reset();
    m_clock.set(FakeClock::startMs);
    m_script = [this](const SeenRequest &request) {
        return request.method == "POST" ? reply({{u"outcome"_s, u"asked"_s}})
                                        : reply(toJson(dayWithRefusedRefund(asked(request))));
    };
    m_server = std::make_unique<ScriptedServer>(
        [this](const SeenRequest &request) { return m_script(request); });
    m_desk = std::make_unique<DeskInProcess>(m_server->url(), "token", m_clock);
    m_presenter = std::make_unique<BalancePresenter>(*m_desk->engine);
}

void TestBalancePresenter::nothingIsAskedUntilSomebodyLooks()
{
    m_presenter->showDay(today().addDays(-2));
    QCOMPARE(m_presenter->state(), State::Unread);
    QVERIFY(!m_desk->engine->balances().isBusy());
    m_presenter->setWatched(true);
    QCOMPARE(m_presenter->state(), State::Loading);
    QTRY_COMPARE(m_presenter->state(), State::Shown);
    QCOMPARE(m_presenter->balance()->date, today().addDays(-2));
    QCOMPARE(calls("GET"), 1);
}

void TestBalancePresenter::freshIsNotAskedAgain()
{
    watch();
    QCOMPARE(m_presenter->readAtMs(), m_clock.nowMs());
    m_presenter->setWatched(false);
    m_clock.advance(BalancePresenter::freshMs - 1);
    m_presenter->setWatched(true);
    QCOMPARE(m_presenter->state(), State::Shown);
    m_presenter->setWatched(false);
    m_clock.advance(1);
    m_presenter->setWatched(true);
    QCOMPARE(m_presenter->state(), State::Loading);
    QVERIFY(m_presenter->balance()); // what was known stays meanwhile
    QTRY_COMPARE(m_presenter->state(), State::Shown);
    m_presenter->reload();
    QTRY_COMPARE(m_presenter->state(), State::Shown);
    QCOMPARE(calls("GET"), 3);
}

void TestBalancePresenter::theDayIsSteppedButNotBeyondToday()
{
    watch();
    QVERIFY(m_presenter->isToday());
    m_presenter->stepDay(1);
    QCOMPARE(m_presenter->state(), State::Shown);
    m_presenter->stepDay(-1);
    QCOMPARE(m_presenter->state(), State::Loading);
    QVERIFY(!m_presenter->balance()); // another day's is none
    QVERIFY(!m_presenter->isToday());
    QCOMPARE(m_presenter->day(), today().addDays(-1));
    QTRY_COMPARE(m_presenter->state(), State::Shown);
    QCOMPARE(asked(m_server->seen().back()), today().addDays(-1));
    m_presenter->stepDay(1);
    QVERIFY(m_presenter->isToday());
    QTRY_COMPARE(m_presenter->state(), State::Shown);
    QCOMPARE(m_server->seen().back().target, "/balance");
    m_presenter->showDay(today().addDays(5));
    QCOMPARE(m_presenter->day(), today());
}

void TestBalancePresenter::midnightMovesToday()
{
    watch();
    const QDate before = m_presenter->day();
    m_presenter->setWatched(false);
    constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
    m_clock.advance(dayMs);
    watch();
    QCOMPARE(m_presenter->day(), before.addDays(1));
    QCOMPARE(m_presenter->balance()->date, before.addDays(1));
}

void TestBalancePresenter::aSlowAnswerForAnotherDayIsDropped()
{
    const QDate slow = today().addDays(-1);
    const QDate fast = today().addDays(-2);
    m_script = [=, this](const SeenRequest &request) {
        return asked(request) == slow ? laterReply() : reply(toJson(emptyDay(asked(request))));
    };
    watch();
    m_presenter->stepDay(-1);
    QTRY_COMPARE(m_server->openStreams(), 1);
    m_presenter->stepDay(-1);
    finishStream(toJson(dayWithRefusedRefund(slow)));
    QTRY_COMPARE(m_presenter->state(), State::Shown);
    QTest::qWait(50); // for what must not come
    QCOMPARE(m_presenter->day(), fast);
    QVERIFY(*m_presenter->balance() == emptyDay(fast));
    // Nor does an answer count that nobody waits for any more, or for another day.
    Q_EMIT m_desk->engine->balances().answered(dayWithRefusedRefund(fast));
    QVERIFY(*m_presenter->balance() == emptyDay(fast));
    m_presenter->stepDay(-1);
    Q_EMIT m_desk->engine->balances().answered(dayWithRefusedRefund(fast));
    QCOMPARE(m_presenter->state(), State::Loading);
}

void TestBalancePresenter::failuresAreToldApart()
{
    m_script = [](const SeenRequest &) { return problem(RefusalCode::NotAllowed, 403); };
    watch();
    QCOMPARE(m_presenter->state(), State::NotAllowed);
    m_script = [](const SeenRequest &) { return problem(RefusalCode::Busy, 503); };
    m_presenter->reload();
    QTRY_COMPARE(m_presenter->state(), State::Refused);
    QCOMPARE(m_presenter->refusal().code, RefusalCode::Busy);
    m_script = [](const SeenRequest &) { return silence(); };
    m_desk->engine->balances().setDeadlineMs(20);
    m_presenter->reload();
    QTRY_COMPARE(m_presenter->state(), State::NoContact);
    QVERIFY(!m_presenter->balance());
}

void TestBalancePresenter::contactThatComesBackIsUsed()
{
    m_server->vanish();
    watch();
    QCOMPARE(m_presenter->state(), State::NoContact);
    m_server->resume();
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Unreachable, 0, 0, true});
    QCOMPARE(m_presenter->state(), State::NoContact);
    m_presenter->setWatched(false);
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Live, 0, 0, true});
    QCOMPARE(m_presenter->state(), State::NoContact); // nobody looks
    m_server->vanish();
    watch();
    QCOMPARE(m_presenter->state(), State::NoContact);
    m_server->resume();
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Unreachable, 0, 0, true});
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Live, 0, 0, true});
    QTRY_COMPARE(m_presenter->state(), State::Shown);
}

void TestBalancePresenter::aRepairIsAskedForAndTheDayReadAgain()
{
    watch();
    const Difference difference = m_presenter->balance()->differences.front();
    m_presenter->repair(difference);
    QVERIFY(m_presenter->repairing() && *m_presenter->repairing() == difference);
    m_script = [this](const SeenRequest &request) {
        return request.method == "POST" ? reply({{u"outcome"_s, u"asked"_s}})
                                        : reply(toJson(emptyDay(asked(request))));
    };
    QTRY_VERIFY(m_presenter->balance()->isBalanced());
    QVERIFY(!m_presenter->repairing());
    QVERIFY(*m_presenter->news() == (RepairNews{difference, RepairOutcome::Asked}));
    QCOMPARE(calls("POST"), 1);
    QCOMPARE(calls("GET"), 2);
    m_presenter->reload();
    QVERIFY(!m_presenter->news()); // the florist has moved on
}

void TestBalancePresenter::aRepairThatFailsIsSaid()
{
    m_script = [this](const SeenRequest &request) {
        return request.method == "POST" ? problem(RefusalCode::ProviderUnavailable, 503)
                                        : reply(toJson(dayWithRefusedRefund(asked(request))));
    };
    watch();
    m_presenter->repair(m_presenter->balance()->differences.front());
    QTRY_COMPARE(calls("GET"), 2);
    QTRY_COMPARE(m_presenter->state(), State::Shown);
    QVERIFY(!m_presenter->news()->isGood());
    QCOMPARE(m_presenter->news()->answer.error().refusal->code, RefusalCode::ProviderUnavailable);
    m_script = [](const SeenRequest &) {
        ScriptedReply reply;
        reply.fault = ScriptedReply::Fault::CutHalfway;
        return reply;
    };
    m_presenter->repair(m_presenter->balance()->differences.front());
    QTRY_COMPARE(m_presenter->state(), State::NoContact);
    QVERIFY(!m_presenter->news()->answer.error().refusal);
}

void TestBalancePresenter::oneRepairAtATime()
{
    m_script = [this](const SeenRequest &request) {
        return request.method == "POST" ? laterReply()
                                        : reply(toJson(dayWithRefusedRefund(asked(request))));
    };
    watch();
    Difference difference = m_presenter->balance()->differences.front();
    difference.repair = Repair::None;
    m_presenter->repair(difference);
    QVERIFY(!m_presenter->repairing());
    difference = m_presenter->balance()->differences.front();
    difference.kind = DifferenceKind::SmsFailed; // no call can help
    m_presenter->repair(difference);
    QVERIFY(!m_presenter->repairing());
    m_presenter->repair(m_presenter->balance()->differences.front());
    m_presenter->repair(m_presenter->balance()->differences.front());
    QTRY_COMPARE(m_server->openStreams(), 1);
    QTest::qWait(20); // for what must not come
    QCOMPARE(calls("POST"), 1);
}

void TestBalancePresenter::theDayMayBeChangedDuringARepair()
{
    m_script = [this](const SeenRequest &request) {
        return request.method == "POST" ? laterReply()
                                        : reply(toJson(dayWithRefusedRefund(asked(request))));
    };
    watch();
    const Difference difference = m_presenter->balance()->differences.front();
    m_presenter->repair(difference);
    QTRY_COMPARE(m_server->openStreams(), 1);
    m_presenter->stepDay(-1);
    QCOMPARE(m_presenter->state(), State::Loading);
    finishStream({{u"outcome"_s, u"asked"_s}});
    QTRY_COMPARE(m_presenter->state(), State::Shown);
    QCOMPARE(m_presenter->balance()->date, today().addDays(-1));
    QVERIFY(m_presenter->news()); // it says whose repair that was
    QCOMPARE(calls("GET"), 2);
}

void TestBalancePresenter::anotherWindowsRepairIsWaitedFor()
{
    m_script = [this](const SeenRequest &request) {
        return request.method == "POST" ? laterReply()
                                        : reply(toJson(dayWithRefusedRefund(asked(request))));
    };
    QVERIFY(m_desk->engine->balances().repair({DifferenceKind::RefundFailed, 12, {}}));
    QTRY_COMPARE(m_server->openStreams(), 1);
    m_presenter->setWatched(true);
    QCOMPARE(m_presenter->state(), State::Loading);
    finishStream({{u"outcome"_s, u"asked"_s}});
    QTRY_COMPARE(m_presenter->state(), State::Shown);
    QVERIFY(!m_presenter->news());
}

QTEST_GUILESS_MAIN(TestBalancePresenter)
#include "tst_balancepresenter.moc"
