// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/server.h"
#include "tests/core/server/http/rawclient.h"

#include <QCoroFuture>

#include <QFuture>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <stdexcept>

using namespace petalpost::http;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What the handlers of one test share.
struct Desk
{
    std::vector<std::shared_ptr<QPromise<QByteArray>>> waiting;
    int started = 0;
    int ended = 0;
};

Response text(QByteArray body)
{
    Response response;
    response.contentType = "text/plain"_ba;
    response.body = std::move(body);
    return response;
}

QCoro::Task<Response> echo(Request request)
{
    QByteArray line = methodName(request.method) + ' ' + request.route + ' '
                      + request.param("id").toUtf8() + ' ' + request.queryValue(u"q").toUtf8() + ' '
                      + request.header("x-note") + ' ' + request.clientAddress + ' ' + request.body;
    co_return text(std::move(line));
}

QCoro::Task<Response> wait(Request request, std::shared_ptr<Desk> desk)
{
    Q_UNUSED(request)
    auto promise = std::make_shared<QPromise<QByteArray>>();
    promise->start();
    desk->waiting.push_back(promise);
    ++desk->started;
    const QByteArray answer = co_await promise->future();
    ++desk->ended;
    if (answer == "throw")
        throw std::runtime_error("late boom");
    co_return text(answer);
}

QCoro::Task<Response> boom(Request request)
{
    Q_UNUSED(request)
    throw std::runtime_error("boom");
    co_return Response{};
}

QCoro::Task<Response> big(Request request)
{
    Q_UNUSED(request)
    co_return text(QByteArray(5 * 1024 * 1024, 'x'));
}

void settle(const std::shared_ptr<QPromise<QByteArray>> &promise, const QByteArray &answer)
{
    promise->addResult(answer);
    promise->finish();
}

const QByteArray post = "POST /orders HTTP/1.1\r\nHost: shop\r\n"_ba;

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void answers();
    void answersHead();
    void decodesTheRequest();
    void readsBodies_data();
    void readsBodies();
    void answersPipelinedRequests();
    void sendsLongBodies();
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
    void start(Limits limits = {});

    std::shared_ptr<Desk> m_desk;
    std::unique_ptr<Server> m_server;
    quint16 m_port = 0;
    QList<Observation> m_seen;
};

void TestHttpServer::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_desk = std::make_shared<Desk>();
    m_seen.clear();
}

void TestHttpServer::cleanup()
{
    for (const auto &promise : m_desk->waiting) {
        if (!promise->future().isFinished())
            settle(promise, "cleanup"_ba);
    }
    m_server.reset();
    QCoreApplication::processEvents();
    QCOMPARE(m_desk->ended, m_desk->started);
}

void TestHttpServer::start(Limits limits)
{
    Router router;
    router.add(Method::Get, "/hello"_ba, echo);
    router.add(Method::Get, "/orders/{id}"_ba, echo);
    router.add(Method::Post, "/orders"_ba, echo, {.maxBodyBytes = 1000});
    router.add(Method::Get, "/wait/{token}"_ba,
               [desk = m_desk](Request request) { return wait(std::move(request), desk); });
    router.add(Method::Get, "/boom/{token}"_ba, boom);
    router.add(Method::Get, "/big"_ba, big);
    router.add(Method::Get, "/stop"_ba, [this](Request request) {
        m_server->shutdown();
        return echo(std::move(request));
    });
    m_server = std::make_unique<Server>(std::move(router), limits);
    m_server->setObserver([this](const Observation &seen) { m_seen.append(seen); });
    m_server->setErrorPage([](const Request &request, const Response &problem) {
        return Response::html(problem.status, "<p>" + request.route + "</p>");
    });
    const auto port = m_server->listen(u"127.0.0.1"_s, 0);
    QVERIFY2(port.has_value(), "the server listens");
    m_port = *port;
}

void TestHttpServer::answers()
{
    start();
    RawClient client(m_port);
    for (int i = 0; i < 3; ++i) {
        client.get("/hello"_ba);
        const RawReply reply = client.reply();
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, "GET /hello    127.0.0.1 "_ba);
        QCOMPARE(reply.headers.value("x-content-type-options"_ba), "nosniff"_ba);
        QCOMPARE(reply.headers.value("content-type"_ba), "text/plain"_ba);
        QVERIFY(reply.headers.contains("date"_ba));
    }
    QCOMPARE(m_server->connections(), 1);
    QTRY_COMPARE(m_server->activeRequests(), 0);
}

void TestHttpServer::answersHead()
{
    start();
    RawClient client(m_port);
    client.send("HEAD /hello HTTP/1.1\r\nHost: shop\r\n\r\n"_ba);
    const RawReply head = client.reply(true);
    QCOMPARE(head.status, 200);
    QCOMPARE(head.headers.value("content-length"_ba), "25"_ba);
    client.get("/hello"_ba);
    QCOMPARE(client.reply().body, "GET /hello    127.0.0.1 "_ba);
}

