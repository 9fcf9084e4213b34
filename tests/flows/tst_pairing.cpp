// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/deskaccess.h"
#include "core/sync/pairing.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/pairingcalls.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/secrets.h"
#include "tests/support/tlsfront.h"

#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::sync;
using namespace petalpost::test;

namespace {

/// How one step of pairing ended.
struct StepEnd
{
    std::optional<ShopIdentity> shop;
    std::optional<PairedDevice> device;
    std::optional<PairingFailure> failure;
    int ends = 0;
};

} // namespace

/// The desk's half of pairing against the real server, also behind TLS.
class TestPairing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRenewedCertificateOfAnAuthorityIsFine();
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void addressesAsPeopleTypeThem_data();
    void addressesAsPeopleTypeThem();
    void pairsInTwoSteps();
    void theCodeIsWrong();
    void theCodeIsExpired();
    void theTriesAreUsed();
    void nobodyAnswers();
    void somebodyElseAnswers();
    void aServerThatHangsIsGivenUp();
    void theClockIsOff_data();
    void theClockIsOff();
    void pairsOverHttps();
    void anotherCertificateGetsNoCode();
    void anotherCertificateGetsNoToken();
    void aKnownShopWithAnotherCertificateIsSaid();
    void cancellingSaysNothing();
    void aDeskRemembersItsPairing();
    void aTokenThatCannotBeKeptIsSaid();
    void fromPairingToRevoking();
    void whatARevokedDeskNeverSentIsCounted();
    void unpairingKeepsWhatWasNotSent();

private:
    StepEnd run(Pairing &pairing, const std::function<void()> &begin)
    {
        StepEnd end;
        QObject context;
        connect(&pairing, &Pairing::identified, &context, [&](const ShopIdentity &shop) {
            end.shop = shop;
            ++end.ends;
        });
        connect(&pairing, &Pairing::paired, &context, [&](const PairedDevice &device) {
            end.device = device;
            ++end.ends;
        });
        connect(&pairing, &Pairing::failed, &context, [&](PairingFailure failure) {
            end.failure = failure;
            ++end.ends;
        });
        begin();
        if (!QTest::qWaitFor([&] { return end.ends > 0; }, 20'000))
            return end;
        QTest::qWait(0); // a second end would follow at once
        return end.ends == 1 ? end : StepEnd{};
    }
    StepEnd identify(Pairing &pairing, const QUrl &url, const QByteArray &expected = {})
    {
        return run(pairing, [&] { pairing.identify(url, expected); });
    }
    StepEnd confirm(Pairing &pairing, const QString &code)
    {
        return run(pairing, [&] { pairing.confirm(code); });
    }
    QString freshCode(const QString &role = u"florist"_s)
    {
        HttpCalls owner(m_shop->url(), m_shop->token);
        return codeFor(owner, role);
    }
    qint64 order()
    {
        const QJsonObject rose{{u"flowerName"_s, u"Rose"_s}, {u"qty"_s, 1}};
        return HttpCalls(m_shop->url()).post(u"/orders"_s, rose).json().value(u"id"_s).toInteger();
    }
    PairedDevice pairedDesk()
    {
        Pairing pairing(m_shop->clock);
        identify(pairing, m_shop->url());
        return confirm(pairing, freshCode()).device.value_or(PairedDevice());
    }

    TestCertificate m_certificate;
    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<TlsFront> m_front;
};

void TestPairing::initTestCase()
{
    m_certificate = TestCertificate::make();
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
}

void TestPairing::cleanupTestCase()
{
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestPairing::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop->clock.advance(11 * 60 * 1000); // codes and guesses of the test before are over
    m_front = std::make_unique<TlsFront>(m_shop->port());
    m_front->show(m_certificate);
    QVERIFY(m_front->listen());
}

void TestPairing::cleanup()
{
    m_front.reset();
}

void TestPairing::addressesAsPeopleTypeThem_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::newRow("domain") << u" onbom.kr "_s << u"https://onbom.kr"_s;
    QTest::newRow("port") << u"onbom.kr:8443"_s << u"https://onbom.kr:8443"_s;
    QTest::newRow("this computer") << u"127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("localhost") << u"localhost:8080"_s << u"http://localhost:8080"_s;
    QTest::newRow("IPv6") << u"[::1]:8080"_s << u"http://[::1]:8080"_s;
    QTest::newRow("scheme") << u"http://10.0.0.2:8080/"_s << u"http://10.0.0.2:8080"_s;
    QTest::newRow("path") << u"https://x.kr/flowers/?a=1#b"_s << u"https://x.kr/flowers"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("words") << u"my flower shop"_s << QString();
    QTest::newRow("other scheme") << u"ftp://onbom.kr"_s << QString();
    QTest::newRow("password") << u"https://a:b@onbom.kr"_s << QString();
}

