// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/payment/stripebench.h"

#include <QtTest/QTest>

#include <qcorotask.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

using Outcome = ProviderPayment::Outcome;
using RefundAnswer = ProviderRefund::State;

const auto sessionTarget = "/v1/checkout/sessions/cs_test_a1"
                           "?expand[]=payment_intent.latest_charge.balance_transaction";

/// One way in which Stripe, or what stands before it, does not answer with what was asked for.
struct Answer
{
    const char *name;
    int status;
    const char *type;
    const char *code;
    QByteArray header;
    QByteArray value;
    RefusalCode refusal; ///< of a call that may move money
    const char *refusalValue;
};

constexpr auto unavailable = RefusalCode::ProviderUnavailable;
constexpr auto declined = RefusalCode::PaymentDeclined;

const std::vector<Answer> answers{
    {"broken", 500, "api_error", "", {}, {}, unavailable, ""},
    {"broken on the way", 502, "", "", {}, {}, unavailable, ""},
    {"moved", 302, "", "", "Location", "https://example.com", unavailable, ""},
    {"wrong key", 401, "invalid_request_error", "", {}, {}, RefusalCode::NotAllowed, ""},
    {"key without this right",
     403,
     "invalid_request_error",
     "",
     {},
     {},
     RefusalCode::NotAllowed,
     ""},
    {"too many", 429, "invalid_request_error", "rate_limit", "Retry-After", "7",
     RefusalCode::ProviderNotAsked, "7"},
    {"too many, no time",
     429,
     "invalid_request_error",
     "lock_timeout",
     {},
     {},
     RefusalCode::ProviderNotAsked,
     ""},
    {"under way", 409, "idempotency_error", "idempotency_key_in_use", {}, {}, unavailable, ""},
    {"somebody else's trouble", 424, "api_error", "", {}, {}, unavailable, ""},
    {"to be tried again", 400, "invalid_request_error", "x", "Stripe-Should-Retry", "true",
     unavailable, ""},
    {"api error as 400", 400, "api_error", "", {}, {}, unavailable, ""},
    {"not Stripe's words", 400, "", "", {}, {}, unavailable, ""},
    {"wrong request",
     400,
     "invalid_request_error",
     "amount_too_small",
     {},
     {},
     declined,
     "amount_too_small"},
    {"wrong request without a code",
     400,
     "invalid_request_error",
     "",
     {},
     {},
     declined,
     "invalid_request_error"},
    {"wrong request, and no use in trying", 400, "invalid_request_error", "url_invalid",
     "Stripe-Should-Retry", "false", declined, "url_invalid"},
    {"card", 402, "card_error", "card_declined", {}, {}, declined, "card_declined"},
    {"other words under the key",
     400,
     "idempotency_error",
     "",
     {},
     {},
     declined,
     "idempotency_error"},
    {"nothing there",
     404,
     "invalid_request_error",
     "resource_missing",
     {},
     {},
     declined,
     "resource_missing"},
};

void give(StripeBench &bench, const Answer &answer)
{
    bench.willRefuse(answer.status, QString::fromLatin1(answer.type),
                     QString::fromLatin1(answer.code), answer.header, answer.value);
}

void answerRows(const QByteArray &withoutType = {})
{
    QTest::addColumn<int>("row");
    for (std::size_t row = 0; row < answers.size(); ++row) {
        if (withoutType.isEmpty() || answers[row].status != 400 || answers[row].type != withoutType)
            QTest::newRow(answers[row].name) << int(row);
    }
}

ScriptedReply faulty(ScriptedReply::Fault fault)
{
    ScriptedReply reply;
    reply.body = QJsonDocument(StripeBench::session()).toJson();
    reply.fault = fault;
    return reply;
}

template<class T>
void expectRefusal(const Result<T> &result, RefusalCode code, const QString &value = {})
{
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QCOMPARE(result.error().value, value);
}

} // namespace

