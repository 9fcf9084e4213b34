// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/holds.h"

#include "core/server/orders/addresses.h"
#include "core/server/orders/tokens.h"
#include "core/server/orders/transitions.h"
#include "core/storage/server/holdstore.h"
#include "core/storage/server/paymentstore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qint64 secondMs = 1'000;

/// Money may be moving for it, so it cannot give way.
bool isUnderWay(const PaymentAttempt &attempt)
{
    return attempt.state == PaymentState::Confirming || attempt.state == PaymentState::Unknown;
}

} // namespace

Result<void> replaceHold(Transaction &transaction, qint64 orderId)
{
    Database &database = transaction.db();
    auto order = store::findOrder(database, orderId);
    if (!order || order->state != OrderState::Received)
        return {};
    const auto attempts = store::attemptsOf(database, orderId);
    const auto underWay = std::ranges::find_if(attempts, isUnderWay);
    if (underWay != attempts.end())
        return refuse(RefusalCode::InProgress, u"phoneNumber"_s,
                      underWay->deposit.number.isEmpty() ? QString() : u"deposit"_s);
    releaseWindow(database, *order);
    order->payment = PaymentState::Failed;
    closeAttempts(transaction, order->id);
    order->state = OrderState::Cancelled;
    order->stamp(OrderState::Cancelled, transaction.nowMs());
    ++order->version;
    store::updateOrder(database, *order);
    const QJsonObject detail{{u"from"_s, word(OrderState::Received)},
                             {u"to"_s, word(OrderState::Cancelled)}};
    transaction.record(
        {0, Actor::Customer, u"replaced"_s, DocumentType::Order, order->id, detail, false});
    return {};
}

Result<void> replaceHoldsOf(Transaction &transaction, const QString &phone)
{
    if (phone.isEmpty())
        return {};
    for (const qint64 orderId : store::unpaidOrdersOf(transaction.db(), phone)) {
        if (const auto replaced = replaceHold(transaction, orderId); !replaced)
            return replaced;
    }
    return {};
}

Result<void> countHold(Transaction &transaction, const Shop &shop, const Order &order,
                       const QByteArray &address)
{
    const QByteArray hash = tokenHash(QString::fromLatin1(countedAddress(address)));
    const store::Holds held = store::holdsOf(transaction.db(), hash);
    if (shop.holdsPerAddress > 0 && held.count >= shop.holdsPerAddress) {
        const qint64 waitMs = std::max(held.firstEndsAtMs - transaction.nowMs(), secondMs);
        return refuse(RefusalCode::TooMany, u"phoneNumber"_s,
                      QString::number((waitMs + secondMs - 1) / secondMs));
    }
    store::noteHold(transaction.db(), order.id, hash);
    return {};
}

} // namespace petalpost::server
