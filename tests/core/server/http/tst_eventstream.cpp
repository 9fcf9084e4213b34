// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/eventstream.h"
#include "core/server/http/server.h"
#include "tests/core/server/http/rawclient.h"

#include <QCoroFuture>

#include <QFuture>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

using namespace petalpost::http;
using namespace Qt::Literals::StringLiterals;

class TestEventStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void boundsItsBuffer();
    void streams();
    void sendsHeartbeats();
    void noticesALostReader();
    void noticesAReset();
    void dropsASlowReader();
    void endsAfterWhatIsQueued();
    void survivesAnAlreadyClosedStream();
    void closesAStreamThatComesTooLate();
    void boundsStreams();
    void answersHeadWithoutStream();
    void shutdownEndsStreams();
    void diesWithOpenStreams();

private:
    void start(Limits limits = {});
    std::shared_ptr<EventStream> open(RawClient &client);

    std::vector<std::shared_ptr<EventStream>> m_streams;
    QPromise<void> m_late;
    std::unique_ptr<Server> m_server;
    quint16 m_port = 0;
    bool m_closeAtOnce = false;
};

void TestEventStream::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_closeAtOnce = false;
}

void TestEventStream::cleanup()
{
    m_server.reset();
    for (const auto &stream : m_streams)
        QVERIFY(!stream->isOpen());
    m_streams.clear();
}

void TestEventStream::start(Limits limits)
{
    Router router;
    router.add(Method::Get, "/changes"_ba, [this](Request) -> QCoro::Task<Response> {
        auto stream = std::make_shared<EventStream>();
        m_streams.push_back(stream);
        stream->send("id: 0\n\n"_ba);
        if (m_closeAtOnce)
            stream->close();
        co_return Response::events(stream);
    });
    m_late = QPromise<void>();
    m_late.start();
    router.add(Method::Get, "/late"_ba, [this](Request) -> QCoro::Task<Response> {
        co_await m_late.future();
        auto stream = std::make_shared<EventStream>();
        m_streams.push_back(stream);
        co_return Response::events(stream);
    });
    m_server = std::make_unique<Server>(std::move(router), limits);
    const auto port = m_server->listen(u"127.0.0.1"_s, 0);
    QVERIFY(port.has_value());
    m_port = *port;
}

std::shared_ptr<EventStream> TestEventStream::open(RawClient &client)
{
    client.get("/changes"_ba, "Accept: text/event-stream\r\n"_ba);
    if (!QTest::qWaitFor([&] { return client.received().contains("id: 0\n\n"); }))
        qFatal("the stream did not open");
    return m_streams.back();
}

void TestEventStream::boundsItsBuffer()
{
    EventStream stream(10);
    QSignalSpy closed(&stream, &EventStream::closed);
    QVERIFY(stream.send("12345"_ba));
    QVERIFY(stream.send("67890"_ba));
    QCOMPARE(stream.pendingBytes(), 10);
    QVERIFY(!stream.send("x"_ba));
    QVERIFY(!stream.isOpen());
    QVERIFY(!stream.send(""_ba));
    stream.close();
    QCOMPARE(closed.size(), 1);
}

