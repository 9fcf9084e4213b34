// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/result.h"

#include <QtCore/QJsonObject>

namespace petalpost {

/// The order that a POST /orders body asks for, in today's words or the older interface's:
/// `address` may be a text or an object, `qty` a number or its digits. Refuses with WrongType, and
/// with OutOfRange for a `window` that is none.
Result<OrderDraft> draftFromBody(const QJsonObject &body);

/// Whether a body is that of an order taken at the desk: it says how it is paid.
bool isDeskOrder(const QJsonObject &body);
/// Such an order: a draft, and `deskMethod`, `paid`, `unitMinor` beside it. Refuses as
/// draftFromBody() does, and with OutOfRange for an unknown method or a price beyond productbounds.
Result<DeskOrder> deskOrderFromBody(const QJsonObject &body);
/// The body of \a order; deskOrderFromBody() reads it back.
QJsonObject toJson(const DeskOrder &order);

} // namespace petalpost
