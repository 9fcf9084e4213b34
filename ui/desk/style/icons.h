// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace petalpost::desk {

/// Draws the line icons of :/icons in any colour and keeps what it has drawn. GUI thread only.
class Icons
{
public:
    Icons();

    /// The icon `name` (for example "bell") as a square of logicalSize × logicalSize, sharp at
    /// that device pixel ratio. An unknown name gives a null pixmap and a warning.
    QPixmap pixmap(const QString &name, const QColor &colour, qreal logicalSize, qreal dpr);

    /// The same for widgets: drawn for the pixel ratios 1, 1.5 and 2. `disabled` colours the
    /// disabled mode; without it Qt greys the icon itself.
    QIcon icon(const QString &name, const QColor &colour, qreal logicalSize,
               const QColor &disabled = {});

    qsizetype cachedCount() const { return m_cache.count(); }

private:
    QCache<QString, QPixmap> m_cache;
};

} // namespace petalpost::desk
