// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/callbacks.h"

#include "core/server/http/daemon.h"
#include "core/server/http/eventstream.h"
#include "core/server/http/socket.h"

#include <algorithm>
#include <cstring>

namespace petalpost::http {

namespace {

// Paths and queries are decoded by us, where a NUL or invalid UTF-8 can be refused.
size_t keepEscapes(void *, MHD_Connection *, char *text)
{
    return std::strlen(text);
}

Connection *connectionOf(MHD_Connection *mhd)
{
    const auto *info = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return static_cast<Connection *>(info->socket_context);
}

} // namespace

MHD_Daemon *DaemonCallbacks::start(Daemon &daemon, int listener)
{
    const Limits &limits = daemon.m_core->limits;
    // The pool also holds the parsed headers; what exceeds headerBytes itself is refused by us.
    const size_t poolBytes = static_cast<size_t>(std::max<qint64>(limits.headerBytes * 2, 8192));
    const unsigned idleSeconds = static_cast<unsigned>((limits.idleMs + 999) / 1000);
    return MHD_start_daemon(
        MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr, nullptr, &DaemonCallbacks::access,
        &daemon, MHD_OPTION_LISTEN_SOCKET, listener, MHD_OPTION_CONNECTION_MEMORY_LIMIT, poolBytes,
        MHD_OPTION_CONNECTION_LIMIT, static_cast<unsigned>(limits.connections),
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, static_cast<unsigned>(limits.connectionsPerAddress),
        MHD_OPTION_CONNECTION_TIMEOUT, idleSeconds, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_URI_LOG_CALLBACK, &DaemonCallbacks::target, &daemon,
        MHD_OPTION_UNESCAPE_CALLBACK, &keepEscapes, nullptr, MHD_OPTION_NOTIFY_COMPLETED,
        &DaemonCallbacks::completed, &daemon, MHD_OPTION_NOTIFY_CONNECTION,
        &DaemonCallbacks::connection, &daemon, MHD_OPTION_END);
}

void *DaemonCallbacks::target(void *cls, const char *uri, MHD_Connection *mhd)
{
    auto &daemon = *static_cast<Daemon *>(cls);
    Connection *connection = connectionOf(mhd);
    auto exchange = std::make_shared<Exchange>(daemon.m_core);
    exchange->self = exchange;
    exchange->mhd = mhd;
    exchange->connection = connection;
    exchange->rawTarget = QByteArray(uri);
    if (connection->phase == Connection::Phase::Idle)
        daemon.enter(*connection, Connection::Phase::Header, daemon.m_core->limits.headerMs);
    connection->exchange = exchange.get();
    return exchange.get();
}

MHD_Result DaemonCallbacks::access(void *cls, MHD_Connection *, const char *, const char *method,
                                   const char *version, const char *data, size_t *size,
                                   void **context)
{
    auto &daemon = *static_cast<Daemon *>(cls);
    auto &exchange = *static_cast<Exchange *>(*context);
    int result = MHD_YES;
    switch (exchange.stage) {
    case Exchange::Stage::Head:
        result = daemon.begin(exchange, method, version);
        break;
    case Exchange::Stage::Body:
        result = *size > 0 ? daemon.takeBody(exchange, data, size) : daemon.start(exchange);
        break;
    case Exchange::Stage::Answered:
        result = daemon.reply(exchange);
        break;
    case Exchange::Stage::Running:
    case Exchange::Stage::Suspended:
    case Exchange::Stage::Replying:
    case Exchange::Stage::Gone:
        break;
    }
    return static_cast<MHD_Result>(result);
}

void DaemonCallbacks::completed(void *cls, MHD_Connection *, void **context,
                                MHD_RequestTerminationCode)
{
    if (!*context)
        return;
    static_cast<Daemon *>(cls)->completed(*static_cast<Exchange *>(*context));
    *context = nullptr;
}

void DaemonCallbacks::connection(void *cls, MHD_Connection *mhd, void **context,
                                 MHD_ConnectionNotificationCode code)
{
    auto &daemon = *static_cast<Daemon *>(cls);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        Connection &connection = daemon.m_connections.emplace_back();
        connection.position = std::prev(daemon.m_connections.end());
        connection.fd = MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
        connection.peerAddress = addressText(
            MHD_get_connection_info(mhd, MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr);
        daemon.enter(connection, Connection::Phase::Header, daemon.m_core->limits.headerMs);
        if (!daemon.m_sweep.isActive())
            daemon.m_sweep.start();
        *context = &connection;
        return;
    }
    auto *connection = static_cast<Connection *>(*context);
    if (!connection)
        return;
    if (connection->linger && !daemon.m_stopping)
        daemon.m_lingering.take(connection->fd, daemon.m_nowMs);
    daemon.m_connections.erase(connection->position);
    *context = nullptr;
    // At the connection limit only the next MHD_run accepts again.
    daemon.requestRun();
}

ssize_t DaemonCallbacks::streamContent(void *cls, uint64_t, char *buffer, size_t maxBytes)
{
    auto &exchange = *static_cast<Exchange *>(cls);
    EventStream &stream = *exchange.response.stream;
    if (stream.m_state == EventStream::State::Dropped)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    const qint64 taken = stream.take(buffer, static_cast<qint64>(maxBytes));
    if (taken > 0)
        return taken;
    if (stream.m_state == EventStream::State::Ending)
        return MHD_CONTENT_READER_END_OF_STREAM;
    exchange.streamSuspended = true;
    MHD_suspend_connection(exchange.mhd);
    return 0;
}

} // namespace petalpost::http
