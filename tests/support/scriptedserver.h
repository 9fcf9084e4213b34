// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QHash>
#include <QtCore/QPointer>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <functional>
#include <vector>

namespace petalpost::test {

/// One call as it arrived.
struct SeenRequest
{
    QByteArray method;
    QByteArray target; ///< path and query
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// What the script answers: a whole reply, or one of the things that networks do instead.
struct ScriptedReply
{
    enum class Fault {
        None,
        Hang, ///< never answers
        Lose, ///< closes without an answer
        CutHalfway, ///< sends the headers and half of the body, then closes
    };

    int status = 200;
    QByteArray contentType = "application/json";
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    bool stream = false; ///< leaves the answer open for ScriptedServer::push()
    Fault fault = Fault::None;
};

/// A small HTTP server on 127.0.0.1 whose every answer is scripted. It stands for a hostile
/// network, not for petalpostd: that one is met in the flow tests.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    using Script = std::function<ScriptedReply(const SeenRequest &)>;

    /// Listens on a free port. Calls are answered by \a script.
    explicit ScriptedServer(Script script);
    ~ScriptedServer() override;

    QUrl url() const;
    const std::vector<SeenRequest> &seen() const { return m_seen; }

    /// Writes \a bytes to every open stream.
    void push(const QByteArray &bytes);
    int openStreams() const;
    /// Closes every open stream.
    void cutStreams();
    /// Refuses new connections and closes the present ones, until resume().
    void vanish();
    void resume();

Q_SIGNALS:
    void requested();
    void streamsChanged();

private:
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const ScriptedReply &reply);

    Script m_script;
    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    std::vector<QPointer<QTcpSocket>> m_streams;
    std::vector<SeenRequest> m_seen;
};

} // namespace petalpost::test
