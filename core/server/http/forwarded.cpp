// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/forwarded.h"

#include "core/server/http/socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>

namespace petalpost::http {

namespace {

/// "192.0.2.1:443" and "[2001:db8::1]:443" without what is no address.
QByteArray bareAddress(const QByteArray &text)
{
    QByteArray bare = text.trimmed();
    if (bare.startsWith('[')) {
        const qsizetype end = bare.indexOf(']');
        return end < 0 ? QByteArray() : bare.sliced(1, end - 1);
    }
    if (bare.count(':') == 1)
        bare.truncate(bare.indexOf(':'));
    return bare;
}

} // namespace

std::optional<QByteArray> plainAddress(const QByteArray &text)
{
    const QByteArray bare = bareAddress(text);
    sockaddr_in v4{};
    v4.sin_family = AF_INET;
    if (inet_pton(AF_INET, bare.constData(), &v4.sin_addr) == 1)
        return addressText(reinterpret_cast<const sockaddr *>(&v4));
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    if (inet_pton(AF_INET6, bare.constData(), &v6.sin6_addr) == 1)
        return addressText(reinterpret_cast<const sockaddr *>(&v6));
    return std::nullopt;
}

QByteArray clientAddress(const QByteArray &peer, const QByteArray &forwardedFor,
                         const QByteArrayList &trusted)
{
    if (!trusted.contains(peer) || forwardedFor.isEmpty())
        return peer;
    const QByteArrayList hops = forwardedFor.split(',');
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        const auto address = plainAddress(*hop);
        if (!address)
            return peer; // the proxy writes nothing else than addresses
        if (!trusted.contains(*address))
            return *address;
    }
    return peer;
}

} // namespace petalpost::http
