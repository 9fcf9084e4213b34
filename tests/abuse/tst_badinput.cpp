// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/catalogue.h"
#include "core/storage/server/writer.h"
#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"

#include <QtCore/QRegularExpression>
#include <QtNetwork/QTcpSocket>

#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr auto today = "2026-11-30"; // of FakeClock, in Seoul
constexpr int windowCapacity = 20;
constexpr int bodyLimit = 64 * 1024;
constexpr int hugeBody = 10 * 1024 * 1024;
constexpr int socketMs = 20'000;

/// What a hostile client writes into a field that takes text.
const std::array hostile{
    u"'; DROP TABLE orders; --"_s,
    u"<script>alert(1)</script>"_s,
    u"{{id}}&amp;\"' %s ${x}"_s,
    u"꽃님 💐👩‍👩‍👧"_s,
};

/// \a path ("recipient.name") filled with \a value in an order that is fine otherwise.
QByteArray orderWith(const QString &path, const QByteArray &rawValue)
{
    QJsonObject body{{u"flowerName"_s, u"Rose"_s}, {u"qty"_s, 1}};
    const QStringList steps = path.split(u'.');
    const QString mark = u"@value@"_s;
    if (steps.size() == 1)
        body.insert(path, mark);
    else
        body.insert(steps.first(), QJsonObject{{steps.last(), mark}});
    return QJsonDocument(body).toJson(QJsonDocument::Compact).replace("\"@value@\"", rawValue);
}

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QString at(const QJsonObject &json, const QString &path)
{
    const QStringList steps = path.split(u'.');
    return steps.size() == 1 ? json.value(path).toString()
                             : json.value(steps.first()).toObject().value(steps.last()).toString();
}

/// The name under which an order's document gives back what came in under \a path.
QString answeredAs(const QString &path)
{
    if (path == u"ribbon.text"_s)
        return u"ribbonText"_s;
    return path == u"ribbon.sender"_s ? u"ribbonSender"_s : path;
}

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

/// What a reader sees of a page: its text with the escapes undone.
QString shownTexts(const Answer &page)
{
    QString text = page.text();
    for (const auto &[escape, plain] :
         {std::pair(u"&#39;"_s, u"'"_s), std::pair(u"&apos;"_s, u"'"_s),
          std::pair(u"&quot;"_s, u"\""_s), std::pair(u"&lt;"_s, u"<"_s),
          std::pair(u"&gt;"_s, u">"_s), std::pair(u"&amp;"_s, u"&"_s)})
        text.replace(escape, plain);
    return text;
}

constexpr auto texts =
    std::to_array<QLatin1String>({"customerName"_L1, "recipient.name"_L1, "address.line"_L1,
                                  "address.detail"_L1, "address.neighbourhood"_L1, "cardMessage"_L1,
                                  "ribbon.text"_L1, "ribbon.sender"_L1, "request"_L1});

} // namespace

/// Nothing a client sends may store half an order, run as code, or end the server.
class TestBadInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void refused_data();
    void refused();
    void hugeBodyIsRefused_data();
    void hugeBodyIsRefused();
    void textsAreStoredAsTheyAre_data();
    void textsAreStoredAsTheyAre();
    void reviewsAreStoredAsTheyAre();
    void reasonsAreStoredAsTheyAre();

private:
    struct Stand
    {
        std::size_t orders = 0;
        QString cursor;
        bool operator==(const Stand &) const = default;
    };
    Stand stand();
    QJsonObject place(const QJsonObject &body = {{u"flowerName"_s, u"Rose"_s}, {u"qty"_s, 1}});
    QJsonObject deliver(const QJsonObject &order);
    void orderRows();
    void bodyRows(const char *method, const QString &path);
    void moveRows(const QString &path);
    void reviewRows();

    ShopInProcess m_shop;
    std::unique_ptr<HttpCalls> m_desk;
    std::unique_ptr<HttpCalls> m_anyone;
    QString m_fullWindow;
    qint64 m_paid = 0; ///< an order that waits to be made
    QByteArray m_paidToken;
    QByteArray m_deliveredToken;
};

