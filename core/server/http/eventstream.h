// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/http/limits.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QObject>

#include <functional>

namespace petalpost::http {

/// Server-sent events for one client, on the server's thread. What the client has not read yet
/// waits in a bounded buffer; a client that lets it fill up is dropped, never waited for.
class EventStream : public QObject
{
    Q_OBJECT

public:
    /// The server lowers the bound to its own limit when it takes the stream over.
    explicit EventStream(qint64 bufferBytes = limits::eventStreamBufferBytes,
                         QObject *parent = nullptr);
    ~EventStream() override;

    /// Queues whole event text ("id: 1\ndata: …\n\n"). False when the stream is closed or the
    /// client too slow; then nothing was queued and the client is dropped.
    bool send(const QByteArray &chunk);
    /// Ends the stream after what is queued.
    void close();
    /// Whether send() can still succeed.
    bool isOpen() const { return m_state == State::Open; }
    /// Bytes that wait for the client.
    qint64 pendingBytes() const { return m_buffer.size() - m_read; }

Q_SIGNALS:
    /// Once, when the stream ended for whatever reason.
    void closed();

private:
    friend class Daemon;
    friend struct DaemonCallbacks;

    enum class State { Open, Ending, Dropped };

    // The server's side: what to do when there is something to read, how to take it.
    void attach(qint64 bufferBytes, std::function<void()> wake);
    void detach();
    void drop();
    void beat();
    qint64 take(char *to, qint64 maxBytes);

    QByteArray m_buffer;
    qsizetype m_read = 0;
    qint64 m_bufferBytes = 0;
    State m_state = State::Open;
    bool m_quiet = true; // nothing was sent since the last beat
    std::function<void()> m_wake;
};

} // namespace petalpost::http
