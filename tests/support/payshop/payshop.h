// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/http/server.h"
#include "core/server/payment/providers.h"
#include "core/server/payment/reconciler.h"
#include "core/server/shop/shoppages.h"
#include "core/storage/server/catalogue.h"
#include "tests/support/web/browser.h"
#include "tests/support/web/testshop.h"

#include <qcorotask.h>

#include <QtCore/QEventLoop>
#include <QtCore/QTemporaryDir>

#include <memory>

namespace petalpost::test {

/// The customer pages of the test shop over a real database, with Toss Payments first and the
/// sandbox as the other way to pay. Toss is whoever listens at an address of this computer.
class PayShop
{
public:
    static constexpr int drainDeadlineMs = 5'000;

    PayShop(const Clock &clock, const QString &providerUrl)
        : writer(m_dir.filePath(QStringLiteral("shop.db")), clock)
        , reader(m_dir.filePath(QStringLiteral("shop.db")))
        , orders(writer, reader, server::OrderTokens(QByteArrayLiteral("a server key of tests")))
        , m_edits(writer, reader, clock)
        , m_catalogue(reader)
        , m_reviews(writer, reader)
        , m_signIn(writer, reader, server::OrderTokens("key"))
        , m_sandbox(writer, reader, clock)
        , m_toss(tossAt(providerUrl, {m_http, clock}))
        , payments(writer, reader, both(*m_toss, m_sandbox))
        , reconciler(payments, reader, clock)
        , m_access(writer, reader, clock)
        , m_devices(writer, reader)
        , m_addresses(reader)
        , m_photos(writer, reader, m_photoDecoder)
        , m_limits(clock)
        , m_pages({orders, m_edits, m_catalogue, m_reviews, m_signIn, payments, reconciler,
                   m_access, m_devices, m_addresses, m_photos, &m_sandbox, clock,
                   QByteArrayLiteral("a server key of tests"), m_limits, m_delays, m_tasks})
    {
        writeTestShop(writer);
        http::Router router;
        m_pages.addRoutes(router);
        m_server = std::make_unique<http::Server>(std::move(router));
        m_server->setErrorPage([this](const http::Request &request, http::Response problem) {
            return m_pages.errorPage(request, std::move(problem));
        });
        port = m_server->listen(QStringLiteral("127.0.0.1"), 0).value_or(0);
        url = QStringLiteral("http://127.0.0.1:%1").arg(port);
        writer
            .write([publicUrl = url](Transaction &transaction) -> Result<void> {
                Shop shop = testShop();
                shop.publicUrl = publicUrl; // where the provider sends customers back to
                store::writeShop(transaction.db(), shop);
                return {};
            })
            .waitForFinished();
    }
    ~PayShop()
    {
        m_delays.stop();
        QEventLoop loop;
        QObject::connect(&m_tasks, &http::TaskRegistry::drained, &loop, &QEventLoop::quit);
        m_tasks.drain(drainDeadlineMs);
        loop.exec();
    }
    Q_DISABLE_COPY_MOVE(PayShop)

private:
    static std::unique_ptr<server::PaymentGateway> tossAt(const QString &providerUrl,
                                                          server::GatewayTools tools)
    {
        const auto entry = [](const char *key, const QString &value) {
            return std::pair(QString::fromLatin1(key), value);
        };
        server::GatewaySettings settings{QStringLiteral("toss"), {}};
        for (const auto &[key, value] :
             {entry("clientKey", QStringLiteral("test_gck_petalpost")),
              entry("secretKey", QStringLiteral("test_gsk_petalpost")),
              entry("apiUrl", providerUrl),
              entry("scriptUrl", QString(providerUrl + QStringLiteral("/v2/standard")))})
            settings.values.insert(key, value);
        return server::makeGateway(settings, tools).value();
    }
    static server::Gateways both(server::PaymentGateway &first, server::PaymentGateway &second)
    {
        server::Gateways gateways(first);
        gateways.add(second);
        return gateways;
    }

    QTemporaryDir m_dir;
    server::ProviderHttp m_http;

public:
    Writer writer;
    Reader reader;
    server::Orders orders;

private:
    server::Edits m_edits;
    server::Catalogue m_catalogue;
    server::Reviews m_reviews;
    server::SignIn m_signIn;
    server::SandboxGateway m_sandbox;
    std::unique_ptr<server::PaymentGateway> m_toss;

public:
    server::Payments payments;
    server::Reconciler reconciler;
    quint16 port = 0;
    QString url;

private:
    server::Access m_access;
    server::Devices m_devices;
    server::AddressBook m_addresses;
    server::PhotoDecoder m_photoDecoder{QStringLiteral("petalpost-photo")};
    server::Photos m_photos;
    server::CallLimits m_limits;
    server::Delays m_delays;
    http::TaskRegistry m_tasks{"test"};
    server::ShopPages m_pages;
    std::unique_ptr<http::Server> m_server;
};

} // namespace petalpost::test
