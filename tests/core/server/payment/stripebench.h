// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/providers.h"
#include "tests/core/server/payment/stripeanswers.h"
#include "tests/support/fakeclock.h"
#include "tests/support/scriptedserver.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <qcorotask.h>

#include <deque>

namespace petalpost::test {

/// The Stripe gateway in front of a server whose answers a test lays out beforehand.
class StripeBench
{
public:
    static constexpr qint64 createdAtMs = 1'796'000'000'000;
    static constexpr const char *attemptId = "5e1f7a54-0000-4000-8000-000000000001";
    static constexpr const char *refundId = "5e1f7a54-0000-4000-8000-00000000000f";

    StripeBench()
        : server([this](const SeenRequest &) { return next(); })
    {
        gateway = server::makeGateway(settings(), {http, clock}).value();
    }

    /// Settings that are right, with \a changes.
    server::GatewaySettings settings(const QHash<QString, QString> &changes = {}) const
    {
        server::GatewaySettings settings;
        settings.name = QStringLiteral("stripe");
        settings.values = {{QStringLiteral("secretKey"), QStringLiteral("sk_test_petalpost")},
                           {QStringLiteral("webhookSecret"), QStringLiteral("whsec_petalpost")},
                           {QStringLiteral("baseUrl"), server.url().toString()}};
        settings.values.insert(changes);
        return settings;
    }

    void willAnswer(ScriptedReply reply) { answers.push_back(std::move(reply)); }
    void willAnswer(const QJsonObject &body, int status = 200, const QByteArray &header = {},
                    const QByteArray &value = {})
    {
        ScriptedReply reply;
        reply.status = status;
        reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        if (!header.isEmpty())
            reply.headers.emplace_back(header, value);
        answers.push_back(std::move(reply));
    }
    void willRefuse(int status, const QString &type, const QString &code,
                    const QByteArray &header = {}, const QByteArray &value = {})
    {
        QJsonObject error{{QStringLiteral("type"), type},
                          {QStringLiteral("message"), QStringLiteral("No.")}};
        if (!code.isEmpty())
            error.insert(QStringLiteral("code"), code);
        willAnswer({{QStringLiteral("error"), error}}, status, header, value);
    }

    void willRefuse(const StripeAnswer &answer)
    {
        willRefuse(answer.status, QString::fromLatin1(answer.type),
                   QString::fromLatin1(answer.code), answer.header, answer.value);
    }
    void willCutHalfway()
    {
        ScriptedReply reply;
        reply.body = QJsonDocument(session()).toJson();
        reply.fault = ScriptedReply::Fault::CutHalfway;
        answers.push_back(std::move(reply));
    }

    Result<server::HostedPage> begin(server::Charge charge)
    {
        return QCoro::waitFor(gateway->begin(std::move(charge)));
    }
    Result<server::HostedPage> begin() { return begin(charge()); }
    Result<server::ProviderPayment> lookup(const QString &reference = QStringLiteral("cs_test_a1"))
    {
        return QCoro::waitFor(gateway->lookup(attempt(reference)));
    }
    Result<server::ProviderPayment> close(const QString &reference = QStringLiteral("cs_test_a1"))
    {
        return QCoro::waitFor(gateway->close(attempt(reference)));
    }
    Result<server::ProviderRefund> refund(store::RefundRow row,
                                          const QString &reference = QStringLiteral("pi_3Q"))
    {
        return QCoro::waitFor(gateway->refund(attempt(reference), std::move(row)));
    }

    const SeenRequest &seen(std::size_t number) const { return server.seen().at(number); }
    std::size_t calls() const { return server.seen().size(); }

