// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/providers.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeprovider.h"

#include <qcorotask.h>

#include <QtCore/QUrlQuery>
#include <QtCore/QUuid>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

using Outcome = ProviderPayment::Outcome;

/// The adapter against the stand-in of tests/support/provider. Nobody outside this project made a
/// stand-in for Toss: what both sides believe of it was read in its published pages and samples.
class TossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_toss.start(), m_toss.log().constData()); }
    void init();

    void settingsAreChecked_data();
    void settingsAreChecked();
    void thePayPage();
    void onlyWon();
    void returns_data();
    void returns();
    void confirmsAsPublished();
    void confirmedTwiceIsTakenOnce();
    void aPaymentOfAnotherOrderPaysNothing();
    void declines_data();
    void declines();
    void silence_data();
    void silence();
    void tooLateToConfirm();
    void nothingIsKnownBeforeTheCustomerActs();
    void wrongKeysAreSaid();
    void aDepositIsAwaited();
    void aClosedAccountTakesNothing();
    void refundsAsPublished();
    void aLostRefundIsFoundAgain();
    void equalRefundsAreTwo();
    void refundsThatAreRefused();
    void aRefundThatStaysInTrouble();
    void aRefundToABankAccount();
    void theTaxFreePartGoesAlong();
    void whatTheConsoleSentBackIsSeen();
    void notices();
    void everyMovementOnce();
    void aDepositThatWasCalledOffInTheList();

private:
    /// A card payment whose customer has agreed, or one of another \a method.
    PaymentAttempt agreed(qint64 minor = 89'000, QJsonObject more = {})
    {
        PaymentAttempt attempt;
        attempt.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        attempt.gateway = u"toss"_s;
        attempt.amount.minor = minor;
        more.insert(u"orderId"_s, attempt.id);
        more.insert(u"amount"_s, minor);
        attempt.taxFreeMinor = more[u"taxFreeAmount"_s].toInteger();
        attempt.providerReference =
            m_toss.control(u"toss/authenticate"_s, more).json()[u"paymentKey"_s].toString();
        return attempt;
    }
    PaymentAttempt paid(qint64 minor = 89'000, QJsonObject more = {})
    {
        PaymentAttempt attempt = agreed(minor, std::move(more));
        if (wait(m_gateway->confirm(attempt)).value().outcome != Outcome::Approved)
            qFatal("the payment was not approved");
        return attempt;
    }
    static store::RefundRow refundOf(const PaymentAttempt &attempt, qint64 minor)
    {
        store::RefundRow refund;
        refund.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        refund.attemptId = attempt.id;
        refund.amountMinor = minor;
        refund.callKey = refund.id;
        return refund;
    }
    template<class T>
    static T wait(QCoro::Task<T> task)
    {
        return QCoro::waitFor(std::move(task));
    }
    qint64 captured(const PaymentAttempt &attempt)
    {
        return m_toss.payment(attempt.providerReference)[u"captured"_s].toInteger();
    }
    qint64 refunded(const PaymentAttempt &attempt)
    {
        return m_toss.payment(attempt.providerReference)[u"refunded"_s].toInteger();
    }
    QJsonObject lastCall(const QString &path)
    {
        const QJsonArray calls = m_toss.requests(path);
        return calls.isEmpty() ? QJsonObject() : calls.last().toObject();
    }
    static QJsonObject bodyOf(const QJsonObject &call)
    {
        return QJsonDocument::fromJson(call[u"body"_s].toString().toUtf8()).object();
    }
    GatewaySettings settings() const
    {
        return {u"toss"_s,
                {{u"clientKey"_s, QString::fromLatin1(FakeProvider::tossClientKey)},
                 {u"secretKey"_s, QString::fromLatin1(FakeProvider::tossSecretKey)},
                 {u"apiUrl"_s, m_toss.url().toString() + u'/'},
                 {u"scriptUrl"_s, m_toss.url().toString() + u"/v2/standard"_s}}};
    }
    std::unique_ptr<PaymentGateway> gateway(const GatewaySettings &settings)
    {
        return makeGateway(settings, {m_http, m_clock}).value();
    }

    FakeProvider m_toss;
    SystemClock m_clock;
    ProviderHttp m_http;
    std::unique_ptr<PaymentGateway> m_gateway;
};

void TossTest::init()
{
    QVERIFY(m_toss.reset());
    m_gateway = gateway(settings());
}

void TossTest::settingsAreChecked_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("field"); // empty: taken
    const auto row = [](const char *name, const QString &key, const QString &value,
                        const QString &field) { QTest::newRow(name) << key << value << field; };
    row("as given", u"clientKey"_s, u"test_gck_petalpost"_s, {});
    row("no client key", u"clientKey"_s, {}, u"clientKey"_s);
    row("no secret", u"secretKey"_s, {}, u"secretKey"_s);
    row("the client key for the secret", u"secretKey"_s, u"test_gck_petalpost"_s, u"secretKey"_s);
    row("the secret for the client key", u"clientKey"_s, u"test_gsk_petalpost"_s, u"clientKey"_s);
    row("a key without the widget", u"secretKey"_s, u"test_sk_petalpost"_s, u"secretKey"_s);
    row("test and live", u"secretKey"_s, u"live_gsk_petalpost"_s, u"secretKey"_s);
    row("plain", u"apiUrl"_s, u"http://api.example"_s, u"apiUrl"_s);
    row("plain script", u"scriptUrl"_s, u"http://js.example/v2"_s, u"scriptUrl"_s);
    row("this computer", u"apiUrl"_s, u"http://localhost:8080"_s, {});
    row("no address", u"apiUrl"_s, u"api"_s, u"apiUrl"_s);
    row("somebody's name in it", u"apiUrl"_s, u"https://a:b@api.example"_s, u"apiUrl"_s);
}

