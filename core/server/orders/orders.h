// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/draft.h"
#include "core/server/orders/shopcache.h"
#include "core/server/orders/tokens.h"
#include "core/server/orders/transitions.h"
#include "core/storage/server/accessstore.h"
#include "core/storage/server/reader.h"

#include <functional>

namespace petalpost::server {

/// A placed order and what its customer needs to go on.
struct PlacedOrder
{
    Order order;
    QString accessToken;
    std::optional<PaymentAttempt>
        attempt; ///< to be charged; empty when the order is no longer unpaid
};

/// A wish to order.
struct PlaceRequest
{
    OrderDraft draft;
    ContactRule contact = ContactRule::Optional; ///< raised to SenderRequired by the shop's setting
    std::optional<store::CallKey> key; ///< the same key answers the same order again
    QString gateway; ///< opens a payment attempt there in the same transaction, when not empty
    /// Whether the attempt is approved already; asked inside the transaction that places the order,
    /// so that order, payment and settlement are one commit. See Payments::decideWithin().
    std::function<bool(Transaction &, const PaymentAttempt &)> approvedWithin{};
    /// Another body under the same key is an edited draft: its order gives way while it is unpaid,
    /// and stays beside the new one otherwise. Without this, another body is refused as KeyReused.
    bool replacesUnpaid = false;
    /// The customer's, textual: unpaid orders are counted by it and by phone (see holds.h). Empty
    /// for the shop's own devices, which are not counted and order also while the shop is paused.
    QByteArray address{};
    /// The florist takes the order down, who may name the price and be paid by hand. The gateway is
    /// not asked then.
    std::optional<DeskTerms> desk{};
    qint64 deviceId = 0; ///< of such an order
    qint64 pressedAtMs = 0; ///< when it was taken down, never after now; 0 = now
};

/// A move of the florist or driver, or a customer's cancel.
struct MoveRequest
{
    qint64 orderId = 0;
    Verb verb = Verb::StartMaking;
    Actor actor = Actor::Florist;
    qint64 deviceId = 0;
    std::optional<qint64>
        basedOn; ///< version the mover saw; a newer one is refused as StaleVersion
    qint64 pressedAtMs = 0; ///< clamped to [last change, now]; 0 = now
    /// For a florist's cancel or refund; all that can be given back when empty.
    std::optional<qint64> refundMinor;
    std::optional<DeliveryWindow> window; ///< for a resend of an order that had one
    QString reason;
    QString receivedBy;
    std::optional<DeskMethod> method; ///< for markPaid: how, when not as the order says
    PhotoOf photoOf = PhotoOf::Arrangement; ///< for addPhoto
    QString photo; ///< the same: see photoId(); empty takes the present one away
    bool maySkip = false; ///< the older interface's words pass several steps at once
    std::optional<store::CallKey> key;
};

/// Places, moves and reads orders. Each call is one transaction; business decisions are made inside
/// it on fresh rows. Lives in the server's thread; answers arrive there.
class Orders
{
public:
    Orders(Writer &writer, Reader &reader, OrderTokens tokens);

    /// Price and place are decided here, never by the caller. Refuses with every RefusalCode that
    /// draft.h and shop.h name, UnknownProduct, SoldOut, WindowFull (value: the nearest free
    /// window), DailyLimitReached, PriceOverflow, KeyReused; for a customer also InProgress and
    /// TooMany, as holds.h says. An earlier unpaid order of a customer's phone gives way.
    /// At the desk a full window, a daily limit and "sold out" are the florist's to pass.
    QFuture<Result<PlacedOrder>> place(PlaceRequest request);

    /// Refuses with NotFound, StaleVersion, IllegalMove, KeyReused, InvalidPhoto (`unknown`) for a
    /// photo that is not kept here, and OutOfRange for a refund above what was paid. A resend
    /// places a linked order without a charge and answers the one that it makes good; it refuses
    /// also as checkOwnWindow() does, MissingField without a window.
    QFuture<Result<Order>> move(MoveRequest request);

    /// Stamps the order as seen by a florist; the version stays.
    QFuture<Result<Order>> markSeen(qint64 orderId, qint64 deviceId);

    /// Announces, once a day, the orders whose delivery becomes today's: they enter the driver's
    /// view without having changed.
    void beginDay();

    /// A desk has everything up to \a cursor on its disk: stamps the orders that await a receipt
    /// and answers how many, at most receiptLimit. Versions stay, so moves under way stay valid.
    /// Refuses a cursor of another epoch, or from the future, with OutOfRange.
    QFuture<Result<int>> noteStored(FeedCursor cursor, qint64 deviceId);
    static constexpr int receiptLimit = 1000;

    QFuture<Result<Order>> find(qint64 orderId);
    /// Whether an unpaid order of \a phone holds a place in \a window: it would give way to
    /// another.
    QFuture<Result<bool>> holdsPlace(const QString &phone, const DeliveryWindow &window);
    QFuture<Result<Order>> findByToken(const QString &token);
    /// Paid to delivering, oldest first, at most \a limit with ids above \a afterId.
    QFuture<Result<std::vector<Order>>> deliveries(qint64 afterId, int limit);
    QFuture<Result<std::vector<Order>>> all(qint64 afterId, int limit);
    /// The order's access token, for links in pages and SMS.
    QString tokenOf(const Order &order) const;
    /// The code of a sign-in, for its SMS.
    QString signInCode(const QString &id) const { return m_tokens.signInCode(id); }

private:
    Result<PlacedOrder> placeNow(Transaction &transaction, PlaceRequest request);
    Result<PlacedOrder> placeAtDesk(Transaction &transaction, PlaceRequest request);
    Result<PlacedOrder> placedBefore(Transaction &transaction, qint64 orderId) const;
    /// An order that is not stored yet, and whether its payment is approved already.
    struct Fresh
    {
        Order order;
        std::optional<PaymentAttempt> attempt;
        bool approved = false;
    };
    static Fresh freshOrder(Transaction &transaction, Order order, const PlaceRequest &request);
    /// Stores the order and all that comes with it; each row once, in its final state.
    PlacedOrder storeOrder(Transaction &transaction, Fresh fresh, const PlaceRequest &request);
    Result<Order> moveNow(Transaction &transaction, const MoveRequest &request);
    /// Stores the order that makes \a original good; the caller stores \a original.
    Result<void> resendNow(Transaction &transaction, Order &original, const MoveRequest &request);

    Writer &m_writer;
    Reader &m_reader;
    OrderTokens m_tokens;
    ShopCache m_shop; ///< of the writer's thread
};

} // namespace petalpost::server
