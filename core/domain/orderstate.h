// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/words.h"

namespace petalpost {

/// Where the work on an order stands. Money has its own field, see PaymentState.
enum class OrderState { Received, Paid, Making, Made, Delivering, Delivered, Cancelled, Expired };

/// What somebody does to an order. The table in statetable.h says who may do it when.
enum class Verb {
    Place,
    PlaceAtDesk,
    Settle,
    MarkPaid,
    Expire,
    StartMaking,
    MarkMade,
    StartDelivery,
    CompleteDelivery,
    FailDelivery,
    Undo,
    Cancel,
    RequestCancel,
    AcceptCancel,
    DeclineCancel,
    Refund,
    Resend,
    AddPhoto,
};

/// Who acts. A device's role decides which of these it may speak for.
enum class Actor { Customer, Florist, Driver, Gateway, Server };

inline constexpr std::array<Word<OrderState>, 8> orderStateWords{{
    {OrderState::Received, QLatin1StringView("received")},
    {OrderState::Paid, QLatin1StringView("paid")},
    {OrderState::Making, QLatin1StringView("making")},
    {OrderState::Made, QLatin1StringView("made")},
    {OrderState::Delivering, QLatin1StringView("delivering")},
    {OrderState::Delivered, QLatin1StringView("delivered")},
    {OrderState::Cancelled, QLatin1StringView("cancelled")},
    {OrderState::Expired, QLatin1StringView("expired")},
}};

inline constexpr std::array<Word<Verb>, 18> verbWords{{
    {Verb::Place, QLatin1StringView("place")},
    {Verb::PlaceAtDesk, QLatin1StringView("placeAtDesk")},
    {Verb::Settle, QLatin1StringView("settle")},
    {Verb::MarkPaid, QLatin1StringView("markPaid")},
    {Verb::Expire, QLatin1StringView("expire")},
    {Verb::StartMaking, QLatin1StringView("startMaking")},
    {Verb::MarkMade, QLatin1StringView("markMade")},
    {Verb::StartDelivery, QLatin1StringView("startDelivery")},
    {Verb::CompleteDelivery, QLatin1StringView("completeDelivery")},
    {Verb::FailDelivery, QLatin1StringView("failDelivery")},
    {Verb::Undo, QLatin1StringView("undo")},
    {Verb::Cancel, QLatin1StringView("cancel")},
    {Verb::RequestCancel, QLatin1StringView("requestCancel")},
    {Verb::AcceptCancel, QLatin1StringView("acceptCancel")},
    {Verb::DeclineCancel, QLatin1StringView("declineCancel")},
    {Verb::Refund, QLatin1StringView("refund")},
    {Verb::Resend, QLatin1StringView("resend")},
    {Verb::AddPhoto, QLatin1StringView("addPhoto")},
}};

inline constexpr std::array<Word<Actor>, 5> actorWords{{
    {Actor::Customer, QLatin1StringView("customer")},
    {Actor::Florist, QLatin1StringView("florist")},
    {Actor::Driver, QLatin1StringView("driver")},
    {Actor::Gateway, QLatin1StringView("gateway")},
    {Actor::Server, QLatin1StringView("server")},
}};

inline QLatin1StringView word(OrderState state)
{
    return wordOf(orderStateWords, state);
}
inline QLatin1StringView word(Verb verb)
{
    return wordOf(verbWords, verb);
}
inline QLatin1StringView word(Actor actor)
{
    return wordOf(actorWords, actor);
}

} // namespace petalpost