void TossTest::settingsAreChecked()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, field);
    GatewaySettings given = settings();
    given.values.insert(key, value);
    const auto made = makeGateway(given, {m_http, m_clock});
    QCOMPARE(made.has_value(), field.isEmpty());
    if (made)
        return;
    QCOMPARE(made.error().field, field);
    QCOMPARE(made.error().code,
             value.isEmpty() ? RefusalCode::MissingField : RefusalCode::OutOfRange);
    QVERIFY(!made.error().value.contains(u"petalpost"_s)); // what was typed may be a secret
}

void TossTest::thePayPage()
{
    Charge charge;
    charge.attempt = agreed();
    charge.attempt.taxFreeMinor = 89'000;
    charge.description = QString(120, u'꽃');
    charge.returnUrl = u"https://flowers.example/shop/return/"_s + charge.attempt.id;
    QCOMPARE(wait(m_gateway->begin(charge))->url, u"/shop/pay/"_s + charge.attempt.id);
    QVERIFY(m_gateway->confirms());
    const ScriptedPage page = m_gateway->scriptedPage(charge).value();
    QCOMPARE(page.scriptUrl, m_toss.url().toString() + u"/v2/standard"_s);
    QCOMPARE(page.hosts, QStringList{m_toss.url().toString()});
    QCOMPARE(page.values[u"orderId"_s], charge.attempt.id);
    QCOMPARE(page.values[u"amount"_s], u"89000"_s);
    QCOMPARE(page.values[u"taxFreeAmount"_s], u"89000"_s);
    QCOMPARE(page.values[u"orderName"_s].size(), 100);
    QCOMPARE(page.values[u"successUrl"_s], charge.returnUrl);
    QCOMPARE(page.values[u"failUrl"_s], charge.returnUrl);
    for (const QString &value : page.values)
        QVERIFY(!value.contains(u"gsk"_s));
    GatewaySettings real = settings();
    real.values.remove(u"scriptUrl"_s);
    const ScriptedPage published = gateway(real)->scriptedPage(charge).value();
    QCOMPARE(published.scriptUrl, u"https://js.tosspayments.com/v2/standard"_s);
    QVERIFY(published.hosts.contains(u"https://*.tosspayments.com"_s));
}

