// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/scriptedserver.h"

#include <algorithm>
#include <optional>

namespace petalpost::test {

namespace {

/// Takes one whole request off the front of \a buffer, if it is there.
std::optional<SeenRequest> takeRequest(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    const QList<QByteArray> lines = buffer.first(end).replace("\r\n", "\n").split('\n');
    const QList<QByteArray> words = lines.front().split(' ');
    SeenRequest request{words.value(0), words.value(1), {}, {}};
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return std::nullopt;
    request.body = buffer.sliced(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return request;
}

} // namespace

ScriptedServer::ScriptedServer(Script script)
    : m_script(std::move(script))
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("the scripted server cannot listen");
    m_port = m_server.serverPort();
}

ScriptedServer::~ScriptedServer()
{
    const QList<QTcpSocket *> sockets = m_buffers.keys();
    for (QTcpSocket *socket : sockets) {
        disconnect(socket, nullptr, this, nullptr);
        delete socket;
    }
}

QUrl ScriptedServer::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

void ScriptedServer::push(const QByteArray &bytes)
{
    for (const auto &stream : m_streams) {
        if (stream) {
            stream->write(bytes);
            stream->flush();
        }
    }
}

int ScriptedServer::openStreams() const
{
    return int(std::ranges::count_if(m_streams, [](const auto &stream) {
        return stream && stream->state() == QAbstractSocket::ConnectedState;
    }));
}

void ScriptedServer::cutStreams()
{
    const auto streams = std::exchange(m_streams, {});
    for (const auto &stream : streams) {
        if (stream)
            stream->disconnectFromHost();
    }
}

void ScriptedServer::vanish()
{
    m_server.close();
    m_streams.clear();
    const QList<QTcpSocket *> sockets = m_buffers.keys();
    for (QTcpSocket *socket : sockets)
        socket->abort();
}

void ScriptedServer::resume()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("the scripted server cannot listen again");
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            std::erase_if(m_streams,
                          [socket](const auto &stream) { return !stream || stream == socket; });
            socket->deleteLater();
            Q_EMIT streamsChanged();
        });
    }
}

void ScriptedServer::read(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer.append(socket->readAll());
    while (auto request = takeRequest(buffer)) {
        m_seen.push_back(*request);
        Q_EMIT requested();
        answer(socket, m_script(*request));
        if (!m_buffers.contains(socket))
            return;
    }
}

void ScriptedServer::answer(QTcpSocket *socket, const ScriptedReply &reply)
{
    using Fault = ScriptedReply::Fault;
    if (reply.fault == Fault::Hang)
        return;
    if (reply.fault == Fault::Lose) {
        socket->abort();
        return;
    }
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status)
                      + " Scripted\r\nContent-Type: " + reply.contentType + "\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    head += reply.stream ? QByteArray("Connection: close\r\n\r\n")
                         : "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n";
    const bool cut = reply.fault == Fault::CutHalfway;
    socket->write(head + (cut ? reply.body.first(reply.body.size() / 2) : reply.body));
    socket->flush();
    if (cut)
        socket->disconnectFromHost();
    if (reply.stream) {
        m_streams.push_back(socket);
        Q_EMIT streamsChanged();
    }
}

} // namespace petalpost::test
