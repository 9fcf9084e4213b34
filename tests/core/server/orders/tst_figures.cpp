// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/figures.h"
#include "core/server/orders/figures.h"
#include "tests/core/server/orders/editbench.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

constexpr qint64 dayMs = 24 * 3'600'000LL;
constexpr qint64 paidMinor = 178'000; ///< two peonies

} // namespace

/// What was sold, by day and by product, with what went back taken off.
class FiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyDayIsThere();
    void daysAreTheShops();
    void refundsAreSubtracted();
    void whatIsPromisedBackIsGone();
    void moneyByHandCounts();
    void whatMakesGoodCostsNothing();
    void unpaidOrdersAreNoSales();
    void refusals_data();
    void refusals();
    void survivesTheWire();

private:
    QDate today() { return ShopBench::settings().today(m_bench->clock.nowMs()); }
    Sales sales(int daysBack = 0)
    {
        return m_figures->sales(today().addDays(-daysBack), today()).takeResult().value();
    }

    std::unique_ptr<EditBench> m_bench;
    std::unique_ptr<Figures> m_figures;
};

void FiguresTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<EditBench>();
    m_figures = std::make_unique<Figures>(*m_bench->reader);
}

void FiguresTest::everyDayIsThere()
{
    m_bench->paid();
    m_bench->paid();
    const Sales week = sales(6);
    QCOMPARE(week.days.size(), 7u);
    QCOMPARE(week.days.front().date, today().addDays(-6));
    QCOMPARE(week.days.front().figures, SalesFigures());
    QCOMPARE(week.days.back().figures, (SalesFigures{2, 4, 2 * paidMinor, 0}));
    QCOMPARE(week.products.size(), 1u);
    QCOMPARE(week.products.front().productId, qint64(ShopBench::Peony));
    QCOMPARE(week.products.front().figures, week.total());
}

/// The same moment is another day in Seoul than in Greenwich.
void FiguresTest::daysAreTheShops()
{
    const QTimeZone seoul = ShopBench::settings().zone;
    const qint64 midnight = today().addDays(1).startOfDay(seoul).toMSecsSinceEpoch();
    const Order order = m_bench->paid();
    const auto payAt = [&](qint64 ms) {
        m_bench->tamper(u"UPDATE orders SET paid_ms = %1 WHERE id = %2"_s.arg(ms).arg(order.id));
    };
    payAt(midnight - 1);
    QCOMPARE(sales().total().orders, 1);
    payAt(midnight);
    QCOMPARE(sales().total().orders, 0);
    payAt(midnight - dayMs - 1);
    QCOMPARE(sales(1).days.front().figures.orders, 1);
}

void FiguresTest::refundsAreSubtracted()
{
    const Order order = m_bench->paid();
    QVERIFY(m_bench->edit(order.id, qtyEdit(1)));
    m_bench->clock.advance(dayMs);
    m_bench->refundDue();
    const Sales both = sales(1);
    QCOMPARE(both.days.front().figures, (SalesFigures{1, 1, paidMinor, 89'000})); // of its own day
    QCOMPARE(both.days.back().figures, SalesFigures());
    QCOMPARE(both.products.front().figures.netMinor(), 89'000);
}

void FiguresTest::whatIsPromisedBackIsGone()
{
    const Order order = m_bench->paid();
    QVERIFY(m_bench->move(order.id, Verb::Cancel, Actor::Customer));
    QCOMPARE(sales().total().netMinor(), 0); // the provider has not even been asked
    m_bench->refundDue();
    QCOMPARE(sales().total(), (SalesFigures{1, 2, paidMinor, paidMinor}));
}

void FiguresTest::moneyByHandCounts()
{
    const qint64 id = m_bench->place(ShopBench::draft()).value().order.id;
    QVERIFY(m_bench->move(id, Verb::MarkPaid));
    QCOMPARE(sales().total(), (SalesFigures{1, 2, paidMinor, 0}));
    QVERIFY(m_bench->move(id, Verb::Cancel));
    QCOMPARE(sales().total().netMinor(), 0);
}

void FiguresTest::whatMakesGoodCostsNothing()
{
    const Order order = m_bench->paid();
    m_bench->tamper(
        u"UPDATE orders SET charged_minor = 0, resend_of = 9 WHERE id = %1"_s.arg(order.id));
    QCOMPARE(sales().total(), (SalesFigures{1, 2, 0, 0}));
}

void FiguresTest::unpaidOrdersAreNoSales()
{
    QVERIFY(m_bench->place(ShopBench::draft(), std::nullopt, u"test"_s));
    QCOMPARE(sales().total(), SalesFigures());
    QVERIFY(sales().products.empty());
}

void FiguresTest::refusals_data()
{
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::addColumn<QString>("field");
    const QDate day(2026, 11, 1);
    QTest::newRow("no first day") << QDate() << day << u"from"_s;
    QTest::newRow("no last day") << day << QDate() << u"to"_s;
    QTest::newRow("backwards") << day << day.addDays(-1) << u"to"_s;
    QTest::newRow("too many") << day << day.addDays(Sales::mostDays) << u"to"_s;
    QTest::newRow("before all time") << QDate(1, 1, 1) << QDate(1, 1, 2) << u"from"_s;
}

void FiguresTest::refusals()
{
    QFETCH(const QDate, from);
    QFETCH(const QDate, to);
    const auto refused = m_figures->sales(from, to).takeResult();
    QCOMPARE(refused.error().code, RefusalCode::OutOfRange);
    QTEST(refused.error().field, "field");
}

void FiguresTest::survivesTheWire()
{
    const Order order = m_bench->paid();
    QVERIFY(m_bench->edit(order.id, qtyEdit(1)));
    const Sales known = sales(3);
    QCOMPARE(salesFromJson(toJson(known)).value(), known);
    QJsonObject broken = toJson(known);
    broken.insert(u"days"_s, QJsonArray{QJsonObject{{u"date"_s, u"soon"_s}}});
    QCOMPARE(salesFromJson(broken).error().field, u"days.date"_s);
    QVERIFY(!salesFromJson({}));
}

QTEST_GUILESS_MAIN(FiguresTest)
#include "tst_figures.moc"
