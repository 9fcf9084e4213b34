// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/stripewebhook.h"
#include "tests/core/server/payment/stripebench.h"

#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

constexpr int signMs = 30'000;
constexpr qint64 nowS = FakeClock::startMs / 1000;
const QByteArray secret = "whsec_petalpost";

QByteArray eventOf(const QString &type, const QJsonObject &object)
{
    return QJsonDocument(QJsonObject{{u"id"_s, u"evt_1"_s},
                                     {u"object"_s, u"event"_s},
                                     {u"type"_s, type},
                                     {u"data"_s, QJsonObject{{u"object"_s, object}}}})
        .toJson(QJsonDocument::Indented);
}

const QByteArray body = eventOf(u"checkout.session.completed"_s, StripeBench::session());

QByteArray v1(const QByteArray &text, const QByteArray &key = secret, qint64 atS = nowS)
{
    return QMessageAuthenticationCode::hash(QByteArray::number(atS) + '.' + text, key,
                                            QCryptographicHash::Sha256)
        .toHex();
}

QByteArray at(qint64 seconds)
{
    return "t=" + QByteArray::number(seconds);
}

QByteArray header(qint64 atS = nowS, const QByteArray &key = secret)
{
    return at(atS) + ",v1=" + v1(body, key, atS);
}

} // namespace

class StripeWebhookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksAtTheSignature_data();
    void looksAtTheSignature();
    void takesAnyOfItsSecrets();
    void takesWhatStripesLibrarySigns();
    void readsEvents_data();
    void readsEvents();
    void readsDisputes_data();
    void readsDisputes();
    void readsNothingElse_data();
    void readsNothingElse();

private:
    Result<ProviderNotice> read(const QByteArray &signature, const QByteArray &text = body)
    {
        return m_bench.gateway->readNotice({{"stripe-signature", signature}}, text);
    }

    StripeBench m_bench;
};

void StripeWebhookTest::looksAtTheSignature_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("genuine");
    const QByteArray good = v1(body);
    const QByteArray bad = v1(body, "whsec_of_somebody_else");
    const QByteArray now = at(nowS);
    QByteArray altered = body;
    altered.replace("55000", "10000");

    QTest::newRow("genuine") << header() << body << true;
    QTest::newRow("300 s old") << header(nowS - 300) << body << true;
    QTest::newRow("301 s old") << header(nowS - 301) << body << false;
    QTest::newRow("300 s early") << header(nowS + 300) << body << true;
    QTest::newRow("301 s early") << header(nowS + 301) << body << false;
    QTest::newRow("two, the first right") << now + ",v1=" + good + ",v1=" + bad << body << true;
    QTest::newRow("two, the second right") << now + ",v1=" + bad + ",v1=" + good << body << true;
    QTest::newRow("the time last") << "v1=" + good + ',' + now << body << true;
    QTest::newRow("with another scheme") << now + ",v0=" + bad + ",v1=" + good << body << true;
    QTest::newRow("another scheme only") << now + ",v0=" + good << body << false;
    QTest::newRow("wrong secret") << header(nowS, "whsec_other") << body << false;
    QTest::newRow("no secret") << header(nowS, {}) << body << false;
    QTest::newRow("altered body") << header() << altered << false;
    QTest::newRow("a space added") << header() << body + ' ' << false;
    QTest::newRow("no body") << header() << QByteArray() << false;
    QTest::newRow("a space in the header") << now + ", v1=" + good << body << false;
    QTest::newRow("another time") << at(nowS - 1) + ",v1=" + good << body << false;
    QTest::newRow("two times") << at(nowS - 1) + ',' + now + ",v1=" + good << body << false;
    QTest::newRow("no time") << "v1=" + good << body << false;
    QTest::newRow("an empty time") << "t=,v1=" + good << body << false;
    QTest::newRow("a time with a sign")
        << "t=+" + QByteArray::number(nowS) + ",v1=" + good << body << false;
    QTest::newRow("an endless time") << "t=" + QByteArray(30, '9') + ",v1=" + good << body << false;
    QTest::newRow("half a signature") << now + ",v1=" + good.first(32) << body << false;
    QTest::newRow("more than one") << now + ",v1=" + good + good << body << false;
    QTest::newRow("in capitals") << now + ",v1=" + good.toUpper() << body << false;
    QTest::newRow("an empty signature") << now + ",v1=" << body << false;
    QTest::newRow("no signature") << now << body << false;
    QTest::newRow("no header") << QByteArray() << body << false;
    QByteArray many = now;
    for (int i = 0; i < stripe::mostSignatures; ++i)
        many += ",v1=" + bad;
    QTest::newRow("one of too many") << many + ",v1=" + good << body << false;
}

