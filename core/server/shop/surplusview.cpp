// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/surplusview.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// Why money goes back that the order could not use.
QString surplusReason(const Texts &texts, const Order &order, const LedgerEntry &entry)
{
    const Words &words = texts.words();
    const QString money = texts.money(entry.amount);
    if (entry.detail == "amount"_L1)
        return words.text("주문과 다른 금액이 결제됐어요. %1, 그대로 돌려드려요.").arg(money);
    const bool over = order.state == OrderState::Cancelled || order.state == OrderState::Expired;
    return over ? words.text("결제가 너무 늦게 도착했어요. %1, 그대로 돌려드려요.").arg(money)
                : words.text("결제가 한 번 더 됐어요. %1, 그대로 돌려드려요.").arg(money);
}

} // namespace

void showSurplus(View &view, const Texts &texts, const Order &order, const PaymentLedger &ledger)
{
    std::vector<View> lines;
    for (const LedgerEntry &entry : ledger.entries) {
        if (entry.kind != LedgerKind::Surplus)
            continue;
        const bool failed = std::ranges::any_of(ledger.refunds, [&](const store::RefundRow &row) {
            return row.attemptId == entry.attemptId && row.state == RefundState::Failed;
        });
        const QString then = failed
                                 ? texts.words().text("돌려드리는 데 문제가 생겨 꽃집이 확인하고 "
                                                      "있어요.")
                                 : texts.words().text("카드사에는 3~5영업일 뒤 반영돼요.");
        View line;
        line.set("surplusText", QString(surplusReason(texts, order, entry) + u' ' + then));
        lines.push_back(std::move(line));
    }
    view.set("surplus", std::move(lines));
}

} // namespace petalpost::server