class StripeTest : public QObject
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

    void asksForAPage();
    void asksAgainInTheSameWords();
    void asksInOtherCurrencies_data();
    void asksInOtherCurrencies();
    void namesWhatHasNoName();
    void noPage_data()
    {
        answerRows("idempotency_error"); // see aKeyOfAnotherPageGivesWay()
    }
    void noPage();
    void noReadableAnswer();
    void aSpentKeyGivesWay();
    void aKeyOfAnotherPageGivesWay();
    void anAttemptKeepsItsPage();
    void seesThatTheCustomerTurnedBack();

    void readsHowASessionStands_data();
    void readsHowASessionStands();
    void readsWhatWasBooked();
    void readsAnIntent();
    void aFeeInAnotherCurrencyIsNotKnown();
    void believesNoContradiction_data();
    void believesNoContradiction();
    void noLookup_data() { answerRows(); }
    void noLookup();
    void nobodyKnowsAPageThatWasNotMade();

    void closes();
    void closesNothingThatIsPaid();
    void mayStillBePaid();
    void closingNeedsAnAnswer();

    void refunds();
    void refundsKnowTheIntent();
    void readsRefunds_data();
    void readsRefunds();
    void noRefund_data() { answerRows(); }
    void noRefund();
    void looksForARefundFirst();
    void aFailedRefundIsNotTheNewOne();
    void looksOrDoesNotRefund();
    void aSpentRefundIsDecided();

    void listsTheDay();
    void aListWithoutEndIsNoList();
    void checksTheKeys();

private:
    Result<HostedPage> begin(Charge charge = StripeBench::charge())
    {
        return QCoro::waitFor(m_bench->gateway->begin(std::move(charge)));
    }
    Result<ProviderPayment> lookup(const QString &reference = u"cs_test_a1"_s)
    {
        return QCoro::waitFor(m_bench->gateway->lookup(StripeBench::attempt(reference)));
    }
    Result<ProviderPayment> close(const QString &reference = u"cs_test_a1"_s)
    {
        return QCoro::waitFor(m_bench->gateway->close(StripeBench::attempt(reference)));
    }
    Result<ProviderRefund> refund(store::RefundRow row, const QString &reference = u"pi_3Q"_s)
    {
        return QCoro::waitFor(
            m_bench->gateway->refund(StripeBench::attempt(reference), std::move(row)));
    }

    std::unique_ptr<StripeBench> m_bench;
};

void StripeTest::refusesSettings_data()
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

void StripeTest::refusesSettings()
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

void StripeTest::takesSettings()
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

void StripeTest::asksForAPage()
{
    m_bench->willAnswer(StripeBench::session());
    const auto page = begin();
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

void StripeTest::asksAgainInTheSameWords()
{
    m_bench->willAnswer(faulty(ScriptedReply::Fault::CutHalfway));
    expectRefusal(begin(), unavailable);
    m_bench->clock.advance(15 * 60 * 1000);
    m_bench->willAnswer(StripeBench::session());
    QVERIFY(begin());
    QCOMPARE(m_bench->seen(1).body, m_bench->seen(0).body);
    QCOMPARE(m_bench->seen(1).headers.value("idempotency-key"),
             m_bench->seen(0).headers.value("idempotency-key"));
}

void StripeTest::asksInOtherCurrencies_data()
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

void StripeTest::asksInOtherCurrencies()
{
    QFETCH(QString, code);
    QFETCH(int, exponent);
    QFETCH(bool, sold);
    Charge charge = StripeBench::charge();
    charge.attempt.amount = {1'250, {code, exponent}};
    if (sold) {
        m_bench->willAnswer(StripeBench::session());
        QVERIFY(begin(charge));
        const QByteArray body = m_bench->seen(0).body;
        QVERIFY(body.contains(QByteArray("[currency]=" + code.toLower().toLatin1() + "&")));
        QVERIFY(body.contains("[unit_amount]=1250&"));
    } else {
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"cannot charge in"_s));
        expectRefusal(begin(charge), declined, u"currency"_s);
    }
    // A shop that says what it sells in sells in nothing else.
    m_bench->gateway =
        makeGateway(m_bench->settings({{u"currency"_s, u"EUR"_s}}), {m_bench->http, m_bench->clock})
            .value();
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"cannot charge in"_s));
    expectRefusal(begin(charge), declined, u"currency"_s);
}

void StripeTest::namesWhatHasNoName()
{
    Charge charge = StripeBench::charge();
    charge.description = u"  "_s;
    charge.locale = u"fr"_s;
    charge.returnUrl += u"?a=b"_s;
    m_bench->willAnswer(StripeBench::session());
    QVERIFY(begin(charge));
    const QByteArray body = m_bench->seen(0).body;
    QVERIFY(body.contains("[name]=%237&"));
    QVERIFY(body.contains("&locale=auto&"));
    QVERIFY(body.contains("%3Fa%3Db%26cancelled%3D1&"));
}

void StripeTest::noPage()
{
    QFETCH(int, row);
    const Answer &answer = answers.at(std::size_t(row));
    give(*m_bench, answer);
    expectRefusal(begin(), answer.refusal, QString::fromLatin1(answer.refusalValue));
    QCOMPARE(m_bench->calls(), 1u);
}

