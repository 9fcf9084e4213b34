// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/desk/shell/deskwindow.h"

namespace petalpost::shots {

using namespace Qt::Literals::StringLiterals;

/// The copy learns of \a orders, as from the feed.
inline void tell(test::DeskWindow &desk, const std::vector<Order> &orders)
{
    constexpr qint64 afterAllOthers = 1'000;
    FeedPage page;
    page.cursor = {u"spring"_s, afterAllOthers};
    for (const Order &order : orders)
        page.entries.push_back({DocumentType::Order, order.id, ++page.cursor.number, order});
    if (!desk.store->apply(page) || !desk.engine->start())
        qFatal("the local copy cannot be changed");
    desk.engine->stop();
    Q_EMIT desk.engine->statusChanged({sync::Link::Live, demo::now, 0, true});
}

/// What a customer complained of.
inline const QString brokenStem = u"줄기가 꺾여서 왔대요."_s;

/// A delivered order of which part went back, and another part could not.
inline Order withFailedRefund(Order order)
{
    order.payment = PaymentState::RefundFailed;
    order.money.refundedMinor = 30'000;
    order.money.refundFailedMinor = 59'000;
    order.money.refundFailure = u"FORBIDDEN_REFUND_ACCOUNT"_s;
    order.claimReason = brokenStem;
    return order;
}

/// A web order whose provider has not said whether it was paid.
inline Order withUnknownPayment(Order order)
{
    order.id = 1051;
    order.state = OrderState::Received;
    order.payment = PaymentState::Unknown;
    order.money = {};
    order.money.unclearSinceMs = demo::at(13, 5);
    order.reachedAtMs = {};
    order.stamp(OrderState::Received, demo::at(13, 4));
    return order;
}

/// The order that makes \a order good.
inline Order resent(Order order)
{
    order.resendOf = order.id;
    order.id = 1052;
    order.state = OrderState::Paid;
    order.unitPrice.minor = 0;
    order.total.minor = 0;
    order.money = {};
    order.reachedAtMs = {};
    order.stamp(OrderState::Received, demo::at(13, 20));
    order.stamp(OrderState::Paid, demo::at(13, 20));
    order.window = DeliveryWindow{demo::today, 14 * 60, 16 * 60};
    return order;
}

/// The bank of the customer took the money back.
inline Order disputed(Order order)
{
    order.money.disputedMinor = order.money.chargedMinor;
    return order;
}

} // namespace petalpost::shots
