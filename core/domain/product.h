// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/money.h"

#include <QtCore/QStringList>

namespace petalpost {

/// Something the shop sells.
struct Product
{
    qint64 id = 0;
    qint64 version = 1;
    QString name; ///< Korean; the name the API and the older interface know it by
    QString nameEn;
    QString description;
    QString descriptionEn;
    Money price;
    QString picture; ///< base name of the demo shop's picture, e.g. "peony"; empty for all others
    QStringList photos; ///< see photoId(); the first one stands for the product
    bool hidden = false; ///< not on the web menu, still orderable by name
    bool soldOut = false;
    bool needsWindow = true; ///< sold without a delivery window when false
    int dailyLimit = 0; ///< pieces a day; 0 means no limit
    bool taxFree = false; ///< sold without value-added tax, as fresh flowers are in Korea

    bool operator==(const Product &) const = default;
};

} // namespace petalpost
