// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/orders/editplan.h"
#include "core/storage/server/accessstore.h"
#include "core/storage/server/reader.h"

namespace petalpost::server {

/// An edit by the florist.
struct EditRequest
{
    qint64 orderId = 0;
    OrderEdit edit;
    qint64 basedOn = 0; ///< the version that was quoted
    qint64 differenceMinor = 0; ///< what was quoted
    qint64 deviceId = 0;
    std::optional<store::CallKey> key;
};

/// An edit as it was made.
struct EditedOrder
{
    Order order;
    qint64 undoUntilMs = 0; ///< until then undo() restores everything exactly; 0 = it does not
};

/// What a customer is asked to agree to.
struct PendingChange
{
    int number = 0;
    qint64 differenceMinor = 0;
    Order after; ///< as it would be
    qint64 expiresAtMs = 0;
};

/// Edits paid orders. Money, place and lines of one edit are one transaction; what it costs is
/// decided inside it. Lives in the server's thread; answers arrive there.
class Edits
{
public:
    Edits(Writer &writer, Reader &reader, const Clock &clock)
        : m_writer(writer)
        , m_reader(reader)
        , m_clock(clock)
    {
    }

    /// What \a edit would do; changes nothing. Refuses with NotFound and as planEdit() does.
    QFuture<Result<EditQuote>> quote(qint64 orderId, OrderEdit edit);

    /// Makes the edit, or asks the customer, when that is what was quoted. A request of before that
    /// waits for the customer ends, unless only texts change. Refuses with NotFound, StaleVersion,
    /// QuoteChanged, KeyReused, and as planEdit() does.
    QFuture<Result<EditedOrder>> apply(EditRequest request);

    /// Takes back a request that waits for the customer, else the last edit, within undoHoldMs:
    /// product, pieces, place, totals, texts and money are exactly as before. Refuses with
    /// NotFound, StaleVersion, KeyReused, UndoClosed when the time is over or a refund may have
    /// left, IllegalMove when the order has gone too far, WindowFull when the old place was taken
    /// meanwhile; then nothing changes.
    QFuture<Result<EditedOrder>> undo(EditRequest request);

    /// What the customer is asked now; nothing when there is nothing to agree to.
    QFuture<Result<std::optional<PendingChange>>> pending(qint64 orderId);
    /// The customer's answer to request \a number. A yes to what costs something is a payment, see
    /// Payments::begin(), and refused here with IllegalMove. Where the change is not possible any
    /// more, the order says so and stays as it is.
    QFuture<Result<Order>> answer(qint64 orderId, int number, bool yes);

private:
    Writer &m_writer;
    Reader &m_reader;
    const Clock &m_clock;
};

} // namespace petalpost::server
