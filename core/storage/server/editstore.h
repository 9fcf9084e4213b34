// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/edit.h"
#include "core/storage/database.h"

#include <QtCore/QStringList>

#include <vector>

namespace petalpost::store {

enum class ChargeRequestState { Open, Paid, Withdrawn };

inline constexpr std::array<Word<ChargeRequestState>, 3> chargeRequestStateWords{{
    {ChargeRequestState::Open, QLatin1StringView("open")},
    {ChargeRequestState::Paid, QLatin1StringView("paid")},
    {ChargeRequestState::Withdrawn, QLatin1StringView("withdrawn")},
}};

/// An edit that waits for its customer: for the difference when it costs more, for a yes otherwise.
struct ChargeRequest
{
    qint64 orderId = 0;
    int number = 0; ///< from 1, see PaymentAttempt::chargeRequest
    QString operation; ///< what its SMS is held under
    qint64 differenceMinor = 0; ///< what is to be paid when it is above 0
    qint64 unitMinor = 0; ///< the price of a piece that the customer was told
    qint64 basedTotalMinor = 0; ///< the order's total that the difference belongs to
    ChargeRequestState state = ChargeRequestState::Open;
    OrderEdit edit; ///< empty once it is no longer open
    qint64 createdAtMs = 0;
    qint64 expiresAtMs = 0;
    qint64 closedAtMs = 0;
};

/// Stores \a request as the order's next one and answers its number.
int insertChargeRequest(Database &database, const ChargeRequest &request);
/// Stores state and times; what was to be edited is emptied when it is no longer open.
void updateChargeRequest(Database &database, const ChargeRequest &request);
std::optional<ChargeRequest> findChargeRequest(Database &database, qint64 orderId, int number);
std::optional<ChargeRequest> openChargeRequest(Database &database, qint64 orderId);
/// Open ones whose time was over before \a nowMs, at most \a limit.
std::vector<ChargeRequest> overdueChargeRequests(Database &database, qint64 nowMs, int limit);

/// An edit that was made.
struct EditRow
{
    QString id;
    qint64 orderId = 0;
    qint64 deviceId = 0;
    int chargeRequest = 0; ///< what the customer agreed to; 0 = the florist's alone
    qint64 differenceMinor = 0;
    qint64 atMs = 0;
    qint64 undoneAtMs = 0;
    QStringList refunds; ///< ids of the refunds it asked for
    QString before; ///< the order before it, JSON; empty when it cannot be undone (any more)
};

/// Stores \a edit as the order's newest; older ones cannot be undone from then on.
void insertEdit(Database &database, const EditRow &edit);
/// The newest edit of the order that was not undone.
std::optional<EditRow> lastEdit(Database &database, qint64 orderId);
void markEditUndone(Database &database, const QString &id, qint64 atMs);
/// Whether copies of orders from before \a beforeMs are kept, and emptying them.
bool hasEditCopies(Database &database, qint64 beforeMs);
void forgetEditCopies(Database &database, qint64 beforeMs);

} // namespace petalpost::store
