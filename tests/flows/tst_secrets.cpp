// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/serverprocess.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr int commandMs = 60'000;
constexpr int bodyLimit = 64 * 1024;
constexpr int hugeHeader = 20 * 1024;
constexpr int wrongCodes = 12; // more than lock an address out

constexpr auto tossKey = "test_gsk_Xq7fSeededTossSecretR2";
constexpr auto wrongTossKey = "test_gsk_Xw4wSeededWrongTossKeyP9";
constexpr auto stripeKey = "sk_test_Xs3kSeededStripeSecretM8";
constexpr auto wrongStripeKey = "sk_live_Xv6cSeededWrongStripeKeyB1";
constexpr auto hookSecret = "whsec_Xh5dSeededHookSecretK4";
constexpr auto strayToken = "Xt9zSeededStrayTokenL6";
constexpr auto card = "4929731846205573";

/// Whom an error page may tell it.
enum class Owner { Nobody, Visitor };

struct Secret
{
    QByteArray name;
    QByteArray text; ///< what is looked for
    Owner owner = Owner::Nobody;
};

/// An error as it reached a client, headers and all.
struct ErrorSeen
{
    QByteArray what;
    int status = 0;
    QByteArray bytes;
    bool isForm = false; ///< a form that shows its visitor what was just typed
};

QByteArray form(const QList<std::pair<QString, QString>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields)
        body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
                + QUrl::toPercentEncoding(value);
    return body;
}

} // namespace

/// Everything that the program writes while all that can go wrong goes wrong: no key, card number,
/// telephone number, token or text of a customer is in any line of the log, nor in an error answer.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void neitherLogNorErrorNamesOne();

private:
    bool writeConfig(const QString &tossUrl, const QByteArray &toss = tossKey,
                     const QByteArray &stripe = stripeKey);
    bool start();
    void stop();

    Answer ask(const QByteArray &method, const QString &path, const QByteArray &body = {},
               Headers headers = {});
    Answer askJson(const QByteArray &method, const QString &path, const QJsonObject &body,
                   Headers headers = {});
    /// From another phone each time: one has a single unpaid order.
    Answer order(const QString &phone = u"0109182%1"_s);
    /// The tracking page's button, with \a gateway.
    QString choose(const QByteArray &token, const QString &gateway);
    QString agreeAtToss(const QString &payUrl, const QString &outcome = {});
    void comeBack(const QString &back);

    void payWell();
    void payBadly();
    void refundBadly();
    void forgeNotices();
    void pairBadly();
    void askBadly();
    void orderBadly();
    void postBadForms();
    void breakTheDatabase();
    void hearCardNumbers();
    void runCommands();
    QByteArray run(const QStringList &arguments);
    void nothingIsTold();

    void remember(const QByteArray &name, const QByteArray &text, Owner owner = Owner::Nobody)
    {
        if (!text.isEmpty())
            m_secrets.push_back({name, text, owner});
    }

    QTemporaryDir m_dir;
    FakeProvider m_provider;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<HttpCalls> m_calls;
    QNetworkAccessManager m_network;
    std::vector<Secret> m_secrets;
    std::vector<ErrorSeen> m_errors;
    std::set<int> m_statuses;
    QString m_location; ///< of the last answer
    QByteArray m_log;
    QByteArray m_printed;
    QByteArray m_deviceToken;
    QByteArray m_unpaidToken;
    int m_lastPhone = 7364;
    const QString m_name = u"갈매기조나단"_s;
    const QString m_recipient = u"무지개송어"_s;
    const QString m_street = u"비밀동 숨은골목길 98765"_s;
    const QString m_card = u"아무에게도 말하지 않은 카드 문구"_s;
};

