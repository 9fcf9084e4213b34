// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

struct sockaddr;

namespace petalpost::http {

/// A bound, listening, non-blocking socket, or why there is none.
tl::expected<int, QString> openListener(const QString &host, quint16 port);

/// The port a socket is bound to, 0 when it is not.
quint16 boundPort(int fd);

/// The textual address without port; an IPv4 address mapped into IPv6 as plain IPv4.
QByteArray addressText(const sockaddr *address);

/// Sends without waiting; what the socket does not take at once is lost.
void sendNow(int fd, const QByteArray &bytes);

/// Whether the other end has closed or reset the connection, as far as the kernel knows.
bool peerLeft(int fd);

} // namespace petalpost::http
