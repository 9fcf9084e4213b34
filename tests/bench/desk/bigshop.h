// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

namespace petalpost::bench {

/// Puts \a count orders of two years into the server's database \a path, which no server has open:
/// the newest forty are today's work, the others are delivered. The same every time.
void fillShop(const QString &path, int count);

} // namespace petalpost::bench
