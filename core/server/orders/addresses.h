// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>

namespace petalpost::server {

/// What is counted of a textual IP \a address: all of IPv4, and of IPv6 the /64 that a household
/// has whole.
QByteArray countedAddress(const QByteArray &address);

} // namespace petalpost::server
