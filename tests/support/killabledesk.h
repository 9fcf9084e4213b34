// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/killableprogram.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>

namespace petalpost::test {

/// A desk in a process of its own, which may be killed at any moment. Its file stays.
class KillableDesk
{
    QTemporaryDir m_dir; // outlives the process

public:
    KillableDesk(QString program, QUrl server, QByteArray token)
        : m_program(std::move(program))
        , m_server(std::move(server))
        , m_token(std::move(token))
    {
    }

    bool start(qint64 nowMs) { return run(nowMs, {}); }
    /// As start(), but it speaks to nobody before it is told "online".
    bool startOffline(qint64 nowMs) { return run(nowMs, QStringLiteral("offline")); }

    void kill() { m_desk.kill(); }
    void say(const QByteArray &command) { m_desk.say(command); }
    QByteArray ask(const QByteArray &command) { return m_desk.ask(command); }

    /// Whether everything is sent and the copy is complete.
    bool isSettled() { return ask("status") == "status live complete 0"; }

private:
    bool run(qint64 nowMs, const QString &mode)
    {
        return m_desk.start(m_program,
                            {m_dir.filePath(QStringLiteral("desk.db")), m_server.toString(),
                             QString::fromLatin1(m_token), QString::number(nowMs), mode});
    }

    QString m_program;
    QUrl m_server;
    QByteArray m_token;
    KillableProgram m_desk;
};

} // namespace petalpost::test
