// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Daemon that moves one exchange from its headers to the end of its answer.
#include "core/server/http/callbacks.h"
#include "core/server/http/daemon.h"
#include "core/server/http/eventstream.h"
#include "core/server/http/intake.h"
#include "core/server/http/problems.h"
#include "core/server/http/reply.h"
#include "core/server/http/socket.h"

#include <sys/socket.h>

#include <algorithm>

namespace petalpost::http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t streamBlockBytes = 8192;
constexpr qint64 firstReserveBytes = 64 * 1024;

} // namespace

int Daemon::begin(Exchange &exchange, const char *method, const char *version)
{
    Connection &connection = *exchange.connection;
    std::optional<Refused> refused = readHead(exchange, method, version);
    const bool hasBody = announcesBody(exchange);
    if (refused) {
        exchange.response = std::move(refused->response);
        exchange.refused = true;
        if (refused->closeNow) {
            exchange.closeAfter = true;
            connection.linger = true;
            return reply(exchange);
        }
    }
    exchange.stage = Exchange::Stage::Body;
    if (hasBody)
        enter(connection, Connection::Phase::Body, m_core->limits.bodyMs);
    return MHD_YES;
}

int Daemon::takeBody(Exchange &exchange, const char *data, size_t *size)
{
    const auto count = static_cast<qint64>(*size);
    exchange.bodyReceived += count;
    if (exchange.bodyReceived > exchange.bodyLimit) {
        // libmicrohttpd takes no answer while a body arrives, so this one goes out by hand.
        const Response tooLarge = problems::contentTooLarge(exchange.bodyLimit);
        exchange.status = tooLarge.status;
        exchange.connection->linger = true;
        refuseRaw(*exchange.connection, tooLarge);
        return MHD_NO;
    }
    if (!exchange.refused) {
        if (exchange.request.body.isNull()) {
            const qint64 announced = exchange.request.header("content-length").toLongLong();
            exchange.request.body.reserve(std::min(announced, firstReserveBytes));
        }
        exchange.request.body.append(data, static_cast<qsizetype>(count));
    }
    *size = 0;
    return MHD_YES;
}

int Daemon::start(Exchange &exchange)
{
    if (exchange.refused)
        return reply(exchange);
    if (m_stopping) {
        exchange.response = problems::unavailable(u"Shutting down."_s);
        return reply(exchange);
    }
    enter(*exchange.connection, Connection::Phase::Handler, m_core->limits.handlerMs);
    exchange.stage = Exchange::Stage::Running;
    Exchange::answer(exchange.shared_from_this());
    if (exchange.stage == Exchange::Stage::Answered)
        return reply(exchange);
    exchange.stage = Exchange::Stage::Suspended;
    MHD_suspend_connection(exchange.mhd);
    return MHD_YES;
}

int Daemon::reply(Exchange &exchange)
{
    if (exchange.response.stream && m_streams >= m_core->limits.eventStreams) {
        exchange.response.stream->close();
        exchange.response = problems::unavailable(u"Too many event streams."_s);
    }
    renderError(exchange);
    MHD_Response *response = nullptr;
    if (exchange.response.stream) {
        response = makeStream(exchange);
    } else {
        // The body stays in the exchange until the answer is sent, so nothing is copied.
        QByteArray &body = exchange.response.body;
        response = MHD_create_response_from_buffer(static_cast<size_t>(body.size()), body.data(),
                                                   MHD_RESPMEM_PERSISTENT);
        enter(*exchange.connection, Connection::Phase::Reply, m_core->limits.replyMs);
    }
    if (!response)
        return MHD_NO;
    addHeaders(response, exchange.response, m_draining || exchange.closeAfter);
    exchange.stage = Exchange::Stage::Replying;
    exchange.status = exchange.response.status;
    const MHD_Result result =
        MHD_queue_response(exchange.mhd, static_cast<unsigned>(exchange.status), response);
    MHD_destroy_response(response);
    return result;
}

MHD_Response *Daemon::makeStream(Exchange &exchange)
{
    MHD_Response *response = MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, streamBlockBytes, &DaemonCallbacks::streamContent, &exchange, nullptr);
    if (!response)
        return nullptr;
    enter(*exchange.connection, Connection::Phase::Stream, 0);
    ++m_streams;
    if (!m_heartbeat.isActive())
        m_heartbeat.start();
    EventStream &stream = *exchange.response.stream;
    stream.attach(m_core->limits.eventStreamBufferBytes,
                  [this, &exchange] { wakeStream(exchange); });
    if (m_draining || exchange.request.method == Method::Head)
        stream.close();
    return response;
}

void Daemon::wakeStream(Exchange &exchange)
{
    if (exchange.streamSuspended) {
        exchange.streamSuspended = false;
        exchange.resume();
    } else if (exchange.response.stream->m_state == EventStream::State::Dropped) {
        ::shutdown(exchange.connection->fd, SHUT_RDWR); // its writing may be stuck
    }
}

void Daemon::completed(Exchange &exchange)
{
    const std::shared_ptr<Exchange> held = std::move(exchange.self);
    Connection &connection = *exchange.connection;
    exchange.stage = Exchange::Stage::Gone;
    exchange.mhd = nullptr;
    exchange.connection = nullptr;
    connection.exchange = nullptr;
    if (m_draining)
        ::shutdown(connection.fd, SHUT_RD); // its keep-alive ends here
    const bool wasStream = connection.phase == Connection::Phase::Stream;
    enter(connection, Connection::Phase::Idle, m_core->limits.idleMs);
    if (wasStream && --m_streams == 0)
        m_heartbeat.stop();
    // Also a stream that was answered but not begun, because the client left in between.
    if (exchange.response.stream)
        exchange.response.stream->detach();
    if (m_core->observer) {
        m_core->observer({exchange.request.method, exchange.request.route, exchange.status,
                          exchange.started.nsecsElapsed() / 1000});
    }
}

void Daemon::refuseRaw(Connection &connection, const Response &response)
{
    sendNow(connection.fd, rawReply(response));
}

} // namespace petalpost::http
