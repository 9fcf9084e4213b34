// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/addressbook.h"
#include "core/server/orders/holds.h"
#include "core/server/orders/idempotency.h"
#include "core/server/orders/orders.h"
#include "core/server/orders/placing.h"
#include "core/server/orders/windows.h"
#include "core/storage/server/catalogue.h"
#include "core/storage/server/holdstore.h"
#include "core/storage/server/paymentstore.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// Gathers every refusal of one order so that a form can name them all at once.
class Refusals
{
public:
    void take(const Result<void> &checked)
    {
        if (checked)
            return;
        Refusal refusal = checked.error();
        const auto others = std::exchange(refusal.others, {});
        m_all.push_back(std::move(refusal));
        m_all.insert(m_all.end(), others.begin(), others.end());
    }

    void add(RefusalCode code, const QString &field, const QString &value = {})
    {
        m_all.push_back(Refusal::of(code, field, value));
    }

    bool empty() const { return m_all.empty(); }

    Refusal first()
    {
        Refusal refusal = std::move(m_all.front());
        refusal.others.assign(m_all.begin() + 1, m_all.end());
        return refusal;
    }

private:
    std::vector<Refusal> m_all;
};

std::optional<Product> wantedProduct(Database &database, const OrderDraft &draft,
                                     Refusals &refusals)
{
    const bool byId = draft.productId != 0;
    auto product = byId ? store::findProduct(database, draft.productId)
                        : store::findProductByName(database, draft.productName);
    const QString field = byId ? u"productId"_s : u"flowerName"_s;
    if (!product && (byId || !draft.productName.isEmpty()))
        refusals.add(RefusalCode::UnknownProduct, field);
    else if (product && product->soldOut)
        refusals.add(RefusalCode::SoldOut, field);
    return product;
}

/// Takes a fresh order to paid before it is stored. Answers the event to text about.
std::optional<MessageEvent> settle(Transaction &transaction, Order &order, PaymentAttempt &attempt)
{
    attempt.state = PaymentState::Paid;
    attempt.settledAtMs = transaction.nowMs();
    order.payment = PaymentState::Paid;
    order.money.chargedMinor = attempt.amount.minor;
    return advance(transaction, order, *decide(order.state, Verb::Settle, Actor::Gateway),
                   {Verb::Settle,
                    Actor::Gateway,
                    0,
                    {},
                    QJsonObject{{u"amountMinor"_s, attempt.amount.minor}}});
}

/// An edited draft: its unpaid order gives way, and its key is free again.
Result<void> giveWay(Transaction &transaction, const store::CallKey &key)
{
    const auto seen = store::findCall(transaction.db(), key);
    store::forgetCall(transaction.db(), key);
    return replaceHold(transaction, seen->subject);
}

} // namespace

Order orderFrom(const OrderDraft &draft, const Product &product, const Money &total, qint64 nowMs)
{
    Order order;
    order.productId = product.id;
    order.productName = product.name;
    order.productNameEn = product.nameEn;
    order.picture = product.picture;
    order.qty = int(draft.qty);
    order.unitPrice = product.price;
    order.total = total;
    order.sender = draft.sender;
    order.recipient = draft.recipient;
    if (order.recipient.name.isEmpty() && order.recipient.phone.isEmpty())
        order.recipient = draft.sender;
    order.address = draft.address;
    order.window = draft.window;
    order.cardMessage = draft.cardMessage;
    order.ribbonText = draft.ribbonText;
    order.ribbonSender = draft.ribbonSender;
    order.request = draft.request;
    order.locale = draft.locale;
    order.nameOnCard = draft.nameOnCard;
    order.consentVersion = draft.consentVersion;
    order.stamp(OrderState::Received, nowMs);
    order.expiresAtMs = nowMs + Shop::unpaidHoldMs;
    return order;
}

QByteArray freshSalt()
{
    QByteArray salt(16, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(salt.data()), 4);
    return salt;
}

void recordPlaced(Transaction &transaction, const Order &order, const QByteArray &salt, Actor actor,
                  Verb verb)
{
    const QStringList personal{order.sender.name,     order.sender.phone, order.recipient.name,
                               order.recipient.phone, order.address.line, order.address.detail,
                               order.cardMessage,     order.request};
    QJsonObject detail{{u"product"_s, order.productId},
                       {u"qty"_s, order.qty},
                       {u"totalMinor"_s, order.total.minor},
                       {u"consent"_s, order.consentVersion},
                       {u"window"_s, order.window ? order.window->key() : QString()}};
    const bool anonymous = std::ranges::all_of(personal, &QString::isEmpty);
    if (!anonymous)
        detail.insert(u"personal"_s, personalDigest(salt, personal));
    transaction.record({0, actor, word(verb), DocumentType::Order, order.id, detail, false});
}

QFuture<Result<PlacedOrder>> Orders::place(PlaceRequest request)
{
    return m_writer.write([this, request = std::move(request)](Transaction &transaction) {
        return placeNow(transaction, request);
    });
}

