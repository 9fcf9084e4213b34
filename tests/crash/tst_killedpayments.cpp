// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/journal.h"
#include "tests/support/moneybooks.h"
#include "tests/support/serverprocess.h"
#include "tests/support/streetcustomer.h"

#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr int rounds = 20;
constexpr int customersInRound = 25;
constexpr int eventsEach = 7; // requests and answers that one customer has in a round, about
constexpr int roundMs = 60'000;
constexpr int mostVisits = 10; ///< of customers who try again, once the shop stays
constexpr int balanceMs = 120'000; ///< until the books balance after the last start
constexpr int commandMs = 60'000;
constexpr int mostNamed = 10;

quint32 freshSeed()
{
    bool isSet = false;
    const int seed = qEnvironmentVariableIntValue("PETALPOST_SEED", &isSet);
    return isSet ? quint32(seed) : QRandomGenerator::global()->generate() >> 1;
}

CustomerPlan planFrom(QRandomGenerator &dice)
{
    CustomerPlan plan;
    plan.changesMind = dice.bounded(6) == 0;
    plan.pays = dice.bounded(10) > 0;
    plan.returns = dice.bounded(4) > 0;
    plan.cancels = dice.bounded(5) == 0;
    return plan;
}

QString today()
{
    return QDateTime::currentDateTimeUtc()
        .toTimeZone(QTimeZone("Asia/Seoul"))
        .date()
        .toString(Qt::ISODate);
}

/// What became of the customers of one gateway.
struct Row
{
    int customers = 0;
    int kept = 0;
    int returned = 0;
    int unpaid = 0; ///< no money moved, as it was meant
    int wrong = 0;
    qint64 taken = 0; ///< as the next, by the provider's books
    qint64 sentBack = 0;
};

} // namespace

/// The real program with both gateways, killed again and again while customers order, pay, come
/// back and cancel. In the end the providers' books, the ledger and the orders tell one story.
class TestKilledPayments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void theBooksBalance();

private:
    /// Each life has the other gateway first.
    bool writeConfig(bool tossFirst);
    bool start();
    /// Sends everybody on their way and kills the server after so many requests and answers; 0 for
    /// never. False when somebody neither gets on nor gives up.
    bool walk(int killAfter);
    bool everybodyIsDone() const { return countUndone() == 0; }
    int countUndone() const
    {
        return int(
            std::ranges::count_if(m_customers, [](const auto &one) { return !one->isDone(); }));
    }
    void killRounds();
    void settleEverybody();
    /// What is not in balance; empty when everything is.
    QString imbalance();
    /// The same once nothing changes that any more, or too much time has gone.
    QString imbalanceInTheEnd();
    QString storyOf(const StreetCustomer &customer, Database &database, const QJsonArray &books);
    QString wholeSums(Database &database, const QJsonArray &books) const;
    void balanceCommandAgrees(const QString &firstDay);
    void report();

    QString m_config;
    QTemporaryDir m_dir;
    FakeProvider m_provider;
    std::unique_ptr<ServerProcess> m_server;
    Street m_street;
    std::vector<std::unique_ptr<StreetCustomer>> m_customers;
    QRandomGenerator m_dice;
    quint32 m_seed = 0;
    int m_starts = 0;
    int m_kills = 0;
    int m_interrupted = 0;
    std::map<QString, Row> m_rows;
};

bool TestKilledPayments::writeConfig(bool tossFirst)
{
    const QString url = m_provider.url().toString();
    QFile file(m_config);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(u"[payment]\ngateways=%1\n[toss]\nclientKey=%2\nsecretKey=%3\napiUrl=%4\n"
               "scriptUrl=%4/v2/standard\n[stripe]\nsecretKey=%5\nwebhookSecret=%6\nbaseUrl=%4\n"_s
                   .arg(tossFirst ? u"toss, stripe"_s : u"stripe, toss"_s,
                        QString::fromLatin1(FakeProvider::tossClientKey),
                        QString::fromLatin1(FakeProvider::tossSecretKey), url,
                        QString::fromLatin1(FakeProvider::stripeKey),
                        QString::fromLatin1(FakeProvider::stripeWebhookSecret))
                   .toUtf8());
    return true;
}

bool TestKilledPayments::start()
{
    if (!writeConfig(++m_starts % 2 == 0) || !m_server->start()
        || !m_provider.sendWebhooksTo(m_server->url()))
        return false;
    m_street.moveTo(m_server->url());
    return true;
}

bool TestKilledPayments::walk(int killAfter)
{
    int left = killAfter;
    m_street.happened = [&] {
        if (left > 0 && --left == 0)
            m_server->kill();
    };
    for (const auto &customer : m_customers) {
        if (!customer->isDone())
            customer->walk();
    }
    const auto nobodyWalks = [&] {
        return std::ranges::none_of(m_customers, [](const auto &one) { return one->isWalking(); });
    };
    const bool ended = QTest::qWaitFor(nobodyWalks, roundMs);
    m_street.happened = nullptr;
    return ended;
}

