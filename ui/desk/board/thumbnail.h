// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QColor>

class QPainter;

namespace petalpost::desk {

class Icons;

/// The two colours that stand for a product without a photo.
struct TileColours
{
    QColor ground;
    QColor ink;
};

/// Always the same colours for the same product, so that a florist learns them. \a picture is the
/// base name of its picture, or its name.
TileColours tileColours(const QString &picture, bool dark);

/// A flower on a tile in the product's colours.
void drawThumbnail(QPainter &painter, const QRectF &tile, const QString &picture, bool dark,
                   Icons &icons);

} // namespace petalpost::desk
