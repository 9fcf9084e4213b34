// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/statetable.h"

#include <algorithm>

namespace petalpost {

namespace {

using enum OrderState;

constexpr std::array customer{Actor::Customer};
constexpr std::array florist{Actor::Florist};
constexpr std::array courier{Actor::Florist, Actor::Driver};
constexpr std::array settler{Actor::Gateway};
constexpr std::array server{Actor::Server};

constexpr std::array table{
    Transition{std::nullopt, Received, Verb::Place, customer},
    Transition{std::nullopt, Received, Verb::PlaceAtDesk, florist},
    Transition{Received, Paid, Verb::Settle, settler},
    Transition{Received, Paid, Verb::MarkPaid, florist},
    Transition{Received, Expired, Verb::Expire, server},
    Transition{Making, Making, Verb::MarkPaid, florist},
    Transition{Made, Made, Verb::MarkPaid, florist},
    Transition{Delivering, Delivering, Verb::MarkPaid, florist},
    Transition{Delivered, Delivered, Verb::MarkPaid, florist},
    Transition{Received, Making, Verb::StartMaking, florist},
    Transition{Received, Made, Verb::MarkMade, florist},
    Transition{Paid, Making, Verb::StartMaking, florist},
    Transition{Paid, Made, Verb::MarkMade, florist},
    Transition{Making, Made, Verb::MarkMade, florist},
    Transition{Made, Delivering, Verb::StartDelivery, courier},
    Transition{Made, Delivered, Verb::CompleteDelivery, courier},
    Transition{Delivering, Delivered, Verb::CompleteDelivery, courier},
    Transition{Delivering, Made, Verb::FailDelivery, courier},
    Transition{Received, Cancelled, Verb::Cancel, customer},
    Transition{Paid, Cancelled, Verb::Cancel, customer},
    Transition{Received, Cancelled, Verb::Cancel, florist},
    Transition{Paid, Cancelled, Verb::Cancel, florist},
    Transition{Making, Cancelled, Verb::Cancel, florist},
    Transition{Made, Cancelled, Verb::Cancel, florist},
    Transition{Delivering, Cancelled, Verb::Cancel, florist},
    Transition{Making, Making, Verb::RequestCancel, customer},
    Transition{Made, Made, Verb::RequestCancel, customer},
    Transition{Delivering, Delivering, Verb::RequestCancel, customer},
    Transition{Making, Cancelled, Verb::AcceptCancel, florist},
    Transition{Made, Cancelled, Verb::AcceptCancel, florist},
    Transition{Delivering, Cancelled, Verb::AcceptCancel, florist},
    Transition{Making, Making, Verb::DeclineCancel, florist},
    Transition{Made, Made, Verb::DeclineCancel, florist},
    Transition{Delivering, Delivering, Verb::DeclineCancel, florist},
    Transition{Delivered, Delivered, Verb::Refund, florist},
    Transition{Delivered, Delivered, Verb::Resend, florist},
    Transition{Making, Making, Verb::AddPhoto, florist},
    Transition{Made, Made, Verb::AddPhoto, courier},
    Transition{Delivering, Delivering, Verb::AddPhoto, courier},
    Transition{Delivered, Delivered, Verb::AddPhoto, courier},
};

constexpr std::array forward{Paid, Making, Made, Delivering, Delivered};

bool mayAct(const Transition &row, Actor actor)
{
    return std::ranges::find(row.actors, actor) != row.actors.end();
}

/// The table rows that pickup and cancel requests switch on or off.
bool holds(const Transition &row, const MoveFacts &facts)
{
    switch (row.verb) {
    case Verb::MarkPaid:
        return row.from == Received || facts.awaitsMoney;
    case Verb::StartMaking:
    case Verb::MarkMade:
        return row.from != Received || facts.awaitsMoney;
    case Verb::StartDelivery:
        return !facts.pickup;
    case Verb::CompleteDelivery:
        return row.from == Delivering || facts.pickup;
    case Verb::RequestCancel:
        return !facts.cancelRequested;
    case Verb::AcceptCancel:
    case Verb::DeclineCancel:
        return facts.cancelRequested;
    default:
        return true;
    }
}

bool mayUndo(Actor actor, const MoveFacts &facts)
{
    return actor == Actor::Florist && facts.beforeLastOperation.has_value();
}

const Transition *rowFor(OrderState state, Verb verb, Actor actor, const MoveFacts &facts)
{
    const auto row = std::ranges::find_if(table, [&](const Transition &candidate) {
        return candidate.from == state && candidate.verb == verb && mayAct(candidate, actor)
               && holds(candidate, facts);
    });
    return row == table.end() ? nullptr : row;
}

/// Every state after \a from up to \a to along the main road; empty when \a to is not ahead.
std::vector<OrderState> road(OrderState from, OrderState to, bool pickup)
{
    const auto start = std::ranges::find(forward, from);
    const auto end = std::ranges::find(forward, to);
    std::vector<OrderState> steps;
    if (start == forward.end() || end == forward.end())
        return steps;
    for (auto it = start; it < end; ++it) {
        const OrderState next = *(it + 1);
        if (!(pickup && next == Delivering))
            steps.push_back(next);
    }
    return steps;
}

Refusal illegal(OrderState state, Actor actor, const MoveFacts &facts)
{
    Refusal refusal = Refusal::of(RefusalCode::IllegalMove, QStringLiteral("verb"));
    refusal.state = state;
    refusal.legalVerbs = legalVerbs(state, actor, facts);
    return refusal;
}

} // namespace

std::span<const Transition> stateTable()
{
    return table;
}

Result<std::vector<OrderState>> decide(OrderState state, Verb verb, Actor actor,
                                       const MoveFacts &facts)
{
    if (verb == Verb::Undo && mayUndo(actor, facts))
        return std::vector<OrderState>{*facts.beforeLastOperation};
    const Transition *row = rowFor(state, verb, actor, facts);
    if (!row)
        return refuse(illegal(state, actor, facts));
    if (row->to == state)
        return std::vector<OrderState>{};
    if (verb == Verb::MarkMade)
        return road(state == Received ? Paid : state, Made, facts.pickup);
    return std::vector<OrderState>{row->to};
}

Result<std::vector<OrderState>> decideSkipping(OrderState state, Verb verb, Actor actor,
                                               const MoveFacts &facts)
{
    auto decided = decide(state, verb, actor, facts);
    if (decided)
        return decided;
    const bool skippable =
        (verb == Verb::StartDelivery && !facts.pickup) || verb == Verb::CompleteDelivery;
    if (!skippable || actor != Actor::Florist)
        return decided;
    auto steps = road(state, verb == Verb::StartDelivery ? Delivering : Delivered, facts.pickup);
    if (steps.empty())
        return decided;
    return steps;
}

std::vector<Verb> legalVerbs(OrderState state, Actor actor, const MoveFacts &facts)
{
    std::vector<Verb> verbs;
    for (const Transition &row : table) {
        if (row.from == state && mayAct(row, actor) && holds(row, facts))
            verbs.push_back(row.verb);
    }
    if (mayUndo(actor, facts))
        verbs.push_back(Verb::Undo);
    return verbs;
}

bool isUndoable(Verb verb)
{
    switch (verb) {
    case Verb::StartMaking:
    case Verb::MarkMade:
    case Verb::StartDelivery:
    case Verb::CompleteDelivery:
    case Verb::FailDelivery:
        return true;
    default:
        return false;
    }
}

std::optional<Verb> nextStep(OrderState state, const MoveFacts &facts)
{
    switch (state) {
    case Received:
        return facts.awaitsMoney ? std::optional(Verb::StartMaking) : std::nullopt;
    case Paid:
        return Verb::StartMaking;
    case Making:
        return Verb::MarkMade;
    case Made:
        return facts.pickup ? Verb::CompleteDelivery : Verb::StartDelivery;
    case Delivering:
        return Verb::CompleteDelivery;
    default:
        return std::nullopt;
    }
}

} // namespace petalpost
