// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/payment/stripebench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

using Outcome = ProviderPayment::Outcome;

const auto sessionTarget = "/v1/checkout/sessions/cs_test_a1"
                           "?expand[]=payment_intent.latest_charge.balance_transaction";

constexpr auto unavailable = RefusalCode::ProviderUnavailable;
constexpr auto declined = RefusalCode::PaymentDeclined;

} // namespace

/// How a payment stands at Stripe, and the page that is closed to whom has not paid.
class StripeLookupsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<StripeBench>(); }
    void cleanup()
    {
        QVERIFY2(m_bench->answers.empty(), "a call was not made");
        m_bench.reset();
    }

    void readsHowASessionStands_data();
    void readsHowASessionStands();
    void readsWhatWasBooked();
    void readsAnIntent();
    void aFeeInAnotherCurrencyIsNotKnown();
    void believesNoContradiction_data();
    void believesNoContradiction();
    void noLookup_data() { stripeAnswerRows(); }
    void noLookup();
    void nobodyKnowsAPageThatWasNotMade();

    void closes();
    void closesNothingThatIsPaid();
    void mayStillBePaid();
    void closingNeedsAnAnswer();

private:
    std::unique_ptr<StripeBench> m_bench;
};

void StripeLookupsTest::readsHowASessionStands_data()
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

void StripeLookupsTest::readsHowASessionStands()
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
    const auto payment = m_bench->lookup();
    QVERIFY(payment);
    QCOMPARE(payment->outcome, outcome);
    QCOMPARE(payment->failure, failure);
    QCOMPARE(payment->amount, StripeBench::attempt().amount);
    QCOMPARE(payment->reference, QString());
}

void StripeLookupsTest::readsWhatWasBooked()
{
    m_bench->willAnswer(StripeBench::session(u"complete"_s, u"paid"_s, StripeBench::intent()));
    const auto payment = m_bench->lookup();
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

void StripeLookupsTest::readsAnIntent()
{
    m_bench->willAnswer(StripeBench::intent());
    const auto payment = m_bench->lookup(u"pi_3Q"_s);
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
        QCOMPARE(m_bench->lookup(u"pi_3Q"_s)->outcome, outcome);
    }
}

void StripeLookupsTest::aFeeInAnotherCurrencyIsNotKnown()
{
    QJsonObject charge = StripeBench::paidCharge();
    QJsonObject booked = charge.value("balance_transaction"_L1).toObject();
    booked.insert(u"currency"_s, u"eur"_s);
    charge.insert(u"balance_transaction"_s, booked);
    QJsonObject intent = StripeBench::intent();
    intent.insert(u"latest_charge"_s, charge);
    m_bench->willAnswer(StripeBench::session(u"complete"_s, u"paid"_s, intent));
    const auto payment = m_bench->lookup();
    QVERIFY(payment);
    QCOMPARE(payment->outcome, Outcome::Approved);
    QCOMPARE(payment->feeMinor, 0);
}

void StripeLookupsTest::believesNoContradiction_data()
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

void StripeLookupsTest::believesNoContradiction()
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
    expectRefusal(m_bench->lookup(), unavailable);
}

void StripeLookupsTest::noLookup()
{
    QFETCH(int, row);
    const StripeAnswer &answer = stripeAnswers.at(std::size_t(row));
    m_bench->willRefuse(answer);
    // That Stripe finds nothing, or finds fault, says nothing about the money.
    const auto code = answer.refusal == declined ? unavailable : answer.refusal;
    expectRefusal(m_bench->lookup(), code, QString::fromLatin1(answer.refusalValue));
}

void StripeLookupsTest::nobodyKnowsAPageThatWasNotMade()
{
    const auto payment = m_bench->lookup({});
    QVERIFY(payment);
    QCOMPARE(payment->outcome, Outcome::Open);
    QCOMPARE(payment->amount, StripeBench::attempt().amount);
    QCOMPARE(m_bench->close({})->outcome, Outcome::Open);
    QCOMPARE(m_bench->calls(), 0u);

    QJsonObject somebodyElses =
        StripeBench::session(u"complete"_s, u"paid"_s, StripeBench::intent());
    somebodyElses.insert(u"metadata"_s, QJsonObject{{u"attempt_id"_s, u"another"_s}});
    m_bench->willAnswer(somebodyElses);
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"is not ours"_s));
    expectRefusal(m_bench->lookup(), unavailable);
}

void StripeLookupsTest::closes()
{
    m_bench->willAnswer(StripeBench::session(u"expired"_s));
    m_bench->willAnswer(StripeBench::session(u"expired"_s));
    const auto payment = m_bench->close();
    QVERIFY(payment);
    QCOMPARE(payment->outcome, Outcome::Declined);
    QCOMPARE(payment->failure, u"closed"_s);
    QCOMPARE(m_bench->seen(0).method, QByteArray("POST"));
    QCOMPARE(m_bench->seen(0).target, QByteArray("/v1/checkout/sessions/cs_test_a1/expire"));
    QCOMPARE(m_bench->seen(0).body, QByteArray());
    QCOMPARE(m_bench->seen(1).target, QByteArray(sessionTarget));
}

void StripeLookupsTest::closesNothingThatIsPaid()
{
    m_bench->willRefuse(400, u"invalid_request_error"_s, {});
    m_bench->willAnswer(StripeBench::session(u"complete"_s, u"paid"_s, StripeBench::intent()));
    const auto payment = m_bench->close();
    QVERIFY(payment);
    QCOMPARE(payment->outcome, Outcome::Approved);

    m_bench->willAnswer(StripeBench::intent());
    QCOMPARE(m_bench->close(u"pi_3Q"_s)->outcome, Outcome::Approved);
    QCOMPARE(m_bench->seen(2).method, QByteArray("GET"));
}

void StripeLookupsTest::mayStillBePaid()
{
    m_bench->willRefuse(400, u"invalid_request_error"_s, {});
    m_bench->willAnswer(StripeBench::session(u"open"_s));
    expectRefusal(m_bench->close(), unavailable);

    m_bench->willRefuse(400, u"invalid_request_error"_s, {});
    m_bench->willAnswer(
        StripeBench::session(u"open"_s, u"unpaid"_s, StripeBench::intent(u"processing"_s)));
    QCOMPARE(m_bench->close()->outcome, Outcome::Processing);
}

void StripeLookupsTest::closingNeedsAnAnswer()
{
    m_bench->willRefuse(500, u"api_error"_s, {});
    expectRefusal(m_bench->close(), unavailable);
    m_bench->willRefuse(401, u"invalid_request_error"_s, {});
    expectRefusal(m_bench->close(), RefusalCode::NotAllowed);
    m_bench->willAnswer(StripeBench::session(u"expired"_s));
    m_bench->willCutHalfway();
    expectRefusal(m_bench->close(), unavailable);
}

QTEST_GUILESS_MAIN(StripeLookupsTest)
#include "tst_stripelookups.moc"
