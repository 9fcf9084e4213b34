// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/menueditor.h"

#include "core/protocol/namedfields.h"
#include "core/server/orders/idempotency.h"
#include "core/storage/server/catalogue.h"
#include "core/storage/server/photostore.h"

#include <QtCore/QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// The product before the change; a new one has nothing but the shop's currency.
Result<Product> productBefore(Database &database, qint64 productId,
                              const std::optional<qint64> &basedOn)
{
    if (productId == 0) {
        if (store::countProducts(database) >= MenuEditor::mostProducts)
            return refuse(RefusalCode::OutOfRange, u"products"_s,
                          QString::number(MenuEditor::mostProducts));
        Product fresh;
        fresh.version = 0;
        fresh.price.currency = store::shopCurrency(database);
        return fresh;
    }
    auto found = store::findProduct(database, productId);
    if (!found)
        return refuse(RefusalCode::NotFound);
    if (basedOn && *basedOn != found->version)
        return refuse(RefusalCode::StaleVersion, u"basedOn"_s, QString::number(found->version));
    return std::move(*found);
}

Result<Product> makeChange(Transaction &transaction, qint64 productId, const FieldChange &change)
{
    Database &database = transaction.db();
    const auto before = productBefore(database, productId, change.basedOn);
    if (!before)
        return tl::unexpected(before.error());
    auto next = changedProduct(*before, change.fields);
    if (!next)
        return next;
    for (const QString &photo : std::as_const(next->photos)) {
        if (!store::hasPhoto(database, photo))
            return refuse(RefusalCode::InvalidPhoto, u"photos"_s, u"unknown"_s);
    }
    const auto namesake = store::findProductByName(database, next->name);
    if (namesake && namesake->id != productId)
        return refuse(RefusalCode::NameTaken, u"name"_s);
    if (productId == 0) {
        next->id = transaction.nextId("product"_L1);
        store::insertProduct(database, *next);
    } else {
        store::updateProduct(database, *next);
    }
    const QJsonObject detail{
        {u"fields"_s, QJsonArray::fromStringList(namedFields(productFields(), change.fields))},
        {u"priceMinor"_s, next->price.minor},
        {u"device"_s, change.deviceId}};
    transaction.record(
        {0, Actor::Florist, u"setProduct"_s, DocumentType::Product, next->id, detail, false});
    return next;
}

} // namespace

QFuture<Result<Product>> MenuEditor::change(qint64 productId, FieldChange change)
{
    return m_writer.write(
        [productId, change = std::move(change)](Transaction &transaction) -> Result<Product> {
            const auto earlier = earlierCall(transaction, change.key);
            if (!earlier)
                return refuse(earlier.error());
            if (*earlier) {
                auto made = store::findProduct(transaction.db(), **earlier);
                if (!made)
                    return refuse(RefusalCode::NotFound);
                return std::move(*made);
            }
            auto made = makeChange(transaction, productId, change);
            if (made)
                rememberCall(transaction, change.key, made->id);
            return made;
        });
}

} // namespace petalpost::server
