// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/shopcache.h"

#include "core/storage/server/catalogue.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

const Shop &ShopCache::read(Database &database)
{
    const auto text = store::readSetting(database, "shop"_L1);
    if (!text)
        throw StorageError("the shop has no settings");
    if (*text != m_text) {
        m_shop = *store::readShop(database);
        m_text = *text;
    }
    return m_shop;
}

} // namespace petalpost::server