void StripeWebhookTest::looksAtTheSignature()
{
    QFETCH(QByteArray, signature);
    QFETCH(QByteArray, text);
    QFETCH(bool, genuine);
    const auto notice = read(signature, text);
    QCOMPARE(notice.has_value(), genuine);
    if (!genuine)
        QCOMPARE(notice.error().code, RefusalCode::NotAllowed);
}

void StripeWebhookTest::takesAnyOfItsSecrets()
{
    m_bench.gateway =
        makeGateway(m_bench.settings({{u"webhookSecret"_s, u"whsec_new, whsec_petalpost"_s}}),
                    {m_bench.http, m_bench.clock})
            .value();
    QVERIFY(read(header()));
    QVERIFY(read(header(nowS, "whsec_new")));
    QVERIFY(!read(header(nowS, "whsec_newer")));
    QVERIFY(!m_bench.gateway->readNotice({}, body));
}

void StripeWebhookTest::takesWhatStripesLibrarySigns()
{
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    const QString library = StripeBench::treeFile(u"tests/web/node_modules/stripe"_s);
    const QString script = StripeBench::treeFile(u"tests/core/server/payment/stripesigner.js"_s);
    if (node.isEmpty() || library.isEmpty() || script.isEmpty())
        QSKIP("Stripe's library is not there: `npm ci` in tests/web brings it");
    const auto signedBy = [&](const QByteArray &key, qint64 atS) {
        QProcess signer;
        signer.start(node, {script, library, QString::fromLatin1(key), QString::number(atS)});
        signer.write(body);
        signer.closeWriteChannel();
        return signer.waitForFinished(signMs) ? signer.readAllStandardOutput() : QByteArray();
    };
    const QByteArray good = signedBy(secret, nowS);
    QVERIFY2(good.startsWith("t="), good.constData());
    QVERIFY(read(good));
    QVERIFY(!read(good, body + ' '));
    QByteArray altered = body;
    altered.replace("55000", "10000");
    QVERIFY(!read(good, altered));
    QByteArray otherScheme = good;
    otherScheme.replace("v1=", "v0=");
    QVERIFY(!read(otherScheme));
    QVERIFY(!read(signedBy(secret, nowS - 301)));
    QVERIFY(!read(signedBy(secret, nowS + 301)));
    QVERIFY(!read(signedBy("whsec_of_somebody_else", nowS)));
    QVERIFY(read(signedBy("whsec_of_somebody_else", nowS) + good.mid(good.indexOf(','))));
}

void StripeWebhookTest::readsEvents_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<QString>("attempt");
    QTest::addColumn<QString>("reference");
    const QString ours = QString::fromLatin1(StripeBench::attemptId);
    QJsonObject bare = StripeBench::session();
    bare.remove(u"metadata"_s);
    for (const char *type :
         {"completed", "async_payment_succeeded", "async_payment_failed", "expired"}) {
        const QString whole = u"checkout.session."_s + QString::fromLatin1(type);
        QTest::newRow(type) << whole << StripeBench::session() << ours << u"cs_test_a1"_s;
        QTest::addRow("%s, by its reference", type) << whole << bare << ours << u"cs_test_a1"_s;
    }
    for (const char *type : {"payment_intent.succeeded", "payment_intent.payment_failed"})
        QTest::newRow(type) << QString::fromLatin1(type) << StripeBench::intent() << ours
                            << u"pi_3Q"_s;
    QTest::newRow("charge.refunded")
        << u"charge.refunded"_s << StripeBench::paidCharge() << ours << u"pi_3Q"_s;
    QJsonObject elsewhere = StripeBench::refunded();
    elsewhere.insert(u"metadata"_s, QJsonObject());
    for (const char *type : {"refund.created", "refund.updated", "refund.failed"}) {
        QTest::newRow(type) << QString::fromLatin1(type) << StripeBench::refunded() << ours
                            << u"pi_3Q"_s;
        QTest::addRow("%s, by somebody else", type)
            << QString::fromLatin1(type) << elsewhere << QString() << u"pi_3Q"_s;
    }
}

