// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/balancefindings.h"

#include <algorithm>
#include <set>

namespace petalpost::server {

namespace {

/// The changes of state that are texted, and by which message.
constexpr std::array texted{
    std::pair(OrderState::Paid, MessageEvent::Paid),
    std::pair(OrderState::Making, MessageEvent::Making),
    std::pair(OrderState::Made, MessageEvent::Made),
    std::pair(OrderState::Delivering, MessageEvent::Delivering),
    std::pair(OrderState::Delivered, MessageEvent::Delivered),
    std::pair(OrderState::Cancelled, MessageEvent::Cancelled),
};

bool holdsMoney(PaymentState state)
{
    return state != PaymentState::Pending && state != PaymentState::Confirming
           && state != PaymentState::Unknown && state != PaymentState::Failed;
}

bool isUndecided(const PaymentAttempt &attempt)
{
    return attempt.state == PaymentState::Confirming || attempt.state == PaymentState::Unknown;
}

/// A charge from before the ledger was kept says so by its state alone.
bool countsFor(const BalanceFindings &findings, const PaymentAttempt &attempt)
{
    const auto entries = findings.entries.constFind(attempt.id);
    if (entries == findings.entries.constEnd())
        return holdsMoney(attempt.state);
    return std::ranges::any_of(
        *entries, [](const LedgerEntry *entry) { return entry->kind == LedgerKind::Charge; });
}

void checkPaidOrders(BalanceFindings &findings)
{
    QHash<qint64, std::vector<const PaymentAttempt *>> attemptsOf;
    for (const PaymentAttempt &attempt : findings.books.attempts)
        attemptsOf[attempt.orderId].push_back(&attempt);
    for (const store::BalancedOrder &order : findings.books.orders) {
        const qint64 paidAtMs = order.reachedAt(OrderState::Paid);
        if (order.byHand || order.resent || !findings.day.has(paidAtMs))
            continue;
        const auto attempts = attemptsOf.value(order.id);
        const bool counted = std::ranges::any_of(attempts, [&](const PaymentAttempt *attempt) {
            return countsFor(findings, *attempt)
                   || findings.has(DifferenceKind::UnknownCharge, attempt->id);
        });
        if (counted)
            continue;
        PaymentAttempt last;
        last.orderId = order.id;
        if (!attempts.empty())
            last = *attempts.back();
        findings.add(DifferenceKind::PaidWithoutCharge, last, Repair::ReadAgain, paidAtMs)
            .expected = order.total;
    }
}

void checkCharges(BalanceFindings &findings)
{
    for (const LedgerEntry &entry : findings.books.ledger) {
        const PaymentAttempt *attempt = findings.attempts.value(entry.attemptId);
        if (entry.kind != LedgerKind::Charge || !findings.day.has(entry.atMs) || !attempt)
            continue;
        const store::BalancedOrder *order = findings.orders.value(entry.orderId);
        const bool paid =
            order && order->state != OrderState::Received && order->state != OrderState::Expired;
        if (!paid) {
            findings.add(DifferenceKind::ChargeWithoutOrder, *attempt, Repair::None, entry.atMs)
                .actual = entry.amount;
        }
    }
}

/// Money that should be back by now, whichever day it was asked for.
void checkRefunds(BalanceFindings &findings)
{
    for (const store::BalancedRefund &refund : findings.books.refunds) {
        const bool failed = refund.state == RefundState::Failed;
        if (!failed && refund.askedAtMs > findings.day.nowMs - settleWithinMs)
            continue;
        PaymentAttempt attempt;
        attempt.id = refund.attemptId;
        attempt.orderId = refund.orderId;
        attempt.gateway = refund.gateway;
        const auto kind = refund.surplus ? DifferenceKind::SurplusNotReturned
                          : failed       ? DifferenceKind::RefundFailed
                                         : DifferenceKind::RefundPending;
        Difference &difference = findings.add(
            kind, attempt, failed ? Repair::RetryRefund : Repair::ReadAgain, refund.askedAtMs);
        difference.refundId = refund.id;
        difference.expected = refund.amount;
        difference.detail = refund.failure;
    }
}

/// Surplus that nobody has even asked to give back.
void checkSurplus(BalanceFindings &findings)
{
    for (const LedgerEntry &entry : findings.books.ledger) {
        const PaymentAttempt *attempt = findings.attempts.value(entry.attemptId);
        const bool due = entry.kind == LedgerKind::Surplus && findings.day.has(entry.atMs)
                         && entry.atMs <= findings.day.nowMs - settleWithinMs;
        const qint64 goneMinor = attempt ? attempt->refundedMinor + attempt->disputedMinor : 0;
        if (!due || !attempt || goneMinor >= entry.amount.minor)
            continue;
        const bool asked = std::ranges::any_of(findings.books.refunds, [&](const auto &refund) {
            return refund.attemptId == entry.attemptId;
        });
        if (!asked) {
            findings
                .add(DifferenceKind::SurplusNotReturned, *attempt, Repair::ReadAgain, entry.atMs)
                .expected = Money{entry.amount.minor - goneMinor, entry.amount.currency};
        }
    }
}

void checkUndecided(BalanceFindings &findings)
{
    const BalanceDay &day = findings.day;
    for (const PaymentAttempt &attempt : findings.books.attempts) {
        const bool waitsForDeposit =
            !attempt.deposit.number.isEmpty() && attempt.deposit.dueAtMs > day.nowMs;
        if (!isUndecided(attempt) || attempt.createdAtMs > day.nowMs - settleWithinMs
            || attempt.createdAtMs >= day.toMs || waitsForDeposit
            || findings.has(DifferenceKind::UnknownCharge, attempt.id))
            continue;
        findings
            .add(DifferenceKind::PaymentUndecided, attempt, Repair::ReadAgain, attempt.createdAtMs)
            .expected = attempt.amount;
    }
}

void checkChargebacks(BalanceFindings &findings)
{
    for (const LedgerEntry &entry : findings.books.ledger) {
        const PaymentAttempt *attempt = findings.attempts.value(entry.attemptId);
        if (entry.kind != LedgerKind::Chargeback || !findings.day.has(entry.atMs) || !attempt)
            continue;
        const auto &all = findings.entries[entry.attemptId];
        const bool won = std::ranges::any_of(all, [&](const LedgerEntry *other) {
            return other->kind == LedgerKind::ChargebackWon && other->reference == entry.reference;
        });
        if (won)
            continue;
        Difference &difference =
            findings.add(DifferenceKind::Chargeback, *attempt, Repair::None, entry.atMs);
        difference.actual = entry.amount;
        difference.detail = entry.reference;
    }
}

void addSms(BalanceFindings &findings, DifferenceKind kind, qint64 orderId, MessageEvent event,
            qint64 atMs)
{
    Difference &difference = findings.differences.emplace_back();
    difference.kind = kind;
    difference.orderId = orderId;
    difference.atMs = atMs;
    difference.detail = word(event);
}

/// A state that was only passed on the way to another one shares its time, and is not texted.
bool isPassed(const store::BalancedOrder &order, OrderState state)
{
    const auto from = order.reachedAtMs.begin() + int(state);
    return std::find(from + 1, order.reachedAtMs.end(), *from) != order.reachedAtMs.end();
}

/// Being paid is texted in other words when nothing was charged, or when the work came first.
MessageEvent paidText(const store::BalancedOrder &order)
{
    if (order.resent)
        return MessageEvent::Resent;
    const qint64 makingMs = order.reachedAt(OrderState::Making);
    const bool afterwards =
        order.byHand && makingMs > 0 && makingMs < order.reachedAt(OrderState::Paid);
    return afterwards ? MessageEvent::MoneyReceived : MessageEvent::Paid;
}

void checkTexts(BalanceFindings &findings)
{
    std::set<std::pair<qint64, MessageEvent>> written;
    for (const Message &message : findings.books.messages)
        written.insert({message.orderId, message.event});
    for (const store::BalancedOrder &order : findings.books.orders) {
        for (const auto &[state, usual] : texted) {
            const MessageEvent event = state == OrderState::Paid ? paidText(order) : usual;
            const qint64 atMs = order.reachedAt(state);
            if (order.texted && findings.day.has(atMs) && !isPassed(order, state)
                && !written.contains({order.id, event}))
                addSms(findings, DifferenceKind::SmsMissing, order.id, event, atMs);
        }
    }
}

void checkMessages(BalanceFindings &findings)
{
    const auto add = [&](DifferenceKind kind, const Message &message) {
        addSms(findings, kind, message.orderId, message.event, message.createdAtMs);
    };
    for (const Message &message : findings.books.messages) {
        if (!findings.day.has(message.createdAtMs))
            continue;
        switch (message.state) {
        case MessageState::Held:
        case MessageState::Queued:
        case MessageState::Sending:
            if (message.sendAfterMs <= findings.day.nowMs - settleWithinMs)
                add(DifferenceKind::SmsMissing, message);
            break;
        case MessageState::Failed:
            add(DifferenceKind::SmsFailed, message);
            break;
        case MessageState::Unknown:
            add(DifferenceKind::SmsUnknown, message);
            break;
        case MessageState::Sent:
        case MessageState::Withdrawn:
            break;
        }
    }
}

} // namespace

void checkOwnBooks(BalanceFindings &findings)
{
    checkCharges(findings);
    checkRefunds(findings);
    checkSurplus(findings);
    checkUndecided(findings);
    checkChargebacks(findings);
    checkMessages(findings);
    if (!findings.books.complete)
        return; // what was not read is not missing
    checkPaidOrders(findings);
    checkTexts(findings);
}

} // namespace petalpost::server