bool TestSecrets::writeConfig(const QString &tossUrl, const QByteArray &toss,
                              const QByteArray &stripe)
{
    QFile file(m_dir.filePath(u"petalpostd.ini"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(u"[shop]\nownerPhone=010-6655-4437\n[payment]\ngateways=toss, stripe\n"
               "[toss]\nclientKey=%1\nsecretKey=%2\napiUrl=%3\nscriptUrl=%3/v2/standard\n"
               "[stripe]\nsecretKey=%4\nwebhookSecret=%5\nbaseUrl=%6\n"_s
                   .arg(QString::fromLatin1(FakeProvider::tossClientKey), QString::fromLatin1(toss),
                        tossUrl, QString::fromLatin1(stripe), QString::fromLatin1(hookSecret),
                        m_provider.url().toString())
                   .toUtf8());
    return true;
}

bool TestSecrets::start()
{
    m_server = std::make_unique<ServerProcess>(
        QStringLiteral(PETALPOSTD), m_dir.filePath(u"data"_s),
        QStringList{u"--config"_s, m_dir.filePath(u"petalpostd.ini"_s)});
    if (!m_server->start())
        return false;
    m_calls = std::make_unique<HttpCalls>(m_server->url());
    remember("owner's token", m_server->token());
    return true;
}

void TestSecrets::stop()
{
    QVERIFY2(m_server->stop(), m_server->log().constData());
    m_log += m_server->log();
}

Answer TestSecrets::ask(const QByteArray &method, const QString &path, const QByteArray &body,
                        Headers headers)
{
    const std::unique_ptr<QNetworkReply> reply(
        m_network.sendCustomRequest(m_calls->request(path, headers), method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(HttpCalls::answerMs))
        return {};
    Answer answer = Answer::of(*reply);
    m_statuses.insert(answer.status);
    m_location = reply->header(QNetworkRequest::LocationHeader).toUrl().toString();
    if (answer.status < 400)
        return answer;
    ErrorSeen seen{method + ' ' + path.toUtf8(), answer.status, {}, false};
    for (const auto &[name, value] : reply->rawHeaderPairs())
        seen.bytes += name + ": " + value + '\n';
    seen.bytes += answer.body;
    seen.isForm = path.contains("/shop/"_L1) && answer.type.startsWith("text/html");
    m_errors.push_back(std::move(seen));
    return answer;
}

Answer TestSecrets::askJson(const QByteArray &method, const QString &path, const QJsonObject &body,
                            Headers headers)
{
    headers.emplaceBack("Content-Type", "application/json");
    return ask(method, path, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
}

Answer TestSecrets::order(const QString &phone)
{
    const QString digits = QString::number(++m_lastPhone);
    for (const QString &part : {u"9182%1"_s, u"9182-%1"_s, u"9182 %1"_s})
        remember("sender's phone", part.arg(digits).toLatin1(), Owner::Visitor);
    Answer placed = askJson("POST", u"/orders"_s,
                            {{u"flowerName"_s, u"Rose"_s},
                             {u"qty"_s, 2},
                             {u"customerName"_s, m_name},
                             {u"phoneNumber"_s, phone.arg(digits)},
                             {u"address"_s, m_street},
                             {u"cardMessage"_s, m_card},
                             {u"recipient"_s, QJsonObject{{u"name"_s, m_recipient},
                                                          {u"phone"_s, u"010-5547-3829"_s}}}});
    remember("order's token", placed.json().value(u"accessToken"_s).toString().toLatin1(),
             Owner::Visitor);
    return placed;
}

QString TestSecrets::choose(const QByteArray &token, const QString &gateway)
{
    static const QRegularExpression proof(u"name=\"csrf\" value=\"([^\"]+)\""_s);
    const QString path = u"/t/"_s + QString::fromLatin1(token);
    const QString csrf = proof.match(ask("GET", path).text()).captured(1);
    ask("POST", path + u"/pay"_s, form({{u"csrf"_s, csrf}, {u"gateway"_s, gateway}}),
        {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "text/html"}});
    return m_location;
}

QString TestSecrets::agreeAtToss(const QString &payUrl, const QString &outcome)
{
    const QString attempt = payUrl.section(u'/', -1);
    QJsonObject wish{{u"orderId"_s, attempt},
                     {u"amount"_s, 2'000},
                     {u"successUrl"_s, QString(u"http://shop.example/shop/return/"_s + attempt)}};
    if (!outcome.isEmpty())
        wish.insert(u"outcome"_s, outcome);
    return m_provider.control(u"toss/authenticate"_s, wish).json().value(u"location"_s).toString();
}

void TestSecrets::comeBack(const QString &back)
{
    const QUrl url(back);
    ask("GET", url.query().isEmpty() ? url.path() : QString(url.path() + u'?' + url.query()), {},
        {{"Accept", "text/html"}});
}

/// Both gateways, each paid once; what follows is refused or not in the log by chance.
void TestSecrets::payWell()
{
    const QJsonObject first = order(u"010-9182-%1"_s).json();
    comeBack(agreeAtToss(first.value(u"payUrl"_s).toString()));
    const QJsonObject second = order().json();
    const QByteArray token = second.value(u"accessToken"_s).toString().toLatin1();
    const QString session = choose(token, u"stripe"_s).section(u'/', -1);
    comeBack(m_provider.control(u"stripe/pay"_s, {{u"session"_s, session}})
                 .json()
                 .value(u"location"_s)
                 .toString());
    for (const QJsonObject &one : {first, second}) {
        const QByteArray access = one.value(u"accessToken"_s).toString().toLatin1();
        QCOMPARE(ask("GET", u"/orders/%1"_s.arg(one.value(u"id"_s).toInteger()), {},
                     {{"Authorization", "Bearer " + access}})
                     .json()
                     .value(u"paymentStatus"_s),
                 u"paid"_s);
    }
}

void TestSecrets::payBadly()
{
    // Declined: by the bank at the confirmation, and at Stripe's page.
    comeBack(agreeAtToss(order(u"010 9182 %1"_s).json().value(u"payUrl"_s).toString(),
                         u"REJECT_CARD_COMPANY"_s));
    order(u"+82109182%1"_s);
    const QByteArray other = order().json().value(u"accessToken"_s).toString().toLatin1();
    m_unpaidToken = other;
    const QString session = choose(other, u"stripe"_s).section(u'/', -1);
    m_provider.control(u"stripe/decline"_s, {{u"session"_s, session}});
    for (const QString &fault : {u"500-before"_s, u"500-after"_s, u"malformed"_s, u"wrong-amount"_s,
                                 u"cut-after"_s, u"429"_s}) {
        const QString back = agreeAtToss(order().json().value(u"payUrl"_s).toString());
        QVERIFY(m_provider.fail(u"toss"_s, u"confirm"_s, fault, 1));
        QVERIFY(m_provider.fail(u"toss"_s, u"lookup"_s, fault, 1));
        comeBack(back);
        QVERIFY(m_provider.forgiveFaults());
    }
}

void TestSecrets::refundBadly()
{
    const QJsonObject placed = order().json();
    const QByteArray bearer = "Bearer " + placed.value(u"accessToken"_s).toString().toLatin1();
    comeBack(agreeAtToss(placed.value(u"payUrl"_s).toString()));
    QVERIFY(m_provider.fail(u"toss"_s, u"refund"_s, u"error"_s, -1,
                            {{u"code"_s, u"NOT_CANCELABLE_AMOUNT"_s}, {u"status"_s, 403}}));
    const QString path = u"/orders/%1"_s.arg(placed.value(u"id"_s).toInteger());
    askJson("PATCH", path,
            {{u"verb"_s, u"cancel"_s}, {u"reason"_s, QString(m_card + u" 010-9182-7364"_s)}},
            {{"Authorization", bearer}});
    askJson("PATCH", path, {{u"verb"_s, u"cancel"_s}, {u"reason"_s, m_card}},
            {{"Authorization", bearer}});
    QTRY_COMPARE_WITH_TIMEOUT(ask("GET", path, {}, {{"Authorization", bearer}})
                                  .json()
                                  .value(u"paymentStatus"_s)
                                  .toString(),
                              u"refund_failed"_s, HttpCalls::answerMs);
    QVERIFY(m_provider.forgiveFaults());
}

void TestSecrets::forgeNotices()
{
    const QJsonObject payload{{u"data"_s, QJsonObject{{u"orderId"_s, QString::fromLatin1(card)},
                                                      {u"secret"_s, QString::fromLatin1(tossKey)},
                                                      {u"phone"_s, u"01091827364"_s}}}};
    for (const QString &how : {u"wrong-signature"_s, u"altered-body"_s, u"old-timestamp"_s,
                               u"no-signature"_s, u"signed"_s}) {
        for (const QString &provider : {u"stripe"_s, u"toss"_s})
            m_provider.control(
                u"webhooks/forge"_s,
                {{u"provider"_s, provider}, {u"payload"_s, payload}, {u"how"_s, how}});
    }
    for (const QString &provider : {u"stripe"_s, u"toss"_s, u"sk_test_nobody"_s}) {
        askJson("POST", u"/payments/webhooks/"_s + provider, payload,
                {{"Stripe-Signature", QByteArray("t=1,v1=") + hookSecret}});
        ask("POST", u"/payments/webhooks/"_s + provider, QByteArray("{\"card\":\"") + card);
    }
}

void TestSecrets::pairBadly()
{
    const Headers owner{{"Authorization", "Bearer " + m_server->token()}};
    const QString code = askJson("POST", u"/devices/codes"_s,
                                 {{u"role"_s, u"driver"_s}, {u"name"_s, m_recipient}}, owner)
                             .json()
                             .value(u"code"_s)
                             .toString();
    QCOMPARE(code.size(), 8);
    remember("pairing code", code.toLatin1());
    remember("pairing code", (code.first(4) + u' ' + code.sliced(4)).toLatin1());
    const QJsonObject paired = askJson("POST", u"/devices"_s, {{u"code"_s, code}}).json();
    m_deviceToken = paired.value(u"token"_s).toString().toLatin1();
    QVERIFY(!m_deviceToken.isEmpty());
    remember("device's token", m_deviceToken);
    askJson("POST", u"/devices"_s, {{u"code"_s, code}}); // used up
    QString wrong = code;
    wrong[0] = code.at(0) == u'9' ? u'0' : u'9';
    remember("pairing code", wrong.toLatin1());
    for (int i = 0; i < wrongCodes; ++i)
        askJson("POST", u"/devices"_s, {{u"code"_s, wrong}});
    askJson("POST", u"/devices"_s, {{u"code"_s, QString(code + u'1')}});
}

/// Every address of the interface, with secrets in the query, the headers and the body.
void TestSecrets::askBadly()
{
    const QByteArray phone = "010-9182-7364";
    const QString query = u"?phone=01091827364&card=%1&token=%2&after=%3&date=%1&code=%1"_s.arg(
        QLatin1StringView(card), QLatin1StringView(strayToken),
        QString::fromUtf8(QUrl::toPercentEncoding(m_name)));
    const QJsonObject wrong{{u"qty"_s, QString::fromLatin1(card)},
                            {u"flowerName"_s, m_card},
                            {u"phoneNumber"_s, u"010-9182-7364-9182"_s},
                            {u"customerName"_s, QString(m_name.repeated(40))},
                            {u"window"_s, m_street},
                            {u"productId"_s, u"01091827364"_s},
                            {u"verb"_s, QString::fromLatin1(strayToken)},
                            {u"status"_s, m_card},
                            {u"role"_s, QString::fromLatin1(card)},
                            {u"kind"_s, QString::fromLatin1(card)},
                            {u"cursor"_s, QString::fromLatin1(strayToken)},
                            {u"address"_s, QJsonObject{{u"line"_s, 5}, {u"detail"_s, m_street}}},
                            {u"recipient"_s, QJsonArray{u"010-5547-3829"_s}}};
    const std::array<QByteArray, 6> bearers{QByteArray(strayToken), m_deviceToken,
                                            m_server->token(),      m_server->token() + "x",
                                            m_unpaidToken,          QByteArray(tossKey)};
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
                if (method == "GET" && path == u"/changes"_s && bearer == m_server->token())
                    continue;
                ask(method, path + query, body,
                    {{"Authorization", "Bearer " + bearer},
                     {"Accept", html ? "text/html" : "application/json"},
                     {"Content-Type", "application/json"},
                     {"Idempotency-Key", QByteArray(strayToken)},
                     {"Cookie", QByteArray("draft=") + strayToken},
                     {"X-Phone", phone}});
            }
        }
    }
    const QByteArray number = card;
    const std::array<QByteArray, 5> bodies{
        "{\"phoneNumber\":\"010-9182-7364\",\"card\":\"" + number,
        "[\"" + QByteArray(tossKey) + "\"]", QByteArray(strayToken),
        "{\"request\":\"" + m_card.toUtf8() + "\\ud800\"}",
        "{\"qty\":1,\"request\":\"" + QByteArray(bodyLimit, 'x') + number + "\"}"};
    for (const QByteArray &broken : bodies)
        ask("POST", u"/orders"_s, broken, {{"Content-Type", "application/json"}});
    ask("POST", u"/orders"_s, QByteArray(card), {{"Content-Type", "text/plain"}});
    ask("GET", u"/catalogue"_s, {}, {{"X-Card", QByteArray(hugeHeader, '1') + card}});
    ask("GET", u"/windows?date="_s + QString::fromLatin1(card));
    ask("BREW", u"/orders"_s + query, QByteArray(card));
}

/// Orders, moves and edits that are right but for one field.
void TestSecrets::orderBadly()
{
    const QJsonObject good{{u"flowerName"_s, u"Rose"_s},
                           {u"qty"_s, 1},
                           {u"customerName"_s, m_name},
                           {u"phoneNumber"_s, u"01091827364"_s},
                           {u"cardMessage"_s, m_card}};
    const QString number = QString::fromLatin1(card);
    const QString split = m_card + QChar(u'\x01');
    const QString endless = m_street.repeated(1'000);
    const auto person = [](const QString &name, const QString &phone) {
        return QJsonObject{{u"name"_s, name}, {u"phone"_s, phone}};
    };
    const std::vector<std::pair<QString, QJsonValue>> faults{
        {u"phoneNumber"_s, u"010-9182-7364-9182"_s},
        {u"phoneNumber"_s, QString(u"82 "_s + number)},
        {u"customerName"_s, split},
        {u"customerName"_s, m_name.repeated(100)},
        {u"flowerName"_s, number},
        {u"flowerName"_s, m_card},
        {u"qty"_s, -1},
        {u"qty"_s, qint64(4929731846205573)},
        {u"window"_s, m_street},
        {u"window"_s, u"2999-01-01T10:00/12:00"_s},
        {u"locale"_s, number},
        {u"address"_s, endless},
        {u"address"_s, QJsonObject{{u"line"_s, split}}},
        {u"cardMessage"_s, endless},
        {u"request"_s, split},
        {u"recipient"_s, person(m_recipient, u"5547-3829"_s)},
        {u"recipient"_s, person(m_recipient.repeated(100), u"01055473829"_s)},
        {u"ribbon"_s, QJsonObject{{u"text"_s, endless}, {u"sender"_s, m_name}}}};
    int refused = 0;
    for (const auto &[field, value] : faults) {
        QJsonObject body = good;
        body.insert(field, value);
        refused += int(askJson("POST", u"/orders"_s, body).status == 422);
    }
    QVERIFY2(refused > int(faults.size()) - 3, qPrintable(QString::number(refused)));
    // One key, and then another body under it.
    const Headers key{{"Idempotency-Key", QByteArray(strayToken)}};
    QJsonObject other = good;
    other.insert(u"request"_s, m_street);
    askJson("POST", u"/orders"_s, good, key);
    askJson("POST", u"/orders"_s, other, key);
    const Headers owner{{"Authorization", "Bearer " + m_server->token()}};
    for (const QString &reason : {split, endless, m_card}) {
        for (const QString &verb : {u"cancel"_s, u"startMaking"_s, u"refund"_s, m_card})
            askJson("PATCH", u"/orders/1"_s,
                    {{u"verb"_s, verb}, {u"reason"_s, reason}, {u"basedOn"_s, 1}}, owner);
        askJson("PATCH", u"/orders/1/lines"_s,
                {{u"cardMessage"_s, reason}, {u"phoneNumber"_s, u"010-9182"_s}}, owner);
        askJson("POST", u"/reviews"_s, {{u"orderId"_s, 1}, {u"text"_s, reason}, {u"stars"_s, 9}},
                {{"Authorization", "Bearer " + m_unpaidToken}});
    }
}

void TestSecrets::postBadForms()
{
    const QByteArray fields = form({{u"item"_s, u"1"_s},
                                    {u"qty"_s, u"0"_s},
                                    {u"fromName"_s, m_name},
                                    {u"fromPhone"_s, u"010-9182-7364-1"_s},
                                    {u"toName"_s, m_recipient},
                                    {u"toPhone"_s, u"010-5547-3829"_s},
                                    {u"address"_s, m_street},
                                    {u"card"_s, m_card},
                                    {u"csrf"_s, QString::fromLatin1(strayToken)}});
    const Headers plain{{"Content-Type", "application/x-www-form-urlencoded"},
                        {"Accept", "text/html"}};
    Headers foreign = plain;
    foreign.emplaceBack("Origin", "https://evil.example");
    const QString own = u"/t/"_s + QString::fromLatin1(m_unpaidToken);
    for (const QString &path : {u"/shop/check"_s, u"/shop/checkout"_s, u"/shop/order"_s,
                                QString(own + u"/pay"_s), QString(own + u"/cancel"_s)}) {
        ask("POST", path, fields, plain);
        ask("POST", path, fields, foreign);
        ask("POST", path, fields + QByteArray(bodyLimit, 'x'), plain);
    }
    // The provider is silent when the button is pressed.
    QVERIFY(m_provider.fail(u"*"_s, u"*"_s, u"500-before"_s, -1));
    for (int press = 0; press < 3; ++press)
        choose(m_unpaidToken, press % 2 == 0 ? u"stripe"_s : u"toss"_s);
    QVERIFY(m_provider.forgiveFaults());
}

/// Writes fail in the middle, with all of an order's values at hand.
void TestSecrets::breakTheDatabase()
{
    const auto step = [this](const QString &sql) {
        Database raw(m_server->database(), Database::Mode::ReadWrite);
        raw.runSchemaStep(sql);
    };
    for (const QString &table : {u"orders"_s, u"journal"_s, u"payments"_s}) {
        step(u"ALTER TABLE %1 RENAME TO %1_away"_s.arg(table));
        QCOMPARE(order().status, 500);
        ask("GET", u"/t/"_s + QString::fromLatin1(m_unpaidToken), {}, {{"Accept", "text/html"}});
        ask("GET", u"/orders/1"_s, {}, {{"Authorization", "Bearer " + m_unpaidToken}});
        step(u"ALTER TABLE %1_away RENAME TO %1"_s.arg(table));
    }
}

/// A provider whose every answer names the card that was used.
void TestSecrets::hearCardNumbers()
{
    int call = 0;
    ScriptedServer gossip([&call](const SeenRequest &) {
        const QByteArray number = QByteArray(card);
        ScriptedReply reply;
        switch (call++ % 5) {
        case 0:
            reply.status = 400;
            reply.body = "{\"code\":\"" + number + "\",\"message\":\"card " + number + "\"}";
            break;
        case 1:
            reply.body = "{\"card\":{\"number\":\"" + number + "\"},\"orderId\":\"x\"}";
            break;
        case 2:
            reply.status = 500;
            reply.body = number;
            break;
        case 3:
            reply.status = 429;
            reply.headers = {{"Retry-After", number}};
            break;
        default:
            reply.body = "{\"card\":\"" + number;
            reply.fault = ScriptedReply::Fault::CutHalfway;
            break;
        }
        return reply;
    });
    QVERIFY(writeConfig(gossip.url().toString()));
    QVERIFY2(start(), m_server->log().constData());
    for (int customer = 0; customer < 6; ++customer) {
        const QString attempt = order().json().value(u"payUrl"_s).toString().section(u'/', -1);
        comeBack(u"/shop/return/%1?paymentKey=Key_%2_%3&amount=2000&orderId=%1"_s.arg(
            attempt, QLatin1StringView(card), QString::number(customer)));
        comeBack(u"/shop/return/%1?code=%2&message=%2"_s.arg(attempt, QLatin1StringView(card)));
    }
    const Headers owner{{"Authorization", "Bearer " + m_server->token()}};
    ask("GET", u"/balance"_s, {}, owner);
    ask("GET", u"/metrics"_s, {}, owner);
    ask("GET", u"/readyz"_s);
    m_printed += run({u"balance"_s, u"--data"_s, m_dir.filePath(u"data"_s)});
    stop();
    // And one that does not answer at all, while the server ends.
    QVERIFY(writeConfig(m_provider.url().toString()));
    QVERIFY2(start(), m_server->log().constData());
    QVERIFY(m_provider.fail(u"*"_s, u"*"_s, u"hang"_s, -1));
    comeBack(agreeAtToss(order().json().value(u"payUrl"_s).toString()));
    stop();
    QVERIFY(m_provider.forgiveFaults());
}

QByteArray TestSecrets::run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(PETALPOSTD), arguments);
    if (!process.waitForFinished(commandMs))
        return {};
    return process.readAll();
}

