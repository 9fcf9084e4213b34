// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/payment/stripebench.h"
#include "tests/support/fakeprovider.h"

#include <QtTest/QTest>

#include <qcorotask.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;
using Outcome = ProviderPayment::Outcome;

/// The gateway against the stand-in, which keeps its own books: what we read is compared with them.
class StripeStandInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void fromPageToRefund();
    void onePageForTwoTabs();
    void aLostAnswerMakesNoSecondPage();
    void aPageAfterTroubleAtStripe();
    void aDeclineLeavesThePageOpen();
    void aMethodThatTakesDays_data();
    void aMethodThatTakesDays();
    void closingBeforeAndAfterThePayment();
    void troubleLeavesTheOutcomeUnknown_data();
    void troubleLeavesTheOutcomeUnknown();
    void refundsOnceWhateverHappens_data();
    void refundsOnceWhateverHappens();
    void whatIsLeftCanBeRefunded();
    void seesRefundsAndAmountsOfOthers();
    void listsWhatTheBooksSay();
    void readsItsNotices();
    void asksWithWrongKeys();

private:
    Result<HostedPage> begin()
    {
        Charge charge = StripeBench::charge();
        charge.attempt = m_attempt;
        return QCoro::waitFor(m_gateway->begin(std::move(charge)));
    }
    /// Begins, and keeps what the stand-in calls it.
    bool begun()
    {
        const auto page = begin();
        m_attempt.providerReference = page ? page->providerReference : QString();
        return page.has_value();
    }
    Result<ProviderPayment> lookup() { return QCoro::waitFor(m_gateway->lookup(m_attempt)); }
    Result<ProviderPayment> close() { return QCoro::waitFor(m_gateway->close(m_attempt)); }
    Result<ProviderRefund> refund(const store::RefundRow &row)
    {
        return QCoro::waitFor(m_gateway->refund(m_attempt, row));
    }
    bool control(const QString &what, QJsonObject wish = {})
    {
        wish.insert(u"orderRef"_s, m_attempt.id);
        return m_provider.control(u"stripe/"_s + what, wish).status == 200;
    }
    QJsonObject booked() { return m_provider.payment(m_attempt.providerReference); }
    qint64 bookedMinor(QLatin1StringView name) { return booked().value(name).toInteger(-1); }

    FakeProvider m_provider;
    SystemClock m_clock;
    std::unique_ptr<ProviderHttp> m_http;
    std::unique_ptr<PaymentGateway> m_gateway;
    PaymentAttempt m_attempt;
};

void StripeStandInTest::initTestCase()
{
    QVERIFY2(m_provider.start(), m_provider.log().constData());
}

void StripeStandInTest::init()
{
    QVERIFY(m_provider.reset());
    m_http = std::make_unique<ProviderHttp>();
    GatewaySettings settings;
    settings.name = u"stripe"_s;
    settings.values = {{u"secretKey"_s, QString::fromLatin1(FakeProvider::stripeKey)},
                       {u"webhookSecret"_s, QString::fromLatin1(FakeProvider::stripeWebhookSecret)},
                       {u"baseUrl"_s, m_provider.url().toString()}};
    m_gateway = makeGateway(settings, {*m_http, m_clock}).value();
    m_attempt = StripeBench::attempt();
    m_attempt.createdAtMs = m_clock.nowMs();
}

