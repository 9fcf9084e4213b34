// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QDeadlineTimer>
#include <QtCore/QProcess>
#include <QtTest/QSignalSpy>

namespace petalpost::test {

/// A program on pipes, see PipeCommands, which may be killed at any moment.
class KillableProgram
{
public:
    static constexpr int answerMs = 30'000;

    ~KillableProgram() { kill(); }

    bool start(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
        return m_process.waitForStarted(answerMs);
    }

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

    /// Says it and waits for the answer; empty when there was none.
    QByteArray ask(const QByteArray &command)
    {
        say(command);
        return readLine();
    }

    /// The next line. Events go on meanwhile: whom the program talks to may live in this process.
    QByteArray readLine()
    {
        // Not QTest::qWaitFor(), which looks every ten milliseconds: a day has 20,000 answers.
        QSignalSpy said(&m_process, &QProcess::readyReadStandardOutput);
        const QDeadlineTimer deadline(answerMs);
        while (!m_process.canReadLine()) {
            if (!said.wait(int(deadline.remainingTime())))
                return {};
        }
        return m_process.readLine().trimmed();
    }

private:
    QProcess m_process;
};

} // namespace petalpost::test
