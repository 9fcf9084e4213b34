// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/payment/stripebench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

using RefundAnswer = ProviderRefund::State;

constexpr auto unavailable = RefusalCode::ProviderUnavailable;
constexpr auto declined = RefusalCode::PaymentDeclined;

} // namespace

/// Money that goes back through Stripe, and the day that Stripe lists.
class StripeRefundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<StripeBench>(); }
    void cleanup()
    {
        QVERIFY2(m_bench->answers.empty(), "a call was not made");
        m_bench.reset();
    }

    void refunds();
    void refundsKnowTheIntent();
    void readsRefunds_data();
    void readsRefunds();
    void noRefund_data() { stripeAnswerRows(); }
    void noRefund();
    void looksForARefundFirst();
    void aFailedRefundIsNotTheNewOne();
    void looksOrDoesNotRefund();
    void aSpentRefundIsDecided();

    void listsTheDay();
    void aListWithoutEndIsNoList();

private:
    std::unique_ptr<StripeBench> m_bench;
};

void StripeRefundsTest::refunds()
{
    m_bench->willAnswer(StripeBench::session(u"complete"_s, u"paid"_s, u"pi_3Q"_s));
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(StripeBench::refunded());
    const auto done = m_bench->refund(StripeBench::refund(), u"cs_test_a1"_s);
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

void StripeRefundsTest::refundsKnowTheIntent()
{
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(StripeBench::refunded());
    QVERIFY(m_bench->refund(StripeBench::refund()));
    QCOMPARE(m_bench->calls(), 2u);
    expectRefusal(m_bench->refund(StripeBench::refund(), {}), declined, u"no_payment"_s);
    m_bench->willAnswer(StripeBench::session(u"expired"_s));
    expectRefusal(m_bench->refund(StripeBench::refund(), u"cs_test_a1"_s), declined,
                  u"no_payment"_s);
    m_bench->willRefuse(404, u"invalid_request_error"_s, u"resource_missing"_s);
    expectRefusal(m_bench->refund(StripeBench::refund(), u"cs_test_a1"_s), unavailable,
                  u"resource_missing"_s);
}

void StripeRefundsTest::readsRefunds_data()
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

void StripeRefundsTest::readsRefunds()
{
    QFETCH(QString, status);
    QFETCH(RefundAnswer, state);
    QFETCH(QString, failure);
    QJsonObject answer = StripeBench::refunded(status);
    if (status == "failed"_L1)
        answer.insert(u"failure_reason"_s, failure);
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(answer);
    const auto read = m_bench->refund(StripeBench::refund());
    QVERIFY(read);
    QCOMPARE(read->state, state);
    QCOMPARE(read->failure, failure);

    answer.insert(u"amount"_s, 20'001);
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(answer);
    expectRefusal(m_bench->refund(StripeBench::refund()), unavailable);
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(StripeBench::refunded(u"a new word"_s));
    expectRefusal(m_bench->refund(StripeBench::refund()), unavailable);
}

void StripeRefundsTest::noRefund()
{
    QFETCH(int, row);
    const StripeAnswer &answer = stripeAnswers.at(std::size_t(row));
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willRefuse(answer);
    expectRefusal(m_bench->refund(StripeBench::refund()), answer.refusal,
                  QString::fromLatin1(answer.refusalValue));
}

void StripeRefundsTest::looksForARefundFirst()
{
    store::RefundRow row = StripeBench::refund();
    QJsonObject another = StripeBench::refunded();
    another.insert(u"metadata"_s, QJsonObject{{u"refund_id"_s, u"another"_s}});
    another.insert(u"id"_s, u"re_2"_s);
    m_bench->willAnswer(StripeBench::page({another}, true));
    m_bench->willAnswer(StripeBench::page({StripeBench::refunded(u"pending"_s)}));
    const auto found = m_bench->refund(row);
    QVERIFY(found);
    QCOMPARE(found->state, RefundAnswer::Pending);
    QCOMPARE(m_bench->seen(0).target, QByteArray("/v1/refunds?payment_intent=pi_3Q&limit=100"));
    QCOMPARE(m_bench->seen(1).target,
             QByteArray("/v1/refunds?payment_intent=pi_3Q&limit=100&starting_after=re_2"));

    // Found by its own name at Stripe, also where nothing else tells it.
    row.providerReference = u"re_2"_s;
    m_bench->willAnswer(StripeBench::page({another}));
    QCOMPARE(m_bench->refund(row)->reference, u"re_2"_s);

    // Not there: asked for again under the same key.
    row.providerReference.clear();
    m_bench->willAnswer(StripeBench::page({}));
    m_bench->willAnswer(StripeBench::refunded());
    QCOMPARE(m_bench->refund(row)->state, RefundAnswer::Done);
    QCOMPARE(m_bench->seen(4).headers.value("idempotency-key"), QByteArray(StripeBench::refundId));
}

void StripeRefundsTest::aFailedRefundIsNotTheNewOne()
{
    store::RefundRow row = StripeBench::refund();
    row.callKey = u"a-new-key"_s;
    row.providerReference = u"re_3Q"_s;
    m_bench->willAnswer(StripeBench::page({StripeBench::refunded(u"failed"_s)}));
    m_bench->willAnswer(StripeBench::refunded(u"pending"_s, row.callKey));
    QCOMPARE(m_bench->refund(row)->state, RefundAnswer::Pending);
    QCOMPARE(m_bench->seen(1).headers.value("idempotency-key"), QByteArray("a-new-key"));

    // The one of this very call is.
    m_bench->willAnswer(StripeBench::page(
        {StripeBench::refunded(u"failed"_s, row.callKey), StripeBench::refunded(u"failed"_s)}));
    QCOMPARE(m_bench->refund(row)->state, RefundAnswer::Failed);

    // And one that came through after all is the refund, whoever asked for it.
    m_bench->willAnswer(StripeBench::page(
        {StripeBench::refunded(u"failed"_s, row.callKey), StripeBench::refunded()}));
    QCOMPARE(m_bench->refund(row)->state, RefundAnswer::Done);
}

void StripeRefundsTest::looksOrDoesNotRefund()
{
    const store::RefundRow row = StripeBench::refund();
    m_bench->willRefuse(500, u"api_error"_s, {});
    expectRefusal(m_bench->refund(row), unavailable);
    m_bench->willAnswer(QJsonObject{{u"object"_s, u"list"_s}});
    expectRefusal(m_bench->refund(row), unavailable);
    QCOMPARE(m_bench->calls(), 2u);
}

void StripeRefundsTest::aSpentRefundIsDecided()
{
    const auto broken = [this](const QByteArray &header) {
        m_bench->willRefuse(500, u"api_error"_s, {}, header, "true");
    };
    const store::RefundRow row = StripeBench::refund();
    // It may have moved the money before it broke.
    m_bench->willAnswer(StripeBench::page({}));
    broken("X-Other");
    expectRefusal(m_bench->refund(row), unavailable);
    // Its key is spent: the next one is taken.
    m_bench->willAnswer(StripeBench::page({}));
    broken("Idempotent-Replayed");
    m_bench->willAnswer(StripeBench::refunded());
    QCOMPARE(m_bench->refund(row)->state, RefundAnswer::Done);
    QCOMPARE(m_bench->seen(4).headers.value("idempotency-key"),
             QByteArray(row.callKey.toLatin1() + "-2"));
    m_bench->willAnswer(StripeBench::page({}));
    for (int key = 0; key < 4; ++key)
        broken("Idempotent-Replayed");
    expectRefusal(m_bench->refund(row), declined, u"api_error"_s);
}

void StripeRefundsTest::listsTheDay()
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

void StripeRefundsTest::aListWithoutEndIsNoList()
{
    constexpr int mostPages = 100;
    const QJsonObject payout{{u"id"_s, u"txn_1"_s}, {u"reporting_category"_s, u"payout"_s}};
    for (int page = 0; page < mostPages; ++page)
        m_bench->willAnswer(StripeBench::page({payout}, true));
    expectRefusal(QCoro::waitFor(m_bench->gateway->list(0, 1)), unavailable);
    m_bench->willAnswer(StripeBench::page({}, true));
    expectRefusal(QCoro::waitFor(m_bench->gateway->list(0, 1)), unavailable);
}

QTEST_GUILESS_MAIN(StripeRefundsTest)
#include "tst_striperefunds.moc"
