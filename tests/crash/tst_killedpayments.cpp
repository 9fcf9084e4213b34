// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server/journal.h"
#include "tests/support/moneybooks.h"
#include "tests/support/serverprocess.h"
#include "tests/support/streetcustomer.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr int rounds = 20;
constexpr int customersInRound = 25;
constexpr int answersInRound = 70; // about as many as a round's customers get
constexpr int latestKillMs = 20; // after the answer that the kill is counted from
constexpr int roundMs = 60'000;
constexpr int mostVisits = 10; ///< of customers who try again, once the shop stays
constexpr int balanceMs = 90'000; ///< until the books balance after the last start

quint32 seedFor(const QString &gateway)
{
    bool isSet = false;
    const int seed = qEnvironmentVariableIntValue("PETALPOST_SEED", &isSet);
    return isSet ? quint32(seed) : QRandomGenerator::global()->generate() ^ qHash(gateway);
}

CustomerPlan planFrom(QRandomGenerator &dice)
{
    CustomerPlan plan;
    plan.pays = dice.bounded(10) > 0;
    plan.returns = dice.bounded(4) > 0;
    plan.cancels = dice.bounded(5) == 0;
    return plan;
}

} // namespace

/// The real program with a real gateway, killed again and again while customers order, pay, come
/// back and cancel. In the end the provider's books, the ledger and the orders tell one story.
class KilledPaymentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void theBooksBalance_data();
    void theBooksBalance();

private:
    QString writeConfig(const QString &gateway);
    bool start();
    /// Sends everybody on their way and kills the server after so many answers of it; 0 for never.
    /// False when somebody neither gets on nor gives up.
    bool walk(int killAfter);
    bool everybodyIsDone() const
    {
        return std::ranges::all_of(m_customers, [](const auto &one) { return one->isDone(); });
    }
    /// What is not in balance; empty when everything is.
    QString imbalance();
    QString storyOf(const StreetCustomer &customer, Database &database, const QJsonArray &books);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeProvider> m_provider;
    std::unique_ptr<ServerProcess> m_server;
    Street m_street;
    std::vector<std::unique_ptr<StreetCustomer>> m_customers;
    QRandomGenerator m_dice;
    int m_unpaid = 0;
    std::map<QString, int> m_endings;
};

void KilledPaymentsTest::theBooksBalance_data()
{
    QTest::addColumn<QString>("gateway");
    QTest::newRow("toss") << u"toss"_s;
    QTest::newRow("stripe") << u"stripe"_s;
}

QString KilledPaymentsTest::writeConfig(const QString &gateway)
{
    const QString path = m_dir->filePath(u"petalpostd.ini"_s);
    const QString url = m_provider->url().toString();
    const QString keys =
        gateway == "toss"_L1
            ? u"clientKey=%1\nsecretKey=%2\napiUrl=%3\nscriptUrl=%3/v2/standard\n"_s.arg(
                QString::fromLatin1(FakeProvider::tossClientKey),
                QString::fromLatin1(FakeProvider::tossSecretKey), url)
            : u"secretKey=%1\nwebhookSecret=%2\nbaseUrl=%3\n"_s.arg(
                QString::fromLatin1(FakeProvider::stripeKey),
                QString::fromLatin1(FakeProvider::stripeWebhookSecret), url);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(u"[payment]\ngateways=%1\n[%1]\n%2"_s.arg(gateway, keys).toUtf8());
    return path;
}

bool KilledPaymentsTest::start()
{
    if (!m_server->start() || !m_provider->sendWebhooksTo(m_server->url()))
        return false;
    m_street.shop = m_server->url();
    return true;
}

bool KilledPaymentsTest::walk(int killAfter)
{
    int left = killAfter;
    QTimer kill;
    kill.setSingleShot(true);
    kill.setInterval(m_dice.bounded(latestKillMs));
    connect(&kill, &QTimer::timeout, this, [this] { m_server->kill(); });
    m_street.answered = [&] {
        if (left > 0 && --left == 0)
            kill.start();
    };
    for (const auto &customer : m_customers) {
        if (!customer->isDone())
            customer->walk();
    }
    const auto nobodyWalks = [&] {
        return std::ranges::none_of(m_customers, [](const auto &one) { return one->isWalking(); });
    };
    const bool ended = QTest::qWaitFor(nobodyWalks, roundMs);
    m_street.answered = nullptr;
    return ended;
}

QString KilledPaymentsTest::storyOf(const StreetCustomer &customer, Database &database,
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
    const QString ending =
        waits && !customer.plan.pays && !customer.plan.cancels ? u"waiting"_s
                                                               : endingOf(record, books);
    ++m_endings[ending];
    const bool meant = customer.plan.cancels ? ending == u"returned"_s || ending == u"untouched"_s
                                             : ending == (customer.plan.pays ? u"kept"_s
                                                                             : u"waiting"_s);
    return meant ? QString() : QString(u"order %1: %2"_s.arg(order->id).arg(ending));
}

