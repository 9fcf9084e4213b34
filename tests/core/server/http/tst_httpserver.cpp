// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/http/httpbench.h"

#include <QSignalSpy>

using namespace petalpost::http;
using namespace Qt::Literals::StringLiterals;

/// What clients are answered, at once, later and while the server ends.
class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<HttpBench>();
    }
    void cleanup() { m_bench->end(); }

    void answers();
    void answersHead();
    void decodesTheRequest();
    void readsBodies_data();
    void readsBodies();
    void answersPipelinedRequests();
    void sendsLongBodies();
    void answersLater();
    void turnsExceptionsInto500();
    void rendersErrorsForPeople();
    void tellsTheObserver();
    void shutdownFinishesWhatRuns();
    void shutdownIsBounded();
    void shutdownFromAHandler();
    void diesWhileHandlersWait();
    void refusesToListen();

private:
    std::unique_ptr<HttpBench> m_bench;
};

void TestHttpServer::answers()
{
    m_bench->start();
    RawClient client(m_bench->port);
    for (int i = 0; i < 3; ++i) {
        client.get("/hello"_ba);
        const RawReply reply = client.reply();
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, "GET /hello    127.0.0.1 "_ba);
        QCOMPARE(reply.headers.value("x-content-type-options"_ba), "nosniff"_ba);
        QCOMPARE(reply.headers.value("content-type"_ba), "text/plain"_ba);
        QVERIFY(reply.headers.contains("date"_ba));
    }
    QCOMPARE(m_bench->server->connections(), 1);
    QTRY_COMPARE(m_bench->server->activeRequests(), 0);
}

void TestHttpServer::answersHead()
{
    m_bench->start();
    RawClient client(m_bench->port);
    client.send("HEAD /hello HTTP/1.1\r\nHost: shop\r\n\r\n"_ba);
    const RawReply head = client.reply(true);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.headers.value("content-length"_ba), "25"_ba);
    client.get("/hello"_ba);
    QCOMPARE(client.reply().body, "GET /hello    127.0.0.1 "_ba);
}

void TestHttpServer::decodesTheRequest()
{
    m_bench->start();
    RawClient client(m_bench->port);
    client.get("/orders/%EA%BD%83?p=1&q=a%20b+c&q=2"_ba, "X-Note: one\r\nx-note: two\r\n"_ba);
    QCOMPARE(client.reply().body, "GET /orders/{id} \xEA\xBD\x83 a b c one, two 127.0.0.1 "_ba);
    client.get("http://shop/orders/8?q=z"_ba);
    QCOMPARE(client.reply().body, "GET /orders/{id} 8 z  127.0.0.1 "_ba);
}

void TestHttpServer::readsBodies_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("length") << "Content-Length: 5\r\n\r\nabcde"_ba;
    QTest::newRow("chunks")
        << "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n"_ba;
    QTest::newRow("trailer")
        << "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\nX: y\r\n\r\n"_ba;
}

void TestHttpServer::readsBodies()
{
    QFETCH(QByteArray, rest);
    m_bench->start();
    RawClient client(m_bench->port);
    const QByteArray whole = HttpBench::post + rest;
    for (const char c : whole)
        client.send(QByteArray(1, c));
    QCOMPARE(client.reply().body, "POST /orders    127.0.0.1 abcde"_ba);
    client.send(HttpBench::post + "Content-Length: 1000\r\n\r\n" + QByteArray(1000, 'x'));
    QCOMPARE(client.reply().status, 200);
}

void TestHttpServer::answersPipelinedRequests()
{
    m_bench->start();
    RawClient client(m_bench->port);
    const QByteArray hello = "GET /hello HTTP/1.1\r\nHost: shop\r\n\r\n"_ba;
    client.send(hello + "GET /wait/t HTTP/1.1\r\nHost: shop\r\n\r\n" + hello);
    QCOMPARE(client.reply().status, 200);
    QTRY_COMPARE(m_bench->desk->started, 1);
    HttpBench::settle(m_bench->desk->waiting.front(), "second"_ba);
    QCOMPARE(client.reply().body, "second"_ba);
    QCOMPARE(client.reply().body, "GET /hello    127.0.0.1 "_ba);
}

void TestHttpServer::sendsLongBodies()
{
    m_bench->start();
    RawClient client(m_bench->port);
    client.get("/big"_ba);
    QCOMPARE(client.reply().body.size(), 5 * 1024 * 1024);
}

void TestHttpServer::answersLater()
{
    m_bench->start();
    RawClient first(m_bench->port);
    RawClient second(m_bench->port);
    first.get("/wait/1"_ba);
    QTRY_COMPARE(m_bench->desk->started, 1);
    second.get("/wait/2"_ba);
    QTRY_COMPARE(m_bench->desk->started, 2);
    QCOMPARE(m_bench->server->activeRequests(), 2);
    HttpBench::settle(m_bench->desk->waiting.at(1), "two"_ba);
    QCOMPARE(second.reply().body, "two"_ba);
    HttpBench::settle(m_bench->desk->waiting.at(0), "one"_ba);
    QCOMPARE(first.reply().body, "one"_ba);
}

