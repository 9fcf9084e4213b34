// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/shop.h"
#include "core/storage/database.h"

namespace petalpost::server {

/// The first window from \a wanted on that still has a place; empty when none of the next has.
QString nearestFreeWindow(Database &database, const Shop &shop, const DeliveryWindow &wanted,
                          qint64 nowMs);

} // namespace petalpost::server
