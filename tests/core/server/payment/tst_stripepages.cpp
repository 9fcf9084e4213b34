// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/payment/stripebench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

constexpr auto unavailable = RefusalCode::ProviderUnavailable;
constexpr auto declined = RefusalCode::PaymentDeclined;

} // namespace

/// The page at Stripe on which a customer pays: asked for, asked for again, kept.
class StripePagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<StripeBench>(); }
    void cleanup()
    {
        QVERIFY2(m_bench->answers.empty(), "a call was not made");
        m_bench.reset();
    }

    void refusesSettings_data();
    void refusesSettings();
    void takesSettings();
    void checksTheKeys();

    void asksForAPage();
    void asksAgainInTheSameWords();
    void asksInOtherCurrencies_data();
    void asksInOtherCurrencies();
    void namesWhatHasNoName();
    void noPage_data()
    {
        stripeAnswerRows("idempotency_error"); // see aKeyOfAnotherPageGivesWay()
    }
    void noPage();
    void noReadableAnswer();
    void aSpentKeyGivesWay();
    void aKeyOfAnotherPageGivesWay();
    void anAttemptKeepsItsPage();
    void seesThatTheCustomerTurnedBack();

private:
    std::unique_ptr<StripeBench> m_bench;
};

void StripePagesTest::refusesSettings_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("value");
    QTest::addColumn<RefusalCode>("code");
    const auto missing = RefusalCode::MissingField;
    const auto senseless = RefusalCode::OutOfRange;
    QTest::newRow("no key") << u"secretKey"_s << u" "_s << missing;
    QTest::newRow("the other key") << u"secretKey"_s << u"pk_test_x"_s << senseless;
    QTest::newRow("no webhook secret") << u"webhookSecret"_s << u" , "_s << missing;
    QTest::newRow("a key for a secret") << u"webhookSecret"_s << u"whsec_a,sk_b"_s << senseless;
    QTest::newRow("readable on the way") << u"baseUrl"_s << u"http://api.stripe.com"_s << senseless;
    QTest::newRow("looks near") << u"baseUrl"_s << u"http://127.0.0.1.example.com"_s << senseless;
    QTest::newRow("no host") << u"baseUrl"_s << u"https://"_s << senseless;
    QTest::newRow("with a query") << u"baseUrl"_s << u"https://x.example/?a=b"_s << senseless;
    QTest::newRow("with a user") << u"baseUrl"_s << u"https://a@x.example"_s << senseless;
    QTest::newRow("amounts of its own") << u"currency"_s << u"ISK"_s << senseless;
    QTest::newRow("no currency") << u"currency"_s << u"won"_s + u"s"_s << senseless;
}

void StripePagesTest::refusesSettings()
{
    QFETCH(QString, setting);
    QFETCH(QString, value);
    QFETCH(RefusalCode, code);
    const auto made =
        makeGateway(m_bench->settings({{setting, value}}), {m_bench->http, m_bench->clock});
    QVERIFY(!made);
    QCOMPARE(made.error().code, code);
    QCOMPARE(made.error().field, setting);
}

void StripePagesTest::takesSettings()
{
    const std::vector<QHash<QString, QString>> good{
        {{u"baseUrl"_s, {}}},
        {{u"baseUrl"_s, u"http://[::1]:1"_s}},
        {{u"baseUrl"_s, u"http://localhost:1/"_s}},
        {{u"secretKey"_s, u"rk_live_x"_s}, {u"currency"_s, u"krw"_s}},
        {{u"webhookSecret"_s, u"whsec_a, whsec_b"_s}},
    };
    for (const auto &changes : good) {
        const auto made = makeGateway(m_bench->settings(changes), {m_bench->http, m_bench->clock});
        QVERIFY(made);
        QCOMPARE((*made)->name(), u"stripe"_s);
        QVERIFY(!(*made)->confirms());
    }
}

void StripePagesTest::checksTheKeys()
{
    m_bench->willAnswer(QJsonObject{{u"object"_s, u"balance"_s}, {u"livemode"_s, false}});
    QVERIFY(QCoro::waitFor(m_bench->gateway->check())->test);
    QCOMPARE(m_bench->seen(0).target, QByteArray("/v1/balance"));
    m_bench->willAnswer(QJsonObject{{u"object"_s, u"balance"_s}, {u"livemode"_s, true}});
    QVERIFY(!QCoro::waitFor(m_bench->gateway->check())->test);
    m_bench->willAnswer(QJsonObject{{u"object"_s, u"balance"_s}});
    expectRefusal(QCoro::waitFor(m_bench->gateway->check()), unavailable);
    m_bench->willRefuse(401, u"invalid_request_error"_s, {});
    expectRefusal(QCoro::waitFor(m_bench->gateway->check()), RefusalCode::NotAllowed);
}

