// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/catalogue.h"

#include "core/storage/server/catalogue.h"

namespace petalpost::server {

QFuture<Result<std::vector<Product>>> Catalogue::menu()
{
    return m_reader.read([](Database &database) -> Result<std::vector<Product>> {
        return store::listMenu(database);
    });
}

QFuture<Result<Product>> Catalogue::product(qint64 id)
{
    return m_reader.read([id](Database &database) -> Result<Product> {
        auto product = store::findProduct(database, id);
        if (!product)
            return refuse(RefusalCode::UnknownProduct);
        return std::move(*product);
    });
}

QFuture<Result<Shop>> Catalogue::shop()
{
    return m_reader.read(
        [this](Database &database) -> Result<Shop> { return m_shop.read(database); });
}

QFuture<Result<std::vector<WindowOffer>>> Catalogue::windows(QDate date, qint64 nowMs)
{
    return m_reader.read([=, this](Database &database) -> Result<std::vector<WindowOffer>> {
        const Shop &shop = m_shop.read(database);
        std::vector<WindowOffer> offers;
        if (shop.closedReason(date))
            return offers;
        for (const WindowRule &rule : shop.windows) {
            const DeliveryWindow window{date, rule.startMinute, rule.endMinute};
            const int free =
                std::max(0, rule.capacity - store::takenPlaces(database, window.key()));
            offers.push_back(
                {window, free, free > 0 && checkWindow(shop, window, nowMs).has_value()});
        }
        return offers;
    });
}

} // namespace petalpost::server
