// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/http/httpbench.h"

#include <QTimer>

using namespace petalpost::http;
using namespace Qt::Literals::StringLiterals;

/// What is refused, and what every client is held to.
class TestHttpLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<HttpBench>();
    }
    void cleanup() { m_bench->end(); }

    void refusesButKeepsTheConnection_data();
    void refusesButKeepsTheConnection();
    void refusesAndCloses_data();
    void refusesAndCloses();
    void refusesLongBodyAtOnce();
    void refusesLongBodyWhileItStreams();
    void refusesBeforeTheClientSends();
    void boundsHeaders();
    void boundsHeaderTime();
    void boundsBodyTime();
    void boundsIdleTime();
    void boundsHandlerTime();
    void boundsConnectionsPerAddress();
    void boundsConnections();

private:
    std::unique_ptr<HttpBench> m_bench;
};

void TestHttpLimits::refusesButKeepsTheConnection_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray end = " HTTP/1.1\r\nHost: shop\r\n\r\n"_ba;
    QTest::newRow("unknown path") << "GET /nowhere" + end << 404;
    QTest::newRow("unknown path with a body")
        << "POST /nowhere HTTP/1.1\r\nHost: shop\r\nContent-Length: 3\r\n\r\nabc"_ba << 404;
    QTest::newRow("wrong method") << "DELETE /orders/7" + end << 405;
    QTest::newRow("NUL in the path") << "GET /orders/a%00" + end << 400;
    QTest::newRow("invalid UTF-8 in the path") << "GET /orders/%ff" + end << 400;
    QTest::newRow("invalid UTF-8 in the query") << "GET /hello?q=%ff" + end << 400;
    QTest::newRow("NUL in the query") << "GET /hello?q=%00" + end << 400;
    QTest::newRow("too many query fields") << "GET /hello?" + "a&"_ba.repeated(65) + end << 400;
    QTest::newRow("fragment") << "GET /hello#x" + end << 400;
    QTest::newRow("star") << "OPTIONS *" + end << 400;
}

void TestHttpLimits::refusesButKeepsTheConnection()
{
    QFETCH(QByteArray, request);
    m_bench->start();
    RawClient client(m_bench->port);
    client.send(request);
    const RawReply reply = client.reply();
    QTEST(reply.status, "status");
    QCOMPARE(reply.headers.value("content-type"_ba), "application/problem+json"_ba);
    QCOMPARE(reply.headers.value("allow"_ba), reply.status == 405 ? "GET, HEAD"_ba : QByteArray());
    client.get("/hello"_ba);
    QCOMPARE(client.reply().status, 200);
}

void TestHttpLimits::refusesAndCloses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n"_ba;
    const QByteArray body = "\r\n5\r\nabcde\r\n0\r\n\r\n"_ba;
    QTest::newRow("length and chunked")
        << HttpBench::post + "Content-Length: 5\r\n" + chunked + body << 400;
    QTest::newRow("chunked and length")
        << HttpBench::post + chunked + "Content-Length: 5\r\n" + body << 400;
    QTest::newRow("two lengths") << HttpBench::post
                                        + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde"
                                 << 400;
    QTest::newRow("two lengths on GET")
        << "GET /hello HTTP/1.1\r\nHost: s\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n"_ba
        << 400;
    QTest::newRow("malformed length") << HttpBench::post + "Content-Length: +5\r\n\r\nabcde" << 400;
    QTest::newRow("two encodings") << HttpBench::post + chunked + chunked + body << 400;
    QTest::newRow("unknown encoding")
        << HttpBench::post + "Transfer-Encoding: gzip, chunked\r\n" + body << 501;
    QTest::newRow("two hosts") << "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"_ba << 400;
    QTest::newRow("no host") << "GET /hello HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("malformed chunk") << HttpBench::post + chunked + "\r\nzz\r\n" << 400;
    QTest::newRow("unknown method") << "BREW /hello HTTP/1.1\r\nHost: shop\r\n\r\n"_ba << 501;
}

void TestHttpLimits::refusesAndCloses()
{
    QFETCH(QByteArray, request);
    m_bench->start();
    RawClient client(m_bench->port);
    client.send(request);
    QTEST(client.reply().status, "status");
    QVERIFY(client.waitClosed());
    QCOMPARE(m_bench->desk->started, 0);
    QTRY_COMPARE(m_bench->server->activeRequests(), 0);
}

void TestHttpLimits::refusesLongBodyAtOnce()
{
    m_bench->start();
    RawClient client(m_bench->port);
    // The client sends everything before it reads; it must still get the answer, not a reset.
    client.send(HttpBench::post + "Content-Length: 4000000\r\n\r\n" + QByteArray(4'000'000, 'x'));
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 413);
    QVERIFY(reply.body.contains("\"maxBytes\":1000"));
    QTRY_COMPARE(client.socket().bytesToWrite(), 0);
    QVERIFY(client.waitClosed());
}