void TestSecrets::runCommands()
{
    const QString url = m_provider.url().toString();
    const QString config = m_dir.filePath(u"petalpostd.ini"_s);
    const QStringList check{u"payment"_s, u"check"_s, u"--config"_s, config};
    const QStringList serve{
        u"serve"_s,    u"--config"_s,   config, u"--data"_s, m_dir.filePath(u"unused"_s),
        u"--listen"_s, u"127.0.0.1:0"_s};
    QVERIFY(writeConfig(url, wrongTossKey, wrongStripeKey));
    m_printed += run(check);
    QVERIFY(m_printed.contains("does not accept"));
    // Keys that cannot be keys, each in the other one's place.
    QVERIFY(writeConfig(url, wrongStripeKey, wrongTossKey));
    m_printed += run(check);
    m_printed += run(serve);
    QVERIFY(m_printed.contains("makes no sense"));
    QVERIFY(writeConfig(url));
    QVERIFY(QFile::setPermissions(config, QFile::ReadOwner | QFile::ReadOther));
    m_printed += run(check);
    m_printed += run({u"balance"_s, u"--data"_s, m_dir.filePath(u"data"_s)});
    m_printed += run({u"pair"_s, u"--data"_s, m_dir.filePath(u"data"_s)});
}

void TestSecrets::nothingIsTold()
{
    // That it would be seen: the program has said what it has to say about all this.
    for (const char *line : {"petalpost.payment.provider", "a write failed:", "breaker:"})
        QVERIFY2(m_log.contains(line), line);
    for (const int status : {400, 401, 403, 404, 405, 409, 413, 422, 429, 431, 500, 501, 503})
        QVERIFY2(m_statuses.contains(status), qPrintable(u"no answer %1"_s.arg(status)));
    QStringList told;
    for (const Secret &secret : m_secrets) {
        for (const QByteArray &line : QByteArray(m_log + m_printed).split('\n')) {
            if (line.contains(secret.text))
                told.append(QString::fromUtf8(secret.name + " in the log: " + line));
        }
        for (const ErrorSeen &error : m_errors) {
            const bool own =
                secret.owner == Owner::Visitor && (error.isForm || error.what.contains(" /t/"));
            if (!own && error.bytes.contains(secret.text))
                told.append(QString::fromUtf8(secret.name + " in "
                                              + QByteArray::number(error.status) + " to "
                                              + error.what + ": " + error.bytes));
        }
    }
    QVERIFY2(told.isEmpty(), qPrintable(u"%1: "_s.arg(told.size()) + told.mid(0, 5).join(u"\n"_s)));
    qInfo("%d secrets, %d error answers, %lld lines", int(m_secrets.size()), int(m_errors.size()),
          qlonglong(m_log.count('\n') + m_printed.count('\n')));
}

