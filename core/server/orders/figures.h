// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/figures.h"
#include "core/server/orders/shopcache.h"
#include "core/storage/server/reader.h"

namespace petalpost::server {

/// What the shop has sold. Reads only; lives in the server's thread.
class Figures
{
public:
    explicit Figures(Reader &reader)
        : m_reader(reader)
    {
    }

    /// The sales of every day from \a from to \a to, both included, in the shop's time zone.
    /// Refuses with OutOfRange (`from`, or `to` when it is before it or beyond Sales::mostDays).
    QFuture<Result<Sales>> sales(QDate from, QDate to);

private:
    Reader &m_reader;
    ShopCache m_shop; ///< of the reader's thread
};

} // namespace petalpost::server
