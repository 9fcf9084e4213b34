// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/http/daemon.h"

#include "core/server/http/callbacks.h"
#include "core/server/http/eventstream.h"
#include "core/server/http/logging.h"
#include "core/server/http/problems.h"
#include "core/server/http/reply.h"
#include "core/server/http/socket.h"

#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace petalpost::http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int runsPerTurn = 8; // then Qt's other events get their turn
constexpr int stopRounds = 4;

// A close that arrives together with the last data is not seen by libmicrohttpd (its epoll is
// edge-triggered and it stops at a short read), so the sweep looks for it in these phases.
bool waitsForClient(const Connection &connection)
{
    return connection.phase == Connection::Phase::Idle
           || connection.phase == Connection::Phase::Header
           || connection.phase == Connection::Phase::Body;
}

} // namespace

Daemon::Daemon(Router router, Limits limits)
    : m_core(std::make_shared<Core>())
    , m_lingering(limits.lingerBytes, limits.lingerMs)
{
    m_core->router = std::move(router);
    m_core->limits = limits;
    m_core->resumed = [this] { requestRun(); };
    m_timeout.setSingleShot(true);
    m_timeout.setTimerType(Qt::CoarseTimer);
    connect(&m_timeout, &QTimer::timeout, this, &Daemon::run);
    m_sweep.setInterval(sweepIntervalMs());
    connect(&m_sweep, &QTimer::timeout, this, &Daemon::sweep);
    m_heartbeat.setInterval(limits.heartbeatMs);
    connect(&m_heartbeat, &QTimer::timeout, this, &Daemon::beat);
    m_clock.start();
}

Daemon::~Daemon()
{
    Q_ASSERT_X(!m_running, "Daemon", "a server must not be deleted inside a handler");
    stopNow();
    m_core->resumed = nullptr;
}

int Daemon::sweepIntervalMs() const
{
    const Limits &limits = m_core->limits;
    const int shortest = std::min({limits.headerMs, limits.bodyMs, limits.handlerMs, limits.replyMs,
                                   limits.idleMs, limits.drainMs, limits.lingerMs});
    return std::clamp(shortest / 4, 10, 1000);
}

tl::expected<quint16, QString> Daemon::open(const QString &host, quint16 port)
{
    if (m_daemon || m_draining)
        return tl::make_unexpected(u"the server was already started"_s);
    const auto listener = openListener(host, port);
    if (!listener)
        return tl::make_unexpected(listener.error());
    const quint16 bound = boundPort(*listener);
    m_daemon = DaemonCallbacks::start(*this, *listener);
    const auto *info = m_daemon ? MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_EPOLL_FD) : nullptr;
    if (!info) {
        ::close(*listener);
        return tl::make_unexpected(u"libmicrohttpd did not start"_s);
    }
    m_notifier = std::make_unique<QSocketNotifier>(info->epoll_fd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Daemon::run);
    run();
    return bound;
}

void Daemon::run()
{
    if (m_running) {
        m_runAgain = true; // a handler ran the event loop or called back: MHD_run must not re-enter
        return;
    }
    if (!m_daemon)
        return;
    m_running = true;
    m_runRequested = false;
    for (int turn = 0; turn < runsPerTurn; ++turn) {
        m_runAgain = false;
        m_nowMs = m_clock.elapsed();
        MHD_run(m_daemon);
        MHD_UNSIGNED_LONG_LONG waitMs = 0;
        const bool pending = MHD_get_timeout(m_daemon, &waitMs) == MHD_YES && waitMs == 0;
        if (!m_runAgain && !pending)
            break;
    }
    m_running = false;
    arm();
    checkDrained();
}

// Without a thread of its own libmicrohttpd wakes nobody when a connection is resumed.
void Daemon::requestRun()
{
    if (m_running) {
        m_runAgain = true;
    } else if (!m_runRequested) {
        m_runRequested = true;
        QMetaObject::invokeMethod(this, &Daemon::run, Qt::QueuedConnection);
    }
}