void TossTest::onlyWon()
{
    Charge charge;
    charge.attempt.amount = {1'250, {u"USD"_s, 2}};
    QCOMPARE(wait(m_gateway->begin(charge)).error(),
             Refusal::of(RefusalCode::PaymentDeclined, {}, u"INVALID_CURRENCY"_s));
    charge.attempt.amount = {Money::maxMinor, {}};
    QCOMPARE(wait(m_gateway->begin(charge)).error().code, RefusalCode::PaymentDeclined);
}

void TossTest::returns_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<qint64>("amount"); // 0: none
    QTest::addColumn<QString>("failure");
    QTest::newRow("agreed") << u"paymentType=NORMAL&paymentKey=tpp_1-A&orderId=x&amount=89000"_s
                            << u"tpp_1-A"_s << qint64(89'000) << QString();
    QTest::newRow("given up") << u"code=PAY_PROCESS_CANCELED&message=%EC%B7%A8&orderId=x"_s
                              << QString() << qint64(0) << u"PAY_PROCESS_CANCELED"_s;
    QTest::newRow("a path as key")
        << u"paymentKey=..%2Forders%2Fy&amount=1"_s << QString() << qint64(1) << QString();
    QTest::newRow("no number") << u"paymentKey=k&amount=1e3"_s << u"k"_s << qint64(-1) << QString();
    QTest::newRow("a code that is none")
        << u"code=%3Cb%3E"_s << QString() << qint64(0) << u"UNKNOWN"_s;
    QTest::newRow("nothing") << QString() << QString() << qint64(0) << QString();
}

void TossTest::returns()
{
    QFETCH(QString, query);
    QFETCH(QString, reference);
    QFETCH(qint64, amount);
    QFETCH(QString, failure);
    const CustomerReturn returned = m_gateway->readReturn(QUrlQuery(query));
    QCOMPARE(returned.providerReference, reference);
    QCOMPARE(returned.amountMinor.value_or(0), amount);
    QCOMPARE(returned.failure, failure);
}

void TossTest::confirmsAsPublished()
{
    const PaymentAttempt attempt = agreed();
    QCOMPARE(wait(m_gateway->lookup(attempt))->outcome, Outcome::Authenticated);
    const ProviderPayment payment = wait(m_gateway->confirm(attempt)).value();
    QCOMPARE(payment.outcome, Outcome::Approved);
    QCOMPARE(payment.amount, attempt.amount);
    QCOMPARE(payment.reference, attempt.providerReference);
    QVERIFY(std::abs(payment.approvedAtMs - m_clock.nowMs()) < 60'000);
    const QJsonObject call = lastCall(u"/v1/payments/confirm"_s);
    const QJsonObject headers = call[u"headers"_s].toObject();
    QCOMPARE(call[u"method"_s].toString(), u"POST"_s);
    // base64("test_gsk_petalpost:")
    QCOMPARE(headers[u"authorization"_s].toString(), u"Basic dGVzdF9nc2tfcGV0YWxwb3N0Og=="_s);
    QCOMPARE(headers[u"content-type"_s].toString(), u"application/json"_s);
    QCOMPARE(headers[u"idempotency-key"_s].toString(), attempt.id);
    QCOMPARE(call[u"body"_s].toString(),
             u"{\"amount\":89000,\"orderId\":\"%1\",\"paymentKey\":\"%2\"}"_s.arg(
                 attempt.id, attempt.providerReference));
}

void TossTest::confirmedTwiceIsTakenOnce()
{
    const PaymentAttempt attempt = paid();
    QCOMPARE(wait(m_gateway->confirm(attempt))->outcome, Outcome::Approved);
    // Toss has forgotten the key: it says ALREADY_PROCESSED_PAYMENT, and its books say which.
    m_toss.control(u"clock"_s, {{u"advanceMs"_s, 16LL * 86'400'000}});
    QCOMPARE(wait(m_gateway->confirm(attempt))->outcome, Outcome::Approved);
    QVERIFY(lastCall(u"/v1/payments/"_s)[u"method"_s] == u"GET"_s);
    QCOMPARE(captured(attempt), 89'000);
}

void TossTest::aPaymentOfAnotherOrderPaysNothing()
{
    const PaymentAttempt mine = paid();
    PaymentAttempt other = agreed();
    other.providerReference = mine.providerReference; // brought back by a browser
    QCOMPARE(wait(m_gateway->lookup(other))->outcome, Outcome::Authenticated);
    QVERIFY(wait(m_gateway->confirm(other))->outcome != Outcome::Approved);
    other.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QVERIFY(wait(m_gateway->confirm(other))->outcome != Outcome::Approved);
    QCOMPARE(wait(m_gateway->lookup(other))->outcome, Outcome::Open);
}

void TossTest::declines_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"REJECT_CARD_COMPANY", "REJECT_CARD_PAYMENT", "REJECT_ACCOUNT_PAYMENT",
                             "BELOW_MINIMUM_AMOUNT"})
        QTest::newRow(code) << QString::fromLatin1(code);
}

