// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/money.h"
#include "core/domain/words.h"

#include <QtCore/QDateTime>

namespace petalpost {

/// Where the money of an order stands, independent of the work on it.
enum class PaymentState {
    Pending,
    Confirming,
    Paid,
    Failed,
    Unknown,
    RefundPending,
    Refunded,
    PartiallyRefunded,
    RefundFailed,
};

inline constexpr std::array<Word<PaymentState>, 9> paymentStateWords{{
    {PaymentState::Pending, QLatin1StringView("pending")},
    {PaymentState::Confirming, QLatin1StringView("confirming")},
    {PaymentState::Paid, QLatin1StringView("paid")},
    {PaymentState::Failed, QLatin1StringView("failed")},
    {PaymentState::Unknown, QLatin1StringView("unknown")},
    {PaymentState::RefundPending, QLatin1StringView("refund_pending")},
    {PaymentState::Refunded, QLatin1StringView("refunded")},
    {PaymentState::PartiallyRefunded, QLatin1StringView("partially_refunded")},
    {PaymentState::RefundFailed, QLatin1StringView("refund_failed")},
}};

inline QLatin1StringView word(PaymentState state)
{
    return wordOf(paymentStateWords, state);
}

/// One try to charge an order at a gateway. Its id travels in the provider's return address, is the
/// idempotency key of the charge, and opens nothing by itself.
struct PaymentAttempt
{
    QString id; ///< random UUID without braces
    qint64 orderId = 0;
    QString gateway;
    Money amount;
    PaymentState state = PaymentState::Pending;
    QString providerReference; ///< what the provider calls it; empty until the provider answered
    qint64 createdAtMs = 0;
    qint64 settledAtMs = 0;
    qint64 refundRequestedMinor = 0; ///< never above amount; the database checks it
    qint64 refundedMinor = 0;

    bool operator==(const PaymentAttempt &) const = default;
};

} // namespace petalpost
