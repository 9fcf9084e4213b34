// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"

namespace petalpost::desk {

/// How the desk speaks about its contact to the server; later stages are louder.
enum class SyncStage {
    Synced,
    Sending,
    Connecting, ///< for less than a minute
    Checking, ///< no contact for a minute: amber in the status bar
    Offline, ///< for two minutes: a banner, because new orders are invisible
    Missed, ///< for a quarter of an hour while the shop is open: the banner turns red
    SignedOut,
};

inline constexpr qint64 checkingAfterMs = 60'000;
inline constexpr qint64 offlineAfterMs = 120'000;
inline constexpr qint64 missedAfterMs = 15 * 60'000;

/// \a startedMs stands in for the last contact of a desk that never had any; \a open: somebody is
/// in the shop.
SyncStage stageOf(const sync::SyncStatus &status, qint64 nowMs, qint64 startedMs, bool open);

/// The line of the status bar.
QString statusLine(const sync::SyncStatus &status, SyncStage stage, qint64 nowMs,
                   const QTimeZone &zone);

/// The banner: where the data is, and what the florist cannot see. Empty before Offline.
QString offlineBanner(const sync::SyncStatus &status, SyncStage stage, qint64 nowMs,
                      qint64 startedMs);

} // namespace petalpost::desk
