// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/flows/secretsbench.h"
#include "tests/support/scriptedserver.h"

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// Everything that the program writes while payments go wrong: no key, card number, telephone
/// number, token or text of a customer is in any line of the log, nor in an error answer.
class TestPaymentSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void neitherLogNorErrorNamesOne();

private:
    void payWell();
    void payBadly();
    void refundBadly();
    void forgeNotices();
    void hearCardNumbers();
    void runCommands();

    SecretsBench m_bench{QStringLiteral(PETALPOSTD)};
};

/// Both gateways, each paid once; what follows is refused or not in the log by chance.
void TestPaymentSecrets::payWell()
{
    const QJsonObject first = m_bench.order(u"010-9182-%1"_s).json();
    m_bench.comeBack(m_bench.agreeAtToss(first.value(u"payUrl"_s).toString()));
    const QJsonObject second = m_bench.order().json();
    const QByteArray token = second.value(u"accessToken"_s).toString().toLatin1();
    const QString session = m_bench.choose(token, u"stripe"_s).section(u'/', -1);
    m_bench.comeBack(m_bench.provider.control(u"stripe/pay"_s, {{u"session"_s, session}})
                         .json()
                         .value(u"location"_s)
                         .toString());
    for (const QJsonObject &one : {first, second}) {
        const QByteArray access = one.value(u"accessToken"_s).toString().toLatin1();
        QCOMPARE(m_bench
                     .ask("GET", u"/orders/%1"_s.arg(one.value(u"id"_s).toInteger()), {},
                          {{"Authorization", "Bearer " + access}})
                     .json()
                     .value(u"paymentStatus"_s),
                 u"paid"_s);
    }
}

void TestPaymentSecrets::payBadly()
{
    // Declined: by the bank at the confirmation, and at Stripe's page.
    m_bench.comeBack(
        m_bench.agreeAtToss(m_bench.order(u"010 9182 %1"_s).json().value(u"payUrl"_s).toString(),
                            u"REJECT_CARD_COMPANY"_s));
    m_bench.order(u"+82109182%1"_s);
    const QByteArray other = m_bench.order().json().value(u"accessToken"_s).toString().toLatin1();
    const QString session = m_bench.choose(other, u"stripe"_s).section(u'/', -1);
    m_bench.provider.control(u"stripe/decline"_s, {{u"session"_s, session}});
    for (const QString &fault : {u"500-before"_s, u"500-after"_s, u"malformed"_s, u"wrong-amount"_s,
                                 u"cut-after"_s, u"429"_s}) {
        const QString back =
            m_bench.agreeAtToss(m_bench.order().json().value(u"payUrl"_s).toString());
        QVERIFY(m_bench.provider.fail(u"toss"_s, u"confirm"_s, fault, 1));
        QVERIFY(m_bench.provider.fail(u"toss"_s, u"lookup"_s, fault, 1));
        m_bench.comeBack(back);
        QVERIFY(m_bench.provider.forgiveFaults());
    }
}

void TestPaymentSecrets::refundBadly()
{
    const QJsonObject placed = m_bench.order().json();
    const QByteArray bearer = "Bearer " + placed.value(u"accessToken"_s).toString().toLatin1();
    m_bench.comeBack(m_bench.agreeAtToss(placed.value(u"payUrl"_s).toString()));
    QVERIFY(m_bench.provider.fail(u"toss"_s, u"refund"_s, u"error"_s, -1,
                                  {{u"code"_s, u"NOT_CANCELABLE_AMOUNT"_s}, {u"status"_s, 403}}));
    const QString path = u"/orders/%1"_s.arg(placed.value(u"id"_s).toInteger());
    m_bench.askJson(
        "PATCH", path,
        {{u"verb"_s, u"cancel"_s}, {u"reason"_s, QString(m_bench.cardText + u" 010-9182-7364"_s)}},
        {{"Authorization", bearer}});
    m_bench.askJson("PATCH", path, {{u"verb"_s, u"cancel"_s}, {u"reason"_s, m_bench.cardText}},
                    {{"Authorization", bearer}});
    QTRY_COMPARE_WITH_TIMEOUT(m_bench.ask("GET", path, {}, {{"Authorization", bearer}})
                                  .json()
                                  .value(u"paymentStatus"_s)
                                  .toString(),
                              u"refund_failed"_s, HttpCalls::answerMs);
    QVERIFY(m_bench.provider.forgiveFaults());
}

void TestPaymentSecrets::forgeNotices()
{
    const QJsonObject payload{
        {u"data"_s, QJsonObject{{u"orderId"_s, QString::fromLatin1(SecretsBench::card)},
                                {u"secret"_s, QString::fromLatin1(SecretsBench::tossKey)},
                                {u"phone"_s, u"01091827364"_s}}}};
    for (const QString &how : {u"wrong-signature"_s, u"altered-body"_s, u"old-timestamp"_s,
                               u"no-signature"_s, u"signed"_s}) {
        for (const QString &provider : {u"stripe"_s, u"toss"_s})
            m_bench.provider.control(
                u"webhooks/forge"_s,
                {{u"provider"_s, provider}, {u"payload"_s, payload}, {u"how"_s, how}});
    }
    for (const QString &provider : {u"stripe"_s, u"toss"_s, u"sk_test_nobody"_s}) {
        m_bench.askJson("POST", u"/payments/webhooks/"_s + provider, payload,
                        {{"Stripe-Signature", QByteArray("t=1,v1=") + SecretsBench::hookSecret}});
        m_bench.ask("POST", u"/payments/webhooks/"_s + provider,
                    QByteArray("{\"card\":\"") + SecretsBench::card);
    }
}

