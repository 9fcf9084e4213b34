// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/product.h"
#include "core/domain/shop.h"
#include "core/storage/database.h"

namespace petalpost::store {

inline constexpr SqlText productColumns =
    "p.id, p.version, p.name, p.name_en, p.description, p.description_en, p.price_minor, "
    "p.currency, p.exponent, "
    "p.picture, p.hidden, p.sold_out, p.needs_window, p.daily_limit, p.tax_free, p.photos";
inline constexpr int productColumnCount = 16;
Product readProduct(const Rows &rows, int first = 0);

void insertProduct(Database &database, const Product &product);
/// Everything but its id and picture.
void updateProduct(Database &database, const Product &product);
std::optional<Product> findProduct(Database &database, qint64 id);
/// Of those that are hidden, too.
int countProducts(Database &database);
/// What the shop asks its prices in, as its first product does.
Currency shopCurrency(Database &database);
/// False also for a product that is not there.
bool isTaxFree(Database &database, qint64 productId);
std::optional<Product> findProductByName(Database &database, const QString &name);
/// What the web menu shows, by id.
std::vector<Product> listMenu(Database &database);

/// The shop's settings; nothing before the first start has written them.
std::optional<Shop> readShop(Database &database);
void writeShop(Database &database, const Shop &shop);

/// A named secret or setting of the server that replicas share.
std::optional<QString> readSetting(Database &database, QLatin1StringView name);
void writeSetting(Database &database, QLatin1StringView name, const QString &value);

/// How many orders hold a place in the window \a key.
int takenPlaces(Database &database, const QString &key);
/// Takes one place if fewer than \a capacity are taken; decided by the database on the fresh row.
bool takePlace(Database &database, const QString &key, int capacity);
void releasePlace(Database &database, const QString &key);

} // namespace petalpost::store
