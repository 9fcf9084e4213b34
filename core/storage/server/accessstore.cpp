// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/accessstore.h"

namespace petalpost::store {

namespace {

Device readDevice(const Rows &rows)
{
    const auto role = fromWord(deviceRoleWords, rows.text(2));
    if (!role)
        throw StorageError("a device has a role that this version does not know");
    return {rows.number(0), rows.text(1), *role, rows.flag(3), rows.number(4), rows.number(5)};
}

} // namespace

void insertDevice(Database &database, const Device &device, const QByteArray &tokenSha256,
                  qint64 nowMs)
{
    database.run("INSERT INTO devices (id, name, role, token_sha256, created_ms, revoked) VALUES "
                 "(?, ?, ?, ?, ?, 0)",
                 device.id, device.name, word(device.role), tokenSha256, nowMs);
}

std::optional<Device> findDevice(Database &database, const QByteArray &tokenSha256)
{
    Rows rows =
        database.query("SELECT id, name, role, revoked, created_ms, last_seen_ms FROM devices "
                       "WHERE token_sha256 = ?",
                       tokenSha256);
    if (!rows.next())
        return std::nullopt;
    return readDevice(rows);
}

std::optional<Device> findDevice(Database &database, qint64 id)
{
    Rows rows = database.query(
        "SELECT id, name, role, revoked, created_ms, last_seen_ms FROM devices WHERE id = ?", id);
    if (!rows.next())
        return std::nullopt;
    return readDevice(rows);
}

std::vector<Device> listDevices(Database &database)
{
    std::vector<Device> devices;
    Rows rows =
        database.query("SELECT id, name, role, revoked, created_ms, last_seen_ms FROM devices "
                       "WHERE revoked = 0 ORDER BY id");
    while (rows.next())
        devices.push_back(readDevice(rows));
    return devices;
}

qint64 countOwners(Database &database)
{
    Rows rows = database.query("SELECT COUNT(*) FROM devices WHERE revoked = 0 AND role = 'owner'");
    return rows.next() ? rows.number(0) : 0;
}

void revokeDevice(Database &database, qint64 id)
{
    database.run("UPDATE devices SET revoked = 1 WHERE id = ?", id);
}

void noteSeen(Database &database, qint64 id, qint64 nowMs, qint64 notSinceMs)
{
    database.run("UPDATE devices SET last_seen_ms = ? WHERE id = ? AND last_seen_ms <= ?", nowMs,
                 id, notSinceMs);
}

std::optional<SeenCall> findCall(Database &database, const CallKey &call)
{
    Rows rows = database.query(
        "SELECT body_sha256, subject FROM idempotency WHERE caller = ? AND route = ? AND key = ?",
        call.caller, call.route, call.key);
    if (!rows.next())
        return std::nullopt;
    return SeenCall{rows.bytes(0), rows.number(1)};
}

void rememberCall(Database &database, const CallKey &call, qint64 subject, qint64 nowMs)
{
    database.run("INSERT INTO idempotency (caller, route, key, body_sha256, subject, created_ms) "
                 "VALUES (?, ?, ?, ?, ?, ?)",
                 call.caller, call.route, call.key, call.bodySha256, subject, nowMs);
}

void forgetCall(Database &database, const CallKey &call)
{
    database.run("DELETE FROM idempotency WHERE caller = ? AND route = ? AND key = ?", call.caller,
                 call.route, call.key);
}

void forgetCalls(Database &database, qint64 beforeMs)
{
    database.run("DELETE FROM idempotency WHERE created_ms < ?", beforeMs);
}

} // namespace petalpost::store
