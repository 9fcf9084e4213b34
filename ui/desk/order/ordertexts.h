// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "ui/desk/order/detailfacts.h"

// The sentences of the detail pane; empty where there is nothing to say.
namespace petalpost::desk {

QString contactText(const Contact &contact);
QString addressText(const Order &order);
/// When it is due and how much time is left.
QString deliveryText(const Order &order, const DetailFacts &facts);
/// When each state was reached, and how a paid order came to a person.
QString historyText(const Order &order, const DetailFacts &facts);
/// Why it was cancelled, or what the customer asked for.
QString cancelText(const Order &order, const DetailFacts &facts);
/// What was given after the delivery and why; for a resent order, which one it makes good.
QString claimText(const Order &order);

/// What became of the edit that asks the customer first, with its difference.
QString pendingEditText(const Order &order);

/// "89,000원 · 결제완료": the price and the word of its money.
QString priceText(const Order &order);
/// What was paid and what went back, one line each; empty while nothing went back.
QString moneyMovesText(const Order &order);
/// That the provider owes an answer, and since when.
QString unclearPaymentText(const Order &order, const DetailFacts &facts);
/// That the provider refused to give back, how much, and its reason.
QString failedRefundText(const Order &order);
QString disputeText(const Order &order);

} // namespace petalpost::desk
