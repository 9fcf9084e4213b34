// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/orders/devices.h"
#include "core/storage/server/journal.h"
#include "tests/support/eventlistener.h"
#include "tests/support/pairingcalls.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;
using petalpost::server::Devices;

/// Codes, pairing and revoking over the real interface.
class TestDevices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCodeMakesOneDevice();
    void theTokenIsNowhereInTheDatabase();
    void aCodeEndsAfterTenMinutes();
    void fiveWrongCodesEndEveryOpenCode();
    void aUsedCodeStaysUsedAlsoAfterWrongOnes();
    void anAddressThatGuessesIsShutOut();
    void whatIsNoCodeCostsNoTry_data();
    void whatIsNoCodeCostsNoTry();
    void openCodesAreBounded();
    void namesAreChecked_data();
    void namesAreChecked();
    void countsOutliveARestart();
    void theOwnerSeesWhoIsThere();
    void lastSeenIsStoredOnceAMinute();
    void aStreamKeepsItsDeviceSeen();
    void aRevokedDeviceIsToldSo();
    void revokingEndsAnOpenStream();
    void aDeviceMayRevokeItselfOnly();
    void theLastOwnerStays();
    void theJournalTellsWhatHappened();
    void pairingSaysWhoAnswers();

private:
    QString code(const Answer &answer) const { return answer.json().value(u"code"_s).toString(); }
    QJsonObject device(qint64 id)
    {
        for (const QJsonValue &item :
             m_owner->get(u"/devices"_s).json().value(u"items"_s).toArray()) {
            if (item.toObject().value(u"id"_s).toInteger() == id)
                return item.toObject();
        }
        return {};
    }
    QString lastSeenOf(qint64 id)
    {
        return QString::number(device(id).value(u"lastSeenAtMs"_s).toInteger());
    }
    Answer remove(HttpCalls &calls, qint64 id)
    {
        return calls.send("DELETE", u"/devices/%1"_s.arg(id), {}, {});
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_anybody;
    std::unique_ptr<HttpCalls> m_owner;
};

void TestDevices::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_anybody = std::make_unique<HttpCalls>(m_shop->url());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
}

