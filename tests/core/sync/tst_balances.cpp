// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/balances.h"

#include "core/sync/transport.h"
#include "tests/support/balancedays.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

namespace {

const QDate monday(2026, 11, 30);
const RepairWish retry{DifferenceKind::RefundFailed, 12, u"a12"_s};

} // namespace

/// A desk's questions about a day's balance, to a server whose every answer is scripted.
class TestBalances : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksForADay();
    void asksForToday();
    void asksForARepair();
    void whatTheServerRefusesIsSaid();
    void whatIsNoAnswerIsNone_data();
    void whatIsNoAnswerIsNone();
    void silenceEnds();
    void aLaterDayIsTheOnlyOneHeardOf();
    void aRepairIsWaitedFor();
    void stoppingEndsWhatIsUnderWay();

private:
    std::function<ScriptedReply(const SeenRequest &)> m_script;
    std::unique_ptr<ScriptedServer> m_server;
    FakeClock m_clock;
    ServerClock m_serverClock{m_clock};
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Balances> m_balances;
    std::vector<BalanceAnswer> m_answers;
    std::vector<RepairAnswer> m_repairs;
};

void TestBalances::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_balances.reset();
    m_answers.clear();
    m_repairs.clear();
    m_script = [](const SeenRequest &) { return reply(toJson(emptyDay(monday))); };
    m_server = std::make_unique<ScriptedServer>(
        [this](const SeenRequest &request) { return m_script(request); });
    m_transport = std::make_unique<Transport>(Settings{m_server->url(), "token"}, m_serverClock);
    m_balances = std::make_unique<Balances>(*m_transport);
    connect(m_balances.get(), &Balances::answered, this,
            [this](const BalanceAnswer &answer) { m_answers.push_back(answer); });
    connect(m_balances.get(), &Balances::repaired, this,
            [this](const RepairAnswer &answer) { m_repairs.push_back(answer); });
}

void TestBalances::asksForADay()
{
    m_script = [](const SeenRequest &) { return reply(toJson(dayWithRefusedRefund(monday))); };
    QVERIFY(m_balances->ask(monday));
    QVERIFY(m_balances->isBusy());
    QTRY_COMPARE(m_answers.size(), 1U);
    QVERIFY(!m_balances->isBusy());
    QVERIFY(m_answers[0].has_value() && *m_answers[0] == dayWithRefusedRefund(monday));
    const SeenRequest &seen = m_server->seen().front();
    QCOMPARE(seen.method, "GET");
    QCOMPARE(seen.target, "/balance?date=2026-11-30");
    QCOMPARE(seen.headers.value("authorization"), "Bearer token");
}

void TestBalances::asksForToday()
{
    QVERIFY(m_balances->ask({}));
    QTRY_COMPARE(m_answers.size(), 1U);
    QCOMPARE(m_answers[0]->date, monday);
    QCOMPARE(m_server->seen().front().target, "/balance");
}

void TestBalances::asksForARepair()
{
    m_script = [](const SeenRequest &) { return reply({{u"outcome"_s, u"nothing_left"_s}}); };
    QVERIFY(m_balances->repair(retry));
    QTRY_COMPARE(m_repairs.size(), 1U);
    QVERIFY(m_repairs[0] == RepairAnswer(RepairOutcome::NothingLeft));
    const SeenRequest &seen = m_server->seen().front();
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.target, "/balance/repairs");
    QCOMPARE(seen.headers.value("content-type"), "application/json");
    QCOMPARE(QJsonDocument::fromJson(seen.body).object(), toJson(retry));
}

void TestBalances::whatTheServerRefusesIsSaid()
{
    m_script = [](const SeenRequest &) { return problem(RefusalCode::NotAllowed, 403); };
    QVERIFY(m_balances->ask(monday));
    QTRY_COMPARE(m_answers.size(), 1U);
    QVERIFY(m_answers[0].error().refusal);
    QCOMPARE(m_answers[0].error().refusal->code, RefusalCode::NotAllowed);
    m_script = [](const SeenRequest &) { return problem(RefusalCode::ProviderUnavailable, 503); };
    QVERIFY(m_balances->repair(retry));
    QTRY_COMPARE(m_repairs.size(), 1U);
    QCOMPARE(m_repairs[0].error().refusal->code, RefusalCode::ProviderUnavailable);
}

