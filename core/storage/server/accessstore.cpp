// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/accessstore.h"

namespace petalpost::store {

void insertDevice(Database &database, const Device &device, const QByteArray &tokenSha256,
                  qint64 nowMs)
{
    database.run("INSERT INTO devices (id, name, role, token_sha256, created_ms, revoked) VALUES "
                 "(?, ?, ?, ?, ?, 0)",
                 device.id, device.name, device.role, tokenSha256, nowMs);
}

std::optional<Device> findDevice(Database &database, const QByteArray &tokenSha256)
{
    Rows rows = database.query(
        "SELECT id, name, role FROM devices WHERE token_sha256 = ? AND revoked = 0", tokenSha256);
    if (!rows.next())
        return std::nullopt;
    return Device{rows.number(0), rows.text(1), rows.text(2)};
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
