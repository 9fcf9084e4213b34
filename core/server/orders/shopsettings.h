// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/shopsettings.h"
#include "core/server/orders/fieldchange.h"
#include "core/server/orders/shopcache.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// What the owner sets about the shop. Orders that were placed keep their windows and places
/// whatever changes; it is only further ones that are sold or not. Lives in the server's thread.
class ShopSettings
{
public:
    explicit ShopSettings(Writer &writer)
        : m_writer(writer)
    {
    }

    /// Makes \a change and answers the whole shop. Refuses with StaleVersion when the settings have
    /// changed since `basedOn`, KeyReused, and as changedShop() does.
    QFuture<Result<Shop>> change(FieldChange change);

private:
    Writer &m_writer;
    ShopCache m_shop; ///< of the writer's thread
};

} // namespace petalpost::server
