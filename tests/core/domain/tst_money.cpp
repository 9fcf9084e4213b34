// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/money.h"

#include <QtTest/QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();
constexpr qint64 least = std::numeric_limits<qint64>::min();

Money dollars(qint64 cents)
{
    return {cents, {u"USD"_s, 2}};
}

} // namespace

class MoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sums();
    void sumsStopAtTheBound();
    void currenciesDoNotMix();
    void products_data();
    void products();
    void display_data();
    void display();
};

void MoneyTest::sums()
{
    QCOMPARE((Money{89'000, {}}.plus({1'000, {}})), (Money{90'000, {}}));
    QCOMPARE(dollars(1'250).plus(dollars(-50)), dollars(1'200));
}

void MoneyTest::sumsStopAtTheBound()
{
    QCOMPARE((Money{Money::maxMinor - 1, {}}.plus({1, {}})), (Money{Money::maxMinor, {}}));
    QVERIFY(!(Money{Money::maxMinor, {}}.plus({1, {}})));
    QVERIFY(!(Money{-Money::maxMinor, {}}.plus({-1, {}})));
    QVERIFY(!(Money{most, {}}.plus({most, {}})));
    QVERIFY(!(Money{least, {}}.plus({-1, {}})));
}

void MoneyTest::currenciesDoNotMix()
{
    QVERIFY(!(Money{1, {}}.plus(dollars(1))));
    // The same code with another exponent is another unit.
    QVERIFY(!(Money{1, {u"KRW"_s, 0}}.plus({1, {u"KRW"_s, 2}})));
    QVERIFY((Money{1, {}} != dollars(1)));
}

void MoneyTest::products_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<qint64>("count");
    QTest::addColumn<bool>("fits");
    QTest::newRow("three") << qint64(89'000) << qint64(3) << true;
    QTest::newRow("none") << qint64(89'000) << qint64(0) << true;
    QTest::newRow("exactly the most") << Money::maxMinor / 1'000 << qint64(1'000) << true;
    QTest::newRow("one beyond") << Money::maxMinor / 1'000 + 1 << qint64(1'000) << false;
    QTest::newRow("beyond 64 bits") << qint64(5'000'000'000) << qint64(5'000'000'000) << false;
    QTest::newRow("wraps to a small number") << qint64(1) << most << false;
    QTest::newRow("smallest by minus one") << least << qint64(-1) << false;
    QTest::newRow("below") << qint64(-6'000'000'000) << qint64(2) << false;
}

void MoneyTest::products()
{
    QFETCH(qint64, minor);
    QFETCH(qint64, count);
    QFETCH(bool, fits);
    const auto product = Money{minor, {}}.times(count);
    QCOMPARE(product.has_value(), fits);
    if (fits)
        QCOMPARE(*product, (Money{minor * count, {}}));
}

void MoneyTest::display_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("exponent");
    QTest::addColumn<bool>("korean");
    QTest::addColumn<QString>("shown");
    QTest::newRow("won") << qint64(89'000) << u"KRW"_s << 0 << true << u"89,000원"_s;
    QTest::newRow("won, English") << qint64(89'000) << u"KRW"_s << 0 << false << u"₩89,000"_s;
    QTest::newRow("no won") << qint64(0) << u"KRW"_s << 0 << true << u"0원"_s;
    QTest::newRow("won given back") << qint64(-1'500) << u"KRW"_s << 0 << true << u"-1,500원"_s;
    QTest::newRow("the most") << Money::maxMinor << u"KRW"_s << 0 << true << u"10,000,000,000원"_s;
    QTest::newRow("dollars") << qint64(1'250) << u"USD"_s << 2 << false << u"12.50 USD"_s;
    QTest::newRow("five cents") << qint64(5) << u"USD"_s << 2 << false << u"0.05 USD"_s;
    QTest::newRow("dollars back") << qint64(-1'250) << u"USD"_s << 2 << false << u"-12.50 USD"_s;
    QTest::newRow("half a dollar back") << qint64(-50) << u"USD"_s << 2 << true << u"-0.50 USD"_s;
    QTest::newRow("yen") << qint64(1'200) << u"JPY"_s << 0 << false << u"1,200 JPY"_s;
    QTest::newRow("dinar") << qint64(1'234'567) << u"KWD"_s << 3 << false << u"1,234.567 KWD"_s;
}

void MoneyTest::display()
{
    QFETCH(qint64, minor);
    QFETCH(QString, code);
    QFETCH(int, exponent);
    QFETCH(bool, korean);
    QTEST(displayMoney({minor, {code, exponent}}, korean), "shown");
}

QTEST_GUILESS_MAIN(MoneyTest)
#include "tst_money.moc"
