// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/balancing.h"

#include "core/server/orders/deskmoney.h"
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

/// \a returned: a refund that failed had been done before.
void addTo(SideSums &side, LedgerKind kind, qint64 minor, bool returned)
{
    switch (kind) {
    case LedgerKind::Charge:
    case LedgerKind::Surplus:
        side.charges.add(minor);
        break;
    case LedgerKind::Refund:
    case LedgerKind::RefundSeen:
        side.refunds.add(minor);
        break;
    case LedgerKind::RefundFailed:
        if (returned)
            side.refunds.takeAway(minor);
        break;
    case LedgerKind::Chargeback:
        side.chargebacks.add(minor);
        break;
    case LedgerKind::ChargebackWon:
        side.chargebacks.takeAway(minor);
        break;
    case LedgerKind::Fee:
    case LedgerKind::Attempt:
    case LedgerKind::Declined:
    case LedgerKind::RefundAsked:
    case LedgerKind::RefundWithdrawn:
        break;
    }
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

/// The attempt by which each order was paid: the one whose charge counts, else the last.
QHash<qint64, const PaymentAttempt *> payingAttempts(const BalanceFindings &findings)
{
    QHash<qint64, const PaymentAttempt *> paying;
    for (const bool counted : {false, true}) {
        for (const PaymentAttempt &attempt : findings.books.attempts) {
            const LedgerEntry *charge = findings.chargeOf(attempt.id);
            const bool counts = charge && charge->kind == LedgerKind::Charge;
            if (attempt.chargeRequest == 0 && (counts || !counted))
                paying.insert(attempt.orderId, &attempt);
        }
    }
    return paying;
}

void addOrders(std::vector<GatewaySums> &all, const BalanceFindings &findings)
{
    const auto paying = payingAttempts(findings);
    for (const store::BalancedOrder &order : findings.books.orders) {
        const PaymentAttempt *attempt = paying.value(order.id);
        const bool other = order.byHand && attempt && attempt->gateway != deskGatewayName;
        const bool sold = attempt && !order.resent && !other
                          && findings.day.has(order.reachedAt(OrderState::Paid));
        // A provider that is gone, and moved nothing, is no row: that the order is paid without a
        // charge is named anyway.
        const bool shown =
            sold
            && (findings.inUse.contains(attempt->gateway)
                || std::ranges::find(all, attempt->gateway, &GatewaySums::gateway) != all.end());
        if (shown)
            sumsOf(all, attempt->gateway, order.total.currency).orders.add(order.total.minor);
    }
}

/// The lists' currencies are matched by their code: the sandbox keeps no exponents.
void addList(std::vector<GatewaySums> &all, const BalanceFindings &findings,
             const ProviderList &list)
{
    for (const ProviderEntry &entry : list.entries.value_or(std::vector<ProviderEntry>())) {
        if (entry.kind == LedgerKind::Fee || !findings.day.has(entry.atMs))
            continue;
        const auto same = std::ranges::find_if(all, [&](const GatewaySums &sums) {
            return sums.gateway == list.gateway && sums.currency.code == entry.amount.currency.code;
        });
        GatewaySums &sums =
            same != all.end() ? *same : sumsOf(all, list.gateway, entry.amount.currency);
        if (!sums.listed)
            sums.listed.emplace();
        addTo(*sums.listed, entry.kind, entry.amount.minor, true);
    }
    const bool known = std::ranges::find(all, list.gateway, &GatewaySums::gateway) != all.end();
    if (!known)
        all.push_back({list.gateway, ListState::NotInUse, {}, {}});
    for (GatewaySums &sums : all) {
        if (sums.gateway != list.gateway)
            continue;
        sums.list = list.entries ? ListState::Compared : ListState::NotRead;
        if (list.entries && !sums.listed)
            sums.listed.emplace(); // read, and there was nothing
    }
}

std::vector<GatewaySums> sumsByGateway(const BalanceFindings &findings,
                                       const std::vector<ProviderList> &lists)
{
    std::vector<GatewaySums> all;
    for (const LedgerEntry &entry : findings.books.ledger) {
        const PaymentAttempt *attempt = findings.attempts.value(entry.attemptId);
        const MoneyMoved moved = movedBy(entry, isSurplus(findings, entry.attemptId));
        if (!attempt || !findings.day.has(entry.atMs) || moved == MoneyMoved())
            continue;
        GatewaySums &sums = sumsOf(all, attempt->gateway, entry.amount.currency);
        sums.moved += moved;
        addTo(sums.ledger, entry.kind, entry.amount.minor, isReturned(entry));
    }
    addOrders(all, findings);
    for (const ProviderList &list : lists)
        addList(all, findings, list);
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

std::optional<ProviderList> tillList(const BalanceBooks &books)
{
    QSet<QString> byHand;
    for (const PaymentAttempt &attempt : books.attempts) {
        if (attempt.gateway == deskGatewayName)
            byHand.insert(attempt.id);
    }
    if (byHand.isEmpty())
        return std::nullopt;
    std::vector<ProviderEntry> entries;
    for (const LedgerEntry &entry : books.ledger) {
        const bool moved = entry.kind == LedgerKind::Charge || entry.kind == LedgerKind::Refund;
        if (moved && byHand.contains(entry.attemptId))
            entries.push_back(
                {entry.attemptId, entry.reference, entry.kind, entry.amount, entry.atMs});
    }
    return ProviderList{deskGatewayName, std::move(entries)};
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
