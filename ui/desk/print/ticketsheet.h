// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/shop.h"
#include "ui/desk/print/sheet.h"

namespace petalpost::desk {

class Column;

/// What a ticket says besides the order.
struct TicketFacts
{
    Shop shop;
    qint64 nowMs = 0; ///< server time
    int copy = 1; ///< a reprint says which one it is
};

/// An A5 page in black alone: what the maker needs above the tear line, without a telephone number,
/// and the delivery slip below it.
class TicketSheet final : public Sheet
{
public:
    TicketSheet(Order order, TicketFacts facts, const QFont &font);

    QSizeF sizeMm() const override { return {148, 210}; }
    void draw(QPainter &painter) const override;
    bool fits() const override { return m_fits; }

private:
    void fit();
    void fillWork(Column &column) const;
    void fillSlip(Column &column) const;
    qreal heightOf(void (TicketSheet::*fill)(Column &) const) const;
    QRectF area() const;
    QString message() const;
    QString ribbon() const;

    const Order m_order;
    const TicketFacts m_facts;
    const QFont m_font;
    qreal m_scale = 1;
    qreal m_slipTop = 0;
    bool m_fits = false;
};

} // namespace petalpost::desk
