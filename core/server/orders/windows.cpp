// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/windows.h"

#include "core/storage/server/catalogue.h"

namespace petalpost::server {

namespace {

constexpr int windowsToSuggest = 60; ///< how many are tried for the nearest free one

} // namespace

QString nearestFreeWindow(Database &database, const Shop &shop, const DeliveryWindow &wanted,
                          qint64 nowMs)
{
    int tried = 0;
    for (QDate date = wanted.date; tried < windowsToSuggest; date = date.addDays(1)) {
        if (date > shop.today(nowMs).addDays(shop.horizonDays))
            break;
        for (const WindowRule &rule : shop.windows) {
            const DeliveryWindow candidate{date, rule.startMinute, rule.endMinute};
            const bool later = date > wanted.date || rule.startMinute > wanted.startMinute;
            if (later && checkWindow(shop, candidate, nowMs)
                && store::takenPlaces(database, candidate.key()) < rule.capacity)
                return candidate.key();
            ++tried;
        }
    }
    return {};
}

} // namespace petalpost::server