void StripeTest::noReadableAnswer()
{
    ScriptedReply cut;
    cut.body = R"({"id": "cs_te)";
    m_bench->willAnswer(cut);
    expectRefusal(begin(), unavailable);

    QJsonObject without = StripeBench::session();
    without.remove(u"url"_s);
    m_bench->willAnswer(without);
    expectRefusal(begin(), unavailable);

    m_bench->willAnswer(QJsonObject{{u"object"_s, u"checkout.session"_s}});
    expectRefusal(begin(), unavailable);

    m_bench->server.vanish();
    expectRefusal(begin(), RefusalCode::ProviderNotAsked);
}

void StripeTest::aSpentKeyGivesWay()
{
    const QByteArray id = StripeBench::attemptId;
    const auto spend = [this] {
        m_bench->willRefuse(500, u"api_error"_s, {}, "Idempotent-Replayed", "true");
    };
    spend();
    spend();
    m_bench->willAnswer(StripeBench::session());
    QVERIFY(begin());
    QCOMPARE(m_bench->seen(0).headers.value("idempotency-key"), id);
    QCOMPARE(m_bench->seen(1).headers.value("idempotency-key"), id + "-2");
    QCOMPARE(m_bench->seen(2).headers.value("idempotency-key"), id + "-3");

    // The same page once more: a repeated good answer is good.
    m_bench->willAnswer(StripeBench::session(), 200, "Idempotent-Replayed", "true");
    QVERIFY(begin());

    for (int key = 0; key < 4; ++key)
        spend();
    expectRefusal(begin(), declined, u"api_error"_s);
    QCOMPARE(m_bench->calls(), 8u);
}

/// Asked before a restart that gave the shop another address: Stripe knows the key with that one.
void StripeTest::aKeyOfAnotherPageGivesWay()
{
    m_bench->willRefuse(400, u"idempotency_error"_s, {});
    m_bench->willAnswer(StripeBench::session());
    QVERIFY(begin());
    const QByteArray id = StripeBench::attemptId;
    QCOMPARE(m_bench->seen(1).headers.value("idempotency-key"), id + "-2");
}

void StripeTest::anAttemptKeepsItsPage()
{
    const Charge charge = StripeBench::charge(u"cs_test_a1"_s);
    m_bench->willAnswer(StripeBench::session());
    const auto open = begin(charge);
    QVERIFY(open);
    QCOMPARE(open->url, u"https://checkout.stripe.com/c/pay/cs_test_a1"_s);
    QCOMPARE(m_bench->seen(0).method, QByteArray("GET"));
    QCOMPARE(m_bench->seen(0).target, QByteArray("/v1/checkout/sessions/cs_test_a1"));

    m_bench->willAnswer(StripeBench::session(u"complete"_s, u"paid"_s, u"pi_3Q"_s));
    const auto complete = begin(charge);
    QVERIFY(complete);
    QVERIFY(complete->decided);
    QCOMPARE(complete->url, charge.returnUrl);

    m_bench->willAnswer(StripeBench::session(u"expired"_s));
    expectRefusal(begin(charge), declined, u"expired"_s);

    m_bench->clock.advance(3 * 60 * 60 * 1000);
    m_bench->willAnswer(StripeBench::session());
    expectRefusal(begin(charge), declined, u"expired"_s);

    m_bench->willRefuse(404, u"invalid_request_error"_s, u"resource_missing"_s);
    expectRefusal(begin(charge), unavailable, u"resource_missing"_s);

    const auto paid = begin(StripeBench::charge(u"pi_3Q"_s));
    QVERIFY(paid && paid->decided);
    QCOMPARE(paid->url, charge.returnUrl);
    QCOMPARE(m_bench->calls(), 5u);
}

void StripeTest::seesThatTheCustomerTurnedBack()
{
    QCOMPARE(m_bench->gateway->readReturn(QUrlQuery(u"cancelled=1"_s)).failure, u"cancelled"_s);
    QCOMPARE(m_bench->gateway->readReturn(QUrlQuery()).failure, QString());
}