QString KilledPaymentsTest::imbalance()
{
    Database database(m_server->database(), Database::Mode::ReadOnly);
    const QJsonArray books = m_provider->books();
    m_endings.clear();
    qint64 captured = 0;
    qint64 sentBack = 0;
    for (const QJsonValue &payment : books) {
        captured += payment[u"captured"_s].toInteger();
        sentBack += payment[u"refunded"_s].toInteger();
    }
    QStringList wrong;
    for (const auto &customer : m_customers) {
        const QString story = storyOf(*customer, database, books);
        if (!story.isEmpty())
            wrong.append(story);
    }
    // And nothing beside the orders: the sums over everything, whatever belongs to whom.
    Rows sums = database.query(
        "SELECT COALESCE(SUM(CASE WHEN kind IN ('charge', 'surplus') THEN amount_minor ELSE 0 END), "
        "0), COALESCE(SUM(CASE WHEN kind IN ('refund', 'refund_seen') THEN amount_minor ELSE 0 "
        "END), 0), (SELECT COALESCE(SUM(total_minor), 0) FROM orders WHERE state = 'paid'), "
        "(SELECT COUNT(*) FROM orders) FROM ledger");
    sums.next();
    const bool balanced = sums.number(0) == captured && sums.number(1) == sentBack
                          && sums.number(2) == captured - sentBack
                          && sums.number(3) == qint64(m_customers.size());
    if (!balanced)
        wrong.append(u"ledger %1 - %2, provider %3 - %4, orders %5 in %6"_s.arg(sums.number(0))
                         .arg(sums.number(1))
                         .arg(captured)
                         .arg(sentBack)
                         .arg(sums.number(2))
                         .arg(sums.number(3)));
    return wrong.mid(0, 10).join(u"; "_s);
}

void KilledPaymentsTest::theBooksBalance()
{
    QFETCH(QString, gateway);
    const quint32 seed = seedFor(gateway);
    m_dice.seed(seed);
    m_customers.clear();
    m_dir = std::make_unique<QTemporaryDir>();
    m_provider = std::make_unique<FakeProvider>();
    QVERIFY2(m_provider->start(), m_provider->log().constData());
    QCOMPARE(m_provider->control(u"webhooks"_s, {{u"duplicate"_s, 2}, {u"retries"_s, 5}}).status,
             200);
    m_street = {{}, m_provider->url(), gateway == "toss"_L1, {}};
    m_server = std::make_unique<ServerProcess>(
        QStringLiteral(PETALPOSTD), m_dir->path(),
        QStringList{u"--config"_s, writeConfig(gateway)});
    QElapsedTimer clock;
    clock.start();
    int interrupted = 0;
    for (int round = 0; round < rounds; ++round) {
        QVERIFY2(start(), m_server->log().constData());
        for (int i = 0; i < customersInRound; ++i)
            m_customers.push_back(std::make_unique<StreetCustomer>(
                m_street, planFrom(m_dice), int(m_customers.size())));
        QVERIFY2(walk(1 + m_dice.bounded(answersInRound)), qPrintable(u"seed %1"_s.arg(seed)));
        m_server->kill();
        interrupted += int(std::ranges::count_if(
            m_customers, [](const auto &customer) { return !customer->isDone(); }));
    }
    // Whoever was interrupted tries again; then the power fails for the last time.
    QVERIFY2(start(), m_server->log().constData());
    for (int visit = 0; visit < mostVisits && !everybodyIsDone(); ++visit)
        QVERIFY(walk(0));
    QVERIFY2(everybodyIsDone(), qPrintable(u"seed %1"_s.arg(seed)));
    m_server->kill();
    QVERIFY2(start(), m_server->log().constData());

    const bool balanced =
        QTest::qWaitFor([this] { return imbalance().isEmpty(); }, balanceMs);
    QVERIFY2(balanced, qPrintable(u"seed %1: %2"_s.arg(seed).arg(imbalance())));
    QVERIFY2(interrupted > rounds, "the kills did not come in the middle");
    Database database(m_server->database(), Database::Mode::ReadOnly);
    QCOMPARE(firstAlteredRow(database), std::nullopt);
    QStringList endings;
    for (const auto &[ending, count] : m_endings)
        endings.append(u"%1 %2"_s.arg(count).arg(ending));
    qInfo("%s, seed %u: %d customers, %d kills, %d times in the middle of something; %s; %lld s",
          qPrintable(gateway), seed, int(m_customers.size()), rounds + 1, interrupted,
          qPrintable(endings.join(u", "_s)), clock.elapsed() / 1000);
    QVERIFY(m_server->stop());
}

QTEST_GUILESS_MAIN(KilledPaymentsTest)
#include "tst_killedpayments.moc"
