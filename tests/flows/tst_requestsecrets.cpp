// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "tests/flows/secretsbench.h"

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr int bodyLimit = 64 * 1024;
constexpr int hugeHeader = 20 * 1024;
constexpr int wrongCodes = 12; // more than lock an address out

} // namespace

/// Everything that the program writes while it is asked what it refuses, and while its database
/// fails: no key, card number, telephone number, token or text of a customer is in the log or in an
/// error answer.
class TestRequestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void neitherLogNorErrorNamesOne();

private:
    void payOne();
    void pairBadly();
    void askBadly();
    void orderBadly();
    void postBadForms();
    void breakTheDatabase();

    SecretsBench m_bench{QStringLiteral(PETALPOSTD)};
    QByteArray m_deviceToken;
    QByteArray m_unpaidToken;
};

/// An order that is paid and one that is not; what follows is refused.
void TestRequestSecrets::payOne()
{
    m_bench.comeBack(m_bench.agreeAtToss(m_bench.order().json().value(u"payUrl"_s).toString()));
    m_unpaidToken = m_bench.order().json().value(u"accessToken"_s).toString().toLatin1();
    QVERIFY(!m_unpaidToken.isEmpty());
}

void TestRequestSecrets::pairBadly()
{
    const Headers owner{{"Authorization", "Bearer " + m_bench.server->token()}};
    const QString code =
        m_bench
            .askJson("POST", u"/devices/codes"_s,
                     {{u"role"_s, u"driver"_s}, {u"name"_s, m_bench.recipient}}, owner)
            .json()
            .value(u"code"_s)
            .toString();
    QCOMPARE(code.size(), 8);
    m_bench.remember("pairing code", code.toLatin1());
    m_bench.remember("pairing code", (code.first(4) + u' ' + code.sliced(4)).toLatin1());
    const QJsonObject paired = m_bench.askJson("POST", u"/devices"_s, {{u"code"_s, code}}).json();
    m_deviceToken = paired.value(u"token"_s).toString().toLatin1();
    QVERIFY(!m_deviceToken.isEmpty());
    m_bench.remember("device's token", m_deviceToken);
    m_bench.askJson("POST", u"/devices"_s, {{u"code"_s, code}}); // used up
    QString wrong = code;
    wrong[0] = code.at(0) == u'9' ? u'0' : u'9';
    m_bench.remember("pairing code", wrong.toLatin1());
    for (int i = 0; i < wrongCodes; ++i)
        m_bench.askJson("POST", u"/devices"_s, {{u"code"_s, wrong}});
    m_bench.askJson("POST", u"/devices"_s, {{u"code"_s, QString(code + u'1')}});
}