void StripePagesTest::asksForAPage()
{
    m_bench->willAnswer(StripeBench::session());
    const auto page = m_bench->begin();
    QVERIFY(page);
    QCOMPARE(page->url, u"https://checkout.stripe.com/c/pay/cs_test_a1"_s);
    QCOMPARE(page->providerReference, u"cs_test_a1"_s);
    QVERIFY(!page->decided);

    const SeenRequest &asked = m_bench->seen(0);
    QCOMPARE(asked.method, QByteArray("POST"));
    QCOMPARE(asked.target, QByteArray("/v1/checkout/sessions"));
    QCOMPARE(asked.headers.value("authorization"), QByteArray("Bearer sk_test_petalpost"));
    QCOMPARE(asked.headers.value("stripe-version"), QByteArray("2024-10-28.acacia"));
    QCOMPARE(asked.headers.value("content-type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(asked.headers.value("idempotency-key"), QByteArray(StripeBench::attemptId));
    const QByteArray id = StripeBench::attemptId;
    const QByteArray back = "https%3A%2F%2Fshop.example%2Fshop%2Freturn%2F" + id;
    QCOMPARE(asked.body, "mode=payment&client_reference_id=" + id + "&metadata[attempt_id]=" + id
                             + "&payment_intent_data[metadata][attempt_id]=" + id
                             + "&line_items[0][quantity]=1&line_items[0][price_data][currency]=krw"
                               "&line_items[0][price_data][unit_amount]=55000"
                               "&line_items[0][price_data][product_data][name]="
                               "%EC%9E%A5%EB%AF%B8%20%26%20%EC%95%88%EA%B0%9C%EA%BD%83"
                               "&success_url="
                             + back + "&cancel_url=" + back
                             + "%3Fcancelled%3D1&locale=ko&expires_at=1796007200");
}

void StripePagesTest::asksAgainInTheSameWords()
{
    m_bench->willCutHalfway();
    expectRefusal(m_bench->begin(), unavailable);
    m_bench->clock.advance(15 * 60 * 1000);
    m_bench->willAnswer(StripeBench::session());
    QVERIFY(m_bench->begin());
    QCOMPARE(m_bench->seen(1).body, m_bench->seen(0).body);
    QCOMPARE(m_bench->seen(1).headers.value("idempotency-key"),
             m_bench->seen(0).headers.value("idempotency-key"));
}

void StripePagesTest::asksInOtherCurrencies_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("exponent");
    QTest::addColumn<bool>("sold");
    QTest::newRow("two places") << u"USD"_s << 2 << true;
    QTest::newRow("none") << u"JPY"_s << 0 << true;
    QTest::newRow("won has none") << u"KRW"_s << 2 << false;
    QTest::newRow("dollars have two") << u"USD"_s << 0 << false;
    QTest::newRow("three places") << u"KWD"_s << 3 << false;
    QTest::newRow("two that do not exist") << u"ISK"_s << 0 << false;
    QTest::newRow("two that do not exist either") << u"UGX"_s << 0 << false;
}

void StripePagesTest::asksInOtherCurrencies()
{
    QFETCH(QString, code);
    QFETCH(int, exponent);
    QFETCH(bool, sold);
    Charge charge = StripeBench::charge();
    charge.attempt.amount = {1'250, {code, exponent}};
    if (sold) {
        m_bench->willAnswer(StripeBench::session());
        QVERIFY(m_bench->begin(charge));
        const QByteArray body = m_bench->seen(0).body;
        QVERIFY(body.contains(QByteArray("[currency]=" + code.toLower().toLatin1() + "&")));
        QVERIFY(body.contains("[unit_amount]=1250&"));
    } else {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"cannot charge in"_s));
        expectRefusal(m_bench->begin(charge), declined, u"currency"_s);
    }
    // A shop that says what it sells in sells in nothing else.
    m_bench->gateway =
        makeGateway(m_bench->settings({{u"currency"_s, u"EUR"_s}}), {m_bench->http, m_bench->clock})
            .value();
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"cannot charge in"_s));
    expectRefusal(m_bench->begin(charge), declined, u"currency"_s);
}

void StripePagesTest::namesWhatHasNoName()
{
    Charge charge = StripeBench::charge();
    charge.description = u"  "_s;
    charge.locale = u"fr"_s;
    charge.returnUrl += u"?a=b"_s;
    m_bench->willAnswer(StripeBench::session());
    QVERIFY(m_bench->begin(charge));
    const QByteArray body = m_bench->seen(0).body;
    QVERIFY(body.contains("[name]=%237&"));
    QVERIFY(body.contains("&locale=auto&"));
    QVERIFY(body.contains("%3Fa%3Db%26cancelled%3D1&"));
}