void TestSecrets::neitherLogNorErrorNamesOne()
{
    QVERIFY(qputenv("QT_LOGGING_RULES", "*=true")); // of the programs that are started from here
    QVERIFY(qputenv("QT_MESSAGE_PATTERN", "%{category} %{type}: %{message}"));
    for (const auto &[name, key] :
         {std::pair("toss key", tossKey), std::pair("wrong toss key", wrongTossKey),
          std::pair("stripe key", stripeKey), std::pair("wrong stripe key", wrongStripeKey),
          std::pair("webhook secret", hookSecret), std::pair("stray token", strayToken)}) {
        remember(name, key);
        remember(name, QByteArray(QByteArray(key) + ':').toBase64());
    }
    remember("card", card);
    remember("card", "4929 7318 4620 5573");
    remember("owner's phone", "66554437");
    remember("owner's phone", "6655-4437");
    for (const QByteArray &part : {"91827364"_ba, "9182-7364"_ba, "9182 7364"_ba})
        remember("sender's phone", part, Owner::Visitor);
    for (const QByteArray &part : {"55473829"_ba, "5547-3829"_ba, "5547 3829"_ba})
        remember("recipient's phone", part, Owner::Visitor);
    for (const QString &text : {m_name, m_recipient, m_street, m_card})
        remember("personal text", text.toUtf8(), Owner::Visitor);

    QVERIFY2(m_provider.start(), m_provider.log().constData());
    QCOMPARE(
        m_provider
            .control(u"settings"_s, {{u"tossSecretKey"_s, QString::fromLatin1(tossKey)},
                                     {u"stripeKey"_s, QString::fromLatin1(stripeKey)},
                                     {u"stripeWebhookSecret"_s, QString::fromLatin1(hookSecret)}})
            .status,
        200);
    QVERIFY(writeConfig(m_provider.url().toString()));
    QVERIFY2(start(), m_server->log().constData());
    QVERIFY(m_provider.sendWebhooksTo(m_server->url()));
    for (const auto step :
         {&TestSecrets::payWell, &TestSecrets::payBadly, &TestSecrets::refundBadly,
          &TestSecrets::forgeNotices, &TestSecrets::pairBadly, &TestSecrets::askBadly,
          &TestSecrets::orderBadly, &TestSecrets::postBadForms, &TestSecrets::breakTheDatabase,
          &TestSecrets::stop, &TestSecrets::hearCardNumbers, &TestSecrets::runCommands,
          &TestSecrets::nothingIsTold}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
