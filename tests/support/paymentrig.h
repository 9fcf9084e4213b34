// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/payment/guardedgateway.h"
#include "core/server/payment/providers.h"
#include "core/server/payment/reconciler.h"
#include "core/storage/server/ledgerstore.h"
#include "tests/support/fakeprovider.h"
#include "tests/support/shopbench.h"

#include <QtCore/QMessageAuthenticationCode>

namespace petalpost::test {

/// All that the shop has stored of one order.
struct OrderRecord
{
    Order order;
    std::vector<PaymentAttempt> attempts;
    std::vector<LedgerEntry> ledger;
    std::vector<store::OutboxRow> messages;
};

/// The services that move money, over a real database, in front of the stand-in for one provider.
/// Time is in the test's hand, on both sides, and the power may fail at any moment.
class PaymentRig
{
    /// One life of the server, from its start to its end.
    struct Life
    {
        Life(const QString &database, const Clock &clock, const server::GatewaySettings &settings,
             server::ProviderDeadlines deadlines)
            : writer(database, clock)
            , reader(database)
            , orders(writer, reader, server::OrderTokens("server key"))
            , http(deadlines)
            , inner(server::makeGateway(settings, {http, clock}).value())
            , guards(settings.name, clock, [](int) { return 0; })
            , gateway(*inner, guards)
            , payments(writer, reader, server::Gateways(gateway))
            , reconciler(payments, reader, clock)
        {
        }

        Writer writer;
        Reader reader;
        server::Orders orders;
        server::ProviderHttp http;
        std::unique_ptr<server::PaymentGateway> inner;
        server::ProviderGuards guards;
        server::GuardedGateway gateway;
        server::Payments payments;
        server::Reconciler reconciler;
    };