void TestBadInput::initTestCase()
{
    QVERIFY(m_shop.start());
    m_desk = std::make_unique<HttpCalls>(m_shop.url(), m_shop.token);
    m_anyone = std::make_unique<HttpCalls>(m_shop.url());
    {
        // One flower so dear that a few hundred are more than any order can be.
        Writer writer(m_shop.file(u"petalpost.db"_s), m_shop.clock);
        const auto added = writer.write([](Transaction &transaction) -> Result<void> {
            Product product;
            product.id = transaction.nextId("product"_L1);
            product.name = u"Gold"_s;
            product.price.minor = Money::maxMinor / 100;
            product.needsWindow = false;
            store::insertProduct(transaction.db(), product);
            return {};
        });
        QVERIFY(added.result());
    }
    const auto offers =
        m_desk->get(u"/windows?date=2026-12-02"_s).json().value(u"items"_s).toArray();
    QVERIFY(!offers.isEmpty());
    m_fullWindow = offers.first().toObject().value(u"window"_s).toString();
    for (int i = 0; i < windowCapacity; ++i)
        QVERIFY(
            !place({{u"productId"_s, 1}, {u"qty"_s, 1}, {u"window"_s, m_fullWindow}}).isEmpty());
    const QJsonObject paid = place();
    m_paid = paid.value(u"id"_s).toInteger();
    m_paidToken = paid.value(u"accessToken"_s).toString().toLatin1();
    m_deliveredToken = deliver(place()).value(u"accessToken"_s).toString().toLatin1();
    QVERIFY(m_paid > 0 && !m_deliveredToken.isEmpty());
}

void TestBadInput::cleanupTestCase()
{
    QVERIFY(m_shop.stop());
}

QJsonObject TestBadInput::place(const QJsonObject &body)
{
    const Answer answer = m_anyone->post(u"/orders"_s, body);
    return answer.status == 201 ? answer.json() : QJsonObject();
}

QJsonObject TestBadInput::deliver(const QJsonObject &order)
{
    const QString path = u"/deliveries/%1"_s.arg(order.value(u"id"_s).toInteger());
    for (const QString &verb : {u"startMaking"_s, u"markMade"_s, u"completeDelivery"_s}) {
        if (m_desk->patch(path, {{u"verb"_s, verb}}).status != 200 && verb != u"completeDelivery"_s)
            return {};
    }
    const bool there =
        m_desk->get(u"/orders/%1"_s.arg(order.value(u"id"_s).toInteger())).json().value(u"status"_s)
        == u"delivered"_s;
    return there ? order : QJsonObject();
}