void TestDevices::cleanup()
{
    m_anybody.reset();
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestDevices::aCodeMakesOneDevice()
{
    const Answer issued =
        m_owner->post(u"/devices/codes"_s, {{u"role"_s, u"florist"_s}, {u"name"_s, u"작업대"_s}});
    QCOMPARE(issued.status, 201);
    const QString digits = code(issued);
    QVERIFY(QRegularExpression(u"^[0-9]{8}$"_s).match(digits).hasMatch());
    QCOMPARE(issued.json().value(u"expiresAtMs"_s).toInteger(),
             m_shop->clock.nowMs() + Devices::codeMs);

    const Answer paired = tryCode(*m_anybody, digits);
    QCOMPARE(paired.status, 201);
    QCOMPARE(paired.json().value(u"name"_s).toString(), u"작업대"_s);
    QCOMPARE(paired.json().value(u"role"_s).toString(), u"florist"_s);
    QCOMPARE(paired.json().value(u"shop"_s).toObject().value(u"name"_s).toString(), u"온봄꽃집"_s);
    const QByteArray token = paired.json().value(u"token"_s).toString().toLatin1();
    QCOMPARE(HttpCalls(m_shop->url(), token).get(u"/deliveries"_s).status, 200);

    const Answer again = tryCode(*m_anybody, digits);
    QCOMPARE(again.status, 410);
    QCOMPARE(code(again), u"pairing-code-expired"_s);
}

void TestDevices::theTokenIsNowhereInTheDatabase()
{
    const QString digits = codeFor(*m_owner, u"florist"_s);
    const QByteArray token =
        tryCode(*m_anybody, digits).json().value(u"token"_s).toString().toLatin1();
    QVERIFY(!token.isEmpty());
    for (const QString &name : {u"petalpost.db"_s, u"petalpost.db-wal"_s}) {
        QFile file(m_shop->file(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(token));
        QVERIFY(!bytes.contains(digits.toLatin1()));
    }
}

void TestDevices::aCodeEndsAfterTenMinutes()
{
    const QString kept = codeFor(*m_owner, u"florist"_s);
    m_shop->clock.advance(Devices::codeMs - 1);
    const QString later = codeFor(*m_owner, u"florist"_s);
    QCOMPARE(tryCode(*m_anybody, kept).status, 201);
    m_shop->clock.advance(Devices::codeMs);
    QCOMPARE(code(tryCode(*m_anybody, later)), u"pairing-code-expired"_s);
}

void TestDevices::fiveWrongCodesEndEveryOpenCode()
{
    const QString first = codeFor(*m_owner, u"florist"_s);
    const QString second = codeFor(*m_owner, u"driver"_s);
    QString wrong = otherThan(first);
    if (wrong == second)
        wrong = otherThan(wrong);
    for (int left = Devices::triesPerCode - 1; left > 0; --left) {
        const Answer answer = tryCode(*m_anybody, wrong);
        QCOMPARE(answer.status, 403);
        QCOMPARE(code(answer), u"pairing-code-wrong"_s);
        QCOMPARE(answer.json().value(u"value"_s).toString(), QString::number(left));
    }
    QCOMPARE(code(tryCode(*m_anybody, wrong)), u"pairing-tries-used"_s);
    for (const QString &right : {first, second}) {
        const Answer answer = tryCode(*m_anybody, right);
        QCOMPARE(answer.status, 429);
        QCOMPARE(code(answer), u"pairing-tries-used"_s);
    }
    // A code issued afterwards has its own five.
    QCOMPARE(tryCode(*m_anybody, codeFor(*m_owner, u"florist"_s)).status, 201);
}

void TestDevices::aUsedCodeStaysUsedAlsoAfterWrongOnes()
{
    const QString used = codeFor(*m_owner, u"florist"_s);
    QCOMPARE(tryCode(*m_anybody, used).status, 201);
    QCOMPARE(code(tryCode(*m_anybody, otherThan(used))), u"pairing-code-wrong"_s);
    QCOMPARE(code(tryCode(*m_anybody, used)), u"pairing-code-expired"_s);
}

void TestDevices::anAddressThatGuessesIsShutOut()
{
    for (int guess = 0; guess < Devices::guessesPerAddress; ++guess)
        QVERIFY(tryCode(*m_anybody, u"%1"_s.arg(guess, 8, 10, QChar(u'0'))).status != 201);
    const Answer shut = tryCode(*m_anybody, codeFor(*m_owner, u"florist"_s));
    QCOMPARE(shut.status, 429);
    QCOMPARE(code(shut), u"too-many"_s);
    m_shop->clock.advance(Devices::codeMs);
    QCOMPARE(tryCode(*m_anybody, codeFor(*m_owner, u"florist"_s)).status, 201);
}

void TestDevices::whatIsNoCodeCostsNoTry_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("seven digits") << u"1234567"_s;
    QTest::newRow("nine digits") << u"123456789"_s;
    QTest::newRow("letters") << u"1234567a"_s;
    QTest::newRow("other digits") << u"１２３４５６７８"_s;
    QTest::newRow("grouped") << u"1234 567"_s;
}

void TestDevices::whatIsNoCodeCostsNoTry()
{
    QFETCH(const QString, text);
    const QString right = codeFor(*m_owner, u"florist"_s);
    for (int guess = 0; guess < Devices::guessesPerAddress; ++guess)
        QCOMPARE(tryCode(*m_anybody, text).status, 422);
    QCOMPARE(tryCode(*m_anybody, right).status, 201);
}

void TestDevices::openCodesAreBounded()
{
    for (int i = 0; i < Devices::maxOpenCodes; ++i)
        QVERIFY(!codeFor(*m_owner, u"florist"_s).isEmpty());
    const QJsonObject one{{u"role"_s, u"florist"_s}, {u"name"_s, u"x"_s}};
    QCOMPARE(m_owner->post(u"/devices/codes"_s, one).status, 429);
    m_shop->clock.advance(Devices::codeMs);
    QCOMPARE(m_owner->post(u"/devices/codes"_s, one).status, 201);
}

void TestDevices::namesAreChecked_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("no name") << QJsonObject{{u"role"_s, u"driver"_s}} << u"missing-field"_s;
    QTest::newRow("blank") << QJsonObject{{u"role"_s, u"driver"_s}, {u"name"_s, u"  "_s}}
                           << u"missing-field"_s;
    QTest::newRow("long") << QJsonObject{{u"role"_s, u"driver"_s}, {u"name"_s, QString(41, u'x')}}
                          << u"too-long"_s;
    QTest::newRow("control") << QJsonObject{{u"role"_s, u"driver"_s}, {u"name"_s, u"a\tb"_s}}
                             << u"invalid-text"_s;
    QTest::newRow("no role") << QJsonObject{{u"name"_s, u"x"_s}} << u"missing-field"_s;
    QTest::newRow("other role") << QJsonObject{{u"role"_s, u"admin"_s}, {u"name"_s, u"x"_s}}
                                << u"out-of-range"_s;
}

