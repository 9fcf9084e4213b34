// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/core/server/payment/balanceworld.h"

#include <functional>

namespace petalpost::test::balancerows {

using namespace Qt::Literals::StringLiterals;
using server::borderToleranceMs;
using server::inFlightMs;
using server::settleWithinMs;

using World = BalanceWorld;
using Kind = DifferenceKind;
using Bend = std::function<void(World &)>;

inline constexpr qint64 hourMs = World::hourMs;
inline constexpr qint64 noonMs = World::noonMs;
inline constexpr qint64 justBeforeMs = World::toMs - 100;
inline constexpr qint64 justAfterMs = World::toMs + 100;

struct Row
{
    const char *name;
    Bend bend;
    QStringList expected; ///< what said() answers
};

/// The whole of what can be wrong, and what only looks like it.
inline std::vector<Row> rows()
{
    return {
        {"a day that adds up", [](World &) {}, {}},
        {"paid without a charge",
         [](World &w) {
             w.forgetOurs(1, LedgerKind::Charge);
             w.forgetTheirs(1, LedgerKind::Charge);
         },
         {u"paid_without_charge read_again #1 expected 89000"_s}},
        {"paid without any attempt",
         [](World &w) { w.order(9); },
         {u"paid_without_charge none #9 expected 89000"_s}},
        {"paid before the ledger was kept",
         [](World &w) {
             w.order(9);
             w.attempt(9);
             w.forgetOurs(9, LedgerKind::Attempt);
         },
         {}},
        {"a charge for an unpaid order",
         [](World &w) { w.orderOf(1).state = OrderState::Expired; },
         {u"charge_without_order none #1 found 89000"_s}},
        {"a charge for no order",
         [](World &w) { std::erase_if(w.books.orders, [](auto &o) { return o.id == 1; }); },
         {u"charge_without_order none #1 found 89000"_s}},
        {"a charge of a cancelled order that the shop keeps",
         [](World &w) { w.orderOf(1).state = OrderState::Cancelled; },
         {}},
        {"charged at the provider, not booked",
         [](World &w) {
             w.forgetOurs(1, LedgerKind::Charge);
             w.attemptOf(1).state = PaymentState::Unknown;
         },
         {u"unknown_charge read_again #1 found 89000"_s}},
        {"charged twice in one attempt",
         [](World &w) { w.provider(1, LedgerKind::Charge, noonMs, 89'000); },
         {u"unknown_charge none #1 found 89000"_s}},
        {"charged by somebody else over there",
         [](World &w) { w.provider(77, LedgerKind::Charge, noonMs, 5'000); },
         {u"unknown_charge none #0 found 5000"_s}},
        {"given back by somebody else over there",
         [](World &w) { w.provider(77, LedgerKind::Refund, noonMs, 5'000); },
         {u"unbooked_refund none #0 found 5000"_s}},
        {"not listed by the provider",
         [](World &w) { w.forgetTheirs(1, LedgerKind::Charge); },
         {u"missing_charge none #1 expected 89000"_s}},
        {"another amount",
         [](World &w) { w.theirs.entries->front().amount.minor = 88'000; },
         {u"amount_differs none #1 expected 89000 found 88000"_s}},
        {"another currency",
         [](World &w) { w.theirs.entries->front().amount.currency.code = u"USD"_s; },
         {u"amount_differs none #1 expected 89000 found 89000"_s}},
        {"a refund nobody booked",
         [](World &w) { w.provider(1, LedgerKind::Refund, noonMs, 4'000); },
         {u"unbooked_refund read_again #1 found 4000"_s}},
        {"a second refund of the same amount",
         [](World &w) { w.provider(2, LedgerKind::Refund, noonMs + 2 * hourMs, 9'000); },
         {u"unbooked_refund read_again #2 found 9000"_s}},
        {"a refund like one of last month",
         [](World &w) {
             w.refund(1, noonMs - 700 * hourMs, 4'000, u"old"_s);
             w.provider(1, LedgerKind::Refund, noonMs, 4'000);
         },
         {u"unbooked_refund read_again #1 found 4000"_s}},
        {"two refunds over there, seen as one sum",
         [](World &w) {
             w.provider(1, LedgerKind::Refund, noonMs, 4'000);
             w.provider(1, LedgerKind::Refund, noonMs + 1, 5'000);
             w.ours(1, LedgerKind::RefundSeen, noonMs + 2, 9'000, u"9000"_s);
         },
         {}},
        {"two refunds over there, one of them seen",
         [](World &w) {
             w.provider(1, LedgerKind::Refund, noonMs, 4'000);
             w.provider(1, LedgerKind::Refund, noonMs + 1, 5'000);
             w.ours(1, LedgerKind::RefundSeen, noonMs + 2, 6'000, u"6000"_s);
         },
         {u"unbooked_refund read_again #1 expected 2000 found 5000"_s}},
        {"a refund the provider does not list",
         [](World &w) { w.forgetTheirs(2, LedgerKind::Refund); },
         {u"missing_refund read_again #2 expected 9000"_s}},
        {"a refund that came back, and nobody knows",
         [](World &w) { w.provider(2, LedgerKind::RefundFailed, noonMs + 3 * hourMs, 9'000); },
         {u"missing_refund read_again #2 expected 9000"_s}},
        {"a refund that came back, booked and sent again",
         [](World &w) {
             w.provider(2, LedgerKind::RefundFailed, noonMs + 3 * hourMs, 9'000);
             w.provider(2, LedgerKind::Refund, noonMs + 4 * hourMs, 9'000);
             w.ours(2, LedgerKind::RefundFailed, noonMs + 3 * hourMs, 9'000, u"r2"_s,
                    u"returned"_s);
             w.refund(2, noonMs + 4 * hourMs, 9'000, u"key2"_s);
         },
         {}},
        {"a refund of last week that came back today",
         [](World &w) {
             w.refund(1, noonMs - 200 * hourMs, 4'000, u"old"_s);
             w.provider(1, LedgerKind::RefundFailed, noonMs, 4'000);
         },
         {u"missing_refund read_again #1 expected 4000"_s}},
        {"a refund asked for long ago and done today",
         [](World &w) {
             w.ours(1, LedgerKind::RefundAsked, noonMs - 40 * hourMs, 4'000, u"slow"_s);
             w.ours(1, LedgerKind::Refund, noonMs, 4'000, u"slow"_s);
         },
         {}},
        {"a refund under way for an hour",
         [](World &w) {
             w.open(2, RefundState::Pending, w.day.nowMs - settleWithinMs);
             w.provider(2, LedgerKind::Refund, noonMs, 4'000); // ours, still to be booked
         },
         {u"refund_pending read_again #2 expected 9000"_s}},
        {"a refund under way since just now",
         [](World &w) { w.open(2, RefundState::Pending, w.day.nowMs - settleWithinMs + 1); },
         {}},
        {"a refund that was refused",
         [](World &w) { w.open(2, RefundState::Failed, w.day.nowMs); },
         {u"refund_failed retry_refund #2 expected 9000"_s}},
        {"a refused refund of a provider that is not in use any more",
         [](World &w) { w.open(2, RefundState::Failed, noonMs).gateway = u"gone"_s; },
         {u"refund_failed none #2 expected 9000"_s}},
        {"an outcome unknown for an hour",
         [](World &w) { w.attempt(9, PaymentState::Unknown, w.day.nowMs - 3 * hourMs); },
         {u"payment_undecided read_again #9 expected 89000"_s}},
        {"confirming for an hour",
         [](World &w) { w.attempt(9, PaymentState::Confirming, noonMs - 200 * hourMs); },
         {u"payment_undecided read_again #9 expected 89000"_s}},
        {"unknown since just now",
         [](World &w) {
             w.day.nowMs = noonMs + hourMs;
             w.attempt(9, PaymentState::Unknown, noonMs + 1);
             w.forgetOurs(2, LedgerKind::Refund); // not yet
             w.forgetTheirs(2, LedgerKind::Refund);
         },
         {}},
        {"a deposit that may still come",
         [](World &w) {
             w.attempt(9, PaymentState::Confirming).deposit = {u"88"_s, u"123"_s, u"꽃"_s,
                                                               w.day.nowMs + 1};
         },
         {}},
        {"a deposit that never came",
         [](World &w) {
             w.attempt(9, PaymentState::Confirming).deposit = {u"88"_s, u"123"_s, u"꽃"_s,
                                                               w.day.nowMs};
         },
         {u"payment_undecided read_again #9 expected 89000"_s}},
        {"surplus whose refund was refused",
         [](World &w) { w.open(2, RefundState::Failed, noonMs).surplus = true; },
         {u"surplus_not_returned retry_refund #2 expected 9000"_s}},
        {"surplus whose refund takes long",
         [](World &w) { w.open(2, RefundState::Pending, noonMs).surplus = true; },
         {u"surplus_not_returned read_again #2 expected 9000"_s}},
        {"surplus that nobody sends back",
         [](World &w) {
             w.attempt(9).refundedMinor = 9'000;
             w.ours(9, LedgerKind::Surplus, noonMs, 89'000);
             w.provider(9, LedgerKind::Charge, noonMs, 89'000);
         },
         {u"surplus_not_returned read_again #9 expected 80000"_s}},
        {"surplus that is back",
         [](World &w) {
             w.attempt(9).refundedMinor = 89'000;
             w.ours(9, LedgerKind::Surplus, noonMs, 89'000);
             w.provider(9, LedgerKind::Charge, noonMs, 89'000);
             w.refund(9, noonMs, 89'000, u"r9"_s);
             w.provider(9, LedgerKind::Refund, noonMs, 89'000);
         },
         {}},
        {"a chargeback",
         [](World &w) { w.ours(1, LedgerKind::Chargeback, noonMs, 89'000, u"d1"_s); },
         {u"chargeback none #1 found 89000"_s}},
        {"a deposit called off, and nobody here has heard of it",
         [](World &w) {
             w.attemptOf(1).deposit.number = u"X1"_s;
             w.provider(1, LedgerKind::Chargeback, noonMs, 89'000);
         },
         {u"chargeback read_again #1 found 89000"_s}},
        {"a deposit that came again",
         [](World &w) {
             w.attemptOf(1).deposit.number = u"X1"_s;
             w.provider(1, LedgerKind::Chargeback, noonMs, 89'000);
             w.provider(1, LedgerKind::ChargebackWon, noonMs, 89'000);
             w.ours(1, LedgerKind::Chargeback, noonMs, 89'000, u"deposit-1"_s);
             w.ours(1, LedgerKind::ChargebackWon, noonMs, 89'000, u"deposit-1"_s);
         },
         {}},
        {"surplus that the bank called off",
         [](World &w) {
             w.attempt(9, PaymentState::Paid).disputedMinor = 700;
             w.ours(9, LedgerKind::Surplus, noonMs, 700);
             w.ours(9, LedgerKind::Chargeback, noonMs, 700, u"deposit-1"_s);
             w.provider(9, LedgerKind::Charge, noonMs, 700);
             w.provider(9, LedgerKind::Chargeback, noonMs, 700);
         },
         {u"chargeback none #9 found 700"_s}},
        {"a chargeback that both know",
         [](World &w) {
             w.ours(1, LedgerKind::Chargeback, noonMs, 89'000, u"d1"_s);
             w.provider(1, LedgerKind::Chargeback, noonMs, 89'000);
         },
         {u"chargeback none #1 found 89000"_s}},
        {"a chargeback only the provider knows",
         [](World &w) { w.provider(1, LedgerKind::Chargeback, noonMs, 89'000); },
         {u"chargeback none #1 found 89000"_s}},
        {"a chargeback that was won",
         [](World &w) {
             w.ours(1, LedgerKind::Chargeback, noonMs, 89'000, u"d1"_s);
             w.ours(1, LedgerKind::ChargebackWon, noonMs, 89'000, u"d1"_s);
         },
         {}},
        {"a change that was not texted",
         [](World &w) { w.orderOf(1).reachedAtMs[std::size_t(OrderState::Making)] = noonMs + 1; },
         {u"sms_missing none #1"_s}},
        {"a state that was only passed",
         [](World &w) {
             w.orderOf(1).reachedAtMs[std::size_t(OrderState::Making)] = noonMs + 1;
             w.orderOf(1).reachedAtMs[std::size_t(OrderState::Made)] = noonMs + 1;
             w.message(1, MessageEvent::Made, MessageState::Withdrawn);
         },
         {}},
        {"nobody to text to",
         [](World &w) {
             w.orderOf(1).texted = false;
             w.books.messages.clear();
             w.orderOf(2).texted = w.orderOf(3).texted = false;
         },
         {}},
        {"a message that does not leave",
         [](World &w) { w.books.messages.front().state = MessageState::Queued; },
         {u"sms_missing none #1"_s}},
        {"a message that leaves soon",
         [](World &w) {
             w.books.messages.front().state = MessageState::Queued;
             w.books.messages.front().sendAfterMs = w.day.nowMs - settleWithinMs + 1;
         },
         {}},
        {"a message that failed",
         [](World &w) { w.books.messages.front().state = MessageState::Failed; },
         {u"sms_failed none #1"_s}},
        {"a message that may have left",
         [](World &w) { w.books.messages.front().state = MessageState::Unknown; },
         {u"sms_unknown none #1"_s}},
        {"a message of yesterday that failed",
         [](World &w) {
             w.books.messages.front().state = MessageState::Failed;
             w.books.messages.front().createdAtMs = World::fromMs - 1;
         },
         {}},
        {"a provider that does not answer",
         [](World &w) {
             w.theirs.entries.reset();
             w.forgetOurs(1, LedgerKind::Charge); // what our own books say is still checked
         },
         {u"paid_without_charge read_again #1 expected 89000"_s, u"provider_not_read none #0"_s}},
        {"a provider that is not in use any more",
         [](World &w) { w.attemptOf(1).gateway = u"gone"_s; },
         {u"unknown_charge none #0 found 89000"_s, u"provider_not_read none #0"_s}},
    };
}

/// Movements on both sides of midnight: the minutes, and who has them there.
inline std::vector<Row> borderRows()
{
    const auto charge = [](qint64 oursMs, qint64 theirsMs) -> Bend {
        return [=](World &w) {
            w.order(9, oursMs);
            w.attempt(9, PaymentState::Paid, std::min(oursMs, theirsMs) - 1000);
            if (oursMs > 0)
                w.ours(9, LedgerKind::Charge, oursMs, 1'000);
            if (theirsMs > 0)
                w.provider(9, LedgerKind::Charge, theirsMs, 1'000);
        };
    };
    return {
        {"23:59:59.9 there, 00:00:00.1 here", charge(justAfterMs, justBeforeMs), {}},
        {"23:59:59.9 here, 00:00:00.1 there", charge(justBeforeMs, justAfterMs), {}},
        {"the morning border, first there", charge(World::fromMs + 100, World::fromMs - 100), {}},
        {"the morning border, first here", charge(World::fromMs - 100, World::fromMs + 100), {}},
        {"approved long before the day, booked on it",
         [](World &w) {
             w.order(9).approvedAtMs = World::fromMs - borderToleranceMs - 1;
             w.attempt(9, PaymentState::Paid, World::fromMs - 10 * hourMs);
             w.ours(9, LedgerKind::Charge, noonMs, 1'000);
         },
         {}},
        {"approved within reach, booked, and not listed",
         [](World &w) {
             w.order(9).approvedAtMs = World::fromMs - borderToleranceMs;
             w.attempt(9, PaymentState::Paid, World::fromMs - 10 * hourMs);
             w.ours(9, LedgerKind::Charge, noonMs, 1'000);
         },
         {u"missing_charge none #9 expected 1000"_s}},
        {"a refund across midnight",
         [](World &w) {
             w.refund(1, justAfterMs, 4'000, u"r1"_s);
             w.provider(1, LedgerKind::Refund, justBeforeMs, 4'000);
         },
         {}},
        {"listed tomorrow only: tomorrow's difference",
         [](World &w) {
             w.attempt(9, PaymentState::Failed);
             w.provider(9, LedgerKind::Charge, justAfterMs, 1'000);
         },
         {}},
        {"listed a moment ago: it may still be booked",
         [](World &w) {
             w.day.nowMs = World::toMs - 1;
             w.attempt(9, PaymentState::Pending);
             w.provider(9, LedgerKind::Charge, w.day.nowMs - inFlightMs + 1, 1'000);
         },
         {}},
        {"listed five minutes ago and not booked",
         [](World &w) {
             w.day.nowMs = World::toMs - 1;
             w.attempt(9, PaymentState::Pending);
             w.provider(9, LedgerKind::Charge, w.day.nowMs - inFlightMs, 1'000);
         },
         {u"unknown_charge read_again #9 found 1000"_s}},
        {"booked a moment ago: it may still be listed",
         [](World &w) {
             w.day.nowMs = World::toMs - 1;
             w.order(9);
             w.attempt(9);
             w.ours(9, LedgerKind::Charge, w.day.nowMs - inFlightMs + 1, 1'000);
         },
         {}},
    };
}

} // namespace petalpost::test::balancerows
