// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/shop.h"
#include "core/storage/database.h"

namespace petalpost::server {

/// The shop's settings, parsed again only when their stored text changed. One per thread.
class ShopCache
{
public:
    /// The settings as this transaction or snapshot sees them. Throws StorageError when there are
    /// none.
    const Shop &read(Database &database);

private:
    QString m_text;
    Shop m_shop;
};

} // namespace petalpost::server
