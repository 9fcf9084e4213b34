// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/ticketsheet.h"

namespace petalpost::desk {

/// What the customer paid, on the 80 mm roll of a till: as long as what stands on it, black alone.
class ReceiptSheet final : public Sheet
{
public:
    ReceiptSheet(Order order, TicketFacts facts, const QFont &font);

    QSizeF sizeMm() const override { return {widthMm, m_lengthMm}; }
    void draw(QPainter &painter) const override;
    bool fits() const override { return true; }

private:
    static constexpr qreal widthMm = 80;

    void fill(Column &column) const;
    void fillMoney(Column &column) const;
    QRectF area() const;

    const Order m_order;
    const TicketFacts m_facts;
    const QFont m_font;
    qreal m_lengthMm = 0;
};

} // namespace petalpost::desk
