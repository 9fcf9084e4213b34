// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/balancing.h"

#include "core/server/payment/balancefindings.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

bool isSurplus(const BalanceFindings &findings, const QString &attemptId)
{
    const LedgerEntry *charge = findings.chargeOf(attemptId);
    return charge && charge->kind == LedgerKind::Surplus;
}

MoneyMoved movedBy(const LedgerEntry &entry, bool surplus)
{
    const qint64 minor = entry.amount.minor;
    MoneyMoved moved;
    qint64 &back = surplus ? moved.surplusReturnedMinor : moved.refundedMinor;
    switch (entry.kind) {
    case LedgerKind::Charge:
        moved.chargedMinor = minor;
        break;
    case LedgerKind::Surplus:
        moved.surplusMinor = minor;
        break;
    case LedgerKind::Refund:
    case LedgerKind::RefundSeen:
        back = minor;
        break;
    case LedgerKind::RefundFailed:
        back = isReturned(entry) ? -minor : 0;
        break;
    case LedgerKind::Fee:
        moved.feesMinor = minor;
        break;
    case LedgerKind::Chargeback:
        moved.chargebacksMinor = minor;
        break;
    case LedgerKind::ChargebackWon:
        moved.chargebacksMinor = -minor;
        break;
    case LedgerKind::Attempt:
    case LedgerKind::Declined:
    case LedgerKind::RefundAsked:
    case LedgerKind::RefundWithdrawn:
        break;
    }
    return moved;
}

GatewaySums &sumsOf(std::vector<GatewaySums> &all, const QString &gateway, const Currency &currency)
{
    const auto found = std::ranges::find_if(all, [&](const GatewaySums &sums) {
        return sums.gateway == gateway && sums.currency == currency;
    });
    if (found != all.end())
        return *found;
    return all.emplace_back(GatewaySums{gateway, ListState::NotInUse, currency, {}});
}

std::vector<GatewaySums> sumsByGateway(const BalanceFindings &findings,
                                       const std::vector<ProviderList> &lists)
{
    std::vector<GatewaySums> all;
    for (const LedgerEntry &entry : findings.books.ledger) {
        const PaymentAttempt *attempt = findings.attempts.value(entry.attemptId);
        const MoneyMoved moved = movedBy(entry, isSurplus(findings, entry.attemptId));
        if (attempt && findings.day.has(entry.atMs) && moved != MoneyMoved())
            sumsOf(all, attempt->gateway, entry.amount.currency).moved += moved;
    }
    for (const ProviderList &list : lists) {
        const bool moved = std::ranges::find(all, list.gateway, &GatewaySums::gateway) != all.end();
        if (!moved)
            all.push_back({list.gateway, ListState::NotInUse, {}, {}});
        for (GatewaySums &sums : all) {
            if (sums.gateway == list.gateway)
                sums.list = list.entries ? ListState::Compared : ListState::NotRead;
        }
    }
    std::ranges::sort(all, {}, [](const GatewaySums &sums) {
        return std::pair(sums.gateway, sums.currency.code);
    });
    return all;
}

void countOrders(Balance &balance, const BalanceFindings &findings)
{
    for (const store::BalancedOrder &order : findings.books.orders) {
        if (order.resent || !findings.day.has(order.reachedAt(OrderState::Paid)))
            continue;
        ++balance.orders;
        if (!order.byHand)
            continue;
        ++balance.ordersByHand;
        const auto same = std::ranges::find_if(balance.byHand, [&](const Money &money) {
            return money.currency == order.total.currency;
        });
        if (same != balance.byHand.end())
            same->minor += order.total.minor;
        else
            balance.byHand.push_back(order.total);
    }
}

} // namespace

bool isReturned(const LedgerEntry &entry)
{
    return entry.kind == LedgerKind::RefundFailed && entry.detail == "returned"_L1;
}

BalanceFindings::BalanceFindings(const BalanceDay &ofDay, const BalanceBooks &ofBooks,
                                 const std::vector<ProviderList> &lists)
    : day(ofDay)
    , books(ofBooks)
{
    for (const PaymentAttempt &attempt : books.attempts)
        attempts.insert(attempt.id, &attempt);
    for (const store::BalancedOrder &order : books.orders)
        orders.insert(order.id, &order);
    for (const LedgerEntry &entry : books.ledger)
        entries[entry.attemptId].push_back(&entry);
    for (const ProviderList &list : lists)
        inUse.insert(list.gateway);
}

const LedgerEntry *BalanceFindings::chargeOf(const QString &attemptId) const
{
    const auto all = entries.constFind(attemptId);
    if (all == entries.constEnd())
        return nullptr;
    const auto charge = std::ranges::find_if(*all, [](const LedgerEntry *entry) {
        return entry->kind == LedgerKind::Charge || entry->kind == LedgerKind::Surplus;
    });
    return charge == all->end() ? nullptr : *charge;
}

Difference &BalanceFindings::add(DifferenceKind kind, const PaymentAttempt &attempt, Repair repair,
                                 qint64 atMs)
{
    Difference &difference = differences.emplace_back();
    difference.kind = kind;
    difference.repair = inUse.contains(attempt.gateway) ? repair : Repair::None;
    difference.gateway = attempt.gateway;
    difference.orderId = attempt.orderId;
    difference.attemptId = attempt.id;
    difference.atMs = atMs;
    return difference;
}

bool BalanceFindings::has(DifferenceKind kind, const QString &attemptId) const
{
    return std::ranges::any_of(differences, [&](const Difference &difference) {
        return difference.kind == kind && difference.attemptId == attemptId;
    });
}

Balance balanceOf(const BalanceDay &day, const BalanceBooks &books,
                  const std::vector<ProviderList> &lists)
{
    BalanceFindings findings(day, books, lists);
    Balance balance;
    balance.date = day.date;
    balance.fromMs = day.fromMs;
    balance.toMs = day.toMs;
    balance.complete = books.complete;
    balance.gateways = sumsByGateway(findings, lists);
    countOrders(balance, findings);
    compareLists(findings, lists);
    checkOwnBooks(findings);
    for (const GatewaySums &sums : balance.gateways) {
        const bool named =
            std::ranges::any_of(findings.differences, [&](const Difference &difference) {
                return difference.kind == DifferenceKind::ProviderNotRead
                       && difference.gateway == sums.gateway;
            });
        if (sums.list == ListState::Compared || named)
            continue;
        Difference &difference = findings.differences.emplace_back();
        difference.kind = DifferenceKind::ProviderNotRead;
        difference.gateway = sums.gateway;
        difference.detail = word(sums.list);
    }
    balance.differences = std::move(findings.differences);
    std::ranges::stable_sort(balance.differences, {}, [](const Difference &difference) {
        return std::tuple(difference.kind, difference.orderId, difference.atMs);
    });
    return balance;
}

} // namespace petalpost::server
