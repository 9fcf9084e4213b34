// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/orderstore.h"

#include <limits>

namespace petalpost::store {

namespace {

template<class Enum, std::size_t N>
Enum stored(const std::array<Word<Enum>, N> &words, const QString &text)
{
    const auto value = fromWord(words, text);
    if (!value)
        throw StorageError("an unknown word is stored: " + text.toStdString());
    return *value;
}

OperationRow readOperation(const Rows &rows)
{
    return {rows.text(0),
            rows.number(1),
            stored(verbWords, rows.text(2)),
            stored(actorWords, rows.text(3)),
            rows.number(4),
            stored(orderStateWords, rows.text(5)),
            stored(orderStateWords, rows.text(6)),
            rows.number(7),
            rows.number(8)};
}

QString deskMethodText(const Order &order)
{
    return order.deskMethod ? QString(word(*order.deskMethod)) : QString();
}

std::vector<Order> readOrders(Rows rows)
{
    std::vector<Order> orders;
    while (rows.next())
        orders.push_back(readOrder(rows));
    return orders;
}

std::vector<qint64> readIds(Rows rows)
{
    std::vector<qint64> ids;
    while (rows.next())
        ids.push_back(rows.number(0));
    return ids;
}

std::optional<Order> oneOrder(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    return readOrder(rows);
}

} // namespace

Order readOrder(const Rows &rows, int first)
{
    int column = first;
    const auto number = [&] { return rows.number(column++); };
    const auto text = [&] { return rows.text(column++); };
    Order order;
    order.id = number();
    order.version = number();
    order.state = stored(orderStateWords, text());
    order.payment = stored(paymentStateWords, text());
    order.productId = number();
    order.productName = text();
    order.productNameEn = text();
    order.picture = text();
    order.qty = int(number());
    order.unitPrice.minor = number();
    order.total.minor = number();
    order.total.currency.code = text();
    order.total.currency.exponent = int(number());
    order.unitPrice.currency = order.total.currency;
    order.sender.name = text();
    order.sender.phone = text();
    order.recipient.name = text();
    order.recipient.phone = text();
    order.address.line = text();
    order.address.detail = text();
    order.address.postalCode = text();
    order.address.neighbourhood = text();
    order.window = DeliveryWindow::fromKey(text());
    order.cardMessage = text();
    order.ribbonText = text();
    order.ribbonSender = text();
    order.request = text();
    order.locale = text();
    for (qint64 &reachedAtMs : order.reachedAtMs)
        reachedAtMs = number();
    order.expiresAtMs = number();
    order.seenAtMs = number();
    order.cancelRequestedAtMs = number();
    order.cancelReason = text();
    order.receivedBy = text();
    order.redelivery = number() != 0;
    order.lastOperation = text();
    order.smsHeldUntilMs = number();
    order.nameOnCard = number() != 0;
    order.consentVersion = text();
    order.approvedAtMs = number();
    order.storedAtMs = number();
    const QString pending = text();
    const qint64 pendingMinor = number();
    if (!pending.isEmpty())
        order.pendingEdit = PendingEdit{stored(pendingStateWords, pending), pendingMinor};
    order.money.chargedMinor = number();
    order.money.refundedMinor = number();
    order.money.refundPendingMinor = number();
    order.money.refundFailedMinor = number();
    order.money.refundFailure = text();
    order.money.disputedMinor = number();
    order.money.unclearSinceMs = number();
    order.claimReason = text();
    order.resendOf = number();
    order.resentAs = number();
    if (const QString method = text(); !method.isEmpty())
        order.deskMethod = stored(deskMethodWords, method);
    order.placedAs = text();
    for (QString &photo : order.photos)
        photo = text();
    Q_ASSERT(column - first == orderColumnCount);
    return order;
}

void insertOrder(Database &database, const Order &order, const QByteArray &tokenSha256,
                 const QByteArray &salt)
{
    const auto &at = order.reachedAtMs;
    database.run(
        "INSERT INTO orders (id, version, state, payment, product_id, product_name, "
        "product_name_en, picture, qty, "
        "unit_minor, total_minor, currency, exponent, sender_name, sender_phone, "
        "recipient_name, recipient_phone, "
        "address_line, address_detail, postal_code, neighbourhood, delivery_window, "
        "card_message, ribbon_text, "
        "ribbon_sender, request, locale, received_ms, paid_ms, making_ms, made_ms, "
        "delivering_ms, delivered_ms, "
        "cancelled_ms, expired_ms, expires_ms, seen_ms, cancel_requested_ms, "
        "cancel_reason, received_by, redelivery, "
        "last_operation, sms_held_until_ms, name_on_card, consent_version, approved_ms, "
        "stored_ms, charged_minor, refunded_minor, refund_pending_minor, "
        "refund_failed_minor, refund_failure, disputed_minor, unclear_since_ms, "
        "claim_reason, resend_of, resent_as, desk_method, placed_as, token_version, token_sha256, "
        "personal_salt) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        order.id, order.version, word(order.state), word(order.payment), order.productId,
        order.productName, order.productNameEn, order.picture, order.qty, order.unitPrice.minor,
        order.total.minor, order.total.currency.code, order.total.currency.exponent,
        order.sender.name, order.sender.phone, order.recipient.name, order.recipient.phone,
        order.address.line, order.address.detail, order.address.postalCode,
        order.address.neighbourhood, order.window ? order.window->key() : QString(),
        order.cardMessage, order.ribbonText, order.ribbonSender, order.request, order.locale, at[0],
        at[1], at[2], at[3], at[4], at[5], at[6], at[7], order.expiresAtMs, order.seenAtMs,
        order.cancelRequestedAtMs, order.cancelReason, order.receivedBy, order.redelivery,
        order.lastOperation, order.smsHeldUntilMs, order.nameOnCard, order.consentVersion,
        order.approvedAtMs, order.storedAtMs, order.money.chargedMinor, order.money.refundedMinor,
        order.money.refundPendingMinor, order.money.refundFailedMinor, order.money.refundFailure,
        order.money.disputedMinor, order.money.unclearSinceMs, order.claimReason, order.resendOf,
        order.resentAs, deskMethodText(order), order.placedAs, 1, tokenSha256, salt);
}

void updateOrder(Database &database, const Order &order)
{
    const auto &at = order.reachedAtMs;
    database.run(
        "UPDATE orders SET version = ?, state = ?, payment = ?, received_ms = ?, paid_ms = ?, "
        "making_ms = ?, made_ms = ?, delivering_ms = ?, delivered_ms = ?, cancelled_ms = ?, "
        "expired_ms = ?, "
        "expires_ms = ?, seen_ms = ?, cancel_requested_ms = ?, cancel_reason = ?, received_by = ?, "
        "redelivery = ?, last_operation = ?, sms_held_until_ms = ?, approved_ms = ?, stored_ms = "
        "?, charged_minor = ?, refunded_minor = ?, refund_pending_minor = ?, "
        "refund_failed_minor = ?, refund_failure = ?, disputed_minor = ?, unclear_since_ms = ?, "
        "claim_reason = ?, resent_as = ?, desk_method = ?, made_photo = ?, proof_photo = ?, "
        "edit_state = ?, edit_difference_minor = ? WHERE id = ?",
        order.version, word(order.state), word(order.payment), at[0], at[1], at[2], at[3], at[4],
        at[5], at[6], at[7], order.expiresAtMs, order.seenAtMs, order.cancelRequestedAtMs,
        order.cancelReason, order.receivedBy, order.redelivery, order.lastOperation,
        order.smsHeldUntilMs, order.approvedAtMs, order.storedAtMs, order.money.chargedMinor,
        order.money.refundedMinor, order.money.refundPendingMinor, order.money.refundFailedMinor,
        order.money.refundFailure, order.money.disputedMinor, order.money.unclearSinceMs,
        order.claimReason, order.resentAs, deskMethodText(order), order.photos[0], order.photos[1],
        order.pendingEdit ? QString(wordOf(pendingStateWords, order.pendingEdit->state))
                          : QString(),
        order.pendingEdit ? order.pendingEdit->differenceMinor : 0, order.id);
}

void updateOrderLines(Database &database, const Order &order)
{
    database.run(
        "UPDATE orders SET product_id = ?, product_name = ?, product_name_en = ?, picture = ?, "
        "qty = ?, unit_minor = ?, total_minor = ?, recipient_name = ?, recipient_phone = ?, "
        "address_line = ?, address_detail = ?, postal_code = ?, neighbourhood = ?, "
        "delivery_window = ?, card_message = ?, ribbon_text = ?, ribbon_sender = ?, request = ? "
        "WHERE id = ?",
        order.productId, order.productName, order.productNameEn, order.picture, order.qty,
        order.unitPrice.minor, order.total.minor, order.recipient.name, order.recipient.phone,
        order.address.line, order.address.detail, order.address.postalCode,
        order.address.neighbourhood, order.window ? order.window->key() : QString(),
        order.cardMessage, order.ribbonText, order.ribbonSender, order.request, order.id);
}

std::optional<Order> findOrder(Database &database, qint64 id)
{
    static constexpr auto sql = SqlText("SELECT ") + orderColumns + " FROM orders o WHERE o.id = ?";
    return oneOrder(database.query(sql, id));
}

std::optional<Order> findOrderByToken(Database &database, const QByteArray &tokenSha256)
{
    static constexpr auto sql =
        SqlText("SELECT ") + orderColumns + " FROM orders o WHERE o.token_sha256 = ?";
    return oneOrder(database.query(sql, tokenSha256));
}

int tokenVersion(Database &database, qint64 id)
{
    Rows rows = database.query("SELECT token_version FROM orders WHERE id = ?", id);
    return rows.next() ? int(rows.number(0)) : 0;
}

QByteArray personalSalt(Database &database, qint64 id)
{
    Rows rows = database.query("SELECT personal_salt FROM orders WHERE id = ?", id);
    return rows.next() ? rows.bytes(0) : QByteArray();
}

std::vector<Order> listDeliveries(Database &database, qint64 afterId, int limit)
{
    static constexpr auto sql =
        SqlText("SELECT ") + orderColumns
        + " FROM orders o WHERE o.state IN ('paid', 'making', 'made', 'delivering') AND o.id > ? "
          "ORDER BY o.id LIMIT ?";
    return readOrders(database.query(sql, afterId, limit));
}

std::vector<qint64> listRunOf(Database &database, const QString &date)
{
    std::vector<qint64> ids;
    Rows rows = database.query("SELECT id FROM orders WHERE state IN ('made', 'delivering') AND "
                               "SUBSTR(delivery_window, 1, 10) = ? ORDER BY id",
                               date);
    while (rows.next())
        ids.push_back(rows.number(0));
    return ids;
}

std::vector<Order> listOrders(Database &database, qint64 afterId, int limit)
{
    static constexpr auto sql =
        SqlText("SELECT ") + orderColumns + " FROM orders o WHERE o.id > ? ORDER BY o.id LIMIT ?";
    return readOrders(database.query(sql, afterId, limit));
}

std::vector<Order> listOrdersOfPhone(Database &database, const QString &phone, qint64 beforeId,
                                     int limit)
{
    static constexpr auto sql =
        SqlText("SELECT ") + orderColumns
        + " FROM orders o WHERE o.sender_phone = ? AND o.id < ? AND o.state <> 'expired' "
          "ORDER BY o.id DESC LIMIT ?";
    const qint64 before = beforeId > 0 ? beforeId : std::numeric_limits<qint64>::max();
    return readOrders(database.query(sql, phone, before, limit));
}

std::vector<qint64> listOverdueHolds(Database &database, qint64 nowMs, int limit)
{
    return readIds(database.query("SELECT id FROM orders WHERE state = 'received' AND expires_ms "
                                  "> 0 AND expires_ms < ? ORDER BY expires_ms LIMIT ?",
                                  nowMs, limit));
}

std::vector<qint64> stampStored(Database &database, qint64 number, qint64 nowMs, int limit)
{
    // The orders come first, by their own small index: the feed names every order there ever was.
    return readIds(database.query(
        "UPDATE orders SET stored_ms = ? WHERE id IN (SELECT o.id FROM orders o WHERE o.stored_ms "
        "= 0 AND o.state IN ('paid', 'making', 'made', 'delivering') AND (SELECT f.number FROM "
        "feed f WHERE f.type = 'order' AND f.id = o.id) <= ? ORDER BY o.paid_ms LIMIT ?) "
        "RETURNING id",
        nowMs, number, limit));
}

bool hasUntold(Database &database, qint64 paidBeforeMs)
{
    Rows rows = database.query("SELECT 1 FROM orders WHERE state = 'paid' AND seen_ms = 0 AND "
                               "owner_told_ms = 0 AND paid_ms <= ? LIMIT 1",
                               paidBeforeMs);
    return rows.next();
}

std::vector<qint64> markOwnerTold(Database &database, qint64 paidBeforeMs, qint64 nowMs, int limit)
{
    return readIds(database.query(
        "UPDATE orders SET owner_told_ms = ? WHERE id IN (SELECT id FROM orders WHERE state = "
        "'paid' AND seen_ms = 0 AND owner_told_ms = 0 AND paid_ms <= ? ORDER BY paid_ms LIMIT ?) "
        "RETURNING id",
        nowMs, paidBeforeMs, limit));
}

qint64 piecesOrderedFor(Database &database, qint64 productId, const QString &date)
{
    Rows rows = database.query(
        "SELECT COALESCE(SUM(qty), 0) FROM orders WHERE product_id = ? "
        "AND substr(delivery_window, 1, 10) = ? AND state NOT IN ('cancelled', 'expired')",
        productId, date);
    return rows.next() ? rows.number(0) : 0;
}

void insertOperation(Database &database, const OperationRow &operation)
{
    database.run(
        "INSERT INTO operations (id, order_id, number, verb, actor, device_id, from_state, "
        "to_state, at_ms, "
        "pressed_ms, undone) VALUES (?, ?, (SELECT COALESCE(MAX(number), 0) + 1 FROM operations "
        "WHERE order_id = ?), ?, ?, ?, ?, ?, ?, ?, 0)",
        operation.id, operation.orderId, operation.orderId, word(operation.verb),
        word(operation.actor), operation.deviceId, word(operation.from), word(operation.to),
        operation.atMs, operation.pressedAtMs);
}

std::optional<OperationRow> lastOperation(Database &database, qint64 orderId)
{
    Rows rows = database.query(
        "SELECT id, order_id, verb, actor, device_id, from_state, to_state, at_ms, pressed_ms "
        "FROM operations WHERE order_id = ? AND undone = 0 ORDER BY number DESC LIMIT 1",
        orderId);
    if (!rows.next())
        return std::nullopt;
    return readOperation(rows);
}

void markUndone(Database &database, const QString &operationId)
{
    database.run("UPDATE operations SET undone = 1 WHERE id = ?", operationId);
}

} // namespace petalpost::store
