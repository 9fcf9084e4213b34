// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/photostore.h"

namespace petalpost::store {

void insertPhoto(Database &database, const PhotoRow &photo)
{
    database.run("INSERT INTO photos (id, small, large, wanted_ms) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT (id) DO UPDATE SET wanted_ms = excluded.wanted_ms",
                 photo.id, photo.small, photo.large, photo.wantedAtMs);
}

bool wantPhoto(Database &database, const QString &id, qint64 nowMs)
{
    return database.run("UPDATE photos SET wanted_ms = ? WHERE id = ?", nowMs, id) == 1;
}

bool hasPhoto(Database &database, const QString &id)
{
    return database.query("SELECT 1 FROM photos WHERE id = ?", id).next();
}

QByteArray photoRendering(Database &database, const QString &id, bool large)
{
    Rows rows = large ? database.query("SELECT large FROM photos WHERE id = ?", id)
                      : database.query("SELECT small FROM photos WHERE id = ?", id);
    return rows.next() ? rows.bytes(0) : QByteArray();
}

int removeUnusedPhotos(Database &database, qint64 beforeMs, int limit)
{
    return database.run(
        "DELETE FROM photos WHERE id IN (SELECT f.id FROM photos f WHERE f.wanted_ms < ? "
        "AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.made_photo = f.id AND o.made_photo <> '') "
        "AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.proof_photo = f.id AND o.proof_photo <> "
        "'') "
        "AND NOT EXISTS (SELECT 1 FROM products p WHERE p.photos LIKE '%' || f.id || '%') "
        "LIMIT ?)",
        beforeMs, limit);
}

} // namespace petalpost::store
