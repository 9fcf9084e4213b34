// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <span>

namespace petalpost {

/// One step of a schema. Frozen once released: a change is a new step with the next number.
/// In a statement `{id}` stands for the engine's 64-bit key type and `{blob}` for its bytes type.
struct Migration
{
    int version; ///< 1, 2, 3 … without gaps
    std::span<const char *const> statements;
};

/// Brings \a database to the newest of \a migrations, each step and its number in one transaction.
/// Throws StorageError, also for a file written by a newer version, which is left untouched.
void migrate(Database &database, std::span<const Migration> migrations);

} // namespace petalpost
