// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/http/limits.h"
#include "core/server/http/router.h"

#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>

namespace petalpost::http {

class Daemon;

/// One finished exchange, for metrics and access logs; carries no path, query or address.
struct Observation
{
    Method method = Method::Get;
    QByteArray route; ///< the template; empty when no route matched
    int status = 0; ///< 0 when the client left before it was answered
    qint64 durationMicros = 0;
};

/// The HTTP server, on the event loop of the thread that made it. Handlers run there too and must
/// not block. It never waits without bound and never buffers more than its Limits say.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(Router router, Limits limits = {}, QObject *parent = nullptr);
    /// Stops at once; handlers that still wait run to their end, and their answers are dropped.
    ~Server() override;

    /// Starts to accept on a textual IP address ("127.0.0.1", "::" for both families) or
    /// "localhost"; port 0 picks a free one. Answers the port, or why it could not. Call it once.
    tl::expected<quint16, QString> listen(const QString &host, quint16 port);
    /// Stops accepting, lets running requests finish until the drain deadline, ends event streams
    /// and then emits finished(). Later calls do nothing.
    void shutdown();
    /// Requests from their first line until both the client and the handler are done with them.
    int activeRequests() const;
    /// Event streams that are open.
    int openStreams() const;
    /// Open connections.
    int connections() const;

    /// Addresses of reverse proxies whose X-Forwarded-For is believed; each as plainAddress() says.
    /// All customers come through them, so no address is held to Limits::connectionsPerAddress any
    /// more. Set it before listen().
    void setTrustedProxies(const QByteArrayList &proxies);
    /// Renders a problem for a client that prefers text/html; set it before listen().
    void setErrorPage(std::function<Response(const Request &, Response problem)> page);
    /// Told of each finished exchange; set it before listen().
    void setObserver(std::function<void(const Observation &)> observer);

Q_SIGNALS:
    /// After shutdown(): no connection is open any more.
    void finished();

private:
    std::unique_ptr<Daemon> m_daemon;
};

} // namespace petalpost::http
