// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/eventstream.h"
#include "core/server/http/server.h"
#include "tests/core/server/http/rawclient.h"

#include <QCoroTimer>

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace petalpost::http;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int abortedRequests = 4000;
constexpr int clientsAtOnce = 40;

int running = 0; // handlers and feeds

struct Running
{
    Running() { ++running; }
    ~Running() { --running; }
    Q_DISABLE_COPY_MOVE(Running)
};

QCoro::Task<Response> later(Request request)
{
    const Running here;
    co_await QCoro::sleepFor(3ms);
    Response response;
    response.contentType = "text/plain"_ba;
    response.body = request.body + QByteArray(20'000, 'x');
    co_return response;
}

QCoro::Task<> feed(std::shared_ptr<EventStream> stream)
{
    const Running here;
    while (stream->send("data: petal\n\n"_ba))
        co_await QCoro::sleepFor(2ms);
}

QCoro::Task<Response> follow(Request request)
{
    Q_UNUSED(request)
    const Running here;
    co_await QCoro::sleepFor(1ms);
    auto stream = std::make_shared<EventStream>();
    feed(stream);
    co_return Response::events(stream);
}

} // namespace

/// Clients that leave at any moment: inside the headers or the body, while the handler waits,
/// inside a stream. Nothing may crash, leak or stay behind.
class TestAbort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void clientsLeave();
    void serverLeaves();

private:
    std::unique_ptr<Server> makeServer() const;
    QByteArray randomRequest();

    QRandomGenerator m_random{20260501};
};

void TestAbort::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

std::unique_ptr<Server> TestAbort::makeServer() const
{
    Router router;
    router.add(Method::Post, "/orders"_ba, later);
    router.add(Method::Get, "/orders/{id}"_ba, later);
    router.add(Method::Get, "/changes"_ba, follow);
    return std::make_unique<Server>(std::move(router),
                                    Limits{.connectionsPerAddress = 4000, .heartbeatMs = 20});
}

QByteArray TestAbort::randomRequest()
{
    const QByteArray host = " HTTP/1.1\r\nHost: shop\r\n"_ba;
    switch (m_random.bounded(5)) {
    case 0:
        return "GET /changes" + host + "\r\n";
    case 1:
        return "GET /orders/7" + host + "\r\nGET /orders/8" + host + "\r\n";
    case 2:
        return "POST /orders" + host + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    case 3:
        return "POST /orders" + host + "Content-Length: 70000\r\n\r\n" + QByteArray(70'000, 'x');
    default:
        return "POST /orders" + host + "Content-Length: 3000\r\n\r\n" + QByteArray(3000, 'x');
    }
}

void TestAbort::clientsLeave()
{
    const auto server = makeServer();
    const auto port = server->listen(u"127.0.0.1"_s, 0);
    QVERIFY(port.has_value());
    std::vector<std::unique_ptr<RawClient>> clients(clientsAtOnce);
    for (int i = 0; i < abortedRequests; ++i) {
        auto &slot = clients[static_cast<size_t>(m_random.bounded(clientsAtOnce))];
        if (slot && m_random.bounded(2) == 0)
            slot->socket().abort(); // with unread data this is a reset
        slot = std::make_unique<RawClient>(*port);
        const QByteArray request = randomRequest();
        const bool whole = m_random.bounded(2) == 0;
        slot->send(whole ? request : request.first(m_random.bounded(request.size())));
        for (quint32 turns = m_random.bounded(6U); turns > 0; --turns)
            QCoreApplication::processEvents();
    }
    clients.clear();
    QTRY_COMPARE(server->connections(), 0);
    QTRY_COMPARE(server->activeRequests(), 0);
    QCOMPARE(server->openStreams(), 0);
    QTRY_COMPARE(running, 0);

    RawClient client(*port);
    client.get("/orders/7"_ba);
    QCOMPARE(client.reply().status, 200);
    QSignalSpy finished(server.get(), &Server::finished);
    server->shutdown();
    QTRY_COMPARE(finished.size(), 1);
}

void TestAbort::serverLeaves()
{
    for (int round = 0; round < 100; ++round) {
        auto server = makeServer();
        const auto port = server->listen(u"127.0.0.1"_s, 0);
        QVERIFY(port.has_value());
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 10; ++i) {
            clients.push_back(std::make_unique<RawClient>(*port));
            const QByteArray request = randomRequest();
            clients.back()->send(request.first(m_random.bounded(request.size())));
            clients.push_back(std::make_unique<RawClient>(*port));
            clients.back()->send(randomRequest());
        }
        for (quint32 turns = m_random.bounded(20U); turns > 0; --turns)
            QCoreApplication::processEvents();
        server.reset();
    }
    QTRY_COMPARE(running, 0); // the handlers that were waiting end on their own
}

QTEST_GUILESS_MAIN(TestAbort)
#include "tst_abort.moc"
