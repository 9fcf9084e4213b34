// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/style/icons.h"

#include <cmath>

#include <QFile>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

#include "ui/desk/style/resources.h"

namespace petalpost::desk {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcIcons, "petalpost.style.icons")

/// Drawn pixmaps kept at once: about 60 icons in a handful of colours and sizes.
constexpr int cacheLimit = 1024;

QPixmap render(const QString &name, const QColor &colour, qreal logicalSize, qreal dpr)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcIcons) << "there is no icon named" << name;
        return {};
    }
    // QtSvg draws currentColor black, whatever the painter says.
    QByteArray svg = file.readAll();
    svg.replace(QByteArrayLiteral("currentColor"), colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    const int side = std::max(1, static_cast<int>(std::lround(logicalSize * dpr)));
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    pixmap.setDevicePixelRatio(dpr);
    return pixmap;
}

} // namespace

Icons::Icons()
    : m_cache(cacheLimit)
{
    initStyleResources();
}

QPixmap Icons::pixmap(const QString &name, const QColor &colour, qreal logicalSize, qreal dpr)
{
    const QString key = name % u'/' % colour.name(QColor::HexArgb) % u'/'
                        % QString::number(logicalSize) % u'@' % QString::number(dpr);
    if (const QPixmap *known = m_cache.object(key)) {
        return *known;
    }
    const QPixmap drawn = render(name, colour, logicalSize, dpr);
    if (!drawn.isNull()) {
        m_cache.insert(key, new QPixmap(drawn));
    }
    return drawn;
}

QIcon Icons::icon(const QString &name, const QColor &colour, qreal logicalSize,
                  const QColor &disabled)
{
    QIcon icon;
    for (const qreal dpr : {1.0, 1.5, 2.0}) {
        const QPixmap normal = pixmap(name, colour, logicalSize, dpr);
        if (normal.isNull()) {
            return {};
        }
        icon.addPixmap(normal);
        if (disabled.isValid()) {
            icon.addPixmap(pixmap(name, disabled, logicalSize, dpr), QIcon::Disabled);
        }
    }
    return icon;
}

} // namespace petalpost::desk
