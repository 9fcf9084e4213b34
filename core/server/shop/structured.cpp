// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/shop/structured.h"

#include <QtCore/QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

const QString schema = u"https://schema.org"_s;

/// "89000" or "12.50": an amount as schema.org writes it.
QString plainAmount(const Money &money)
{
    const int exponent = money.currency.exponent;
    if (exponent <= 0)
        return QString::number(money.minor);
    QString digits = QString::number(money.minor).rightJustified(exponent + 1, u'0');
    return digits.insert(digits.size() - exponent, u'.');
}

} // namespace

QString dataBlock(const QJsonObject &data)
{
    QString text = QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact));
    return text.replace(u'<', "\\u003c"_L1).replace(u'>', "\\u003e"_L1).replace(u'&', "\\u0026"_L1);
}

QJsonObject shopData(const Texts &texts, const QString &homeUrl)
{
    QJsonObject data{{u"@context"_s, schema},
                     {u"@type"_s, u"Florist"_s},
                     {u"name"_s, texts.shopName()},
                     {u"url"_s, homeUrl}};
    if (!texts.shop().phone.isEmpty())
        data.insert(u"telephone"_s, texts.shop().phone);
    return data;
}

QJsonObject productData(const Texts &texts, const Product &product,
                        const store::ReviewSummary &reviews, const QString &pageUrl,
                        const QString &pictureUrl)
{
    const QString availability =
        product.soldOut ? u"https://schema.org/OutOfStock"_s : u"https://schema.org/InStock"_s;
    QJsonObject data{{u"@context"_s, schema},
                     {u"@type"_s, u"Product"_s},
                     {u"name"_s, texts.name(product)},
                     {u"description"_s, texts.description(product)},
                     {u"offers"_s, QJsonObject{{u"@type"_s, u"Offer"_s},
                                               {u"url"_s, pageUrl},
                                               {u"price"_s, plainAmount(product.price)},
                                               {u"priceCurrency"_s, product.price.currency.code},
                                               {u"availability"_s, availability}}}};
    if (!pictureUrl.isEmpty())
        data.insert(u"image"_s, pictureUrl);
    if (reviews.count > 0)
        data.insert(u"aggregateRating"_s, QJsonObject{{u"@type"_s, u"AggregateRating"_s},
                                                      {u"ratingValue"_s, reviews.averageText()},
                                                      {u"reviewCount"_s, reviews.count}});
    return data;
}

} // namespace petalpost::server
