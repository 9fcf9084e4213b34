// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/moneybooks.h"

namespace petalpost::test {

/// One customer of a PaymentRig, from the order to the money.
class PayingCustomer
{
public:
    static constexpr int mostPresses = 10; ///< of the button that leads to the provider
    static constexpr qint64 patienceMs = 60'000; ///< until it is pressed again

    PayingCustomer(FakeProvider &provider, PaymentRig &rig)
        : m_provider(provider)
        , m_rig(rig)
    {
        const auto placed =
            rig.orders()
                .place(
                    {ShopBench::draft(ShopBench::Rose), ContactRule::Optional, {}, rig.gateway()})
                .takeResult()
                .value();
        m_orderId = placed.order.id;
        m_attemptId = placed.attempt->id;
    }

    bool isToss() const { return m_rig.gateway() == QLatin1StringView("toss"); }
    const QString &attemptId() const { return m_attemptId; }

    /// Presses until the way to the provider is open; false when it never is.
    bool goToPay()
    {
        for (int press = 0; press < mostPresses; ++press) {
            const auto page = QCoro::waitFor(pressing());
            if (page) {
                m_attemptId = newestAttempt();
                return true;
            }
            m_rig.advance(patienceMs);
            m_rig.reconcile();
        }
        return false;
    }
    QCoro::Task<Result<server::HostedPage>> pressing()
    {
        return m_rig.payments().begin(m_orderId, m_rig.gateway());
    }

    /// Pays at Stripe, agrees at Toss (by \a method, in Toss's words); the way back is kept.
    bool pay(const QString &method = QStringLiteral("카드"))
    {
        const OrderRecord known = record();
        const PaymentAttempt &attempt = known.attempts.back();
        const Answer answer =
            isToss() ? m_provider.control(
                QStringLiteral("toss/authenticate"),
                {{QStringLiteral("orderId"), m_attemptId},
                 {QStringLiteral("amount"), attempt.amount.minor},
                 {QStringLiteral("method"), method},
                 {QStringLiteral("successUrl"), QStringLiteral("https://flowers.example/")}})
                     : m_provider.control(QStringLiteral("stripe/pay"),
                                          {{QStringLiteral("session"), attempt.providerReference}});
        const QJsonObject done = answer.json();
        m_back = QUrlQuery(QUrl(done.value(QStringLiteral("location")).toString()));
        m_paymentKey = done.value(QStringLiteral("paymentKey")).toString();
        return answer.status == 200;
    }
    QCoro::Task<Result<Order>> returning()
    {
        return m_rig.payments().customerReturned(m_attemptId, m_back);
    }
    /// Comes back to the shop; whatever it says then.
    void comeBack() { QCoro::waitFor(returning()); }

    bool cancel()
    {
        server::MoveRequest request;
        request.orderId = m_orderId;
        request.verb = Verb::Cancel;
        request.actor = Actor::Customer;
        return m_rig.orders().move(request).takeResult().has_value();
    }

    /// Toss tells of the customer who has agreed; the stand-in does not.
    void tellOfAgreement(int times = 1)
    {
        const QJsonObject data{{QStringLiteral("orderId"), m_attemptId},
                               {QStringLiteral("paymentKey"), m_paymentKey},
                               {QStringLiteral("status"), QStringLiteral("IN_PROGRESS")}};
        const QJsonObject notice{
            {QStringLiteral("eventType"), QStringLiteral("PAYMENT_STATUS_CHANGED")},
            {QStringLiteral("data"), data}};
        m_rig.notify(QStringLiteral("wh_agreed"), QJsonDocument(notice).toJson(), times);
    }

    OrderRecord record() { return m_rig.record(m_orderId); }
    QString ending() { return endingOf(record(), m_provider.books()); }

private:
    QString newestAttempt()
    {
        const OrderRecord known = record();
        for (const PaymentAttempt &attempt : known.attempts) {
            if (server::isOpen(attempt))
                return attempt.id;
        }
        return m_attemptId;
    }

    FakeProvider &m_provider;
    PaymentRig &m_rig;
    qint64 m_orderId = 0;
    QString m_attemptId;
    QString m_paymentKey;
    QUrlQuery m_back;
};

} // namespace petalpost::test
