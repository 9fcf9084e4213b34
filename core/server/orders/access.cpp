// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/access.h"

#include "core/server/orders/tokens.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

QFuture<Result<store::Device>> Access::device(const QString &token)
{
    return m_reader.read([hash = tokenHash(token)](Database &database) -> Result<store::Device> {
        auto device = store::findDevice(database, hash);
        if (!device)
            return refuse(RefusalCode::SignInRequired);
        if (device->revoked)
            return refuse(RefusalCode::DeviceRevoked);
        return std::move(*device);
    });
}

void Access::noteSeen(qint64 deviceId)
{
    const qint64 nowMs = m_clock.nowMs();
    const auto noted = m_notedAtMs.constFind(deviceId);
    if (noted != m_notedAtMs.cend() && qAbs(nowMs - *noted) < seenEveryMs)
        return;
    m_notedAtMs.insert(deviceId, nowMs);
    m_writer.write([deviceId, nowMs](Transaction &transaction) -> Result<void> {
        store::noteSeen(transaction.db(), deviceId, nowMs, nowMs - seenEveryMs);
        return {};
    });
}

QFuture<Result<QString>> Access::addDevice(const QString &name, DeviceRole role)
{
    return m_writer.write([name, role, token = randomToken(deviceTokenLength)](
                              Transaction &transaction) -> Result<QString> {
        const qint64 id = transaction.nextId("device"_L1);
        store::insertDevice(transaction.db(), {id, name, role}, tokenHash(token),
                            transaction.nowMs());
        return token;
    });
}

} // namespace petalpost::server
