// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QDeadlineTimer>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QUrl>

namespace petalpost::test {

/// The real petalpostd with the demo shop, on a port of its own choice. It ends with this object.
class ServerProcess
{
public:
    static constexpr int readyMs = 30'000;
    static constexpr int endMs = 20'000;

    /// \a more: further arguments of `petalpostd serve`.
    ServerProcess(QString program, QString dataDir, QStringList more = {})
        : m_program(std::move(program))
        , m_dataDir(std::move(dataDir))
        , m_more(std::move(more))
    {
    }
    ~ServerProcess() { kill(); }
    Q_DISABLE_COPY_MOVE(ServerProcess)

    /// Starts it and waits until it takes orders; false, and what it said in log(), when it does
    /// not.
    bool start()
    {
        m_log.clear();
        m_url.clear();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(m_program,
                        QStringList{QStringLiteral("serve"), QStringLiteral("--data"), m_dataDir,
                                    QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                    QStringLiteral("--demo")}
                            + m_more);
        const QDeadlineTimer deadline(readyMs);
        while (m_url.isEmpty() && !deadline.hasExpired()) {
            if (!m_process.waitForReadyRead(int(deadline.remainingTime()))
                && m_process.state() == QProcess::NotRunning)
                return false;
            m_log += m_process.readAll();
            const qsizetype at = m_log.indexOf("\nready ");
            const qsizetype end = at < 0 ? -1 : m_log.indexOf('\n', at + 1);
            if (end > 0)
                m_url = QUrl(QString::fromLatin1(m_log.mid(at + 7, end - at - 7)));
        }
        QFile file(m_dataDir + QStringLiteral("/owner.token"));
        if (!m_url.isValid() || !file.open(QIODevice::ReadOnly))
            return false;
        m_token = file.readAll().trimmed();
        return true;
    }

    /// SIGKILL: what a power cut leaves. Waits until the process is gone.
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(endMs);
        m_log += m_process.readAll();
    }

    /// SIGTERM; true when it ended by itself and well.
    bool stop()
    {
        m_process.terminate();
        const bool ended = m_process.waitForFinished(endMs);
        m_log += m_process.readAll();
        return ended && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 pid() const { return m_process.processId(); }
    const QUrl &url() const { return m_url; }
    const QByteArray &token() const { return m_token; }
    QString database() const { return m_dataDir + QStringLiteral("/petalpost.db"); }
    const QByteArray &log() const { return m_log; }

private:
    QString m_program;
    QString m_dataDir;
    QStringList m_more;
    QProcess m_process;
    QByteArray m_log;
    QUrl m_url;
    QByteArray m_token;
};

} // namespace petalpost::test
