// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

namespace petalpost::paths {

// Route templates of the JSON interface, used by the server's router and by the desk's requests.
inline constexpr auto orders = "/orders";
inline constexpr auto order = "/orders/{id}";
inline constexpr auto orderLines = "/orders/{id}/lines";
inline constexpr auto deliveries = "/deliveries";
inline constexpr auto delivery = "/deliveries/{id}";
inline constexpr auto myPages = "/mypages";
inline constexpr auto reviews = "/reviews";
inline constexpr auto review = "/reviews/{id}";
inline constexpr auto payments = "/payments/{id}";
inline constexpr auto balance = "/balance";
inline constexpr auto balanceRepairs = "/balance/repairs";
inline constexpr auto notices = "/payments/webhooks/{provider}";
inline constexpr auto catalogue = "/catalogue";
inline constexpr auto product = "/catalogue/{id}";
inline constexpr auto photos = "/photos";
inline constexpr auto photo = "/photos/{file}";
inline constexpr auto windows = "/windows";
inline constexpr auto settings = "/settings";
inline constexpr auto figures = "/figures";
inline constexpr auto messages = "/messages";
inline constexpr auto changes = "/changes";
inline constexpr auto pairing = "/pairing";
inline constexpr auto devices = "/devices";
inline constexpr auto device = "/devices/{id}";
inline constexpr auto deviceCodes = "/devices/codes";

/// \a route with its {id} filled in.
inline QString withId(const char *route, qint64 id)
{
    return QString::fromLatin1(route).replace(QStringLiteral("{id}"), QString::number(id));
}

/// Where the rendering of the photo \a id that is \a widthPx wide is served, one of the two widths
/// of photobounds.
inline QString photoRendering(const QString &id, int widthPx)
{
    return QString::fromLatin1(photo).replace(
        QStringLiteral("{file}"), QStringLiteral("%1-%2.webp").arg(id, QString::number(widthPx)));
}

} // namespace petalpost::paths
