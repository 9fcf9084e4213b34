// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/menueditor.h"

#include "core/server/orders/idempotency.h"
#include "core/storage/server/catalogue.h"

#include <QtCore/QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// The product before the change; a new one has nothing but the shop's currency.
Result<Product> productBefore(Database &database, const ProductChange &change)
{
    if (change.productId == 0) {
        if (store::countProducts(database) >= MenuEditor::mostProducts)
            return refuse(RefusalCode::TooMany, {}, QString::number(MenuEditor::mostProducts));
        Product fresh;
        fresh.version = 0;
        fresh.price.currency = store::shopCurrency(database);
        return fresh;
    }
    auto found = store::findProduct(database, change.productId);
    if (!found)
        return refuse(RefusalCode::NotFound);
    if (change.basedOn && *change.basedOn != found->version)
        return refuse(RefusalCode::StaleVersion, u"basedOn"_s, QString::number(found->version));
    return std::move(*found);
}

Result<Product> makeChange(Transaction &transaction, const ProductChange &change)
{
    Database &database = transaction.db();
    const auto before = productBefore(database, change);
    if (!before)
        return before;
    auto next = changedProduct(*before, change.fields);
    if (!next)
        return next;
    const auto namesake = store::findProductByName(database, next->name);
    if (namesake && namesake->id != change.productId)
        return refuse(RefusalCode::NameTaken, u"name"_s);
    if (change.productId == 0) {
        next->id = transaction.nextId("product"_L1);
        store::insertProduct(database, *next);
    } else {
        store::updateProduct(database, *next);
    }
    QStringList names;
    for (const QLatin1StringView name : productFields()) {
        if (change.fields.contains(name))
            names.append(name);
    }
    const QJsonObject detail{{u"fields"_s, QJsonArray::fromStringList(names)},
                             {u"priceMinor"_s, next->price.minor},
                             {u"device"_s, change.deviceId}};
    transaction.record(
        {0, Actor::Florist, u"setProduct"_s, DocumentType::Product, next->id, detail, false});
    return next;
}

} // namespace

QFuture<Result<Product>> MenuEditor::change(ProductChange change)
{
    return m_writer.write(
        [change = std::move(change)](Transaction &transaction) -> Result<Product> {
            const auto earlier = earlierCall(transaction, change.key);
            if (!earlier)
                return refuse(earlier.error());
            if (*earlier) {
                auto made = store::findProduct(transaction.db(), **earlier);
                if (!made)
                    return refuse(RefusalCode::NotFound);
                return std::move(*made);
            }
            auto made = makeChange(transaction, change);
            if (made)
                rememberCall(transaction, change.key, made->id);
            return made;
        });
}

} // namespace petalpost::server
