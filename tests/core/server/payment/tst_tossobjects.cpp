// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/tossobjects.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;

using Outcome = ProviderPayment::Outcome;

/// What Toss's answers mean, without anybody who gives them.
class TossObjectsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statuses_data();
    void statuses();
    void amountsAreWhole_data();
    void amountsAreWhole();
    void whatWentBackIsCounted();
    void theTaxFreePartIsWhatWasBooked();
    void waitsForADeposit();
    void refusals_data();
    void refusals();
    void findsItsOwnCancel();
    void taxFreePartsAddUp();

private:
    static QJsonObject payment(const QString &status)
    {
        return {{u"paymentKey"_s, u"key"_s},
                {u"orderId"_s, u"attempt"_s},
                {u"status"_s, status},
                {u"totalAmount"_s, 89'000},
                {u"currency"_s, u"KRW"_s},
                {u"taxFreeAmount"_s, 0},
                {u"approvedAt"_s, u"2026-11-30T10:00:00+09:00"_s},
                {u"secret"_s, u"ps_1"_s},
                {u"somethingNew"_s, QJsonObject{{u"deep"_s, QJsonArray{1, 2}}}}};
    }
    static QJsonObject cancel(const QString &reason, qint64 amount)
    {
        return {{u"transactionKey"_s, u"tx"_s},
                {u"cancelReason"_s, reason},
                {u"cancelAmount"_s, amount},
                {u"cancelStatus"_s, u"DONE"_s}};
    }
};

void TossObjectsTest::statuses_data()
{
    QTest::addColumn<bool>("approved");
    QTest::addColumn<int>("outcome");
    QTest::newRow("READY") << false << int(Outcome::Open);
    QTest::newRow("IN_PROGRESS") << false << int(Outcome::Authenticated);
    QTest::newRow("WAITING_FOR_DEPOSIT") << false << int(Outcome::Processing);
    QTest::newRow("DONE") << true << int(Outcome::Approved);
    QTest::newRow("CANCELED") << true << int(Outcome::Approved);
    QTest::newRow("PARTIAL_CANCELED") << true << int(Outcome::Approved);
    QTest::newRow("ABORTED") << false << int(Outcome::Declined);
    QTest::newRow("EXPIRED") << false << int(Outcome::Declined);
    // An account that was closed before anything arrived.
    QTest::newRow("CANCELED ") << false << int(Outcome::Declined);
    QTest::newRow("SOMETHING_NEW") << true << -1;
}

