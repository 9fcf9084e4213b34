// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/providerhttp.h"

#include <QtCore/QJsonObject>

#include <vector>

namespace petalpost::server::stripe {

/// The version of Stripe's interface that this program was written for; their answers keep its
/// form.
inline constexpr char apiVersion[] = "2024-10-28.acacia";

/// Names with brackets, such as `line_items[0][quantity]`, and their values.
using Form = std::vector<std::pair<QByteArray, QString>>;

/// \a form as Stripe's own libraries send it: values percent-encoded, brackets left as they are.
QByteArray encoded(const Form &form);

/// What Stripe said to one call.
struct Said
{
    Result<QJsonObject> object; ///< what it answered, refused as PaymentGateway describes
    /// Stripe broke (5xx) when it first heard this idempotency key, and keeps repeating that
    /// answer: the key will never bring anything else.
    bool spent = false;
};

/// Reads an answer by its status, the type of its error and what Stripe says about trying again. A
/// refusal with PaymentDeclined carries Stripe's code; with ProviderNotAsked the seconds to wait.
Said read(const ProviderAnswer &answer);

/// What a refusal means to a call that only reads: a "no" there says nothing about money.
Refusal unread(const Refusal &refusal);

/// A list that was read page by page.
struct Listed
{
    std::vector<QJsonObject> objects;
    bool complete = true; ///< false: Stripe has more than \ref Calls::mostPages pages of it
};

/// HTTP to Stripe's interface. \a http outlives it. Lives in the server's thread.
class Calls
{
public:
    static constexpr int pageLength = 100; ///< the most that Stripe gives at once
    static constexpr int mostPages = 100; ///< of one list: ten thousand entries

    Calls(ProviderHttp &http, QString baseUrl, QByteArray secretKey);

    QCoro::Task<Result<QJsonObject>> get(QString path, Form query);
    /// \a key may be empty for calls that do the same when they are repeated.
    QCoro::Task<Said> post(QString path, Form form, QString key);
    /// Every object of a list, the newest first, at most \a pages pages.
    QCoro::Task<Result<Listed>> list(QString path, Form query, int pages = mostPages);

private:
    ProviderCall call(const QByteArray &method, const QString &path) const;

    ProviderHttp &m_http;
    QString m_baseUrl;
    QByteArray m_secretKey;
};

} // namespace petalpost::server::stripe
