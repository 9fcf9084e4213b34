// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/orderedits.h"

#include "core/sync/transport.h"
#include "tests/support/balancedays.h"
#include "tests/support/demoorders.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

namespace {

ScriptedReply instead(ScriptedReply::Fault fault)
{
    ScriptedReply reply;
    reply.fault = fault;
    return reply;
}

} // namespace

/// A desk's wish to change an order, told to a server whose every answer is scripted.
class TestOrderEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksWhatAnEditWouldDo();
    void onlyTheNewestQuoteIsHeard();
    void doesWhatWasQuoted();
    void withoutAnAnswerTheSameKeepsItsKey();
    void whatTheServerRefusesIsSaidOnce();
    void anAnswerAboutAnotherOrderIsNone();
    void takesBack();
    void changesAreMadeOneAtATime();
    void stoppingAnswersWhatIsUnderWay();

private:
    using Answered = std::pair<qint64, Result<EditedAnswer>>;

    QJsonObject edited(qint64 undoUntilMs = 0) const
    {
        QJsonObject body = toJson(m_order);
        body.insert(u"undoUntilMs"_s, undoUntilMs);
        return body;
    }
    QJsonObject sent(std::size_t index) const
    {
        return QJsonDocument::fromJson(m_server->seen()[index].body).object();
    }
    QByteArray key(std::size_t index) const
    {
        return m_server->seen()[index].headers.value("idempotency-key");
    }

    const Order m_order = demo::orders()[0];
    const EditQuote m_quote{m_order.id, 7, Money(), -2'000, EditEffect::Refund};
    OrderEdit m_edit;
    std::function<ScriptedReply(const SeenRequest &)> m_script;
    std::unique_ptr<ScriptedServer> m_server;
    FakeClock m_clock;
    ServerClock m_serverClock{m_clock};
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<OrderEdits> m_edits;
    std::vector<Result<EditQuote>> m_quotes;
    std::vector<Answered> m_applied;
    std::vector<Answered> m_undone;
};

