// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/balance.h"
#include "core/domain/result.h"

#include <QtCore/QJsonObject>

namespace petalpost {

/// The answer of GET /balance.
QJsonObject toJson(const Balance &balance);
/// What a newer server names and this version does not know is kept as DifferenceKind::Other: a
/// difference is never left out. Refuses what is no balance.
Result<Balance> balanceFromJson(const QJsonObject &json);

/// The body of POST /balance/repairs.
struct RepairWish
{
    DifferenceKind kind = DifferenceKind::Other;
    qint64 orderId = 0;
    QString attemptId{}; ///< empty: every payment of the order

    bool operator==(const RepairWish &) const = default;
};

QJsonObject toJson(const RepairWish &wish);
/// Refuses with MissingField, WrongType and OutOfRange (also for a kind without a repair).
Result<RepairWish> repairWishFromJson(const QJsonObject &json);

/// Whether a difference of this kind can ever have a button.
bool isRepairable(DifferenceKind kind);

} // namespace petalpost
