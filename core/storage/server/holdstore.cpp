// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/holdstore.h"

namespace petalpost::store {

void noteHold(Database &database, qint64 orderId, const QByteArray &addressHash)
{
    database.run("INSERT INTO holds (order_id, address_sha256) VALUES (?, ?)", orderId,
                 addressHash);
}

Holds holdsOf(Database &database, const QByteArray &addressHash)
{
    Rows rows = database.query(
        "SELECT COUNT(*), COALESCE(MIN(o.expires_ms), 0) FROM holds h "
        "JOIN orders o ON o.id = h.order_id WHERE h.address_sha256 = ? AND o.state = 'received'",
        addressHash);
    rows.next();
    return {rows.number(0), rows.number(1)};
}

std::vector<qint64> unpaidOrdersOf(Database &database, const QString &phone)
{
    std::vector<qint64> ids;
    Rows rows = database.query(
        "SELECT id FROM orders WHERE sender_phone = ? AND state = 'received' AND expires_ms > 0 "
        "ORDER BY id",
        phone);
    while (rows.next())
        ids.push_back(rows.number(0));
    return ids;
}

void forgetEndedHolds(Database &database)
{
    database.run("DELETE FROM holds WHERE order_id IN (SELECT h.order_id FROM holds h "
                 "JOIN orders o ON o.id = h.order_id WHERE o.state <> 'received')");
}

} // namespace petalpost::store
