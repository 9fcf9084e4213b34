// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/addressstore.h"

#include "core/storage/server/catalogue.h"

namespace petalpost::store {

namespace {

constexpr QLatin1StringView generationSetting("addressGeneration");
constexpr QLatin1StringView districtSetting("addressDistricts");
constexpr QChar districtMark(u'\n');

constexpr SqlText addressColumns =
    "a.id, a.line, a.district, a.neighbourhood, a.postal_code, a.building";

RoadAddress readAddress(const Rows &rows)
{
    return {rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5)};
}

std::vector<RoadAddress> readAll(Rows rows)
{
    std::vector<RoadAddress> addresses;
    while (rows.next())
        addresses.push_back(readAddress(rows));
    return addresses;
}

} // namespace

qint64 shownAddresses(Database &database)
{
    return readSetting(database, generationSetting).value_or(QString()).toLongLong();
}

qint64 newAddresses(Database &database)
{
    Rows rows = database.query("SELECT COALESCE(MAX(generation), 0) FROM road_addresses");
    rows.next();
    return std::max(rows.number(0), shownAddresses(database)) + 1;
}

void insertAddress(Database &database, qint64 generation, const RoadAddress &address,
                   const QStringList &keys)
{
    database.run("INSERT INTO road_addresses (generation, id, line, district, neighbourhood, "
                 "postal_code, building) VALUES (?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (generation, id) DO NOTHING",
                 generation, address.id, address.line, address.district, address.neighbourhood,
                 address.postalCode, address.building);
    for (const QString &key : keys) {
        database.run("INSERT INTO road_address_keys (generation, address_key, address_id) "
                     "VALUES (?, ?, ?) ON CONFLICT (generation, address_key, address_id) DO "
                     "NOTHING",
                     generation, key, address.id);
    }
}

void showAddresses(Database &database, qint64 generation, const QStringList &districts)
{
    writeSetting(database, generationSetting, QString::number(generation));
    writeSetting(database, districtSetting, districts.join(districtMark));
}

int deleteOtherAddresses(Database &database, qint64 kept, int limit)
{
    const int keys = database.run(
        "DELETE FROM road_address_keys WHERE generation <> ? AND (generation, address_key, "
        "address_id) IN (SELECT generation, address_key, address_id FROM road_address_keys "
        "WHERE generation <> ? LIMIT ?)",
        kept, kept, limit);
    if (keys > 0)
        return keys;
    return database.run("DELETE FROM road_addresses WHERE generation <> ? AND (generation, id) IN "
                        "(SELECT generation, id FROM road_addresses WHERE generation <> ? LIMIT ?)",
                        kept, kept, limit);
}

QStringList addressDistricts(Database &database)
{
    return readSetting(database, districtSetting)
        .value_or(QString())
        .split(districtMark, Qt::SkipEmptyParts);
}

std::vector<RoadAddress> addressesUnder(Database &database, const QString &prefix, int limit)
{
    static constexpr SqlText sql =
        SqlText("SELECT ") + addressColumns
        + " FROM road_address_keys k JOIN road_addresses a ON a.generation = k.generation "
          "AND a.id = k.address_id WHERE k.generation = ? AND k.address_key >= ? "
          "AND k.address_key < ? ORDER BY k.address_key, k.address_id LIMIT ?";
    const QString behind = prefix + QChar(0xffff); // above every character that a key can have
    return readAll(database.query(sql, shownAddresses(database), prefix, behind, limit));
}

std::vector<RoadAddress> addressesAt(Database &database, const QString &key, int limit)
{
    static constexpr SqlText sql =
        SqlText("SELECT ") + addressColumns
        + " FROM road_address_keys k JOIN road_addresses a ON a.generation = k.generation "
          "AND a.id = k.address_id WHERE k.generation = ? AND k.address_key = ? "
          "ORDER BY k.address_id LIMIT ?";
    return readAll(database.query(sql, shownAddresses(database), key, limit));
}

std::optional<RoadAddress> findAddress(Database &database, const QString &id)
{
    static constexpr SqlText sql = SqlText("SELECT ") + addressColumns
                                   + " FROM road_addresses a WHERE a.generation = ? AND a.id = ?";
    Rows rows = database.query(sql, shownAddresses(database), id);
    if (!rows.next())
        return std::nullopt;
    return readAddress(rows);
}

} // namespace petalpost::store
