// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/httpcalls.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QUrl>

#include <optional>

namespace petalpost::test {

/// The stand-in for Stripe and Toss Payments (tests/support/provider), in a process of its own that
/// ends with this object. docs/payments-testing.md lists what control() understands.
class FakeProvider
{
public:
    static constexpr int readyMs = 30'000;
    static constexpr int endMs = 10'000;
    /// The keys it takes until POST /control/settings says otherwise.
    static constexpr const char *stripeKey = "sk_test_petalpost";
    static constexpr const char *stripeWebhookSecret = "whsec_petalpost";
    static constexpr const char *tossSecretKey = "test_gsk_petalpost";
    static constexpr const char *tossClientKey = "test_gck_petalpost";

    FakeProvider() = default;
    ~FakeProvider() { stop(); }
    Q_DISABLE_COPY_MOVE(FakeProvider)

    /// Starts it and waits until it takes calls; false, and the reason in log(), when it does not.
    bool start()
    {
        stop();
        m_log.clear();
        const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
        const QString script = scriptPath();
        if (node.isEmpty() || script.isEmpty()) {
            m_log = "there is no node, or no tests/support/provider/main.js above this program";
            return false;
        }
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(node, {script});
        const QDeadlineTimer deadline(readyMs);
        while (!m_log.contains('\n') && !deadline.hasExpired()) {
            if (!m_process.waitForReadyRead(int(deadline.remainingTime()))
                && m_process.state() == QProcess::NotRunning)
                break;
            m_log += m_process.readAll();
        }
        const QByteArray line = m_log.left(m_log.indexOf('\n'));
        if (!line.startsWith("ready "))
            return false;
        m_url = QUrl(QString::fromLatin1(line.mid(6)));
        m_calls.emplace(m_url);
        return m_url.isValid();
    }

    /// Closes its standard input, at which it ends; by force when it does not.
    void stop()
    {
        m_calls.reset();
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(endMs)) {
            m_process.kill();
            m_process.waitForFinished(endMs);
        }
        m_log += m_process.readAll();
    }

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 pid() const { return m_process.processId(); }
    const QUrl &url() const { return m_url; }
    const QByteArray &log() const { return m_log; }

    /// POST /control/\a what; waits for the answer.
    Answer control(const QString &what, const QJsonObject &wish = {})
    {
        return m_calls->post(QStringLiteral("/control/") + what, wish);
    }
    /// GET /control/\a what; waits for the answer.
    QJsonObject look(const QString &what)
    {
        return m_calls->get(QStringLiteral("/control/") + what).json();
    }

    /// Where events are sent: the shop's own address.
    bool sendWebhooksTo(const QUrl &shop)
    {
        return control(QStringLiteral("webhooks"), {{QStringLiteral("url"), shop.toString()}})
                   .status
               == 200;
    }
    /// \a fault happens to the next \a times calls of \a operation; -1 for all of them.
    bool fail(const QString &face, const QString &operation, const QString &fault, int times = 1,
              QJsonObject more = {})
    {
        more.insert(QStringLiteral("face"), face);
        more.insert(QStringLiteral("operation"), operation);
        more.insert(QStringLiteral("fault"), fault);
        more.insert(QStringLiteral("times"), times);
        return control(QStringLiteral("faults"), more).status == 200;
    }
    /// No call fails any more because of fail().
    bool forgiveFaults()
    {
        return m_calls->send("DELETE", QStringLiteral("/control/faults"), {}, {}).status == 200;
    }
    /// What really happened to the money, one object per payment.
    QJsonArray books()
    {
        return look(QStringLiteral("books")).value(QStringLiteral("payments")).toArray();
    }
    /// The one payment that \a reference names at the provider; empty when there is none.
    QJsonObject payment(const QString &reference)
    {
        return look(QStringLiteral("books?reference=") + reference)
            .value(QStringLiteral("payments"))
            .toArray()
            .at(0)
            .toObject();
    }
    /// Calls the provider's faces got, oldest first, whose path begins with \a path.
    QJsonArray requests(const QString &path = {})
    {
        return look(QStringLiteral("requests?path=") + path)
            .value(QStringLiteral("requests"))
            .toArray();
    }
    bool reset() { return control(QStringLiteral("reset")).status == 200; }

private:
    /// The script of the tree that this program was built in.
    static QString scriptPath()
    {
        constexpr int mostLevels = 8;
        QDir dir(QCoreApplication::applicationDirPath());
        for (int level = 0; level < mostLevels; ++level) {
            QString path = dir.filePath(QStringLiteral("tests/support/provider/main.js"));
            if (QFile::exists(path))
                return path;
            if (!dir.cdUp())
                break;
        }
        return {};
    }

    QProcess m_process;
    QByteArray m_log;
    QUrl m_url;
    std::optional<HttpCalls> m_calls;
};

} // namespace petalpost::test
