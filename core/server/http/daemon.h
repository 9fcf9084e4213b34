// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/http/exchange.h"
#include "core/server/http/lingering.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <tl/expected.hpp>

#include <functional>
#include <list>
#include <memory>

struct MHD_Connection;
struct MHD_Daemon;
struct MHD_Response;

namespace petalpost::http {

/// libmicrohttpd on Qt's event loop: it drives the library, keeps the deadlines and moves each
/// exchange from its first header to the end of its answer. Only Server uses it.
class Daemon : public QObject
{
    Q_OBJECT

public:
    Daemon(Router router, Limits limits);
    ~Daemon() override;

    tl::expected<quint16, QString> open(const QString &host, quint16 port);
    void beginDrain();
    Core &core() { return *m_core; }
    int connections() const { return static_cast<int>(m_connections.size()); }
    int streams() const { return m_streams; }

Q_SIGNALS:
    void finished();

private:
    friend struct DaemonCallbacks;

    // The event loop.
    void run();
    void requestRun();
    void arm();
    void sweep();
    void expire(Connection &connection);
    void beat();
    void checkDrained();
    void stopNow();
    int sweepIntervalMs() const;

    // One exchange; the int is libmicrohttpd's MHD_Result.
    int begin(Exchange &exchange, const char *method, const char *version);
    int takeBody(Exchange &exchange, const char *data, size_t *size);
    int start(Exchange &exchange);
    int reply(Exchange &exchange);
    MHD_Response *makeStream(Exchange &exchange);
    void wakeStream(Exchange &exchange);
    void completed(Exchange &exchange);
    void refuseRaw(Connection &connection, const Response &response);
    void enter(Connection &connection, Connection::Phase phase, int forMs);

    std::shared_ptr<Core> m_core;
    std::list<Connection> m_connections;
    Lingering m_lingering;
    MHD_Daemon *m_daemon = nullptr;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_timeout; // libmicrohttpd's own
    QTimer m_sweep; // our deadlines
    QTimer m_heartbeat;
    QElapsedTimer m_clock;
    qint64 m_nowMs = 0; // of this turn of the loop
    qint64 m_drainDeadlineMs = 0;
    int m_streams = 0;
    bool m_running = false;
    bool m_runAgain = false;
    bool m_runRequested = false;
    bool m_draining = false;
    bool m_stopping = false;
};

} // namespace petalpost::http
