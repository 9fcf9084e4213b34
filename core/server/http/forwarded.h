// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace petalpost::http {

/// A textual IP address in the one form in which addresses are compared, also when it stands in
/// brackets or has a port behind it; nothing for everything else.
std::optional<QByteArray> plainAddress(const QByteArray &text);

/// Who sends a request that came from \a peer. Only what the proxies in \a trusted say counts: the
/// last address of \a forwardedFor that is none of them. Whatever a customer wrote stands further
/// to the left and is not looked at.
QByteArray clientAddress(const QByteArray &peer, const QByteArray &forwardedFor,
                         const QByteArrayList &trusted);

} // namespace petalpost::http