void StripePagesTest::noPage()
{
    QFETCH(int, row);
    const StripeAnswer &answer = stripeAnswers.at(std::size_t(row));
    m_bench->willRefuse(answer);
    expectRefusal(m_bench->begin(), answer.refusal, QString::fromLatin1(answer.refusalValue));
    QCOMPARE(m_bench->calls(), 1u);
}

void StripePagesTest::noReadableAnswer()
{
    ScriptedReply cut;
    cut.body = R"({"id": "cs_te)";
    m_bench->willAnswer(cut);
    expectRefusal(m_bench->begin(), unavailable);

    QJsonObject without = StripeBench::session();
    without.remove(u"url"_s);
    m_bench->willAnswer(without);
    expectRefusal(m_bench->begin(), unavailable);

    m_bench->willAnswer(QJsonObject{{u"object"_s, u"checkout.session"_s}});
    expectRefusal(m_bench->begin(), unavailable);

    m_bench->server.vanish();
    expectRefusal(m_bench->begin(), RefusalCode::ProviderNotAsked);
}

void StripePagesTest::aSpentKeyGivesWay()
{
    const QByteArray id = StripeBench::attemptId;
    const auto spend = [this] {
        m_bench->willRefuse(500, u"api_error"_s, {}, "Idempotent-Replayed", "true");
    };
    spend();
    spend();
    m_bench->willAnswer(StripeBench::session());
    QVERIFY(m_bench->begin());
    QCOMPARE(m_bench->seen(0).headers.value("idempotency-key"), id);
    QCOMPARE(m_bench->seen(1).headers.value("idempotency-key"), id + "-2");
    QCOMPARE(m_bench->seen(2).headers.value("idempotency-key"), id + "-3");

    // The same page once more: a repeated good answer is good.
    m_bench->willAnswer(StripeBench::session(), 200, "Idempotent-Replayed", "true");
    QVERIFY(m_bench->begin());

    for (int key = 0; key < 4; ++key)
        spend();
    expectRefusal(m_bench->begin(), declined, u"api_error"_s);
    QCOMPARE(m_bench->calls(), 8u);
}

/// Asked before a restart that gave the shop another address: Stripe knows the key with that one.
void StripePagesTest::aKeyOfAnotherPageGivesWay()
{
    m_bench->willRefuse(400, u"idempotency_error"_s, {});
    m_bench->willAnswer(StripeBench::session());
    QVERIFY(m_bench->begin());
    const QByteArray id = StripeBench::attemptId;
    QCOMPARE(m_bench->seen(1).headers.value("idempotency-key"), id + "-2");
}

void StripePagesTest::anAttemptKeepsItsPage()
{
    const Charge charge = StripeBench::charge(u"cs_test_a1"_s);
    m_bench->willAnswer(StripeBench::session());
    const auto open = m_bench->begin(charge);
    QVERIFY(open);
    QCOMPARE(open->url, u"https://checkout.stripe.com/c/pay/cs_test_a1"_s);
    QCOMPARE(m_bench->seen(0).method, QByteArray("GET"));
    QCOMPARE(m_bench->seen(0).target, QByteArray("/v1/checkout/sessions/cs_test_a1"));

    m_bench->willAnswer(StripeBench::session(u"complete"_s, u"paid"_s, u"pi_3Q"_s));
    const auto complete = m_bench->begin(charge);
    QVERIFY(complete);
    QVERIFY(complete->decided);
    QCOMPARE(complete->url, charge.returnUrl);

    m_bench->willAnswer(StripeBench::session(u"expired"_s));
    expectRefusal(m_bench->begin(charge), declined, u"expired"_s);

    m_bench->clock.advance(3 * 60 * 60 * 1000);
    m_bench->willAnswer(StripeBench::session());
    expectRefusal(m_bench->begin(charge), declined, u"expired"_s);

    m_bench->willRefuse(404, u"invalid_request_error"_s, u"resource_missing"_s);
    expectRefusal(m_bench->begin(charge), unavailable, u"resource_missing"_s);

    const auto paid = m_bench->begin(StripeBench::charge(u"pi_3Q"_s));
    QVERIFY(paid && paid->decided);
    QCOMPARE(paid->url, charge.returnUrl);
    QCOMPARE(m_bench->calls(), 5u);
}

void StripePagesTest::seesThatTheCustomerTurnedBack()
{
    QCOMPARE(m_bench->gateway->readReturn(QUrlQuery(u"cancelled=1"_s)).failure, u"cancelled"_s);
    QCOMPARE(m_bench->gateway->readReturn(QUrlQuery()).failure, QString());
}

QTEST_GUILESS_MAIN(StripePagesTest)
#include "tst_stripepages.moc"
