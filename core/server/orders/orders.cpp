// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/orders.h"

#include "core/server/orders/deskmoney.h"
#include "core/server/orders/editplan.h"
#include "core/server/orders/idempotency.h"
#include "core/storage/server/catalogue.h"
#include "core/storage/server/messagestore.h"
#include "core/storage/server/photostore.h"

#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

Result<Order> orNotFound(std::optional<Order> order)
{
    if (!order)
        return refuse(RefusalCode::NotFound);
    return std::move(*order);
}

Refusal stale(const Order &order, Actor actor, const MoveFacts &facts)
{
    Refusal refusal =
        Refusal::of(RefusalCode::StaleVersion, u"basedOn"_s, QString::number(order.version));
    refusal.state = order.state;
    refusal.legalVerbs = legalVerbs(order.state, actor, facts);
    return refusal;
}

/// Money that came while the work had begun stays: the order is paid then, not unpaid again.
OrderState stateBefore(const Order &order, const store::OperationRow &last)
{
    const bool paidMeanwhile =
        last.from == OrderState::Received && order.payment != PaymentState::Pending;
    return paidMeanwhile ? OrderState::Paid : last.from;
}

/// Undo takes back the stamps of every state that lies ahead again, and the SMS if it is still
/// here.
void undo(Transaction &transaction, Order &order, const Change &change)
{
    Database &database = transaction.db();
    const auto last = store::lastOperation(database, order.id);
    QJsonObject detail{{u"undoes"_s, word(last->verb)}};
    const bool withdrawn = store::withdrawHeld(database, last->id) > 0;
    detail.insert(u"smsWithdrawn"_s, withdrawn);
    if (withdrawn) // else the customer knows the newer state already
        store::holdSuperseded(database, last->id, transaction.nowMs() + undoHoldMs);
    store::markUndone(database, last->id);
    const OrderState from = order.state;
    order.state = stateBefore(order, *last);
    if (last->verb == Verb::FailDelivery)
        order.redelivery = false;
    if (last->verb == Verb::CompleteDelivery)
        order.receivedBy.clear();
    for (const auto &[state, name] : orderStateWords) {
        if (state > order.state && state <= OrderState::Delivered)
            order.stamp(state, 0);
    }
    if (order.reachedAt(order.state) == 0)
        order.stamp(order.state, transaction.nowMs());
    const auto previous = store::lastOperation(database, order.id);
    order.lastOperation = previous ? previous->id : QString();
    order.smsHeldUntilMs = 0;
    ++order.version;
    detail.insert(u"from"_s, word(from));
    detail.insert(u"to"_s, word(order.state));
    store::updateOrder(database, order);
    transaction.record(
        {0, change.actor, word(Verb::Undo), DocumentType::Order, order.id, detail, false});
}

Result<void> cancel(Transaction &transaction, Order &order, const MoveRequest &request,
                    Change change)
{
    Database &database = transaction.db();
    releaseWindow(database, order);
    store::withdrawAllHeld(database, order.id);
    endRequest(transaction, order, std::nullopt);
    order.cancelReason = request.reason;
    if (order.state == OrderState::Received) {
        order.payment = PaymentState::Failed;
        closeAttempts(transaction, order.id);
    } else {
        const bool ownChoice = request.actor == Actor::Florist && request.refundMinor;
        change.amountMinor = ownChoice ? *request.refundMinor : refundableMinor(database, order);
        auto refunded = requestRefund(transaction, order, change.amountMinor, word(request.verb));
        if (!refunded)
            return refunded;
    }
    applySteps(transaction, order, {OrderState::Cancelled}, change);
    return {};
}

/// Money for flowers that arrived wilted or wrong; nothing at all is no refund.
Result<void> refundClaim(Transaction &transaction, Order &order, std::optional<qint64> amountMinor,
                         Change &change)
{
    const qint64 leftMinor = refundableMinor(transaction.db(), order);
    const qint64 minor = amountMinor.value_or(leftMinor);
    if (minor <= 0)
        return refuse(RefusalCode::OutOfRange, u"refundMinor"_s, QString::number(leftMinor));
    change.detail.insert(u"amountMinor"_s, minor);
    return requestRefund(transaction, order, minor, u"claim"_s);
}

DeskMethod methodOf(const Order &order, const MoveRequest &request)
{
    return request.method.value_or(order.deskMethod.value_or(DeskMethod::Cash));
}

