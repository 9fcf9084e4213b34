// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/httpcalls.h"
#include "tests/support/serverprocess.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost::test;

namespace {

constexpr int toolMs = 60'000;

} // namespace

/// The calls of the older interface, made by the programs that people make them with.
class TestLegacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void ordersAsBefore();
    void deliveryStartRecordsEveryStep();
    void cancelsAsBefore();
    void listsAsBefore();
    void floristsCallsWantTheToken();
    void siegeLosesNothing();

private:
    /// Runs `http` with \a words, behind them the host and port that the server has here.
    Answer http(const QStringList &words, bool signedIn = false);
    Answer order();
    QString run(const QString &program, const QStringList &arguments);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;
};

void TestLegacy::initTestCase()
{
    if (QStandardPaths::findExecutable(u"http"_s).isEmpty()
        || QStandardPaths::findExecutable(u"siege"_s).isEmpty())
        QSKIP("http (package httpie) or siege is not installed: the older interface was not tried "
              "with them");
}

void TestLegacy::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    m_server =
        std::make_unique<ServerProcess>(QStringLiteral(PETALPOSTD), m_dir->filePath(u"data"_s));
    QVERIFY2(m_server->start(), m_server->log().constData());
}

void TestLegacy::cleanup()
{
    if (!m_server)
        return;
    const bool ended = m_server->stop();
    m_server.reset();
    m_dir.reset();
    QVERIFY2(ended, "the server did not end well");
}

QString TestLegacy::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_dir->path()); // both programs write a configuration there
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(toolMs)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return QString::fromUtf8(process.readAll());
}

Answer TestLegacy::http(const QStringList &words, bool signedIn)
{
    QStringList arguments{u"--ignore-stdin"_s, u"--print=hb"_s, u"--pretty=none"_s};
    if (signedIn)
        arguments << u"-A"_s << u"bearer"_s << u"-a"_s << QString::fromLatin1(m_server->token());
    for (const QString &word : words)
        arguments << (word.startsWith(u':')
                          ? QString(u':' % QString::number(m_server->url().port()) % word.sliced(1))
                          : word);
    const QByteArray output = run(u"http"_s, arguments).replace(u"\r\n"_s, u"\n"_s).toUtf8();
    const qsizetype head = output.indexOf("\n\n");
    return {output.mid(9, 3).toInt(), {}, head < 0 ? QByteArray() : output.mid(head + 2).trimmed()};
}

Answer TestLegacy::order()
{
    return http({u"POST"_s, u":/orders"_s, u"flowerName=Rose"_s, u"qty=7"_s, u"address=seoul"_s,
                 u"customerName=lee"_s, u"phoneNumber=01012341234"_s});
}

void TestLegacy::ordersAsBefore()
{
    const Answer placed = order();
    QCOMPARE(placed.status, 201);
    const QJsonObject body = placed.json();
    QCOMPARE(body.value(u"id"_s).toInt(), 1);
    QCOMPARE(body.value(u"status"_s).toString(), u"paid"_s);
    QCOMPARE(body.value(u"flowerName"_s).toString(), u"Rose"_s);
    QCOMPARE(body.value(u"qty"_s).toInt(), 7); // sent as "7": a number is a number
    QCOMPARE(body.value(u"address"_s).toObject().value(u"line"_s).toString(), u"seoul"_s);
    QCOMPARE(body.value(u"customerName"_s).toString(), u"lee"_s);
    QCOMPARE(body.value(u"phoneNumber"_s).toString(), u"01012341234"_s);
}

void TestLegacy::deliveryStartRecordsEveryStep()
{
    QCOMPARE(order().status, 201);
    QCOMPARE(order().status, 201);
    const Answer started = http({u"PATCH"_s, u":/deliveries/2"_s, u"status=DeliveryStart"_s}, true);
    QCOMPARE(started.status, 200);
    QCOMPARE(started.json().value(u"status"_s).toString(), u"delivering"_s);
    const QJsonObject reached = started.json().value(u"reachedAtMs"_s).toObject();
    qint64 before = 0;
    for (const QString &state :
         {u"received"_s, u"paid"_s, u"making"_s, u"made"_s, u"delivering"_s}) {
        QVERIFY2(reached.value(state).toInteger() > 0, qPrintable(state));
        QVERIFY2(reached.value(state).toInteger() >= before, qPrintable(state));
        before = reached.value(state).toInteger();
    }
    QVERIFY(!reached.contains(u"delivered"_s));
    const Answer again = http({u"PATCH"_s, u":/deliveries/2"_s, u"status=DeliveryStart"_s}, true);
    QCOMPARE(again.status, 409);
    QCOMPARE(again.json().value(u"code"_s).toString(), u"illegal-move"_s);
    const Answer cancelled =
        http({u"PATCH"_s, u":/deliveries/2"_s, u"status=DeliveryCancelled"_s}, true);
    QCOMPARE(cancelled.status, 200);
    QCOMPARE(cancelled.json().value(u"status"_s).toString(), u"cancelled"_s);
}