void TestBalances::whatIsNoAnswerIsNone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("lost");
    const QByteArray otherDay =
        QJsonDocument(toJson(emptyDay(monday.addDays(-1)))).toJson(QJsonDocument::Compact);
    QTest::newRow("another day") << 200 << otherDay << false;
    QTest::newRow("no balance") << 200 << QByteArray("{}") << false;
    QTest::newRow("no JSON") << 200 << QByteArray("<html>welcome</html>") << false;
    QTest::newRow("a proxy") << 502 << QByteArray("<html>bad gateway</html>") << false;
    QTest::newRow("another page") << 302 << QByteArray() << false;
    QTest::newRow("a closed connection") << 0 << QByteArray() << true;
}

void TestBalances::whatIsNoAnswerIsNone()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, lost);
    m_script = [=](const SeenRequest &) {
        ScriptedReply reply;
        reply.status = status;
        reply.contentType = body.startsWith('{') ? "application/json" : "text/html";
        reply.body = body;
        if (lost)
            reply.fault = ScriptedReply::Fault::CutHalfway;
        return reply;
    };
    QVERIFY(m_balances->ask(monday));
    QTRY_COMPARE(m_answers.size(), 1U);
    QVERIFY(m_answers[0] == BalanceAnswer(tl::unexpected(NoAnswer())));
    QVERIFY(m_balances->repair(retry));
    QTRY_COMPARE(m_repairs.size(), 1U);
    QVERIFY(m_repairs[0] == RepairAnswer(tl::unexpected(NoAnswer())));
}

void TestBalances::silenceEnds()
{
    m_script = [](const SeenRequest &) { return silence(); };
    m_balances->setDeadlineMs(20);
    QVERIFY(m_balances->ask(monday));
    QTRY_COMPARE(m_answers.size(), 1U);
    QVERIFY(m_answers[0] == BalanceAnswer(tl::unexpected(NoAnswer())));
    QVERIFY(m_balances->repair(retry));
    QTRY_COMPARE(m_repairs.size(), 1U);
    QVERIFY(!m_balances->isBusy());
}

void TestBalances::aLaterDayIsTheOnlyOneHeardOf()
{
    m_script = [](const SeenRequest &request) {
        return request.target.endsWith("-29") ? laterReply() : reply(toJson(emptyDay(monday)));
    };
    QVERIFY(m_balances->ask(monday.addDays(-1)));
    QTRY_COMPARE(m_server->openStreams(), 1);
    QVERIFY(m_balances->ask(monday));
    m_server->push(QJsonDocument(toJson(emptyDay(monday.addDays(-1)))).toJson());
    m_server->cutStreams();
    QTRY_COMPARE(m_server->seen().size(), 2U);
    QTRY_COMPARE(m_server->openStreams(), 0);
    QTRY_VERIFY(!m_answers.empty());
    QTest::qWait(50); // for what must not come
    QCOMPARE(m_answers.size(), 1U);
    QCOMPARE(m_answers[0]->date, monday);
}

void TestBalances::aRepairIsWaitedFor()
{
    m_script = [](const SeenRequest &request) {
        return request.method == "POST" ? laterReply() : silence();
    };
    QVERIFY(m_balances->ask(monday));
    QVERIFY(m_balances->repair(retry)); // the reading would be of no use by then
    QTRY_COMPARE(m_server->openStreams(), 1);
    QVERIFY(!m_balances->ask(monday));
    QVERIFY(!m_balances->repair(retry));
    m_server->push(R"({"outcome":"asked"})");
    m_server->cutStreams();
    QTRY_COMPARE(m_repairs.size(), 1U);
    QVERIFY(m_repairs[0] == RepairAnswer(RepairOutcome::Asked));
    QVERIFY(m_answers.empty());
    QVERIFY(m_balances->ask(monday));
}

void TestBalances::stoppingEndsWhatIsUnderWay()
{
    m_script = [](const SeenRequest &) { return silence(); };
    m_balances->stop();
    QVERIFY(m_answers.empty() && m_repairs.empty());
    QVERIFY(m_balances->ask(monday));
    m_balances->stop();
    QCOMPARE(m_answers.size(), 1U);
    QVERIFY(m_balances->repair(retry));
    m_balances->stop();
    QCOMPARE(m_repairs.size(), 1U);
    QVERIFY(!m_answers[0] && !m_repairs[0] && !m_balances->isBusy());
}

QTEST_GUILESS_MAIN(TestBalances)
#include "tst_balances.moc"