void TestHttpServer::decodesTheRequest()
{
    start();
    RawClient client(m_port);
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
    start();
    RawClient client(m_port);
    for (const char c : QByteArray(post + rest))
        client.send(QByteArray(1, c));
    QCOMPARE(client.reply().body, "POST /orders    127.0.0.1 abcde"_ba);
    client.send(post + "Content-Length: 1000\r\n\r\n" + QByteArray(1000, 'x'));
    QCOMPARE(client.reply().status, 200);
}

void TestHttpServer::answersPipelinedRequests()
{
    start();
    RawClient client(m_port);
    const QByteArray hello = "GET /hello HTTP/1.1\r\nHost: shop\r\n\r\n"_ba;
    client.send(hello + "GET /wait/t HTTP/1.1\r\nHost: shop\r\n\r\n" + hello);
    QCOMPARE(client.reply().status, 200);
    QTRY_COMPARE(m_desk->started, 1);
    settle(m_desk->waiting.front(), "second"_ba);
    QCOMPARE(client.reply().body, "second"_ba);
    QCOMPARE(client.reply().body, "GET /hello    127.0.0.1 "_ba);
}

void TestHttpServer::sendsLongBodies()
{
    start();
    RawClient client(m_port);
    client.get("/big"_ba);
    QCOMPARE(client.reply().body.size(), 5 * 1024 * 1024);
}

void TestHttpServer::refusesButKeepsTheConnection_data()
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

void TestHttpServer::refusesButKeepsTheConnection()
{
    QFETCH(QByteArray, request);
    start();
    RawClient client(m_port);
    client.send(request);
    const RawReply reply = client.reply();
    QTEST(reply.status, "status");
    QCOMPARE(reply.headers.value("content-type"_ba), "application/problem+json"_ba);
    QCOMPARE(reply.headers.value("allow"_ba), reply.status == 405 ? "GET, HEAD"_ba : QByteArray());
    client.get("/hello"_ba);
    QCOMPARE(client.reply().status, 200);
}

void TestHttpServer::refusesAndCloses_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n"_ba;
    const QByteArray body = "\r\n5\r\nabcde\r\n0\r\n\r\n"_ba;
    QTest::newRow("length and chunked") << post + "Content-Length: 5\r\n" + chunked + body << 400;
    QTest::newRow("chunked and length") << post + chunked + "Content-Length: 5\r\n" + body << 400;
    QTest::newRow("two lengths") << post + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde"
                                 << 400;
    QTest::newRow("two lengths on GET")
        << "GET /hello HTTP/1.1\r\nHost: s\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n"_ba
        << 400;
    QTest::newRow("malformed length") << post + "Content-Length: +5\r\n\r\nabcde" << 400;
    QTest::newRow("two encodings") << post + chunked + chunked + body << 400;
    QTest::newRow("unknown encoding")
        << post + "Transfer-Encoding: gzip, chunked\r\n" + body << 501;
    QTest::newRow("two hosts") << "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"_ba << 400;
    QTest::newRow("no host") << "GET /hello HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("malformed chunk") << post + chunked + "\r\nzz\r\n" << 400;
    QTest::newRow("unknown method") << "BREW /hello HTTP/1.1\r\nHost: shop\r\n\r\n"_ba << 501;
}

void TestHttpServer::refusesAndCloses()
{
    QFETCH(QByteArray, request);
    start();
    RawClient client(m_port);
    client.send(request);
    QTEST(client.reply().status, "status");
    QVERIFY(client.waitClosed());
    QCOMPARE(m_desk->started, 0);
    QTRY_COMPARE(m_server->activeRequests(), 0);
}

void TestHttpServer::refusesLongBodyAtOnce()
{
    start();
    RawClient client(m_port);
    // The client sends everything before it reads; it must still get the answer, not a reset.
    client.send(post + "Content-Length: 4000000\r\n\r\n" + QByteArray(4'000'000, 'x'));
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 413);
    QVERIFY(reply.body.contains("\"maxBytes\":1000"));
    QTRY_COMPARE(client.socket().bytesToWrite(), 0);
    QVERIFY(client.waitClosed());
}

void TestHttpServer::refusesLongBodyWhileItStreams()
{
    start();
    RawClient client(m_port);
    client.send(post + "Transfer-Encoding: chunked\r\n\r\n");
    client.send(QByteArray("400\r\n" + QByteArray(0x400, 'x') + "\r\n").repeated(2000));
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 413);
    QCOMPARE(reply.headers.value("content-type"_ba), "application/problem+json"_ba);
    QTRY_COMPARE(client.socket().bytesToWrite(), 0);
    QVERIFY(client.waitClosed());
    QTRY_COMPARE(m_server->activeRequests(), 0);
    QCOMPARE(m_seen.constLast().status, 413);
}

