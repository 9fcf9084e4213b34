// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/roadaddress.h"

#include <QtCore/QStringList>

#include <optional>

namespace petalpost::server {

/// An address and the words it is found by.
struct AddressEntry
{
    RoadAddress address;
    QStringList keys; ///< normalised: without spaces
};

/// Reads one row of the register's text file 도로명주소 한글 (rnaddrkor_*.txt): 24 columns, `|`
/// between them. Nothing for a row that is none.
std::optional<AddressEntry> addressFromRow(const QString &row);

/// Decodes a file of the register: Korean Windows (CP949), or UTF-8 where it is valid.
QString decodedRow(const QByteArray &bytes);

/// What a person typed as the words of a key: "역삼로 180-1" is "역삼로180-1".
QString addressKey(const QString &typed);

} // namespace petalpost::server