    template<class Function>
    auto write(Function function)
    {
        return m_life->writer.write(std::move(function)).takeResult();
    }
    template<class Function>
    auto read(Function function)
    {
        using Value = std::invoke_result_t<Function, Database &>;
        return m_life->reader
            .read([&](Database &database) -> Result<Value> { return function(database); })
            .takeResult()
            .value();
    }

public:
    /// What the stand-in does within milliseconds, and a call that hangs does not.
    static constexpr server::ProviderDeadlines deadlines{2'000, 300, 300};
    static constexpr int mostRounds = 200; ///< of the reconciler, until nothing may be due

    PaymentRig(FakeProvider &provider, QString gateway)
        : m_provider(provider)
        , m_gateway(std::move(gateway))
        , m_dir(std::make_unique<QTemporaryDir>())
    {
        // Both sides begin at one moment: pages and agreements end by the provider's clock.
        clock.set(QDateTime::currentMSecsSinceEpoch());
        start();
        write([](Transaction &transaction) -> Result<bool> {
            store::writeShop(transaction.db(), ShopBench::settings());
            for (const Product &product : ShopBench::products())
                store::insertProduct(transaction.db(), product);
            return true;
        }).value();
    }
    ~PaymentRig() { end(); }
    Q_DISABLE_COPY_MOVE(PaymentRig)

    server::Orders &orders() { return m_life->orders; }
    server::Payments &payments() { return m_life->payments; }
    const QString &gateway() const { return m_gateway; }

    /// The power fails while \a work waits for the provider: what it would have gone on to do never
    /// happens. The server starts again on what the disk held at that moment.
    template<class T>
    void crash(QCoro::Task<T> work)
    {
        auto disk = std::make_unique<QTemporaryDir>();
        for (const char *part : {"", "-wal"}) {
            const QString name = QStringLiteral("petalpost.db") + QLatin1StringView(part);
            QFile::copy(m_dir->filePath(name), disk->filePath(name));
        }
        m_life->guards.stop();
        m_life->http.stop();
        QCoro::waitFor(std::move(work)); // on the disk that nobody looks at any more
        end();
        m_dir = std::move(disk);
        start();
    }

    /// One round of the reconciler, now.
    void reconcile() { QCoro::waitFor(reconciling()); }
    QCoro::Task<void> reconciling() { return m_life->reconciler.run(); }
    /// Moves both clocks and reconciles until nothing is due any more; false when that never comes.
    bool settleEverything()
    {
        for (int round = 0; round < mostRounds; ++round) {
            const qint64 dueMs = nextDueMs();
            if (dueMs == 0)
                return true;
            advance(std::max<qint64>(0, dueMs - clock.nowMs()));
            reconcile();
        }
        return false;
    }
    void advance(qint64 ms)
    {
        clock.advance(ms);
        m_provider.control(QStringLiteral("clock"), {{QStringLiteral("advanceMs"), ms}});
    }

    /// Brings \a body as the provider would bring it, \a times times.
    void notify(const QString &id, const QByteArray &body, int times = 1)
    {
        const QByteArray moment = QByteArray::number(clock.nowMs() / 1000);
        const QByteArray signature = QMessageAuthenticationCode::hash(
            moment + '.' + body, FakeProvider::stripeWebhookSecret, QCryptographicHash::Sha256);
        const QHash<QByteArray, QByteArray> headers{
            {"stripe-signature", "t=" + moment + ",v1=" + signature.toHex()},
            {"tosspayments-webhook-transmission-id", id.toLatin1()}};
        for (int i = 0; i < times; ++i)
            QCoro::waitFor(payments().notice(m_gateway, headers, body));
    }
    /// Brings everything that the provider has to say about, the newest first; see notify().
    void notifyAll(int times = 1)
    {
        const QJsonArray deliveries = m_provider.look(QStringLiteral("webhooks"))
                                          .value(QStringLiteral("deliveries"))
                                          .toArray();
        for (auto at = deliveries.size() - 1; at >= 0; --at) {
            const QJsonObject delivery = deliveries.at(at).toObject();
            notify(delivery.value(QStringLiteral("id")).toString(),
                   delivery.value(QStringLiteral("body")).toString().toUtf8(), times);
        }
    }

    OrderRecord record(qint64 orderId)
    {
        return read([orderId](Database &database) {
            return OrderRecord{
                *store::findOrder(database, orderId), store::attemptsOf(database, orderId),
                store::ledgerOf(database, orderId), store::messagesOf(database, orderId, 100)};
        });
    }

    FakeClock clock;

private:
    void start()
    {
        const QString url = m_provider.url().toString();
        server::GatewaySettings settings;
        settings.name = m_gateway;
        if (m_gateway == QLatin1StringView("toss"))
            settings.values = {
                {QStringLiteral("clientKey"), QString::fromLatin1(FakeProvider::tossClientKey)},
                {QStringLiteral("secretKey"), QString::fromLatin1(FakeProvider::tossSecretKey)},
                {QStringLiteral("apiUrl"), url}};
        else
            settings.values = {
                {QStringLiteral("secretKey"), QString::fromLatin1(FakeProvider::stripeKey)},
                {QStringLiteral("webhookSecret"),
                 QString::fromLatin1(FakeProvider::stripeWebhookSecret)},
                {QStringLiteral("baseUrl"), url}};
        m_life = std::make_unique<Life>(m_dir->filePath(QStringLiteral("petalpost.db")), clock,
                                        settings, deadlines);
    }
    void end()
    {
        m_life->guards.stop();
        m_life->http.stop();
        m_life.reset();
    }

    /// When the reconciler has something to do; 0 for never again.
    qint64 nextDueMs()
    {
        return read([](Database &database) {
            Rows rows = database.query(
                "SELECT COALESCE(MIN(due), 0) FROM ("
                "SELECT next_read_ms AS due FROM payments WHERE next_read_ms > 0 UNION ALL "
                "SELECT MAX(next_try_ms, 1) FROM refunds WHERE state = 'refund_pending' UNION ALL "
                "SELECT expires_ms + 1 FROM orders WHERE state = 'received')");
            return rows.next() ? rows.number(0) : qint64(0);
        });
    }

    FakeProvider &m_provider;
    const QString m_gateway;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Life> m_life;
};

} // namespace petalpost::test
