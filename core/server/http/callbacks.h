// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <microhttpd.h>

namespace petalpost::http {

class Daemon;

/// The functions libmicrohttpd calls, with `cls` the Daemon. All run inside MHD_run or
/// MHD_stop_daemon. Only daemon.cpp and exchanges.cpp include this.
struct DaemonCallbacks
{
    /// Starts the library on a listening socket; null when it refuses.
    static MHD_Daemon *start(Daemon &daemon, int listener);

    static void *target(void *cls, const char *uri, MHD_Connection *mhd);
    static MHD_Result access(void *cls, MHD_Connection *mhd, const char *url, const char *method,
                             const char *version, const char *data, size_t *size, void **context);
    static void completed(void *cls, MHD_Connection *mhd, void **context,
                          MHD_RequestTerminationCode code);
    static void connection(void *cls, MHD_Connection *mhd, void **context,
                           MHD_ConnectionNotificationCode code);
    static ssize_t streamContent(void *cls, uint64_t position, char *buffer, size_t maxBytes);
};

} // namespace petalpost::http
