// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/server/payment/providers.h"
#include "core/storage/server/writer.h"

#include <QtCore/QList>
#include <QtCore/QObject>

#include <tl/expected.hpp>

#include <memory>

class QTranslator;

namespace petalpost::server {

class GuardBoard;

/// What `petalpostd serve` was asked for.
struct ServeOptions
{
    QString dataDir;
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8080; ///< 0 picks a free one
    QString publicUrl; ///< where customers reach the shop; the listening address when empty
    QByteArrayList trustedProxies; ///< see http::Server::setTrustedProxies()
    QString ownerPhone; ///< who is told when nobody looks; empty keeps what the shop has
    bool demo = false;
    std::vector<GatewaySettings> gateways; ///< none: the built-in sandbox takes the money
    std::shared_ptr<const QTranslator> englishTexts; ///< of the pages; null: the compiled ones
    Writer::Limits writer; ///< a shop keeps these; measurements compare them with others
};

/// The whole server: every service, wired once, over one database. Lives in the thread that made
/// it.
class ShopServer : public QObject
{
    Q_OBJECT

public:
    /// \a clock must outlive the server.
    explicit ShopServer(const Clock &clock, QObject *parent = nullptr);
    ~ShopServer() override;

    /// Opens the data, writes `owner.token` (0600) when it is missing and `server.url`, and accepts
    /// orders. Answers
    /// the port, or in words why it cannot start. Call it once.
    tl::expected<quint16, QString> start(const ServeOptions &options);

    QString ownerTokenFile() const;
    /// What the server answers, as Router::routes() lists it; empty before start().
    QList<QByteArray> routes() const { return m_routes; }

    /// How the payment providers fare; only after start().
    const GuardBoard &guardBoard() const;

    /// What time brings about: holds end, the day begins, old codes and keys are forgotten. Runs by
    /// itself twice a minute.
    void sweep();

    /// Lets what runs finish, then emits stopped(). A second call does nothing.
    void shutdown();

Q_SIGNALS:
    void stopped();

private:
    class Parts;

    tl::expected<void, QString> writeOwnerToken();
    QString addressFile() const;
    /// Leaves `server.url` beside the token: where `petalpostd pair` finds the running server.
    tl::expected<void, QString> writeAddress(const QString &host, quint16 port);

    const Clock &m_clock;
    QString m_dataDir;
    QList<QByteArray> m_routes;
    std::unique_ptr<Parts> m_parts;
};

} // namespace petalpost::server
