// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "ui/desk/print/printpreset.h"
#include "ui/desk/print/sheet.h"

namespace petalpost::desk {

QFont cardFont(CardHand hand);

/// A card with its message in the middle, as large as there is room for, and the sender's name at
/// the bottom right unless the customer wants none.
class CardSheet final : public Sheet
{
public:
    /// \a message may be another than the order's, without what cannot be printed.
    CardSheet(const Order &order, QString message, CardSize size, CardHand hand);

    QSizeF sizeMm() const override { return cardSizeMm(m_size); }
    void draw(QPainter &painter) const override;
    bool fits() const override { return m_fits; }

private:
    void fit();
    QRectF area() const;

    const QString m_message;
    const QString m_name;
    const CardSize m_size;
    const QFont m_font;
    qreal m_points = 0;
    bool m_fits = false;
};

} // namespace petalpost::desk
