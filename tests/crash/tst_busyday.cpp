// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/balance.h"
#include "core/protocol/documents.h"
#include "core/storage/database.h"
#include "tests/support/cable.h"
#include "tests/support/fakeclock.h"
#include "tests/support/httpcalls.h"
#include "tests/support/killabledesk.h"
#include "tests/support/killableshop.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

namespace {

constexpr int orderCount = 2'000;
constexpr int deskCount = 3;
constexpr int stepCount = 12'000; ///< what happens after one another
constexpr int stepsOfPlacing = stepCount * 3 / 4;
constexpr qint64 stepMs = 3'000; ///< ten hours in all
constexpr int stepsInTick = 25;
constexpr int settleMs = 120'000;
constexpr quint32 usualSeed = 20'260'508;

/// One of \a n, and so what happens on average every n-th step.
bool oneIn(QRandomGenerator &dice, int n)
{
    return dice.bounded(n) == 0;
}

} // namespace

/// A day of 2,000 orders on three desks, with wires that break and both programs killed at any
/// moment, also between a press and its answer. PETALPOST_SEED repeats a day.
class TestBusyDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everybodyAgreesInTheEvening();

private:
    struct Desk
    {
        std::unique_ptr<Cable> cable;
        std::unique_ptr<KillableDesk> program;
        std::set<QByteArray> stored; ///< operations that it has promised
    };
    struct Customer
    {
        qint64 id = 0;
        QByteArray token;
    };

    void open();
    void step(int number);
    void place();
    void cancel();
    void press();
    void undo();
    void killDesk(Desk &desk);
    void killShop();
    void tick();
    void settle();
    bool isSettled();
    void compareOrders();
    void compareOperations();
    void checkMoney();

    Desk &anyDesk() { return m_desks[std::size_t(m_dice.bounded(deskCount))]; }
    qint64 anyOrder();

    QRandomGenerator m_dice;
    FakeClock m_clock;
    KillableShop m_shop{QStringLiteral(PETALPOST_HEADLESSSHOP)};
    std::array<Desk, deskCount> m_desks;
    std::vector<Customer> m_customers;
    int m_lostAnswers = 0; ///< a press may or may not have been stored
    int m_deskKills = 0;
    int m_shopKills = 0;
    int m_cuts = 0;
};

void TestBusyDay::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    bool given = false;
    const auto seed = quint32(qEnvironmentVariableIntValue("PETALPOST_SEED", &given));
    m_dice.seed(given ? seed : usualSeed);
}

void TestBusyDay::open()
{
    QVERIFY(m_shop.start(m_clock.nowMs()));
    for (Desk &desk : m_desks) {
        desk.cable = std::make_unique<Cable>(m_shop.port());
        desk.program = std::make_unique<KillableDesk>(QStringLiteral(PETALPOST_HEADLESS),
                                                      desk.cable->url(), m_shop.token());
        QVERIFY(desk.program->start(m_clock.nowMs()));
    }
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), settleMs);
}

/// An order of the last ones, where the work is.
qint64 TestBusyDay::anyOrder()
{
    constexpr int busy = 200;
    const int count = int(m_customers.size());
    const int from = std::max(0, count - busy);
    return count == 0 ? 0 : m_customers[std::size_t(m_dice.bounded(from, count))].id;
}

void TestBusyDay::place()
{
    const QJsonObject body{{u"flowerName"_s, u"Rose"_s},
                           {u"qty"_s, 1},
                           {u"customerName"_s, u"김하늘"_s},
                           {u"phoneNumber"_s, u"01012341234"_s},
                           {u"address"_s, QJsonObject{{u"line"_s, u"서울 강남구 역삼로 180"_s}}}};
    const Answer answer = HttpCalls(m_shop.url()).post(u"/orders"_s, body);
    QVERIFY2(answer.status == 201, answer.body.constData());
    const QJsonObject placed = answer.json();
    m_customers.push_back(
        {placed.value("id"_L1).toInteger(), placed.value("accessToken"_L1).toString().toLatin1()});
}

