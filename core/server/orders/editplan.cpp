// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/editplan.h"

#include "core/protocol/documents.h"
#include "core/server/orders/addressbook.h"
#include "core/server/orders/deskmoney.h"
#include "core/server/orders/windows.h"
#include "core/storage/server/catalogue.h"
#include "core/storage/server/messagestore.h"
#include "core/storage/server/paymentstore.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

Shop shopOf(Database &database)
{
    auto shop = store::readShop(database);
    if (!shop)
        throw StorageError("the shop has no settings");
    return std::move(*shop);
}

/// The product, its price and the number of pieces.
Result<void> planLines(Database &database, const Order &order, const OrderEdit &edit,
                       std::optional<qint64> unitMinor, Order &after)
{
    const auto product = store::findProduct(database, edit.productId.value_or(order.productId));
    if (!product)
        return refuse(RefusalCode::UnknownProduct, u"productId"_s);
    const bool substituted = product->id != order.productId;
    after.qty = int(edit.qty.value_or(order.qty));
    if (product->soldOut && (substituted || after.qty > order.qty))
        return refuse(RefusalCode::SoldOut, u"productId"_s);
    if (substituted) {
        after.productId = product->id;
        after.productName = product->name;
        after.productNameEn = product->nameEn;
        after.picture = product->picture;
        after.unitPrice = product->price;
        if (unitMinor)
            after.unitPrice.minor = *unitMinor;
    }
    if (product->needsWindow && !after.window)
        return refuse(RefusalCode::MissingField, u"window"_s);
    const auto total = after.unitPrice.times(after.qty);
    if (!total || total->currency != order.total.currency)
        return refuse(RefusalCode::PriceOverflow, u"qty"_s);
    after.total = *total;
    if (!after.window || product->dailyLimit <= 0)
        return {};
    const QString date = after.window->date.toString(Qt::ISODate);
    const bool counted = !substituted && order.window && order.window->date == after.window->date;
    const qint64 others =
        store::piecesOrderedFor(database, product->id, date) - (counted ? order.qty : 0);
    const bool more = substituted || !counted || after.qty > order.qty;
    if (more && others + after.qty > product->dailyLimit) {
        return refuse(RefusalCode::DailyLimitReached, u"qty"_s,
                      QString::number(product->dailyLimit));
    }
    return {};
}

Result<void> planWindow(Database &database, const Order &order, const DeliveryWindow &window,
                        qint64 nowMs)
{
    if (window == order.window)
        return {};
    const Shop shop = shopOf(database);
    if (auto open = checkOwnWindow(shop, window, nowMs); !open)
        return open;
    if (store::takenPlaces(database, window.key()) >= shop.ruleFor(window)->capacity) {
        return refuse(RefusalCode::WindowFull, u"window"_s,
                      nearestFreeWindow(database, shop, window, nowMs));
    }
    return {};
}

void planTexts(Database &database, const OrderEdit &edit, Order &after)
{
    after.recipient = edit.recipient.value_or(after.recipient);
    after.address = edit.address.value_or(after.address);
    completeAddress(database, after.address);
    after.cardMessage = edit.cardMessage.value_or(after.cardMessage);
    after.ribbonText = edit.ribbonText.value_or(after.ribbonText);
    after.ribbonSender = edit.ribbonSender.value_or(after.ribbonSender);
    after.request = edit.request.value_or(after.request);
}

Result<EditEffect> effectOf(Database &database, const Order &order, const EditPlan &plan)
{
    const bool booked = store::countedAttempt(database, order.id, 0).has_value();
    const bool more = plan.differenceMinor > 0;
    // Who paid the florist pays the florist again, unless the customer is asked anyway.
    if (booked && more && (!order.deskMethod || plan.edit.asksFirst))
        return EditEffect::Extra;
    if (booked && plan.differenceMinor < 0) {
        const qint64 leftMinor = refundableMinor(database, order);
        if (leftMinor < -plan.differenceMinor)
            return refuse(RefusalCode::OutOfRange, u"differenceMinor"_s,
                          QString::number(leftMinor));
    }
    if (plan.edit.asksFirst)
        return EditEffect::Answer;
    if (plan.differenceMinor == 0)
        return EditEffect::Nothing;
    return booked && !more ? EditEffect::Refund : EditEffect::ByHand;
}