// Leaves an earlier timer alone: re-arming it for each request costs more than one idle run.
void Daemon::arm()
{
    MHD_UNSIGNED_LONG_LONG waitMs = 0;
    if (MHD_get_timeout(m_daemon, &waitMs) != MHD_YES && !m_runAgain)
        return;
    const int wanted = m_runAgain ? 0 : static_cast<int>(std::min<quint64>(waitMs, 3'600'000));
    if (!m_timeout.isActive() || (wanted < 1000 && m_timeout.remainingTime() > wanted))
        m_timeout.start(wanted);
}

void Daemon::enter(Connection &connection, Connection::Phase phase, int forMs)
{
    connection.phase = phase;
    connection.deadlineMs = m_nowMs + forMs;
}

void Daemon::sweep()
{
    m_nowMs = m_clock.elapsed();
    for (Connection &connection : m_connections) {
        if (connection.deadlineMs <= m_nowMs)
            expire(connection);
        else if (waitsForClient(connection) && peerLeft(connection.fd))
            ::shutdown(connection.fd, SHUT_RDWR);
    }
    m_lingering.expire(m_nowMs);
    if (m_draining && m_nowMs >= m_drainDeadlineMs) {
        QMetaObject::invokeMethod(this, &Daemon::stopNow, Qt::QueuedConnection);
        return;
    }
    checkDrained();
    if (m_connections.empty() && m_lingering.isEmpty() && !m_draining)
        m_sweep.stop();
}

// Only speaks to the socket or resumes: the connection itself ends inside the next MHD_run.
void Daemon::expire(Connection &connection)
{
    switch (connection.phase) {
    case Connection::Phase::Header:
    case Connection::Phase::Body:
        refuseRaw(connection, problems::requestTimeout());
        ::shutdown(connection.fd, SHUT_RDWR);
        break;
    case Connection::Phase::Handler:
        qCWarning(lcHttp, "no answer in time: %s", connection.exchange->request.route.constData());
        connection.exchange->finish(problems::unavailable(u"No answer in time."_s));
        break;
    case Connection::Phase::Reply:
    case Connection::Phase::Idle:
        ::shutdown(connection.fd, SHUT_RDWR);
        break;
    case Connection::Phase::Stream:
        break; // bounded by its heartbeat and its buffer
    }
    connection.deadlineMs = m_nowMs + 1000; // the end is on its way; do not send it twice
}

void Daemon::beat()
{
    for (Connection &connection : m_connections) {
        if (connection.phase != Connection::Phase::Stream)
            continue;
        const std::shared_ptr<EventStream> stream = connection.exchange->response.stream;
        if (peerLeft(connection.fd))
            stream->drop();
        else
            stream->beat();
    }
}

void Daemon::beginDrain()
{
    if (m_draining)
        return;
    m_draining = true;
    m_nowMs = m_clock.elapsed();
    m_drainDeadlineMs = m_nowMs + m_core->limits.drainMs;
    if (m_daemon) {
        const int listener = MHD_quiesce_daemon(m_daemon);
        if (listener >= 0)
            ::close(listener);
    }
    for (Connection &connection : m_connections) {
        if (!connection.exchange)
            ::shutdown(connection.fd, SHUT_RDWR);
        else if (connection.phase == Connection::Phase::Stream)
            connection.exchange->response.stream->close();
    }
    m_sweep.start();
    checkDrained();
}

void Daemon::checkDrained()
{
    if (m_draining && !m_stopping && m_connections.empty() && m_lingering.isEmpty())
        QMetaObject::invokeMethod(this, &Daemon::stopNow, Qt::QueuedConnection);
}

void Daemon::stopNow()
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_draining = true;
    m_sweep.stop();
    m_timeout.stop();
    m_heartbeat.stop();
    m_notifier.reset();
    if (m_daemon) {
        // MHD_stop_daemon aborts on suspended connections: all are answered first.
        m_running = true;
        for (int round = 0; round < stopRounds; ++round) {
            for (Connection &connection : m_connections) {
                if (connection.phase == Connection::Phase::Handler)
                    connection.exchange->finish(problems::unavailable(u"Shutting down."_s));
                else if (connection.phase == Connection::Phase::Stream)
                    connection.exchange->response.stream->drop();
            }
            MHD_run(m_daemon);
        }
        MHD_stop_daemon(m_daemon);
        m_daemon = nullptr;
        m_running = false;
    }
    Q_ASSERT(m_connections.empty());
    m_lingering.closeAll();
    Q_EMIT finished();
}

} // namespace petalpost::http
