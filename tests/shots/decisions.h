// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/localstore.h"
#include "core/sync/decisions.h"
#include "core/sync/engine.h"
#include "tests/support/demoorders.h"

namespace petalpost::shots {

using namespace Qt::Literals::StringLiterals;

inline Operation refusedMove(qint64 orderId, Verb verb, int minutesAgo, QJsonObject details = {})
{
    return {u"op-%1-"_s.arg(orderId) + word(verb), Operation::Kind::Move, orderId, verb, 3,
            demo::now - minutesAgo * 60'000,       std::move(details)};
}

/// Three things that the server would not take: moves of an order that was cancelled meanwhile, a
/// move that another desk was ahead of, a reply to a review.
inline void refuseSome(LocalStore &store, sync::Engine &engine)
{
    Refusal cancelled = Refusal::of(RefusalCode::StaleVersion, u"basedOn"_s);
    cancelled.state = OrderState::Cancelled;
    Refusal ahead = Refusal::of(RefusalCode::StaleVersion, u"basedOn"_s);
    ahead.state = OrderState::Making;
    const Operation reply{u"op-reply"_s,
                          Operation::Kind::ReviewReply,
                          demo::reviews().front().id,
                          {},
                          1,
                          demo::now - 15 * 60'000,
                          {{u"reply"_s, u"예쁘게 봐 주셔서 고맙습니다. 또 들러 주세요!"_s}}};
    const std::vector<Decision> decisions{
        {{refusedMove(1045, Verb::MarkMade, 6),
          refusedMove(1045, Verb::CompleteDelivery, 2, {{u"receivedBy"_s, u"경비실"_s}})},
         cancelled,
         demo::now - 60'000},
        {{refusedMove(1044, Verb::MarkMade, 12)}, ahead, demo::now - 60'000},
        {{reply}, Refusal::of(RefusalCode::StaleVersion), demo::now - 60'000},
    };
    for (const Decision &decision : decisions) {
        if (!store.decisions().put(decision))
            qFatal("a decision cannot be stored");
    }
    if (!engine.decisions().load())
        qFatal("the decisions cannot be read");
}

} // namespace petalpost::shots
