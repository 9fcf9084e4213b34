// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/sheet.h"

#include <QtCore/QPointF>

namespace petalpost::desk {

/// A page to measure: a frame at a known distance from the edges, and letters that are often lost.
class TestSheet final : public Sheet
{
public:
    /// \a offsetMm is only said; whoever prints the page moves it.
    TestSheet(QString printer, const QPointF &offsetMm, const QFont &font);

    QSizeF sizeMm() const override { return {148, 210}; }
    void draw(QPainter &painter) const override;
    bool fits() const override { return true; }

private:
    const QString m_printer;
    const QPointF m_offsetMm;
    const QFont m_font;
};

} // namespace petalpost::desk
