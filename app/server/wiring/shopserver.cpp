// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/wiring/shopserver.h"

#include "app/server/wiring/demoshop.h"
#include "app/server/wiring/paymentparts.h"
#include "core/server/api/api.h"
#include "core/server/http/server.h"
#include "core/server/messages/dispatcher.h"
#include "core/server/messages/ownerwatch.h"
#include "core/server/payment/guardboard.h"
#include "core/server/shop/shoppages.h"
#include "core/storage/server/catalogue.h"
#include "core/storage/server/holdstore.h"
#include "core/storage/server/journal.h"
#include "core/storage/server/ledgerstore.h"
#include "translations/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QLoggingCategory>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSaveFile>
#include <QtCore/QUrl>

Q_LOGGING_CATEGORY(lcServer, "petalpost.server")

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int lastSteps =
    64; ///< awaits that one coroutine can still run through when all are refused
constexpr int sweepEveryMs = 30'000;
constexpr int drainDeadlineMs = 10'000;
constexpr qint64 keepCallsMs = 30LL * 24 * 60 * 60 * 1000;
constexpr int serverKeyWords = 8; ///< 256 bits

/// The key of order tokens and CSRF proofs, made once and kept in the database for every replica.
QFuture<Result<QByteArray>> ensureServerKey(Writer &writer)
{
    return writer.write([](Transaction &transaction) -> Result<QByteArray> {
        if (const auto stored = store::readSetting(transaction.db(), "serverKey"_L1))
            return QByteArray::fromBase64(stored->toLatin1());
        QByteArray key(serverKeyWords * sizeof(quint32), Qt::Uninitialized);
        QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(key.data()),
                                              serverKeyWords);
        store::writeSetting(transaction.db(), "serverKey"_L1, QString::fromLatin1(key.toBase64()));
        return key;
    });
}

/// At start nothing else runs yet, so waiting for the writer's thread blocks nobody.
template<class T>
Result<T> waitFor(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.takeResult();
}

/// The version of what \a reader reads, for the page cache.
PageCache::Version versionOf(Reader &reader)
{
    return [&reader]() -> std::optional<qint64> {
        const auto version =
            reader.read([](Database &database) -> Result<qint64> { return dataVersion(database); })
                .takeResult();
        return version ? std::optional(*version) : std::nullopt;
    };
}

/// It lies beside this program, wherever that is.
QString photoProgram()
{
    return QCoreApplication::applicationDirPath() + u"/petalpost-photo"_s;
}

/// What is wrong with the configuration of a gateway, for the terminal.
QString gatewayFault(const Refusal &refusal)
{
    if (refusal.code == RefusalCode::NotFound)
        return u"There is no payment gateway %1; there are %2."_s.arg(
            refusal.value, providerNames().join(u", "_s));
    if (refusal.code == RefusalCode::MissingField)
        return u"A payment gateway lacks its setting %1."_s.arg(refusal.field);
    return u"A payment gateway's setting %1 makes no sense."_s.arg(refusal.field);
}

} // namespace

/// Everything in the order in which it is made; destroyed the other way round.
class ShopServer::Parts
{
public:
    Parts(const QByteArray &key, const Clock &clock, std::unique_ptr<Writer> openWriter,
          std::unique_ptr<Reader> openReader, std::unique_ptr<PaymentParts> openMoney,
          std::shared_ptr<const QTranslator> englishTexts)
        : writer(std::move(openWriter))
        , reader(std::move(openReader))
        , orders(*writer, *reader, OrderTokens(key))
        , edits(*writer, *reader, clock)
        , catalogue(*reader)
        , figures(*reader)
        , menuEditor(*writer)
        , photoDecoder(photoProgram())
        , photos(*writer, *reader, photoDecoder)
        , shopSettings(*writer)
        , reviews(*writer, *reader)
        , signIn(*writer, *reader, OrderTokens(key))
        , access(*writer, *reader, clock)
        , devices(*writer, *reader)
        , addresses(*reader)
        , money(std::move(openMoney))
        , payments(*writer, *reader, money->gateways())
        , reconciler(payments, *reader, clock)
        , balances(payments, *reader, clock)
        , dispatcher(*writer, *reader, orders, sms, clock)
        , ownerWatch(*writer, *reader)
        , feed(*writer, *reader)
        , health(*writer)
        , limits(clock)
        , tasks("server")
        , pages({orders, edits, catalogue, reviews, signIn, payments, reconciler, access, devices,
                 addresses, photos, money->sandbox(), clock, key, limits, delays, tasks,
                 std::move(englishTexts), versionOf(*reader)})
    {
        feed.setHealth(money->board().health());
        QObject::connect(&money->board(), &GuardBoard::changed, &feed,
                         [this] { feed.setHealth(money->board().health()); });
    }