void StripeStandInTest::fromPageToRefund()
{
    const auto page = begin();
    QVERIFY(page);
    m_attempt.providerReference = page->providerReference;
    QCOMPARE(lookup()->outcome, Outcome::Open);
    QCOMPARE(begin()->url, page->url);

    QVERIFY(control(u"pay"_s));
    const auto paid = lookup();
    QVERIFY(paid);
    QCOMPARE(paid->outcome, Outcome::Approved);
    QCOMPARE(paid->amount, m_attempt.amount);
    QCOMPARE(paid->amount.minor, bookedMinor("captured"_L1));
    QCOMPARE(paid->feeMinor, bookedMinor("feeMinor"_L1));
    QVERIFY(paid->approvedAtMs >= m_attempt.createdAtMs - 1000);
    QVERIFY(begin()->decided);

    m_attempt.providerReference = paid->reference;
    QCOMPARE(lookup()->outcome, Outcome::Approved);
    QCOMPARE(refund(StripeBench::refund())->state, ProviderRefund::State::Done);
    QCOMPARE(lookup()->refundedMinor, 20'000);
    QCOMPARE(bookedMinor("refunded"_L1), 20'000);
}

void StripeStandInTest::onePageForTwoTabs()
{
    const auto first = begin();
    const auto second = begin();
    QVERIFY(first && second);
    QCOMPARE(first->providerReference, second->providerReference);
    QCOMPARE(m_provider.books().size(), 1);
}

void StripeStandInTest::aLostAnswerMakesNoSecondPage()
{
    QVERIFY(m_provider.fail(u"stripe"_s, u"create"_s, u"cut-after"_s));
    QCOMPARE(begin().error().code, RefusalCode::ProviderUnavailable);
    QVERIFY(begun());
    QCOMPARE(m_provider.books().size(), 1);
    QVERIFY(!booked().isEmpty());
}

void StripeStandInTest::aPageAfterTroubleAtStripe()
{
    QVERIFY(m_provider.fail(u"stripe"_s, u"create"_s, u"500-before"_s));
    QCOMPARE(begin().error().code, RefusalCode::ProviderUnavailable);
    QVERIFY(begun());
    QVERIFY(control(u"pay"_s));
    QCOMPARE(lookup()->outcome, Outcome::Approved);
}

void StripeStandInTest::aDeclineLeavesThePageOpen()
{
    QVERIFY(begun());
    QVERIFY(control(u"decline"_s));
    QCOMPARE(lookup()->outcome, Outcome::Open);
    QVERIFY(control(u"pay"_s));
    QCOMPARE(lookup()->outcome, Outcome::Approved);
}

void StripeStandInTest::aMethodThatTakesDays_data()
{
    QTest::addColumn<bool>("succeeds");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("arrives") << true << Outcome::Approved;
    QTest::newRow("does not") << false << Outcome::Declined;
}

void StripeStandInTest::aMethodThatTakesDays()
{
    QFETCH(bool, succeeds);
    QFETCH(Outcome, outcome);
    QVERIFY(begun());
    QVERIFY(control(u"pay-later"_s));
    QCOMPARE(lookup()->outcome, Outcome::Processing);
    QCOMPARE(close()->outcome, Outcome::Processing);
    QVERIFY(control(u"settle"_s, {{u"succeeded"_s, succeeds}}));
    QCOMPARE(lookup()->outcome, outcome);
}

void StripeStandInTest::closingBeforeAndAfterThePayment()
{
    QVERIFY(begun());
    const auto closed = close();
    QVERIFY(closed);
    QCOMPARE(closed->outcome, Outcome::Declined);
    QCOMPARE(closed->failure, u"closed"_s);
    QVERIFY(!control(u"pay"_s));
    QCOMPARE(begin().error().code, RefusalCode::PaymentDeclined);
    QCOMPARE(close()->outcome, Outcome::Declined);

    QVERIFY(m_provider.reset());
    m_attempt.providerReference.clear();
    QVERIFY(begun());
    QVERIFY(control(u"pay"_s));
    QCOMPARE(close()->outcome, Outcome::Approved);
}

void StripeStandInTest::troubleLeavesTheOutcomeUnknown_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<RefusalCode>("code");
    for (const char *fault :
         {"500-before", "500-after", "malformed", "cut-after", "wrong-amount", "wrong-currency"})
        QTest::newRow(fault) << QString::fromLatin1(fault) << RefusalCode::ProviderUnavailable;
    QTest::newRow("429") << u"429"_s << RefusalCode::ProviderNotAsked;
}

void StripeStandInTest::troubleLeavesTheOutcomeUnknown()
{
    QFETCH(QString, fault);
    QFETCH(RefusalCode, code);
    QVERIFY(begun());
    QVERIFY(control(u"pay"_s));
    QVERIFY(m_provider.fail(u"stripe"_s, u"lookup"_s, fault));
    const auto unknown = lookup();
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, code);
    QCOMPARE(lookup()->outcome, Outcome::Approved);
}

