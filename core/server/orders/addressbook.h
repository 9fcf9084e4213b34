// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/order.h"
#include "core/domain/roadaddress.h"
#include "core/storage/server/reader.h"

#include <vector>

namespace petalpost::server {

/// What was found for what somebody typed.
struct FoundAddresses
{
    std::vector<RoadAddress> addresses; ///< at most AddressBook::most
    bool more = false; ///< there are others that begin alike
};

/// Where the shop delivers, as far as addresses were loaded. Without any every question is answered
/// with nothing, and customers write their address themselves. Lives in the server's thread.
class AddressBook
{
public:
    static constexpr int most = 20;
    static constexpr qsizetype longestQuestion = 100; ///< characters; the rest is not read

    explicit AddressBook(Reader &reader)
        : m_reader(reader)
    {
    }

    /// By road and number, by 동 and lot number, or by the name of a building; what people write
    /// before and after it (province, district, flat) does not disturb.
    QFuture<Result<FoundAddresses>> search(const QString &typed);
    /// Refuses with NotFound.
    QFuture<Result<RoadAddress>> address(const QString &id);
    /// Names of the districts; empty while no addresses are loaded.
    QFuture<Result<QStringList>> districts();

private:
    Reader &m_reader;
};

/// The one address that \a typed names in full; nothing when there is none or several.
std::optional<RoadAddress> recognisedAddress(Database &database, const QString &typed);

/// Adds the neighbourhood and the postal code that the register knows of an \a address that is one
/// of its own. What somebody wrote stays as it is.
void completeAddress(Database &database, Address &address);

/// Whether \a typed names a district and none of \a districts.
bool isElsewhere(const QString &typed, const QStringList &districts);

} // namespace petalpost::server
