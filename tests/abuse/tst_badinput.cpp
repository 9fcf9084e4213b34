// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/abuse/badinputbench.h"

#include <QtCore/QRegularExpression>
#include <QtNetwork/QTcpSocket>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr auto today = "2026-11-30"; // of FakeClock, in Seoul
constexpr int bodyLimit = 64 * 1024;
constexpr int hugeBody = 10 * 1024 * 1024;
constexpr int socketMs = 20'000;

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

} // namespace

/// Nothing a client sends may store half an order, run as code, or end the server.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bench.start(); }
    void cleanupTestCase() { QVERIFY(m_bench.shop.stop()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void refused_data();
    void refused();
    void hugeBodyIsRefused_data();
    void hugeBodyIsRefused();

private:
    void orderRows();
    void bodyRows(const char *method, const QString &path);
    void moveRows(const QString &path);
    void reviewRows();

    BadInputBench m_bench;
};

void TestBadInput::refused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    orderRows();
    moveRows(u"/deliveries/%1"_s.arg(m_bench.paid));
    moveRows(u"/orders/%1"_s.arg(m_bench.paid));
    reviewRows();
}

namespace {

struct Case
{
    QByteArray name;
    QByteArray body;
    QByteArray code;
    QByteArray field;
    int status = 422;
};

void addCases(const char *method, const QString &path, const QByteArray &token,
              const std::vector<Case> &cases)
{
    for (const Case &one : cases) {
        QTest::newRow(
            qPrintable(u"%1 %2 %3"_s.arg(QLatin1String(method), path, QString::fromUtf8(one.name))))
            << QByteArray(method) << path << token << QByteArray("application/json") << one.body
            << one.status << QString::fromLatin1(one.code) << QString::fromLatin1(one.field);
    }
}

} // namespace

