// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/shopbench.h"

namespace petalpost::test {

inline server::MoveRequest moveOf(qint64 orderId, Verb verb, Actor actor = Actor::Florist)
{
    server::MoveRequest request;
    request.orderId = orderId;
    request.verb = verb;
    request.actor = actor;
    return request;
}

/// The small shop, with its orders' text messages as words.
class MoveBench : public ShopBench
{
public:
    /// Each message of an order as "event:state", the oldest first.
    QStringList smsStates(qint64 orderId)
    {
        QStringList all;
        for (const store::OutboxRow &row : messages(orderId))
            all.append(
                QStringLiteral("%1:%2").arg(word(row.message.event), word(row.message.state)));
        return all;
    }
};

} // namespace petalpost::test
