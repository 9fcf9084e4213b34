// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/documents.h"

#include "core/protocol/jsonreader.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

QJsonObject contactJson(const Contact &contact)
{
    return {{u"name"_s, contact.name}, {u"phone"_s, contact.phone}};
}

Contact contactFromJson(JsonReader &parent, QLatin1StringView name)
{
    const QJsonObject json = parent.object(name);
    JsonReader in(json);
    Contact contact{in.text("name"_L1), in.text("phone"_L1)};
    if (in.failed())
        parent.fail(in.refusal().code, name);
    return contact;
}

QJsonObject addressJson(const Address &address)
{
    return {{u"line"_s, address.line},
            {u"detail"_s, address.detail},
            {u"postalCode"_s, address.postalCode},
            {u"neighbourhood"_s, address.neighbourhood}};
}

Address addressFromJson(JsonReader &parent, QLatin1StringView name)
{
    const QJsonObject json = parent.object(name);
    JsonReader in(json);
    Address address{in.text("line"_L1), in.text("detail"_L1), in.text("postalCode"_L1),
                    in.text("neighbourhood"_L1)};
    if (in.failed())
        parent.fail(in.refusal().code, name);
    return address;
}

QJsonObject stampsJson(const Order &order)
{
    QJsonObject json;
    for (const auto &[state, name] : orderStateWords) {
        if (order.reachedAt(state) > 0)
            json.insert(name, order.reachedAt(state));
    }
    return json;
}

Money moneyFromJson(JsonReader &parent, QLatin1StringView name)
{
    const QJsonObject json = parent.object(name);
    JsonReader reader(json, name + u'.');
    reader.require("amountMinor"_L1);
    Money money{reader.number("amountMinor"_L1),
                {reader.text("currency"_L1), int(reader.number("exponent"_L1))}};
    if (reader.failed())
        parent.fail(reader.refusal().code, name);
    return money;
}

MoneyFacts moneyFactsFromJson(JsonReader &parent, QLatin1StringView name)
{
    const QJsonObject json = parent.object(name);
    JsonReader in(json);
    MoneyFacts money;
    money.chargedMinor = in.number("chargedMinor"_L1);
    money.refundedMinor = in.number("refundedMinor"_L1);
    money.refundPendingMinor = in.number("refundPendingMinor"_L1);
    money.refundFailedMinor = in.number("refundFailedMinor"_L1);
    money.refundFailure = in.text("refundFailure"_L1);
    money.disputedMinor = in.number("disputedMinor"_L1);
    money.unclearSinceMs = in.number("unclearSinceMs"_L1);
    if (in.failed())
        parent.fail(in.refusal().code, name);
    return money;
}

/// Optional members of an order: left out when empty, which keeps the feed small.
void insertFilled(QJsonObject &json, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        json.insert(name, text);
}

void insertFilled(QJsonObject &json, const QString &name, qint64 value)
{
    if (value != 0)
        json.insert(name, value);
}

QJsonObject moneyFactsJson(const MoneyFacts &money)
{
    QJsonObject json;
    insertFilled(json, u"chargedMinor"_s, money.chargedMinor);
    insertFilled(json, u"refundedMinor"_s, money.refundedMinor);
    insertFilled(json, u"refundPendingMinor"_s, money.refundPendingMinor);
    insertFilled(json, u"refundFailedMinor"_s, money.refundFailedMinor);
    insertFilled(json, u"refundFailure"_s, money.refundFailure);
    insertFilled(json, u"disputedMinor"_s, money.disputedMinor);
    insertFilled(json, u"unclearSinceMs"_s, money.unclearSinceMs);
    return json;
}

} // namespace

QJsonObject toJson(const Money &money)
{
    return {{u"amountMinor"_s, money.minor},
            {u"currency"_s, money.currency.code},
            {u"exponent"_s, money.currency.exponent}};
}

