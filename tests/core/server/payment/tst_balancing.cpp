// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/payment/balancerows.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;
using namespace petalpost::test::balancerows;

namespace {

/// "refund_failed retry_refund #2 -9000 +" for each difference: kind, repair, order, expected,
/// found.
QStringList said(const Balance &balance)
{
    QStringList lines;
    for (const Difference &difference : balance.differences) {
        QString line = word(difference.kind) + u' ' + word(difference.repair) + u" #"_s
                       + QString::number(difference.orderId);
        if (difference.expected)
            line += u" expected "_s + QString::number(difference.expected->minor);
        if (difference.actual)
            line += u" found "_s + QString::number(difference.actual->minor);
        lines.append(line);
    }
    return lines;
}

} // namespace

Q_DECLARE_METATYPE(balancerows::Bend)

class BalancingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDifference_data() { fill(rows()); }
    void everyDifference() { prove(); }
    void bordersOfTheDay_data() { fill(borderRows()); }
    void bordersOfTheDay() { prove(); }
    void everyKindIsInTheTable();
    void theSums();
    void theSidesBesideEachOther();
    void theSidesOfAListThatWasNotRead();
    void everyProviderHasItsRow();
    void aPartIsNotTheWhole();

private:
    static void fill(const std::vector<Row> &all)
    {
        QTest::addColumn<Bend>("bend");
        QTest::addColumn<QStringList>("expected");
        for (const Row &row : all)
            QTest::newRow(row.name) << row.bend << row.expected;
    }
    static void prove()
    {
        QFETCH(const Bend, bend);
        QFETCH(const QStringList, expected);
        World world;
        bend(world);
        const Balance balance = world.balance();
        QCOMPARE(said(balance), expected);
        QCOMPARE(balance.isBalanced(), expected.isEmpty());
    }
};

void BalancingTest::everyKindIsInTheTable()
{
    QString all;
    for (const Row &row : rows())
        all += row.expected.join(u' ') + u' ';
    for (const auto &[kind, name] : differenceKindWords)
        QVERIFY2(all.contains(name + u' ') || kind == Kind::Other, qPrintable(QString(name)));
}