void TestLegacy::cancelsAsBefore()
{
    QCOMPARE(order().status, 201);
    const Answer cancelled = http({u"PATCH"_s, u":/orders/1"_s, u"status=OrderCancelled"_s}, true);
    QCOMPARE(cancelled.status, 200);
    QCOMPARE(cancelled.json().value(u"status"_s).toString(), u"cancelled"_s);
    HttpCalls calls(m_server->url(), m_server->token());
    QTRY_COMPARE_WITH_TIMEOUT(calls.get(u"/orders/1"_s).json().value(u"paymentStatus"_s).toString(),
                              u"refunded"_s, 10'000);
}

void TestLegacy::listsAsBefore()
{
    QCOMPARE(order().status, 201);
    QCOMPARE(order().status, 201);
    QCOMPARE(http({u"PATCH"_s, u":/orders/1"_s, u"status=OrderCancelled"_s}, true).status, 200);

    const Answer deliveries = http({u":/deliveries"_s}, true);
    QCOMPARE(deliveries.status, 200);
    const QJsonArray queue = deliveries.json().value(u"items"_s).toArray();
    QCOMPARE(queue.size(), 1); // the cancelled one is nobody's work
    QCOMPARE(queue.first().toObject().value(u"id"_s).toInt(), 2);

    const Answer pages = http({u":/mypages"_s}, true);
    QCOMPARE(pages.status, 200);
    const QJsonArray orders = pages.json().value(u"items"_s).toArray();
    QCOMPARE(orders.size(), 2);
    QCOMPARE(orders.at(0).toObject().value(u"status"_s).toString(), u"cancelled"_s);
    QCOMPARE(orders.at(1).toObject().value(u"status"_s).toString(), u"paid"_s);
}

void TestLegacy::floristsCallsWantTheToken()
{
    QCOMPARE(order().status, 201);
    for (const QStringList &words :
         {QStringList{u":/deliveries"_s}, QStringList{u":/mypages"_s},
          QStringList{u"PATCH"_s, u":/deliveries/1"_s, u"status=DeliveryStart"_s},
          QStringList{u"PATCH"_s, u":/orders/1"_s, u"status=OrderCancelled"_s}}) {
        const Answer answer = http(words);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.json().value(u"code"_s).toString(), u"sign-in-required"_s);
    }
    HttpCalls calls(m_server->url(), m_server->token());
    QCOMPARE(calls.get(u"/orders/1"_s).json().value(u"status"_s).toString(), u"paid"_s);
}

void TestLegacy::siegeLosesNothing()
{
    const QString target =
        u"http://127.0.0.1:%1/orders POST {\"flowerName\":\"AAAA\",\"qty\":5}"_s.arg(
            m_server->url().port());
    const QString report = run(u"siege"_s, {u"-c50"_s, u"-t3S"_s, u"-v"_s, u"--content-type"_s,
                                            u"application/json"_s, target});
    const auto figure = [&report](const QString &name) {
        const QRegularExpression line(name + u"\"?:\\s+([0-9]+)"_s,
                                      QRegularExpression::CaseInsensitiveOption);
        const auto match = line.match(report);
        return match.hasMatch() ? match.captured(1).toInt() : -1;
    };
    const int successful = figure(u"successful[_ ]transactions"_s);
    QVERIFY2(successful > 0, qPrintable(report.right(2000)));
    QCOMPARE(figure(u"failed[_ ]transactions"_s), 0);

    m_server->kill();
    QVERIFY2(m_server->start(), m_server->log().constData());
    HttpCalls calls(m_server->url(), m_server->token());
    const auto orders = calls.allOrders();
    // siege gives up on what is on its way when its time is over, so there may be a few more.
    QVERIFY2(int(orders.size()) >= successful,
             qPrintable(u"%1 of %2"_s.arg(orders.size()).arg(successful)));
    QVERIFY(int(orders.size()) <= successful + 50);
    for (const auto &[id, order] : orders) {
        QCOMPARE(order.value(u"flowerName"_s).toString(), u"AAAA"_s);
        QCOMPARE(order.value(u"qty"_s).toInt(), 5);
    }
    qInfo("siege: %d orders in 3 s, none failed, all kept", successful);
}

QTEST_GUILESS_MAIN(TestLegacy)
#include "tst_legacy.moc"
