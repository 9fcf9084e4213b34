// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/access.h"

#include "core/server/orders/tokens.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int deviceTokenLength = 43; ///< 256 bits in base62

} // namespace

QFuture<Result<store::Device>> Access::device(const QString &token)
{
    return m_reader.read([hash = tokenHash(token)](Database &database) -> Result<store::Device> {
        auto device = store::findDevice(database, hash);
        if (!device)
            return refuse(RefusalCode::SignInRequired);
        return std::move(*device);
    });
}

QFuture<Result<QString>> Access::addDevice(const QString &name, const QString &role)
{
    return m_writer.write([name, role, token = randomToken(deviceTokenLength)](
                              Transaction &transaction) -> Result<QString> {
        store::insertDevice(transaction.db(), {transaction.nextId("device"_L1), name, role},
                            tokenHash(token), transaction.nowMs());
        return token;
    });
}

} // namespace petalpost::server
