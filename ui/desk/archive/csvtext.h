// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"

#include <QtCore/QTimeZone>

/// Orders as a table for other programs: RFC 4180 in UTF-8 with a byte order mark, in the language
/// of the interface. No field begins like a formula, whatever customers have typed.
namespace petalpost::desk::csv {

/// The byte order mark and the line with the names of the columns.
QByteArray head();
/// One line; times in \a zone.
QByteArray line(const Order &order, const QTimeZone &zone);
/// \a text in quotation marks, with an apostrophe before what a spreadsheet would calculate.
QString field(const QString &text);

} // namespace petalpost::desk::csv
