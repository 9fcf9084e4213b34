// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/balance.h"
#include "tests/support/demoorders.h"

namespace petalpost::shots {

using namespace Qt::Literals::StringLiterals;

inline Money won(qint64 minor)
{
    return {minor, {}};
}

/// A day of the demo shop on which everything adds up.
inline Balance goodDay()
{
    Balance balance;
    balance.date = demo::today;
    balance.fromMs = demo::at(0, 0);
    balance.toMs = demo::at(0, 0, 1);
    balance.orders = 14;
    balance.ordersByHand = 2;
    balance.byHand = {won(178'000)};
    balance.gateways = {
        {u"stripe"_s, ListState::Compared, {u"USD"_s, 2}, {21'900, 0, 0, 0, 665, 0}},
        {u"toss"_s, ListState::Compared, {}, {979'000, 0, 89'000, 0, 27'600, 0}}};
    balance.gateways[0].orders = {1, 21'900};
    balance.gateways[0].ledger = {{1, 21'900}, {}, {}};
    balance.gateways[1].orders = {11, 979'000};
    balance.gateways[1].ledger = {{11, 979'000}, {1, 89'000}, {}};
    for (GatewaySums &sums : balance.gateways)
        sums.listed = sums.ledger;
    return balance;
}

/// What a day can look like at its worst: one of nearly everything.
inline Balance badDay()
{
    Balance balance = goodDay();
    balance.gateways[0].list = ListState::NotRead;
    balance.gateways[0].listed.reset();
    balance.gateways[1].moved.surplusMinor = 65'000;
    balance.gateways[1].moved.chargebacksMinor = 89'000;
    balance.gateways[1].ledger = {{12, 1'044'000}, {1, 89'000}, {1, 89'000}};
    balance.gateways[1].listed = {{13, 1'118'000}, {2, 98'000}, {1, 89'000}};
    const auto add = [&](DifferenceKind kind, Repair repair, qint64 orderId, qint64 atMs) {
        Difference &difference = balance.differences.emplace_back();
        difference.kind = kind;
        difference.repair = repair;
        difference.orderId = orderId;
        difference.atMs = atMs;
        difference.gateway = u"toss"_s;
        difference.attemptId = u"a%1"_s.arg(orderId);
        return &difference;
    };
    using enum DifferenceKind;
    add(UnknownCharge, Repair::ReadAgain, 1047, demo::at(12, 41))->actual = won(65'000);
    Difference *differs = add(AmountDiffers, Repair::None, 1043, demo::at(11, 8));
    differs->expected = won(89'000);
    differs->actual = won(98'000);
    differs->detail = u"tgen_20250508110812Ab3"_s;
    add(UnbookedRefund, Repair::ReadAgain, 1036, demo::at(10, 2))->actual = won(9'000);
    Difference *failed = add(RefundFailed, Repair::RetryRefund, 1045, demo::at(13, 18));
    failed->expected = won(89'000);
    failed->detail = u"NOT_CANCELABLE_AMOUNT"_s;
    add(Chargeback, Repair::None, 1021, demo::at(18, 30, -1))->actual = won(89'000);
    Difference *unread = add(ProviderNotRead, Repair::None, 0, 0);
    unread->gateway = u"stripe"_s;
    unread->detail = word(ListState::NotRead);
    Difference *text = add(SmsFailed, Repair::None, 1041, demo::at(13, 17));
    text->gateway.clear();
    text->detail = u"made"_s;
    return balance;
}

} // namespace petalpost::shots