/// Every address of the interface, with secrets in the query, the headers and the body.
void TestRequestSecrets::askBadly()
{
    const QByteArray phone = "010-9182-7364";
    const QString query = u"?phone=01091827364&card=%1&token=%2&after=%3&date=%1&code=%1"_s.arg(
        QLatin1StringView(SecretsBench::card), QLatin1StringView(SecretsBench::strayToken),
        QString::fromUtf8(QUrl::toPercentEncoding(m_bench.name)));
    const QJsonObject wrong{
        {u"qty"_s, QString::fromLatin1(SecretsBench::card)},
        {u"flowerName"_s, m_bench.cardText},
        {u"phoneNumber"_s, u"010-9182-7364-9182"_s},
        {u"customerName"_s, QString(m_bench.name.repeated(40))},
        {u"window"_s, m_bench.street},
        {u"productId"_s, u"01091827364"_s},
        {u"verb"_s, QString::fromLatin1(SecretsBench::strayToken)},
        {u"status"_s, m_bench.cardText},
        {u"role"_s, QString::fromLatin1(SecretsBench::card)},
        {u"kind"_s, QString::fromLatin1(SecretsBench::card)},
        {u"cursor"_s, QString::fromLatin1(SecretsBench::strayToken)},
        {u"address"_s, QJsonObject{{u"line"_s, 5}, {u"detail"_s, m_bench.street}}},
        {u"recipient"_s, QJsonArray{u"010-5547-3829"_s}}};
    const std::array<QByteArray, 6> bearers{
        QByteArray(SecretsBench::strayToken), m_deviceToken, m_bench.server->token(),
        m_bench.server->token() + "x",        m_unpaidToken, QByteArray(SecretsBench::tossKey)};
    const QStringList paths{u"/orders"_s,        u"/orders/1"_s,
                            u"/orders/999"_s,    u"/orders/1/lines"_s,
                            u"/deliveries"_s,    u"/deliveries/1"_s,
                            u"/mypages"_s,       u"/reviews"_s,
                            u"/reviews/1"_s,     u"/payments/1"_s,
                            u"/balance"_s,       u"/balance/repairs"_s,
                            u"/windows"_s,       u"/messages"_s,
                            u"/changes"_s,       u"/devices/999"_s,
                            u"/devices/codes"_s, u"/metrics"_s,
                            u"/t/nobody"_s,      u"/r/nobody"_s,
                            u"/shop/pay/none"_s, u"/shop/return/nobody"_s,
                            u"/no/such/page"_s,  u"/sandbox/none"_s};
    for (const QString &path : paths) {
        for (const QByteArray &method : {"GET"_ba, "POST"_ba, "PUT"_ba, "PATCH"_ba, "DELETE"_ba}) {
            for (const QByteArray &bearer : bearers) {
                const bool html = bearer.size() % 2 == 0;
                const QByteArray body =
                    method == "GET" ? QByteArray() : QJsonDocument(wrong).toJson();
                // No secret that a request succeeds with: the streams of changes stay open.
                if (method == "GET" && path == u"/changes"_s && bearer == m_bench.server->token())
                    continue;
                m_bench.ask(method, path + query, body,
                            {{"Authorization", "Bearer " + bearer},
                             {"Accept", html ? "text/html" : "application/json"},
                             {"Content-Type", "application/json"},
                             {"Idempotency-Key", QByteArray(SecretsBench::strayToken)},
                             {"Cookie", QByteArray("draft=") + SecretsBench::strayToken},
                             {"X-Phone", phone}});
            }
        }
    }
    const QByteArray number = SecretsBench::card;
    const std::array<QByteArray, 5> bodies{
        "{\"phoneNumber\":\"010-9182-7364\",\"card\":\"" + number,
        "[\"" + QByteArray(SecretsBench::tossKey) + "\"]", QByteArray(SecretsBench::strayToken),
        "{\"request\":\"" + m_bench.cardText.toUtf8() + "\\ud800\"}",
        "{\"qty\":1,\"request\":\"" + QByteArray(bodyLimit, 'x') + number + "\"}"};
    for (const QByteArray &broken : bodies)
        m_bench.ask("POST", u"/orders"_s, broken, {{"Content-Type", "application/json"}});
    m_bench.ask("POST", u"/orders"_s, QByteArray(SecretsBench::card),
                {{"Content-Type", "text/plain"}});
    m_bench.ask("GET", u"/catalogue"_s, {},
                {{"X-Card", QByteArray(hugeHeader, '1') + SecretsBench::card}});
    m_bench.ask("GET", u"/windows?date="_s + QString::fromLatin1(SecretsBench::card));
    m_bench.ask("BREW", u"/orders"_s + query, QByteArray(SecretsBench::card));
}

