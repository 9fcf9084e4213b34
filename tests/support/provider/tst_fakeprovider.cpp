// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeprovider.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using petalpost::test::Answer;
using petalpost::test::FakeProvider;
using petalpost::test::HttpCalls;

class TestFakeProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAndEnds();
    void keepsBooksOfWhatWasPaid();
    void losesAnAnswerButNotTheMoney_data();
    void losesAnAnswerButNotTheMoney();
    void isAskedAgainByQtWithTheSameKey();
};

namespace {

QList<std::pair<QByteArray, QByteArray>> tossHeaders()
{
    const QByteArray key = QByteArray(FakeProvider::tossSecretKey) + ':';
    return {{"Authorization", "Basic " + key.toBase64()}};
}

QJsonObject confirmation(FakeProvider &provider, qint64 amount)
{
    const Answer made = provider.control(u"toss/authenticate"_s,
                                         {{u"orderId"_s, u"attempt-1"_s}, {u"amount"_s, amount}});
    return {{u"paymentKey"_s, made.json().value("paymentKey"_L1)},
            {u"orderId"_s, u"attempt-1"_s},
            {u"amount"_s, amount}};
}

} // namespace

void TestFakeProvider::startsAndEnds()
{
    FakeProvider provider;
    QVERIFY2(provider.start(), provider.log().constData());
    QVERIFY(provider.isRunning());
    QVERIFY(provider.books().isEmpty());
    QVERIFY(provider.payment(u"nobody"_s).isEmpty());
    provider.stop();
    QVERIFY(!provider.isRunning());
    QVERIFY(provider.start());
    QVERIFY(provider.isRunning());
}

void TestFakeProvider::keepsBooksOfWhatWasPaid()
{
    FakeProvider provider;
    QVERIFY2(provider.start(), provider.log().constData());
    const QJsonObject wish = confirmation(provider, 30'000);
    HttpCalls calls(provider.url());
    const Answer done = calls.post(u"/v1/payments/confirm"_s, wish, tossHeaders());
    QCOMPARE(done.status, 200);
    QCOMPARE(done.json().value("status"_L1), u"DONE"_s);
    QCOMPARE(provider.payment(wish.value("paymentKey"_L1).toString()).value("captured"_L1), 30'000);
    QCOMPARE(provider.requests(u"/v1/payments"_s).size(), 1);
    QVERIFY(provider.reset());
    QVERIFY(provider.books().isEmpty());
}

void TestFakeProvider::losesAnAnswerButNotTheMoney_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::newRow("the connection breaks in the body") << u"cut-after"_s << 200;
    QTest::newRow("no answer in time") << u"timeout-after"_s << 0;
    QTest::newRow("the provider fails") << u"500-after"_s << 500;
}

void TestFakeProvider::losesAnAnswerButNotTheMoney()
{
    QFETCH(const QString, fault);
    QFETCH(const int, status);
    FakeProvider provider;
    QVERIFY2(provider.start(), provider.log().constData());
    const QJsonObject wish = confirmation(provider, 30'000);
    QVERIFY(provider.fail(u"toss"_s, u"confirm"_s, fault, -1, {{u"delayMs"_s, 200}}));
    HttpCalls calls(provider.url());
    const Answer answer = calls.post(u"/v1/payments/confirm"_s, wish, tossHeaders());
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.json().contains("paymentKey"_L1));
    QCOMPARE(provider.payment(wish.value("paymentKey"_L1).toString()).value("state"_L1),
             u"captured"_s);
}

void TestFakeProvider::isAskedAgainByQtWithTheSameKey()
{
    FakeProvider provider;
    QVERIFY2(provider.start(), provider.log().constData());
    const QJsonObject wish = confirmation(provider, 30'000);
    QVERIFY(provider.fail(u"toss"_s, u"confirm"_s, u"reset-after"_s));
    HttpCalls calls(provider.url());
    // Qt 6.4 sends a POST again by itself when the connection was reset before any answer.
    auto headers = tossHeaders();
    headers.emplaceBack("Idempotency-Key", "key-1");
    const Answer answer = calls.post(u"/v1/payments/confirm"_s, wish, headers);
    QCOMPARE(provider.requests(u"/v1/payments"_s).size(), 2);
    QCOMPARE(answer.status, 200);
    const QJsonObject entry = provider.payment(wish.value("paymentKey"_L1).toString());
    QCOMPARE(entry.value("movements"_L1).toArray().size(), 1);
}

QTEST_GUILESS_MAIN(TestFakeProvider)
#include "tst_fakeprovider.moc"
