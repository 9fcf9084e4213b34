// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/fakeprovider.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrlQuery>
#include <QtCore/QUuid>

#include <functional>

namespace petalpost::test {

/// What a customer means to do; decided beforehand, whatever happens to the server.
struct CustomerPlan
{
    bool changesMind = false; ///< takes another method than the one that is offered first
    bool pays = true;
    bool returns = true; ///< else the phone's battery is empty after paying
    bool cancels = false;
};

/// Where customers go: the shop, which may be gone at any moment, and the provider, which is not.
class Street
{
public:
    QUrl shop;
    QUrl provider;
    std::function<void()> happened; ///< after each request that has left, and after each answer

    /// A new life of the shop: new connections to its new address.
    void moveTo(const QUrl &url)
    {
        shop = url;
        m_networks.clear();
        for (int i = 0; i < networks; ++i)
            m_networks.push_back(std::make_unique<QNetworkAccessManager>());
    }
    /// Shared: each keeps up to six connections open, and the shop takes 64 from one address.
    QNetworkAccessManager &network(int number)
    {
        return *m_networks[std::size_t(number) % m_networks.size()];
    }

private:
    static constexpr int networks = 5;
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_networks;
};

/// A customer over HTTP, who orders, pays, comes back and perhaps cancels. Stands still when the
/// shop does not answer; walk() goes on from there, as a person tries again.
class StreetCustomer : public QObject
{
public:
    StreetCustomer(Street &street, CustomerPlan plan, int number)
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
    /// Calls of the shop that were made again, since no answer had come.
    int repeats() const { return m_repeats; }
    /// Where the customer stands, and what was answered there last.
    QString standing() const
    {
        static constexpr std::array names{"order",  "look",   "choose", "pay",
                                          "return", "cancel", "done"};
        return QStringLiteral("%1: %2 %3")
            .arg(QLatin1StringView(names[std::size_t(m_step)]))
            .arg(m_last.status)
            .arg(QString::fromUtf8(m_last.body.left(mostShown)));
    }

    const CustomerPlan plan;
    const QByteArray key; ///< of the order; also its remark
    qint64 orderId = 0; ///< 0 until the shop has acknowledged it
    bool paid = false; ///< the provider has let the customer pay, or agree

private:
    static constexpr qsizetype mostShown = 300;
    enum class Step { Order, Look, Choose, Pay, Return, Cancel, Done };

    void next()
    {
        if (m_step == Step::Look && !plan.changesMind)
            m_step = Step::Pay;
        if (m_step == Step::Pay && !plan.pays)
            m_step = Step::Cancel;
        if (m_step == Step::Return && !plan.returns)
            m_step = Step::Cancel;
        if (m_step == Step::Cancel && !plan.cancels)
            m_step = Step::Done;
        const QString tracking = QStringLiteral("/t/") + QString::fromLatin1(m_token);
        switch (m_step) {
        case Step::Order:
            sendJson(m_street.shop, "POST", QStringLiteral("/orders"),
                     {{QStringLiteral("flowerName"), QStringLiteral("Rose")},
                      {QStringLiteral("qty"), 1 + m_number % 5},
                      {QStringLiteral("phoneNumber"),
                       QStringLiteral("010%1").arg(20'000'000 + m_number)},
                      {QStringLiteral("request"), QString::fromLatin1(key)}});
            return;
        case Step::Look:
            send(m_street.shop, "GET", tracking, {}, {});
            return;
        case Step::Choose:
            send(m_street.shop, "POST", tracking + QStringLiteral("/pay"),
                 "csrf=" + QUrl::toPercentEncoding(m_csrf)
                     + "&gateway=" + QByteArray(isToss() ? "stripe" : "toss"),
                 "application/x-www-form-urlencoded");
            return;
        case Step::Pay:
            pay();
            return;
        case Step::Return:
            send(m_street.shop, "GET", m_back, {}, {});
            return;
        case Step::Cancel:
            sendJson(m_street.shop, "PATCH", QStringLiteral("/orders/%1").arg(orderId),
                     {{QStringLiteral("verb"), QStringLiteral("cancel")}});
            return;
        case Step::Done:
            m_walking = false;
            return;
        }
    }

    /// Toss's page is one of ours; Stripe's is not.
    bool isToss() const { return m_payUrl.contains(QLatin1StringView("/shop/pay/")); }

    void pay()
    {
        const QString name = m_payUrl.section(u'/', -1); // the attempt's, or the session's
        if (isToss())
            sendJson(m_street.provider, "POST", QStringLiteral("/control/toss/authenticate"),
                     {{QStringLiteral("orderId"), name},
                      {QStringLiteral("amount"), m_totalMinor},
                      {QStringLiteral("successUrl"),
                       QString(QStringLiteral("http://shop.example/shop/return/") + name)}});
        else
            sendJson(m_street.provider, "POST", QStringLiteral("/control/stripe/pay"),
                     {{QStringLiteral("session"), name}});
    }

    void sendJson(const QUrl &to, const QByteArray &method, const QString &path,
                  const QJsonObject &body)
    {
        send(to, method, path, QJsonDocument(body).toJson(QJsonDocument::Compact),
             "application/json");
    }
    void send(const QUrl &to, const QByteArray &method, const QString &path, const QByteArray &body,
              const QByteArray &type)
    {
        const HttpCalls calls(to);
        Headers headers;
        if (!type.isEmpty())
            headers.emplaceBack("Content-Type", type);
        if (m_step == Step::Order)
            headers.emplaceBack("Idempotency-Key", key);
        if (m_step == Step::Cancel)
            headers.emplaceBack("Authorization", "Bearer " + m_token);
        QNetworkReply *reply = m_street.network(m_number).sendCustomRequest(
            calls.request(path, headers), method, body);
        connect(reply, &QNetworkReply::requestSent, this, &StreetCustomer::tell);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            reply->deleteLater();
            take(Answer::of(*reply),
                 reply->header(QNetworkRequest::LocationHeader).toUrl().toString());
        });
    }

    void tell()
    {
        if (m_street.happened)
            m_street.happened();
    }

    void take(const Answer &answer, const QString &location)
    {
        m_last = answer;
        m_walking = understood(answer, location);
        if (answer.status == 0)
            ++m_repeats;
        tell();
        if (m_walking)
            next();
    }

    /// False when there was no answer that leads on.
    bool understood(const Answer &answer, const QString &location)
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
            m_step = Step::Look;
            return true;
        case Step::Look: {
            static const QRegularExpression proof(
                QStringLiteral("name=\"csrf\" value=\"([^\"]+)\""));
            m_csrf = proof.match(answer.text()).captured(1);
            if (answer.status != 200 || m_csrf.isEmpty())
                return false;
            m_step = Step::Choose;
            return true;
        }
        case Step::Choose:
            if (answer.status != 303 || location.contains(QLatin1StringView("/t/"))) {
                if (answer.status != 0)
                    m_step = Step::Look; // the page says why
                return false;
            }
            m_payUrl = location;
            m_step = Step::Pay;
            return true;
        case Step::Pay: {
            const QUrl back(said.value(QStringLiteral("location")).toString());
            if (answer.status != 200 || back.isEmpty()) {
                m_step = Step::Order; // that page has ended: the shop knows another one
                return false;
            }
            paid = true;
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

    Street &m_street;
    const int m_number;
    Step m_step = Step::Order;
    bool m_walking = false;
    int m_repeats = 0;
    Answer m_last;
    QByteArray m_token;
    qint64 m_totalMinor = 0;
    QString m_csrf;
    QString m_payUrl;
    QString m_back;
};

} // namespace petalpost::test
