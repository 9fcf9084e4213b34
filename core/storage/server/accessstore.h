// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/device.h"
#include "core/storage/database.h"

#include <vector>

namespace petalpost::store {

/// A signed-in desk or driver's phone. Only the hash of its token is stored.
struct Device
{
    qint64 id = 0;
    QString name;
    DeviceRole role = DeviceRole::Driver;
    bool revoked = false;
    qint64 createdAtMs = 0;
    qint64 lastSeenAtMs = 0; ///< to the minute; 0 = never
};

void insertDevice(Database &database, const Device &device, const QByteArray &tokenSha256,
                  qint64 nowMs);
/// The device of a token; also one that was revoked, so that it can be told so.
std::optional<Device> findDevice(Database &database, const QByteArray &tokenSha256);
std::optional<Device> findDevice(Database &database, qint64 id);
/// Devices that were not revoked, by id.
std::vector<Device> listDevices(Database &database);
/// Owners that were not revoked.
qint64 countOwners(Database &database);
void revokeDevice(Database &database, qint64 id);
/// Notes that the device was heard at \a nowMs, unless it was after \a notSinceMs.
void noteSeen(Database &database, qint64 id, qint64 nowMs, qint64 notSinceMs);

/// A call that was answered before under the same idempotency key.
struct SeenCall
{
    QByteArray bodySha256;
    qint64 subject = 0; ///< id of the order or review that the call made or changed
};

/// Where an idempotency key counts: the same key of another caller or route is another key.
struct CallKey
{
    QString caller;
    QString route;
    QString key;
    QByteArray bodySha256;
};

std::optional<SeenCall> findCall(Database &database, const CallKey &call);
void rememberCall(Database &database, const CallKey &call, qint64 subject, qint64 nowMs);
void forgetCall(Database &database, const CallKey &call);
/// Forgets calls from before \a beforeMs.
void forgetCalls(Database &database, qint64 beforeMs);

} // namespace petalpost::store
