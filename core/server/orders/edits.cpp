// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/edits.h"

#include "core/protocol/documents.h"
#include "core/server/orders/deskmoney.h"
#include "core/server/orders/idempotency.h"
#include "core/storage/server/paymentstore.h"

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

Result<Order> freshOrder(Transaction &transaction, const EditRequest &request)
{
    auto order = store::findOrder(transaction.db(), request.orderId);
    if (!order)
        return refuse(RefusalCode::NotFound);
    if (order->version == request.basedOn)
        return std::move(*order);
    Refusal refusal =
        Refusal::of(RefusalCode::StaleVersion, u"basedOn"_s, QString::number(order->version));
    refusal.state = order->state;
    return refuse(std::move(refusal));
}

/// The order with the end of the undo time of its last edit.
EditedOrder edited(Transaction &transaction, Order order)
{
    Database &database = transaction.db();
    const auto last = store::lastEdit(database, order.id);
    const qint64 untilMs = last && !last->before.isEmpty() ? last->atMs + undoHoldMs : 0;
    return {std::move(order), untilMs > transaction.nowMs() ? untilMs : 0};
}

Result<EditedOrder> editedBefore(Transaction &transaction, qint64 orderId)
{
    auto order = store::findOrder(transaction.db(), orderId);
    if (!order)
        return refuse(RefusalCode::NotFound);
    return edited(transaction, std::move(*order));
}

/// What a florist may do to an order once; refuses as Edits says.
using EditStep = Result<void>(Transaction &, Order &, const EditRequest &);

/// Makes \a change to the order as it was quoted. A call that was made before answers as then.
Result<EditedOrder> once(Transaction &transaction, const EditRequest &request, EditStep *change)
{
    const auto earlier = earlierCall(transaction, request.key);
    if (!earlier)
        return refuse(earlier.error());
    if (*earlier)
        return editedBefore(transaction, **earlier);
    auto order = freshOrder(transaction, request);
    if (!order)
        return refuse(order.error());
    if (const auto changed = change(transaction, *order, request); !changed)
        return refuse(changed.error());
    rememberCall(transaction, request.key, order->id);
    return edited(transaction, std::move(*order));
}

Result<void> applyNow(Transaction &transaction, Order &order, const EditRequest &request)
{
    const auto plan = planEdit(transaction.db(), order, request.edit, transaction.nowMs());
    if (!plan)
        return refuse(plan.error());
    if (plan->differenceMinor != request.differenceMinor) {
        return refuse(RefusalCode::QuoteChanged, u"differenceMinor"_s,
                      QString(QString::number(request.differenceMinor) + u'/'
                              + QString::number(plan->differenceMinor)));
    }
    EditPlan planned = *plan;
    const bool asks = plan->effect == EditEffect::Extra || plan->effect == EditEffect::Answer;
    if (asks || plan->edit.changesWork()) {
        endRequest(transaction, order, std::nullopt);
        planned.after.pendingEdit.reset();
    }
    if (!asks)
        return carryOut(transaction, order, planned, {Actor::Florist, request.deviceId, 0, true});
    askCustomer(transaction, order, planned, request.deviceId);
    return {};
}

/// Everything that an edit sets, from \a before; what happened to the order since stays.
Order restored(Order order, const Order &before)
{
    order.productId = before.productId;
    order.productName = before.productName;
    order.productNameEn = before.productNameEn;
    order.picture = before.picture;
    order.qty = before.qty;
    order.unitPrice = before.unitPrice;
    order.total = before.total;
    order.window = before.window;
    order.recipient = before.recipient;
    order.address = before.address;
    order.cardMessage = before.cardMessage;
    order.ribbonText = before.ribbonText;
    order.ribbonSender = before.ribbonSender;
    order.request = before.request;
    return order;
}

/// An order on its way keeps its work as it is, whoever wants it otherwise.
Result<void> checkUndoable(const Order &order, const Order &before)
{
    const bool sameWork = order.productId == before.productId && order.qty == before.qty
                          && order.window == before.window && order.total == before.total;
    const EditPart part = sameWork ? EditPart::Texts : EditPart::Product;
    if (isEditable(order.workState(), part))
        return {};
    Refusal refusal = Refusal::of(RefusalCode::IllegalMove, u"undo"_s);
    refusal.state = order.state;
    return refuse(std::move(refusal));
}