void TestPairing::addressesAsPeopleTypeThem()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, url);
    QCOMPARE(serverFromText(typed).value_or(QUrl()).toString(), url);
}

void TestPairing::pairsInTwoSteps()
{
    Pairing pairing(m_shop->clock);
    const StepEnd first = identify(pairing, m_shop->url());
    QVERIFY(first.shop);
    QCOMPARE(first.shop->name, u"온봄꽃집"_s);
    QVERIFY(first.shop->certificateSha256.isEmpty());
    const StepEnd second = confirm(pairing, freshCode(u"driver"_s));
    QVERIFY(second.device);
    QCOMPARE(second.device->shop, *first.shop);
    QCOMPARE(second.device->role, DeviceRole::Driver);
    QCOMPARE(HttpCalls(m_shop->url(), second.device->token).get(u"/deliveries"_s).status, 200);
}

void TestPairing::theCodeIsWrong()
{
    Pairing pairing(m_shop->clock);
    const QString right = freshCode();
    QVERIFY(identify(pairing, m_shop->url()).shop);
    QCOMPARE(confirm(pairing, otherThan(right)).failure, PairingFailure::CodeWrong);
    QCOMPARE(confirm(pairing, u"123"_s).failure, PairingFailure::CodeWrong);
    QVERIFY(confirm(pairing, right).device); // a failed step may be tried again
}

void TestPairing::theCodeIsExpired()
{
    Pairing pairing(m_shop->clock);
    const QString code = freshCode();
    QVERIFY(identify(pairing, m_shop->url()).shop);
    m_shop->clock.advance(10 * 60 * 1000);
    QCOMPARE(confirm(pairing, code).failure, PairingFailure::CodeExpired);
}

void TestPairing::theTriesAreUsed()
{
    Pairing pairing(m_shop->clock);
    const QString right = freshCode();
    QVERIFY(identify(pairing, m_shop->url()).shop);
    for (int guess = 0; guess < 5; ++guess)
        confirm(pairing, otherThan(right));
    QCOMPARE(confirm(pairing, right).failure, PairingFailure::TriesUsed);
}

void TestPairing::nobodyAnswers()
{
    Pairing pairing(m_shop->clock);
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const QUrl url(u"http://127.0.0.1:%1"_s.arg(gone.serverPort()));
    gone.close();
    QCOMPARE(identify(pairing, url).failure, PairingFailure::Unreachable);
}

void TestPairing::somebodyElseAnswers()
{
    ScriptedServer other([](const SeenRequest &) {
        ScriptedReply reply;
        reply.body = R"({"shop":{"name":"?"}})";
        return reply;
    });
    Pairing pairing(m_shop->clock);
    QCOMPARE(identify(pairing, other.url()).failure, PairingFailure::Unreachable);
}

void TestPairing::aServerThatHangsIsGivenUp()
{
    ScriptedServer other([](const SeenRequest &) {
        ScriptedReply reply;
        reply.fault = ScriptedReply::Fault::Hang;
        return reply;
    });
    Pairing pairing(m_shop->clock, 50);
    QCOMPARE(identify(pairing, other.url()).failure, PairingFailure::Unreachable);
}