void TestHttpServer::refusesBeforeTheClientSends()
{
    start();
    RawClient client(m_port);
    client.send(post + "Content-Length: 2000\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(client.reply().status, 413);
    RawClient second(m_port);
    second.send(post + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(second.reply(true).status, 100);
    second.send("abc"_ba);
    QCOMPARE(second.reply().status, 200);
}

void TestHttpServer::boundsHeaders()
{
    start({.headerBytes = 2048});
    RawClient client(m_port);
    client.get("/hello"_ba, "X-Note: " + QByteArray(1900, 'n') + "\r\n");
    QCOMPARE(client.reply().status, 200);
    RawClient over(m_port);
    over.get("/hello"_ba, "X-Note: " + QByteArray(2100, 'n') + "\r\n");
    QCOMPARE(over.reply().status, 431);
    RawClient far(m_port);
    far.get("/hello"_ba, QByteArray("X-Note: " + QByteArray(100, 'n') + "\r\n").repeated(200));
    QCOMPARE(far.reply().status, 431);
}

void TestHttpServer::boundsHeaderTime()
{
    start({.headerMs = 100});
    RawClient silent(m_port);
    RawClient slow(m_port);
    slow.send("GET /hello HTTP/1.1\r\n"_ba);
    QTimer drip;
    connect(&drip, &QTimer::timeout, &slow.socket(), [&] { slow.socket().write("X: y\r\n"); });
    drip.start(10);
    QCOMPARE(slow.reply().status, 408);
    QVERIFY(slow.waitClosed());
    QVERIFY(silent.waitClosed());
    QTRY_COMPARE(m_server->activeRequests(), 0);
}

void TestHttpServer::boundsBodyTime()
{
    start({.bodyMs = 100});
    RawClient slow(m_port);
    slow.send(post + "Content-Length: 900\r\n\r\n");
    QTimer drip;
    connect(&drip, &QTimer::timeout, &slow.socket(), [&] { slow.socket().write("x"); });
    drip.start(10);
    QCOMPARE(slow.reply().status, 408);
    QVERIFY(slow.waitClosed());
    QTRY_COMPARE(m_server->activeRequests(), 0);
}

void TestHttpServer::boundsIdleTime()
{
    start({.idleMs = 50});
    RawClient client(m_port);
    client.get("/hello"_ba);
    QCOMPARE(client.reply().status, 200);
    QVERIFY(client.waitClosed());
    QTRY_COMPARE(m_server->connections(), 0);
}

void TestHttpServer::boundsHandlerTime()
{
    start({.handlerMs = 50});
    RawClient client(m_port);
    QTest::ignoreMessage(QtWarningMsg, "no answer in time: /wait/{token}");
    client.get("/wait/secret"_ba);
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.headers.contains("retry-after"_ba));
    QCOMPARE(m_server->activeRequests(), 1); // the handler still waits
    settle(m_desk->waiting.front(), "too late"_ba);
    QTRY_COMPARE(m_server->activeRequests(), 0);
    client.get("/hello"_ba);
    QCOMPARE(client.reply().status, 200);
}

void TestHttpServer::boundsConnectionsPerAddress()
{
    start({.connectionsPerAddress = 2});
    RawClient first(m_port);
    RawClient second(m_port);
    first.get("/hello"_ba);
    second.get("/hello"_ba);
    QCOMPARE(first.reply().status, 200);
    QCOMPARE(second.reply().status, 200);
    RawClient third(m_port);
    third.get("/hello"_ba);
    QCOMPARE(third.reply().status, 0);
    QVERIFY(third.isClosed());
    first.socket().close();
    QTRY_COMPARE(m_server->connections(), 1);
    RawClient fourth(m_port);
    fourth.get("/hello"_ba);
    QCOMPARE(fourth.reply().status, 200);
}

void TestHttpServer::boundsConnections()
{
    start({.connections = 2});
    RawClient first(m_port);
    RawClient second(m_port);
    first.get("/hello"_ba);
    second.get("/hello"_ba);
    QCOMPARE(first.reply().status, 200);
    QCOMPARE(second.reply().status, 200);
    RawClient third(m_port); // waits in the kernel's queue until there is room
    third.get("/hello"_ba);
    first.get("/hello"_ba);
    QCOMPARE(first.reply().status, 200);
    QCOMPARE(m_server->connections(), 2);
    first.socket().close();
    QCOMPARE(third.reply().status, 200);
}

void TestHttpServer::answersLater()
{
    start();
    RawClient first(m_port);
    RawClient second(m_port);
    first.get("/wait/1"_ba);
    QTRY_COMPARE(m_desk->started, 1);
    second.get("/wait/2"_ba);
    QTRY_COMPARE(m_desk->started, 2);
    QCOMPARE(m_server->activeRequests(), 2);
    settle(m_desk->waiting.at(1), "two"_ba);
    QCOMPARE(second.reply().body, "two"_ba);
    settle(m_desk->waiting.at(0), "one"_ba);
    QCOMPARE(first.reply().body, "one"_ba);
}

void TestHttpServer::turnsExceptionsInto500()
{
    start();
    RawClient client(m_port);
    QTest::ignoreMessage(QtCriticalMsg, "handler of GET /boom/{token} failed: boom");
    client.get("/boom/secret"_ba);
    QCOMPARE(client.reply().status, 500);
    QTest::ignoreMessage(QtCriticalMsg, "handler of GET /wait/{token} failed: late boom");
    client.get("/wait/secret"_ba);
    QTRY_COMPARE(m_desk->started, 1);
    settle(m_desk->waiting.front(), "throw"_ba);
    const RawReply reply = client.reply();
    QCOMPARE(reply.status, 500);
    QVERIFY(!reply.body.contains("boom"));
    QTRY_COMPARE(m_server->activeRequests(), 0);
}

void TestHttpServer::rendersErrorsForPeople()
{
    start();
    RawClient client(m_port);
    client.get("/orders/%ff"_ba, "Accept: text/html,*/*;q=0.8\r\n"_ba);
    const RawReply page = client.reply();
    QCOMPARE(page.status, 400);
    QCOMPARE(page.headers.value("content-type"_ba), "text/html; charset=utf-8"_ba);
    client.get("/nowhere"_ba, "Accept: application/json\r\n"_ba);
    QCOMPARE(client.reply().headers.value("content-type"_ba), "application/problem+json"_ba);
}

void TestHttpServer::tellsTheObserver()
{
    start();
    RawClient client(m_port);
    client.get("/orders/secret?q=secret"_ba);
    QCOMPARE(client.reply().status, 200);
    QTRY_COMPARE(m_seen.size(), 1);
    QCOMPARE(m_seen.first().route, "/orders/{id}"_ba);
    QCOMPARE(m_seen.first().status, 200);
    QVERIFY(m_seen.first().durationMicros >= 0);
}

void TestHttpServer::shutdownFinishesWhatRuns()
{
    start();
    QSignalSpy finished(m_server.get(), &Server::finished);
    RawClient idle(m_port);
    idle.get("/hello"_ba);
    QCOMPARE(idle.reply().status, 200);
    RawClient running(m_port);
    running.get("/wait/1"_ba);
    QTRY_COMPARE(m_desk->started, 1);
    m_server->shutdown();
    m_server->shutdown();
    QVERIFY(idle.waitClosed());
    RawClient late(m_port);
    QVERIFY(late.waitClosed());
    QCOMPARE(finished.size(), 0);
    settle(m_desk->waiting.front(), "done"_ba);
    const RawReply reply = running.reply();
    QCOMPARE(reply.body, "done"_ba);
    QCOMPARE(reply.headers.value("connection"_ba).toLower(), "close"_ba);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_server->connections(), 0);
}