void TestDevices::namesAreChecked()
{
    QFETCH(const QJsonObject, body);
    QFETCH(const QString, refusal);
    QCOMPARE(code(m_owner->post(u"/devices/codes"_s, body)), refusal);
}

void TestDevices::countsOutliveARestart()
{
    const QString right = codeFor(*m_owner, u"florist"_s);
    for (int guess = 1; guess < Devices::triesPerCode; ++guess)
        QCOMPARE(code(tryCode(*m_anybody, otherThan(right))), u"pairing-code-wrong"_s);
    QVERIFY(m_shop->stop());
    QVERIFY(m_shop->start(m_shop->port()));
    QCOMPARE(code(tryCode(*m_anybody, otherThan(right))), u"pairing-tries-used"_s);
    QCOMPARE(code(tryCode(*m_anybody, right)), u"pairing-tries-used"_s);
}

void TestDevices::theOwnerSeesWhoIsThere()
{
    const Paired driver = pairDevice(*m_shop, u"driver"_s);
    const QJsonArray items = m_owner->get(u"/devices"_s).json().value(u"items"_s).toArray();
    QCOMPARE(items.size(), 2);
    QVERIFY(items.at(0).toObject().value(u"self"_s).toBool());
    QCOMPARE(items.at(0).toObject().value(u"role"_s).toString(), u"owner"_s);
    QCOMPARE(items.at(1).toObject().value(u"id"_s).toInteger(), driver.id);
    QVERIFY(!items.at(1).toObject().contains(u"self"_s));
    QVERIFY(!items.at(1).toObject().contains(u"lastSeenAtMs"_s)); // paired, but never heard yet
    QVERIFY(!items.at(1).toObject().contains(u"token"_s));
}

