// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/orderdraft.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/productfields.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

Address readAddress(JsonReader &body, const QJsonObject &json, Result<void> &nested)
{
    if (json.value(u"address"_s).isString())
        return {body.text("address"_L1), {}, {}, {}};
    const QJsonObject object = body.object("address"_L1);
    JsonReader in(object, u"address."_s);
    Address address{in.text("line"_L1), in.text("detail"_L1), in.text("postalCode"_L1),
                    in.text("neighbourhood"_L1)};
    nested = in.ok();
    return address;
}

} // namespace

Result<OrderDraft> draftFromBody(const QJsonObject &json)
{
    JsonReader in(json);
    Result<void> nested;
    OrderDraft draft;
    draft.productId = in.number("productId"_L1);
    draft.productName = in.text("flowerName"_L1);
    in.require("qty"_L1);
    draft.qty = in.number("qty"_L1, 1);
    draft.sender = {in.text("customerName"_L1), in.text("phoneNumber"_L1)};
    draft.address = readAddress(in, json, nested);
    if (in.has("window"_L1)) {
        draft.window = DeliveryWindow::fromKey(in.text("window"_L1));
        if (!draft.window)
            in.fail(RefusalCode::OutOfRange, "window"_L1);
    }
    draft.cardMessage = in.text("cardMessage"_L1);
    draft.request = in.text("request"_L1);
    if (in.has("locale"_L1))
        draft.locale = in.text("locale"_L1);
    const QJsonObject recipient = in.object("recipient"_L1);
    JsonReader person(recipient, u"recipient."_s);
    draft.recipient = {person.text("name"_L1), person.text("phone"_L1)};
    const QJsonObject ribbon = in.object("ribbon"_L1);
    JsonReader band(ribbon, u"ribbon."_s);
    draft.ribbonText = band.text("text"_L1);
    draft.ribbonSender = band.text("sender"_L1);
    const auto ok = in.ok()
                        .and_then([&] { return nested; })
                        .and_then([&] { return person.ok(); })
                        .and_then([&] { return band.ok(); });
    if (!ok)
        return refuse(ok.error());
    return draft;
}

bool isDeskOrder(const QJsonObject &body)
{
    return body.contains(u"deskMethod"_s);
}

Result<DeskOrder> deskOrderFromBody(const QJsonObject &body)
{
    auto draft = draftFromBody(body);
    if (!draft)
        return refuse(draft.error());
    JsonReader in(body);
    DeskOrder order;
    order.draft = std::move(*draft);
    order.method = in.word("deskMethod"_L1, deskMethodWords, DeskMethod::Cash);
    order.paid = in.flag("paid"_L1);
    order.unitMinor = in.number("unitMinor"_L1);
    if (order.unitMinor < 0 || order.unitMinor > productbounds::priceMinor)
        in.fail(RefusalCode::OutOfRange, "unitMinor"_L1);
    if (in.failed())
        return refuse(in.refusal());
    return order;
}

QJsonObject toJson(const DeskOrder &order)
{
    const OrderDraft &draft = order.draft;
    QJsonObject body{{u"productId"_s, draft.productId},
                     {u"qty"_s, draft.qty},
                     {u"customerName"_s, draft.sender.name},
                     {u"phoneNumber"_s, draft.sender.phone},
                     {u"recipient"_s, QJsonObject{{u"name"_s, draft.recipient.name},
                                                  {u"phone"_s, draft.recipient.phone}}},
                     {u"cardMessage"_s, draft.cardMessage},
                     {u"ribbon"_s, QJsonObject{{u"text"_s, draft.ribbonText},
                                               {u"sender"_s, draft.ribbonSender}}},
                     {u"request"_s, draft.request},
                     {u"locale"_s, draft.locale},
                     {u"deskMethod"_s, word(order.method)},
                     {u"paid"_s, order.paid}};
    if (!draft.address.isEmpty()) {
        body.insert(u"address"_s, QJsonObject{{u"line"_s, draft.address.line},
                                              {u"detail"_s, draft.address.detail},
                                              {u"postalCode"_s, draft.address.postalCode},
                                              {u"neighbourhood"_s, draft.address.neighbourhood}});
    }
    if (draft.window)
        body.insert(u"window"_s, draft.window->key());
    if (order.unitMinor > 0)
        body.insert(u"unitMinor"_s, order.unitMinor);
    return body;
}

} // namespace petalpost