void TossTest::declines()
{
    QFETCH(QString, code);
    const PaymentAttempt attempt = agreed(89'000, {{u"outcome"_s, code}});
    const ProviderPayment payment = wait(m_gateway->confirm(attempt)).value();
    QCOMPARE(payment.outcome, Outcome::Declined);
    QCOMPARE(payment.failure, code);
    QCOMPARE(wait(m_gateway->lookup(attempt))->failure, code);
    QCOMPARE(captured(attempt), 0);
}

void TossTest::silence_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<bool>("moved"); // the money, before we knew
    for (const char *fault : {"500-before", "429"})
        QTest::newRow(fault) << QString::fromLatin1(fault) << QJsonObject() << false;
    for (const char *fault : {"500-after", "cut-after", "malformed"})
        QTest::newRow(fault) << QString::fromLatin1(fault) << QJsonObject() << true;
    for (const auto &[code, status] :
         {std::pair{"PROVIDER_ERROR", 400}, std::pair{"IDEMPOTENT_REQUEST_PROCESSING", 409},
          std::pair{"FAILED_INTERNAL_SYSTEM_PROCESSING", 500}}) {
        QTest::newRow(code) << u"error"_s
                            << QJsonObject{{u"code"_s, QString::fromLatin1(code)},
                                           {u"status"_s, status}}
                            << false;
    }
}