void TestEventStream::streams()
{
    start();
    RawClient client(m_port);
    const auto stream = open(client);
    QVERIFY(client.received().contains("text/event-stream"));
    QVERIFY(client.received().contains("nosniff"));
    for (int i = 1; i <= 100; ++i) {
        const QByteArray event = "id: " + QByteArray::number(i) + "\ndata: {}\n\n";
        QVERIFY(stream->send(event));
        QTRY_VERIFY(client.received().contains(event));
        QTRY_COMPARE(stream->pendingBytes(), 0);
    }
    QCOMPARE(m_server->openStreams(), 1);
    const QByteArray large = "data: " + QByteArray(100'000, 'x') + "\n\n";
    QVERIFY(stream->send(large) && stream->send(large));
    QTRY_VERIFY(client.received().size() > 200'000);
}

void TestEventStream::sendsHeartbeats()
{
    start({.heartbeatMs = 20});
    RawClient client(m_port);
    const auto stream = open(client);
    QTRY_VERIFY(client.received().count(":\n\n") >= 3);
    QVERIFY(stream->isOpen());
}

void TestEventStream::noticesALostReader()
{
    start({.heartbeatMs = 20});
    RawClient client(m_port);
    const auto stream = open(client);
    QSignalSpy closed(stream.get(), &EventStream::closed);
    client.socket().close();
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(!stream->send("x"_ba));
    QTRY_COMPARE(m_server->openStreams(), 0);
    QTRY_COMPARE(m_server->activeRequests(), 0);
}

void TestEventStream::noticesAReset()
{
    start({.heartbeatMs = 20});
    RawClient client(m_port);
    const auto stream = open(client);
    client.socket().abort();
    QTRY_VERIFY(!stream->isOpen());
    QTRY_COMPARE(m_server->connections(), 0);
}

void TestEventStream::dropsASlowReader()
{
    start({.eventStreamBufferBytes = 64 * 1024});
    RawClient client(m_port);
    const auto stream = open(client);
    QSignalSpy closed(stream.get(), &EventStream::closed);
    client.socket().disconnect();
    client.socket().setReadBufferSize(1);
    const QByteArray event = "data: " + QByteArray(10'000, 'x') + "\n\n";
    for (int i = 0; i < 100'000 && stream->isOpen(); ++i) {
        stream->send(event);
        QCoreApplication::processEvents();
    }
    QCOMPARE(closed.size(), 1);
    QTRY_COMPARE(m_server->connections(), 0);
    QCOMPARE(m_server->openStreams(), 0);
    QCOMPARE(m_server->activeRequests(), 0);
}

void TestEventStream::endsAfterWhatIsQueued()
{
    start();
    RawClient client(m_port);
    const auto stream = open(client);
    QVERIFY(stream->send("data: last\n\n"_ba));
    stream->close();
    QTRY_VERIFY(client.received().endsWith("data: last\n\n\r\n0\r\n\r\n"));
    QTRY_COMPARE(m_server->openStreams(), 0);
    open(client); // the connection is still good
}

void TestEventStream::survivesAnAlreadyClosedStream()
{
    m_closeAtOnce = true;
    start();
    RawClient client(m_port);
    open(client);
    QTRY_COMPARE(m_server->activeRequests(), 0);
}

void TestEventStream::closesAStreamThatComesTooLate()
{
    start({.handlerMs = 40});
    RawClient client(m_port);
    QTest::ignoreMessage(QtWarningMsg, "no answer in time: /late");
    client.get("/late"_ba);
    QCOMPARE(client.reply().status, 503);
    m_late.finish();
    QTRY_COMPARE(m_server->activeRequests(), 0);
    QCOMPARE(m_streams.size(), size_t{1});
    QVERIFY(!m_streams.back()->isOpen());
}

void TestEventStream::boundsStreams()
{
    start({.eventStreams = 1});
    RawClient first(m_port);
    const auto stream = open(first);
    RawClient second(m_port);
    second.get("/changes"_ba);
    QCOMPARE(second.reply().status, 503);
    QVERIFY(!m_streams.back()->isOpen());
    stream->close();
    QTRY_COMPARE(m_server->openStreams(), 0);
    open(second);
}

void TestEventStream::answersHeadWithoutStream()
{
    start();
    RawClient client(m_port);
    client.send("HEAD /changes HTTP/1.1\r\nHost: shop\r\n\r\n"_ba);
    QCOMPARE(client.reply(true).status, 200);
    QTRY_COMPARE(m_server->activeRequests(), 0);
    QVERIFY(!m_streams.back()->isOpen());
    open(client);
}

void TestEventStream::shutdownEndsStreams()
{
    start();
    RawClient client(m_port);
    const auto stream = open(client);
    QSignalSpy finished(m_server.get(), &Server::finished);
    QVERIFY(stream->send("data: last\n\n"_ba));
    m_server->shutdown();
    QVERIFY(client.waitClosed());
    QVERIFY(client.received().contains("data: last\n\n"));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!stream->isOpen());
}

void TestEventStream::diesWithOpenStreams()
{
    start();
    RawClient client(m_port);
    RawClient other(m_port);
    const auto stream = open(client);
    open(other);
    m_server.reset();
    QVERIFY(!stream->isOpen());
    QVERIFY(client.waitClosed());
}

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