void StripeTest::readsHowASessionStands_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("intent");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("failure");
    const QString none;
    for (const QString &status : {u"open"_s, u"complete"_s, u"expired"_s}) {
        for (const QString &intent : {u"processing"_s, u"succeeded"_s, u"requires_capture"_s}) {
            QTest::addRow("%s, %s", qPrintable(status), qPrintable(intent))
                << status << intent << Outcome::Processing << none;
        }
    }
    for (const QString &intent : {none, u"requires_payment_method"_s, u"requires_confirmation"_s,
                                  u"requires_action"_s, u"canceled"_s}) {
        QTest::addRow("open, %s", qPrintable(intent))
            << u"open"_s << intent << Outcome::Open << none;
        QTest::addRow("expired, %s", qPrintable(intent))
            << u"expired"_s << intent << Outcome::Declined << u"expired"_s;
        const bool failed = intent == u"requires_payment_method"_s || intent == u"canceled"_s;
        QTest::addRow("complete, %s", qPrintable(intent))
            << u"complete"_s << intent << (failed ? Outcome::Declined : Outcome::Processing)
            << (failed ? u"insufficient_funds"_s : none);
    }
}

void StripeTest::readsHowASessionStands()
{
    QFETCH(QString, status);
    QFETCH(QString, intent);
    QFETCH(Outcome, outcome);
    QFETCH(QString, failure);
    QJsonObject object = StripeBench::intent(intent);
    object.insert(
        u"last_payment_error"_s,
        QJsonObject{{u"code"_s, u"card_declined"_s}, {u"decline_code"_s, u"insufficient_funds"_s}});
    m_bench->willAnswer(StripeBench::session(
        status, u"unpaid"_s, intent.isEmpty() ? QJsonValue(QJsonValue::Null) : object));
    const auto payment = lookup();
    QVERIFY(payment);
    QCOMPARE(payment->outcome, outcome);
    QCOMPARE(payment->failure, failure);
    QCOMPARE(payment->amount, StripeBench::attempt().amount);
    QCOMPARE(payment->reference, QString());
}

