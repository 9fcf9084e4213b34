// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace petalpost::http {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Address
{
    sockaddr_storage storage = {};
    socklen_t size = 0;
};

tl::expected<Address, QString> parseAddress(const QString &host, quint16 port)
{
    const QByteArray text = host == "localhost"_L1 ? "127.0.0.1"_ba : host.toLatin1();
    Address address;
    auto *v4 = reinterpret_cast<sockaddr_in *>(&address.storage);
    if (inet_pton(AF_INET, text.constData(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        address.size = sizeof(sockaddr_in);
        return address;
    }
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&address.storage);
    if (inet_pton(AF_INET6, text.constData(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        address.size = sizeof(sockaddr_in6);
        return address;
    }
    return tl::make_unexpected(u"not an IP address: "_s + host);
}

QString lastError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace

tl::expected<int, QString> openListener(const QString &host, quint16 port)
{
    const auto address = parseAddress(host, port);
    if (!address)
        return tl::make_unexpected(address.error());
    const int family = address->storage.ss_family;
    const int fd = ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return tl::make_unexpected(lastError());
    const int on = 1;
    const int off = 0;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    if (family == AF_INET6)
        ::setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof(off));
    if (::bind(fd, reinterpret_cast<const sockaddr *>(&address->storage), address->size) != 0
        || ::listen(fd, SOMAXCONN) != 0) {
        const QString why = lastError();
        ::close(fd);
        return tl::make_unexpected(why);
    }
    return fd;
}

quint16 boundPort(int fd)
{
    sockaddr_storage storage = {};
    socklen_t size = sizeof(storage);
    if (::getsockname(fd, reinterpret_cast<sockaddr *>(&storage), &size) != 0)
        return 0;
    if (storage.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6 *>(&storage)->sin6_port);
    return ntohs(reinterpret_cast<const sockaddr_in *>(&storage)->sin_port);
}

QByteArray addressText(const sockaddr *address)
{
    std::array<char, INET6_ADDRSTRLEN> text = {};
    if (!address)
        return {};
    if (address->sa_family == AF_INET) {
        const auto *v4 = reinterpret_cast<const sockaddr_in *>(address);
        inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size());
    } else if (address->sa_family == AF_INET6) {
        const in6_addr &v6 = reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr;
        if (IN6_IS_ADDR_V4MAPPED(&v6))
            inet_ntop(AF_INET, &v6.s6_addr[12], text.data(), text.size());
        else
            inet_ntop(AF_INET6, &v6, text.data(), text.size());
    }
    return QByteArray(text.data());
}

void sendNow(int fd, const QByteArray &bytes)
{
    const auto sent = ::send(fd, bytes.constData(), static_cast<size_t>(bytes.size()),
                             MSG_NOSIGNAL | MSG_DONTWAIT);
    Q_UNUSED(sent)
}

bool peerLeft(int fd)
{
    char byte = 0;
    const auto got = ::recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
}

} // namespace petalpost::http