/// Whether it is too late for that is the server's to say.
void TestBusyDay::cancel()
{
    const Customer &customer = m_customers[std::size_t(m_dice.bounded(int(m_customers.size())))];
    const Answer answer = HttpCalls(m_shop.url())
                              .patch(u"/orders/%1"_s.arg(customer.id), {{u"verb"_s, u"cancel"_s}},
                                     {{"Authorization", "Bearer " + customer.token}});
    QVERIFY2(answer.status == 200 || answer.status == 409, answer.body.constData());
}

void TestBusyDay::press()
{
    Desk &desk = anyDesk();
    const QByteArray answer = desk.program->ask("next " + QByteArray::number(anyOrder()));
    if (answer.startsWith("stored "))
        desk.stored.insert(answer.sliced(7));
    else
        QVERIFY2(answer == "refused illegal-move" || answer == "refused not-found",
                 answer.constData());
}

/// What never left is withdrawn and is not promised any more; what left is undone by another one.
void TestBusyDay::undo()
{
    Desk &desk = anyDesk();
    const QByteArray answer = desk.program->ask("undo " + QByteArray::number(anyOrder()));
    if (answer.startsWith("stored "))
        desk.stored.insert(answer.sliced(7));
    else if (answer.startsWith("withdrawn "))
        desk.stored.erase(answer.sliced(10));
}

void TestBusyDay::killDesk(Desk &desk)
{
    if (oneIn(m_dice, 2)) {
        desk.program->say("next " + QByteArray::number(anyOrder()));
        ++m_lostAnswers;
    }
    desk.program->kill();
    ++m_deskKills;
    QVERIFY(desk.program->start(m_clock.nowMs()));
}

void TestBusyDay::killShop()
{
    constexpr int pressedMeanwhile = 5;
    m_shop.kill();
    ++m_shopKills;
    for (int i = 0; i < pressedMeanwhile; ++i)
        press();
    QVERIFY(m_shop.start(m_clock.nowMs()));
    for (Desk &desk : m_desks)
        desk.cable->leadTo(m_shop.port());
}

/// Clocks, what time brings about, and wires: a broken one is repaired after a while.
void TestBusyDay::tick()
{
    const QByteArray time = "clock " + QByteArray::number(m_clock.nowMs());
    QCOMPARE(m_shop.ask(time), "done");
    QCOMPARE(m_shop.ask("sweep"), "done");
    for (Desk &desk : m_desks) {
        QCOMPARE(desk.program->ask(time), "done");
        if (!desk.cable->isWhole() && oneIn(m_dice, 3))
            desk.cable->mend();
    }
}

void TestBusyDay::step(int number)
{
    m_clock.advance(stepMs);
    if (number % stepsInTick == 0)
        tick();
    const int left = orderCount - int(m_customers.size());
    const int placing = stepsOfPlacing - number;
    if (placing > 0 && m_dice.bounded(placing) < left)
        place();
    else if (oneIn(m_dice, 400))
        killShop();
    else if (oneIn(m_dice, 200))
        killDesk(anyDesk());
    else if (oneIn(m_dice, 150)) {
        anyDesk().cable->cut();
        ++m_cuts;
    } else if (oneIn(m_dice, 100))
        cancel();
    else if (oneIn(m_dice, 40))
        undo();
    else
        press();
}

bool TestBusyDay::isSettled()
{
    return std::ranges::all_of(m_desks, [](Desk &desk) { return desk.program->isSettled(); });
}

/// In the evening every wire is whole, everything is sent, and what is due has happened.
void TestBusyDay::settle()
{
    constexpr int ticks = 20;
    for (Desk &desk : m_desks) {
        desk.cable->mend();
        desk.program->ask("retry");
    }
    for (int i = 0; i < ticks; ++i) {
        m_clock.advance(60'000);
        tick();
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(), settleMs);
    }
}

