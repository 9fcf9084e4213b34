// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/productfields.h"
#include "core/server/orders/fieldchange.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// What the shop sells. Orders that were placed keep the name and the price they were placed with;
/// nothing is ever deleted, only hidden. Lives in the server's thread.
class MenuEditor
{
public:
    static constexpr int mostProducts = 500; ///< what the menu shows at most

    explicit MenuEditor(Writer &writer)
        : m_writer(writer)
    {
    }

    /// Makes \a change of the product \a productId, 0 for a new one, and answers it. Refuses with
    /// NotFound, StaleVersion when the product has changed since `basedOn` (`value`: its version),
    /// NameTaken, OutOfRange
    /// (`products`) beyond mostProducts, KeyReused, InvalidPhoto (`unknown`) for a photo that is
    /// not kept here, and as changedProduct() does.
    QFuture<Result<Product>> change(qint64 productId, FieldChange change);

private:
    Writer &m_writer;
};

} // namespace petalpost::server
