// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desk/board/thumbnail.h"

#include "ui/desk/style/icons.h"

#include <array>

#include <QtGui/QPainter>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::desk {

namespace {

struct Tint
{
    QLatin1StringView picture; ///< empty for tints that only unknown products use
    QRgb light;
    QRgb dark;
};

/// The flower's own colour where the picture says which flower it is.
constexpr std::array tints{
    Tint{"peony"_L1, 0xffffd6e4, 0xffb5647f},
    Tint{"tulip"_L1, 0xffffdf94, 0xffbb9139},
    Tint{"orchid"_L1, 0xffeadcff, 0xff8f6ab8},
    Tint{"ranunculus"_L1, 0xffffd6b0, 0xffbd7f48},
    Tint{"rosebox"_L1, 0xffff7069, 0xffa33432},
    Tint{"hydrangea"_L1, 0xffadc8ff, 0xff5471ae},
    Tint{"carnation"_L1, 0xffffb6c1, 0xffb95564},
    Tint{"plant"_L1, 0xff86dd98, 0xff457f52},
    Tint{"freesia"_L1, 0xfffff09a, 0xffa99a3c},
    Tint{"lily"_L1, 0xfff3efe0, 0xff8b8872},
    Tint{"sunflower"_L1, 0xffffd45c, 0xffb48a1f},
    Tint{"gypsophila"_L1, 0xffe3ece4, 0xff71867a},
    Tint{QLatin1StringView(), 0xffc9ecd9, 0xff47806a},
    Tint{QLatin1StringView(), 0xfff6cfe9, 0xff9d5a8a},
};

const Tint &tintOf(const QString &picture)
{
    std::size_t sum = 0;
    for (const Tint &tint : tints) {
        if (!tint.picture.isEmpty() && picture == tint.picture)
            return tint;
    }
    // Not qHash: its seed changes from run to run.
    for (const QChar c : picture)
        sum = sum * 31 + c.unicode();
    return tints[sum % tints.size()];
}

} // namespace

TileColours tileColours(const QString &picture, bool dark)
{
    const Tint &tint = tintOf(picture);
    const QColor ground = QColor::fromRgb(dark ? tint.dark : tint.light);
    return {ground, ground.darker(dark ? 280 : 240)};
}

void drawThumbnail(QPainter &painter, const QRectF &tile, const QString &picture, bool dark,
                   Icons &icons)
{
    const TileColours colours = tileColours(picture, dark);
    const qreal side = qRound(tile.width() * 0.55);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(tile, 6, 6);
    const QPointF at(qRound(tile.center().x() - side / 2), qRound(tile.center().y() - side / 2));
    painter.drawPixmap(
        at, icons.pixmap(u"flower-2"_s, colours.ink, side, painter.device()->devicePixelRatioF()));
    painter.restore();
}

} // namespace petalpost::desk