void TestBusyDay::compareOrders()
{
    const auto known = HttpCalls(m_shop.url(), m_shop.token()).allOrders();
    QCOMPARE(known.size(), std::size_t(orderCount));
    int delivered = 0;
    for (const auto &[id, json] : known) {
        const auto at = orderFromJson(json);
        QVERIFY(at);
        delivered += at->state == OrderState::Delivered ? 1 : 0;
        const QByteArray question = "order " + QByteArray::number(id);
        for (const Desk &desk : m_desks) {
            const QByteArray shown = desk.program->ask(question);
            const QByteArray both = shown + " at a desk, at the server "
                                    + QJsonDocument(json).toJson(QJsonDocument::Compact);
            const auto atDesk = orderFromJson(QJsonDocument::fromJson(shown).object());
            QVERIFY2(atDesk == at, both.constData());
        }
    }
    QVERIFY2(delivered > orderCount / 4, qPrintable(QString::number(delivered)));
}

/// What a desk has promised was either accepted once or lies before the florist to decide.
void TestBusyDay::compareOperations()
{
    std::set<QByteArray> accepted;
    Database database(m_shop.database(), Database::Mode::ReadOnly);
    Rows keys = database.query("SELECT key FROM idempotency");
    while (keys.next())
        accepted.insert(keys.text(0).toLatin1());
    // Being undone is a mark on the operation.
    Rows moves =
        database.query("SELECT COUNT(*) + SUM(undone) FROM operations WHERE actor = 'florist'");
    QVERIFY(moves.next());
    QCOMPARE(moves.number(0), qint64(accepted.size())); // each once
    std::size_t promised = 0;
    std::size_t unheard = 0; // in decisions, with their answers lost
    for (const Desk &desk : m_desks) {
        const QByteArrayList ids = desk.program->ask("decided").split(' ').sliced(1);
        const std::set<QByteArray> decided(ids.begin(), ids.end());
        QCOMPARE(decided.size(), std::size_t(ids.size()));
        for (const QByteArray &id : desk.stored)
            QVERIFY2(accepted.contains(id) != decided.contains(id), id.constData());
        for (const QByteArray &id : decided) {
            QVERIFY2(!accepted.contains(id), id.constData());
            unheard += desk.stored.contains(id) ? 0 : 1;
        }
        promised += desk.stored.size() - (decided.size() - unheard);
    }
    QVERIFY(accepted.size() >= promised);
    QVERIFY(accepted.size() - promised + unheard <= std::size_t(m_lostAnswers));
}

/// Money agrees to the last won. A text whose sending was cut off is never sent again, and the
/// balance names it: no more of those than a claim of the outbox holds at each death of the server.
void TestBusyDay::checkMoney()
{
    const QJsonObject json = HttpCalls(m_shop.url(), m_shop.token()).get(u"/balance"_s).json();
    const auto balance = balanceFromJson(json);
    QVERIFY(balance && balance->complete);
    int unknownTexts = 0;
    for (const Difference &difference : balance->differences) {
        QVERIFY2(difference.kind == DifferenceKind::SmsUnknown,
                 QJsonDocument(json).toJson().constData());
        ++unknownTexts;
    }
    constexpr int mostInAClaim = 64;
    QVERIFY2(unknownTexts <= m_shopKills * mostInAClaim, qPrintable(QString::number(unknownTexts)));
    qInfo("%d kills of desks, %d of the server, %d cuts, %d answers lost, %d texts unknown",
          m_deskKills, m_shopKills, m_cuts, m_lostAnswers, unknownTexts);
}

void TestBusyDay::everybodyAgreesInTheEvening()
{
    open();
    for (int number = 1; number <= stepCount && !QTest::currentTestFailed(); ++number)
        step(number);
    QCOMPARE(m_customers.size(), std::size_t(orderCount));
    QVERIFY(m_deskKills > 20 && m_shopKills > 10 && m_cuts > 20);
    for (const auto check : {&TestBusyDay::settle, &TestBusyDay::compareOrders,
                             &TestBusyDay::compareOperations, &TestBusyDay::checkMoney}) {
        if (QTest::currentTestFailed())
            return;
        (this->*check)();
    }
}

QTEST_GUILESS_MAIN(TestBusyDay)
#include "tst_busyday.moc"
