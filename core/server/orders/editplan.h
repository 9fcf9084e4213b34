// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/edit.h"
#include "core/domain/shop.h"
#include "core/server/orders/transitions.h"
#include "core/storage/server/editstore.h"

namespace petalpost::server {

// What an edit would do, and doing it: parts of one transaction each.

/// A customer has this long to answer, and never longer than until the window begins.
inline constexpr qint64 answerMs = 24LL * 60 * 60 * 1000;

/// The order as it would be, and what it takes to get there.
struct EditPlan
{
    OrderEdit edit; ///< with normalised phones
    Order after;
    qint64 differenceMinor = 0;
    EditEffect effect = EditEffect::Nothing;
};

/// Decides \a edit on fresh rows. A substitution costs what the catalogue says now, \a unitMinor
/// where a customer was told another price; the piece that stays keeps the price it was sold at.
/// Refuses as checkEdit() does, with UnknownProduct, SoldOut, MissingField (`window`),
/// DailyLimitReached, PriceOverflow, WindowFull (value: the nearest free one), checkOwnWindow()'s
/// refusals, and OutOfRange (`differenceMinor`) when less is left of the money than would go back.
Result<EditPlan> planEdit(Database &database, const Order &order, OrderEdit edit, qint64 nowMs,
                          std::optional<qint64> unitMinor = {});

/// Who makes an edit, and whether it can be undone.
struct EditMaker
{
    Actor actor = Actor::Florist;
    qint64 deviceId = 0;
    int chargeRequest = 0; ///< what the customer agreed to
    bool undoable = true; ///< then a refund waits for the undo time
};

/// Makes the planned edit of \a order: places, lines, refund of a difference, journal, version.
/// Refuses with WindowFull.
Result<void> carryOut(Transaction &transaction, Order &order, const EditPlan &plan,
                      const EditMaker &maker);

/// Moves the order's place from the window of \a before to that of \a after and stores the lines.
Result<void> storeLines(Transaction &transaction, const Order &before, const Order &after);

/// Journals \a what about an edit and stores the order with a new version.
void recordEdit(Transaction &transaction, Order &order, const QString &what, const EditMaker &maker,
                QJsonObject detail);

/// Asks the customer first: a request, its SMS after the undo time. The order stays as it is.
void askCustomer(Transaction &transaction, Order &order, const EditPlan &plan, qint64 deviceId);

/// Ends the open request, if there is one, whose answer is not waited for any more; its SMS is
/// withdrawn if it is still here, and whatever is being paid for it goes back. \a state is what
/// the order says of it afterwards. The caller stores the order. Answers whether there was one.
bool endRequest(Transaction &transaction, Order &order, std::optional<PendingState> state);

/// The request \a number of \a order while a customer may still agree to it.
std::optional<store::ChargeRequest> agreeable(Database &database, const Order &order, int number,
                                              qint64 nowMs);

/// The customer agreed to \a request, and has paid what it costs: makes its edit. Refuses as
/// planEdit() does, and with QuoteChanged when the order's total is another one than then.
Result<void> agree(Transaction &transaction, Order &order, store::ChargeRequest request);

/// Nobody answered in time: the request ends, unless somebody is paying for it.
Result<Order> expireRequest(Transaction &transaction, qint64 orderId, int number);

} // namespace petalpost::server