    static PaymentAttempt attempt(const QString &reference = {})
    {
        PaymentAttempt attempt;
        attempt.id = QString::fromLatin1(attemptId);
        attempt.orderId = 7;
        attempt.gateway = QStringLiteral("stripe");
        attempt.amount = {55'000, {QStringLiteral("KRW"), 0}};
        attempt.providerReference = reference;
        attempt.createdAtMs = createdAtMs;
        return attempt;
    }
    static server::Charge charge(const QString &reference = {})
    {
        server::Charge charge;
        charge.attempt = attempt(reference);
        charge.description = QStringLiteral("장미 & 안개꽃");
        charge.returnUrl =
            QStringLiteral("https://shop.example/shop/return/") + QString::fromLatin1(attemptId);
        charge.shopUrl = QStringLiteral("https://shop.example");
        return charge;
    }
    static store::RefundRow refund()
    {
        store::RefundRow refund;
        refund.id = QString::fromLatin1(refundId);
        refund.attemptId = QString::fromLatin1(attemptId);
        refund.orderId = 7;
        refund.amountMinor = 20'000;
        refund.callKey = refund.id;
        return refund;
    }

    static QJsonObject ours()
    {
        return {{QStringLiteral("attempt_id"), QString::fromLatin1(attemptId)}};
    }
    /// A session as Stripe describes it, reduced to what matters and some that does not.
    static QJsonObject session(const QString &status = QStringLiteral("open"),
                               const QString &paid = QStringLiteral("unpaid"),
                               const QJsonValue &intent = QJsonValue::Null)
    {
        const QString id = QStringLiteral("cs_test_a1");
        const bool open = status == QStringLiteral("open");
        const QString url = QStringLiteral("https://checkout.stripe.com/c/pay/") + id;
        return {
            {QStringLiteral("id"), id},
            {QStringLiteral("object"), QStringLiteral("checkout.session")},
            {QStringLiteral("amount_total"), 55'000},
            {QStringLiteral("currency"), QStringLiteral("krw")},
            {QStringLiteral("client_reference_id"), QString::fromLatin1(attemptId)},
            {QStringLiteral("metadata"), ours()},
            {QStringLiteral("created"), createdAtMs / 1000},
            {QStringLiteral("expires_at"), createdAtMs / 1000 + 7200},
            {QStringLiteral("livemode"), false},
            {QStringLiteral("mode"), QStringLiteral("payment")},
            {QStringLiteral("payment_intent"), intent},
            {QStringLiteral("payment_status"), paid},
            {QStringLiteral("status"), status},
            {QStringLiteral("url"), open ? QJsonValue(url) : QJsonValue(QJsonValue::Null)},
        };
    }
    static QJsonObject intent(const QString &status = QStringLiteral("succeeded"))
    {
        const bool paid = status == QStringLiteral("succeeded");
        return {
            {QStringLiteral("id"), QStringLiteral("pi_3Q")},
            {QStringLiteral("object"), QStringLiteral("payment_intent")},
            {QStringLiteral("amount"), 55'000},
            {QStringLiteral("amount_received"), paid ? 55'000 : 0},
            {QStringLiteral("currency"), QStringLiteral("krw")},
            {QStringLiteral("status"), status},
            {QStringLiteral("metadata"), ours()},
            {QStringLiteral("latest_charge"),
             paid ? QJsonValue(paidCharge()) : QJsonValue(QJsonValue::Null)},
        };
    }
    static QJsonObject paidCharge()
    {
        return {
            {QStringLiteral("id"), QStringLiteral("ch_3Q")},
            {QStringLiteral("object"), QStringLiteral("charge")},
            {QStringLiteral("amount"), 55'000},
            {QStringLiteral("amount_captured"), 55'000},
            {QStringLiteral("amount_refunded"), 5'000},
            {QStringLiteral("created"), createdAtMs / 1000 + 60},
            {QStringLiteral("currency"), QStringLiteral("krw")},
            {QStringLiteral("metadata"), ours()},
            {QStringLiteral("payment_intent"), QStringLiteral("pi_3Q")},
            {QStringLiteral("balance_transaction"),
             QJsonObject{{QStringLiteral("id"), QStringLiteral("txn_3Q")},
                         {QStringLiteral("amount"), 55'000},
                         {QStringLiteral("currency"), QStringLiteral("krw")},
                         {QStringLiteral("fee"), 1'980}}},
        };
    }
    static QJsonObject refunded(const QString &status = QStringLiteral("succeeded"),
                                const QString &callKey = QString::fromLatin1(refundId))
    {
        QJsonObject metadata = ours();
        metadata.insert(QStringLiteral("refund_id"), QString::fromLatin1(refundId));
        metadata.insert(QStringLiteral("call_key"), callKey);
        return {
            {QStringLiteral("id"), QStringLiteral("re_3Q")},
            {QStringLiteral("object"), QStringLiteral("refund")},
            {QStringLiteral("amount"), 20'000},
            {QStringLiteral("currency"), QStringLiteral("krw")},
            {QStringLiteral("metadata"), metadata},
            {QStringLiteral("payment_intent"), QStringLiteral("pi_3Q")},
            {QStringLiteral("status"), status},
        };
    }
    static QJsonObject page(const QJsonArray &data, bool more = false)
    {
        return {{QStringLiteral("object"), QStringLiteral("list")},
                {QStringLiteral("data"), data},
                {QStringLiteral("has_more"), more}};
    }

    /// A file of the tree that this program was built in, or of a folder beside it; empty when it
    /// is not there.
    static QString treeFile(const QString &path)
    {
        constexpr int mostLevels = 8;
        QDir dir(QCoreApplication::applicationDirPath());
        for (int level = 0; level < mostLevels; ++level) {
            if (dir.exists(path))
                return dir.filePath(path);
            if (!dir.cdUp())
                break;
        }
        return {};
    }

    FakeClock clock;
    server::ProviderHttp http;
    std::deque<ScriptedReply> answers;
    ScriptedServer server;
    std::unique_ptr<server::PaymentGateway> gateway;

private:
    ScriptedReply next()
    {
        if (answers.empty()) {
            qWarning("the gateway made a call that the test did not expect");
            ScriptedReply none;
            none.status = 599;
            return none;
        }
        ScriptedReply reply = std::move(answers.front());
        answers.pop_front();
        return reply;
    }
};

} // namespace petalpost::test