QJsonObject journalDetail(Database &database, const Order &before, const EditPlan &plan)
{
    const Order &after = plan.after;
    QJsonObject detail{{u"differenceMinor"_s, plan.differenceMinor}};
    if (plan.edit.changesWork()) {
        detail.insert(u"product"_s, after.productId);
        detail.insert(u"qty"_s, after.qty);
        detail.insert(u"totalMinor"_s, after.total.minor);
        detail.insert(u"window"_s, after.window ? after.window->key() : QString());
        detail.insert(u"productBefore"_s, before.productId);
        detail.insert(u"qtyBefore"_s, before.qty);
        detail.insert(u"windowBefore"_s, before.window ? before.window->key() : QString());
    }
    if (plan.edit.changesTexts()) {
        detail.insert(u"personal"_s,
                      personalDigest(store::personalSalt(database, before.id),
                                     {after.recipient.name, after.recipient.phone,
                                      after.address.line, after.address.detail, after.cardMessage,
                                      after.ribbonText, after.ribbonSender, after.request}));
    }
    return detail;
}

QString copyOf(const Order &order)
{
    return QString::fromUtf8(QJsonDocument(toJson(order)).toJson(QJsonDocument::Compact));
}

/// Until when the customer may answer.
qint64 answerDueMs(Database &database, const Order &after, qint64 nowMs)
{
    if (!after.window)
        return nowMs + answerMs;
    const qint64 startMs = after.window->startsAt(shopOf(database).zone).toMSecsSinceEpoch();
    return std::min(nowMs + answerMs, std::max(startMs, nowMs));
}

} // namespace

Result<EditPlan> planEdit(Database &database, const Order &order, OrderEdit edit, qint64 nowMs,
                          std::optional<qint64> unitMinor)
{
    if (const auto checked = checkEdit(order.workState(), edit); !checked)
        return refuse(checked.error());
    EditPlan plan{std::move(edit), order};
    planTexts(database, plan.edit, plan.after);
    plan.after.window = plan.edit.window ? plan.edit.window : order.window;
    if (plan.edit.window) {
        const auto fits = planWindow(database, order, *plan.edit.window, nowMs);
        if (!fits)
            return refuse(fits.error());
    }
    if (plan.edit.changesWork()) {
        const auto lines = planLines(database, order, plan.edit, unitMinor, plan.after);
        if (!lines)
            return refuse(lines.error());
    }
    plan.differenceMinor = plan.after.total.minor - order.total.minor;
    const auto effect = effectOf(database, order, plan);
    if (!effect)
        return refuse(effect.error());
    plan.effect = *effect;
    return plan;
}

Result<void> storeLines(Transaction &transaction, const Order &before, const Order &after)
{
    Database &database = transaction.db();
    if (after.window != before.window) {
        const Shop shop = shopOf(database);
        const WindowRule *rule = after.window ? shop.ruleFor(*after.window) : nullptr;
        const bool taken =
            !after.window
            || (rule && store::takePlace(database, after.window->key(), rule->capacity));
        if (!taken) {
            return refuse(RefusalCode::WindowFull, u"window"_s,
                          nearestFreeWindow(database, shop, *after.window, transaction.nowMs()));
        }
        releaseWindow(database, before);
    }
    store::updateOrderLines(database, after);
    return {};
}

void recordEdit(Transaction &transaction, Order &order, const QString &what, const EditMaker &maker,
                QJsonObject detail)
{
    if (maker.deviceId != 0)
        detail.insert(u"device"_s, maker.deviceId);
    if (maker.chargeRequest != 0)
        detail.insert(u"chargeRequest"_s, maker.chargeRequest);
    transaction.record({0, maker.actor, what, DocumentType::Order, order.id, detail, false});
    ++order.version;
    store::updateOrder(transaction.db(), order);
}

Result<void> carryOut(Transaction &transaction, Order &order, const EditPlan &plan,
                      const EditMaker &maker)
{
    Database &database = transaction.db();
    Order after = plan.after;
    if (auto stored = storeLines(transaction, order, after); !stored)
        return stored;
    store::EditRow row;
    row.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    row.orderId = order.id;
    row.deviceId = maker.deviceId;
    row.chargeRequest = maker.chargeRequest;
    row.differenceMinor = plan.differenceMinor;
    row.atMs = transaction.nowMs();
    const bool booked = store::countedAttempt(database, order.id, 0).has_value();
    if (booked && plan.effect == EditEffect::ByHand)
        chargeMoreByHand(transaction, after, plan.differenceMinor);
    if (booked && plan.differenceMinor < 0) {
        const qint64 notBeforeMs = maker.undoable ? transaction.nowMs() + undoHoldMs : 0;
        const auto asked =
            requestRefundAfter(transaction, after, -plan.differenceMinor, u"edit"_s, notBeforeMs);
        if (!asked)
            return refuse(asked.error());
        row.refunds = *asked;
    }
    if (maker.undoable)
        row.before = copyOf(order);
    store::insertEdit(database, row);
    QJsonObject detail = journalDetail(database, order, plan);
    order = std::move(after);
    recordEdit(transaction, order, u"edit"_s, maker, std::move(detail));
    return {};
}

