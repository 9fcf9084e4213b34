// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/catalogue.h"

#include "core/protocol/documents.h"

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::store {

namespace {

constexpr auto shopSetting = "shop"_L1;

std::optional<Product> oneProduct(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    return readProduct(rows);
}

} // namespace

Product readProduct(const Rows &rows, int first)
{
    int column = first;
    const auto number = [&] { return rows.number(column++); };
    const auto text = [&] { return rows.text(column++); };
    Product product;
    product.id = number();
    product.version = number();
    product.name = text();
    product.nameEn = text();
    product.description = text();
    product.descriptionEn = text();
    product.price.minor = number();
    product.price.currency.code = text();
    product.price.currency.exponent = int(number());
    product.picture = text();
    product.hidden = number() != 0;
    product.soldOut = number() != 0;
    product.needsWindow = number() != 0;
    product.dailyLimit = int(number());
    product.taxFree = number() != 0;
    product.photos = text().split(u' ', Qt::SkipEmptyParts);
    Q_ASSERT(column - first == productColumnCount);
    return product;
}

void insertProduct(Database &database, const Product &product)
{
    database.run("INSERT INTO products (id, version, name, name_en, description, description_en, "
                 "price_minor, "
                 "currency, exponent, picture, hidden, sold_out, needs_window, daily_limit, "
                 "tax_free, photos) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 product.id, product.version, product.name, product.nameEn, product.description,
                 product.descriptionEn, product.price.minor, product.price.currency.code,
                 product.price.currency.exponent, product.picture, product.hidden, product.soldOut,
                 product.needsWindow, product.dailyLimit, product.taxFree,
                 product.photos.join(u' '));
}

void updateProduct(Database &database, const Product &product)
{
    database.run("UPDATE products SET version = ?, name = ?, name_en = ?, description = ?, "
                 "description_en = ?, price_minor = ?, hidden = ?, sold_out = ?, "
                 "needs_window = ?, daily_limit = ?, tax_free = ?, photos = ? WHERE id = ?",
                 product.version, product.name, product.nameEn, product.description,
                 product.descriptionEn, product.price.minor, product.hidden, product.soldOut,
                 product.needsWindow, product.dailyLimit, product.taxFree,
                 product.photos.join(u' '), product.id);
}

std::optional<Product> findProduct(Database &database, qint64 id)
{
    static constexpr auto sql =
        SqlText("SELECT ") + productColumns + " FROM products p WHERE p.id = ?";
    return oneProduct(database.query(sql, id));
}

int countProducts(Database &database)
{
    Rows rows = database.query("SELECT COUNT(*) FROM products");
    return rows.next() ? int(rows.number(0)) : 0;
}

Currency shopCurrency(Database &database)
{
    Rows rows = database.query("SELECT currency, exponent FROM products ORDER BY id LIMIT 1");
    return rows.next() ? Currency{rows.text(0), int(rows.number(1))} : Currency();
}

bool isTaxFree(Database &database, qint64 productId)
{
    Rows rows = database.query("SELECT tax_free FROM products WHERE id = ?", productId);
    return rows.next() && rows.number(0) != 0;
}

std::optional<Product> findProductByName(Database &database, const QString &name)
{
    static constexpr auto sql =
        SqlText("SELECT ") + productColumns + " FROM products p WHERE p.name = ?";
    return oneProduct(database.query(sql, name));
}

std::vector<Product> listMenu(Database &database)
{
    static constexpr auto sql = SqlText("SELECT ") + productColumns
                                + " FROM products p WHERE p.hidden = 0 ORDER BY p.id LIMIT 500";
    std::vector<Product> products;
    Rows rows = database.query(sql);
    while (rows.next())
        products.push_back(readProduct(rows));
    return products;
}

std::optional<Shop> readShop(Database &database)
{
    const auto stored = readSetting(database, shopSetting);
    if (!stored)
        return std::nullopt;
    auto shop = shopFromJson(QJsonDocument::fromJson(stored->toUtf8()).object());
    if (!shop)
        throw StorageError("the stored shop settings are damaged at "
                           + shop.error().field.toStdString());
    return std::move(*shop);
}

void writeShop(Database &database, const Shop &shop)
{
    writeSetting(database, shopSetting,
                 QString::fromUtf8(QJsonDocument(toJson(shop)).toJson(QJsonDocument::Compact)));
}

std::optional<QString> readSetting(Database &database, QLatin1StringView name)
{
    Rows rows = database.query("SELECT value FROM settings WHERE name = ?", name);
    if (!rows.next())
        return std::nullopt;
    return rows.text(0);
}

void writeSetting(Database &database, QLatin1StringView name, const QString &value)
{
    database.run("INSERT INTO settings (name, value) VALUES (?, ?) "
                 "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                 name, value);
}

int takenPlaces(Database &database, const QString &key)
{
    Rows rows = database.query("SELECT taken FROM slots WHERE delivery_window = ?", key);
    return rows.next() ? int(rows.number(0)) : 0;
}

bool takePlace(Database &database, const QString &key, int capacity)
{
    if (capacity < 1)
        return false;
    return database.run("INSERT INTO slots (delivery_window, taken) VALUES (?, 1) ON CONFLICT "
                        "(delivery_window) "
                        "DO UPDATE SET taken = slots.taken + 1 WHERE slots.taken < ?",
                        key, capacity)
           == 1;
}

void releasePlace(Database &database, const QString &key)
{
    database.run("UPDATE slots SET taken = taken - 1 WHERE delivery_window = ? AND taken > 0", key);
}

} // namespace petalpost::store
