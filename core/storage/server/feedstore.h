// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/documents.h"
#include "core/storage/database.h"

namespace petalpost::store {

/// The documents changed after \a after, each once at its newest state, by their last number. One
/// statement reads entries and documents, so they agree on either engine. The cursor is the last
/// number sent; a cursor of another epoch starts over from 0.
FeedPage readFeed(Database &database, const FeedCursor &after, int limit);

} // namespace petalpost::store