void TestHttpServer::turnsExceptionsInto500()
{
    m_bench->start();
    RawClient client(m_bench->port);
    QTest::ignoreMessage(QtCriticalMsg, "handler of GET /boom/{token} failed: boom");
    client.get("/boom/secret"_ba);
    QCOMPARE(client.reply().status, 500);
    QTest::ignoreMessage(QtCriticalMsg, "handler of GET /wait/{token} failed: late boom");
    client.get("/wait/secret"_ba);
    QTRY_COMPARE(m_bench->desk->started, 1);
    HttpBench::settle(m_bench->desk->waiting.front(), "throw"_ba);
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 500);
    QVERIFY(!reply.body.contains("boom"));
    QTRY_COMPARE(m_bench->server->activeRequests(), 0);
}

void TestHttpServer::rendersErrorsForPeople()
{
    m_bench->start();
    RawClient client(m_bench->port);
    client.get("/orders/%ff"_ba, "Accept: text/html,*/*;q=0.8\r\n"_ba);
    const RawReply page = client.reply();
    QCOMPARE(page.status, 400);
    QCOMPARE(page.headers.value("content-type"_ba), "text/html; charset=utf-8"_ba);
    client.get("/nowhere"_ba, "Accept: application/json\r\n"_ba);
    QCOMPARE(client.reply().headers.value("content-type"_ba), "application/problem+json"_ba);
}

void TestHttpServer::tellsTheObserver()
{
    m_bench->start();
    RawClient client(m_bench->port);
    client.get("/orders/secret?q=secret"_ba);
    QCOMPARE(client.reply().status, 200);
    QTRY_COMPARE(m_bench->seen.size(), 1);
    QCOMPARE(m_bench->seen.first().route, "/orders/{id}"_ba);
    QCOMPARE(m_bench->seen.first().status, 200);
    QVERIFY(m_bench->seen.first().durationMicros >= 0);
}

void TestHttpServer::shutdownFinishesWhatRuns()
{
    m_bench->start();
    QSignalSpy finished(m_bench->server.get(), &Server::finished);
    RawClient idle(m_bench->port);
    idle.get("/hello"_ba);
    QCOMPARE(idle.reply().status, 200);
    RawClient running(m_bench->port);
    running.get("/wait/1"_ba);
    QTRY_COMPARE(m_bench->desk->started, 1);
    m_bench->server->shutdown();
    m_bench->server->shutdown();
    QVERIFY(idle.waitClosed());
    RawClient late(m_bench->port);
    QVERIFY(late.waitClosed());
    QCOMPARE(finished.size(), 0);
    HttpBench::settle(m_bench->desk->waiting.front(), "done"_ba);
    const RawReply reply = running.reply();
    QCOMPARE(reply.body, "done"_ba);
    QCOMPARE(reply.headers.value("connection"_ba).toLower(), "close"_ba);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_bench->server->connections(), 0);
}

void TestHttpServer::shutdownIsBounded()
{
    m_bench->start({.drainMs = 50});
    QSignalSpy finished(m_bench->server.get(), &Server::finished);
    RawClient running(m_bench->port);
    running.get("/wait/1"_ba);
    RawClient halfway(m_bench->port);
    halfway.send(HttpBench::post);
    QTRY_COMPARE(m_bench->desk->started, 1);
    QTRY_COMPARE(m_bench->server->activeRequests(), 2);
    m_bench->server->shutdown();
    QCOMPARE(running.reply().status, 503);
    QVERIFY(halfway.waitClosed());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_bench->server->connections(), 0);
}

void TestHttpServer::shutdownFromAHandler()
{
    m_bench->start();
    QSignalSpy finished(m_bench->server.get(), &Server::finished);
    RawClient client(m_bench->port);
    client.get("/stop"_ba);
    QCOMPARE(client.reply().status, 200);
    QTRY_COMPARE(finished.size(), 1);
}

void TestHttpServer::diesWhileHandlersWait()
{
    m_bench->start();
    RawClient client(m_bench->port);
    client.get("/wait/1"_ba);
    QTRY_COMPARE(m_bench->desk->started, 1);
    m_bench->server.reset();
    QVERIFY(client.waitClosed());
    HttpBench::settle(m_bench->desk->waiting.front(), "nobody"_ba);
    QTRY_COMPARE(m_bench->desk->ended, 1);
}

void TestHttpServer::refusesToListen()
{
    m_bench->start();
    Server second{Router()};
    QVERIFY(!second.listen(u"127.0.0.1"_s, m_bench->port).has_value());
    QVERIFY(!second.listen(u"shop.example"_s, 0).has_value());
    QVERIFY(second.listen(u"localhost"_s, 0).has_value());
    QVERIFY(!second.listen(u"127.0.0.1"_s, 0).has_value());
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
