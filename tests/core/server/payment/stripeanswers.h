// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"

#include <QtCore/QByteArray>
#include <QtTest/QTest>

#include <vector>

namespace petalpost::test {

/// One way in which Stripe, or what stands before it, does not answer with what was asked for.
struct StripeAnswer
{
    const char *name;
    int status;
    const char *type;
    const char *code;
    QByteArray header;
    QByteArray value;
    RefusalCode refusal; ///< of a call that may move money
    const char *refusalValue;
};

inline const std::vector<StripeAnswer> stripeAnswers{
    {"broken", 500, "api_error", "", {}, {}, RefusalCode::ProviderUnavailable, ""},
    {"broken on the way", 502, "", "", {}, {}, RefusalCode::ProviderUnavailable, ""},
    {"moved", 302, "", "", "Location", "https://example.com", RefusalCode::ProviderUnavailable, ""},
    {"wrong key", 401, "invalid_request_error", "", {}, {}, RefusalCode::NotAllowed, ""},
    {"key without this right",
     403,
     "invalid_request_error",
     "",
     {},
     {},
     RefusalCode::NotAllowed,
     ""},
    {"too many", 429, "invalid_request_error", "rate_limit", "Retry-After", "7",
     RefusalCode::ProviderNotAsked, "7"},
    {"too many, no time",
     429,
     "invalid_request_error",
     "lock_timeout",
     {},
     {},
     RefusalCode::ProviderNotAsked,
     ""},
    {"under way",
     409,
     "idempotency_error",
     "idempotency_key_in_use",
     {},
     {},
     RefusalCode::ProviderUnavailable,
     ""},
    {"somebody else's trouble", 424, "api_error", "", {}, {}, RefusalCode::ProviderUnavailable, ""},
    {"to be tried again", 400, "invalid_request_error", "x", "Stripe-Should-Retry", "true",
     RefusalCode::ProviderUnavailable, ""},
    {"api error as 400", 400, "api_error", "", {}, {}, RefusalCode::ProviderUnavailable, ""},
    {"not Stripe's words", 400, "", "", {}, {}, RefusalCode::ProviderUnavailable, ""},
    {"wrong request",
     400,
     "invalid_request_error",
     "amount_too_small",
     {},
     {},
     RefusalCode::PaymentDeclined,
     "amount_too_small"},
    {"wrong request without a code",
     400,
     "invalid_request_error",
     "",
     {},
     {},
     RefusalCode::PaymentDeclined,
     "invalid_request_error"},
    {"wrong request, and no use in trying", 400, "invalid_request_error", "url_invalid",
     "Stripe-Should-Retry", "false", RefusalCode::PaymentDeclined, "url_invalid"},
    {"card",
     402,
     "card_error",
     "card_declined",
     {},
     {},
     RefusalCode::PaymentDeclined,
     "card_declined"},
    {"other words under the key",
     400,
     "idempotency_error",
     "",
     {},
     {},
     RefusalCode::PaymentDeclined,
     "idempotency_error"},
    {"nothing there",
     404,
     "invalid_request_error",
     "resource_missing",
     {},
     {},
     RefusalCode::PaymentDeclined,
     "resource_missing"},
};

/// A column `row` with all of them, but those of status 400 that are of the type \a without.
inline void stripeAnswerRows(const QByteArray &without = {})
{
    QTest::addColumn<int>("row");
    for (std::size_t row = 0; row < stripeAnswers.size(); ++row) {
        const StripeAnswer &answer = stripeAnswers[row];
        if (without.isEmpty() || answer.status != 400 || answer.type != without)
            QTest::newRow(answer.name) << int(row);
    }
}

template<class T>
void expectRefusal(const Result<T> &result, RefusalCode code, const QString &value = {})
{
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QCOMPARE(result.error().value, value);
}

} // namespace petalpost::test
