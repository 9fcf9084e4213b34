// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QUrl>

namespace petalpost::bench {

/// Where the desk under load finds its shop; each phase runs in a process of its own.
struct Phase
{
    QUrl server;
    QByteArray token;
    QString dataDir;
};

/// A desk that knows nothing yet, until it holds every order of the server.
void firstSync(const Phase &phase);
/// From nothing to a board with the day's cards on it; prints a line when they are painted.
void coldStart(const Phase &phase);
/// Searching, scrolling through the whole archive, and what memory that took.
void archive(const Phase &phase);

} // namespace petalpost::bench
