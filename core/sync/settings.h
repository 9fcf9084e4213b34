// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/device.h"

#include <QtCore/QByteArray>
#include <QtCore/QMetaType>
#include <QtCore/QUrl>

namespace petalpost::sync {

/// Where the server is and how patient the desk is with it. Times are milliseconds.
struct Settings
{
    QUrl server;
    QByteArray token;
    QByteArray certificateSha256{}; ///< https: the only certificate that is spoken to; empty = any
                                    ///< that an authority vouches for
    DeviceRole role = DeviceRole::Owner; ///< what the token is good for, as far as is known
    int requestTimeoutMs = 10'000;
    int heartbeatTimeoutMs = 40'000; ///< a stream silent for longer is dead
    int firstRetryMs = 500;
    int maxRetryMs = 10'000;
};

/// How the desk stands to its server.
enum class Link { Connecting, Live, Unreachable, SignedOut };

/// What the status bar says. Times are milliseconds since the epoch.
struct SyncStatus
{
    Link link = Link::Connecting;
    qint64 lastContactMs = 0; ///< by the server's clock as it is known; 0 = never
    int unsent = 0; ///< operations not yet answered for good
    bool complete = false; ///< the copy once reached the newest change; false during a first sync
    int percent = -1; ///< of the changes that a first sync has to fetch; -1 = not known, or none

    bool operator==(const SyncStatus &) const = default;
};

} // namespace petalpost::sync