/// What no JSON interface may swallow, whatever the body is about.
void TestBadInput::bodyRows(const char *method, const QString &path)
{
    const QByteArray token = path == u"/reviews"_s ? m_bench.deliveredToken : m_bench.shop.token;
    addCases(method, path, token,
             {{"empty", "", "wrong-type", "body"},
              {"unclosed", "{\"qty\":1", "wrong-type", "body"},
              {"trailing comma", "{\"qty\":1,}", "wrong-type", "body"},
              {"more behind it", "{\"qty\":1}x", "wrong-type", "body"},
              {"an array", "[{\"qty\":1}]", "wrong-type", "body"},
              {"a word", "null", "wrong-type", "body"},
              {"invalid UTF-8", "{\"qty\":1,\"verb\":\"\xff\xfe\",\"text\":\"\xc3\x28\"}",
               "wrong-type", "body"},
              {"overlong UTF-8", "{\"qty\":1,\"verb\":\"\xc0\xaf\"}", "wrong-type", "body"},
              {"30000 deep", nested(30'000), "wrong-type", "body"},
              {"deep in a member", "{\"qty\":" + nested(30'000) + "}", "wrong-type", "body"},
              {"65 KiB", "{\"request\":\"" + QByteArray(bodyLimit, 'x') + "\"}",
               "content-too-large", "body", 413}});
    for (const char *type : {"text/plain", "application/x-www-form-urlencoded",
                             "multipart/form-data; boundary=x", "application/jsonp", "*/*"}) {
        QTest::newRow(
            qPrintable(u"%1 %2 as %3"_s.arg(QLatin1String(method), path, QLatin1String(type))))
            << QByteArray(method) << path << token << QByteArray(type)
            << orderWith(u"request"_s, "\"x\"") << 422 << u"wrong-type"_s << u"Content-Type"_s;
    }
}

void TestBadInput::orderRows()
{
    const auto qty = [](const char *value) -> QByteArray {
        return QByteArray("{\"flowerName\":\"Rose\",\"qty\":") + value + '}';
    };
    const auto window = [](const QString &key) -> QByteArray {
        return QByteArray("{\"productId\":1,\"qty\":1,\"window\":") + quotedJson(key) + '}';
    };
    const QString hours = m_bench.fullWindow.sliced(10); // behind the date
    const QString day = QString::fromLatin1(today);
    addCases(
        "POST", u"/orders"_s, {},
        {{"unknown flower", R"({"flowerName":"Nobody","qty":1})", "unknown-product", "flowerName"},
         {"unknown product", R"({"productId":9999,"qty":1})", "unknown-product", "productId"},
         {"negative product", R"({"productId":-1,"qty":1})", "unknown-product", "productId"},
         {"qty 0", qty("0"), "out-of-range", "qty"},
         {"qty -5", qty("-5"), "out-of-range", "qty"},
         {"qty text", qty("\"x\""), "wrong-type", "qty"},
         {"qty empty text", qty("\"\""), "wrong-type", "qty"},
         {"qty 1.5", qty("1.5"), "wrong-type", "qty"},
         {"qty 1.5 as text", qty("\"1.5\""), "wrong-type", "qty"},
         {"qty 10^9", qty("1000000000"), "out-of-range", "qty"},
         {"qty 2^63", qty("9223372036854775808"), "out-of-range", "qty"},
         {"qty 2^64+1 as text", qty("\"18446744073709551617\""), "wrong-type", "qty"},
         {"qty 1e400", qty("1e400"), "wrong-type", "body"},
         {"qty true", qty("true"), "wrong-type", "qty"},
         {"qty list", qty("[1]"), "wrong-type", "qty"},
         {"qty null", qty("null"), "missing-field", "qty"},
         {"no qty", R"({"flowerName":"Rose"})", "missing-field", "qty"},
         {"no flower", R"({"qty":1})", "missing-field", "flowerName"},
         {"price overflow", R"({"flowerName":"Gold","qty":999})", "price-overflow", "qty"},
         {"flower number", R"({"flowerName":7,"qty":1})", "wrong-type", "flowerName"},
         {"phone number", R"({"flowerName":"Rose","qty":1,"phoneNumber":1012341234})", "wrong-type",
          "phoneNumber"},
         {"phone text", orderWith(u"phoneNumber"_s, "\"call me\""), "invalid-phone", "phoneNumber"},
         {"phone SQL", orderWith(u"phoneNumber"_s, "\"0' OR 1=1\""), "invalid-phone",
          "phoneNumber"},
         {"recipient's phone", orderWith(u"recipient.phone"_s, "\"<b>0</b>\""), "invalid-phone",
          "recipient.phone"},
         {"address number", orderWith(u"address"_s, "5"), "wrong-type", "address"},
         {"recipient text", orderWith(u"recipient"_s, "\"lee\""), "wrong-type", "recipient"},
         {"ribbon list", orderWith(u"ribbon"_s, "[]"), "wrong-type", "ribbon"},
         {"postal code", orderWith(u"address.postalCode"_s, "\"'; --\""), "out-of-range",
          "address.postalCode"},
         {"locale", orderWith(u"locale"_s, "\"<html>\""), "out-of-range", "locale"},
         {"window number", orderWith(u"window"_s, "5"), "wrong-type", "window"},
         {"window text", window(u"soon"_s), "out-of-range", "window"},
         {"no window", R"({"productId":1,"qty":1})", "missing-field", "window"},
         {"past date", window(u"2026-11-29"_s + hours), "past-date", "window"},
         {"no such date", window(u"2026-02-30"_s + hours), "out-of-range", "window"},
         {"too far", window(u"2028-11-29"_s + hours), "out-of-range", "window"},
         {"closed day", window(u"2026-12-03"_s + hours), "closed-day", "window"},
         {"cut-off", window(day + hours), "cut-off-passed", "window", 409},
         {"full window", window(m_bench.fullWindow), "window-full", "window", 409}});
    for (const QLatin1String field : textFields) {
        const QString path = field;
        const QByteArray name = path.toLatin1();
        addCases(
            "POST", u"/orders"_s, {},
            {{"NUL in " + name, orderWith(path, "\"a\\u0000b\""), "invalid-text", name},
             {"half a surrogate in " + name, orderWith(path, "\"\\ud83d\""), "invalid-text", name},
             {"text turned round in " + name, orderWith(path, "\"\\u202eabc\""), "invalid-text",
              name},
             {"escape in " + name, orderWith(path, "\"\\u001b[31m\""), "invalid-text", name},
             {"too much in " + name, orderWith(path, quotedJson(QString(400, u'x'))), "too-long",
              name},
             {"number in " + name, orderWith(path, "5"), "wrong-type", name}});
    }
    for (const QString &text : hostileTexts) {
        addCases("POST", u"/orders"_s, {},
                 {{"flower " + text.toUtf8(), orderWith(u"flowerName"_s, quotedJson(text)),
                   "unknown-product", "flowerName"}});
    }
    addCases("POST", u"/orders"_s, {},
             {{"flower NUL", orderWith(u"flowerName"_s, "\"Rose\\u0000\""), "invalid-text",
               "flowerName"},
              {"raw NUL", orderWith(u"request"_s, QByteArray("\"a\0b\"", 5)), "invalid-text",
               "request"}});
    bodyRows("POST", u"/orders"_s);
}

void TestBadInput::moveRows(const QString &path)
{
    const QByteArray far(400, 'x');
    addCases(
        "PATCH", path, m_bench.shop.token,
        {{"nothing", "{}", "missing-field", "verb"},
         {"verb number", R"({"verb":5})", "wrong-type", "verb"},
         {"unknown verb", R"({"verb":"fly"})", "out-of-range", "verb"},
         {"verb SQL", R"({"verb":"'; DROP TABLE orders; --"})", "out-of-range", "verb"},
         {"unknown status", R"({"status":"Delivered<script>"})", "out-of-range", "status"},
         {"status NUL", R"({"status":"DeliveryStart\u0000"})", "out-of-range", "status"},
         {"basedOn text", R"({"verb":"startMaking","basedOn":"x"})", "wrong-type", "basedOn"},
         {"basedOn 1.5", R"({"verb":"startMaking","basedOn":1.5})", "wrong-type", "basedOn"},
         {"old basedOn", R"({"verb":"startMaking","basedOn":999})", "stale-version", "basedOn",
          409},
         {"negative refund", R"({"verb":"cancel","refundMinor":-1})", "out-of-range",
          "refundMinor"},
         {"refund above the price", R"({"verb":"cancel","refundMinor":9007199254740991})",
          "out-of-range", "refundMinor"},
         {"reason NUL", R"({"verb":"cancel","reason":"a\u0000b"})", "invalid-text", "reason"},
         {"reason number", R"({"verb":"cancel","reason":5})", "wrong-type", "reason"},
         {"reason too long", R"({"verb":"cancel","reason":")" + far + "\"}", "too-long", "reason"},
         {"receivedBy NUL", R"({"verb":"startMaking","receivedBy":"\u0000"})", "invalid-text",
          "receivedBy"},
         {"receivedBy too long", R"({"verb":"startMaking","receivedBy":")" + far + "\"}",
          "too-long", "receivedBy"},
         {"a step too far", R"({"verb":"completeDelivery"})", "illegal-move", "verb", 409},
         {"not for people", R"({"verb":"expire"})", "illegal-move", "verb", 409}});
    bodyRows("PATCH", path);
    const QString room = path.section(u'/', 0, 1);
    for (const QString &id :
         {u"999999"_s, u"0"_s, u"-1"_s, u"1e3"_s, u"99999999999999999999"_s, u"%27%20OR%201=1"_s})
        addCases("PATCH", room + u'/' + id, m_bench.shop.token,
                 {{"", R"({"verb":"startMaking"})", "not-found", "", 404}});
    addCases("PATCH", path, {},
             {{"nobody", R"({"verb":"startMaking"})", "sign-in-required", "", 401}});
    addCases("PATCH", path, "' OR '1'='1",
             {{"made-up", R"({"verb":"startMaking"})", "sign-in-required", "", 401}});
}

void TestBadInput::reviewRows()
{
    const QByteArray fine = R"("text":"ten letters and more")";
    addCases(
        "POST", u"/reviews"_s, m_bench.deliveredToken,
        {{"no rating", '{' + fine + '}', "missing-field", "rating"},
         {"rating 6", R"({"rating":6,)" + fine + '}', "out-of-range", "rating"},
         {"rating -1", R"({"rating":-1,)" + fine + '}', "out-of-range", "rating"},
         {"rating 10^9", R"({"rating":1000000000,)" + fine + '}', "out-of-range", "rating"},
         {"rating 4.5", R"({"rating":4.5,)" + fine + '}', "wrong-type", "rating"},
         {"rating text", R"({"rating":"good",)" + fine + '}', "wrong-type", "rating"},
         {"no text", R"({"rating":5})", "missing-field", "text"},
         {"short", R"({"rating":5,"text":"short"})", "out-of-range", "text"},
         {"long", R"({"rating":5,"text":")" + QByteArray(501, 'x') + "\"}", "too-long", "text"},
         {"NUL", R"({"rating":5,"text":"ten letters \u0000 more"})", "invalid-text", "text"},
         {"text list", R"({"rating":5,"text":[]})", "wrong-type", "text"}});
    addCases("POST", u"/reviews"_s, m_bench.paidToken,
             {{"not delivered", R"({"rating":5,)" + fine + '}', "review-closed", "", 409}});
    addCases("POST", u"/reviews"_s, {},
             {{"nobody", R"({"rating":5,)" + fine + '}', "sign-in-required", "", 401}});
    bodyRows("POST", u"/reviews"_s);
}

void TestBadInput::refused()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const auto before = m_bench.stand();

    Headers headers{{"Content-Type", type}};
    if (!token.isEmpty())
        headers.emplaceBack("Authorization", "Bearer " + token);
    const Answer answer = m_bench.anyone->send(method, path, body, headers);

    QCOMPARE(answer.status, status);
    QCOMPARE(answer.type, QByteArray("application/problem+json"));
    const QJsonObject problem = answer.json();
    QCOMPARE(problem.value(u"code"_s).toString(), code);
    QCOMPARE(problem.value(u"field"_s).toString(), field);
    QCOMPARE(problem.value(u"type"_s).toString(), u"urn:petalpost:problem:"_s + code);
    QCOMPARE(problem.value(u"status"_s).toInt(), status);
    if (code == u"illegal-move"_s || code == u"stale-version"_s) {
        QCOMPARE(problem.value(u"orderStatus"_s).toString(), u"paid"_s);
        QVERIFY(!problem.value(u"legalVerbs"_s).toArray().isEmpty());
    }
    QVERIFY(m_bench.stand() == before);
    QCOMPARE(m_bench.anyone->get(u"/healthz"_s).status, 200);
}

void TestBadInput::hugeBodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("order") << QByteArray("POST /orders");
    QTest::newRow("delivery") << "PATCH /deliveries/" + QByteArray::number(m_bench.paid);
    QTest::newRow("cancel") << "PATCH /orders/" + QByteArray::number(m_bench.paid);
    QTest::newRow("review") << QByteArray("POST /reviews");
    QTest::newRow("form") << QByteArray("POST /shop/checkout");
}

/// On a plain socket: the answer comes before the body is over, which not every client library
/// reads.
void TestBadInput::hugeBodyIsRefused()
{
    QFETCH(QByteArray, line);
    const auto before = m_bench.stand();
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_bench.shop.port());
    socket.write(line + " HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer " + m_bench.shop.token
                 + "\r\nContent-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(hugeBody) + "\r\n\r\n");
    socket.write(QByteArray(hugeBody, 'x'));
    QByteArray answer;
    QTRY_VERIFY_WITH_TIMEOUT((answer += socket.readAll()).contains("\r\n\r\n{")
                                 && socket.state() == QAbstractSocket::UnconnectedState,
                             socketMs);
    QVERIFY(answer.startsWith("HTTP/1.1 413 "));
    const QJsonObject problem =
        QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    QCOMPARE(problem.value(u"code"_s).toString(), u"content-too-large"_s);
    QCOMPARE(problem.value(u"field"_s).toString(), u"body"_s);
    QVERIFY(m_bench.stand() == before);
    QCOMPARE(m_bench.anyone->get(u"/healthz"_s).status, 200);
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
