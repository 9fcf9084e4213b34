// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

namespace petalpost::test {

/// The wire between a desk and the shop: carries bytes both ways until it is cut. A cut wire drops
/// what it carries and takes up nothing.
class Cable : public QObject
{
public:
    explicit Cable(quint16 shopPort)
        : m_shopPort(shopPort)
    {
        connect(&m_server, &QTcpServer::newConnection, this, &Cable::accept);
        m_server.listen(QHostAddress::LocalHost);
    }
    ~Cable() override
    {
        // A socket that ends hands over its rest, and soon nobody is here to carry it.
        for (const auto &socket : findChildren<QTcpSocket *>())
            socket->disconnect();
    }
    Q_DISABLE_COPY_MOVE(Cable)

    QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }

    void cut()
    {
        m_whole = false;
        // Ending one connection ends its other half too.
        for (const auto &socket : findChildren<QTcpSocket *>())
            socket->abort();
    }
    void mend()
    {
        m_whole = true;
        m_answers = true;
    }
    /// From now on the shop hears everything, and nothing of what it says arrives.
    void loseAnswers() { m_answers = false; }
    /// Where the shop is from now on.
    void leadTo(quint16 shopPort) { m_shopPort = shopPort; }
    bool isWhole() const { return m_whole; }

private:
    void accept()
    {
        while (QTcpSocket *desk = m_server.nextPendingConnection()) {
            desk->setParent(this);
            if (!m_whole) {
                desk->abort();
                desk->deleteLater();
                continue;
            }
            auto *shop = new QTcpSocket(this);
            shop->connectToHost(QHostAddress::LocalHost, m_shopPort);
            carry(desk, shop, true);
            carry(shop, desk, false);
        }
    }

    /// What \a from has; nobody may be there to take it any more.
    void pass(QTcpSocket *from, QTcpSocket *to, bool toShop) const
    {
        if (!toShop && !m_answers)
            from->readAll();
        else if (from->isOpen() && to->isOpen())
            to->write(from->readAll());
    }

    void carry(QTcpSocket *from, QTcpSocket *to, bool toShop)
    {
        connect(from, &QTcpSocket::readyRead, to, [=, this] { pass(from, to, toShop); });
        connect(from, &QTcpSocket::stateChanged, to, [=, this](QAbstractSocket::SocketState now) {
            if (now != QAbstractSocket::UnconnectedState)
                return;
            pass(from, to, toShop);
            to->disconnectFromHost();
            from->deleteLater();
        });
    }

    QTcpServer m_server;
    quint16 m_shopPort;
    bool m_whole = true;
    bool m_answers = true;
};

} // namespace petalpost::test