/// Whoever was interrupted tries again in the next round, beside the new customers.
void TestKilledPayments::killRounds()
{
    for (int round = 0; round < rounds; ++round) {
        QVERIFY2(start(), m_server->log().constData());
        // Sometimes the shop hears nothing at all from the providers.
        const QString mode = m_dice.bounded(4) == 0 ? u"drop"_s : u"send"_s;
        QCOMPARE(m_provider.control(u"webhooks"_s, {{u"mode"_s, mode}}).status, 200);
        for (int i = 0; i < customersInRound; ++i)
            m_customers.push_back(std::make_unique<StreetCustomer>(m_street, planFrom(m_dice),
                                                                   int(m_customers.size())));
        QVERIFY(walk(1 + m_dice.bounded(countUndone() * eventsEach)));
        m_server->kill();
        ++m_kills;
        m_interrupted += countUndone();
    }
}

/// Everybody gets to the end of their way; then the power fails for the last time.
void TestKilledPayments::settleEverybody()
{
    QVERIFY2(start(), m_server->log().constData());
    QCOMPARE(m_provider.control(u"webhooks"_s, {{u"mode"_s, u"send"_s}}).status, 200);
    for (int visit = 0; visit < mostVisits && !everybodyIsDone(); ++visit)
        QVERIFY(walk(0));
    QStringList standing;
    for (const auto &customer : m_customers) {
        if (!customer->isDone())
            standing.append(customer->standing());
    }
    QVERIFY2(standing.isEmpty(), qPrintable(standing.mid(0, mostNamed).join(u"\n"_s)));
    m_server->kill();
    ++m_kills;
    QVERIFY2(start(), m_server->log().constData());
}

QString TestKilledPayments::storyOf(const StreetCustomer &customer, Database &database,
                                    const QJsonArray &books)
{
    const auto order = store::findOrder(database, customer.orderId);
    if (!order)
        return u"the order is lost"_s;
    const OrderRecord record{*order, store::attemptsOf(database, order->id),
                             store::ledgerOf(database, order->id),
                             store::messagesOf(database, order->id, 100)};
    const MoneyBooks sums = MoneyBooks::of(record, books);
    // Whoever does not pay keeps a place for a while, and then it is free again.
    const bool waits = order->state == OrderState::Received && sums.captured == 0
                       && sums.charged + sums.surplus == 0;
    const bool idle = waits && !customer.plan.pays && !customer.plan.cancels;
    const QString ending = idle ? u"untouched"_s : endingOf(record, books);
    const bool meant = customer.plan.cancels
                           ? ending == u"returned"_s || ending == u"untouched"_s
                           : ending == (customer.plan.pays ? u"kept"_s : u"untouched"_s);
    const auto counted = std::ranges::find_if(record.attempts, [](const PaymentAttempt &attempt) {
        return attempt.state != PaymentState::Failed;
    });
    Row &row = m_rows[counted == record.attempts.end() ? record.attempts.back().gateway
                                                       : counted->gateway];
    ++row.customers;
    row.kept += int(ending == u"kept"_s);
    row.returned += int(ending == u"returned"_s);
    row.unpaid += int(ending == u"untouched"_s);
    row.wrong += int(!meant);
    return meant ? QString() : QString(u"order %1: %2"_s.arg(order->id).arg(ending));
}

/// Nothing beside the orders: the sums over everything, whatever belongs to whom.
QString TestKilledPayments::wholeSums(Database &database, const QJsonArray &books) const
{
    qint64 captured = 0;
    qint64 sentBack = 0;
    for (const auto &value : books) {
        const QJsonObject payment = value.toObject();
        captured += payment[u"captured"_s].toInteger();
        sentBack += payment[u"refunded"_s].toInteger();
    }
    Rows sums = database.query(
        "SELECT COALESCE(SUM(CASE WHEN kind IN ('charge', 'surplus') THEN amount_minor ELSE 0 "
        "END), "
        "0), COALESCE(SUM(CASE WHEN kind IN ('refund', 'refund_seen') THEN amount_minor ELSE 0 "
        "END), 0), (SELECT COALESCE(SUM(total_minor), 0) FROM orders WHERE state = 'paid'), "
        "(SELECT COUNT(*) FROM orders) FROM ledger");
    sums.next();
    const bool balanced = sums.number(0) == captured && sums.number(1) == sentBack
                          && sums.number(2) == captured - sentBack
                          && sums.number(3) == qint64(m_customers.size());
    return balanced
               ? QString()
               : QString(u"ledger %1 - %2, provider %3 - %4, orders %5 in %6"_s.arg(sums.number(0))
                             .arg(sums.number(1))
                             .arg(captured)
                             .arg(sentBack)
                             .arg(sums.number(2))
                             .arg(sums.number(3)));
}