QFuture<Result<bool>> Orders::holdsPlace(const QString &phone, const DeliveryWindow &window)
{
    return m_reader.read([phone, window](Database &database) -> Result<bool> {
        const auto ids = store::unpaidOrdersOf(database, normalisedPhone(phone).value_or(phone));
        return std::ranges::any_of(ids, [&](qint64 id) {
            const auto order = store::findOrder(database, id);
            return order && order->window == window;
        });
    });
}

Result<PlacedOrder> Orders::placedBefore(Transaction &transaction, qint64 orderId) const
{
    Database &database = transaction.db();
    const auto order = store::findOrder(database, orderId);
    if (!order)
        return refuse(RefusalCode::NotFound);
    PlacedOrder placed{
        *order, m_tokens.tokenFor(orderId, store::tokenVersion(database, orderId)), {}};
    const auto attempts = store::attemptsOf(database, orderId);
    if (order->state == OrderState::Received && !attempts.empty())
        placed.attempt = attempts.back();
    return placed;
}

Result<PlacedOrder> Orders::placeNow(Transaction &transaction, PlaceRequest request)
{
    if (request.desk)
        return placeAtDesk(transaction, std::move(request));
    Database &database = transaction.db();
    const auto earlier = earlierCall(transaction, request.key);
    if (!earlier && !request.replacesUnpaid)
        return refuse(earlier.error());
    if (earlier && *earlier)
        return placedBefore(transaction, **earlier);
    if (!earlier) {
        const auto given = giveWay(transaction, *request.key);
        if (!given)
            return refuse(given.error());
    }

    const Shop &shop = m_shop.read(database);
    const bool customers = !request.address.isEmpty();
    if (customers && shop.isPausedAt(transaction.nowMs()))
        return refuse(RefusalCode::ShopPaused, {}, QString::number(shop.pausedUntilMs));
    OrderDraft &draft = request.draft;
    ContactRule contact = request.contact;
    if (contact == ContactRule::Optional && shop.contactRequired)
        contact = ContactRule::SenderRequired;

    Refusals refusals;
    refusals.take(checkDraft(draft, contact));
    const auto product = wantedProduct(database, draft, refusals);
    if (draft.window)
        refusals.take(checkWindow(shop, *draft.window, transaction.nowMs()));
    else if (product && product->needsWindow)
        refusals.add(RefusalCode::MissingField, u"window"_s);
    if (!refusals.empty())
        return refuse(refusals.first());

    const auto total = product->price.times(draft.qty);
    if (!total)
        return refuse(RefusalCode::PriceOverflow, u"qty"_s);
    if (draft.window && product->dailyLimit > 0) {
        const QString date = draft.window->date.toString(Qt::ISODate);
        if (store::piecesOrderedFor(database, product->id, date) + draft.qty > product->dailyLimit)
            return refuse(RefusalCode::DailyLimitReached, u"qty"_s,
                          QString::number(product->dailyLimit));
    }
    completeAddress(database, draft.address);
    Fresh fresh =
        freshOrder(transaction, orderFrom(draft, *product, *total, transaction.nowMs()), request);
    const bool held = !fresh.approved && !request.address.isEmpty();
    if (held) {
        const auto replaced = replaceHoldsOf(transaction, draft.sender.phone);
        if (!replaced)
            return refuse(replaced.error());
    }
    if (draft.window
        && !store::takePlace(database, draft.window->key(),
                             shop.ruleFor(*draft.window)->capacity)) {
        return refuse(RefusalCode::WindowFull, u"window"_s,
                      nearestFreeWindow(database, shop, *draft.window, transaction.nowMs()));
    }
    const Order order = fresh.order;
    PlacedOrder placed = storeOrder(transaction, std::move(fresh), request);
    if (held) {
        const auto counted = countHold(transaction, shop, order, request.address);
        if (!counted)
            return refuse(counted.error());
    }
    return placed;
}

Orders::Fresh Orders::freshOrder(Transaction &transaction, Order order, const PlaceRequest &request)
{
    order.id = transaction.nextId("order"_L1);
    Fresh fresh{std::move(order), {}, false};
    if (!request.gateway.isEmpty())
        fresh.attempt = newAttempt(transaction, fresh.order, request.gateway);
    fresh.approved = fresh.attempt && request.approvedWithin
                     && request.approvedWithin(transaction, *fresh.attempt);
    return fresh;
}

PlacedOrder Orders::storeOrder(Transaction &transaction, Fresh fresh, const PlaceRequest &request)
{
    auto &[order, attempt, approved] = fresh;
    const QString token = m_tokens.tokenFor(order.id, 1);
    const QByteArray salt = freshSalt();
    recordPlaced(transaction, order, salt, Actor::Customer, Verb::Place);
    rememberCall(transaction, request.key, order.id);

    std::optional<MessageEvent> event;
    if (approved)
        event = settle(transaction, order, *attempt);
    store::insertOrder(transaction.db(), order, tokenHash(token), salt);
    if (attempt)
        storeAttempt(transaction, *attempt);
    if (event)
        queueMessage(transaction, order, *event, {}, 0);
    return {std::move(order), token, approved ? std::nullopt : std::move(attempt)};
}

} // namespace petalpost::server