void BalancingTest::theSums()
{
    World world;
    world.attempt(9).refundedMinor = 500;
    world.ours(9, LedgerKind::Surplus, noonMs, 700);
    world.refund(9, noonMs, 500, u"r9"_s);
    world.ours(1, LedgerKind::RefundSeen, noonMs, 60, u"60"_s);
    world.ours(2, LedgerKind::RefundFailed, noonMs, 9'000, u"r2"_s, u"returned"_s);
    world.ours(2, LedgerKind::RefundFailed, noonMs, 5'000, u"other"_s, u"NO"_s); // never left
    world.ours(1, LedgerKind::Chargeback, noonMs, 40, u"d1"_s);
    world.ours(2, LedgerKind::Chargeback, noonMs, 30, u"d2"_s);
    world.ours(2, LedgerKind::ChargebackWon, noonMs, 30, u"d2"_s);
    world.ours(1, LedgerKind::Fee, World::fromMs - 1, 1'000'000); // yesterday
    world.ours(1, LedgerKind::Fee, World::toMs, 1'000'000); // tomorrow
    const Balance balance = world.balance();
    QCOMPARE(balance.gateways.size(), 1U);
    const MoneyMoved expected{178'000, 700, 60, 500, 2'000, 40};
    QVERIFY(balance.gateways.front().moved == expected);
    QCOMPARE(expected.netMinor(), 178'000 + 700 - 60 - 500 - 2'000 - 40);
    QCOMPARE(balance.orders, 3);
    QCOMPARE(balance.ordersByHand, 1);
    QCOMPARE(balance.byHand, std::vector<Money>{World::won(89'000)});
}

void BalancingTest::theSidesBesideEachOther()
{
    World world;
    const GatewaySums sums = world.balance().gateways.front();
    const SideSums same{{2, 178'000}, {1, 9'000}, {}};
    QCOMPARE(sums.orders, (Tally{2, 178'000})); // the third was paid by hand
    QCOMPARE(sums.ledger, same);
    QVERIFY(sums.listed.has_value());
    QCOMPARE(*sums.listed, same);
    // One more that only the provider has, with all that can come after a charge.
    world.provider(9, LedgerKind::Charge, noonMs, 1'000).attemptId.clear();
    world.provider(2, LedgerKind::RefundFailed, noonMs, 9'000);
    world.provider(1, LedgerKind::Chargeback, noonMs, 40);
    world.provider(1, LedgerKind::Chargeback, noonMs, 30);
    world.provider(1, LedgerKind::ChargebackWon, noonMs, 30);
    world.provider(1, LedgerKind::Fee, noonMs, 5);
    world.provider(1, LedgerKind::Refund, World::fromMs - 1, 70); // yesterday
    world.ours(1, LedgerKind::RefundSeen, noonMs, 60, u"60"_s);
    world.ours(1, LedgerKind::Chargeback, noonMs, 40, u"d1"_s);
    world.order(4); // paid, and nobody knows how
    world.order(5).resent = true;
    world.attempt(5);
    const GatewaySums bent = world.balance().gateways.front();
    QCOMPARE(bent.orders, (Tally{2, 178'000}));
    QCOMPARE(bent.ledger, (SideSums{{2, 178'000}, {2, 9'060}, {1, 40}}));
    QCOMPARE(*bent.listed, (SideSums{{3, 179'000}, {0, 0}, {1, 40}}));
}

void BalancingTest::theSidesOfAListThatWasNotRead()
{
    World world;
    world.theirs.entries.reset();
    const GatewaySums silent = world.balance().gateways.front();
    QVERIFY(silent.list == ListState::NotRead);
    QCOMPARE(silent.orders, (Tally{2, 178'000}));
    QCOMPARE(silent.ledger, (SideSums{{2, 178'000}, {1, 9'000}, {}}));
    QVERIFY(!silent.listed); // not nought: nobody knows
    // A currency that only the list has is a row of its own; an order whose charge is missing is
    // still one of its provider.
    world = World();
    world.forgetOurs(1, LedgerKind::Charge);
    world.provider(1, LedgerKind::Charge, noonMs, 2'500).amount.currency = {u"USD"_s, 2};
    const auto gateways = world.balance().gateways;
    QCOMPARE(gateways.size(), 2U);
    QCOMPARE(gateways[0].orders, (Tally{2, 178'000}));
    QCOMPARE(gateways[0].ledger.charges, (Tally{1, 89'000}));
    QCOMPARE(gateways[1].currency, (Currency{u"USD"_s, 2}));
    QCOMPARE(gateways[1].listed->charges, (Tally{1, 2'500}));
    QVERIFY(gateways[1].list == ListState::Compared);
}

void BalancingTest::everyProviderHasItsRow()
{
    World world;
    world.attempt(9).gateway = u"gone"_s;
    world.ours(9, LedgerKind::Charge, noonMs, 1'000);
    world.order(9);
    const Balance balance = balanceOf(
        world.day, world.books, {world.theirs, {u"silent"_s, std::nullopt}, {u"idle"_s, {{}}}});
    QStringList found;
    for (const GatewaySums &sums : balance.gateways)
        found.append(sums.gateway + u' ' + word(sums.list));
    QCOMPARE(found, (QStringList{u"gone not_in_use"_s, u"idle compared"_s, u"silent not_read"_s,
                                 u"toss compared"_s}));
    QCOMPARE(said(balance),
             (QStringList{u"provider_not_read none #0"_s, u"provider_not_read none #0"_s}));
}

void BalancingTest::aPartIsNotTheWhole()
{
    World world;
    world.order(9); // whose charge was beyond what was read
    world.books.complete = false;
    const Balance balance = world.balance();
    QVERIFY(balance.differences.empty());
    QVERIFY(!balance.isBalanced());
}

QTEST_GUILESS_MAIN(BalancingTest)
#include "tst_balancing.moc"
