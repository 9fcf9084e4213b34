// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/edit.h"

#include "core/protocol/documents.h"
#include "core/protocol/jsonreader.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

void insertChanged(QJsonObject &json, const QString &name, const std::optional<QString> &text)
{
    if (text)
        json.insert(name, *text);
}

std::optional<QString> changedText(JsonReader &in, QLatin1StringView name)
{
    return in.has(name) ? std::optional(in.text(name)) : std::nullopt;
}

std::optional<qint64> changedNumber(JsonReader &in, QLatin1StringView name)
{
    return in.has(name) ? std::optional(in.number(name)) : std::nullopt;
}

/// Address and recipient: read whole or not at all.
Result<void> readPeople(JsonReader &in, OrderEdit &edit)
{
    if (in.has("recipient"_L1)) {
        const QJsonObject object = in.object("recipient"_L1);
        JsonReader person(object, u"recipient."_s);
        edit.recipient = Contact{person.text("name"_L1), person.text("phone"_L1)};
        if (const auto ok = person.ok(); !ok)
            return ok;
    }
    if (in.has("address"_L1)) {
        const QJsonObject object = in.object("address"_L1);
        JsonReader place(object, u"address."_s);
        edit.address = Address{place.text("line"_L1), place.text("detail"_L1),
                               place.text("postalCode"_L1), place.text("neighbourhood"_L1)};
        if (const auto ok = place.ok(); !ok)
            return ok;
    }
    return {};
}

} // namespace

QJsonObject toJson(const OrderEdit &edit)
{
    QJsonObject json;
    if (edit.productId)
        json.insert(u"productId"_s, *edit.productId);
    if (edit.qty)
        json.insert(u"qty"_s, *edit.qty);
    if (edit.window)
        json.insert(u"window"_s, edit.window->key());
    if (edit.recipient) {
        json.insert(u"recipient"_s, QJsonObject{{u"name"_s, edit.recipient->name},
                                                {u"phone"_s, edit.recipient->phone}});
    }
    if (edit.address) {
        json.insert(u"address"_s, QJsonObject{{u"line"_s, edit.address->line},
                                              {u"detail"_s, edit.address->detail},
                                              {u"postalCode"_s, edit.address->postalCode},
                                              {u"neighbourhood"_s, edit.address->neighbourhood}});
    }
    insertChanged(json, u"cardMessage"_s, edit.cardMessage);
    insertChanged(json, u"ribbonText"_s, edit.ribbonText);
    insertChanged(json, u"ribbonSender"_s, edit.ribbonSender);
    insertChanged(json, u"request"_s, edit.request);
    if (edit.asksFirst)
        json.insert(u"asksFirst"_s, true);
    return json;
}

Result<OrderEdit> orderEditFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    OrderEdit edit;
    edit.productId = changedNumber(in, "productId"_L1);
    edit.qty = changedNumber(in, "qty"_L1);
    if (in.has("window"_L1)) {
        edit.window = DeliveryWindow::fromKey(in.text("window"_L1));
        if (!edit.window)
            in.fail(RefusalCode::OutOfRange, "window"_L1);
    }
    edit.cardMessage = changedText(in, "cardMessage"_L1);
    edit.ribbonText = changedText(in, "ribbonText"_L1);
    edit.ribbonSender = changedText(in, "ribbonSender"_L1);
    edit.request = changedText(in, "request"_L1);
    edit.asksFirst = in.flag("asksFirst"_L1);
    const auto people = readPeople(in, edit);
    if (const auto ok = in.ok().and_then([&] { return people; }); !ok)
        return refuse(ok.error());
    return edit;
}

QJsonObject toJson(const EditQuote &quote)
{
    return {{u"orderId"_s, quote.orderId},
            {u"basedOn"_s, quote.basedOn},
            {u"newTotal"_s, toJson(quote.newTotal)},
            {u"differenceMinor"_s, quote.differenceMinor},
            {u"effect"_s, wordOf(editEffectWords, quote.effect)}};
}

Result<EditQuote> editQuoteFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    EditQuote quote;
    quote.orderId = in.number("orderId"_L1);
    quote.basedOn = in.number("basedOn"_L1);
    const QJsonObject total = in.object("newTotal"_L1);
    JsonReader money(total, u"newTotal."_s);
    quote.newTotal = {money.number("amountMinor"_L1),
                      {money.text("currency"_L1), int(money.number("exponent"_L1))}};
    in.require("differenceMinor"_L1);
    quote.differenceMinor = in.number("differenceMinor"_L1);
    quote.effect = in.word("effect"_L1, editEffectWords, EditEffect::Nothing);
    if (const auto ok = in.ok().and_then([&] { return money.ok(); }); !ok)
        return refuse(ok.error());
    return quote;
}

} // namespace petalpost
