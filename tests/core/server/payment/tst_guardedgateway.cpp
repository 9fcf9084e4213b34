// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/guardedgateway.h"
#include "tests/support/fakeclock.h"

#include <QtTest/QTest>

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

/// A provider that gives one answer to everything, and counts.
class OneAnswer final : public PaymentGateway
{
public:
    QString name() const override { return u"one"_s; }
    QCoro::Task<Result<HostedPage>> begin(Charge) override
    {
        ++charges;
        if (fault)
            co_return refuse(*fault);
        co_return HostedPage{u"https://pay.example"_s, u"ref"_s};
    }
    QCoro::Task<Result<ProviderPayment>> lookup(PaymentAttempt) override
    {
        ++reads;
        if (fault)
            co_return refuse(*fault);
        co_return ProviderPayment{};
    }
    QCoro::Task<Result<ProviderRefund>> refund(PaymentAttempt, store::RefundRow refund) override
    {
        ++refunds;
        keys.insert(refund.callKey);
        if (fault)
            co_return refuse(*fault);
        co_return ProviderRefund{refund.id};
    }
    QCoro::Task<Result<std::vector<ProviderEntry>>> list(qint64, qint64) override
    {
        co_return std::vector<ProviderEntry>();
    }
    QCoro::Task<Result<ProviderAccount>> check() override
    {
        ++checks;
        if (fault || checkFault)
            co_return refuse(fault ? *fault : *checkFault);
        co_return ProviderAccount{};
    }

    std::optional<RefusalCode> fault;
    std::optional<RefusalCode> checkFault;
    int checks = 0;
    int charges = 0;
    int reads = 0;
    int refunds = 0;
    QSet<QString> keys;
};

/// No pause between two tries.
int noPause(int)
{
    return 0;
}

store::RefundRow sampleRefund()
{
    store::RefundRow refund;
    refund.id = u"r"_s;
    refund.callKey = u"key"_s;
    return refund;
}

} // namespace

class GuardedGatewayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_guarded.reset();
        m_guards.reset();
        m_inner = std::make_unique<OneAnswer>();
        m_guards = std::make_unique<ProviderGuards>(u"one"_s, m_clock, noPause);
        m_guarded = std::make_unique<GuardedGateway>(*m_inner, *m_guards);
    }

    void silenceOpensTheBreakerOfItsKindAlone()
    {
        m_inner->fault = RefusalCode::ProviderUnavailable;
        // A call that is tried again counts each time.
        while (m_inner->charges < BreakerLimits().consecutiveFailures)
            QCOMPARE(charge().error().code, RefusalCode::ProviderUnavailable);
        const int asked = m_inner->charges;
        QCOMPARE(charge().error().code, RefusalCode::ProviderNotAsked);
        QCOMPARE(m_inner->charges, asked); // not asked at all
        m_inner->fault.reset();
        QVERIFY(read().has_value()); // reads still go out
        QCOMPARE(charge().error().code, RefusalCode::ProviderNotAsked);
    }

    void itClosesByItselfWhenTheProviderAnswers()
    {
        m_inner->fault = RefusalCode::ProviderUnavailable;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!charge());
        m_inner->fault.reset();
        m_clock.advance(30'000);
        QVERIFY(charge().has_value());
        QVERIFY(charge().has_value());
    }

    void aReadGoesFirstWhenItIsTriedAgain()
    {
        m_inner->fault = RefusalCode::ProviderUnavailable;
        for (int i = 0; i < 5; ++i)
            QVERIFY(!charge());
        QCOMPARE(m_inner->checks, 0); // while it was thought to answer
        m_clock.advance(30'000);
        const int asked = m_inner->charges;
        for (int i = 1; i <= BreakerLimits().consecutiveFailures; ++i) {
            QCOMPARE(charge().error().code, RefusalCode::ProviderNotAsked);
            QCOMPARE(m_inner->checks, i);
        }
        QCOMPARE(charge().error().code, RefusalCode::ProviderNotAsked);
        QCOMPARE(m_inner->checks, BreakerLimits().consecutiveFailures); // reads rest now, too
        QCOMPARE(m_inner->charges, asked); // nobody's money was the probe
        // It answers again, by refusing our keys: that is an answer.
        m_inner->fault.reset();
        m_inner->checkFault = RefusalCode::NotAllowed;
        m_clock.advance(30'000);
        QVERIFY(charge().has_value());
        QCOMPARE(m_inner->checks, BreakerLimits().consecutiveFailures + 1);
        QVERIFY(charge().has_value());
        QCOMPARE(m_inner->checks, BreakerLimits().consecutiveFailures + 1);
    }

    void aNoIsAnAnswer_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("declined") << int(RefusalCode::PaymentDeclined);
        QTest::newRow("our keys") << int(RefusalCode::NotAllowed);
        QTest::newRow("our own database") << int(RefusalCode::StorageFailed);
    }
    void aNoIsAnAnswer()
    {
        QFETCH(int, code);
        m_inner->fault = RefusalCode(code);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(charge().error().code, RefusalCode(code));
        QCOMPARE(m_inner->charges, 50); // neither tried again nor held back
    }

    void aRefundIsTriedAgainUnderTheSameKey()
    {
        m_inner->fault = RefusalCode::ProviderUnavailable;
        const auto outcome = QCoro::waitFor(m_guarded->refund(PaymentAttempt{}, sampleRefund()));
        QCOMPARE(outcome.error().code, RefusalCode::ProviderUnavailable);
        QCOMPARE(m_inner->refunds, CallGuard::maxTries);
        QCOMPARE(m_inner->keys, QSet<QString>{u"key"_s});
    }

private:
    Result<HostedPage> charge() { return QCoro::waitFor(m_guarded->begin(Charge{})); }
    Result<ProviderPayment> read() { return QCoro::waitFor(m_guarded->lookup(PaymentAttempt{})); }

    FakeClock m_clock;
    std::unique_ptr<OneAnswer> m_inner;
    std::unique_ptr<ProviderGuards> m_guards;
    std::unique_ptr<GuardedGateway> m_guarded;
};

QTEST_GUILESS_MAIN(GuardedGatewayTest)
#include "tst_guardedgateway.moc"
