// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/overlay.h"

#include "core/protocol/orderdraft.h"
#include "core/protocol/productfields.h"
#include "core/protocol/shopsettings.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::sync::overlay {

namespace {

/// The states that an undo can come from or lead to, in the order of the work.
constexpr std::array mainRoad{OrderState::Received, OrderState::Paid,       OrderState::Making,
                              OrderState::Made,     OrderState::Delivering, OrderState::Delivered};

/// Where the server's undo will most likely lead: to the step before, skipping those that the last
/// operation passed in one go and therefore stamped alike.
std::optional<OrderState> stateBefore(const Order &order)
{
    const auto here = std::ranges::find(mainRoad, order.state);
    if (order.lastOperation.isEmpty() || here == mainRoad.end())
        return std::nullopt;
    if (order.state == OrderState::Made && order.redelivery)
        return OrderState::Delivering; // the last operation is the failed delivery
    // Nobody but the florist has an unpaid order worked on.
    const auto first = order.deskMethod ? mainRoad.begin() : mainRoad.begin() + 1;
    for (auto before = here; before > first;) {
        --before;
        const qint64 atMs = order.reachedAt(*before);
        if (*before == OrderState::Received && !order.awaitsMoney())
            return OrderState::Paid; // money that came meanwhile stays
        if (atMs > 0 && atMs != order.reachedAt(order.state))
            return *before;
    }
    return std::nullopt;
}

void walk(Order &order, const std::vector<OrderState> &steps, qint64 pressedAtMs)
{
    // The server never puts a move before the last change; one millisecond tells the two apart.
    const qint64 atMs = std::max(pressedAtMs, order.reachedAt(order.state) + 1);
    for (const OrderState step : steps) {
        order.state = step;
        order.stamp(step, atMs);
    }
}

/// Back to \a before: the states ahead are not reached any more.
void walkBack(Order &order, OrderState before)
{
    order.state = before;
    if (before == OrderState::Delivering)
        order.redelivery = false;
    for (auto later = std::ranges::find(mainRoad, before) + 1; later != mainRoad.end(); ++later)
        order.stamp(*later, 0);
    order.smsHeldUntilMs = 0;
}

void applyDetails(Order &order, const Operation &operation)
{
    switch (operation.verb) {
    case Verb::MarkPaid:
        order.payment = PaymentState::Paid;
        order.money.chargedMinor = order.total.minor;
        order.stamp(OrderState::Paid, operation.pressedAtMs);
        order.deskMethod =
            fromWord(deskMethodWords, operation.details.value(u"method"_s).toString())
                .value_or(order.deskMethod.value_or(DeskMethod::Cash));
        break;
    case Verb::CompleteDelivery:
        order.receivedBy = operation.details.value(u"receivedBy"_s).toString();
        break;
    case Verb::FailDelivery:
        order.redelivery = true;
        break;
    case Verb::AddPhoto:
        if (const auto of =
                fromWord(photoOfWords, operation.details.value(u"photoOf"_s).toString()))
            order.setPhoto(*of, operation.details.value(u"photo"_s).toString());
        break;
    case Verb::DeclineCancel:
        order.cancelRequestedAtMs = 0;
        break;
    case Verb::Cancel:
    case Verb::AcceptCancel:
        order.cancelRequestedAtMs = 0;
        order.cancelReason = operation.details.value(u"reason"_s).toString();
        break;
    default:
        break;
    }
}

bool concernsOrder(const Operation &operation)
{
    return operation.kind == Operation::Kind::Move || operation.kind == Operation::Kind::Seen;
}

bool concernsReview(const Operation &operation)
{
    return operation.kind == Operation::Kind::ReviewReply
           || operation.kind == Operation::Kind::ReviewHide;
}

/// The copy already answers for what was sent: it has it, or will make the server refuse it.
bool isAnswered(qint64 copyVersion, const QueuedOperation &queued)
{
    return queued.state == OperationState::Sent && copyVersion > queued.operation.basedOn;
}

} // namespace

MoveFacts factsOf(const Order &order)
{
    return {order.isPickup(), order.cancelRequestedAtMs > 0, stateBefore(order),
            order.awaitsMoney()};
}

QJsonObject placingDetails(const DeskOrder &order, const Product &product)
{
    QJsonObject details = toJson(order);
    Money unit = product.price;
    if (order.unitMinor > 0)
        unit.minor = order.unitMinor;
    details.insert(u"flowerName"_s, product.name);
    details.insert(u"shown"_s, QJsonObject{{u"nameEn"_s, product.nameEn},
                                           {u"picture"_s, product.picture},
                                           {u"unitPrice"_s, toJson(unit)}});
    return details;
}