QJsonObject toJson(const Order &order)
{
    QJsonObject json{
        {u"id"_s, order.id},
        {u"version"_s, order.version},
        {u"status"_s, word(order.state)},
        {u"paymentStatus"_s, word(order.payment)},
        {u"productId"_s, order.productId},
        {u"flowerName"_s, order.productName},
        {u"qty"_s, order.qty},
        {u"unitPrice"_s, toJson(order.unitPrice)},
        {u"total"_s, toJson(order.total)},
        {u"customerName"_s, order.sender.name},
        {u"phoneNumber"_s, order.sender.phone},
        {u"recipient"_s, contactJson(order.recipient)},
        {u"locale"_s, order.locale},
        {u"reachedAtMs"_s, stampsJson(order)},
    };
    if (!order.isPickup())
        json.insert(u"address"_s, addressJson(order.address));
    if (order.window)
        json.insert(u"window"_s, order.window->key());
    if (!order.nameOnCard)
        json.insert(u"nameOnCard"_s, false);
    if (order.redelivery)
        json.insert(u"redelivery"_s, true);
    insertFilled(json, u"flowerNameEn"_s, order.productNameEn);
    insertFilled(json, u"picture"_s, order.picture);
    insertFilled(json, u"cardMessage"_s, order.cardMessage);
    insertFilled(json, u"ribbonText"_s, order.ribbonText);
    insertFilled(json, u"ribbonSender"_s, order.ribbonSender);
    insertFilled(json, u"request"_s, order.request);
    insertFilled(json, u"consentVersion"_s, order.consentVersion);
    insertFilled(json, u"cancelReason"_s, order.cancelReason);
    insertFilled(json, u"receivedBy"_s, order.receivedBy);
    insertFilled(json, u"lastOperation"_s, order.lastOperation);
    insertFilled(json, u"expiresAtMs"_s, order.expiresAtMs);
    insertFilled(json, u"approvedAtMs"_s, order.approvedAtMs);
    insertFilled(json, u"storedAtMs"_s, order.storedAtMs);
    insertFilled(json, u"seenAtMs"_s, order.seenAtMs);
    insertFilled(json, u"cancelRequestedAtMs"_s, order.cancelRequestedAtMs);
    insertFilled(json, u"smsHeldUntilMs"_s, order.smsHeldUntilMs);
    if (order.pendingEdit) {
        json.insert(u"pendingEdit"_s,
                    QJsonObject{{u"state"_s, wordOf(pendingStateWords, order.pendingEdit->state)},
                                {u"differenceMinor"_s, order.pendingEdit->differenceMinor}});
    }
    if (order.money != MoneyFacts())
        json.insert(u"money"_s, moneyFactsJson(order.money));
    insertFilled(json, u"claimReason"_s, order.claimReason);
    insertFilled(json, u"resendOf"_s, order.resendOf);
    insertFilled(json, u"resentAs"_s, order.resentAs);
    if (order.deskMethod)
        json.insert(u"deskMethod"_s, word(*order.deskMethod));
    insertFilled(json, u"placedAs"_s, order.placedAs);
    QJsonObject photos;
    for (const auto &[which, name] : photoOfWords)
        insertFilled(photos, name, order.photo(which));
    if (!photos.isEmpty())
        json.insert(u"photos"_s, photos);
    return json;
}