void TestHttpServer::shutdownIsBounded()
{
    start({.drainMs = 50});
    QSignalSpy finished(m_server.get(), &Server::finished);
    RawClient running(m_port);
    running.get("/wait/1"_ba);
    RawClient halfway(m_port);
    halfway.send(post);
    QTRY_COMPARE(m_desk->started, 1);
    QTRY_COMPARE(m_server->activeRequests(), 2);
    m_server->shutdown();
    QCOMPARE(running.reply().status, 503);
    QVERIFY(halfway.waitClosed());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_server->connections(), 0);
}

void TestHttpServer::shutdownFromAHandler()
{
    start();
    QSignalSpy finished(m_server.get(), &Server::finished);
    RawClient client(m_port);
    client.get("/stop"_ba);
    QCOMPARE(client.reply().status, 200);
    QTRY_COMPARE(finished.size(), 1);
}

void TestHttpServer::diesWhileHandlersWait()
{
    start();
    RawClient client(m_port);
    client.get("/wait/1"_ba);
    QTRY_COMPARE(m_desk->started, 1);
    m_server.reset();
    QVERIFY(client.waitClosed());
    settle(m_desk->waiting.front(), "nobody"_ba);
    QTRY_COMPARE(m_desk->ended, 1);
}

void TestHttpServer::refusesToListen()
{
    start();
    Server second{Router()};
    QVERIFY(!second.listen(u"127.0.0.1"_s, m_port).has_value());
    QVERIFY(!second.listen(u"shop.example"_s, 0).has_value());
    QVERIFY(second.listen(u"localhost"_s, 0).has_value());
    QVERIFY(!second.listen(u"127.0.0.1"_s, 0).has_value());
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
