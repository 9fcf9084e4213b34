// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/gateway.h"
#include "core/server/payment/providerhttp.h"

#include <QtCore/QJsonObject>

namespace petalpost::server::toss {

// What Toss Payments' answers mean. Nothing here calls anybody.

/// What Toss says of a call that it did not do. The value is its code, set when it answered
/// something that a repetition under the same key is answered with as well.
Refusal refusalOf(const ProviderAnswer &answer);
/// Whether Toss says that it knows no such payment.
bool isUnknownPayment(const Refusal &refusal);

/// A moment as Toss writes it, also without its offset, which is Seoul's; 0 when there is none.
qint64 momentMs(const QJsonValue &value);
/// A moment as Toss reads it.
QString seoulTime(qint64 atMs);

/// Reads a Payment object; fields that it does not know do not disturb it. Refuses with
/// ProviderUnavailable when what it must know is missing.
Result<ProviderPayment> paymentOf(const QJsonObject &payment);

/// Reads a movement of Toss's list; nothing when no money moved. A deposit that the bank called off
/// is a chargeback.
std::optional<ProviderEntry> entryOf(const QJsonObject &movement);
/// A deposit that came again after it was called off is the return of a chargeback, not a second
/// charge. \a entries are a list in Toss's order.
void nameReturns(std::vector<ProviderEntry> &entries);

/// What tells the cancel for \a refund from every other one of its payment: its reason.
QString markOf(const store::RefundRow &refund);
/// The cancel for \a refund in a Payment object; nothing when there is none yet.
std::optional<ProviderRefund> refundIn(const QJsonObject &payment, const store::RefundRow &refund);
/// How much of the tax-free part goes back with \a refundMinor; all parts add up to the whole.
qint64 taxFreeOf(const PaymentAttempt &attempt, qint64 refundMinor);

} // namespace petalpost::server::toss