void StripeStandInTest::refundsOnceWhateverHappens_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault :
         {"500-before", "500-after", "malformed", "cut-after", "reset-after", "429"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void StripeStandInTest::refundsOnceWhateverHappens()
{
    constexpr int mostTries = 5;
    QFETCH(QString, fault);
    QVERIFY(begun());
    QVERIFY(control(u"pay"_s));
    QVERIFY(m_provider.fail(u"stripe"_s, u"refund"_s, fault));
    store::RefundRow row = StripeBench::refund();
    auto answer = refund(row);
    // As Payments does: what is not known is asked again, after a "no" somebody asks anew.
    for (int i = 0; i < mostTries && !answer; ++i) {
        ++row.tries;
        if (answer.error().code == RefusalCode::PaymentDeclined) {
            row.callKey = u"another-key"_s;
            row.tries = 0;
        }
        answer = refund(row);
    }
    QVERIFY(answer);
    QCOMPARE(answer->state, ProviderRefund::State::Done);
    QCOMPARE(bookedMinor("refunded"_L1), row.amountMinor);
}

void StripeStandInTest::whatIsLeftCanBeRefunded()
{
    QVERIFY(begun());
    QVERIFY(control(u"pay"_s));
    QVERIFY(refund(StripeBench::refund()));
    store::RefundRow rest = StripeBench::refund();
    rest.id = u"5e1f7a54-0000-4000-8000-0000000000ff"_s;
    rest.callKey = rest.id;
    rest.amountMinor = 40'000;
    QCOMPARE(refund(rest).error().code, RefusalCode::PaymentDeclined);
    rest.amountMinor = 35'000;
    rest.callKey = u"another-key"_s;
    QVERIFY(refund(rest));
    QCOMPARE(bookedMinor("refunded"_L1), 55'000);
    store::RefundRow more = StripeBench::refund();
    more.id = u"more"_s;
    more.callKey = more.id;
    const auto refused = refund(more);
    QCOMPARE(refused.error().code, RefusalCode::PaymentDeclined);
    QCOMPARE(refused.error().value, u"charge_already_refunded"_s);
}

void StripeStandInTest::seesRefundsAndAmountsOfOthers()
{
    QVERIFY(begun());
    QVERIFY(control(u"pay"_s, {{u"amount"_s, 54'000}}));
    const auto paid = lookup();
    QVERIFY(paid);
    QCOMPARE(paid->outcome, Outcome::Approved);
    QCOMPARE(paid->amount.minor, 54'000);
    QVERIFY(control(u"refund"_s, {{u"amount"_s, 4'000}}));
    QCOMPARE(lookup()->refundedMinor, 4'000);
}

void StripeStandInTest::listsWhatTheBooksSay()
{
    const qint64 fromMs = m_clock.nowMs() - 60'000;
    QVERIFY(begun());
    QVERIFY(control(u"pay"_s));
    QVERIFY(refund(StripeBench::refund()));
    QVERIFY(control(u"refund"_s, {{u"amount"_s, 1'000}}));
    QVERIFY(control(u"dispute"_s, {{u"amount"_s, 30'000}}));
    const auto entries = QCoro::waitFor(m_gateway->list(fromMs, m_clock.nowMs() + 60'000));
    QVERIFY(entries);
    QHash<LedgerKind, qint64> sums;
    for (const ProviderEntry &entry : *entries) {
        QCOMPARE(entry.attemptId, m_attempt.id);
        sums[entry.kind] += entry.amount.minor;
    }
    QCOMPARE(sums.value(LedgerKind::Charge), bookedMinor("captured"_L1));
    QCOMPARE(sums.value(LedgerKind::Refund), bookedMinor("refunded"_L1));
    QCOMPARE(sums.value(LedgerKind::Fee), bookedMinor("feeMinor"_L1));
    QCOMPARE(sums.value(LedgerKind::Chargeback), bookedMinor("disputed"_L1));
    QVERIFY(QCoro::waitFor(m_gateway->list(0, fromMs))->empty());
}

void StripeStandInTest::readsItsNotices()
{
    QHash<QByteArray, QByteArray> headers;
    QList<ProviderNotice> notices;
    ScriptedServer shop([&](const SeenRequest &seen) {
        const auto notice = m_gateway->readNotice(seen.headers, seen.body);
        if (notice)
            notices.append(*notice);
        ScriptedReply reply;
        reply.status = notice ? 200 : notice.error().code == RefusalCode::NotFound ? 200 : 400;
        return reply;
    });
    QVERIFY(m_provider.sendWebhooksTo(shop.url()));
    QVERIFY(begun());
    QVERIFY(control(u"pay"_s));
    m_attempt.providerReference = lookup()->reference;
    QVERIFY(refund(StripeBench::refund()));
    QVERIFY(control(u"dispute"_s, {{u"amount"_s, 30'000}}));
    QCOMPARE(m_provider.control(u"webhooks/flush"_s).status, 200);
    int disputes = 0;
    QSet<QString> events;
    for (const ProviderNotice &notice : notices) {
        events.insert(notice.eventId);
        QVERIFY(notice.attemptId == m_attempt.id
                || notice.providerReference == m_attempt.providerReference);
        disputes += notice.dispute ? 1 : 0;
    }
    // payment_intent.succeeded, checkout.session.completed, refund.created, charge.refunded and the
    // dispute; charge.succeeded is not asked for.
    QCOMPARE(notices.size(), 5);
    QCOMPARE(events.size(), 5);
    QCOMPARE(disputes, 1);

    const QString id = m_provider.look(u"webhooks"_s)
                           .value("deliveries"_L1)
                           .toArray()
                           .at(0)
                           .toObject()
                           .value("id"_L1)
                           .toString();
    for (const char *how :
         {"wrong-signature", "altered-body", "old-timestamp", "future-timestamp", "no-signature"}) {
        const Answer answer = m_provider.control(
            u"webhooks/forge"_s, {{u"id"_s, id}, {u"how"_s, QString::fromLatin1(how)}});
        QCOMPARE(answer.json().value("status"_L1), 400);
    }
    QCOMPARE(notices.size(), 5);
}

void StripeStandInTest::asksWithWrongKeys()
{
    QVERIFY(QCoro::waitFor(m_gateway->check())->test);
    GatewaySettings settings;
    settings.name = u"stripe"_s;
    settings.values = {{u"secretKey"_s, u"sk_test_other"_s},
                       {u"webhookSecret"_s, u"whsec_x"_s},
                       {u"baseUrl"_s, m_provider.url().toString()}};
    m_gateway = makeGateway(settings, {*m_http, m_clock}).value();
    QCOMPARE(QCoro::waitFor(m_gateway->check()).error().code, RefusalCode::NotAllowed);
    QCOMPARE(begin().error().code, RefusalCode::NotAllowed);
}

QTEST_GUILESS_MAIN(StripeStandInTest)
#include "tst_stripestandin.moc"
