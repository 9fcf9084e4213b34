// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QPointF>
#include <QtCore/QSizeF>
#include <QtGui/QFont>

class QPaintDevice;
class QPainter;

namespace petalpost::desk {

/// Units of a sheet in a millimetre: what is drawn on it is laid out in tenths.
inline constexpr qreal sheetUnits = 10;

/// One page of paper. It looks the same on a printer, in a PDF and in a preview.
class Sheet
{
public:
    Sheet() = default;
    virtual ~Sheet() = default;
    Q_DISABLE_COPY_MOVE(Sheet)

    virtual QSizeF sizeMm() const = 0;
    /// Draws in units of sheetUnits, from the paper's top left corner.
    virtual void draw(QPainter &painter) const = 0;
    /// Whether everything that belongs on it has room.
    virtual bool fits() const = 0;
    /// What it is called in a preview beside others; empty where it stands alone.
    virtual QString name() const { return {}; }
};

/// \a font of \a points on a sheet, whatever the device's resolution.
QFont sheetFont(QFont font, qreal points, bool bold = false);

/// Fills \a device, whose page must have the sheet's size, with \a sheet. False when the device
/// takes nothing.
bool paintSheet(const Sheet &sheet, QPaintDevice &device);
/// Draws \a sheet on the present page of \a painter, moved right and down by \a offsetMm.
void paintPage(const Sheet &sheet, QPainter &painter, const QPointF &offsetMm = {});

/// The characters of \a text, each once, that no font on this computer can print.
QString unprintable(const QString &text, const QFont &font);
/// \a text without them, and without what only belonged to them.
QString printableOnly(const QString &text, const QFont &font);

} // namespace petalpost::desk