void TestDevices::lastSeenIsStoredOnceAMinute()
{
    const Paired florist = pairDevice(*m_shop, u"florist"_s);
    HttpCalls desk(m_shop->url(), florist.token);
    const qint64 firstMs = m_shop->clock.nowMs();
    QCOMPARE(desk.get(u"/deliveries"_s).status, 200);
    QTRY_COMPARE(lastSeenOf(florist.id), QString::number(firstMs));
    m_shop->clock.advance(59'999);
    QCOMPARE(desk.get(u"/deliveries"_s).status, 200);
    QCOMPARE(lastSeenOf(florist.id), QString::number(firstMs));
    m_shop->clock.advance(1);
    QCOMPARE(desk.get(u"/deliveries"_s).status, 200);
    QTRY_COMPARE(lastSeenOf(florist.id), QString::number(firstMs + 60'000));
}

void TestDevices::aStreamKeepsItsDeviceSeen()
{
    const Paired florist = pairDevice(*m_shop, u"florist"_s);
    const EventListener stream(m_shop->url(), florist.token, u"/changes"_s);
    QTRY_VERIFY(stream.pages() > 0);
    m_shop->clock.advance(10 * 60'000);
    m_shop->sweep();
    QTRY_COMPARE(lastSeenOf(florist.id), QString::number(m_shop->clock.nowMs()));
}

void TestDevices::aRevokedDeviceIsToldSo()
{
    const Paired florist = pairDevice(*m_shop, u"florist"_s);
    QCOMPARE(remove(*m_owner, florist.id).status, 204);
    const Answer answer = HttpCalls(m_shop->url(), florist.token).get(u"/deliveries"_s);
    QCOMPARE(answer.status, 401);
    QCOMPARE(code(answer), u"device-revoked"_s);
    const Answer unknown = HttpCalls(m_shop->url(), QByteArray(43, 'x')).get(u"/deliveries"_s);
    QCOMPARE(unknown.status, 401);
    QCOMPARE(code(unknown), u"sign-in-required"_s);
    QVERIFY(device(florist.id).isEmpty());
    QCOMPARE(remove(*m_owner, florist.id).status, 204); // twice is once
    QCOMPARE(remove(*m_owner, 999).status, 404);
}

void TestDevices::revokingEndsAnOpenStream()
{
    const Paired florist = pairDevice(*m_shop, u"florist"_s);
    const Paired other = pairDevice(*m_shop, u"florist"_s);
    const EventListener stream(m_shop->url(), florist.token, u"/changes"_s);
    const EventListener staying(m_shop->url(), other.token, u"/changes"_s);
    QTRY_VERIFY(stream.pages() > 0 && staying.pages() > 0);
    QCOMPARE(remove(*m_owner, florist.id).status, 204);
    QTRY_VERIFY(stream.isEnded());
    const int pages = staying.pages();
    QCOMPARE(m_anybody->post(u"/orders"_s, {{u"flowerName"_s, u"Rose"_s}, {u"qty"_s, 1}}).status,
             201);
    QTRY_VERIFY(staying.pages() > pages);
    QVERIFY(!staying.isEnded());
}

void TestDevices::aDeviceMayRevokeItselfOnly()
{
    const Paired florist = pairDevice(*m_shop, u"florist"_s);
    const Paired driver = pairDevice(*m_shop, u"driver"_s);
    HttpCalls desk(m_shop->url(), florist.token);
    QCOMPARE(remove(desk, driver.id).status, 403);
    QCOMPARE(remove(desk, 1).status, 403);
    QCOMPARE(remove(desk, florist.id).status, 204);
    QCOMPARE(code(desk.get(u"/deliveries"_s)), u"device-revoked"_s);
    QCOMPARE(HttpCalls(m_shop->url(), driver.token).get(u"/deliveries"_s).status, 200);
}

void TestDevices::theLastOwnerStays()
{
    const Answer refused = remove(*m_owner, 1);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json().value(u"value"_s).toString(), u"last-owner"_s);
    pairDevice(*m_shop, u"owner"_s);
    QCOMPARE(remove(*m_owner, 1).status, 204);
}

void TestDevices::theJournalTellsWhatHappened()
{
    const Paired florist = pairDevice(*m_shop, u"florist"_s);
    QCOMPARE(remove(*m_owner, florist.id).status, 204);
    Database database(m_shop->file(u"petalpost.db"_s), Database::Mode::ReadOnly);
    QStringList rows;
    for (Rows row = database.query("SELECT what || ' ' || id || ' ' || detail FROM journal "
                                   "WHERE type = 'device' ORDER BY number");
         row.next();)
        rows.append(row.text(0));
    QCOMPARE(rows, (QStringList{uR"(issueCode 1 {"code":1,"role":"florist"})"_s,
                                uR"(pairDevice 2 {"code":1,"role":"florist"})"_s,
                                uR"(revokeDevice 2 {"device":1})"_s}));
    QVERIFY(!firstAlteredRow(database));
    Rows announced = database.query("SELECT COUNT(*) FROM feed WHERE type = 'device'");
    QVERIFY(announced.next());
    QCOMPARE(announced.number(0), 0);
}

void TestDevices::pairingSaysWhoAnswers()
{
    const Answer answer = m_anybody->get(u"/pairing"_s);
    QCOMPARE(answer.status, 200);
    const QJsonObject shop = answer.json().value(u"shop"_s).toObject();
    QCOMPARE(shop.value(u"name"_s).toString(), u"온봄꽃집"_s);
    QCOMPARE(shop.size(), 2); // both names and nothing else
}

QTEST_GUILESS_MAIN(TestDevices)
#include "tst_devices.moc"
