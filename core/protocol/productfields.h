// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/product.h"
#include "core/domain/result.h"

#include <QtCore/QJsonObject>

#include <span>

namespace petalpost {

/// Bounds of what a shop sells.
namespace productbounds {
inline constexpr int name = 60; ///< characters
inline constexpr int description = 1'000; ///< characters
inline constexpr qint64 priceMinor = 1'000'000'000; ///< at most
inline constexpr int dailyLimit = 10'000;
} // namespace productbounds

/// The wire names of what the desk changes of a product.
std::span<const QLatin1StringView> productFields();

/// \a product with the fields that \a change names, tidied and checked, and its version one higher;
/// fields that are not named stay, so that two desks that change different things do not undo each
/// other's work. Members that are no fields are ignored. Refuses with MissingField (`fields` when
/// none is named, else the field that may not be empty), WrongType, TooLong, InvalidText,
/// InvalidPhoto and OutOfRange with the field. Both programs use it, so that the desk refuses what
/// the server would.
Result<Product> changedProduct(const Product &product, const QJsonObject &change);

} // namespace petalpost
