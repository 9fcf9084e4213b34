// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/productfields.h"

#include "core/domain/draft.h"
#include "core/domain/photo.h"
#include "core/protocol/documents.h"
#include "core/protocol/namedfields.h"

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

constexpr std::array fieldNames{
    "name"_L1,    "nameEn"_L1,      "description"_L1, "descriptionEn"_L1, "price"_L1,  "hidden"_L1,
    "soldOut"_L1, "needsWindow"_L1, "dailyLimit"_L1,  "taxFree"_L1,       "photos"_L1,
};

void tidy(Product &product)
{
    for (QString *text : {&product.name, &product.nameEn})
        *text = text->simplified().normalized(QString::NormalizationForm_C);
    for (QString *text : {&product.description, &product.descriptionEn})
        *text = text->trimmed().normalized(QString::NormalizationForm_C);
}

Result<void> checkRange(QLatin1StringView field, qint64 value, qint64 least, qint64 most)
{
    if (value < least || value > most)
        return refuse(RefusalCode::OutOfRange, field, u"%1–%2"_s.arg(least).arg(most));
    return {};
}

Result<void> checkPhotos(const QStringList &photos)
{
    if (photos.size() > photobounds::ofProduct)
        return refuse(RefusalCode::OutOfRange, u"photos"_s,
                      QString::number(photobounds::ofProduct));
    if (!std::ranges::all_of(photos, [](const QString &id) { return isPhotoId(id); }))
        return refuse(RefusalCode::InvalidPhoto, u"photos"_s, u"unknown"_s);
    return {};
}

/// \a limit: the daily limit before it was made an int, which does not hold every number.
Result<void> check(const Product &product, const Currency &currency, qint64 limit)
{
    if (product.name.isEmpty())
        return refuse(RefusalCode::MissingField, u"name"_s);
    if (product.price.currency != currency)
        return refuse(RefusalCode::OutOfRange, u"price"_s, currency.code);
    using namespace productbounds;
    return checkText(u"name"_s, product.name, name)
        .and_then([&] { return checkText(u"nameEn"_s, product.nameEn, name); })
        .and_then(
            [&] { return checkText(u"description"_s, product.description, description, true); })
        .and_then(
            [&] { return checkText(u"descriptionEn"_s, product.descriptionEn, description, true); })
        .and_then([&] { return checkRange("price"_L1, product.price.minor, 1, priceMinor); })
        .and_then([&] { return checkRange("dailyLimit"_L1, limit, 0, dailyLimit); })
        .and_then([&] { return checkPhotos(product.photos); });
}

} // namespace

std::span<const QLatin1StringView> productFields()
{
    return fieldNames;
}

Result<Product> changedProduct(const Product &product, const QJsonObject &change)
{
    if (namedFields(fieldNames, change).isEmpty())
        return refuse(RefusalCode::MissingField, u"fields"_s);
    const QJsonObject json = withNamedFields(toJson(product), fieldNames, change);
    auto next = productFromJson(json);
    if (!next)
        return next;
    tidy(*next);
    if (const auto checked =
            check(*next, product.price.currency, json.value("dailyLimit"_L1).toInteger());
        !checked)
        return refuse(checked.error());
    next->version = product.version + 1;
    return next;
}

} // namespace petalpost
