// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/edit.h"

#include <QtCore/QJsonObject>

namespace petalpost {

/// The wire form of an edit, in the words of an order's draft; only what changes is in it.
QJsonObject toJson(const OrderEdit &edit);
/// Refuses a mistyped field by its wire name; what else stands beside the edit is not read.
Result<OrderEdit> orderEditFromJson(const QJsonObject &json);

/// `{orderId, basedOn, newTotal, differenceMinor, effect}`.
QJsonObject toJson(const EditQuote &quote);
Result<EditQuote> editQuoteFromJson(const QJsonObject &json);

} // namespace petalpost
