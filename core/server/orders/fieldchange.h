// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/server/accessstore.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace petalpost::server {

/// A device's change of a document, field by field.
struct FieldChange
{
    QJsonObject fields; ///< those that change, by their wire names
    std::optional<qint64> basedOn; ///< the version that was looked at
    qint64 deviceId = 0;
    std::optional<store::CallKey> key;
};

} // namespace petalpost::server
