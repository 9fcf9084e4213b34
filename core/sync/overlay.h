// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/product.h"
#include "core/domain/review.h"
#include "core/domain/shop.h"
#include "core/domain/statetable.h"
#include "core/protocol/operation.h"
#include "core/storage/desk/localstore.h"

#include <span>

/// What the desk shows is copy + queue. Pure: no store, no network, no time.
namespace petalpost::sync::overlay {

/// The facts of \a order that the state table asks for. Where undo leads is read from the times at
/// which the states were reached: the server's answer corrects it where they do not tell.
MoveFacts factsOf(const Order &order);

/// The order that \a operation takes down, as the server will have it: without a number of its own
/// until then, which its negative id says.
Result<Order> placed(const Operation &operation);
/// The details of such an operation: \a order for the server, and what only \a product tells for
/// this desk until the server has answered.
QJsonObject placingDetails(const DeskOrder &order, const Product &product);

/// \a order after \a operation, with the version one higher unless it was only seen. Refuses with
/// IllegalMove as the server would. Operations on other kinds of documents change nothing.
Result<Order> applied(const Order &order, const Operation &operation);
Review applied(const Review &review, const Operation &operation);
/// Settings that would be refused change nothing.
Shop applied(const Shop &shop, const Operation &operation);
Product applied(const Product &product, const Operation &operation);

/// Whether \a copy already answers for \a queued: it was sent, and the document has moved on since,
/// so it either holds the operation or will make the server refuse it.
bool isSettled(const Order &copy, const QueuedOperation &queued);

/// \a copy with every operation of \a queue that concerns it and is still legal, in order.
Order shown(const Order &copy, std::span<const QueuedOperation> queue);
Review shown(const Review &copy, std::span<const QueuedOperation> queue);
Shop shown(const Shop &copy, std::span<const QueuedOperation> queue);
Product shown(const Product &copy, std::span<const QueuedOperation> queue);

} // namespace petalpost::sync::overlay
