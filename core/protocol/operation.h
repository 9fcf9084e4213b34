// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/orderstate.h"

#include <QtCore/QJsonObject>

namespace petalpost {

/// What the desk did to an order, a review, the menu or the shop's settings: stored before it is
/// sent, sent with its id as the idempotency key until the server answered for good.
struct Operation
{
    enum class Kind { Move, Seen, ReviewReply, ReviewHide, ShopSettings, Product, Order };

    QString id; ///< random UUID without braces
    Kind kind = Kind::Move;
    qint64 subject = 0; ///< order, review or product id; 1 is the shop; negative: an order or a
                        ///< product that the server has not numbered yet
    Verb verb = Verb::StartMaking; ///< for Kind::Move
    qint64 basedOn = 0; ///< version of the document that the florist saw
    qint64 pressedAtMs = 0;
    QJsonObject details; ///< receivedBy, reason, text …; the settings or fields that change;
                         ///< a DeskOrder

    bool operator==(const Operation &) const = default;
};

inline constexpr std::array<Word<Operation::Kind>, 7> operationKindWords{{
    {Operation::Kind::Move, QLatin1StringView("move")},
    {Operation::Kind::Seen, QLatin1StringView("seen")},
    {Operation::Kind::ReviewReply, QLatin1StringView("reviewReply")},
    {Operation::Kind::ReviewHide, QLatin1StringView("reviewHide")},
    {Operation::Kind::ShopSettings, QLatin1StringView("shopSettings")},
    {Operation::Kind::Product, QLatin1StringView("product")},
    {Operation::Kind::Order, QLatin1StringView("order")},
}};

inline QLatin1StringView word(Operation::Kind kind)
{
    return wordOf(operationKindWords, kind);
}

/// Whether \a operation puts something on the menu that was not there.
inline bool addsProduct(const Operation &operation)
{
    return operation.kind == Operation::Kind::Product && operation.subject < 0;
}

/// Whether \a operation places an order that was taken at the desk.
inline bool placesOrder(const Operation &operation)
{
    return operation.kind == Operation::Kind::Order;
}

/// How \a operation is sent: PATCH, or POST for what is new.
QByteArray requestMethod(const Operation &operation);
/// Its body, and the path it goes to.
QJsonObject requestBody(const Operation &operation);
QString requestPath(const Operation &operation);

} // namespace petalpost
