// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"
#include "core/storage/database.h"

#include <QtCore/QFuture>

namespace petalpost {

/// Reads from a snapshot that no writer disturbs. On SQLite a read takes microseconds and runs in
/// the caller's thread: the returned future is already finished and awaiting it does not suspend.
/// Lives in the thread that made it.
class Reader
{
public:
    /// Opens the existing database \a path read-only. Throws StorageError.
    explicit Reader(const QString &path)
        : m_database(path, Database::Mode::ReadOnly)
    {
    }

    /// Runs \a function, a `Result<T>(Database &)`, in one snapshot.
    template<class Function>
    auto read(Function function) -> QFuture<std::invoke_result_t<Function, Database &>>
    {
        return QtFuture::makeReadyFuture(readNow(std::move(function)));
    }

private:
    template<class Function>
    auto readNow(Function function) -> std::invoke_result_t<Function, Database &>
    {
        try {
            m_database.run("BEGIN");
            auto outcome = function(m_database);
            m_database.run("COMMIT");
            return outcome;
        } catch (const StorageError &error) {
            return failed(error);
        }
    }

    tl::unexpected<Refusal> failed(const StorageError &error);

    Database m_database;
};

} // namespace petalpost
