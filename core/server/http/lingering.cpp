// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/lingering.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace petalpost::http {

namespace {

constexpr size_t maxLingering = 64;
constexpr int readsPerTurn = 16;

} // namespace

struct Lingering::Socket
{
    int fd = -1;
    qint64 bytesLeft = 0;
    qint64 deadlineMs = 0;
    std::unique_ptr<QSocketNotifier> notifier;
};

Lingering::Lingering(qint64 maxBytes, int maxMs, QObject *parent)
    : QObject(parent)
    , m_maxBytes(maxBytes)
    , m_maxMs(maxMs)
{
}

Lingering::~Lingering()
{
    closeAll();
}

void Lingering::take(int fd, qint64 nowMs)
{
    if (m_sockets.size() >= maxLingering)
        return;
    const int copy = ::fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (copy < 0)
        return;
    ::shutdown(copy, SHUT_WR);
    auto socket = std::make_unique<Socket>();
    socket->fd = copy;
    socket->bytesLeft = m_maxBytes;
    socket->deadlineMs = nowMs + m_maxMs;
    socket->notifier = std::make_unique<QSocketNotifier>(copy, QSocketNotifier::Read);
    connect(socket->notifier.get(), &QSocketNotifier::activated, this,
            [this, raw = socket.get()] { read(raw); });
    m_sockets.push_back(std::move(socket));
}

void Lingering::read(Socket *socket)
{
    std::array<char, 16 * 1024> scratch;
    for (int turn = 0; turn < readsPerTurn; ++turn) {
        const auto got = ::recv(socket->fd, scratch.data(), scratch.size(), MSG_DONTWAIT);
        if (got < 0 && (errno == EAGAIN || errno == EINTR))
            return;
        socket->bytesLeft -= got;
        if (got <= 0 || socket->bytesLeft <= 0) {
            remove(socket);
            return;
        }
    }
}

void Lingering::remove(Socket *socket)
{
    // The notifier may be the sender: it is switched off now and deleted from the event loop.
    socket->notifier->setEnabled(false);
    socket->notifier.release()->deleteLater();
    ::close(socket->fd);
    std::erase_if(m_sockets, [socket](const auto &held) { return held.get() == socket; });
}

void Lingering::expire(qint64 nowMs)
{
    for (size_t i = m_sockets.size(); i > 0; --i) {
        Socket *socket = m_sockets[i - 1].get();
        if (socket->deadlineMs <= nowMs)
            remove(socket);
    }
}

void Lingering::closeAll()
{
    while (!m_sockets.empty())
        remove(m_sockets.back().get());
}

} // namespace petalpost::http
