// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/migrations.h"

namespace petalpost {

/// The numbered steps of the desk's local copy. Steps that were released never change.
std::span<const Migration> deskMigrations();

} // namespace petalpost
