// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtNetwork/QNetworkRequest>

#include <tl/expected.hpp>

/// Which running server a command speaks to.
struct RunningServer
{
    QString dataDir;
    QString url; ///< empty: the address that the running server has left in the data directory
};

/// A call to \a path of the server with the owner's token, or a sentence for the terminal.
tl::expected<QNetworkRequest, QString> callToServer(const RunningServer &server, const char *path);
