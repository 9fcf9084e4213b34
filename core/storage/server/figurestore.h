// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/figures.h"
#include "core/storage/database.h"

#include <vector>

namespace petalpost::store {

/// What was sold of one product in a quarter of an hour: the steps in which time zones differ.
struct SoldInQuarter
{
    static constexpr qint64 quarterMs = 15 * 60 * 1000;

    qint64 quarter = 0; ///< of the payment, counted from the epoch
    qint64 productId = 0;
    SalesFigures figures;
};

/// Of orders paid from \a fromMs to before \a toMs. Money marked as paid by a florist counts as its
/// order's total, and as given back with a cancel; an order that makes another good costs nothing.
std::vector<SoldInQuarter> sold(Database &database, qint64 fromMs, qint64 toMs);

} // namespace petalpost::store
