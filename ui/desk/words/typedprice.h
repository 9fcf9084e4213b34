// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QRegularExpression>
#include <QtCore/QString>

/// Prices as a person types them: "89000", "89,000", or "12.50" where the currency has cents.
namespace petalpost::desk::typedprice {

/// What was typed, in minor units; 0 for nothing.
qint64 minorOf(QString typed, int exponent);
/// What may be typed at all.
QRegularExpression pattern(int exponent);

} // namespace petalpost::desk::typedprice
