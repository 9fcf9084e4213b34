// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/web/shopfixture.h"

#include "core/server/orders/addressimport.h"

#include "core/storage/server/catalogue.h"
#include "core/storage/server/messagestore.h"
#include "core/storage/server/reviewstore.h"

#include <qcorofuture.h>

#include <QtCore/QBuffer>
#include <QtCore/QEventLoop>

using namespace Qt::Literals::StringLiterals;

namespace petalpost::test {

namespace {

constexpr int drainDeadlineMs = 5'000;
/// Nobody waits long in a test.
constexpr server::SandboxTimes shortTimes{50, 50, 1, 1};
const QByteArray serverKey = "a server key of the tests, 32 by"_ba;

template<class T>
T waitedFor(QFuture<Result<T>> future)
{
    future.waitForFinished();
    auto result = future.takeResult();
    if (!result)
        qFatal("a service refused: %s", word(result.error().code).data());
    return std::move(*result);
}

} // namespace

QCoro::Task<Result<server::HostedPage>> MoodyGateway::begin(server::Charge charge)
{
    if (!reachable)
        co_return refuse(RefusalCode::ProviderUnavailable);
    co_return co_await m_inner.begin(charge);
}

QCoro::Task<Result<server::ProviderPayment>> MoodyGateway::lookup(PaymentAttempt attempt)
{
    if (!reachable)
        co_return refuse(RefusalCode::ProviderUnavailable);
    co_return co_await m_inner.lookup(attempt);
}

QCoro::Task<Result<server::ProviderPayment>> MoodyGateway::close(PaymentAttempt attempt)
{
    if (!reachable)
        co_return refuse(RefusalCode::ProviderUnavailable);
    co_return co_await m_inner.close(attempt);
}

QCoro::Task<Result<std::vector<server::ProviderEntry>>> MoodyGateway::list(qint64 fromMs,
                                                                           qint64 toMs)
{
    return m_inner.list(fromMs, toMs);
}

QCoro::Task<Result<server::ProviderAccount>> MoodyGateway::check()
{
    return m_inner.check();
}

QCoro::Task<Result<server::ProviderRefund>> MoodyGateway::refund(PaymentAttempt attempt,
                                                                 store::RefundRow refund)
{
    if (!reachable)
        co_return refuse(RefusalCode::ProviderUnavailable);
    co_return co_await m_inner.refund(attempt, refund);
}

ShopFixture::ShopFixture(std::shared_ptr<const QTranslator> englishTexts)
{
    clock.set(testNoonMs());
    server::initShopResources();
    const QString path = m_dir.filePath(u"shop.db"_s);
    m_writer = std::make_unique<Writer>(path, clock);
    writeTestShop(*m_writer);
    m_reader = std::make_unique<Reader>(path);
    m_orders =
        std::make_unique<server::Orders>(*m_writer, *m_reader, server::OrderTokens(serverKey));
    m_edits = std::make_unique<server::Edits>(*m_writer, *m_reader, clock);
    m_catalogue = std::make_unique<server::Catalogue>(*m_reader);
    m_reviews = std::make_unique<server::Reviews>(*m_writer, *m_reader);
    m_access = std::make_unique<server::Access>(*m_writer, *m_reader, clock);
    m_devices = std::make_unique<server::Devices>(*m_writer, *m_reader);
    m_addresses = std::make_unique<server::AddressBook>(*m_reader);
    m_photoDecoder = std::make_unique<server::PhotoDecoder>(
        QString(QCoreApplication::applicationDirPath() + u"/petalpost-photo"_s));
    m_photos = std::make_unique<server::Photos>(*m_writer, *m_reader, *m_photoDecoder);
    m_signIn =
        std::make_unique<server::SignIn>(*m_writer, *m_reader, server::OrderTokens(serverKey));
    m_sandbox = std::make_unique<server::SandboxGateway>(*m_writer, *m_reader, clock, shortTimes);
    gateway = std::make_unique<MoodyGateway>(*m_sandbox);
    m_payments =
        std::make_unique<server::Payments>(*m_writer, *m_reader, server::Gateways(*gateway));
    m_reconciler = std::make_unique<server::Reconciler>(*m_payments, *m_reader, clock);
    m_pages = std::make_unique<server::ShopPages>(server::ShopDeps{
        *m_orders, *m_edits, *m_catalogue, *m_reviews, *m_signIn, *m_payments, *m_reconciler,
        *m_access, *m_devices, *m_addresses, *m_photos, m_sandbox.get(), clock, serverKey, m_limits,
        m_delays, m_tasks, std::move(englishTexts)});
    http::Router router;
    m_pages->addRoutes(router);
    m_server = std::make_unique<http::Server>(std::move(router));
    m_server->setErrorPage([this](const http::Request &request, http::Response problem) {
        return m_pages->errorPage(request, std::move(problem));
    });
    m_server->setTrustedProxies({"127.0.0.1"_ba});
    const auto port = m_server->listen(u"127.0.0.1"_s, 0);
    if (!port)
        qFatal("the test server cannot listen: %s", qUtf8Printable(port.error()));
    m_port = *port;
}

ShopFixture::~ShopFixture()
{
    settleTasks();
}

void ShopFixture::settleTasks()
{
    m_delays.stop();
    QEventLoop loop;
    QObject::connect(&m_tasks, &http::TaskRegistry::drained, &loop, &QEventLoop::quit);
    m_tasks.drain(drainDeadlineMs);
    loop.exec();
}

Page ShopFixture::errorPage(const QByteArray &path, int status, const QByteArray &retryAfter) const
{
    http::Request request;
    request.path = path;
    http::Response problem = http::Response::problem(status, "test"_ba, u"Test"_s);
    if (!retryAfter.isEmpty())
        problem = std::move(problem).withHeader("Retry-After"_ba, retryAfter);
    const http::Response shown = m_pages->errorPage(request, std::move(problem));
    Page page;
    page.status = shown.status;
    page.body = shown.body;
    for (const auto &[name, value] : shown.headers)
        page.headers.insert(name.toLower(), value);
    return page;
}

Fields ShopFixture::goodForm(const QString &window)
{
    return {{u"item"_s, QString::number(Peony)},
            {u"window"_s, window},
            {u"qty"_s, u"1"_s},
            {u"toName"_s, u"김서연"_s},
            {u"toPhone"_s, u"+82 10-2345-6789"_s},
            {u"address"_s, u"서울 강남구 역삼로 180"_s},
            {u"detail"_s, u"101동 1001호"_s},
            {u"card"_s, u"생일 축하해"_s},
            {u"fromName"_s, u"이봄"_s},
            {u"fromPhone"_s, u"010 1234 5678"_s},
            {u"privacy"_s, u"1"_s}};
}

QString ShopFixture::orderTo(Browser &browser, const Fields &form)
{
    browser.get(u"/shop/order?item=1"_s);
    Fields carried = browser.post(u"/shop/check"_s, form).hidden();
    carried.insert(u"agree"_s, u"1"_s);
    return browser.post(u"/shop/checkout"_s, carried).location();
}

QString ShopFixture::paidOrder(Browser &browser, const Fields &form)
{
    const QString hosted = orderTo(browser, form);
    const Page decided = browser.post(hosted, {{u"decision"_s, u"approve"_s}});
    return browser.get(decided.location()).location();
}

std::vector<Order> ShopFixture::orders()
{
    return waitedFor(m_orders->all(0, 100));
}

Order ShopFixture::onlyOrder()
{
    const auto all = orders();
    if (all.size() != 1)
        qFatal("there are %zu orders", all.size());
    return all.front();
}

Order ShopFixture::moved(qint64 orderId, Verb verb, Actor actor)
{
    server::MoveRequest move;
    move.orderId = orderId;
    move.verb = verb;
    move.actor = actor;
    return waitedFor(m_orders->move(move));
}

Order ShopFixture::edited(qint64 orderId, const OrderEdit &edit)
{
    const EditQuote quote = waitedFor(m_edits->quote(orderId, edit));
    const server::EditRequest request{orderId, edit, quote.basedOn, quote.differenceMinor, 1, {}};
    return waitedFor(m_edits->apply(request)).order;
}

void ShopFixture::writeShop(const Shop &shop)
{
    waitedFor(m_writer->write([&](Transaction &transaction) -> Result<bool> {
        store::writeShop(transaction.db(), shop);
        return true;
    }));
}

void ShopFixture::loadAddresses(const QByteArray &rows)
{
    QBuffer file;
    file.setData(rows);
    file.open(QIODevice::ReadOnly);
    server::AddressImport import(m_dir.filePath(u"shop.db"_s), {});
    if (!import.load({&file}))
        qFatal("the addresses were not loaded");
}

QString ShopFixture::textedCode(qint64 orderId)
{
    return waitedFor(m_reader->read([&](Database &database) -> Result<QString> {
        const Message last = store::messagesOf(database, orderId, 100).back().message;
        return server::OrderTokens(serverKey).signInCode(last.operation);
    }));
}

void ShopFixture::addReview(qint64 productId, int rating, const QString &text, bool hidden)
{
    waitedFor(m_writer->write([&](Transaction &transaction) -> Result<bool> {
        Review review;
        review.id = transaction.nextId("review"_L1);
        review.productId = productId;
        review.rating = rating;
        review.text = text;
        review.author = u"김**"_s;
        review.writtenAtMs = transaction.nowMs();
        review.reply = u"고마워요, 또 오세요."_s;
        review.repliedAtMs = transaction.nowMs();
        review.hidden = hidden;
        store::insertReview(transaction.db(), review);
        return true;
    }));
}

server::PaymentLedger ShopFixture::ledger(qint64 orderId)
{
    return waitedFor(m_payments->ledger(orderId));
}

QString ShopFixture::deviceCode(DeviceRole role)
{
    return waitedFor(m_devices->issueCode(role, u"phone"_s, 1)).code;
}

std::vector<store::Device> ShopFixture::devices()
{
    return waitedFor(m_devices->list());
}

void ShopFixture::revokeDevice(qint64 id)
{
    auto revoking = m_devices->revoke(id, id);
    revoking.waitForFinished();
    if (!revoking.result())
        qFatal("the device was not revoked");
}

} // namespace petalpost::test
