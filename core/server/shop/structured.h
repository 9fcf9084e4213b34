// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/orders/reviews.h"
#include "core/server/shop/texts.h"

#include <QtCore/QJsonObject>

namespace petalpost::server {

// What search engines read of a page: schema.org, as JSON-LD.

/// \a data for a `<script type="application/ld+json">`, which no browser runs. Nothing that it
/// holds can end the element: `<`, `>` and `&` are written as escapes of JSON.
QString dataBlock(const QJsonObject &data);

/// The shop as a Florist; \a homeUrl is absolute.
QJsonObject shopData(const Texts &texts, const QString &homeUrl);
/// A Product with its Offer; \a pageUrl and \a pictureUrl (empty: none) are absolute. Its rating is
/// named only when there are reviews.
QJsonObject productData(const Texts &texts, const Product &product,
                        const store::ReviewSummary &reviews, const QString &pageUrl,
                        const QString &pictureUrl);

} // namespace petalpost::server