Result<Order> placed(const Operation &operation)
{
    auto taken = deskOrderFromBody(operation.details);
    if (!taken)
        return refuse(taken.error());
    OrderDraft &draft = taken->draft;
    const QJsonObject shown = operation.details.value(u"shown"_s).toObject();
    const QJsonObject unit = shown.value(u"unitPrice"_s).toObject();
    const Currency currency{unit.value(u"currency"_s).toString(),
                            unit.value(u"exponent"_s).toInt()};
    Order order;
    order.id = operation.subject;
    order.productId = draft.productId;
    order.productName = draft.productName;
    order.productNameEn = shown.value(u"nameEn"_s).toString();
    order.picture = shown.value(u"picture"_s).toString();
    order.qty = int(draft.qty);
    order.unitPrice = {unit.value(u"amountMinor"_s).toInteger(), currency};
    const auto total = order.unitPrice.times(draft.qty);
    if (!total)
        return refuse(RefusalCode::PriceOverflow, u"qty"_s);
    order.total = *total;
    order.sender = draft.sender;
    const bool forOneself = draft.recipient.name.isEmpty() && draft.recipient.phone.isEmpty();
    order.recipient = forOneself ? draft.sender : draft.recipient;
    order.address = draft.address;
    order.window = draft.window;
    order.cardMessage = draft.cardMessage;
    order.ribbonText = draft.ribbonText;
    order.ribbonSender = draft.ribbonSender;
    order.request = draft.request;
    order.locale = draft.locale;
    order.deskMethod = taken->method;
    order.placedAs = operation.id;
    order.stamp(OrderState::Received, operation.pressedAtMs);
    order.seenAtMs = operation.pressedAtMs;
    order.storedAtMs = operation.pressedAtMs;
    if (taken->paid) {
        order.state = OrderState::Paid;
        order.stamp(OrderState::Paid, operation.pressedAtMs + 1);
        order.payment = PaymentState::Paid;
        order.money.chargedMinor = order.total.minor;
        order.version = 2; // placed, and paid
    }
    return order;
}

Result<Order> applied(const Order &order, const Operation &operation)
{
    Order next = order;
    if (operation.kind == Operation::Kind::Seen) {
        if (next.seenAtMs == 0)
            next.seenAtMs = operation.pressedAtMs;
        return next;
    }
    if (operation.kind != Operation::Kind::Move)
        return next;
    const auto steps = decide(order.state, operation.verb, Actor::Florist, factsOf(order));
    if (!steps)
        return refuse(steps.error());
    if (operation.verb == Verb::Undo)
        walkBack(next, steps->back());
    else
        walk(next, *steps, operation.pressedAtMs);
    applyDetails(next, operation);
    // The server has names of its own for operations; here only their being there counts.
    if (isUndoable(operation.verb))
        next.lastOperation = operation.id;
    else if (next.state == OrderState::Paid || next.state == OrderState::Cancelled)
        next.lastOperation.clear();
    if (operation.verb != Verb::AddPhoto) // no move depends on a photo
        ++next.version;
    return next;
}

Review applied(const Review &review, const Operation &operation)
{
    Review next = review;
    if (operation.kind == Operation::Kind::ReviewReply) {
        next.reply = operation.details.value(u"reply"_s).toString();
        next.repliedAtMs = operation.pressedAtMs;
        ++next.version;
    } else if (operation.kind == Operation::Kind::ReviewHide) {
        next.hidden = operation.details.value(u"hidden"_s).toBool(true);
        next.hiddenReason = operation.details.value(u"reason"_s).toString();
        ++next.version;
    }
    return next;
}

Shop applied(const Shop &shop, const Operation &operation)
{
    if (operation.kind != Operation::Kind::ShopSettings)
        return shop;
    return changedShop(shop, operation.details, operation.pressedAtMs).value_or(shop);
}

Product applied(const Product &product, const Operation &operation)
{
    if (operation.kind != Operation::Kind::Product || operation.subject != product.id)
        return product;
    return changedProduct(product, operation.details).value_or(product);
}

bool isSettled(const Order &copy, const QueuedOperation &queued)
{
    const bool counts = queued.operation.verb != Verb::AddPhoto; // of which versions know nothing
    return queued.operation.kind == Operation::Kind::Move && counts
           && isAnswered(copy.version, queued);
}

Order shown(const Order &copy, std::span<const QueuedOperation> queue)
{
    Order order = copy;
    for (const QueuedOperation &queued : queue) {
        const Operation &operation = queued.operation;
        if (!concernsOrder(operation) || operation.subject != copy.id || isSettled(copy, queued))
            continue;
        if (auto next = applied(order, operation))
            order = std::move(*next);
    }
    return order;
}

Review shown(const Review &copy, std::span<const QueuedOperation> queue)
{
    Review review = copy;
    for (const QueuedOperation &queued : queue) {
        const Operation &operation = queued.operation;
        if (concernsReview(operation) && operation.subject == copy.id
            && !isAnswered(copy.version, queued))
            review = applied(review, queued.operation);
    }
    return review;
}

Shop shown(const Shop &copy, std::span<const QueuedOperation> queue)
{
    Shop shop = copy;
    for (const QueuedOperation &queued : queue) {
        if (!isAnswered(copy.version, queued))
            shop = applied(shop, queued.operation);
    }
    return shop;
}

Product shown(const Product &copy, std::span<const QueuedOperation> queue)
{
    Product product = copy;
    for (const QueuedOperation &queued : queue) {
        if (!isAnswered(copy.version, queued))
            product = applied(product, queued.operation);
    }
    return product;
}

} // namespace petalpost::sync::overlay