Result<void> undoLast(Transaction &transaction, Order &order, const EditMaker &maker)
{
    Database &database = transaction.db();
    const auto last = store::lastEdit(database, order.id);
    const bool open =
        last && !last->before.isEmpty() && last->atMs + undoHoldMs > transaction.nowMs();
    if (!open)
        return refuse(RefusalCode::UndoClosed);
    const auto before = orderFromJson(QJsonDocument::fromJson(last->before.toUtf8()).object());
    if (!before)
        throw StorageError("the copy of an order from before an edit is damaged");
    if (auto legal = checkUndoable(order, *before); !legal)
        return legal;
    for (const QString &refund : last->refunds) {
        if (auto kept = withdrawRefund(transaction, refund); !kept)
            return kept;
    }
    Order after = restored(order, *before);
    if (last->differenceMinor > 0 && last->chargeRequest == 0)
        returnByHand(transaction, after, last->differenceMinor);
    if (auto stored = storeLines(transaction, order, after); !stored)
        return stored;
    if (!last->refunds.isEmpty())
        after.payment = paymentOf(database, after.id, after.payment);
    store::markEditUndone(database, last->id, transaction.nowMs());
    order = std::move(after);
    recordEdit(transaction, order, u"editUndone"_s, maker,
               QJsonObject{{u"differenceMinor"_s, -last->differenceMinor},
                           {u"totalMinor"_s, order.total.minor}});
    return {};
}

Result<void> undoNow(Transaction &transaction, Order &order, const EditRequest &request)
{
    const EditMaker maker{Actor::Florist, request.deviceId, 0, false};
    if (!endRequest(transaction, order, std::nullopt))
        return undoLast(transaction, order, maker);
    recordEdit(transaction, order, u"editWithdrawn"_s, maker, {});
    return {};
}

Result<Order> answerNow(Transaction &transaction, qint64 orderId, int number, bool yes)
{
    Database &database = transaction.db();
    auto order = store::findOrder(database, orderId);
    if (!order)
        return refuse(RefusalCode::NotFound);
    const auto request = store::openChargeRequest(database, orderId);
    if (!request || request->number != number || (yes && request->differenceMinor > 0)) {
        Refusal refusal = Refusal::of(RefusalCode::IllegalMove, u"answer"_s);
        refusal.state = order->state;
        return refuse(std::move(refusal));
    }
    const EditMaker maker{Actor::Customer, 0, number, false};
    if (!yes) {
        endRequest(transaction, *order, PendingState::Declined);
        recordEdit(transaction, *order, u"editDeclined"_s, maker, {});
        return *order;
    }
    if (!agreeable(database, *order, number, transaction.nowMs())) {
        endRequest(transaction, *order, PendingState::Lapsed);
        recordEdit(transaction, *order, u"editLapsed"_s, maker, {});
        return *order;
    }
    if (const auto made = agree(transaction, *order, *request); !made)
        return refuse(made.error());
    return *order;
}

} // namespace

QFuture<Result<EditQuote>> Edits::quote(qint64 orderId, OrderEdit edit)
{
    return m_reader.read([orderId, edit = std::move(edit),
                          nowMs = m_clock.nowMs()](Database &database) -> Result<EditQuote> {
        const auto order = store::findOrder(database, orderId);
        if (!order)
            return refuse(RefusalCode::NotFound);
        const auto plan = planEdit(database, *order, edit, nowMs);
        if (!plan)
            return refuse(plan.error());
        return EditQuote{orderId, order->version, plan->after.total, plan->differenceMinor,
                         plan->effect};
    });
}

QFuture<Result<EditedOrder>> Edits::apply(EditRequest request)
{
    return m_writer.write([request = std::move(request)](Transaction &transaction) {
        return once(transaction, request, applyNow);
    });
}

QFuture<Result<EditedOrder>> Edits::undo(EditRequest request)
{
    return m_writer.write([request = std::move(request)](Transaction &transaction) {
        return once(transaction, request, undoNow);
    });
}

QFuture<Result<std::optional<PendingChange>>> Edits::pending(qint64 orderId)
{
    return m_reader.read([orderId, nowMs = m_clock.nowMs()](
                             Database &database) -> Result<std::optional<PendingChange>> {
        const auto order = store::findOrder(database, orderId);
        if (!order)
            return refuse(RefusalCode::NotFound);
        const auto open = store::openChargeRequest(database, orderId);
        const auto request = open ? agreeable(database, *order, open->number, nowMs) : std::nullopt;
        if (!request)
            return std::optional<PendingChange>();
        const auto plan = planEdit(database, *order, request->edit, nowMs, request->unitMinor);
        return std::optional(PendingChange{request->number, request->differenceMinor, plan->after,
                                           request->expiresAtMs});
    });
}

QFuture<Result<Order>> Edits::answer(qint64 orderId, int number, bool yes)
{
    return m_writer.write(
        [=](Transaction &transaction) { return answerNow(transaction, orderId, number, yes); });
}

} // namespace petalpost::server