/// Moves that keep the state: what they set, before the order is stored.
Result<void> amend(Transaction &transaction, Order &order, const MoveRequest &request,
                   Change &change)
{
    switch (request.verb) {
    case Verb::RequestCancel:
        order.cancelRequestedAtMs = transaction.nowMs();
        order.cancelReason = request.reason;
        return {};
    case Verb::DeclineCancel:
        order.cancelRequestedAtMs = 0;
        queueMessage(transaction, order, MessageEvent::CancelDeclined, {}, 0);
        return {};
    case Verb::MarkPaid:
        order.stamp(OrderState::Paid, transaction.nowMs());
        chargeByHand(transaction, order, methodOf(order, request));
        queueMessage(transaction, order, MessageEvent::MoneyReceived, {}, 0, order.total.minor);
        return {};
    case Verb::Refund:
        order.claimReason = request.reason;
        return refundClaim(transaction, order, request.refundMinor, change);
    default:
        return {};
    }
}

/// The version stays: no move under way depends on a photo, and a photo on no move.
Result<void> addPhoto(Transaction &transaction, Order &order, const MoveRequest &request)
{
    Database &database = transaction.db();
    if (!request.photo.isEmpty() && !store::hasPhoto(database, request.photo))
        return refuse(RefusalCode::InvalidPhoto, u"photo"_s, u"unknown"_s);
    order.setPhoto(request.photoOf, request.photo);
    store::updateOrder(database, order);
    const QJsonObject detail{{u"photoOf"_s, wordOf(photoOfWords, request.photoOf)},
                             {u"device"_s, request.deviceId}};
    transaction.record(
        {0, request.actor, word(Verb::AddPhoto), DocumentType::Order, order.id, detail, false});
    return {};
}

bool isStale(const Order &order, const MoveRequest &request)
{
    return request.basedOn && *request.basedOn != order.version && request.verb != Verb::AddPhoto;
}

bool isOperation(Verb verb)
{
    return verb == Verb::StartMaking || verb == Verb::MarkMade || verb == Verb::StartDelivery
           || verb == Verb::CompleteDelivery || verb == Verb::FailDelivery;
}

Result<void> checkTexts(const MoveRequest &request)
{
    return checkText(u"reason"_s, request.reason, bounds::reason, true).and_then([&] {
        return checkText(u"receivedBy"_s, request.receivedBy, bounds::name);
    });
}

/// When the florist did it: never before the last change, never in the future. 0 for everybody
/// whose clock does not count.
qint64 clampedPress(const Transaction &transaction, const Order &order, const MoveRequest &request)
{
    const bool counts = request.actor == Actor::Florist || request.actor == Actor::Driver;
    if (!counts || request.pressedAtMs <= 0)
        return 0;
    const qint64 lastChangeMs = *std::ranges::max_element(order.reachedAtMs);
    return std::clamp(request.pressedAtMs, std::min(lastChangeMs, transaction.nowMs()),
                      transaction.nowMs());
}

void insertOperationRow(Transaction &transaction, const Order &order, const MoveRequest &request,
                        const Change &change, OrderState to)
{
    store::insertOperation(transaction.db(),
                           {change.operation, order.id, request.verb, request.actor,
                            request.deviceId, order.state, to, transaction.nowMs(),
                            change.pressedAtMs > 0 ? change.pressedAtMs : transaction.nowMs()});
}

} // namespace

Orders::Orders(Writer &writer, Reader &reader, OrderTokens tokens)
    : m_writer(writer)
    , m_reader(reader)
    , m_tokens(std::move(tokens))
{
}

QFuture<Result<Order>> Orders::move(MoveRequest request)
{
    return m_writer.write([this, request = std::move(request)](Transaction &transaction) {
        return moveNow(transaction, request);
    });
}

