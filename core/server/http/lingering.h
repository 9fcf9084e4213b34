// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>
#include <vector>

class QSocketNotifier;

namespace petalpost::http {

/// Reads on after an early refusal, on a copy of the socket: closing while the client still sends
/// would reset the connection and throw the answer away. Bounded in number, bytes and time.
class Lingering : public QObject
{
    Q_OBJECT

public:
    explicit Lingering(qint64 maxBytes, int maxMs, QObject *parent = nullptr);
    ~Lingering() override;

    /// Copies the socket, which its owner is about to close.
    void take(int fd, qint64 nowMs);
    /// Closes what has lingered long enough.
    void expire(qint64 nowMs);
    void closeAll();
    bool isEmpty() const { return m_sockets.empty(); }

private:
    struct Socket;

    void read(Socket *socket);
    void remove(Socket *socket);

    std::vector<std::unique_ptr<Socket>> m_sockets;
    qint64 m_maxBytes;
    int m_maxMs;
};

} // namespace petalpost::http
