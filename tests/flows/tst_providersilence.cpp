// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/guardboard.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/eventlistener.h"
#include "tests/support/pairingcalls.h"

#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// A payment provider that stops answering, as operators and the desk see it.
class TestProviderSilence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readinessAndFiguresSayIt();
    void theFiguresAreTheOwnersAlone();
    void theFeedSaysItWithoutAWrite();
    void theDeskHearsOfIt();
    void callsThatHangLeaveTheShopAlone();

private:
    server::CallGuard &chargeGuard()
    {
        return m_shop->guardBoard().all().front()->of(CallKind::Charge);
    }
    void breakCharges();
    void healCharges();
    QString stateOf(const QJsonArray &payment, const QString &kind);

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    std::unique_ptr<HttpCalls> m_anyone;
};

void TestProviderSilence::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    m_anyone = std::make_unique<HttpCalls>(m_shop->url());
}

void TestProviderSilence::cleanup()
{
    m_owner.reset();
    m_anyone.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestProviderSilence::breakCharges()
{
    QTest::ignoreMessage(QtWarningMsg, "sandbox charge breaker: closed -> open");
    for (int i = 0; i < server::BreakerLimits().consecutiveFailures; ++i) {
        const auto permit = QCoro::waitFor(chargeGuard().enter());
        QVERIFY(permit);
        chargeGuard().leave(*permit, server::CallVerdict::Failure);
    }
    QCOMPARE(chargeGuard().breaker().state(), BreakerState::Open);
}

void TestProviderSilence::healCharges()
{
    m_shop->clock.advance(chargeGuard().breaker().pauseLeftMs());
    const auto permit = QCoro::waitFor(chargeGuard().enter());
    QVERIFY(permit);
    QTest::ignoreMessage(QtWarningMsg, "sandbox charge breaker: open -> closed");
    chargeGuard().leave(*permit, server::CallVerdict::Success);
}

QString TestProviderSilence::stateOf(const QJsonArray &payment, const QString &kind)
{
    for (const auto &one : payment) {
        if (one[u"kind"_s].toString() == kind)
            return one[u"provider"_s].toString() + u' ' + one[u"state"_s].toString();
    }
    return {};
}

void TestProviderSilence::readinessAndFiguresSayIt()
{
    const auto ready = [this] {
        const Answer answer = m_anyone->get(u"/readyz"_s);
        return answer.status == 200 ? answer.json().value(u"payment"_s).toArray() : QJsonArray();
    };
    QCOMPARE(ready().size(), 3);
    QCOMPARE(stateOf(ready(), u"charge"_s), u"sandbox closed"_s);
    breakCharges();
    const qint64 brokeAtMs = m_shop->clock.nowMs();
    m_shop->clock.advance(1'000);
    // The shop keeps working, and readiness says so.
    QCOMPARE(stateOf(ready(), u"charge"_s), u"sandbox open"_s);
    QCOMPARE(ready().at(0)[u"sinceMs"_s].toInteger(), brokeAtMs);
    QCOMPARE(stateOf(ready(), u"read"_s), u"sandbox closed"_s);
    QCOMPARE(m_anyone->get(u"/"_s).status, 200);

    const auto refused = QCoro::waitFor(chargeGuard().enter());
    QVERIFY(!refused);
    const QByteArray figures = m_owner->get(u"/metrics"_s).body;
    for (
        const auto &line : {
            "petalpost_provider_breaker_state{provider=\"sandbox\",kind=\"charge\",state=\"open\"} 1\n"_ba,
            "petalpost_provider_breaker_state{provider=\"sandbox\",kind=\"charge\",state=\"closed\"} 0\n"_ba,
            "petalpost_provider_breaker_state{provider=\"sandbox\",kind=\"read\",state=\"closed\"} 1\n"_ba,
            "petalpost_provider_calls_total{provider=\"sandbox\",kind=\"charge\"} 5\n"_ba,
            "petalpost_provider_failures_total{provider=\"sandbox\",kind=\"charge\"} 5\n"_ba,
            "petalpost_provider_refused_total{provider=\"sandbox\",kind=\"charge\",reason=\"open\"} 1\n"_ba,
            "petalpost_provider_refused_total{provider=\"sandbox\",kind=\"charge\",reason=\"full\"} 0\n"_ba,
            "petalpost_provider_calls_running{provider=\"sandbox\",kind=\"charge\"} 0\n"_ba,
            "petalpost_http_requests_total{method=\"GET\",route=\"/\",status=\"200\"} 1\n"_ba,
            "petalpost_writer_queued "_ba,
            "petalpost_feed_listeners 0\n"_ba,
        })
        QVERIFY2(figures.contains(QByteArray('\n' + line)), QByteArray(line + figures).constData());
}

void TestProviderSilence::theFiguresAreTheOwnersAlone()
{
    QCOMPARE(m_anyone->get(u"/metrics"_s).status, 401);
    const Paired florist = pairDevice(*m_shop, u"florist"_s);
    QCOMPARE(HttpCalls(m_shop->url(), florist.token).get(u"/metrics"_s).status, 403);
    const Answer figures = m_owner->get(u"/metrics"_s);
    QCOMPARE(figures.status, 200);
    QCOMPARE(figures.type, "text/plain; version=0.0.4; charset=utf-8");
    // What opens orders does not leak through them.
    QVERIFY(!figures.body.contains(m_shop->token));
    QVERIFY(!figures.body.contains("127.0.0.1"));
}

void TestProviderSilence::theFeedSaysItWithoutAWrite()
{
    const Paired driver = pairDevice(*m_shop, u"driver"_s);
    EventListener driving(m_shop->url(), driver.token, u"/changes"_s);
    EventListener desk(m_shop->url(), m_shop->token, u"/changes"_s);
    QTRY_COMPARE(desk.text().count("event: payment\n"), 1);
    QVERIFY(desk.text().indexOf("event: page\n") < desk.text().indexOf("event: payment\n"));
    const QString cursor = m_owner->get(u"/changes"_s).json().value(u"cursor"_s).toString();
    breakCharges();
    QTRY_COMPARE(desk.text().count("event: payment\n"), 2);
    QVERIFY(desk.text().contains("\"kind\":\"charge\",\"provider\":\"sandbox\""));
    QVERIFY(desk.text().contains("\"state\":\"open\""));
    healCharges();
    QTRY_COMPARE(desk.text().count("event: payment\n"), 3);
    QVERIFY(!desk.text().mid(desk.text().lastIndexOf("event: payment\n")).contains("open"));
    QCOMPARE(m_owner->get(u"/changes"_s).json().value(u"cursor"_s).toString(), cursor);
    QTRY_COMPARE(driving.pages(), 1);
    QVERIFY(!driving.text().contains("event: payment\n"));
}

void TestProviderSilence::theDeskHearsOfIt()
{
    DeskInProcess desk(m_shop->url(), m_shop->token, m_shop->clock);
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(desk.engine->paymentHealth().size(), 3U);
    breakCharges();
    QTRY_COMPARE(desk.engine->paymentHealth().front().state, BreakerState::Open);
    QCOMPARE(desk.engine->paymentHealth().front().sinceMs, m_shop->clock.nowMs());
    healCharges();
    QTRY_COMPARE(desk.engine->paymentHealth().front().state, BreakerState::Closed);
    // A desk that comes later hears how it stands.
    breakCharges();
    DeskInProcess later(m_shop->url(), m_shop->token, m_shop->clock);
    QVERIFY(later.engine->start());
    QTRY_COMPARE(later.engine->paymentHealth().size(), 3U);
    QCOMPARE(later.engine->paymentHealth().front().state, BreakerState::Open);
}

void TestProviderSilence::callsThatHangLeaveTheShopAlone()
{
    const server::BulkheadLimits limits;
    std::vector<server::CircuitBreaker::Permit> running;
    running.reserve(limits.running);
    for (int i = 0; i < limits.running; ++i)
        running.push_back(QCoro::waitFor(chargeGuard().enter()).value());
    std::vector<QCoro::Task<Result<server::CircuitBreaker::Permit>>> queued;
    queued.reserve(limits.queued);
    for (int i = 0; i < limits.queued; ++i)
        queued.push_back(chargeGuard().enter());
    QCOMPARE(QCoro::waitFor(chargeGuard().enter()).error().code, RefusalCode::ProviderNotAsked);
    const QByteArray figures = m_owner->get(u"/metrics"_s).body;
    for (const auto &line :
         {"petalpost_provider_calls_running{provider=\"sandbox\",kind=\"charge\"} 8\n"_ba,
          "petalpost_provider_calls_queued{provider=\"sandbox\",kind=\"charge\"} 16\n"_ba})
        QVERIFY2(figures.contains(line), figures.constData());
    QCOMPARE(m_anyone->get(u"/"_s).status, 200);
    QCOMPARE(m_anyone->get(u"/readyz"_s).status, 200);
    QCOMPARE(m_owner->get(u"/deliveries"_s).status, 200);
    // Each place that comes free goes on to one who waits.
    for (const auto &permit : running)
        chargeGuard().leave(permit, server::CallVerdict::Success);
    for (auto &waiting : queued) {
        const auto permit = QCoro::waitFor(waiting);
        QVERIFY(permit);
        chargeGuard().leave(*permit, server::CallVerdict::Success);
    }
    QCOMPARE(chargeGuard().bulkhead().running(), 0);
}

QTEST_GUILESS_MAIN(TestProviderSilence)
#include "tst_providersilence.moc"
