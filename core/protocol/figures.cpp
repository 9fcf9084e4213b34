// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/figures.h"

#include "core/protocol/jsonreader.h"

#include <QtCore/QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace petalpost {

namespace {

QJsonObject figuresJson(const SalesFigures &figures)
{
    return {{u"orders"_s, figures.orders},
            {u"pieces"_s, figures.pieces},
            {u"grossMinor"_s, figures.grossMinor},
            {u"refundedMinor"_s, figures.refundedMinor},
            {u"netMinor"_s, figures.netMinor()}};
}

SalesFigures figuresOf(JsonReader &in)
{
    return {in.number("orders"_L1), in.number("pieces"_L1), in.number("grossMinor"_L1),
            in.number("refundedMinor"_L1)};
}

} // namespace

QJsonObject toJson(const Sales &sales)
{
    QJsonArray days;
    for (const DaySales &day : sales.days) {
        QJsonObject json = figuresJson(day.figures);
        json.insert(u"date"_s, day.date.toString(Qt::ISODate));
        days.append(json);
    }
    QJsonArray products;
    for (const ProductSales &product : sales.products) {
        QJsonObject json = figuresJson(product.figures);
        json.insert(u"productId"_s, product.productId);
        json.insert(u"name"_s, product.name);
        json.insert(u"nameEn"_s, product.nameEn);
        products.append(json);
    }
    return {{u"currency"_s, sales.currency.code},
            {u"exponent"_s, sales.currency.exponent},
            {u"days"_s, days},
            {u"products"_s, products},
            {u"total"_s, figuresJson(sales.total())}};
}

Result<Sales> salesFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Sales sales;
    sales.currency = {in.text("currency"_L1), int(in.number("exponent"_L1))};
    in.require("days"_L1);
    for (const auto &value : in.array("days"_L1)) {
        const QJsonObject object = value.toObject();
        JsonReader day(object, u"days."_s);
        const QDate date = QDate::fromString(day.text("date"_L1), Qt::ISODate);
        sales.days.push_back({date, figuresOf(day)});
        if (!date.isValid())
            return refuse(RefusalCode::OutOfRange, u"days.date"_s);
        if (day.failed())
            return refuse(day.refusal());
    }
    for (const auto &value : in.array("products"_L1)) {
        const QJsonObject object = value.toObject();
        JsonReader product(object, u"products."_s);
        sales.products.push_back({product.number("productId"_L1), product.text("name"_L1),
                                  product.text("nameEn"_L1), figuresOf(product)});
        if (product.failed())
            return refuse(product.refusal());
    }
    if (in.failed())
        return refuse(in.refusal());
    return sales;
}

} // namespace petalpost