void StripeWebhookTest::readsEvents()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, object);
    QFETCH(QString, attempt);
    QFETCH(QString, reference);
    const auto notice = stripe::noticeOf(eventOf(type, object));
    QVERIFY(notice);
    QCOMPARE(notice->eventId, u"evt_1"_s);
    QCOMPARE(notice->attemptId, attempt);
    QCOMPARE(notice->providerReference, reference);
    QVERIFY(!notice->dispute);
}

void StripeWebhookTest::readsDisputes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("state"); // -1: no money has moved
    const auto row = [](const char *type, const char *status, int state) {
        QTest::addRow("%s, %s", type, status) << u"charge.dispute."_s + QString::fromLatin1(type)
                                              << QString::fromLatin1(status) << state;
    };
    row("created", "needs_response", int(Dispute::State::Open));
    row("created", "under_review", int(Dispute::State::Open));
    row("created", "warning_needs_response", -1);
    row("funds_withdrawn", "needs_response", int(Dispute::State::Open));
    row("closed", "won", int(Dispute::State::Won));
    row("closed", "lost", int(Dispute::State::Lost));
    row("closed", "warning_closed", -1);
}

void StripeWebhookTest::readsDisputes()
{
    QFETCH(QString, type);
    QFETCH(QString, status);
    QFETCH(int, state);
    const QJsonObject dispute{
        {u"id"_s, u"du_1"_s},           {u"object"_s, u"dispute"_s},       {u"amount"_s, 55'000},
        {u"metadata"_s, QJsonObject()}, {u"payment_intent"_s, u"pi_3Q"_s}, {u"status"_s, status}};
    const auto notice = stripe::noticeOf(eventOf(type, dispute));
    QVERIFY(notice);
    QCOMPARE(notice->attemptId, QString());
    QCOMPARE(notice->providerReference, u"pi_3Q"_s);
    QCOMPARE(notice->dispute.has_value(), state >= 0);
    if (state >= 0) {
        QCOMPARE(notice->dispute->reference, u"du_1"_s);
        QCOMPARE(notice->dispute->amountMinor, 55'000);
        QCOMPARE(int(notice->dispute->state), state);
    }
}

void StripeWebhookTest::readsNothingElse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<RefusalCode>("code");
    const auto foreign = RefusalCode::NotFound;
    const auto unreadable = RefusalCode::InvalidText;
    QTest::newRow("an event nobody asked for")
        << eventOf(u"customer.created"_s, {{u"id"_s, u"cus_1"_s}}) << foreign;
    QTest::newRow("a payment without a name")
        << eventOf(u"charge.refunded"_s, {{u"id"_s, u"ch_1"_s}}) << foreign;
    QTest::newRow("no object") << eventOf(u"payment_intent.succeeded"_s, {}) << unreadable;
    QTest::newRow("no event") << QByteArray("{}") << unreadable;
    QTest::newRow("a list") << QByteArray("[]") << unreadable;
    QTest::newRow("cut short") << body.first(40) << unreadable;
    QTest::newRow("nothing") << QByteArray() << unreadable;
}

void StripeWebhookTest::readsNothingElse()
{
    QFETCH(QByteArray, text);
    QFETCH(RefusalCode, code);
    const auto notice = read(at(nowS) + ",v1=" + v1(text), text);
    QVERIFY(!notice);
    QCOMPARE(notice.error().code, code);
}

QTEST_GUILESS_MAIN(StripeWebhookTest)
#include "tst_stripewebhook.moc"
