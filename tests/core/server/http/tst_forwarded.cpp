// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/forwarded.h"
#include "core/server/http/server.h"
#include "tests/core/server/http/rawclient.h"

#include <QTest>

using namespace petalpost::http;
using namespace Qt::Literals::StringLiterals;

namespace {

QCoro::Task<Response> whoAsks(Request request)
{
    Response response;
    response.body = request.clientAddress;
    co_return response;
}

} // namespace

class TestForwarded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void plain();
    void theServerBelievesItsProxyOnly_data();
    void theServerBelievesItsProxyOnly();
};

void TestForwarded::addresses_data()
{
    QTest::addColumn<QByteArray>("peer");
    QTest::addColumn<QByteArray>("forwardedFor");
    QTest::addColumn<QByteArray>("client");
    const auto row = [](const char *name, const char *peer, const char *hops, const char *client) {
        QTest::newRow(name) << QByteArray(peer) << QByteArray(hops) << QByteArray(client);
    };
    row("no proxy", "192.0.2.7", "", "192.0.2.7");
    row("a header of a stranger", "192.0.2.7", "203.0.113.1", "192.0.2.7");
    row("a customer behind the proxy", "127.0.0.1", "203.0.113.1", "203.0.113.1");
    row("what the customer wrote stands further left", "127.0.0.1", "198.51.100.1, 203.0.113.1",
        "203.0.113.1");
    row("the customer claims to be the proxy", "127.0.0.1", "127.0.0.1, 203.0.113.1",
        "203.0.113.1");
    row("two proxies", "127.0.0.1", "198.51.100.1, 203.0.113.1, 10.0.0.2", "203.0.113.1");
    row("only proxies", "127.0.0.1", "10.0.0.2", "127.0.0.1");
    row("no address", "127.0.0.1", "203.0.113.1, unknown", "127.0.0.1");
    row("nothing after the comma", "127.0.0.1", "203.0.113.1,", "127.0.0.1");
    row("no header", "127.0.0.1", "", "127.0.0.1");
    row("a port", "127.0.0.1", "203.0.113.1:4711", "203.0.113.1");
    row("IPv6", "::1", "2001:DB8:0:0::1", "2001:db8::1");
    row("IPv6 with a port", "::1", "[2001:db8::1]:4711", "2001:db8::1");
    row("IPv4 within IPv6", "::1", "::ffff:203.0.113.1", "203.0.113.1");
}

void TestForwarded::addresses()
{
    QFETCH(QByteArray, peer);
    QFETCH(QByteArray, forwardedFor);
    QFETCH(QByteArray, client);
    const QByteArrayList trusted{"127.0.0.1"_ba, "10.0.0.2"_ba, "::1"_ba};
    QCOMPARE(clientAddress(peer, forwardedFor, trusted), client);
    QCOMPARE(clientAddress(peer, forwardedFor, {}), peer);
}

void TestForwarded::plain()
{
    QCOMPARE(plainAddress(" 127.0.0.1 "), "127.0.0.1"_ba);
    QCOMPARE(plainAddress("0:0::1"), "::1"_ba);
    for (const char *none : {"", "localhost", "127.0.0", "[::1", "1.2.3.4.5", "127.0.0.1/8"})
        QVERIFY2(!plainAddress(none), none);
}

void TestForwarded::theServerBelievesItsProxyOnly_data()
{
    QTest::addColumn<QByteArrayList>("trusted");
    QTest::addColumn<QByteArray>("client");
    QTest::newRow("none is set") << QByteArrayList() << "127.0.0.1"_ba;
    QTest::newRow("another one") << QByteArrayList{"10.0.0.2"_ba} << "127.0.0.1"_ba;
    QTest::newRow("this one") << QByteArrayList{"127.0.0.1"_ba} << "203.0.113.9"_ba;
}

void TestForwarded::theServerBelievesItsProxyOnly()
{
    QFETCH(QByteArrayList, trusted);
    QFETCH(QByteArray, client);
    Router router;
    router.add(Method::Get, "/who", &whoAsks);
    Server server(std::move(router));
    server.setTrustedProxies(trusted);
    const auto port = server.listen(u"127.0.0.1"_s, 0);
    QVERIFY(port.has_value());
    RawClient raw(*port);
    // Two headers, as from a proxy that adds its own line: the last address counts.
    raw.send("GET /who HTTP/1.1\r\nHost: shop\r\nX-Forwarded-For: 198.51.100.1\r\n"
             "X-Forwarded-For: 203.0.113.9\r\n\r\n");
    QCOMPARE(raw.reply().body, client);
}

QTEST_GUILESS_MAIN(TestForwarded)
#include "tst_forwarded.moc"