Result<Order> orderFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Order order;
    in.require("id"_L1);
    order.id = in.number("id"_L1);
    order.version = in.number("version"_L1, 1);
    order.state = in.word("status"_L1, orderStateWords, OrderState::Received);
    order.payment = in.word("paymentStatus"_L1, paymentStateWords, PaymentState::Pending);
    order.productId = in.number("productId"_L1);
    order.productName = in.text("flowerName"_L1);
    order.productNameEn = in.text("flowerNameEn"_L1);
    order.picture = in.text("picture"_L1);
    order.qty = int(in.number("qty"_L1, 1));
    order.unitPrice = moneyFromJson(in, "unitPrice"_L1);
    order.total = moneyFromJson(in, "total"_L1);
    order.sender = {in.text("customerName"_L1), in.text("phoneNumber"_L1)};
    order.recipient = contactFromJson(in, "recipient"_L1);
    order.address = addressFromJson(in, "address"_L1);
    if (in.has("window"_L1)) {
        order.window = DeliveryWindow::fromKey(in.text("window"_L1));
        if (!order.window)
            in.fail(RefusalCode::OutOfRange, "window"_L1);
    }
    order.cardMessage = in.text("cardMessage"_L1);
    order.ribbonText = in.text("ribbonText"_L1);
    order.ribbonSender = in.text("ribbonSender"_L1);
    order.request = in.text("request"_L1);
    order.locale = in.text("locale"_L1);
    order.nameOnCard = in.flag("nameOnCard"_L1, true);
    order.consentVersion = in.text("consentVersion"_L1);
    order.cancelReason = in.text("cancelReason"_L1);
    order.receivedBy = in.text("receivedBy"_L1);
    order.redelivery = in.flag("redelivery"_L1);
    order.lastOperation = in.text("lastOperation"_L1);
    order.expiresAtMs = in.number("expiresAtMs"_L1);
    order.approvedAtMs = in.number("approvedAtMs"_L1);
    order.storedAtMs = in.number("storedAtMs"_L1);
    order.seenAtMs = in.number("seenAtMs"_L1);
    order.cancelRequestedAtMs = in.number("cancelRequestedAtMs"_L1);
    order.smsHeldUntilMs = in.number("smsHeldUntilMs"_L1);
    if (in.has("pendingEdit"_L1)) {
        const QJsonObject pending = in.object("pendingEdit"_L1);
        JsonReader edit(pending, u"pendingEdit."_s);
        order.pendingEdit = PendingEdit{
            fromWord(pendingStateWords, edit.text("state"_L1)).value_or(PendingState::Waiting),
            edit.number("differenceMinor"_L1)};
    }
    order.money = moneyFactsFromJson(in, "money"_L1);
    order.claimReason = in.text("claimReason"_L1);
    order.resendOf = in.number("resendOf"_L1);
    order.resentAs = in.number("resentAs"_L1);
    if (in.has("deskMethod"_L1))
        order.deskMethod = in.word("deskMethod"_L1, deskMethodWords, DeskMethod::Cash);
    order.placedAs = in.text("placedAs"_L1);
    const QJsonObject photos = in.object("photos"_L1);
    JsonReader shown(photos, u"photos."_s);
    for (const auto &[which, name] : photoOfWords)
        order.setPhoto(which, shown.text(name));
    const QJsonObject stamps = in.object("reachedAtMs"_L1);
    JsonReader times(stamps, u"reachedAtMs."_s);
    for (const auto &[state, name] : orderStateWords)
        order.stamp(state, times.number(name));
    for (const JsonReader *part : {&in, &times, &shown}) {
        if (const auto ok = part->ok(); !ok)
            return refuse(ok.error());
    }
    return order;
}

QJsonObject toJson(const Product &product)
{
    return {{u"id"_s, product.id},
            {u"version"_s, product.version},
            {u"name"_s, product.name},
            {u"nameEn"_s, product.nameEn},
            {u"description"_s, product.description},
            {u"descriptionEn"_s, product.descriptionEn},
            {u"price"_s, toJson(product.price)},
            {u"picture"_s, product.picture},
            {u"photos"_s, QJsonArray::fromStringList(product.photos)},
            {u"hidden"_s, product.hidden},
            {u"soldOut"_s, product.soldOut},
            {u"needsWindow"_s, product.needsWindow},
            {u"dailyLimit"_s, product.dailyLimit},
            {u"taxFree"_s, product.taxFree}};
}