void TestHttpLimits::refusesLongBodyWhileItStreams()
{
    m_bench->start();
    RawClient client(m_bench->port);
    client.send(HttpBench::post + "Transfer-Encoding: chunked\r\n\r\n");
    client.send(QByteArray("400\r\n" + QByteArray(0x400, 'x') + "\r\n").repeated(2000));
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 413);
    QCOMPARE(reply.headers.value("content-type"_ba), "application/problem+json"_ba);
    QTRY_COMPARE(client.socket().bytesToWrite(), 0);
    QVERIFY(client.waitClosed());
    QTRY_COMPARE(m_bench->server->activeRequests(), 0);
    QCOMPARE(m_bench->seen.constLast().status, 413);
}

void TestHttpLimits::refusesBeforeTheClientSends()
{
    m_bench->start();
    RawClient client(m_bench->port);
    client.send(HttpBench::post + "Content-Length: 2000\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(client.reply().status, 413);
    RawClient second(m_bench->port);
    second.send(HttpBench::post + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(second.reply(true).status, 100);
    second.send("abc"_ba);
    QCOMPARE(second.reply().status, 200);
}

void TestHttpLimits::boundsHeaders()
{
    m_bench->start({.headerBytes = 2048});
    RawClient client(m_bench->port);
    client.get("/hello"_ba, "X-Note: " + QByteArray(1900, 'n') + "\r\n");
    QCOMPARE(client.reply().status, 200);
    RawClient over(m_bench->port);
    over.get("/hello"_ba, "X-Note: " + QByteArray(2100, 'n') + "\r\n");
    QCOMPARE(over.reply().status, 431);
    RawClient far(m_bench->port);
    far.get("/hello"_ba, QByteArray("X-Note: " + QByteArray(100, 'n') + "\r\n").repeated(200));
    QCOMPARE(far.reply().status, 431);
}

void TestHttpLimits::boundsHeaderTime()
{
    m_bench->start({.headerMs = 100});
    RawClient silent(m_bench->port);
    RawClient slow(m_bench->port);
    slow.send("GET /hello HTTP/1.1\r\n"_ba);
    QTimer drip;
    connect(&drip, &QTimer::timeout, &slow.socket(), [&] { slow.socket().write("X: y\r\n"); });
    drip.start(10);
    QCOMPARE(slow.reply().status, 408);
    QVERIFY(slow.waitClosed());
    QVERIFY(silent.waitClosed());
    QTRY_COMPARE(m_bench->server->activeRequests(), 0);
}

void TestHttpLimits::boundsBodyTime()
{
    m_bench->start({.bodyMs = 100});
    RawClient slow(m_bench->port);
    slow.send(HttpBench::post + "Content-Length: 900\r\n\r\n");
    QTimer drip;
    connect(&drip, &QTimer::timeout, &slow.socket(), [&] { slow.socket().write("x"); });
    drip.start(10);
    QCOMPARE(slow.reply().status, 408);
    QVERIFY(slow.waitClosed());
    QTRY_COMPARE(m_bench->server->activeRequests(), 0);
}

void TestHttpLimits::boundsIdleTime()
{
    m_bench->start({.idleMs = 50});
    RawClient client(m_bench->port);
    client.get("/hello"_ba);
    QCOMPARE(client.reply().status, 200);
    QVERIFY(client.waitClosed());
    QTRY_COMPARE(m_bench->server->connections(), 0);
}

void TestHttpLimits::boundsHandlerTime()
{
    m_bench->start({.handlerMs = 50});
    RawClient client(m_bench->port);
    QTest::ignoreMessage(QtWarningMsg, "no answer in time: /wait/{token}");
    client.get("/wait/secret"_ba);
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.headers.contains("retry-after"_ba));
    QCOMPARE(m_bench->server->activeRequests(), 1); // the handler still waits
    HttpBench::settle(m_bench->desk->waiting.front(), "too late"_ba);
    QTRY_COMPARE(m_bench->server->activeRequests(), 0);
    client.get("/hello"_ba);
    QCOMPARE(client.reply().status, 200);
}

void TestHttpLimits::boundsConnectionsPerAddress()
{
    m_bench->start({.connectionsPerAddress = 2});
    RawClient first(m_bench->port);
    RawClient second(m_bench->port);
    first.get("/hello"_ba);
    second.get("/hello"_ba);
    QCOMPARE(first.reply().status, 200);
    QCOMPARE(second.reply().status, 200);
    RawClient third(m_bench->port);
    third.get("/hello"_ba);
    QCOMPARE(third.reply().status, 0);
    QVERIFY(third.isClosed());
    first.socket().close();
    QTRY_COMPARE(m_bench->server->connections(), 1);
    RawClient fourth(m_bench->port);
    fourth.get("/hello"_ba);
    QCOMPARE(fourth.reply().status, 200);
}

void TestHttpLimits::boundsConnections()
{
    m_bench->start({.connections = 2});
    RawClient first(m_bench->port);
    RawClient second(m_bench->port);
    first.get("/hello"_ba);
    second.get("/hello"_ba);
    QCOMPARE(first.reply().status, 200);
    QCOMPARE(second.reply().status, 200);
    RawClient third(m_bench->port); // waits in the kernel's queue until there is room
    third.get("/hello"_ba);
    first.get("/hello"_ba);
    QCOMPARE(first.reply().status, 200);
    QCOMPARE(m_bench->server->connections(), 2);
    first.socket().close();
    QCOMPARE(third.reply().status, 200);
}

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