void StripeTest::readsWhatWasBooked()
{
    m_bench->willAnswer(StripeBench::session(u"complete"_s, u"paid"_s, StripeBench::intent()));
    const auto payment = lookup();
    QVERIFY(payment);
    QCOMPARE(payment->outcome, Outcome::Approved);
    QCOMPARE(payment->amount, StripeBench::attempt().amount);
    QCOMPARE(payment->approvedAtMs, StripeBench::createdAtMs + 60'000);
    QCOMPARE(payment->reference, u"pi_3Q"_s);
    QCOMPARE(payment->refundedMinor, 5'000);
    QCOMPARE(payment->feeMinor, 1'980);
    QVERIFY(!payment->taxFreeMinor);
    QCOMPARE(m_bench->seen(0).method, QByteArray("GET"));
    QCOMPARE(m_bench->seen(0).target, QByteArray(sessionTarget));
    QCOMPARE(m_bench->seen(0).headers.value("authorization"),
             QByteArray("Bearer sk_test_petalpost"));
    QVERIFY(!m_bench->seen(0).headers.contains("idempotency-key"));
}

void StripeTest::readsAnIntent()
{
    m_bench->willAnswer(StripeBench::intent());
    const auto payment = lookup(u"pi_3Q"_s);
    QVERIFY(payment);
    QCOMPARE(payment->outcome, Outcome::Approved);
    QCOMPARE(payment->amount, StripeBench::attempt().amount);
    QCOMPARE(payment->refundedMinor, 5'000);
    QCOMPARE(m_bench->seen(0).target,
             QByteArray("/v1/payment_intents/pi_3Q?expand[]=latest_charge.balance_transaction"));

    const std::vector<std::pair<QString, Outcome>> others{
        {u"processing"_s, Outcome::Processing},
        {u"requires_capture"_s, Outcome::Processing},
        {u"requires_payment_method"_s, Outcome::Open},
        {u"requires_action"_s, Outcome::Open},
        {u"canceled"_s, Outcome::Declined},
    };
    for (const auto &[status, outcome] : others) {
        m_bench->willAnswer(StripeBench::intent(status));
        QCOMPARE(lookup(u"pi_3Q"_s)->outcome, outcome);
    }
}

void StripeTest::aFeeInAnotherCurrencyIsNotKnown()
{
    QJsonObject charge = StripeBench::paidCharge();
    QJsonObject booked = charge.value("balance_transaction"_L1).toObject();
    booked.insert(u"currency"_s, u"eur"_s);
    charge.insert(u"balance_transaction"_s, booked);
    QJsonObject intent = StripeBench::intent();
    intent.insert(u"latest_charge"_s, charge);
    m_bench->willAnswer(StripeBench::session(u"complete"_s, u"paid"_s, intent));
    const auto payment = lookup();
    QVERIFY(payment);
    QCOMPARE(payment->outcome, Outcome::Approved);
    QCOMPARE(payment->feeMinor, 0);
}

void StripeTest::believesNoContradiction_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    const QString session = u"session"_s;
    const QString intent = u"intent"_s;
    const QString charge = u"charge"_s;
    QTest::newRow("total") << session << u"amount_total"_s << QJsonValue(54'000);
    QTest::newRow("currency") << session << u"currency"_s << QJsonValue(u"usd"_s);
    QTest::newRow("fraction") << session << u"amount_total"_s << QJsonValue(55'000.5);
    QTest::newRow("negative") << session << u"amount_total"_s << QJsonValue(-55'000);
    QTest::newRow("text") << session << u"amount_total"_s << QJsonValue(u"55000"_s);
    QTest::newRow("for free") << session << u"payment_status"_s
                              << QJsonValue(u"no_payment_required"_s);
    QTest::newRow("no standing") << session << u"payment_status"_s << QJsonValue();
    QTest::newRow("not expanded") << session << u"payment_intent"_s << QJsonValue(u"pi_3Q"_s);
    QTest::newRow("not done") << intent << u"status"_s << QJsonValue(u"processing"_s);
    QTest::newRow("received") << intent << u"amount_received"_s << QJsonValue(1);
    QTest::newRow("no charge") << intent << u"latest_charge"_s << QJsonValue();
    QTest::newRow("no id") << intent << u"id"_s << QJsonValue();
    QTest::newRow("captured") << charge << u"amount_captured"_s << QJsonValue(54'000);
    QTest::newRow("captured currency") << charge << u"currency"_s << QJsonValue(u"usd"_s);
    QTest::newRow("refunded") << charge << u"amount_refunded"_s << QJsonValue();
}

void StripeTest::believesNoContradiction()
{
    QFETCH(QString, where);
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QJsonObject charge = StripeBench::paidCharge();
    QJsonObject intent = StripeBench::intent();
    if (where == "charge"_L1)
        charge.insert(name, value);
    intent.insert(u"latest_charge"_s, charge);
    if (where == "intent"_L1)
        intent.insert(name, value);
    QJsonObject session = StripeBench::session(u"complete"_s, u"paid"_s, intent);
    if (where == "session"_L1)
        session.insert(name, value);
    m_bench->willAnswer(session);
    expectRefusal(lookup(), unavailable);
}

void StripeTest::noLookup()
{
    QFETCH(int, row);
    const Answer &answer = answers.at(std::size_t(row));
    give(*m_bench, answer);
    // That Stripe finds nothing, or finds fault, says nothing about the money.
    const auto code = answer.refusal == declined ? unavailable : answer.refusal;
    expectRefusal(lookup(), code, QString::fromLatin1(answer.refusalValue));
}

void StripeTest::nobodyKnowsAPageThatWasNotMade()
{
    const auto payment = lookup({});
    QVERIFY(payment);
    QCOMPARE(payment->outcome, Outcome::Open);
    QCOMPARE(payment->amount, StripeBench::attempt().amount);
    QCOMPARE(close({})->outcome, Outcome::Open);
    QCOMPARE(m_bench->calls(), 0u);

    QJsonObject somebodyElses =
        StripeBench::session(u"complete"_s, u"paid"_s, StripeBench::intent());
    somebodyElses.insert(u"metadata"_s, QJsonObject{{u"attempt_id"_s, u"another"_s}});
    m_bench->willAnswer(somebodyElses);
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"is not ours"_s));
    expectRefusal(lookup(), unavailable);
}

void StripeTest::closes()
{
    m_bench->willAnswer(StripeBench::session(u"expired"_s));
    m_bench->willAnswer(StripeBench::session(u"expired"_s));
    const auto payment = close();
    QVERIFY(payment);
    QCOMPARE(payment->outcome, Outcome::Declined);
    QCOMPARE(payment->failure, u"closed"_s);
    QCOMPARE(m_bench->seen(0).method, QByteArray("POST"));
    QCOMPARE(m_bench->seen(0).target, QByteArray("/v1/checkout/sessions/cs_test_a1/expire"));
    QCOMPARE(m_bench->seen(0).body, QByteArray());
    QCOMPARE(m_bench->seen(1).target, QByteArray(sessionTarget));
}

void StripeTest::closesNothingThatIsPaid()
{
    m_bench->willRefuse(400, u"invalid_request_error"_s, {});
    m_bench->willAnswer(StripeBench::session(u"complete"_s, u"paid"_s, StripeBench::intent()));
    const auto payment = close();
    QVERIFY(payment);
    QCOMPARE(payment->outcome, Outcome::Approved);

    m_bench->willAnswer(StripeBench::intent());
    QCOMPARE(close(u"pi_3Q"_s)->outcome, Outcome::Approved);
    QCOMPARE(m_bench->seen(2).method, QByteArray("GET"));
}

void StripeTest::mayStillBePaid()
{
    m_bench->willRefuse(400, u"invalid_request_error"_s, {});
    m_bench->willAnswer(StripeBench::session(u"open"_s));
    expectRefusal(close(), unavailable);

    m_bench->willRefuse(400, u"invalid_request_error"_s, {});
    m_bench->willAnswer(
        StripeBench::session(u"open"_s, u"unpaid"_s, StripeBench::intent(u"processing"_s)));
    QCOMPARE(close()->outcome, Outcome::Processing);
}

void StripeTest::closingNeedsAnAnswer()
{
    m_bench->willRefuse(500, u"api_error"_s, {});
    expectRefusal(close(), unavailable);
    m_bench->willRefuse(401, u"invalid_request_error"_s, {});
    expectRefusal(close(), RefusalCode::NotAllowed);
    m_bench->willAnswer(StripeBench::session(u"expired"_s));
    m_bench->willAnswer(faulty(ScriptedReply::Fault::CutHalfway));
    expectRefusal(close(), unavailable);
}

void StripeTest::refunds()
{
    m_bench->willAnswer(StripeBench::session(u"complete"_s, u"paid"_s, u"pi_3Q"_s));
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(StripeBench::refunded());
    const auto done = refund(StripeBench::refund(), u"cs_test_a1"_s);
    QVERIFY(done);
    QCOMPARE(done->state, RefundAnswer::Done);
    QCOMPARE(done->reference, u"re_3Q"_s);
    const SeenRequest &asked = m_bench->seen(2);
    QCOMPARE(asked.method, QByteArray("POST"));
    QCOMPARE(asked.target, QByteArray("/v1/refunds"));
    QCOMPARE(asked.headers.value("idempotency-key"), QByteArray(StripeBench::refundId));
    const QByteArray id = StripeBench::refundId;
    QCOMPARE(asked.body, "payment_intent=pi_3Q&amount=20000&metadata[refund_id]=" + id
                             + "&metadata[call_key]=" + id
                             + "&metadata[attempt_id]=" + StripeBench::attemptId);
}

void StripeTest::refundsKnowTheIntent()
{
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(StripeBench::refunded());
    QVERIFY(refund(StripeBench::refund()));
    QCOMPARE(m_bench->calls(), 2u);
    expectRefusal(refund(StripeBench::refund(), {}), declined, u"no_payment"_s);
    m_bench->willAnswer(StripeBench::session(u"expired"_s));
    expectRefusal(refund(StripeBench::refund(), u"cs_test_a1"_s), declined, u"no_payment"_s);
    m_bench->willRefuse(404, u"invalid_request_error"_s, u"resource_missing"_s);
    expectRefusal(refund(StripeBench::refund(), u"cs_test_a1"_s), unavailable,
                  u"resource_missing"_s);
}

void StripeTest::readsRefunds_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<RefundAnswer>("state");
    QTest::addColumn<QString>("failure");
    QTest::newRow("done") << u"succeeded"_s << RefundAnswer::Done << QString();
    QTest::newRow("under way") << u"pending"_s << RefundAnswer::Pending << QString();
    QTest::newRow("customer's turn") << u"requires_action"_s << RefundAnswer::Pending << QString();
    QTest::newRow("failed") << u"failed"_s << RefundAnswer::Failed << u"expired_or_canceled_card"_s;
    QTest::newRow("canceled") << u"canceled"_s << RefundAnswer::Failed << u"canceled"_s;
}

void StripeTest::readsRefunds()
{
    QFETCH(QString, status);
    QFETCH(RefundAnswer, state);
    QFETCH(QString, failure);
    QJsonObject answer = StripeBench::refunded(status);
    if (status == "failed"_L1)
        answer.insert(u"failure_reason"_s, failure);
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(answer);
    const auto read = refund(StripeBench::refund());
    QVERIFY(read);
    QCOMPARE(read->state, state);
    QCOMPARE(read->failure, failure);

    answer.insert(u"amount"_s, 20'001);
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(answer);
    expectRefusal(refund(StripeBench::refund()), unavailable);
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(StripeBench::refunded(u"a new word"_s));
    expectRefusal(refund(StripeBench::refund()), unavailable);
}

void StripeTest::noRefund()
{
    QFETCH(int, row);
    const Answer &answer = answers.at(std::size_t(row));
    m_bench->willAnswer(StripeBench::page({}));
    give(*m_bench, answer);
    expectRefusal(refund(StripeBench::refund()), answer.refusal,
                  QString::fromLatin1(answer.refusalValue));
}

void StripeTest::looksForARefundFirst()
{
    store::RefundRow row = StripeBench::refund();
    QJsonObject another = StripeBench::refunded();
    another.insert(u"metadata"_s, QJsonObject{{u"refund_id"_s, u"another"_s}});
    another.insert(u"id"_s, u"re_2"_s);
    m_bench->willAnswer(StripeBench::page({another}, true));
    m_bench->willAnswer(StripeBench::page({StripeBench::refunded(u"pending"_s)}));
    const auto found = refund(row);
    QVERIFY(found);
    QCOMPARE(found->state, RefundAnswer::Pending);
    QCOMPARE(m_bench->seen(0).target, QByteArray("/v1/refunds?payment_intent=pi_3Q&limit=100"));
    QCOMPARE(m_bench->seen(1).target,
             QByteArray("/v1/refunds?payment_intent=pi_3Q&limit=100&starting_after=re_2"));

    // Found by its own name at Stripe, also where nothing else tells it.
    row.providerReference = u"re_2"_s;
    m_bench->willAnswer(StripeBench::page({another}));
    QCOMPARE(refund(row)->reference, u"re_2"_s);

    // Not there: asked for again under the same key.
    row.providerReference.clear();
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(StripeBench::refunded());
    QCOMPARE(refund(row)->state, RefundAnswer::Done);
    QCOMPARE(m_bench->seen(4).headers.value("idempotency-key"), QByteArray(StripeBench::refundId));
}

void StripeTest::aFailedRefundIsNotTheNewOne()
{
    store::RefundRow row = StripeBench::refund();
    row.callKey = u"a-new-key"_s;
    row.providerReference = u"re_3Q"_s;
    m_bench->willAnswer(StripeBench::page({StripeBench::refunded(u"failed"_s)}));
    m_bench->willAnswer(StripeBench::refunded(u"pending"_s, row.callKey));
    QCOMPARE(refund(row)->state, RefundAnswer::Pending);
    QCOMPARE(m_bench->seen(1).headers.value("idempotency-key"), QByteArray("a-new-key"));

    // The one of this very call is.
    m_bench->willAnswer(StripeBench::page(
        {StripeBench::refunded(u"failed"_s, row.callKey), StripeBench::refunded(u"failed"_s)}));
    QCOMPARE(refund(row)->state, RefundAnswer::Failed);

    // And one that came through after all is the refund, whoever asked for it.
    m_bench->willAnswer(StripeBench::page(
        {StripeBench::refunded(u"failed"_s, row.callKey), StripeBench::refunded()}));
    QCOMPARE(refund(row)->state, RefundAnswer::Done);
}

void StripeTest::looksOrDoesNotRefund()
{
    const store::RefundRow row = StripeBench::refund();
    m_bench->willRefuse(500, u"api_error"_s, {});
    expectRefusal(refund(row), unavailable);
    m_bench->willAnswer(QJsonObject{{u"object"_s, u"list"_s}});
    expectRefusal(refund(row), unavailable);
    QCOMPARE(m_bench->calls(), 2u);
}

void StripeTest::aSpentRefundIsDecided()
{
    const auto broken = [this](const QByteArray &header) {
        m_bench->willRefuse(500, u"api_error"_s, {}, header, "true");
    };
    const store::RefundRow row = StripeBench::refund();
    // It may have moved the money before it broke.
    m_bench->willAnswer(StripeBench::page({}));
    broken("X-Other");
    expectRefusal(refund(row), unavailable);
    // Its key is spent: the next one is taken.
    m_bench->willAnswer(StripeBench::page({}));
    broken("Idempotent-Replayed");
    m_bench->willAnswer(StripeBench::refunded());
    QCOMPARE(refund(row)->state, RefundAnswer::Done);
    QCOMPARE(m_bench->seen(4).headers.value("idempotency-key"),
             QByteArray(row.callKey.toLatin1() + "-2"));
    m_bench->willAnswer(StripeBench::page({}));
    for (int key = 0; key < 4; ++key)
        broken("Idempotent-Replayed");
    expectRefusal(refund(row), declined, u"api_error"_s);
}

void StripeTest::listsTheDay()
{
    const qint64 dayMs = 24 * 60 * 60 * 1000;
    const qint64 fromMs = StripeBench::createdAtMs;
    const auto movement = [](const QString &id, const QString &category, qint64 amount, qint64 fee,
                             const QJsonValue &source) {
        return QJsonObject{{u"id"_s, id},
                           {u"amount"_s, amount},
                           {u"fee"_s, fee},
                           {u"currency"_s, u"krw"_s},
                           {u"created"_s, StripeBench::createdAtMs / 1000 + 60},
                           {u"reporting_category"_s, category},
                           {u"source"_s, source}};
    };
    QJsonObject dashboardRefund = StripeBench::refunded();
    dashboardRefund.insert(u"metadata"_s, QJsonObject());
    const QJsonObject dispute{{u"id"_s, u"du_1"_s},
                              {u"amount"_s, 30'000},
                              {u"currency"_s, u"krw"_s},
                              {u"metadata"_s, QJsonObject()},
                              {u"payment_intent"_s, u"pi_old"_s}};
    m_bench->willAnswer(
        StripeBench::page({movement(u"txn_5"_s, u"payout"_s, -90'000, 0, u"po_1"_s),
                           movement(u"txn_4"_s, u"dispute"_s, -30'000, 15'000, dispute)},
                          true));
    m_bench->willAnswer(StripeBench::page(
        {movement(u"txn_3"_s, u"fee"_s, -700, 0, QJsonValue::Null),
         movement(u"txn_2"_s, u"refund"_s, -20'000, 0, dashboardRefund),
         movement(u"txn_1"_s, u"charge"_s, 55'000, 1'980, StripeBench::paidCharge())}));
    QJsonObject old = StripeBench::intent();
    old.insert(u"metadata"_s, QJsonObject{{u"attempt_id"_s, u"old-attempt"_s}});
    m_bench->willAnswer(old);
    const auto entries = QCoro::waitFor(m_bench->gateway->list(fromMs + 1, fromMs + dayMs));
    QVERIFY(entries);

    const QByteArray range = "/v1/balance_transactions?created[gte]=1796000001"
                             "&created[lt]=1796086400&expand[]=data.source&limit=100";
    QCOMPARE(m_bench->seen(0).target, range);
    QCOMPARE(m_bench->seen(1).target, range + "&starting_after=txn_4");
    QCOMPARE(m_bench->seen(2).target, QByteArray("/v1/payment_intents/pi_old"));

    struct Row
    {
        QString attempt;
        QString reference;
        LedgerKind kind;
        qint64 minor;
    };
    const QString id = QString::fromLatin1(StripeBench::attemptId);
    const std::vector<Row> expected{
        {u"old-attempt"_s, u"pi_old"_s, LedgerKind::Chargeback, 30'000},
        {u"old-attempt"_s, u"pi_old"_s, LedgerKind::Fee, 15'000},
        {QString(), QString(), LedgerKind::Fee, 700},
        {id, u"pi_3Q"_s, LedgerKind::Refund, 20'000},
        {id, u"pi_3Q"_s, LedgerKind::Charge, 55'000},
        {id, u"pi_3Q"_s, LedgerKind::Fee, 1'980},
    };
    QCOMPARE(entries->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const ProviderEntry &entry = (*entries)[i];
        QCOMPARE(entry.attemptId, expected[i].attempt);
        QCOMPARE(entry.reference, expected[i].reference);
        QCOMPARE(entry.kind, expected[i].kind);
        QCOMPARE(entry.amount, (Money{expected[i].minor, {u"KRW"_s, 0}}));
        QCOMPARE(entry.atMs, StripeBench::createdAtMs + 60'000);
    }
}

void StripeTest::aListWithoutEndIsNoList()
{
    constexpr int mostPages = 100;
    const QJsonObject payout{{u"id"_s, u"txn_1"_s}, {u"reporting_category"_s, u"payout"_s}};
    for (int page = 0; page < mostPages; ++page)
        m_bench->willAnswer(StripeBench::page({payout}, true));
    expectRefusal(QCoro::waitFor(m_bench->gateway->list(0, 1)), unavailable);
    m_bench->willAnswer(StripeBench::page({}, true));
    expectRefusal(QCoro::waitFor(m_bench->gateway->list(0, 1)), unavailable);
}

void StripeTest::checksTheKeys()
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

QTEST_GUILESS_MAIN(StripeTest)
#include "tst_stripe.moc"
