// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/api/draftbody.h"

#include "core/protocol/jsonreader.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

Address readAddress(JsonReader &body, const QJsonObject &json, Result<void> &nested)
{
    if (json.value(u"address"_s).isString())
        return {body.text("address"_L1), {}, {}, {}};
    const QJsonObject object = body.object("address"_L1);
    JsonReader in(object, u"address."_s);
    const Address address{in.text("line"_L1), in.text("detail"_L1), in.text("postalCode"_L1),
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

} // namespace petalpost::server
