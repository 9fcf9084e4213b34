// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/money.h"

#include <QtCore/QStringList>

/// Tables for other programs: RFC 4180 in UTF-8 with a byte order mark. No field begins like a
/// formula, whatever customers have typed.
namespace petalpost::desk::csv {

/// What a file begins with, so that spreadsheets take it for UTF-8.
inline constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

/// \a text in quotation marks, with an apostrophe before what a spreadsheet would calculate.
QString field(const QString &text);
/// One line of the table, with its end.
QByteArray row(const QStringList &texts);
/// Without separators, so that a spreadsheet can add it up.
QString amount(const Money &money);

} // namespace petalpost::desk::csv
