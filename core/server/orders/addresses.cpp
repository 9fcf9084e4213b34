// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/addresses.h"

#include <QtCore/QByteArrayList>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

QByteArray countedAddress(const QByteArray &address)
{
    constexpr qsizetype allGroups = 8;
    constexpr qsizetype countedGroups = 4;
    if (address.contains('.') || !address.contains(':'))
        return address;
    const qsizetype gap = address.indexOf("::");
    QByteArrayList groups = (gap < 0 ? address : address.first(gap)).split(':');
    if (gap >= 0)
        groups.resize(allGroups, "0"_ba); // what follows the gap lies behind the /64 or is counted
    return groups.first(countedGroups).join(':');
}

} // namespace petalpost::server
