// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QSslSocket>

namespace petalpost::test {

/// A self-signed certificate for 127.0.0.1, made for this run.
struct TestCertificate
{
    QSslCertificate certificate;
    QSslKey key;

    static TestCertificate make()
    {
        constexpr int madeMs = 30'000;
        const QTemporaryDir dir;
        const QString keyFile = dir.filePath(QStringLiteral("key.pem"));
        const QString file = dir.filePath(QStringLiteral("certificate.pem"));
        QProcess openssl;
        openssl.start(
            QStringLiteral("openssl"),
            QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "
                           "-days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 "
                           "-keyout %1 -out %2")
                .arg(keyFile, file)
                .split(u' '));
        if (!openssl.waitForFinished(madeMs) || openssl.exitCode() != 0)
            qFatal("openssl made no certificate");
        QFile key(keyFile);
        if (!key.open(QIODevice::ReadOnly))
            qFatal("openssl made no key");
        return {QSslCertificate::fromPath(file).value(0), QSslKey(&key, QSsl::Ec)};
    }

    QByteArray sha256() const { return certificate.digest(QCryptographicHash::Sha256); }
};

/// What stands before a server in real life: takes https and hands the bytes on. Keeps what clients
/// said, in clear.
class TlsFront : public QObject
{
public:
    explicit TlsFront(quint16 backend)
        : m_backend(backend)
    {
        connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
            while (QTcpSocket *client = m_server.nextPendingConnection())
                join(client);
        });
    }

    ~TlsFront() override
    {
        for (QTcpSocket *client : std::as_const(m_clients))
            client->disconnect(this); // they go with the server
    }

    void show(const TestCertificate &certificate)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(certificate.certificate);
        configuration.setPrivateKey(certificate.key);
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server.setSslConfiguration(configuration);
        for (QTcpSocket *client : QList(m_clients))
            client->disconnectFromHost();
    }

    bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    QUrl url() const
    {
        return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    QByteArray heard;

private:
    void join(QTcpSocket *client)
    {
        auto *server = new QTcpSocket(client);
        m_clients.append(client);
        server->connectToHost(QHostAddress::LocalHost, m_backend);
        const auto forward = [this, client, server] {
            const QByteArray bytes = client->readAll();
            heard += bytes;
            server->write(bytes);
        };
        connect(client, &QTcpSocket::readyRead, server, forward);
        connect(server, &QTcpSocket::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, this, [this, client] {
            m_clients.removeOne(client);
            client->deleteLater();
        });
        forward();
    }

    const quint16 m_backend;
    QSslServer m_server;
    QList<QTcpSocket *> m_clients;
};

} // namespace petalpost::test
