// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/ops/health.h"

namespace petalpost::server {

QFuture<Result<void>> Health::ready()
{
    if (m_draining)
        return QtFuture::makeReadyFuture(Result<void>(refuse(RefusalCode::Busy)));
    // A write, so that a full disk or a stuck writer shows here and not on the first order.
    return m_writer.write([](Transaction &transaction) -> Result<void> {
        readJournalHead(transaction.db());
        return {};
    });
}

} // namespace petalpost::server
