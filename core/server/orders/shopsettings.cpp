// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/shopsettings.h"

#include "core/protocol/namedfields.h"
#include "core/server/orders/idempotency.h"
#include "core/storage/server/catalogue.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr qint64 shopId = 1; ///< there is one

} // namespace

QFuture<Result<Shop>> ShopSettings::change(FieldChange change)
{
    return m_writer.write([this,
                           change = std::move(change)](Transaction &transaction) -> Result<Shop> {
        const auto earlier = earlierCall(transaction, change.key);
        if (!earlier)
            return refuse(earlier.error());
        const Shop shop = m_shop.read(transaction.db());
        if (*earlier)
            return shop;
        if (change.basedOn && *change.basedOn != shop.version)
            return refuse(RefusalCode::StaleVersion, u"basedOn"_s, QString::number(shop.version));
        auto next = changedShop(shop, change.fields, transaction.nowMs());
        if (!next)
            return next;
        store::writeShop(transaction.db(), *next);
        // Which settings, not what they say: a name or a number may be a person's.
        const QJsonObject detail{
            {u"settings"_s, QJsonArray::fromStringList(namedFields(shopSettings(), change.fields))},
            {u"device"_s, change.deviceId}};
        transaction.record(
            {0, Actor::Florist, u"setShop"_s, DocumentType::Shop, shopId, detail, false});
        rememberCall(transaction, change.key, shopId);
        return next;
    });
}

} // namespace petalpost::server