void askCustomer(Transaction &transaction, Order &order, const EditPlan &plan, qint64 deviceId)
{
    Database &database = transaction.db();
    store::ChargeRequest request;
    request.orderId = order.id;
    request.operation = QUuid::createUuid().toString(QUuid::WithoutBraces);
    request.differenceMinor = plan.differenceMinor;
    request.unitMinor = plan.after.unitPrice.minor;
    request.basedTotalMinor = order.total.minor;
    request.edit = plan.edit;
    request.createdAtMs = transaction.nowMs();
    request.expiresAtMs = answerDueMs(database, plan.after, transaction.nowMs());
    EditMaker maker;
    maker.deviceId = deviceId;
    maker.chargeRequest = store::insertChargeRequest(database, request);
    order.pendingEdit = PendingEdit{PendingState::Waiting, plan.differenceMinor};
    queueMessage(transaction, order, MessageEvent::EditAsked, request.operation, undoHoldMs,
                 std::max<qint64>(0, plan.differenceMinor));
    recordEdit(transaction, order, u"editAsked"_s, maker,
               QJsonObject{{u"differenceMinor"_s, plan.differenceMinor}});
}

bool endRequest(Transaction &transaction, Order &order, std::optional<PendingState> state)
{
    Database &database = transaction.db();
    const qint64 differenceMinor = order.pendingEdit ? order.pendingEdit->differenceMinor : 0;
    order.pendingEdit.reset();
    if (state)
        order.pendingEdit = PendingEdit{*state, differenceMinor};
    auto request = store::openChargeRequest(database, order.id);
    if (!request)
        return false;
    request->state = store::ChargeRequestState::Withdrawn;
    request->closedAtMs = transaction.nowMs();
    store::updateChargeRequest(database, *request);
    store::withdrawHeld(database, request->operation);
    closeAttempts(transaction, order.id);
    return true;
}

std::optional<store::ChargeRequest> agreeable(Database &database, const Order &order, int number,
                                              qint64 nowMs)
{
    auto request = store::findChargeRequest(database, order.id, number);
    const bool open = request && request->state == store::ChargeRequestState::Open
                      && request->expiresAtMs > nowMs
                      && request->basedTotalMinor == order.total.minor;
    if (!open)
        return std::nullopt;
    const auto plan = planEdit(database, order, request->edit, nowMs, request->unitMinor);
    if (!plan || plan->differenceMinor != request->differenceMinor)
        return std::nullopt;
    return request;
}

Result<void> agree(Transaction &transaction, Order &order, store::ChargeRequest request)
{
    Database &database = transaction.db();
    const auto plan =
        planEdit(database, order, request.edit, transaction.nowMs(), request.unitMinor);
    if (!plan)
        return refuse(plan.error());
    const bool same = request.basedTotalMinor == order.total.minor
                      && plan->differenceMinor == request.differenceMinor;
    if (!same) {
        return refuse(RefusalCode::QuoteChanged, u"differenceMinor"_s,
                      QString(QString::number(request.differenceMinor) + u'/'
                              + QString::number(plan->differenceMinor)));
    }
    const PaymentState payment = order.payment;
    EditPlan agreed = *plan;
    agreed.after.pendingEdit.reset();
    agreed.after.payment = payment;
    const Actor actor = request.differenceMinor > 0 ? Actor::Gateway : Actor::Customer;
    const EditMaker maker{actor, 0, request.number, false};
    request.state = store::ChargeRequestState::Paid;
    request.closedAtMs = transaction.nowMs();
    store::updateChargeRequest(database, request);
    store::withdrawHeld(database, request.operation);
    return carryOut(transaction, order, agreed, maker);
}

Result<Order> expireRequest(Transaction &transaction, qint64 orderId, int number)
{
    Database &database = transaction.db();
    auto order = store::findOrder(database, orderId);
    if (!order)
        return refuse(RefusalCode::NotFound);
    const auto request = store::openChargeRequest(database, orderId);
    const auto attempts = store::attemptsOf(database, orderId);
    const bool undecided = std::ranges::any_of(attempts, [&](const PaymentAttempt &attempt) {
        return attempt.chargeRequest == number
               && (attempt.state == PaymentState::Confirming
                   || attempt.state == PaymentState::Unknown);
    });
    const bool over = request && request->number == number && !undecided
                      && request->expiresAtMs <= transaction.nowMs();
    if (!over)
        return *order;
    endRequest(transaction, *order, PendingState::Expired);
    const EditMaker maker{Actor::Server, 0, number, false};
    recordEdit(transaction, *order, u"editExpired"_s, maker, {});
    return *order;
}

} // namespace petalpost::server
