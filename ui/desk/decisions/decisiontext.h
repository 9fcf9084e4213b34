// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/product.h"
#include "core/domain/review.h"
#include "core/storage/desk/decisionstore.h"

namespace petalpost::desk {

/// The document that a decision is about, as this desk shows it now; at most one of the first two.
struct DecisionSubject
{
    const Order *order = nullptr;
    const Review *review = nullptr;
    qint64 nowMs = 0; ///< server time
    QTimeZone zone = QTimeZone::utc();
    bool shop = false; ///< it is about the shop's settings
    const Product *product = nullptr;
    bool entry = false; ///< it is about an order that was taken down here
};

/// What the second button does.
enum class SecondChoice {
    Redo, ///< the same again on the newest state
    Open, ///< not possible any more: shows the order, form, review or settings, and it is done
    Copy, ///< it is not there any more: keeps the words of it in the clipboard
};

SecondChoice secondChoice(const DecisionSubject &subject, const std::vector<Operation> &again);

/// "#1043 · 작약 한아름 × 1 · 김서연".
QString decisionTitle(const Decision &decision, const DecisionSubject &subject);
/// What was done here and when, one line an operation: "10:05  제작 시작".
QString ownFact(const Decision &decision, const DecisionSubject &subject);
/// Where the server stands and since when, and why it said no.
QString serverFact(const Decision &decision, const DecisionSubject &subject);
QString secondButton(SecondChoice choice, const std::vector<Operation> &again,
                     const DecisionSubject &subject);

} // namespace petalpost::desk
