// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/shop.h"

namespace petalpost {

/// Bounds of what an owner sets. Lengths in characters.
namespace shopbounds {
inline constexpr int name = 40;
inline constexpr int reason = 60;
inline constexpr int business = 120;
inline constexpr int windows = 24;
inline constexpr int closedDays = 366;
inline constexpr int capacity = 999; ///< orders in one window
inline constexpr int minutesPerDay = 24 * 60;
inline constexpr int cutOffMinutes = 7 * minutesPerDay;
inline constexpr int horizonDays = 365;
inline constexpr int warningMinutes = 12 * 60; ///< of travel and ageing limits
inline constexpr qint64 pauseMs = 7LL * minutesPerDay * 60'000; ///< from now on
} // namespace shopbounds

/// Whether an owner may set \a shop as it is at \a nowMs. Refuses with the wire name of the field:
/// MissingField, TooLong, InvalidText, InvalidPhone and OutOfRange, whose value is the bound, or
/// for `windows` the two windows that lie over each other, "10:00/12:00 11:00/13:00". Windows and
/// closed days are expected in the order of time.
Result<void> checkShop(const Shop &shop, qint64 nowMs);

} // namespace petalpost