    http::Router router(const Clock &clock)
    {
        http::Router routes;
        addApiRoutes(routes,
                     {orders,       edits,   catalogue, figures,    menuEditor,     photos,
                      shopSettings, reviews, payments,  reconciler, balances,       dispatcher,
                      feed,         access,  devices,   health,     money->board(), requests,
                      *writer,      limits,  clock,     delays,     tasks});
        pages.addRoutes(routes);
        return routes;
    }

    /// Whoever waits for something outside the database is answered now.
    void stopWaiting()
    {
        dispatcher.stop();
        money->stop();
        delays.stop();
        photoDecoder.stop();
    }

    std::unique_ptr<Writer> writer;
    std::unique_ptr<Reader> reader;
    Orders orders;
    Edits edits;
    Catalogue catalogue;
    Figures figures;
    MenuEditor menuEditor;
    PhotoDecoder photoDecoder;
    Photos photos;
    ShopSettings shopSettings;
    Reviews reviews;
    SignIn signIn;
    Access access;
    Devices devices;
    AddressBook addresses;
    std::unique_ptr<PaymentParts> money;
    Payments payments;
    Reconciler reconciler;
    Balances balances;
    OutboxGateway sms;
    Dispatcher dispatcher;
    OwnerWatch ownerWatch;
    Feed feed;
    Health health;
    RequestCounts requests;
    CallLimits limits;
    Delays delays;
    http::TaskRegistry tasks;
    ShopPages pages;
    std::unique_ptr<http::Server> http;
    QTimer sweepTimer;
    QTimer moneyTimer;
};

