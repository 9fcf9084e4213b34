// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/orderstate.h"

#include <QtCore/QJsonObject>

namespace petalpost {

/// What the desk did to an order, a review or the shop's settings: stored before it is sent, sent
/// with its id as the idempotency key until the server answered for good.
struct Operation
{
    enum class Kind { Move, Seen, ReviewReply, ReviewHide, ShopSettings };

    QString id; ///< random UUID without braces
    Kind kind = Kind::Move;
    qint64 subject = 0; ///< order or review id; 1 is the shop
    Verb verb = Verb::StartMaking; ///< for Kind::Move
    qint64 basedOn = 0; ///< version of the document that the florist saw
    qint64 pressedAtMs = 0;
    QJsonObject details; ///< receivedBy, reason, text …; the settings that change

    bool operator==(const Operation &) const = default;
};

inline constexpr std::array<Word<Operation::Kind>, 5> operationKindWords{{
    {Operation::Kind::Move, QLatin1StringView("move")},
    {Operation::Kind::Seen, QLatin1StringView("seen")},
    {Operation::Kind::ReviewReply, QLatin1StringView("reviewReply")},
    {Operation::Kind::ReviewHide, QLatin1StringView("reviewHide")},
    {Operation::Kind::ShopSettings, QLatin1StringView("shopSettings")},
}};

inline QLatin1StringView word(Operation::Kind kind)
{
    return wordOf(operationKindWords, kind);
}

/// The PATCH body of \a operation, and the path it goes to.
QJsonObject requestBody(const Operation &operation);
QString requestPath(const Operation &operation);

} // namespace petalpost
