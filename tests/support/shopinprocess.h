// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/wiring/shopserver.h"
#include "tests/support/fakeclock.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

namespace petalpost::test {

/// The whole server with the demo shop in this process, with time in the test's hand.
class ShopInProcess
{
    QTemporaryDir m_dir; // outlives those who use its files

public:
    static constexpr int endMs = 15'000;

    ~ShopInProcess() { stop(); }

    /// Starts on \a port, 0 for any; false when it cannot.
    bool start(quint16 port = 0)
    {
        m_server = std::make_unique<server::ShopServer>(clock);
        server::ServeOptions options;
        options.dataDir = m_dir.path();
        options.port = port;
        options.demo = true;
        options.ownerPhone = ownerPhone;
        options.trustedProxies = trustedProxies;
        options.gateways = gateways;
        const auto listening = m_server->start(options);
        QFile file(m_server->ownerTokenFile());
        if (!listening || !file.open(QIODevice::ReadOnly))
            return false;
        m_port = *listening;
        token = file.readAll().trimmed();
        return true;
    }

    /// Ends it as SIGTERM does. False when that took too long.
    bool stop()
    {
        if (!m_server)
            return true;
        const QSignalSpy stopped(m_server.get(), &server::ShopServer::stopped);
        m_server->shutdown();
        const bool ended = QTest::qWaitFor([&] { return !stopped.isEmpty(); }, endMs);
        m_server.reset();
        return ended;
    }

    /// What time brings about, at once instead of within half a minute.
    void sweep() { m_server->sweep(); }

    const server::GuardBoard &guardBoard() const { return m_server->guardBoard(); }
    quint16 port() const { return m_port; }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port)); }
    QList<QByteArray> routes() const { return m_server->routes(); }
    QString file(const QString &name) const { return m_dir.filePath(name); }

    FakeClock clock;
    QByteArray token;
    QString ownerPhone; ///< given to the next start(), as the next
    QByteArrayList trustedProxies;
    std::vector<server::GatewaySettings> gateways; ///< none: the sandbox

private:
    std::unique_ptr<server::ShopServer> m_server;
    quint16 m_port = 0;
};

} // namespace petalpost::test
