// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/server.h"

#include "core/server/http/daemon.h"

namespace petalpost::http {

Server::Server(Router router, Limits limits, QObject *parent)
    : QObject(parent)
    , m_daemon(std::make_unique<Daemon>(std::move(router), limits))
{
    connect(m_daemon.get(), &Daemon::finished, this, &Server::finished);
}

Server::~Server()
{
    m_daemon->disconnect(this);
}

tl::expected<quint16, QString> Server::listen(const QString &host, quint16 port)
{
    return m_daemon->open(host, port);
}

void Server::shutdown()
{
    // Queued: a handler may call this from inside MHD_run.
    QMetaObject::invokeMethod(m_daemon.get(), &Daemon::beginDrain, Qt::QueuedConnection);
}

int Server::activeRequests() const
{
    return m_daemon->core().active;
}

int Server::openStreams() const
{
    return m_daemon->streams();
}

int Server::connections() const
{
    return m_daemon->connections();
}

void Server::setTrustedProxies(const QByteArrayList &proxies)
{
    Core &core = m_daemon->core();
    core.trustedProxies = proxies;
    if (!proxies.isEmpty())
        core.limits.connectionsPerAddress = core.limits.connections;
}

void Server::setErrorPage(std::function<Response(const Request &, Response)> page)
{
    m_daemon->core().errorPage = std::move(page);
}

void Server::setObserver(std::function<void(const Observation &)> observer)
{
    m_daemon->core().observer = std::move(observer);
}

} // namespace petalpost::http