void TestPairing::theClockIsOff_data()
{
    QTest::addColumn<qint64>("offMs");
    QTest::addColumn<bool>("fails");
    QTest::newRow("exact") << qint64(0) << false;
    QTest::newRow("two minutes behind") << qint64(-120'000) << false;
    QTest::newRow("more behind") << qint64(-120'001) << true;
    QTest::newRow("two minutes ahead") << qint64(120'000) << false;
    QTest::newRow("more ahead") << qint64(120'001) << true;
}

void TestPairing::theClockIsOff()
{
    QFETCH(const qint64, offMs);
    QFETCH(const bool, fails);
    FakeClock clock;
    clock.set(m_shop->clock.nowMs() + offMs);
    Pairing pairing(clock);
    const StepEnd end = identify(pairing, m_shop->url());
    QCOMPARE(end.failure == PairingFailure::ClockOff, fails);
    QCOMPARE(end.shop.has_value(), !fails);
}

void TestPairing::pairsOverHttps()
{
    Pairing pairing(m_shop->clock);
    const StepEnd first = identify(pairing, m_front->url());
    QVERIFY(first.shop);
    QCOMPARE(first.shop->certificateSha256, m_certificate.sha256());
    QVERIFY(confirm(pairing, freshCode()).device);
}

void TestPairing::anotherCertificateGetsNoCode()
{
    Pairing pairing(m_shop->clock);
    QVERIFY(identify(pairing, m_front->url()).shop);
    m_front->show(TestCertificate::make());
    m_front->heard.clear();
    const QString code = freshCode();
    QCOMPARE(confirm(pairing, code).failure, PairingFailure::CertificateChanged);
    QVERIFY(!m_front->heard.contains(code.toLatin1()));
    QCOMPARE(m_front->heard, QByteArray());
}

void TestPairing::anotherCertificateGetsNoToken()
{
    const PairedDevice device = pairedDesk();
    DeskInProcess desk(m_front->url(), device.token, m_shop->clock, m_certificate.sha256());
    QSignalSpy changed(desk.engine.get(), &Engine::certificateChanged);
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    QVERIFY(m_front->heard.contains(device.token));
    m_front->heard.clear();
    m_front->show(TestCertificate::make());
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!m_front->heard.contains(device.token));
    QCOMPARE(desk.engine->status().link, Link::SignedOut);
    QVERIFY(!desk.engine->products().empty()); // the copy stays
}

void TestPairing::aKnownShopWithAnotherCertificateIsSaid()
{
    Pairing pairing(m_shop->clock);
    QCOMPARE(identify(pairing, m_front->url(), QByteArray(32, 'x')).failure,
             PairingFailure::CertificateChanged);
    QVERIFY(identify(pairing, m_front->url(), m_certificate.sha256()).shop);
}

void TestPairing::cancellingSaysNothing()
{
    Pairing pairing(m_shop->clock);
    QSignalSpy identified(&pairing, &Pairing::identified);
    QSignalSpy failed(&pairing, &Pairing::failed);
    pairing.identify(m_shop->url());
    pairing.cancel();
    QVERIFY(!pairing.isBusy());
    QVERIFY(identify(pairing, m_shop->url()).shop);
    QCOMPARE(identified.size(), 1);
    QCOMPARE(failed.size(), 0);
}

void TestPairing::aDeskRemembersItsPairing()
{
    const QTemporaryDir dir;
    MemoryStore secrets;
    PairedDevice device = pairedDesk();
    device.role = DeviceRole::Driver;
    {
        DeskAccess access(dir.path(), secrets);
        QSignalSpy missing(&access, &DeskAccess::missing);
        access.load();
        QVERIFY(missing.wait());
        QCOMPARE(missing.first().first().toBool(), false);
        QSignalSpy kept(&access, &DeskAccess::kept);
        access.keep(device);
        QVERIFY(kept.wait());
    }
    DeskAccess access(dir.path(), secrets);
    Settings granted;
    connect(&access, &DeskAccess::granted, this,
            [&](const Settings &settings) { granted = settings; });
    access.load();
    QTRY_COMPARE(granted.token, device.token);
    QCOMPARE(granted.role, DeviceRole::Driver);
    QFile file(dir.filePath(u"pairing.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(device.token));
    secrets.isThere = false; // locked: that is said, and nothing is forgotten
    QSignalSpy missing(&access, &DeskAccess::missing);
    access.load();
    QVERIFY(missing.wait());
    QCOMPARE(missing.first().first().toBool(), true);
}

void TestPairing::aTokenThatCannotBeKeptIsSaid()
{
    const QTemporaryDir dir;
    MemoryStore secrets;
    secrets.isThere = false;
    DeskAccess access(dir.path(), secrets);
    QSignalSpy notKept(&access, &DeskAccess::notKept);
    access.keep(pairedDesk());
    QTest::ignoreMessage(QtWarningMsg, "the token of this desk could not be kept");
    QVERIFY(notKept.wait());
    QVERIFY(!QFile::exists(dir.filePath(u"pairing.json"_s)));
}

void TestPairing::fromPairingToRevoking()
{
    const PairedDevice device = pairedDesk();
    DeskInProcess desk(m_shop->url(), device.token, m_shop->clock);
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    const qint64 id = order();
    QTRY_COMPARE(desk.stateOf(id), OrderState::Paid);
    QSignalSpy revoked(desk.engine.get(), &Engine::revoked);
    QSignalSpy removed(desk.engine.get(), &Engine::orderRemoved);
    HttpCalls owner(m_shop->url(), m_shop->token);
    QCOMPARE(owner.send("DELETE", u"/devices/%1"_s.arg(device.id), {}, {}).status, 204);
    QTRY_COMPARE(revoked.size(), 1);
    QCOMPARE(revoked.first().first().toInt(), 0);
    QVERIFY(removed.size() > 0);
    QVERIFY(desk.engine->orders().empty());
    QVERIFY(desk.engine->reviews().empty());
    QVERIFY(desk.store->loadOrders(0)->empty());
    QVERIFY(desk.store->state()->cursor.epoch.isEmpty());
    QCOMPARE(desk.engine->status().link, Link::SignedOut);
}

void TestPairing::whatARevokedDeskNeverSentIsCounted()
{
    const PairedDevice device = pairedDesk();
    DeskInProcess desk(m_shop->url(), device.token, m_shop->clock);
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    const qint64 id = order();
    QTRY_COMPARE(desk.stateOf(id), OrderState::Paid);
    desk.engine->stop();
    const QString personal = u"김하늘 님이 전화로 취소하셨어요"_s;
    QVERIFY(desk.engine->move(id, Verb::Cancel, {{u"reason"_s, personal}}));
    HttpCalls owner(m_shop->url(), m_shop->token);
    QCOMPARE(owner.send("DELETE", u"/devices/%1"_s.arg(device.id), {}, {}).status, 204);
    QSignalSpy revoked(desk.engine.get(), &Engine::revoked);
    QVERIFY(desk.engine->start());
    QTRY_COMPARE(revoked.size(), 1);
    QCOMPARE(revoked.first().first().toInt(), 1);
    QVERIFY(desk.store->pending()->empty());
    // Not even in the file's free pages or its log.
    for (const QString &name : {u"desk.db"_s, u"desk.db-wal"_s}) {
        QFile file(desk.file(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(personal.toUtf8()));
    }
}

void TestPairing::unpairingKeepsWhatWasNotSent()
{
    const QTemporaryDir dir;
    MemoryStore secrets;
    DeskAccess access(dir.path(), secrets);
    QSignalSpy kept(&access, &DeskAccess::kept);
    const PairedDevice device = pairedDesk();
    access.keep(device);
    QVERIFY(kept.wait());
    DeskInProcess desk(m_shop->url(), device.token, m_shop->clock);
    QVERIFY(desk.engine->start());
    QTRY_VERIFY(desk.isLive());
    const qint64 id = order();
    QTRY_COMPARE(desk.stateOf(id), OrderState::Paid);
    desk.engine->stop();
    QVERIFY(desk.engine->move(id, Verb::StartMaking));
    const auto unsent = desk.engine->wipe(Engine::Unsent::Keep);
    QVERIFY(unsent);
    QCOMPARE(*unsent, 1);
    QVERIFY(desk.engine->orders().empty());
    QCOMPARE(desk.store->pending()->size(), 1U);

    QSignalSpy parted(&access, &DeskAccess::parted);
    access.unpair(*unsent);
    QVERIFY(parted.wait(20'000));
    QVERIFY(secrets.secrets.isEmpty());
    QCOMPARE(access.shop()->parting, Parting::Unpaired);
    QCOMPARE(access.shop()->operations, 1);
    QCOMPARE(HttpCalls(m_shop->url(), device.token).get(u"/deliveries"_s).status, 401);
    QVERIFY(access.isSameServer(m_shop->url()));
    QVERIFY(!access.isSameServer(m_front->url()));

    // Paired again, what was kept is sent.
    desk.reopen(m_shop->url(), pairedDesk().token, m_shop->clock);
    QVERIFY(desk.engine->start());
    HttpCalls owner(m_shop->url(), m_shop->token);
    QTRY_COMPARE(owner.get(u"/orders/%1"_s.arg(id)).json().value(u"status"_s).toString(),
                 u"making"_s);
}

/// As a proxy renews it every few weeks.
void TestPairing::aRenewedCertificateOfAnAuthorityIsFine()
{
    const auto renewed = TestCertificate::make();
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(before); });
    QSslConfiguration trusting = before;
    trusting.addCaCertificate(renewed.certificate);
    QSslConfiguration::setDefaultConfiguration(trusting);
    m_front->show(renewed);
    Pairing pairing(m_shop->clock);
    const StepEnd known = identify(pairing, m_front->url(), m_certificate.sha256());
    QVERIFY(known.shop);
    QCOMPARE(known.shop->certificateSha256, renewed.sha256());
}

QTEST_GUILESS_MAIN(TestPairing)
#include "tst_pairing.moc"
