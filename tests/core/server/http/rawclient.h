// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpSocket>
#include <QTest>

namespace petalpost::http {

/// One answer as it came over the wire.
struct RawReply
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; // lower-case names
    QByteArray body;
};

/// A client that sends exactly the bytes it is told to, in the thread of the server under test.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket,
                         [this] { m_received += m_socket.readAll(); });
    }

    void send(const QByteArray &bytes)
    {
        if (!QTest::qWaitFor([this] { return m_socket.state() == QTcpSocket::ConnectedState; }))
            return;
        m_socket.write(bytes);
        m_socket.flush();
    }

    void get(const QByteArray &target, const QByteArray &headers = {})
    {
        send("GET " + target + " HTTP/1.1\r\nHost: shop\r\n" + headers + "\r\n");
    }

    /// The next answer; status 0 when the connection ended or nothing came. `bodyless` after HEAD.
    RawReply reply(bool bodyless = false)
    {
        RawReply reply;
        const bool whole = QTest::qWaitFor([&] { return take(reply, bodyless) || isClosed(); });
        if (!whole || reply.status != 0)
            return reply;
        m_received += m_socket.readAll();
        take(reply, bodyless);
        return reply;
    }

    /// Waits until the server has closed the connection.
    bool waitClosed()
    {
        return QTest::qWaitFor([this] { return isClosed(); });
    }

    bool isClosed() const { return m_socket.state() == QTcpSocket::UnconnectedState; }
    QByteArray &received() { return m_received; }
    QTcpSocket &socket() { return m_socket; }

private:
    bool take(RawReply &reply, bool bodyless)
    {
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        RawReply found;
        const QList<QByteArray> lines = m_received.first(end).split('\n');
        found.status = lines.first().mid(9, 3).toInt();
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            found.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        const qsizetype length = bodyless ? 0 : found.headers.value("content-length").toInt();
        if (m_received.size() < end + 4 + length)
            return false;
        found.body = m_received.sliced(end + 4, length);
        m_received.remove(0, end + 4 + length);
        reply = found;
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace petalpost::http
