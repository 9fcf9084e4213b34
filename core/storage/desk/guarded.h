// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"
#include "core/storage/database.h"

#include <type_traits>

namespace petalpost {

inline tl::unexpected<Refusal> storageFailed(const StorageError &error)
{
    return refuse(RefusalCode::StorageFailed, {}, QString::fromUtf8(error.what()));
}

/// Runs \a read and turns a fault of the database into a refusal.
template<class Function>
auto guarded(Function read) -> Result<std::invoke_result_t<Function>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Function>>) {
            read();
            return {};
        } else {
            return read();
        }
    } catch (const StorageError &error) {
        return storageFailed(error);
    }
}

/// Ends a transaction that a fault has left open. Some faults end it by themselves, and then there
/// is nothing to roll back: that must not hide the fault which came first.
inline void rollBackQuietly(Database &database)
{
    try {
        database.rollback();
    } catch (const StorageError &) {
    }
}

/// As guarded(), in one transaction that is rolled back by a fault.
template<class Function>
auto inTransaction(Database &database, Function write) -> Result<std::invoke_result_t<Function>>
{
    return guarded([&] {
        try {
            database.begin();
            if constexpr (std::is_void_v<std::invoke_result_t<Function>>) {
                write();
                database.commit();
            } else {
                auto written = write();
                database.commit();
                return written;
            }
        } catch (const StorageError &) {
            rollBackQuietly(database);
            throw;
        }
    });
}

} // namespace petalpost