void TossTest::silence()
{
    QFETCH(QString, fault);
    QFETCH(QJsonObject, more);
    QFETCH(bool, moved);
    const PaymentAttempt attempt = agreed();
    QVERIFY(m_toss.fail(u"toss"_s, u"confirm"_s, fault, 1, more));
    QCOMPARE(wait(m_gateway->confirm(attempt)).error().code, RefusalCode::ProviderUnavailable);
    QCOMPARE(captured(attempt), moved ? 89'000 : 0);
    // The reconciler reads, and confirms what waits for it.
    QCOMPARE(wait(m_gateway->lookup(attempt))->outcome,
             moved ? Outcome::Approved : Outcome::Authenticated);
    QCOMPARE(wait(m_gateway->confirm(attempt))->outcome, Outcome::Approved);
    QCOMPARE(captured(attempt), 89'000);
    QVERIFY(m_toss.fail(u"toss"_s, u"lookup"_s, fault, 1, more));
    QCOMPARE(wait(m_gateway->lookup(attempt)).error().code, RefusalCode::ProviderUnavailable);
}

void TossTest::tooLateToConfirm()
{
    const PaymentAttempt attempt = agreed();
    m_toss.control(u"clock"_s, {{u"advanceMs"_s, 11 * 60'000}});
    const ProviderPayment payment = wait(m_gateway->confirm(attempt)).value();
    QCOMPARE(payment.outcome, Outcome::Declined);
    QCOMPARE(payment.failure, u"NOT_FOUND_PAYMENT_SESSION"_s);
    QCOMPARE(wait(m_gateway->lookup(attempt))->outcome, Outcome::Declined);
}

void TossTest::nothingIsKnownBeforeTheCustomerActs()
{
    PaymentAttempt attempt = agreed();
    attempt.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    attempt.providerReference.clear();
    QCOMPARE(wait(m_gateway->lookup(attempt))->outcome, Outcome::Open);
    QCOMPARE(wait(m_gateway->confirm(attempt))->outcome, Outcome::Open);
    QCOMPARE(wait(m_gateway->close(attempt))->outcome, Outcome::Open);
    QVERIFY(m_toss.requests(u"/v1/payments/confirm"_s).isEmpty());
}

void TossTest::wrongKeysAreSaid()
{
    const ProviderAccount account = wait(m_gateway->check()).value();
    QVERIFY(account.test);
    GatewaySettings wrong = settings();
    wrong.values.insert(u"secretKey"_s, u"test_gsk_somebody"_s);
    const auto other = gateway(wrong);
    QCOMPARE(wait(other->check()).error().code, RefusalCode::NotAllowed);
    QCOMPARE(wait(other->confirm(agreed())).error().code, RefusalCode::NotAllowed);
    wrong.values.insert(u"secretKey"_s, u"live_gsk_petalpost"_s);
    wrong.values.insert(u"clientKey"_s, u"live_gck_petalpost"_s);
    m_toss.control(u"settings"_s, {{u"tossSecretKey"_s, u"live_gsk_petalpost"_s}});
    QVERIFY(!wait(gateway(wrong)->check())->test);
}

void TossTest::aDepositIsAwaited()
{
    const PaymentAttempt attempt = agreed(89'000, {{u"method"_s, u"가상계좌"_s}});
    const ProviderPayment waiting = wait(m_gateway->confirm(attempt)).value();
    QCOMPARE(waiting.outcome, Outcome::Processing);
    QCOMPARE(waiting.deposit.bank, u"20"_s);
    QVERIFY(!waiting.deposit.number.isEmpty() && !waiting.deposit.holder.isEmpty());
    QVERIFY(waiting.deposit.dueAtMs > m_clock.nowMs());
    QVERIFY(!waiting.noticeSecret.isEmpty());
    QCOMPARE(captured(attempt), 0);
    QCOMPARE(m_toss.control(u"toss/deposit"_s, {{u"orderId"_s, attempt.id}}).status, 200);
    QCOMPARE(wait(m_gateway->lookup(attempt))->outcome, Outcome::Approved);
    QCOMPARE(captured(attempt), 89'000);
    // The bank called it off.
    QCOMPARE(m_toss.control(u"toss/undo-deposit"_s, {{u"orderId"_s, attempt.id}}).status, 200);
    QCOMPARE(wait(m_gateway->lookup(attempt))->outcome, Outcome::Processing);
    QCOMPARE(captured(attempt), 0);
}

void TossTest::aClosedAccountTakesNothing()
{
    const PaymentAttempt attempt = agreed(89'000, {{u"method"_s, u"가상계좌"_s}});
    QCOMPARE(wait(m_gateway->confirm(attempt))->outcome, Outcome::Processing);
    QCOMPARE(wait(m_gateway->close(attempt))->outcome, Outcome::Declined);
    QVERIFY(m_toss.control(u"toss/deposit"_s, {{u"orderId"_s, attempt.id}}).status != 200);
    QCOMPARE(wait(m_gateway->close(attempt))->outcome, Outcome::Declined);
    // The deposit was quicker than the closing.
    const PaymentAttempt late = agreed(89'000, {{u"method"_s, u"가상계좌"_s}});
    QCOMPARE(wait(m_gateway->confirm(late))->outcome, Outcome::Processing);
    QCOMPARE(m_toss.control(u"toss/deposit"_s, {{u"orderId"_s, late.id}}).status, 200);
    QCOMPARE(wait(m_gateway->close(late))->outcome, Outcome::Approved);
    QCOMPARE(refunded(late), 0);
}

void TossTest::refundsAsPublished()
{
    const PaymentAttempt attempt = paid();
    const store::RefundRow refund = refundOf(attempt, 9'000);
    const ProviderRefund done = wait(m_gateway->refund(attempt, refund)).value();
    QCOMPARE(done.state, ProviderRefund::State::Done);
    QVERIFY(!done.reference.isEmpty());
    const QJsonObject call = lastCall(u"/v1/payments/"_s);
    QCOMPARE(call[u"path"_s].toString(),
             u"/v1/payments/"_s + attempt.providerReference + u"/cancel"_s);
    QCOMPARE(call[u"headers"_s][u"idempotency-key"_s].toString(), refund.callKey);
    const QJsonObject wanted{{u"cancelReason"_s, QString(u"Petalpost "_s + refund.id.left(13))},
                             {u"cancelAmount"_s, 9'000}};
    QCOMPARE(bodyOf(call), wanted);
    QCOMPARE(wait(m_gateway->refund(attempt, refund))->reference, done.reference);
    QCOMPARE(refunded(attempt), 9'000);
    QCOMPARE(wait(m_gateway->lookup(attempt))->refundedMinor, 9'000);
}

void TossTest::aLostRefundIsFoundAgain()
{
    const PaymentAttempt attempt = paid();
    store::RefundRow refund = refundOf(attempt, 9'000);
    QVERIFY(m_toss.fail(u"toss"_s, u"refund"_s, u"cut-after"_s));
    QCOMPARE(wait(m_gateway->refund(attempt, refund)).error().code,
             RefusalCode::ProviderUnavailable);
    refund.tries = 1;
    // Toss has forgotten the key by now: only looking first keeps it from going back twice.
    m_toss.control(u"clock"_s, {{u"advanceMs"_s, 16LL * 86'400'000}});
    QCOMPARE(wait(m_gateway->refund(attempt, refund))->state, ProviderRefund::State::Done);
    QCOMPARE(refunded(attempt), 9'000);
    // Without the memory of a try: all of it is back already, by our own hand.
    store::RefundRow rest = refundOf(attempt, 80'000);
    QVERIFY(m_toss.fail(u"toss"_s, u"refund"_s, u"cut-after"_s));
    QVERIFY(!wait(m_gateway->refund(attempt, rest)));
    rest.callKey = u"another-key"_s;
    QCOMPARE(wait(m_gateway->refund(attempt, rest))->state, ProviderRefund::State::Done);
    QCOMPARE(refunded(attempt), 89'000);
}

void TossTest::equalRefundsAreTwo()
{
    const PaymentAttempt attempt = paid();
    QVERIFY(wait(m_gateway->refund(attempt, refundOf(attempt, 9'000))).has_value());
    store::RefundRow second = refundOf(attempt, 9'000);
    second.tries = 1; // looked for first, and not mistaken for the other one
    QVERIFY(wait(m_gateway->refund(attempt, second)).has_value());
    QCOMPARE(refunded(attempt), 18'000);
}

void TossTest::refundsThatAreRefused()
{
    const PaymentAttempt attempt = paid();
    QCOMPARE(wait(m_gateway->refund(attempt, refundOf(attempt, 89'001))).error(),
             Refusal::of(RefusalCode::PaymentDeclined, {}, u"NOT_CANCELABLE_AMOUNT"_s));
    m_toss.control(u"toss/cancel"_s, {{u"orderId"_s, attempt.id}});
    QCOMPARE(wait(m_gateway->refund(attempt, refundOf(attempt, 1'000))).error(),
             Refusal::of(RefusalCode::PaymentDeclined, {}, u"ALREADY_CANCELED_PAYMENT"_s));
}

void TossTest::aRefundThatStaysInTrouble()
{
    const PaymentAttempt attempt = paid();
    store::RefundRow refund = refundOf(attempt, 9'000);
    const QJsonObject trouble{{u"code"_s, u"PROVIDER_ERROR"_s}, {u"status"_s, 400}};
    QVERIFY(m_toss.fail(u"toss"_s, u"refund"_s, u"error"_s, 4, trouble));
    for (; refund.tries < 3; ++refund.tries) {
        QCOMPARE(wait(m_gateway->refund(attempt, refund)).error().code,
                 RefusalCode::ProviderUnavailable);
    }
    // The key would repeat it for ever; the florist is told instead, and tries under a new one.
    QCOMPARE(wait(m_gateway->refund(attempt, refund)).error(),
             Refusal::of(RefusalCode::PaymentDeclined, {}, u"PROVIDER_ERROR"_s));
    QCOMPARE(refunded(attempt), 0);
}

void TossTest::aRefundToABankAccount()
{
    const PaymentAttempt attempt = agreed(89'000, {{u"method"_s, u"가상계좌"_s}});
    QCOMPARE(wait(m_gateway->confirm(attempt))->outcome, Outcome::Processing);
    m_toss.control(u"toss/deposit"_s, {{u"orderId"_s, attempt.id}});
    store::RefundRow refund = refundOf(attempt, 9'000);
    QCOMPARE(wait(m_gateway->refund(attempt, refund)).error(),
             Refusal::of(RefusalCode::PaymentDeclined, {}, u"INVALID_REFUND_ACCOUNT_INFO"_s));
    refund.account = uR"({"bank":"20","accountNumber":"1002123456789","holderName":"김서연"})"_s;
    refund.callKey = u"a-new-key"_s;
    m_toss.control(u"settings"_s, {{u"tossRefundStatus"_s, u"PENDING"_s}});
    QCOMPARE(wait(m_gateway->refund(attempt, refund))->state, ProviderRefund::State::Pending);
    QCOMPARE(bodyOf(lastCall(u"/v1/payments/"_s))[u"refundReceiveAccount"_s][u"holderName"_s],
             QJsonValue(u"김서연"_s));
    refund.tries = 1;
    QCOMPARE(wait(m_gateway->refund(attempt, refund))->state, ProviderRefund::State::Pending);
    m_toss.control(u"toss/refund-status"_s,
                   {{u"orderId"_s, attempt.id}, {u"status"_s, u"FAILED"_s}});
    const ProviderRefund failed = wait(m_gateway->refund(attempt, refund)).value();
    QCOMPARE(failed.state, ProviderRefund::State::Failed);
    QCOMPARE(failed.failure, u"FAILED"_s);
    m_toss.control(u"toss/refund-status"_s,
                   {{u"orderId"_s, attempt.id}, {u"status"_s, u"COMPLETED"_s}});
    QCOMPARE(wait(m_gateway->refund(attempt, refund))->state, ProviderRefund::State::Done);
    QCOMPARE(refunded(attempt), 9'000);
}

void TossTest::theTaxFreePartGoesAlong()
{
    PaymentAttempt attempt = paid(89'000, {{u"taxFreeAmount"_s, 80'000}});
    QCOMPARE(wait(m_gateway->lookup(attempt))->taxFreeMinor.value(), 80'000);
    QVERIFY(wait(m_gateway->refund(attempt, refundOf(attempt, 8'900))).has_value());
    QCOMPARE(bodyOf(lastCall(u"/v1/payments/"_s))[u"taxFreeAmount"_s].toInteger(), 8'000);
    attempt.refundedMinor = 8'900;
    QVERIFY(wait(m_gateway->refund(attempt, refundOf(attempt, 80'100))).has_value());
    QCOMPARE(bodyOf(lastCall(u"/v1/payments/"_s))[u"taxFreeAmount"_s].toInteger(), 72'000);
    QCOMPARE(wait(m_gateway->lookup(attempt))->taxFreeMinor.value(), 80'000);
}

void TossTest::whatTheConsoleSentBackIsSeen()
{
    const PaymentAttempt attempt = paid();
    m_toss.control(u"toss/cancel"_s, {{u"orderId"_s, attempt.id}, {u"cancelAmount"_s, 4'000}});
    const ProviderPayment payment = wait(m_gateway->lookup(attempt)).value();
    QCOMPARE(payment.outcome, Outcome::Approved);
    QCOMPARE(payment.amount.minor, 89'000);
    QCOMPARE(payment.refundedMinor, 4'000);
}

void TossTest::notices()
{
    m_toss.control(u"webhooks"_s, {{u"mode"_s, u"hold"_s}});
    const PaymentAttempt attempt = agreed(89'000, {{u"method"_s, u"가상계좌"_s}});
    const QString secret = wait(m_gateway->confirm(attempt))->noticeSecret;
    m_toss.control(u"toss/deposit"_s, {{u"orderId"_s, attempt.id}});
    QStringList types;
    const QJsonArray deliveries = m_toss.look(u"webhooks"_s)[u"deliveries"_s].toArray();
    for (const auto &sent : deliveries) {
        const QByteArray body = sent[u"body"_s].toString().toUtf8();
        const auto notice =
            m_gateway->readNotice({{"tosspayments-webhook-transmission-id", "wh_1"}}, body);
        QVERIFY2(notice, body.constData());
        QCOMPARE(notice->attemptId, attempt.id);
        QCOMPARE(notice->eventId, u"wh_1"_s);
        QVERIFY(!notice->dispute);
        const bool deposit = sent[u"type"_s] == u"DEPOSIT_CALLBACK"_s;
        QCOMPARE(notice->secret, deposit ? secret : QString());
        QCOMPARE(notice->providerReference, deposit ? QString() : attempt.providerReference);
        types.append(sent[u"type"_s].toString());
    }
    QVERIFY(types.contains(u"DEPOSIT_CALLBACK"_s) && types.contains(u"PAYMENT_STATUS_CHANGED"_s));
    const auto refusal = [&](const QByteArray &body) {
        return m_gateway->readNotice({}, body).error().code;
    };
    QCOMPARE(refusal("{"), RefusalCode::InvalidText);
    QCOMPARE(refusal("[]"), RefusalCode::InvalidText);
    QCOMPARE(refusal("{}"), RefusalCode::NotFound);
    QCOMPARE(refusal(R"({"eventType":"METHOD_UPDATED","data":{"orderId":"abcdef"}})"),
             RefusalCode::NotFound);
}

void TossTest::everyMovementOnce()
{
    const PaymentAttempt attempt = paid();
    QVERIFY(wait(m_gateway->refund(attempt, refundOf(attempt, 9'000))).has_value());
    const PaymentAttempt unpaid = agreed(50'000, {{u"method"_s, u"가상계좌"_s}});
    QCOMPARE(wait(m_gateway->confirm(unpaid))->outcome, Outcome::Processing);
    const qint64 nowMs = m_clock.nowMs();
    const auto entries = wait(m_gateway->list(nowMs - 60'000, nowMs + 60'000)).value();
    QCOMPARE(entries.size(), 2U);
    QCOMPARE(entries[0].kind, LedgerKind::Charge);
    QCOMPARE(entries[0].amount, attempt.amount);
    QCOMPARE(entries[0].attemptId, attempt.id);
    QCOMPARE(entries[0].reference, attempt.providerReference);
    QCOMPARE(entries[1].kind, LedgerKind::Refund);
    QCOMPARE(entries[1].amount.minor, 9'000);
    // From the first moment to before the last: neighbours share nothing.
    const qint64 atMs = entries[0].atMs;
    QVERIFY(wait(m_gateway->list(atMs - 60'000, atMs))->empty());
    QVERIFY(!wait(m_gateway->list(atMs, atMs + 60'000))->empty());
    QVERIFY(m_toss.fail(u"toss"_s, u"list"_s, u"500-before"_s));
    QVERIFY(!wait(m_gateway->list(nowMs - 60'000, nowMs)));
}

void TossTest::aDepositThatWasCalledOffInTheList()
{
    const PaymentAttempt attempt = agreed(50'000, {{u"method"_s, u"가상계좌"_s}});
    QVERIFY(wait(m_gateway->confirm(attempt)).has_value());
    for (const auto &turn : {u"deposit"_s, u"undo-deposit"_s, u"deposit"_s, u"undo-deposit"_s})
        QCOMPARE(m_toss.control(u"toss/"_s + turn, {{u"orderId"_s, attempt.id}}).status, 200);
    const qint64 nowMs = m_clock.nowMs();
    const auto entries = wait(m_gateway->list(nowMs - 60'000, nowMs + 60'000)).value();
    std::vector<LedgerKind> kinds;
    kinds.reserve(entries.size());
    for (const ProviderEntry &entry : entries) {
        kinds.push_back(entry.kind);
        QCOMPARE(entry.amount.minor, 50'000);
    }
    QCOMPARE(kinds, (std::vector{LedgerKind::Charge, LedgerKind::Chargeback,
                                 LedgerKind::ChargebackWon, LedgerKind::Chargeback}));
}

QTEST_GUILESS_MAIN(TossTest)
#include "tst_toss.moc"
