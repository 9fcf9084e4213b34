// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/roadaddress.h"
#include "core/storage/database.h"

#include <QtCore/QStringList>

#include <vector>

namespace petalpost::store {

/// Addresses are loaded generation by generation: what is being loaded is not seen before
/// showAddresses() switches to it, so a load that was cut off changes nothing.
qint64 shownAddresses(Database &database);
/// A generation that nothing is stored under.
qint64 newAddresses(Database &database);
/// Stores \a address to be found under each of \a keys, which the caller normalised.
void insertAddress(Database &database, qint64 generation, const RoadAddress &address,
                   const QStringList &keys);
void showAddresses(Database &database, qint64 generation, const QStringList &districts);
/// Deletes at most \a limit rows of every generation but \a kept; answers how many went.
int deleteOtherAddresses(Database &database, qint64 kept, int limit);

/// The districts of the shown addresses.
QStringList addressDistricts(Database &database);
/// At most \a limit shown addresses one of whose keys begins with \a prefix, in the order of keys.
std::vector<RoadAddress> addressesUnder(Database &database, const QString &prefix, int limit);
/// Shown addresses with exactly this key.
std::vector<RoadAddress> addressesAt(Database &database, const QString &key, int limit);
std::optional<RoadAddress> findAddress(Database &database, const QString &id);

} // namespace petalpost::store
