// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/journal.h"
#include "tests/support/httpcalls.h"
#include "tests/support/serverprocess.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUuid>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr int rounds = 20;
constexpr int ordersInRound = 50;
constexpr int connectionsPerManager = 5; // Qt opens at most six
constexpr int capacity = 20; // of a window in the demo shop
constexpr int windowed = 25; // orders of a round that want the same window: more than fit

/// One order as its customer remembers it.
struct Wish
{
    QByteArray key;
    QByteArray body;
    int qty = 1;
    bool wantsWindow = false;
    qint64 id = 0; ///< acknowledged under this id
    bool refused = false; ///< answered for good that there is no place
};

Wish wish(int number, const QString &window)
{
    Wish wish;
    wish.key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    wish.qty = 1 + number % 7;
    wish.wantsWindow = number % 2 == 0;
    QJsonObject body{{u"qty"_s, wish.qty}, {u"request"_s, QString::fromLatin1(wish.key)}};
    if (wish.wantsWindow) {
        body.insert(u"productId"_s, 1);
        body.insert(u"window"_s, window);
    } else {
        body.insert(u"flowerName"_s, u"Rose"_s);
    }
    wish.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return wish;
}

bool settle(Wish &wish, const Answer &answer)
{
    if (answer.status == 201)
        wish.id = answer.json().value(u"id"_s).toInteger();
    wish.refused = answer.status == 409 && answer.json().value(u"code"_s) == u"window-full"_s;
    return wish.id > 0 || wish.refused;
}

/// Sends every wish of \a round at once and kills the server at the \a killAfter-th answer; 0 kills
/// it as soon as the first request has left.
void orderAndKill(ServerProcess &server, std::vector<Wish> &round, int killAfter)
{
    const HttpCalls calls(server.url());
    std::vector<std::unique_ptr<QNetworkAccessManager>> managers;
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    int answered = 0;
    int finished = 0;
    for (Wish &wish : round) {
        if (replies.size() % connectionsPerManager == 0)
            managers.push_back(std::make_unique<QNetworkAccessManager>());
        auto request = calls.request(
            u"/orders"_s, {{"Content-Type", "application/json"}, {"Idempotency-Key", wish.key}});
        QNetworkReply *reply = managers.back()->post(request, wish.body);
        replies.emplace_back(reply);
        QObject::connect(reply, &QNetworkReply::requestSent, [&, killAfter] {
            if (killAfter == 0)
                server.kill();
        });
        QObject::connect(reply, &QNetworkReply::finished, [&, reply, killAfter] {
            ++finished;
            if (settle(wish, Answer::of(*reply)) && ++answered == killAfter)
                server.kill();
        });
    }
    const bool ended =
        QTest::qWaitFor([&] { return finished == ordersInRound; }, HttpCalls::answerMs);
    QVERIFY2(ended, "a request of a killed server neither failed nor was answered");
    server.kill();
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void acknowledgedOrdersSurvive();

private:
    void resend(HttpCalls &calls, std::vector<Wish> &round);
    void compare(HttpCalls &calls, const std::vector<Wish> &wishes);
    void checkPlaces(HttpCalls &calls, const QString &date, const QString &window,
                     const std::vector<Wish> &round);
};

/// What was not answered is asked for again under its key, as a customer's browser would.
void TestCrash::resend(HttpCalls &calls, std::vector<Wish> &round)
{
    for (Wish &wish : round) {
        if (wish.id > 0 || wish.refused)
            continue;
        const Answer answer =
            calls.sendJson("POST", u"/orders"_s, wish.body, {{"Idempotency-Key", wish.key}});
        QVERIFY2(settle(wish, answer), answer.body.constData());
    }
}

