// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/product.h"
#include "core/domain/shop.h"
#include "core/storage/server/writer.h"

namespace petalpost::test {

/// Thursday 8 May 2025, 12:30 in Seoul: the window 10–12 is over, 14–16 can still be ordered.
qint64 testNoonMs();
inline constexpr qint64 minuteMs = 60'000;

/// A shop with four windows a day (the last with one place), closed on Sunday 11 May with a reason.
Shop testShop();
/// "2025-05-08T14:00/16:00" for a day after today and the hour it starts.
QString testWindow(int daysAhead, int startHour);

/// Ids of the products that writeTestShop() makes.
enum TestProduct : qint64 {
    Peony = 1,
    Tulip,
    SoldOutRose,
    Limited,
    Precious,
    HiddenRose,
    HiddenAaaa
};
/// How many of `Limited` can be had a day.
inline constexpr int testDailyLimit = 2;

/// Writes the shop and its products into an empty database and waits for it.
void writeTestShop(Writer &writer);

} // namespace petalpost::test