Result<Order> Orders::moveNow(Transaction &transaction, const MoveRequest &request)
{
    const auto earlier = earlierCall(transaction, request.key);
    if (!earlier)
        return refuse(earlier.error());
    auto found = store::findOrder(transaction.db(), *earlier ? **earlier : request.orderId);
    if (!found)
        return refuse(RefusalCode::NotFound);
    if (*earlier)
        return *found;
    if (const auto checked = checkTexts(request); !checked)
        return refuse(checked.error());

    Order order = std::move(*found);
    const MoveFacts facts = factsOf(transaction.db(), order);
    if (isStale(order, request))
        return refuse(stale(order, request.actor, facts));
    const auto steps = request.maySkip
                           ? decideSkipping(order.state, request.verb, request.actor, facts)
                           : decide(order.state, request.verb, request.actor, facts);
    if (!steps)
        return refuse(steps.error());

    Change change{request.verb, request.actor, request.deviceId, {}, {}};
    change.pressedAtMs = clampedPress(transaction, order, request);
    Result<void> done;
    if (request.verb == Verb::Undo) {
        undo(transaction, order, change);
    } else if (request.verb == Verb::AddPhoto) {
        done = addPhoto(transaction, order, request);
    } else if (steps->empty()) {
        done = request.verb == Verb::Resend ? resendNow(transaction, order, request)
                                            : amend(transaction, order, request, change);
        if (done)
            recordChange(transaction, order, change);
    } else if (steps->back() == OrderState::Cancelled) {
        done = cancel(transaction, order, request, change);
    } else {
        if (isOperation(request.verb)) {
            change.operation = QUuid::createUuid().toString(QUuid::WithoutBraces);
            insertOperationRow(transaction, order, request, change, steps->back());
        }
        if (request.verb == Verb::MarkPaid)
            chargeByHand(transaction, order, methodOf(order, request));
        if (request.verb == Verb::FailDelivery)
            order.redelivery = true;
        if (request.verb == Verb::CompleteDelivery)
            order.receivedBy = request.receivedBy;
        applySteps(transaction, order, *steps, change);
    }
    if (!done)
        return refuse(done.error());
    rememberCall(transaction, request.key, order.id);
    return order;
}

QFuture<Result<Order>> Orders::markSeen(qint64 orderId, qint64 deviceId)
{
    return m_writer.write([orderId, deviceId](Transaction &transaction) -> Result<Order> {
        auto order = store::findOrder(transaction.db(), orderId);
        if (!order)
            return refuse(RefusalCode::NotFound);
        if (order->seenAtMs > 0)
            return *order;
        order->seenAtMs = transaction.nowMs();
        store::updateOrder(transaction.db(), *order);
        transaction.record({0, Actor::Florist, u"seen"_s, DocumentType::Order, orderId,
                            QJsonObject{{u"device"_s, deviceId}}, false});
        return *order;
    });
}

void Orders::beginDay()
{
    m_writer.write([this](Transaction &transaction) -> Result<void> {
        Database &database = transaction.db();
        const QString today =
            m_shop.read(database).today(transaction.nowMs()).toString(Qt::ISODate);
        if (store::readSetting(database, "runDay"_L1) == today)
            return {};
        store::writeSetting(database, "runDay"_L1, today);
        for (const qint64 id : store::listRunOf(database, today))
            transaction.record(
                {0, Actor::Server, u"dayBegins"_s, DocumentType::Order, id, {}, false});
        return {};
    });
}

QFuture<Result<int>> Orders::noteStored(FeedCursor cursor, qint64 deviceId)
{
    return m_writer.write([cursor = std::move(cursor),
                           deviceId](Transaction &transaction) -> Result<int> {
        const JournalHead head = readJournalHead(transaction.db());
        if (cursor.epoch != head.epoch || cursor.number > head.number)
            return refuse(RefusalCode::OutOfRange, u"cursor"_s);
        const auto ids =
            store::stampStored(transaction.db(), cursor.number, transaction.nowMs(), receiptLimit);
        for (const qint64 id : ids) {
            transaction.record({0, Actor::Server, u"stored"_s, DocumentType::Order, id,
                                QJsonObject{{u"device"_s, deviceId}}, false});
        }
        return int(ids.size());
    });
}

QFuture<Result<Order>> Orders::find(qint64 orderId)
{
    return m_reader.read(
        [orderId](Database &database) { return orNotFound(store::findOrder(database, orderId)); });
}

QFuture<Result<Order>> Orders::findByToken(const QString &token)
{
    return m_reader.read([hash = tokenHash(token)](Database &database) {
        return orNotFound(store::findOrderByToken(database, hash));
    });
}

QFuture<Result<std::vector<Order>>> Orders::deliveries(qint64 afterId, int limit)
{
    return m_reader.read([=](Database &database) -> Result<std::vector<Order>> {
        return store::listDeliveries(database, afterId, limit);
    });
}

QFuture<Result<std::vector<Order>>> Orders::all(qint64 afterId, int limit)
{
    return m_reader.read([=](Database &database) -> Result<std::vector<Order>> {
        return store::listOrders(database, afterId, limit);
    });
}

QString Orders::tokenOf(const Order &order) const
{
    return m_tokens.tokenFor(order.id, 1);
}

} // namespace petalpost::server