/// Exactly one order for each key that was accepted, none for the others, each as it was wished
/// for.
void TestCrash::compare(HttpCalls &calls, const std::vector<Wish> &wishes)
{
    const auto orders = calls.allOrders();
    std::map<QString, int> ofKey;
    for (const auto &[id, order] : orders)
        ++ofKey[order.value(u"request"_s).toString()];
    std::size_t accepted = 0;
    for (const Wish &wish : wishes) {
        const QString key = QString::fromLatin1(wish.key);
        QCOMPARE(ofKey[key], wish.refused ? 0 : 1);
        if (wish.refused)
            continue;
        ++accepted;
        QVERIFY(orders.contains(wish.id));
        const QJsonObject &order = orders.at(wish.id);
        QCOMPARE(order.value(u"request"_s).toString(), key);
        QCOMPARE(order.value(u"qty"_s).toInt(), wish.qty);
        QCOMPARE(order.value(u"productId"_s).toInt() == 1, wish.wantsWindow);
        QCOMPARE(order.value(u"status"_s).toString(), u"paid"_s);
        QCOMPARE(order.value(u"paymentStatus"_s).toString(), u"paid"_s);
    }
    QCOMPARE(orders.size(), accepted);
}

void TestCrash::checkPlaces(HttpCalls &calls, const QString &date, const QString &window,
                            const std::vector<Wish> &round)
{
    const auto taken =
        std::ranges::count_if(round, [](const Wish &w) { return w.wantsWindow && !w.refused; });
    QCOMPARE(taken, capacity);
    int free = -1;
    const QJsonArray offers =
        calls.get(u"/windows?date="_s + date).json().value(u"items"_s).toArray();
    for (const QJsonValue &offer : offers) {
        if (offer.toObject().value(u"window"_s) == window)
            free = offer.toObject().value(u"free"_s).toInt();
    }
    QCOMPARE(free, capacity - int(taken));
}

void TestCrash::acknowledgedOrdersSurvive()
{
    static_assert(windowed * 2 == ordersInRound && windowed > capacity);
    QTemporaryDir dir;
    ServerProcess server(QStringLiteral(PETALPOSTD), dir.path());
    QVERIFY2(server.start(), server.log().constData());
    HttpCalls first(server.url(), server.token());
    const QDate today =
        QDate::fromString(first.get(u"/windows"_s).json().value(u"date"_s).toString(), Qt::ISODate);
    QVERIFY(today.isValid());

    std::vector<Wish> wishes;
    int answeredBeforeKill = 0;
    int unanswered = 0;
    for (int number = 0; number < rounds; ++number) {
        const QString date =
            today.addDays(5 + number).toString(Qt::ISODate); // beyond the closed day
        HttpCalls before(server.url(), server.token());
        const QJsonArray offers =
            before.get(u"/windows?date="_s + date).json().value(u"items"_s).toArray();
        QVERIFY(!offers.isEmpty());
        const QString window = offers.first().toObject().value(u"window"_s).toString();
        std::vector<Wish> round;
        for (int i = 0; i < ordersInRound; ++i)
            round.push_back(wish(i, window));
        orderAndKill(server, round, number);
        if (QTest::currentTestFailed())
            return;
        for (const Wish &wish : round)
            ++(wish.id > 0 || wish.refused ? answeredBeforeKill : unanswered);

        QVERIFY2(server.start(), server.log().constData());
        HttpCalls calls(server.url(), server.token());
        const auto survivors = calls.allOrders();
        for (const Wish &wish : round)
            QVERIFY2(wish.id == 0 || survivors.contains(wish.id), "an acknowledged order is gone");
        HttpCalls customer(server.url()); // a key belongs to its caller
        resend(customer, round);
        wishes.insert(wishes.end(), round.begin(), round.end());
        if (!QTest::currentTestFailed())
            compare(calls, wishes);
        if (!QTest::currentTestFailed())
            checkPlaces(calls, date, window, round);
        if (QTest::currentTestFailed())
            return;
        Database database(server.database(), Database::Mode::ReadOnly);
        QCOMPARE(firstAlteredRow(database), std::nullopt);
    }
    QVERIFY2(answeredBeforeKill > 0 && unanswered > rounds, "the kills did not come in the middle");
    qInfo("%d rounds: %d orders answered before the kill, %d asked again", rounds,
          answeredBeforeKill, unanswered);
    QVERIFY(server.stop());
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
