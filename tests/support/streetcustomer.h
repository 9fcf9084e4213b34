// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakeprovider.h"

#include <QtCore/QUrlQuery>
#include <QtCore/QUuid>

#include <functional>

namespace petalpost::test {

/// What a customer means to do; decided beforehand, whatever happens to the server.
struct CustomerPlan
{
    bool pays = true;
    bool returns = true; ///< else the phone's battery is empty after paying
    bool cancels = false;
};

/// Where customers go: the shop, which may be gone at any moment, and the provider, which is not.
struct Street
{
    QUrl shop;
    QUrl provider;
    bool toss = false;
    std::function<void()> answered; ///< after each answer of the shop
};

/// A customer over HTTP, who orders, pays, comes back and perhaps cancels. Stands still when the
/// shop does not answer; walk() goes on from there, as a person tries again.
class StreetCustomer : public QObject
{
public:
    StreetCustomer(const Street &street, CustomerPlan plan, int number)
        : plan(plan)
        , key(QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
        , m_street(street)
        , m_number(number)
    {
    }

    void walk()
    {
        m_walking = true;
        next();
    }
    bool isWalking() const { return m_walking; }
    bool isDone() const { return m_step == Step::Done; }

    const CustomerPlan plan;
    const QByteArray key; ///< of the order; also its remark
    qint64 orderId = 0; ///< 0 until the shop has acknowledged it

private:
    enum class Step { Order, Pay, Return, Cancel, Done };

    void next()
    {
        if (m_step == Step::Pay && !plan.pays)
            m_step = Step::Cancel;
        if (m_step == Step::Return && !plan.returns)
            m_step = Step::Cancel;
        if (m_step == Step::Cancel && !plan.cancels)
            m_step = Step::Done;
        switch (m_step) {
        case Step::Order:
            send(m_street.shop, "POST", QStringLiteral("/orders"),
                 {{QStringLiteral("flowerName"), QStringLiteral("Rose")},
                  {QStringLiteral("qty"), 1 + m_number % 5},
                  {QStringLiteral("phoneNumber"),
                   QStringLiteral("010%1").arg(20'000'000 + m_number)},
                  {QStringLiteral("request"), QString::fromLatin1(key)}});
            return;
        case Step::Pay:
            pay();
            return;
        case Step::Return:
            send(m_street.shop, "GET", m_back, {});
            return;
        case Step::Cancel:
            send(m_street.shop, "PATCH", QStringLiteral("/orders/%1").arg(orderId),
                 {{QStringLiteral("verb"), QStringLiteral("cancel")}});
            return;
        case Step::Done:
            m_walking = false;
            return;
        }
    }

    void pay()
    {
        const QString name = m_payUrl.section(u'/', -1); // the attempt's, or the session's
        const QJsonObject wish =
            m_street.toss
                ? QJsonObject{{QStringLiteral("orderId"), name},
                              {QStringLiteral("amount"), m_totalMinor},
                              {QStringLiteral("successUrl"),
                               QString(QStringLiteral("http://shop.example/shop/return/") + name)}}
                : QJsonObject{{QStringLiteral("session"), name}};
        send(m_street.provider, "POST",
             m_street.toss ? QStringLiteral("/control/toss/authenticate")
                           : QStringLiteral("/control/stripe/pay"),
             wish);
    }

    void send(const QUrl &to, const QByteArray &method, const QString &path,
              const QJsonObject &body)
    {
        const HttpCalls calls(to);
        Headers headers;
        if (method != "GET")
            headers.emplaceBack("Content-Type", "application/json");
        if (m_step == Step::Order)
            headers.emplaceBack("Idempotency-Key", key);
        if (m_step == Step::Cancel)
            headers.emplaceBack("Authorization", "Bearer " + m_token);
        const QByteArray sent =
            method == "GET" ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
        QNetworkReply *reply =
            m_network.sendCustomRequest(calls.request(path, headers), method, sent);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            reply->deleteLater();
            take(Answer::of(*reply));
        });
    }

    void take(const Answer &answer)
    {
        m_walking = understood(answer);
        if (m_street.answered)
            m_street.answered();
        if (m_walking)
            next();
    }

    /// False when there was no answer that leads on.
    bool understood(const Answer &answer)
    {
        const QJsonObject said = answer.json();
        switch (m_step) {
        case Step::Order:
            if (answer.status != 201)
                return false;
            orderId = said.value(QStringLiteral("id")).toInteger();
            m_token = said.value(QStringLiteral("accessToken")).toString().toLatin1();
            m_totalMinor = said.value(QStringLiteral("total"))
                               .toObject()
                               .value(QStringLiteral("amountMinor"))
                               .toInteger();
            m_payUrl = said.value(QStringLiteral("payUrl")).toString();
            if (m_payUrl.isEmpty())
                return false;
            m_step = Step::Pay;
            return true;
        case Step::Pay: {
            const QUrl back(said.value(QStringLiteral("location")).toString());
            if (answer.status != 200 || back.isEmpty())
                return false;
            m_back = back.path() + u'?' + back.query();
            m_step = Step::Return;
            return true;
        }
        case Step::Return:
            if (answer.status != 200 && answer.status != 303)
                return false;
            m_step = Step::Cancel;
            return true;
        case Step::Cancel:
            // 409: it cannot be cancelled any more, or was by the call whose answer was lost.
            if (answer.status != 200 && answer.status != 409)
                return false;
            m_step = Step::Done;
            return true;
        case Step::Done:
            break;
        }
        return false;
    }

    const Street &m_street;
    const int m_number;
    QNetworkAccessManager m_network;
    Step m_step = Step::Order;
    bool m_walking = false;
    QByteArray m_token;
    qint64 m_totalMinor = 0;
    QString m_payUrl;
    QString m_back;
};

} // namespace petalpost::test
