// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/orders.h"
#include "core/server/orders/placing.h"
#include "core/storage/server/catalogue.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// The same flowers for the same people, without a charge. Consent was given for the first order
/// and is not claimed for this one.
Order copyOf(const Order &original, const std::optional<DeliveryWindow> &window, qint64 nowMs)
{
    Order order;
    order.resendOf = original.id;
    order.payment = PaymentState::Paid;
    order.productId = original.productId;
    order.productName = original.productName;
    order.productNameEn = original.productNameEn;
    order.picture = original.picture;
    order.qty = original.qty;
    order.unitPrice = {0, original.unitPrice.currency};
    order.total = {0, original.total.currency};
    order.sender = original.sender;
    order.recipient = original.recipient;
    order.address = original.address;
    order.window = window;
    order.cardMessage = original.cardMessage;
    order.ribbonText = original.ribbonText;
    order.ribbonSender = original.ribbonSender;
    order.request = original.request;
    order.locale = original.locale;
    order.nameOnCard = original.nameOnCard;
    order.stamp(OrderState::Received, nowMs);
    order.seenAtMs = nowMs; // who sends flowers again knows of it
    return order;
}

} // namespace

Result<void> Orders::resendNow(Transaction &transaction, Order &original,
                               const MoveRequest &request)
{
    Database &database = transaction.db();
    if (original.window && !request.window)
        return refuse(RefusalCode::MissingField, u"window"_s);
    if (request.window) {
        const auto checked =
            checkOwnWindow(m_shop.read(database), *request.window, transaction.nowMs());
        if (!checked)
            return checked;
        // The desk warns of a full window; whether the shop takes the work on is the florist's
        // word.
        store::takePlace(database, request.window->key(), std::numeric_limits<int>::max());
    }
    Order order = copyOf(original, request.window, transaction.nowMs());
    order.id = transaction.nextId("order"_L1);
    const QByteArray salt = freshSalt();
    recordPlaced(transaction, order, salt, request.actor, Verb::Resend);
    const auto event = advance(transaction, order, {OrderState::Paid},
                               {Verb::Resend,
                                request.actor,
                                request.deviceId,
                                {},
                                QJsonObject{{u"resendOf"_s, original.id}}});
    Q_ASSERT(event);
    store::insertOrder(database, order, tokenHash(m_tokens.tokenFor(order.id, 1)), salt);
    queueMessage(transaction, order, MessageEvent::Resent, {}, 0);
    original.resentAs = order.id;
    original.claimReason = request.reason;
    return {};
}

} // namespace petalpost::server
