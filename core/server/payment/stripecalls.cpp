// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/stripecalls.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server::stripe {

namespace {

constexpr qsizetype maxCodeLength = 64;

/// The word that tells one "no" from another.
QString codeOf(const QJsonObject &error)
{
    const QString code = error.value("code"_L1).toString();
    return (code.isEmpty() ? error.value("type"_L1).toString() : code).left(maxCodeLength);
}

/// The seconds that Stripe asks to wait; empty when it does not say.
QString secondsToWait(const ProviderAnswer &answer)
{
    bool isNumber = false;
    const int seconds = answer.headers.value("retry-after").toInt(&isNumber);
    return isNumber && seconds > 0 ? QString::number(seconds) : QString();
}

/// A client error that Stripe explains. What no error object stands in was said by somebody
/// between us and Stripe, and is no word about the call.
tl::unexpected<Refusal> refused(const QJsonObject &error)
{
    const QString type = error.value("type"_L1).toString();
    const bool definite = type == "card_error"_L1 || type == "invalid_request_error"_L1
                          || type == "idempotency_error"_L1;
    if (!definite)
        return refuse(RefusalCode::ProviderUnavailable);
    return refuse(RefusalCode::PaymentDeclined, {}, codeOf(error));
}

Result<QJsonObject> objectOf(const ProviderAnswer &answer)
{
    constexpr int dependencyFailed = 424;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (answer.status >= 200 && answer.status < 300) {
        if (!document.isObject())
            return refuse(RefusalCode::ProviderUnavailable);
        return document.object();
    }
    if (answer.status == 401 || answer.status == 403)
        return refuse(RefusalCode::NotAllowed);
    if (answer.status == 429)
        return refuse(RefusalCode::ProviderNotAsked, {}, secondsToWait(answer));
    // 409: the same key is being worked on at this moment.
    const bool undecided = answer.status < 400 || answer.status >= 500 || answer.status == 409
                           || answer.status == dependencyFailed
                           || answer.headers.value("stripe-should-retry") == "true";
    if (undecided)
        return refuse(RefusalCode::ProviderUnavailable);
    return refused(document.object().value("error"_L1).toObject());
}

} // namespace

QByteArray encoded(const Form &form)
{
    QByteArray text;
    for (const auto &[name, value] : form) {
        if (!text.isEmpty())
            text += '&';
        text += name + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

Said read(const ProviderAnswer &answer)
{
    const bool replayed = answer.headers.value("idempotent-replayed") == "true";
    return {objectOf(answer), replayed && answer.status >= 500};
}

Refusal unread(const Refusal &refusal)
{
    if (refusal.code == RefusalCode::PaymentDeclined)
        return Refusal::of(RefusalCode::ProviderUnavailable, {}, refusal.value);
    return refusal;
}

Calls::Calls(ProviderHttp &http, QString baseUrl, QByteArray secretKey)
    : m_http(http)
    , m_baseUrl(std::move(baseUrl))
    , m_secretKey(std::move(secretKey))
{
}

ProviderCall Calls::call(const QByteArray &method, const QString &path) const
{
    ProviderCall call;
    call.method = method;
    call.url = QUrl(QString(m_baseUrl + path));
    call.headers.insert("Authorization", "Bearer " + m_secretKey);
    call.headers.insert("Stripe-Version", apiVersion);
    call.deadlineMs = m_http.deadlines().readMs;
    return call;
}

QCoro::Task<Result<QJsonObject>> Calls::get(QString path, Form query)
{
    ProviderCall asked = call("GET", path);
    if (!query.empty())
        asked.url.setQuery(QString::fromLatin1(encoded(query)));
    const auto answer = co_await m_http.send(std::move(asked));
    if (!answer)
        co_return refuse(answer.error());
    auto said = read(*answer);
    if (!said.object)
        co_return refuse(unread(said.object.error()));
    co_return std::move(said.object);
}

QCoro::Task<Said> Calls::post(QString path, Form form, QString key)
{
    ProviderCall asked = call("POST", path);
    asked.deadlineMs = m_http.deadlines().writeMs;
    asked.headers.insert("Content-Type", "application/x-www-form-urlencoded");
    if (!key.isEmpty())
        asked.headers.insert("Idempotency-Key", key.toUtf8());
    asked.body = encoded(form);
    const auto answer = co_await m_http.send(std::move(asked));
    if (!answer)
        co_return Said{refuse(answer.error())};
    co_return read(*answer);
}

QCoro::Task<Result<Listed>> Calls::list(QString path, Form query, int pages)
{
    Listed listed;
    query.emplace_back("limit", QString::number(pageLength));
    QString last;
    for (int page = 0; page < pages; ++page) {
        Form asked = query;
        if (!last.isEmpty())
            asked.emplace_back("starting_after", last);
        const auto object = co_await get(path, std::move(asked));
        if (!object)
            co_return refuse(object.error());
        const QJsonValue data = object->value("data"_L1);
        if (!data.isArray())
            co_return refuse(RefusalCode::ProviderUnavailable);
        const QJsonArray entries = data.toArray();
        for (const auto &entry : entries)
            listed.objects.push_back(entry.toObject());
        listed.complete = !object->value("has_more"_L1).toBool();
        if (listed.complete)
            co_return listed;
        last = listed.objects.empty() ? QString() : listed.objects.back().value("id"_L1).toString();
        if (last.isEmpty())
            co_return refuse(RefusalCode::ProviderUnavailable);
    }
    co_return listed;
}

} // namespace petalpost::server::stripe