TestBadInput::Stand TestBadInput::stand()
{
    return {m_desk->allOrders().size(),
            m_desk->get(u"/changes"_s).json().value(u"cursor"_s).toString()};
}

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
    moveRows(u"/deliveries/%1"_s.arg(m_paid));
    moveRows(u"/orders/%1"_s.arg(m_paid));
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
    const QByteArray token = path == u"/reviews"_s ? m_deliveredToken : m_shop.token;
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
        return QByteArray("{\"productId\":1,\"qty\":1,\"window\":") + quoted(key) + '}';
    };
    const QString hours = m_fullWindow.sliced(10); // behind the date
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
         {"full window", window(m_fullWindow), "window-full", "window", 409}});
    for (const QLatin1String field : texts) {
        const QString path = field;
        const QByteArray name = path.toLatin1();
        addCases(
            "POST", u"/orders"_s, {},
            {{"NUL in " + name, orderWith(path, "\"a\\u0000b\""), "invalid-text", name},
             {"half a surrogate in " + name, orderWith(path, "\"\\ud83d\""), "invalid-text", name},
             {"text turned round in " + name, orderWith(path, "\"\\u202eabc\""), "invalid-text",
              name},
             {"escape in " + name, orderWith(path, "\"\\u001b[31m\""), "invalid-text", name},
             {"too much in " + name, orderWith(path, quoted(QString(400, u'x'))), "too-long", name},
             {"number in " + name, orderWith(path, "5"), "wrong-type", name}});
    }
    for (const QString &text : hostile) {
        addCases("POST", u"/orders"_s, {},
                 {{"flower " + text.toUtf8(), orderWith(u"flowerName"_s, quoted(text)),
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
        "PATCH", path, m_shop.token,
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
        addCases("PATCH", room + u'/' + id, m_shop.token,
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
        "POST", u"/reviews"_s, m_deliveredToken,
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
    addCases("POST", u"/reviews"_s, m_paidToken,
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
    const Stand before = stand();

    Headers headers{{"Content-Type", type}};
    if (!token.isEmpty())
        headers.emplaceBack("Authorization", "Bearer " + token);
    const Answer answer = m_anyone->send(method, path, body, headers);

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
    QVERIFY(stand() == before);
    QCOMPARE(m_anyone->get(u"/healthz"_s).status, 200);
}

void TestBadInput::hugeBodyIsRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("order") << QByteArray("POST /orders");
    QTest::newRow("delivery") << "PATCH /deliveries/" + QByteArray::number(m_paid);
    QTest::newRow("cancel") << "PATCH /orders/" + QByteArray::number(m_paid);
    QTest::newRow("review") << QByteArray("POST /reviews");
    QTest::newRow("form") << QByteArray("POST /shop/checkout");
}

/// On a plain socket: the answer comes before the body is over, which not every client library
/// reads.
void TestBadInput::hugeBodyIsRefused()
{
    QFETCH(QByteArray, line);
    const Stand before = stand();
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_shop.port());
    socket.write(line + " HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer " + m_shop.token
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
    QVERIFY(stand() == before);
    QCOMPARE(m_anyone->get(u"/healthz"_s).status, 200);
}

void TestBadInput::textsAreStoredAsTheyAre_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    for (const QLatin1String field : texts) {
        const QString path = field;
        for (const QString &text : hostile)
            QTest::newRow(qPrintable(path + u' ' + text)) << path << text;
    }
}

void TestBadInput::textsAreStoredAsTheyAre()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QByteArray body = orderWith(path, quoted(text));
    if (path.startsWith(u"address.") && path != u"address.line"_s)
        body.replace("\"address\":{", "\"address\":{\"line\":\"seoul\",");
    const Stand before = stand();
    const Answer placed = m_anyone->sendJson("POST", u"/orders"_s, body);
    QCOMPARE(placed.status, 201);
    const qint64 id = placed.json().value(u"id"_s).toInteger();
    const QJsonObject kept = m_desk->get(u"/orders/%1"_s.arg(id)).json();
    QCOMPARE(at(kept, answeredAs(path)), text);
    QCOMPARE(stand().orders, before.orders + 1);
    const Answer page = m_anyone->get(placed.json().value(u"trackingPath"_s).toString());
    QCOMPARE(page.status, 200);
    QVERIFY(!page.body.contains("<script>alert"));
    QVERIFY(!page.body.contains("DROP TABLE orders; --</script>"));
    QCOMPARE(m_anyone->get(u"/healthz"_s).status, 200);
}

void TestBadInput::reviewsAreStoredAsTheyAre()
{
    for (const QString &text : hostile) {
        const QJsonObject order = deliver(
            place({{u"flowerName"_s, u"Gold"_s}, {u"qty"_s, 1}, {u"customerName"_s, text}}));
        QVERIFY(!order.isEmpty());
        const QString long10 = text + u" – ten letters"_s;
        const Answer written = m_anyone->post(
            u"/reviews"_s, {{u"rating"_s, 1}, {u"text"_s, long10}},
            {{"Authorization", "Bearer " + order.value(u"accessToken"_s).toString().toLatin1()}});
        QCOMPARE(written.status, 201);
        QCOMPARE(written.json().value(u"text"_s).toString(), long10);
        const qint64 id = written.json().value(u"id"_s).toInteger();
        const Answer replied = m_desk->patch(u"/reviews/%1"_s.arg(id), {{u"reply"_s, text}});
        QCOMPARE(replied.status, 200);
        const Answer page =
            m_anyone->get(u"/shop/items/%1"_s.arg(order.value(u"productId"_s).toInteger()));
        QCOMPARE(page.status, 200);
        QVERIFY(shownTexts(page).contains(long10));
        QVERIFY(shownTexts(page).contains(u"<p>"_s + text));
        QVERIFY(!page.body.contains("<script>alert"));
    }
}

void TestBadInput::reasonsAreStoredAsTheyAre()
{
    for (const QString &text : hostile) {
        const QJsonObject order = place();
        const QString path = u"/deliveries/%1"_s.arg(order.value(u"id"_s).toInteger());
        const Answer cancelled =
            m_desk->patch(path, {{u"verb"_s, u"cancel"_s}, {u"reason"_s, text}});
        QCOMPARE(cancelled.status, 200);
        QCOMPARE(cancelled.json().value(u"cancelReason"_s).toString(), text);
        const Answer page = m_anyone->get(order.value(u"trackingPath"_s).toString());
        QCOMPARE(page.status, 200);
        QVERIFY(!page.body.contains("<script>alert"));
    }
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
