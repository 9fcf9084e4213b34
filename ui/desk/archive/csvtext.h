// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"

#include <QtCore/QTimeZone>

/// Orders as a table for other programs, in the language of the interface.
namespace petalpost::desk::csv {

/// The byte order mark and the line with the names of the columns.
QByteArray head();
/// One line; times in \a zone.
QByteArray line(const Order &order, const QTimeZone &zone);

} // namespace petalpost::desk::csv
