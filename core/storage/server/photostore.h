// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

namespace petalpost::store {

/// A photo as it is kept: two WebP renderings, and nothing of the file that was sent.
struct PhotoRow
{
    QString id; ///< see photoId()
    QByteArray small;
    QByteArray large;
    qint64 wantedAtMs = 0; ///< when somebody last sent it
};

void insertPhoto(Database &database, const PhotoRow &photo);
/// Notes that the photo \a id was sent again; false when it is not there.
bool wantPhoto(Database &database, const QString &id, qint64 nowMs);
bool hasPhoto(Database &database, const QString &id);
/// Null when there is no such photo.
QByteArray photoRendering(Database &database, const QString &id, bool large);
/// Removes at most \a limit photos that nobody sent since \a beforeMs and that nothing shows.
int removeUnusedPhotos(Database &database, qint64 beforeMs, int limit);

} // namespace petalpost::store
