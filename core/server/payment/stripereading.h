// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/gateway.h"

#include <QtCore/QJsonObject>

namespace petalpost::server::stripe {

/// How many decimal places Stripe gives the amounts of a currency; nothing for those whose amounts
/// follow rules of their own (three places of which the last must be 0, or two that do not exist).
std::optional<int> exponentOf(const QString &currency);

/// Whether amounts of \a currency mean the same to Stripe and to us.
bool isSold(const Currency &currency);

/// An amount in minor units; nothing when it is not a whole number of zero or more.
std::optional<qint64> minorOf(const QJsonValue &value);

/// The payment as a Checkout Session has it, with `payment_intent.latest_charge` and its
/// `balance_transaction` expanded. Refuses with ProviderUnavailable when the answer lacks what it
/// must have or contradicts itself: then nothing is known.
Result<ProviderPayment> paymentOfSession(const QJsonObject &session);

/// As paymentOfSession(), from a PaymentIntent with `latest_charge` and its `balance_transaction`.
Result<ProviderPayment> paymentOfIntent(const QJsonObject &intent);

/// The PaymentIntent of a session, expanded or not; empty before the customer tried to pay.
QString intentIdOf(const QJsonObject &session);

/// Refuses with ProviderUnavailable when it cannot be read, or is not of \a amountMinor.
Result<ProviderRefund> refundOf(const QJsonObject &refund, qint64 amountMinor);

/// Which of \a refunds answers the call of \a asked: one that stands, whichever call made it, or
/// the failed one of this very call. One that failed before a new call was asked for answers
/// nothing.
std::optional<QJsonObject> refundFor(const std::vector<QJsonObject> &refunds,
                                     const store::RefundRow &asked);

/// What one balance transaction with its `source` expanded moved: nothing for what is between the
/// shop and Stripe, such as a payout; two entries where a fee was taken along.
std::vector<ProviderEntry> entriesOf(const QJsonObject &transaction);

} // namespace petalpost::server::stripe
