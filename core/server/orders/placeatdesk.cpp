// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/addressbook.h"
#include "core/server/orders/deskmoney.h"
#include "core/server/orders/idempotency.h"
#include "core/server/orders/orders.h"
#include "core/server/orders/placing.h"
#include "core/storage/server/catalogue.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// What the web refuses as sold out is the florist's own word here.
Result<Product> soldProduct(Database &database, const OrderDraft &draft, qint64 unitMinor)
{
    auto product = store::findProduct(database, draft.productId);
    if (!product)
        return refuse(RefusalCode::UnknownProduct, u"productId"_s);
    if (unitMinor > 0)
        product->price.minor = unitMinor;
    return std::move(*product);
}

Order takenDown(const OrderDraft &draft, const Product &product, const Money &total,
                const DeskTerms &terms, qint64 takenAtMs)
{
    Order order = orderFrom(draft, product, total, takenAtMs);
    order.expiresAtMs = 0;
    order.deskMethod = terms.method;
    order.seenAtMs = takenAtMs; // who took it down knows of it, and has it
    order.storedAtMs = takenAtMs;
    return order;
}

} // namespace

Result<PlacedOrder> Orders::placeAtDesk(Transaction &transaction, PlaceRequest request)
{
    Database &database = transaction.db();
    const auto earlier = earlierCall(transaction, request.key);
    if (!earlier)
        return refuse(earlier.error());
    if (*earlier)
        return placedBefore(transaction, **earlier);

    OrderDraft &draft = request.draft;
    const DeskTerms &terms = *request.desk;
    const qint64 nowMs = transaction.nowMs();
    if (const auto checked = checkDraft(draft, ContactRule::Optional); !checked)
        return refuse(checked.error());
    const auto product = soldProduct(database, draft, terms.unitMinor);
    if (!product)
        return refuse(product.error());
    // An order that waited for the line was taken in time, whenever it comes.
    const qint64 takenAtMs = request.pressedAtMs > 0 ? std::min(request.pressedAtMs, nowMs) : nowMs;
    if (const auto checked = checkTakenWindow(m_shop.read(database), draft.window,
                                              draft.address.isEmpty(), takenAtMs);
        !checked)
        return refuse(checked.error());
    const auto total = product->price.times(draft.qty);
    if (!total)
        return refuse(RefusalCode::PriceOverflow, u"qty"_s);
    completeAddress(database, draft.address);
    if (draft.window)
        store::takePlace(database, draft.window->key(), std::numeric_limits<int>::max());

    Order order = takenDown(draft, *product, *total, terms, takenAtMs);
    order.placedAs = request.key ? request.key->key : QString();
    order.id = transaction.nextId("order"_L1);
    const QByteArray salt = freshSalt();
    recordPlaced(transaction, order, salt, Actor::Florist, Verb::PlaceAtDesk);
    rememberCall(transaction, request.key, order.id);
    std::optional<PaymentAttempt> attempt;
    std::optional<MessageEvent> event;
    if (terms.paid) {
        attempt = deskCharge(transaction, order);
        event = advance(transaction, order, {OrderState::Paid},
                        byHand(request.deviceId, terms.method, total->minor));
    }
    const QString token = m_tokens.tokenFor(order.id, 1);
    store::insertOrder(database, order, tokenHash(token), salt);
    if (attempt)
        storeAttempt(transaction, *attempt);
    if (event)
        queueMessage(transaction, order, *event, {}, 0);
    return PlacedOrder{std::move(order), token, std::nullopt};
}

} // namespace petalpost::server
