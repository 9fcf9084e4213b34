// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/product.h"
#include "core/server/orders/shopcache.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// One delivery window of a day as a customer sees it.
struct WindowOffer
{
    DeliveryWindow window;
    int free = 0; ///< places left
    bool open = false; ///< can be ordered now; false past the cut-off, on closed days and when full
};

/// The menu, the shop's settings and its delivery windows. Reads only; lives in the server's
/// thread.
class Catalogue
{
public:
    explicit Catalogue(Reader &reader)
        : m_reader(reader)
    {
    }

    /// Shown products, by id.
    QFuture<Result<std::vector<Product>>> menu();
    QFuture<Result<Product>> product(qint64 id);
    QFuture<Result<Shop>> shop();
    /// The windows of \a date; empty on a closed day.
    QFuture<Result<std::vector<WindowOffer>>> windows(QDate date, qint64 nowMs);

private:
    Reader &m_reader;
    ShopCache m_shop; ///< of the reader's thread
};

} // namespace petalpost::server
