// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/orders/shopcache.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// Texts the owner when paid orders wait unseen for ten minutes of opening hours: one SMS for all
/// that wait, of each order once, and never two within ten minutes. What was told is stored with
/// the orders, so neither a restart nor a second server tells it again. Lives in the server's
/// thread.
class OwnerWatch
{
public:
    static constexpr qint64 patienceMs = 10 * 60'000; ///< also from one SMS to the next
    static constexpr int orderLimit = 500; ///< told of in one SMS

    OwnerWatch(Writer &writer, Reader &reader)
        : m_writer(writer)
        , m_reader(reader)
    {
    }

    /// Looks once; answers of how many orders the owner will be told. Called every half minute.
    QFuture<Result<int>> look(qint64 nowMs);

private:
    Result<int> tell(Transaction &transaction);

    Writer &m_writer;
    Reader &m_reader;
    ShopCache m_readersShop;
    ShopCache m_writersShop;
    bool m_saidNoPhone = false;
};

} // namespace petalpost::server
