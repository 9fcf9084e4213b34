// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/figures.h"

#include "core/storage/server/catalogue.h"
#include "core/storage/server/figurestore.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

Sales salesOf(Database &database, const QTimeZone &zone, QDate from, QDate to)
{
    Sales sales;
    sales.currency = store::shopCurrency(database);
    for (QDate date = from; date <= to; date = date.addDays(1))
        sales.days.push_back({date, {}});
    std::map<qint64, SalesFigures> byProduct;
    const auto quarters = store::sold(database, from.startOfDay(zone).toMSecsSinceEpoch(),
                                      to.addDays(1).startOfDay(zone).toMSecsSinceEpoch());
    for (const store::SoldInQuarter &sold : quarters) {
        const QDate date =
            QDateTime::fromMSecsSinceEpoch(sold.quarter * sold.quarterMs, zone).date();
        sales.days[static_cast<std::size_t>(from.daysTo(date))].figures += sold.figures;
        byProduct[sold.productId] += sold.figures;
    }
    for (const auto &[id, figures] : byProduct) {
        const auto product = store::findProduct(database, id).value_or(Product());
        sales.products.push_back({id, product.name, product.nameEn, figures});
    }
    std::ranges::stable_sort(sales.products, std::greater(), [](const ProductSales &product) {
        return product.figures.netMinor();
    });
    return sales;
}

} // namespace

QFuture<Result<Sales>> Figures::sales(QDate from, QDate to)
{
    return m_reader.read([this, from, to](Database &database) -> Result<Sales> {
        if (!from.isValid() || from.year() < 2000 || from.year() > 9000)
            return refuse(RefusalCode::OutOfRange, u"from"_s, u"YYYY-MM-DD"_s);
        if (!to.isValid() || to < from || from.daysTo(to) >= Sales::mostDays)
            return refuse(RefusalCode::OutOfRange, u"to"_s, QString::number(Sales::mostDays));
        return salesOf(database, m_shop.read(database).zone, from, to);
    });
}

} // namespace petalpost::server
