// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/migrations.h"

namespace petalpost {

/// The schema steps of the server's database, oldest first.
std::span<const Migration> serverMigrations();

} // namespace petalpost
