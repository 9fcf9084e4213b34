// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/http/limits.h"
#include "core/server/http/request.h"
#include "core/server/http/response.h"
#include "core/server/http/router.h"
#include "core/server/http/server.h"

#include <QCoroTask>
#include <QElapsedTimer>

#include <functional>
#include <list>
#include <memory>

struct MHD_Connection;

namespace petalpost::http {

struct Exchange;

/// What all exchanges of one server share; it outlives the server while a handler still waits.
struct Core
{
    Router router;
    Limits limits;
    QByteArrayList trustedProxies; // plain addresses
    std::function<Response(const Request &, Response)> errorPage;
    std::function<void(const Observation &)> observer;
    std::function<void()> resumed; // libmicrohttpd has to run; null once the server is gone
    int active = 0;
};

/// One accepted socket. It belongs to the daemon, from accept to close.
struct Connection
{
    /// What the connection waits for; each phase has its deadline.
    enum class Phase { Header, Body, Handler, Reply, Stream, Idle };

    int fd = -1;
    Phase phase = Phase::Header;
    qint64 deadlineMs = 0;
    bool linger = false; // read on after closing, so that the client gets the refusal
    QByteArray peerAddress;
    Exchange *exchange = nullptr;
    std::list<Connection>::iterator position;
};

/// One request and its answer. Owned by libmicrohttpd's connection (through `self`) and by the
/// coroutine that answers, so that either may end first.
struct Exchange : std::enable_shared_from_this<Exchange>
{
    /// Running: inside the first, synchronous part of the handler. Gone: the client's side ended.
    enum class Stage { Head, Body, Running, Suspended, Answered, Replying, Gone };

    explicit Exchange(std::shared_ptr<Core> sharedCore);
    ~Exchange();
    Q_DISABLE_COPY_MOVE(Exchange)

    /// Starts the handler; it answers through finish(), perhaps before this returns.
    static QCoro::Task<> answer(std::shared_ptr<Exchange> exchange);
    /// Takes the first answer; later ones are dropped.
    void finish(Response answered);
    /// Lets a suspended connection go on at the next turn of the event loop.
    void resume();

    std::shared_ptr<Core> core;
    std::shared_ptr<Exchange> self; // libmicrohttpd's share, until the exchange is completed
    MHD_Connection *mhd = nullptr; // null once completed
    Connection *connection = nullptr;
    Stage stage = Stage::Head;
    QByteArray rawTarget;
    Request request;
    const Route *route = nullptr;
    Response response;
    qint64 bodyLimit = 0;
    qint64 bodyReceived = 0;
    int status = 0;
    bool refused = false; // `response` is decided; the body is read and thrown away
    bool closeAfter = false; // the connection cannot be used again
    bool streamSuspended = false; // the event stream has nothing to say
    QElapsedTimer started;
};

} // namespace petalpost::http