QString TestKilledPayments::imbalanceInTheEnd()
{
    Database watched(m_server->database(), Database::Mode::ReadOnly);
    qint64 seen = -1;
    QString wrong;
    const auto balanced = [&] {
        // Only when another connection has written is there anything new to see.
        Rows rows = watched.query("PRAGMA data_version");
        const bool news = rows.next() && std::exchange(seen, rows.number(0)) != rows.number(0);
        if (news)
            wrong = imbalance();
        return wrong.isEmpty();
    };
    return QTest::qWaitFor(balanced, balanceMs) ? QString() : wrong;
}

QString TestKilledPayments::imbalance()
{
    Database database(m_server->database(), Database::Mode::ReadOnly);
    const QJsonArray books = m_provider.books();
    m_rows.clear();
    for (const auto &value : books) {
        const QJsonObject payment = value.toObject();
        Row &row = m_rows[payment[u"provider"_s].toString()];
        row.taken += payment[u"captured"_s].toInteger();
        row.sentBack += payment[u"refunded"_s].toInteger();
    }
    QStringList wrong;
    for (const auto &customer : m_customers) {
        const QString story = storyOf(*customer, database, books);
        if (!story.isEmpty())
            wrong.append(story);
    }
    const QString sums = wholeSums(database, books);
    if (!sums.isEmpty())
        wrong.prepend(sums);
    return wrong.mid(0, mostNamed).join(u"; "_s);
}

/// As the shop's owner asks in the evening: of each day on which money moved.
void TestKilledPayments::balanceCommandAgrees(const QString &firstDay)
{
    QStringList days{firstDay};
    if (today() != firstDay)
        days.append(today());
    for (const QString &day : days) {
        QProcess process;
        process.start(QStringLiteral(PETALPOSTD),
                      {u"balance"_s, u"--data"_s, m_dir.path(), u"--date"_s, day});
        QVERIFY(process.waitForFinished(commandMs));
        const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
        QVERIFY2(said.contains("Everything adds up."), said.constData());
        QCOMPARE(process.exitCode(), 0);
        HttpCalls owner(m_server->url(), m_server->token());
        const Answer answer = owner.get(u"/balance?date="_s + day);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json().value(u"differences"_s).isArray());
        QCOMPARE(answer.json().value(u"differences"_s).toArray(), QJsonArray());
    }
}

void TestKilledPayments::report()
{
    int repeats = 0;
    for (const auto &customer : m_customers)
        repeats += customer->repeats();
    qInfo("seed %u: %d customers, %d kills; %d times somebody was interrupted, %d calls without an "
          "answer",
          m_seed, int(m_customers.size()), m_kills, m_interrupted, repeats);
    qInfo("%8s %9s %6s %9s %7s %6s %12s %12s", "gateway", "customers", "kept", "returned", "unpaid",
          "wrong", "taken", "sent back");
    for (const auto &[gateway, row] : m_rows)
        qInfo("%8s %9d %6d %9d %7d %6d %12lld %12lld", qPrintable(gateway), row.customers, row.kept,
              row.returned, row.unpaid, row.wrong, row.taken, row.sentBack);
}

void TestKilledPayments::theBooksBalance()
{
    m_seed = freshSeed();
    qInfo("PETALPOST_SEED=%u", m_seed);
    m_dice.seed(m_seed);
    const QString firstDay = today();
    QVERIFY2(m_provider.start(), m_provider.log().constData());
    QCOMPARE(m_provider.control(u"webhooks"_s, {{u"duplicate"_s, 2}, {u"retries"_s, 5}}).status,
             200);
    m_config = m_dir.filePath(u"petalpostd.ini"_s);
    m_street.provider = m_provider.url();
    m_server = std::make_unique<ServerProcess>(QStringLiteral(PETALPOSTD), m_dir.path(),
                                               QStringList{u"--config"_s, m_config});
    killRounds();
    if (QTest::currentTestFailed())
        return;
    settleEverybody();
    if (QTest::currentTestFailed())
        return;

    const QString wrong = imbalanceInTheEnd();
    report();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY2(m_interrupted > rounds, "the kills did not come in the middle");
    balanceCommandAgrees(firstDay);
    if (QTest::currentTestFailed())
        return;
    Database database(m_server->database(), Database::Mode::ReadOnly);
    QCOMPARE(firstAlteredRow(database), std::nullopt);
    QVERIFY(m_server->stop());
}

QTEST_GUILESS_MAIN(TestKilledPayments)
#include "tst_killedpayments.moc"
