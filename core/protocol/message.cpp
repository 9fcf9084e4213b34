// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/message.h"

#include "core/protocol/jsonreader.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

QJsonObject toJson(const Message &message)
{
    QJsonObject json{
        {u"id"_s, message.id},
        {u"orderId"_s, message.orderId},
        {u"event"_s, word(message.event)},
        {u"state"_s, word(message.state)},
        {u"phone"_s, message.phone},
        {u"text"_s, message.text},
        {u"createdAtMs"_s, message.createdAtMs},
        {u"sendAfterMs"_s, message.sendAfterMs},
    };
    if (message.sentAtMs > 0)
        json.insert(u"sentAtMs"_s, message.sentAtMs);
    return json;
}

Result<Message> messageFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Message message;
    in.require("id"_L1);
    message.id = in.number("id"_L1);
    message.orderId = in.number("orderId"_L1);
    message.event = in.word("event"_L1, messageEventWords, MessageEvent::Paid);
    message.state = in.word("state"_L1, messageStateWords, MessageState::Queued);
    message.phone = in.text("phone"_L1);
    message.text = in.text("text"_L1);
    message.createdAtMs = in.number("createdAtMs"_L1);
    message.sendAfterMs = in.number("sendAfterMs"_L1);
    message.sentAtMs = in.number("sentAtMs"_L1);
    if (in.failed())
        return refuse(in.refusal());
    return message;
}

QJsonObject toJson(const MessagePage &page)
{
    QJsonArray items;
    for (const Message &message : page.messages)
        items.append(toJson(message));
    QJsonObject json{{u"items"_s, items}};
    if (page.nextBeforeId > 0)
        json.insert(u"next"_s, page.nextBeforeId);
    return json;
}

Result<MessagePage> messagePageFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    MessagePage page;
    in.require("items"_L1);
    const QJsonArray items = in.array("items"_L1);
    page.nextBeforeId = in.number("next"_L1);
    if (in.failed())
        return refuse(in.refusal());
    page.messages.reserve(std::size_t(items.size()));
    for (const auto &item : items) {
        auto message = messageFromJson(item.toObject());
        if (!message)
            return refuse(message.error());
        page.messages.push_back(std::move(*message));
    }
    return page;
}

} // namespace petalpost
