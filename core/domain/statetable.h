// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/orderstate.h"
#include "core/domain/result.h"

#include <QtCore/QFlags>

#include <span>

namespace petalpost {

/// One row of the state table: who may take an order from where to where, and by which verb.
struct Transition
{
    std::optional<OrderState> from; ///< nothing for verbs that create an order
    OrderState to;
    Verb verb;
    std::span<const Actor> actors;
};

/// The facts besides the state on which a row can depend.
struct MoveFacts
{
    bool pickup = false; ///< made goes straight to delivered; there is no delivery to start
    bool cancelRequested = false; ///< a cancel request waits for the florist's answer
    std::optional<OrderState> beforeLastOperation; ///< where undo leads; empty when nothing to undo
    bool awaitsMoney = false; ///< taken at the desk and not paid; see Order::awaitsMoney()
};

/// The ONE table, used by server, desk, web and tests. Undo is not in it: its target is a fact.
std::span<const Transition> stateTable();

/// The states that \a verb passes through, in order and without the present one; empty when the
/// state stays as it is (requestCancel, refund …). Refuses with IllegalMove, which names the
/// present state and the verbs that \a actor could use instead.
Result<std::vector<OrderState>> decide(OrderState state, Verb verb, Actor actor,
                                       const MoveFacts &facts = {});

/// As decide(), but a move may skip steps: from paid, startDelivery passes making and made as well.
/// Only the words of the older interface use this.
Result<std::vector<OrderState>> decideSkipping(OrderState state, Verb verb, Actor actor,
                                               const MoveFacts &facts = {});

/// Every verb \a actor may use on an order in \a state, in table order.
std::vector<Verb> legalVerbs(OrderState state, Actor actor, const MoveFacts &facts = {});

/// Whether undo takes \a verb back; what moves money or answers a customer stays.
bool isUndoable(Verb verb);

/// The verb of the big button: the next forward step of the florist, if there is one.
std::optional<Verb> nextStep(OrderState state, const MoveFacts &facts = {});

} // namespace petalpost