void TestOrderEdits::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_edits.reset();
    m_quotes.clear();
    m_applied.clear();
    m_undone.clear();
    m_edit = {};
    m_edit.qty = 2;
    m_script = [this](const SeenRequest &) { return reply(edited(5'000)); };
    m_server = std::make_unique<ScriptedServer>(
        [this](const SeenRequest &request) { return m_script(request); });
    Settings settings{m_server->url(), "token"};
    m_transport = std::make_unique<Transport>(settings, m_serverClock);
    m_edits = std::make_unique<OrderEdits>(*m_transport);
    connect(m_edits.get(), &OrderEdits::quoted, this,
            [this](const Result<EditQuote> &quote) { m_quotes.push_back(quote); });
    connect(m_edits.get(), &OrderEdits::applied, this,
            [this](qint64 id, const Result<EditedAnswer> &answer) {
                m_applied.emplace_back(id, answer);
            });
    connect(m_edits.get(), &OrderEdits::undone, this,
            [this](qint64 id, const Result<EditedAnswer> &answer) {
                m_undone.emplace_back(id, answer);
            });
}

void TestOrderEdits::asksWhatAnEditWouldDo()
{
    m_script = [this](const SeenRequest &) { return reply(toJson(m_quote)); };
    m_edits->quote(m_order.id, m_edit);
    QTRY_COMPARE(m_quotes.size(), 1U);
    QCOMPARE(m_quotes[0].value(), m_quote);
    const SeenRequest &seen = m_server->seen().front();
    QCOMPARE(seen.method, "PATCH");
    QCOMPARE(seen.target, u"/orders/%1/lines"_s.arg(m_order.id).toLatin1());
    QCOMPARE(sent(0), (QJsonObject{{u"qty"_s, 2}, {u"dryRun"_s, true}}));
    QVERIFY(key(0).isEmpty());
    m_script = [](const SeenRequest &) { return problem(RefusalCode::WindowFull, 409); };
    m_edits->quote(m_order.id, m_edit);
    QTRY_COMPARE(m_quotes.size(), 2U);
    QCOMPARE(m_quotes[1].error().code, RefusalCode::WindowFull);
}

void TestOrderEdits::onlyTheNewestQuoteIsHeard()
{
    m_script = [this](const SeenRequest &request) {
        if (request.body.contains("2"))
            return instead(ScriptedReply::Fault::Hang);
        return reply(toJson(m_quote));
    };
    m_edits->quote(m_order.id, m_edit);
    QTRY_COMPARE(m_server->seen().size(), 1U);
    m_edit.qty = 3;
    m_edits->quote(m_order.id, m_edit);
    QTRY_COMPARE(m_quotes.size(), 1U);
    QCOMPARE(m_quotes[0].value(), m_quote);
}

void TestOrderEdits::doesWhatWasQuoted()
{
    QVERIFY(m_edits->apply(m_edit, m_quote));
    QTRY_COMPARE(m_applied.size(), 1U);
    QCOMPARE(m_applied[0].first, m_order.id);
    QCOMPARE(m_applied[0].second.value(), (EditedAnswer{m_order, 5'000}));
    QCOMPARE(sent(0),
             (QJsonObject{{u"qty"_s, 2}, {u"basedOn"_s, 7}, {u"differenceMinor"_s, -2'000}}));
    QVERIFY(!key(0).isEmpty());
    // The same once more is another change.
    QVERIFY(m_edits->apply(m_edit, m_quote));
    QTRY_COMPARE(m_applied.size(), 2U);
    QVERIFY(key(1) != key(0));
}

void TestOrderEdits::withoutAnAnswerTheSameKeepsItsKey()
{
    m_script = [](const SeenRequest &) { return instead(ScriptedReply::Fault::Lose); };
    QVERIFY(m_edits->apply(m_edit, m_quote));
    QTRY_COMPARE(m_applied.size(), 1U);
    QCOMPARE(m_applied[0].second.error().code, RefusalCode::Busy);
    m_script = [this](const SeenRequest &) { return reply(edited()); };
    const std::size_t before = m_server->seen().size();
    QVERIFY(m_edits->apply(m_edit, m_quote));
    QTRY_COMPARE(m_applied.size(), 2U);
    QVERIFY(m_applied[1].second.has_value());
    QCOMPARE(key(before), key(0));
    // Something else in between has a key of its own.
    m_script = [](const SeenRequest &) { return problem(RefusalCode::Busy, 503); };
    QVERIFY(m_edits->apply(m_edit, m_quote));
    QTRY_COMPARE(m_applied.size(), 3U);
    m_edit.qty = 5;
    QVERIFY(m_edits->apply(m_edit, m_quote));
    QTRY_COMPARE(m_applied.size(), 4U);
    QVERIFY(key(before + 2) != key(before + 1));
}

void TestOrderEdits::whatTheServerRefusesIsSaidOnce()
{
    m_script = [](const SeenRequest &) { return problem(RefusalCode::QuoteChanged, 409); };
    QVERIFY(m_edits->apply(m_edit, m_quote));
    QTRY_COMPARE(m_applied.size(), 1U);
    QCOMPARE(m_applied[0].second.error().code, RefusalCode::QuoteChanged);
    QVERIFY(m_edits->apply(m_edit, m_quote));
    QTRY_COMPARE(m_applied.size(), 2U);
    QVERIFY(key(1) != key(0));
}

void TestOrderEdits::anAnswerAboutAnotherOrderIsNone()
{
    Order other = m_order;
    other.id = m_order.id + 1;
    m_script = [&other](const SeenRequest &) { return reply(toJson(other)); };
    QVERIFY(m_edits->apply(m_edit, m_quote));
    QTRY_COMPARE(m_applied.size(), 1U);
    QCOMPARE(m_applied[0].second.error().code, RefusalCode::Busy);
}

void TestOrderEdits::takesBack()
{
    QVERIFY(m_edits->undo(m_order.id, 8));
    QTRY_COMPARE(m_undone.size(), 1U);
    QCOMPARE(m_undone[0].first, m_order.id);
    QVERIFY(m_undone[0].second.has_value());
    QCOMPARE(sent(0), (QJsonObject{{u"undo"_s, true}, {u"basedOn"_s, 8}}));
    QVERIFY(!key(0).isEmpty());
    QVERIFY(m_applied.empty());
}

void TestOrderEdits::changesAreMadeOneAtATime()
{
    QVERIFY(m_edits->apply(m_edit, m_quote));
    QVERIFY(!m_edits->apply(m_edit, m_quote));
    QVERIFY(!m_edits->undo(m_order.id, 8));
    QTRY_COMPARE(m_applied.size(), 1U);
    QVERIFY(m_edits->undo(m_order.id, 8));
    QTRY_COMPARE(m_undone.size(), 1U);
    QCOMPARE(m_server->seen().size(), 2U);
}

void TestOrderEdits::stoppingAnswersWhatIsUnderWay()
{
    m_script = [](const SeenRequest &) { return instead(ScriptedReply::Fault::Hang); };
    m_edits->stop();
    QVERIFY(m_undone.empty());
    QVERIFY(m_edits->undo(m_order.id, 8));
    m_edits->stop();
    QCOMPARE(m_undone.size(), 1U);
    QCOMPARE(m_undone[0].second.error().code, RefusalCode::Busy);
    QVERIFY(m_edits->apply(m_edit, m_quote));
    m_edits->stop();
    QCOMPARE(m_applied.size(), 1U);
}

QTEST_GUILESS_MAIN(TestOrderEdits)
#include "tst_orderedits.moc"