void TossObjectsTest::statuses()
{
    QFETCH(bool, approved);
    QFETCH(int, outcome);
    QJsonObject object = payment(QString::fromLatin1(QTest::currentDataTag()).trimmed());
    if (!approved)
        object[u"approvedAt"_s] = QJsonValue();
    const auto read = toss::paymentOf(object);
    QCOMPARE(read.has_value(), outcome >= 0);
    if (!read) {
        QCOMPARE(read.error().code, RefusalCode::ProviderUnavailable);
        return;
    }
    QCOMPARE(int(read->outcome), outcome);
    QCOMPARE(read->amount, (Money{89'000, {}}));
    QCOMPARE(read->reference, u"key"_s);
    QCOMPARE(read->failure.isEmpty(), read->outcome != Outcome::Declined);
    if (approved)
        QCOMPARE(read->approvedAtMs, 1'796'000'400'000);
}

void TossObjectsTest::amountsAreWhole_data()
{
    QTest::addColumn<QByteArray>("amount");
    for (const char *amount : {"89000.5", "\"89000\"", "null", "-1", "1e30", "true"})
        QTest::newRow(amount) << QByteArray(amount);
}

void TossObjectsTest::amountsAreWhole()
{
    QFETCH(QByteArray, amount);
    const QByteArray json = R"({"status":"DONE","currency":"KRW","totalAmount":)" + amount + '}';
    QCOMPARE(toss::paymentOf(QJsonDocument::fromJson(json).object()).error().code,
             RefusalCode::ProviderUnavailable);
}

void TossObjectsTest::whatWentBackIsCounted()
{
    QJsonObject object = payment(u"PARTIAL_CANCELED"_s);
    QJsonObject pending = cancel(u"b"_s, 7'000);
    pending[u"cancelStatus"_s] = u"IN_PROGRESS"_s;
    object[u"cancels"_s] = QJsonArray{cancel(u"a"_s, 5'000), pending, cancel(u"c"_s, 300)};
    QCOMPARE(toss::paymentOf(object)->refundedMinor, 5'300);
    // Towards a bank account it has not arrived before the bank says so.
    for (const auto &[status, minor] : {std::pair{u"PENDING"_s, 0}, std::pair{u"FAILED"_s, 0},
                                        std::pair{u"COMPLETED"_s, 5'300}}) {
        object[u"virtualAccount"_s] = QJsonObject{{u"refundStatus"_s, status}};
        QCOMPARE(toss::paymentOf(object)->refundedMinor, minor);
    }
}

void TossObjectsTest::theTaxFreePartIsWhatWasBooked()
{
    QJsonObject object = payment(u"PARTIAL_CANCELED"_s);
    object[u"taxFreeAmount"_s] = 80'000; // what is left of it
    QJsonObject part = cancel(u"a"_s, 9'000);
    part[u"taxFreeAmount"_s] = 9'000;
    object[u"cancels"_s] = QJsonArray{part};
    QCOMPARE(toss::paymentOf(object)->taxFreeMinor.value(), 89'000);
    QCOMPARE(toss::paymentOf(payment(u"DONE"_s))->taxFreeMinor.value(), 0);
}

void TossObjectsTest::waitsForADeposit()
{
    QJsonObject object = payment(u"WAITING_FOR_DEPOSIT"_s);
    object[u"approvedAt"_s] = QJsonValue();
    QJsonObject account{{u"bankCode"_s, u"20"_s},
                        {u"accountNumber"_s, u"X6505636518308"_s},
                        {u"customerName"_s, u"김서연"_s},
                        {u"dueDate"_s, u"2026-11-30T12:00:00+09:00"_s}};
    object[u"virtualAccount"_s] = account;
    const auto waiting = toss::paymentOf(object).value();
    const DepositAccount wanted{u"20"_s, u"X6505636518308"_s, u"김서연"_s, 1'796'007'600'000};
    QCOMPARE(waiting.deposit, wanted);
    QCOMPARE(waiting.noticeSecret, u"ps_1"_s);
    account[u"dueDate"_s] = u"2026-11-30T12:00:00"_s; // Seoul's, wherever this computer stands
    object[u"virtualAccount"_s] = account;
    QCOMPARE(toss::paymentOf(object)->deposit.dueAtMs, wanted.dueAtMs);
    account[u"expired"_s] = true;
    object[u"virtualAccount"_s] = account;
    QCOMPARE(toss::paymentOf(object)->outcome, Outcome::Declined);
}

void TossObjectsTest::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<RefusalCode>("code");
    QTest::addColumn<bool>("repeats"); // the same key is answered the same
    const auto row = [](const char *code, int status, RefusalCode means, bool repeats) {
        QTest::addRow("%s %d", code, status) << status << means << repeats;
    };
    row("REJECT_CARD_COMPANY", 403, RefusalCode::PaymentDeclined, true);
    row("NOT_FOUND_PAYMENT_SESSION", 404, RefusalCode::PaymentDeclined, true);
    row("NOT_CANCELABLE_AMOUNT", 403, RefusalCode::PaymentDeclined, true);
    row("SOMETHING_NEW", 400, RefusalCode::PaymentDeclined, true);
    row("PROVIDER_ERROR", 400, RefusalCode::ProviderUnavailable, true);
    row("CARD_PROCESSING_ERROR", 400, RefusalCode::ProviderUnavailable, true);
    row("IDEMPOTENT_REQUEST_PROCESSING", 409, RefusalCode::ProviderUnavailable, false);
    row("FORBIDDEN_CONSECUTIVE_REQUEST", 403, RefusalCode::ProviderUnavailable, false);
    row("FAILED_INTERNAL_SYSTEM_PROCESSING", 500, RefusalCode::ProviderUnavailable, false);
    row("FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING", 500, RefusalCode::ProviderUnavailable, false);
    row("REJECT_CARD_COMPANY", 500, RefusalCode::ProviderUnavailable, false);
    row("", 403, RefusalCode::ProviderUnavailable, false);
    row("", 429, RefusalCode::ProviderUnavailable, false);
    row("UNAUTHORIZED_KEY", 401, RefusalCode::NotAllowed, true);
    row("INVALID_API_KEY", 400, RefusalCode::NotAllowed, true);
    row("INCORRECT_BASIC_AUTH_FORMAT", 403, RefusalCode::NotAllowed, true);
}

void TossObjectsTest::refusals()
{
    QFETCH(int, status);
    QFETCH(RefusalCode, code);
    QFETCH(bool, repeats);
    const QByteArray word = QByteArray(QTest::currentDataTag()).split(' ').constFirst();
    QByteArray body = "<html>";
    if (!word.isEmpty())
        body = "{\"code\":\"" + word + "\"}";
    const Refusal refusal = toss::refusalOf({status, body, {}});
    QCOMPARE(refusal.code, code);
    QCOMPARE(refusal.value, repeats ? QString::fromLatin1(word) : QString());
}

void TossObjectsTest::findsItsOwnCancel()
{
    store::RefundRow refund;
    refund.id = u"3f2c9a10-7b4e-4d1a-9c55-0a1b2c3d4e5f"_s;
    refund.amountMinor = 5'000;
    QJsonObject object = payment(u"PARTIAL_CANCELED"_s);
    QVERIFY(!toss::refundIn(object, refund));
    object[u"cancels"_s] = QJsonArray{cancel(u"somebody at the console"_s, 5'000)};
    QVERIFY(!toss::refundIn(object, refund));
    object[u"cancels"_s] = QJsonArray{cancel(toss::markOf(refund), 4'999)};
    QVERIFY(!toss::refundIn(object, refund));
    object[u"cancels"_s] = QJsonArray{cancel(toss::markOf(refund), 5'000)};
    QCOMPARE(toss::refundIn(object, refund)->state, ProviderRefund::State::Done);
    store::RefundRow other = refund;
    other.id = u"8d0a4b62-0000-4d1a-9c55-0a1b2c3d4e5f"_s;
    QVERIFY(!toss::refundIn(object, other));
    other.providerReference = u"tx"_s; // known by what Toss called it
    QCOMPARE(toss::refundIn(object, other)->reference, u"tx"_s);
}

void TossObjectsTest::taxFreePartsAddUp()
{
    PaymentAttempt attempt;
    attempt.amount.minor = 89'000;
    attempt.taxFreeMinor = 33'333;
    qint64 sum = 0;
    for (const qint64 part : {1, 29'999, 7, 58'993}) {
        const qint64 free = toss::taxFreeOf(attempt, part);
        QVERIFY(free >= 0 && free <= part);
        sum += free;
        attempt.refundedMinor += part;
    }
    QCOMPARE(attempt.refundedMinor, attempt.amount.minor);
    QCOMPARE(sum, attempt.taxFreeMinor);
}

QTEST_GUILESS_MAIN(TossObjectsTest)
#include "tst_tossobjects.moc"