/// Orders, moves and edits that are right but for one field.
void TestRequestSecrets::orderBadly()
{
    const QJsonObject good{{u"flowerName"_s, u"Rose"_s},
                           {u"qty"_s, 1},
                           {u"customerName"_s, m_bench.name},
                           {u"phoneNumber"_s, u"01091827364"_s},
                           {u"cardMessage"_s, m_bench.cardText}};
    const QString number = QString::fromLatin1(SecretsBench::card);
    const QString split = m_bench.cardText + QChar(u'\x01');
    const QString endless = m_bench.street.repeated(1'000);
    const auto person = [](const QString &name, const QString &phone) {
        return QJsonObject{{u"name"_s, name}, {u"phone"_s, phone}};
    };
    const std::vector<std::pair<QString, QJsonValue>> faults{
        {u"phoneNumber"_s, u"010-9182-7364-9182"_s},
        {u"phoneNumber"_s, QString(u"82 "_s + number)},
        {u"customerName"_s, split},
        {u"customerName"_s, m_bench.name.repeated(100)},
        {u"flowerName"_s, number},
        {u"flowerName"_s, m_bench.cardText},
        {u"qty"_s, -1},
        {u"qty"_s, qint64(4929731846205573)},
        {u"window"_s, m_bench.street},
        {u"window"_s, u"2999-01-01T10:00/12:00"_s},
        {u"locale"_s, number},
        {u"address"_s, endless},
        {u"address"_s, QJsonObject{{u"line"_s, split}}},
        {u"cardMessage"_s, endless},
        {u"request"_s, split},
        {u"recipient"_s, person(m_bench.recipient, u"5547-3829"_s)},
        {u"recipient"_s, person(m_bench.recipient.repeated(100), u"01055473829"_s)},
        {u"ribbon"_s, QJsonObject{{u"text"_s, endless}, {u"sender"_s, m_bench.name}}}};
    int refused = 0;
    for (const auto &[field, value] : faults) {
        QJsonObject body = good;
        body.insert(field, value);
        refused += int(m_bench.askJson("POST", u"/orders"_s, body).status == 422);
    }
    QVERIFY2(refused > int(faults.size()) - 3, qPrintable(QString::number(refused)));
    // One key, and then another body under it.
    const Headers key{{"Idempotency-Key", QByteArray(SecretsBench::strayToken)}};
    QJsonObject other = good;
    other.insert(u"request"_s, m_bench.street);
    m_bench.askJson("POST", u"/orders"_s, good, key);
    m_bench.askJson("POST", u"/orders"_s, other, key);
    const Headers owner{{"Authorization", "Bearer " + m_bench.server->token()}};
    for (const QString &reason : {split, endless, m_bench.cardText}) {
        for (const QString &verb : {u"cancel"_s, u"startMaking"_s, u"refund"_s, m_bench.cardText})
            m_bench.askJson("PATCH", u"/orders/1"_s,
                            {{u"verb"_s, verb}, {u"reason"_s, reason}, {u"basedOn"_s, 1}}, owner);
        m_bench.askJson("PATCH", u"/orders/1/lines"_s,
                        {{u"cardMessage"_s, reason}, {u"phoneNumber"_s, u"010-9182"_s}}, owner);
        m_bench.askJson("POST", u"/reviews"_s,
                        {{u"orderId"_s, 1}, {u"text"_s, reason}, {u"stars"_s, 9}},
                        {{"Authorization", "Bearer " + m_unpaidToken}});
    }
}

void TestRequestSecrets::postBadForms()
{
    const QByteArray fields =
        SecretsBench::form({{u"item"_s, u"1"_s},
                            {u"qty"_s, u"0"_s},
                            {u"fromName"_s, m_bench.name},
                            {u"fromPhone"_s, u"010-9182-7364-1"_s},
                            {u"toName"_s, m_bench.recipient},
                            {u"toPhone"_s, u"010-5547-3829"_s},
                            {u"address"_s, m_bench.street},
                            {u"card"_s, m_bench.cardText},
                            {u"csrf"_s, QString::fromLatin1(SecretsBench::strayToken)}});
    const Headers plain{{"Content-Type", "application/x-www-form-urlencoded"},
                        {"Accept", "text/html"}};
    Headers foreign = plain;
    foreign.emplaceBack("Origin", "https://evil.example");
    const QString own = u"/t/"_s + QString::fromLatin1(m_unpaidToken);
    for (const QString &path : {u"/shop/check"_s, u"/shop/checkout"_s, u"/shop/order"_s,
                                QString(own + u"/pay"_s), QString(own + u"/cancel"_s)}) {
        m_bench.ask("POST", path, fields, plain);
        m_bench.ask("POST", path, fields, foreign);
        m_bench.ask("POST", path, fields + QByteArray(bodyLimit, 'x'), plain);
    }
    // The provider is silent when the button is pressed.
    QVERIFY(m_bench.provider.fail(u"*"_s, u"*"_s, u"500-before"_s, -1));
    for (int press = 0; press < 3; ++press)
        m_bench.choose(m_unpaidToken, press % 2 == 0 ? u"stripe"_s : u"toss"_s);
    QVERIFY(m_bench.provider.forgiveFaults());
}

/// Writes fail in the middle, with all of an order's values at hand.
void TestRequestSecrets::breakTheDatabase()
{
    const auto step = [this](const QString &sql) {
        Database raw(m_bench.server->database(), Database::Mode::ReadWrite);
        raw.runSchemaStep(sql);
    };
    for (const QString &table : {u"orders"_s, u"journal"_s, u"payments"_s}) {
        step(u"ALTER TABLE %1 RENAME TO %1_away"_s.arg(table));
        QCOMPARE(m_bench.order().status, 500);
        m_bench.ask("GET", u"/t/"_s + QString::fromLatin1(m_unpaidToken), {},
                    {{"Accept", "text/html"}});
        m_bench.ask("GET", u"/orders/1"_s, {}, {{"Authorization", "Bearer " + m_unpaidToken}});
        step(u"ALTER TABLE %1_away RENAME TO %1"_s.arg(table));
    }
}

void TestRequestSecrets::neitherLogNorErrorNamesOne()
{
    m_bench.begin();
    if (QTest::currentTestFailed())
        return;
    for (const auto step :
         {&TestRequestSecrets::payOne, &TestRequestSecrets::pairBadly,
          &TestRequestSecrets::askBadly, &TestRequestSecrets::orderBadly,
          &TestRequestSecrets::postBadForms, &TestRequestSecrets::breakTheDatabase}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
    m_bench.stop();
    m_bench.hasSaid({"a write failed:", "breaker:"},
                    {401, 403, 404, 405, 409, 413, 422, 429, 431, 500, 501, 503});
    m_bench.nothingIsTold();
}

QTEST_GUILESS_MAIN(TestRequestSecrets)
#include "tst_requestsecrets.moc"