/// A provider whose every answer names the card that was used.
void TestPaymentSecrets::hearCardNumbers()
{
    int call = 0;
    ScriptedServer gossip([&call](const SeenRequest &) {
        const QByteArray number = QByteArray(SecretsBench::card);
        ScriptedReply reply;
        switch (call++ % 5) {
        case 0:
            reply.status = 400;
            reply.body = "{\"code\":\"" + number + "\",\"message\":\"card " + number + "\"}";
            break;
        case 1:
            reply.body = "{\"card\":{\"number\":\"" + number + "\"},\"orderId\":\"x\"}";
            break;
        case 2:
            reply.status = 500;
            reply.body = number;
            break;
        case 3:
            reply.status = 429;
            reply.headers = {{"Retry-After", number}};
            break;
        default:
            reply.body = "{\"card\":\"" + number;
            reply.fault = ScriptedReply::Fault::CutHalfway;
            break;
        }
        return reply;
    });
    m_bench.stop();
    QVERIFY(m_bench.writeConfig(gossip.url().toString()));
    QVERIFY2(m_bench.start(), m_bench.server->log().constData());
    for (int customer = 0; customer < 6; ++customer) {
        const QString attempt =
            m_bench.order().json().value(u"payUrl"_s).toString().section(u'/', -1);
        m_bench.comeBack(u"/shop/return/%1?paymentKey=Key_%2_%3&amount=2000&orderId=%1"_s.arg(
            attempt, QLatin1StringView(SecretsBench::card), QString::number(customer)));
        m_bench.comeBack(u"/shop/return/%1?code=%2&message=%2"_s.arg(
            attempt, QLatin1StringView(SecretsBench::card)));
    }
    const Headers owner{{"Authorization", "Bearer " + m_bench.server->token()}};
    m_bench.ask("GET", u"/balance"_s, {}, owner);
    m_bench.ask("GET", u"/metrics"_s, {}, owner);
    m_bench.ask("GET", u"/readyz"_s);
    m_bench.printed += m_bench.run({u"balance"_s, u"--data"_s, m_bench.dir.filePath(u"data"_s)});
    m_bench.stop();
    // And one that does not answer at all, while the server ends.
    QVERIFY(m_bench.writeConfig(m_bench.provider.url().toString()));
    QVERIFY2(m_bench.start(), m_bench.server->log().constData());
    QVERIFY(m_bench.provider.fail(u"*"_s, u"*"_s, u"hang"_s, -1));
    m_bench.comeBack(m_bench.agreeAtToss(m_bench.order().json().value(u"payUrl"_s).toString()));
    m_bench.stop();
    QVERIFY(m_bench.provider.forgiveFaults());
}

void TestPaymentSecrets::runCommands()
{
    const QString url = m_bench.provider.url().toString();
    const QString config = m_bench.dir.filePath(u"petalpostd.ini"_s);
    const QStringList check{u"payment"_s, u"check"_s, u"--config"_s, config};
    const QStringList serve{
        u"serve"_s,    u"--config"_s,   config, u"--data"_s, m_bench.dir.filePath(u"unused"_s),
        u"--listen"_s, u"127.0.0.1:0"_s};
    QVERIFY(m_bench.writeConfig(url, SecretsBench::wrongTossKey, SecretsBench::wrongStripeKey));
    m_bench.printed += m_bench.run(check);
    QVERIFY(m_bench.printed.contains("does not accept"));
    // Keys that cannot be keys, each in the other one's place.
    QVERIFY(m_bench.writeConfig(url, SecretsBench::wrongStripeKey, SecretsBench::wrongTossKey));
    m_bench.printed += m_bench.run(check);
    m_bench.printed += m_bench.run(serve);
    QVERIFY(m_bench.printed.contains("makes no sense"));
    QVERIFY(m_bench.writeConfig(url));
    QVERIFY(QFile::setPermissions(config, QFile::ReadOwner | QFile::ReadOther));
    m_bench.printed += m_bench.run(check);
    m_bench.printed += m_bench.run({u"balance"_s, u"--data"_s, m_bench.dir.filePath(u"data"_s)});
    m_bench.printed += m_bench.run({u"pair"_s, u"--data"_s, m_bench.dir.filePath(u"data"_s)});
}

void TestPaymentSecrets::neitherLogNorErrorNamesOne()
{
    m_bench.begin();
    if (QTest::currentTestFailed())
        return;
    for (const auto step :
         {&TestPaymentSecrets::payWell, &TestPaymentSecrets::payBadly,
          &TestPaymentSecrets::refundBadly, &TestPaymentSecrets::forgeNotices,
          &TestPaymentSecrets::hearCardNumbers, &TestPaymentSecrets::runCommands}) {
        (this->*step)();
        if (QTest::currentTestFailed())
            return;
    }
    m_bench.hasSaid({"petalpost.payment.provider", "breaker:"}, {400, 404, 409});
    m_bench.nothingIsTold();
}

QTEST_GUILESS_MAIN(TestPaymentSecrets)
#include "tst_paymentsecrets.moc"
