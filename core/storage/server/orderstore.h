// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/storage/database.h"

namespace petalpost::store {

/// The columns of an order in the order in which readOrder() reads them, each prefixed with `o.`.
inline constexpr SqlText orderColumns =
    "o.id, o.version, o.state, o.payment, o.product_id, o.product_name, o.product_name_en, "
    "o.picture, o.qty, "
    "o.unit_minor, o.total_minor, o.currency, o.exponent, o.sender_name, o.sender_phone, "
    "o.recipient_name, "
    "o.recipient_phone, o.address_line, o.address_detail, o.postal_code, o.neighbourhood, "
    "o.delivery_window, "
    "o.card_message, o.ribbon_text, o.ribbon_sender, o.request, o.locale, o.received_ms, "
    "o.paid_ms, o.making_ms, "
    "o.made_ms, o.delivering_ms, o.delivered_ms, o.cancelled_ms, o.expired_ms, o.expires_ms, "
    "o.seen_ms, "
    "o.cancel_requested_ms, o.cancel_reason, o.received_by, o.redelivery, o.last_operation, "
    "o.sms_held_until_ms, "
    "o.name_on_card, o.consent_version, o.approved_ms, o.stored_ms, o.edit_state, "
    "o.edit_difference_minor, o.charged_minor, o.refunded_minor, o.refund_pending_minor, "
    "o.refund_failed_minor, o.refund_failure, o.disputed_minor, o.unclear_since_ms, "
    "o.claim_reason, o.resend_of, o.resent_as, o.desk_method, o.placed_as, o.made_photo, "
    "o.proof_photo";
inline constexpr int orderColumnCount = 63;

/// The order whose columns begin at \a first.
Order readOrder(const Rows &rows, int first = 0);

/// \a tokenSha256 is the hash of the order's own access token; \a salt belongs to its journal
/// digest.
void insertOrder(Database &database, const Order &order, const QByteArray &tokenSha256,
                 const QByteArray &salt);
/// Stores what moves and payments change after an order was placed.
void updateOrder(Database &database, const Order &order);
/// Stores what an edit changes: product, price, quantity, window, recipient and texts.
void updateOrderLines(Database &database, const Order &order);

std::optional<Order> findOrder(Database &database, qint64 id);
std::optional<Order> findOrderByToken(Database &database, const QByteArray &tokenSha256);
int tokenVersion(Database &database, qint64 id);
QByteArray personalSalt(Database &database, qint64 id);

/// Orders on the florist's road (paid to delivering), oldest first, ids above \a afterId.
std::vector<Order> listDeliveries(Database &database, qint64 afterId, int limit);
/// Orders to be delivered on \a date ("2026-11-23") that are made or on their way.
std::vector<qint64> listRunOf(Database &database, const QString &date);
/// All orders, oldest first, ids above \a afterId.
std::vector<Order> listOrders(Database &database, qint64 afterId, int limit);
/// Orders that \a phone sent, newest first, at most \a limit with ids below \a beforeId (0 = from
/// the newest). Expired ones are left out.
std::vector<Order> listOrdersOfPhone(Database &database, const QString &phone, qint64 beforeId,
                                     int limit);
/// Unpaid orders of the web whose hold ended before \a nowMs, at most \a limit.
std::vector<qint64> listOverdueHolds(Database &database, qint64 nowMs, int limit);
/// Stamps the orders that await a receipt, lie in the feed up to \a number and are among the first
/// \a limit of these as stored on a desk; answers which. Their version stays.
std::vector<qint64> stampStored(Database &database, qint64 number, qint64 nowMs, int limit);

/// Whether an order paid before \a paidBeforeMs was seen by nobody and told to nobody.
bool hasUntold(Database &database, qint64 paidBeforeMs);
/// Notes that the owner is told of the oldest of these, at most \a limit; answers which.
std::vector<qint64> markOwnerTold(Database &database, qint64 paidBeforeMs, qint64 nowMs, int limit);

/// Pieces of a product that are ordered for the delivery day \a date ("2026-11-23") and not
/// cancelled.
qint64 piecesOrderedFor(Database &database, qint64 productId, const QString &date);

/// One operation of a florist or driver: all its steps are undone together.
struct OperationRow
{
    QString id;
    qint64 orderId = 0;
    Verb verb = Verb::StartMaking;
    Actor actor = Actor::Florist;
    qint64 deviceId = 0;
    OrderState from = OrderState::Paid;
    OrderState to = OrderState::Making;
    qint64 atMs = 0;
    qint64 pressedAtMs = 0;
};

void insertOperation(Database &database, const OperationRow &operation);
/// The newest operation of the order that was not undone.
std::optional<OperationRow> lastOperation(Database &database, qint64 orderId);
void markUndone(Database &database, const QString &operationId);

} // namespace petalpost::store
