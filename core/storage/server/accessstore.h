// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

namespace petalpost::store {

/// A signed-in desk or driver's phone. Only the hash of its token is stored.
struct Device
{
    qint64 id = 0;
    QString name;
    QString role; ///< "owner", "florist" or "driver"
};

void insertDevice(Database &database, const Device &device, const QByteArray &tokenSha256,
                  qint64 nowMs);
/// The device of a token that was not revoked.
std::optional<Device> findDevice(Database &database, const QByteArray &tokenSha256);

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
