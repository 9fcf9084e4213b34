// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/money.h"

#include <QtCore/QDate>

#include <vector>

namespace petalpost {

/// What was sold, in minor units of one currency: of orders that were paid on a day, what customers
/// paid less what went back to them, whenever that was. So a day's figure falls when one of its
/// orders is refunded later.
struct SalesFigures
{
    qint64 orders = 0;
    qint64 pieces = 0;
    qint64 grossMinor = 0; ///< paid
    qint64 refundedMinor = 0; ///< given back, or promised back; at most the gross

    bool operator==(const SalesFigures &) const = default;
    qint64 netMinor() const { return grossMinor - refundedMinor; }
    SalesFigures &operator+=(const SalesFigures &other)
    {
        orders += other.orders;
        pieces += other.pieces;
        grossMinor += other.grossMinor;
        refundedMinor += other.refundedMinor;
        return *this;
    }
};

struct DaySales
{
    QDate date; ///< in the shop's time zone
    SalesFigures figures;

    bool operator==(const DaySales &) const = default;
};

struct ProductSales
{
    qint64 productId = 0;
    QString name; ///< as the menu has it now
    QString nameEn;
    SalesFigures figures;

    bool operator==(const ProductSales &) const = default;
};

/// The sales of some days: the same numbers by day and by product.
struct Sales
{
    Currency currency;
    std::vector<DaySales> days; ///< each day, also those without an order; oldest first
    std::vector<ProductSales> products; ///< those that were sold; the largest net first

    bool operator==(const Sales &) const = default;

    static constexpr int mostDays = 92; ///< in one answer

    SalesFigures total() const
    {
        SalesFigures sum;
        for (const DaySales &day : days)
            sum += day.figures;
        return sum;
    }
};

} // namespace petalpost
