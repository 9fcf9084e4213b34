// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/message.h"

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

} // namespace petalpost
