// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/figurestore.h"

namespace petalpost::store {

std::vector<SoldInQuarter> sold(Database &database, qint64 fromMs, qint64 toMs)
{
    // The index on paid_ms finds the rows. What a provider took beyond the order's due is not in
    // charged_minor, but its refund is in refunded_minor: no more goes back than came.
    Rows rows = database.query(
        "SELECT quarter, product_id, COUNT(*), SUM(qty), SUM(gross), "
        "SUM(CASE WHEN back < gross THEN back ELSE gross END) FROM ("
        "SELECT paid_ms / ? AS quarter, product_id, qty, "
        "CASE WHEN charged_minor > 0 THEN charged_minor WHEN resend_of <> 0 THEN 0 "
        "ELSE total_minor END AS gross, "
        "CASE WHEN charged_minor > 0 THEN refunded_minor + refund_pending_minor + disputed_minor "
        "WHEN state = 'cancelled' THEN total_minor ELSE 0 END AS back "
        "FROM orders WHERE paid_ms >= ? AND paid_ms < ?) AS o "
        "GROUP BY quarter, product_id",
        SoldInQuarter::quarterMs, fromMs, toMs);
    std::vector<SoldInQuarter> all;
    while (rows.next()) {
        all.push_back({rows.number(0),
                       rows.number(1),
                       {rows.number(2), rows.number(3), rows.number(4), rows.number(5)}});
    }
    return all;
}

} // namespace petalpost::store
