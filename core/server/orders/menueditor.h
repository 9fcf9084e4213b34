// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/productfields.h"
#include "core/storage/server/accessstore.h"
#include "core/storage/server/writer.h"

namespace petalpost::server {

/// A change of one product, or a new one.
struct ProductChange
{
    qint64 productId = 0; ///< 0: a new one
    QJsonObject fields; ///< those that change, by their wire names
    std::optional<qint64> basedOn; ///< the version that was looked at
    qint64 deviceId = 0;
    std::optional<store::CallKey> key;
};

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

    /// Makes \a change and answers the product. Refuses with NotFound, StaleVersion when the
    /// product has changed since `basedOn` (`value`: its version), NameTaken, TooMany beyond
    /// mostProducts, KeyReused, and as changedProduct() does.
    QFuture<Result<Product>> change(ProductChange change);

private:
    Writer &m_writer;
};

} // namespace petalpost::server