ShopServer::ShopServer(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

ShopServer::~ShopServer()
{
    if (!m_parts)
        return;
    QFile::remove(addressFile()); // nobody answers there any more
    // Coroutines that still wait hold references to the services: they end before these do. The
    // stopped writer has answered every promise and refuses what comes, so each ends in a few
    // steps.
    m_parts->stopWaiting();
    m_parts->http.reset();
    m_parts->writer->stop();
    for (int i = 0; i < lastSteps; ++i)
        QCoreApplication::sendPostedEvents();
}

QString ShopServer::ownerTokenFile() const
{
    return m_dataDir % u"/owner.token"_s;
}

const GuardBoard &ShopServer::guardBoard() const
{
    return m_parts->money->board();
}

tl::expected<quint16, QString> ShopServer::start(const ServeOptions &options)
{
    initTranslationResources();
    initShopResources();
    m_dataDir = QDir(options.dataDir).absolutePath();
    const QString path = m_dataDir % u"/petalpost.db"_s;
    try {
        auto writer = std::make_unique<Writer>(path, m_clock, options.writer);
        const auto stored = waitFor(ensureServerKey(*writer));
        if (!stored)
            return tl::unexpected(u"The database %1 cannot be written."_s.arg(path));
        auto reader = std::make_unique<Reader>(path);
        auto money = PaymentParts::make(options.gateways, *writer, *reader, m_clock);
        if (!money)
            return tl::unexpected(gatewayFault(money.error()));
        m_parts = std::make_unique<Parts>(*stored, m_clock, std::move(writer), std::move(reader),
                                          std::move(*money), options.englishTexts);
    } catch (const StorageError &error) {
        return tl::unexpected(
            u"The database %1 cannot be opened: %2"_s.arg(path, QString::fromUtf8(error.what())));
    }

    http::Router router = m_parts->router(m_clock);
    m_routes = router.routes();
    m_parts->http = std::make_unique<http::Server>(std::move(router));
    m_parts->http->setTrustedProxies(options.trustedProxies);
    m_parts->http->setErrorPage([this](const http::Request &request, http::Response problem) {
        return m_parts->pages.errorPage(request, std::move(problem));
    });
    m_parts->http->setObserver([this](const http::Observation &seen) {
        m_parts->requests.note(http::methodName(seen.method), seen.route, seen.status);
    });
    auto port = m_parts->http->listen(options.host, options.port);
    if (!port)
        return port;
    const QString url = options.publicUrl.isEmpty() ? u"http://%1:%2"_s.arg(options.host).arg(*port)
                                                    : options.publicUrl;
    if (options.demo && !waitFor(ensureDemoShop(*m_parts->writer, url)))
        return tl::unexpected(u"The demo shop could not be written to %1."_s.arg(path));
    if (!waitFor(ensureShop(*m_parts->writer, url, options.ownerPhone)))
        return tl::unexpected(u"The shop's settings could not be written to %1."_s.arg(path));
    if (!waitFor(m_parts->payments.resume()))
        return tl::unexpected(u"What waits for payment providers could not be read."_s);
    if (const auto written = writeOwnerToken(); !written)
        return tl::unexpected(written.error());
    if (const auto written = writeAddress(options.host, *port); !written)
        return tl::unexpected(written.error());

    connect(&m_parts->sweepTimer, &QTimer::timeout, this, &ShopServer::sweep);
    m_parts->sweepTimer.start(sweepEveryMs);
    connect(&m_parts->moneyTimer, &QTimer::timeout, this,
            [this] { m_parts->tasks.spawn(m_parts->reconciler.run()); });
    m_parts->moneyTimer.start(Reconciler::everyMs);
    m_parts->dispatcher.start();
    sweep();
    return port;
}

tl::expected<void, QString> ShopServer::writeOwnerToken()
{
    if (QFile::exists(ownerTokenFile()))
        return {};
    const auto token = waitFor(m_parts->access.addDevice(u"owner"_s, DeviceRole::Owner));
    QSaveFile file(ownerTokenFile());
    if (!token || !file.open(QIODevice::WriteOnly))
        return tl::unexpected(u"The owner's token could not be written to %1: %2"_s.arg(
            ownerTokenFile(), file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(token->toLatin1() + '\n');
    if (!file.commit())
        return tl::unexpected(u"The owner's token could not be written to %1: %2"_s.arg(
            ownerTokenFile(), file.errorString()));
    return {};
}

QString ShopServer::addressFile() const
{
    return m_dataDir % u"/server.url"_s;
}

tl::expected<void, QString> ShopServer::writeAddress(const QString &host, quint16 port)
{
    const bool everywhere = host == "0.0.0.0"_L1 || host == "::"_L1;
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(everywhere ? u"127.0.0.1"_s : host);
    url.setPort(port);
    QSaveFile file(addressFile());
    if (!file.open(QIODevice::WriteOnly) || file.write(url.toEncoded() + '\n') < 0
        || !file.commit())
        return tl::unexpected(u"The server's address could not be written to %1: %2"_s.arg(
            addressFile(), file.errorString()));
    return {};
}

void ShopServer::sweep()
{
    const qint64 nowMs = m_clock.nowMs();
    m_parts->tasks.spawn(m_parts->reconciler.run());
    m_parts->devices.forgetOld(nowMs);
    m_parts->signIn.forgetOld(nowMs);
    m_parts->photos.forgetUnused(nowMs);
    m_parts->orders.beginDay();
    // Who holds a stream open makes no calls, but is there.
    for (const qint64 device : m_parts->feed.devices())
        m_parts->access.noteSeen(device);
    m_parts->ownerWatch.look(nowMs); // a fault is logged below and the next sweep looks again
    m_parts->writer->write([nowMs](Transaction &transaction) -> Result<void> {
        store::forgetCalls(transaction.db(), nowMs - keepCallsMs);
        store::forgetNotices(transaction.db(), nowMs - keepCallsMs);
        store::forgetEndedHolds(transaction.db());
        return {};
    });
}

void ShopServer::shutdown()
{
    if (!m_parts || m_parts->health.draining())
        return;
    m_parts->health.startDraining();
    m_parts->sweepTimer.stop();
    m_parts->moneyTimer.stop();
    connect(m_parts->http.get(), &http::Server::finished, this, [this] {
        m_parts->stopWaiting();
        connect(&m_parts->tasks, &http::TaskRegistry::drained, this, &ShopServer::stopped);
        m_parts->tasks.drain(drainDeadlineMs);
    });
    m_parts->http->shutdown();
}

} // namespace petalpost::server
