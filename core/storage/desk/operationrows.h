// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/operation.h"
#include "core/storage/database.h"

#include <QtCore/QJsonArray>

/// The statements on the desk's queue. Each runs inside the caller's transaction and throws
/// StorageError; only LocalStore and DecisionStore use them.
namespace petalpost::operationrows {

/// Puts \a operation at the end of the queue.
void insert(Database &database, const Operation &operation);
void remove(Database &database, const QString &operationId);

/// The provisional id of the order that \a operationId places; nothing for every other operation.
std::optional<qint64> placedBy(Database &database, const QString &operationId);
/// The order \a provisional has its number now: what waits for it, is printed of it, or was
/// acknowledged, goes by that.
void renumberOrder(Database &database, qint64 provisional, qint64 id);

/// Operations as a decision keeps them.
QJsonArray toJson(const std::vector<Operation> &operations);
std::vector<Operation> fromJson(const QJsonArray &json);

} // namespace petalpost::operationrows
