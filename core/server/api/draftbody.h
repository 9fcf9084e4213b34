// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/result.h"

#include <QtCore/QJsonObject>

namespace petalpost::server {

/// The order that a POST /orders body asks for, in today's words or the older interface's:
/// `address` may be a text or an object, `qty` a number or its digits. Refuses with WrongType, and
/// with OutOfRange for a `window` that is none.
Result<OrderDraft> draftFromBody(const QJsonObject &body);

} // namespace petalpost::server
