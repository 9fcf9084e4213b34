// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/server/writer.h"

namespace petalpost::server {

/// Writes the settings of an empty shop on the first start: no products, contact required. Later it
/// writes what the configuration says anew: \a publicUrl, and \a ownerPhone unless empty.
QFuture<Result<void>> ensureShop(Writer &writer, const QString &publicUrl,
                                 const QString &ownerPhone);

/// Fills an empty database with the demo shop: twelve flowers, `Rose` and `AAAA` of the older
/// interface, three delivery windows a day, a closed day and two reviews. Does nothing when the
/// shop sells anything already.
QFuture<Result<void>> ensureDemoShop(Writer &writer, const QString &publicUrl);

} // namespace petalpost::server
