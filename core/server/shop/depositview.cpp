// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/depositview.h"

#include "core/server/shop/banks.h"

#include <algorithm>

namespace petalpost::server {

std::optional<PaymentAttempt> awaitedDeposit(const Order &order, const PaymentLedger &ledger)
{
    const bool asked = order.pendingEdit && order.pendingEdit->state == PendingState::Waiting;
    const auto waiting = std::ranges::find_if(ledger.attempts, [&](const PaymentAttempt &attempt) {
        const bool wanted = attempt.chargeRequest > 0 ? asked : order.state == OrderState::Received;
        return wanted && attempt.state == PaymentState::Confirming
               && !attempt.deposit.number.isEmpty();
    });
    if (waiting == ledger.attempts.end())
        return std::nullopt;
    return *waiting;
}

void showDeposit(View &view, const Texts &texts, const Order &order,
                 const std::optional<PaymentAttempt> &awaited)
{
    view.flag("deposit", awaited.has_value());
    if (!awaited)
        return;
    const DepositAccount &deposit = awaited->deposit;
    qint64 dueMs = depositDueMs(texts.shop(), order, deposit);
    if (order.state == OrderState::Received) {
        dueMs = std::min(dueMs, order.expiresAtMs); // the last place is not kept for a transfer
        view.set("headline", texts.words().text("입금을 기다리고 있어요"));
    }
    view.set("depositBank", bankText(texts.words(), deposit.bank))
        .set("depositNumber", deposit.number)
        .setUnlessEmpty("depositHolder", deposit.holder)
        .set("depositAmount", texts.money(awaited->amount))
        .set("depositDue", texts.moment(dueMs))
        .set("depositDueIso", texts.iso(dueMs));
}

} // namespace petalpost::server
