// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArrayList>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtTest/QTest>

namespace petalpost::test {

/// A desk in a process of its own, which may be killed at any moment. Its file stays.
class KillableDesk
{
    QTemporaryDir m_dir; // outlives the process

public:
    static constexpr int answerMs = 30'000;

    KillableDesk(QString program, QUrl server, QByteArray token)
        : m_program(std::move(program))
        , m_server(std::move(server))
        , m_token(std::move(token))
    {
    }
    ~KillableDesk() { kill(); }

    bool start(qint64 nowMs) { return run(nowMs, {}); }
    /// As start(), but it speaks to nobody before it is told "online".
    bool startOffline(qint64 nowMs) { return run(nowMs, QStringLiteral("offline")); }

    /// SIGKILL. Answers that were under way are lost.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(answerMs);
        m_process.readAllStandardOutput();
    }

    /// Only says it; the answer is left in the pipe.
    void say(const QByteArray &command)
    {
        m_process.write(command + '\n');
        m_process.waitForBytesWritten(answerMs);
    }

    /// Says it and waits for the answer; empty when there was none. Events go on meanwhile: the
    /// server may live in this process.
    QByteArray ask(const QByteArray &command)
    {
        say(command);
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, answerMs))
            return {};
        return m_process.readLine().trimmed();
    }

    /// Whether everything is sent and the copy is complete.
    bool isSettled() { return ask("status") == "status live complete 0"; }

private:
    bool run(qint64 nowMs, const QString &mode)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(m_program, {m_dir.filePath(QStringLiteral("desk.db")), m_server.toString(),
                                    QString::fromLatin1(m_token), QString::number(nowMs), mode});
        return m_process.waitForStarted(answerMs);
    }

    QString m_program;
    QUrl m_server;
    QByteArray m_token;
    QProcess m_process;
};

} // namespace petalpost::test