Result<Product> productFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Product product;
    in.require("id"_L1);
    product.id = in.number("id"_L1);
    product.version = in.number("version"_L1, 1);
    product.name = in.text("name"_L1);
    product.nameEn = in.text("nameEn"_L1);
    product.description = in.text("description"_L1);
    product.descriptionEn = in.text("descriptionEn"_L1);
    product.price = moneyFromJson(in, "price"_L1);
    product.picture = in.text("picture"_L1);
    product.photos = in.texts("photos"_L1);
    product.hidden = in.flag("hidden"_L1);
    product.soldOut = in.flag("soldOut"_L1);
    product.needsWindow = in.flag("needsWindow"_L1, true);
    product.dailyLimit = int(in.number("dailyLimit"_L1));
    product.taxFree = in.flag("taxFree"_L1);
    if (in.failed())
        return refuse(in.refusal());
    return product;
}

QJsonObject toJson(const Review &review)
{
    QJsonObject json{
        {u"id"_s, review.id},
        {u"version"_s, review.version},
        {u"productId"_s, review.productId},
        {u"productName"_s, review.productName},
        {u"rating"_s, review.rating},
        {u"text"_s, review.text},
        {u"author"_s, review.author},
        {u"writtenAtMs"_s, review.writtenAtMs},
        {u"hidden"_s, review.hidden},
    };
    if (review.orderId)
        json.insert(u"orderId"_s, *review.orderId);
    insertFilled(json, u"reply"_s, review.reply);
    insertFilled(json, u"repliedAtMs"_s, review.repliedAtMs);
    insertFilled(json, u"hiddenReason"_s, review.hiddenReason);
    return json;
}

Result<Review> reviewFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Review review;
    in.require("id"_L1);
    review.id = in.number("id"_L1);
    review.version = in.number("version"_L1, 1);
    if (in.has("orderId"_L1))
        review.orderId = in.number("orderId"_L1);
    review.productId = in.number("productId"_L1);
    review.productName = in.text("productName"_L1);
    review.rating = int(in.number("rating"_L1, 5));
    review.text = in.text("text"_L1);
    review.author = in.text("author"_L1);
    review.writtenAtMs = in.number("writtenAtMs"_L1);
    review.reply = in.text("reply"_L1);
    review.repliedAtMs = in.number("repliedAtMs"_L1);
    review.hidden = in.flag("hidden"_L1);
    review.hiddenReason = in.text("hiddenReason"_L1);
    if (in.failed())
        return refuse(in.refusal());
    return review;
}

QJsonObject toJson(const Refusal &refusal)
{
    QJsonObject json{{u"code"_s, word(refusal.code)}};
    insertFilled(json, u"field"_s, refusal.field);
    insertFilled(json, u"value"_s, refusal.value);
    if (refusal.state) {
        QJsonArray verbs;
        for (const Verb verb : refusal.legalVerbs)
            verbs.append(word(verb));
        json.insert(u"orderStatus"_s,
                    word(*refusal.state)); // `status` is the HTTP status (RFC 9457)
        json.insert(u"legalVerbs"_s, verbs);
    }
    QJsonArray others;
    for (const Refusal &other : refusal.others)
        others.append(toJson(other));
    if (!others.isEmpty())
        json.insert(u"errors"_s, others);
    return json;
}

Refusal refusalFromJson(const QJsonObject &json)
{
    Refusal refusal;
    refusal.code = fromWord(refusalWords, json.value(u"code"_s).toString())
                       .value_or(RefusalCode::StorageFailed);
    refusal.field = json.value(u"field"_s).toString();
    refusal.value = json.value(u"value"_s).toString();
    refusal.state = fromWord(orderStateWords, json.value(u"orderStatus"_s).toString());
    const QJsonArray verbs = json.value(u"legalVerbs"_s).toArray();
    for (const auto &verb : verbs) {
        if (const auto known = fromWord(verbWords, verb.toString()))
            refusal.legalVerbs.push_back(*known);
    }
    const QJsonArray others = json.value(u"errors"_s).toArray();
    for (const auto &other : others)
        refusal.others.push_back(refusalFromJson(other.toObject()));
    return refusal;
}

} // namespace petalpost
