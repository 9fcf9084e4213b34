// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/protocol/figures.h"
#include "core/sync/salesreader.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/pairingcalls.h"
#include "ui/desk/figures/figurespage.h"
#include "ui/desk/figures/saleschart.h"
#include "ui/desk/figures/salesmodel.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/words/words.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 aDayMs = 24 * 3'600'000LL;

} // namespace

/// The sales of a real shop: chart, table, file and interface say the same.
class TestFiguresPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::Korean, QLocale::SouthKorea)); }
    void init();
    void cleanup();
    void chartTableFileAndInterfaceAgree();
    void aRefundComesOffItsDay();
    void thirtyDays();
    void theLastNumbersStay();
    void aDriverIsRefused();
    void theModelAndItsFile();

private:
    void order(int count);
    bool settle();
    QDate today() const { return m_desk->engine->shop().today(m_shop->clock.nowMs()); }
    Sales atServer(int days)
    {
        const QString from = today().addDays(1 - days).toString(Qt::ISODate);
        const QString path = u"/figures?from=%1&to=%2"_s.arg(from, today().toString(Qt::ISODate));
        return salesFromJson(m_owner->get(path).json()).value();
    }
    const SalesModel *days() const
    {
        return qobject_cast<SalesModel *>(
            m_page->findChild<QTableView *>(u"salesByDay"_s)->model());
    }
    const SalesModel *products() const
    {
        return qobject_cast<SalesModel *>(
            m_page->findChild<QTableView *>(u"salesByProduct"_s)->model());
    }
    QString text(const char *label) const
    {
        return m_page->findChild<QLabel *>(QString::fromLatin1(label))->text();
    }
    static QList<qint64> nets(const SalesModel *model)
    {
        QList<qint64> all;
        for (int row = 0; row < model->salesCount(); ++row)
            all.append(
                model->index(row, SalesModel::Net).data(SalesModel::NumberRole).toLongLong());
        return all;
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    std::unique_ptr<DeskInProcess> m_desk;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FiguresPage> m_page;
    std::vector<qint64> m_orders;
};

void TestFiguresPage::init()
{
    // The platform of the tests has no window manager to tell sizes to.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_orders.clear();
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    order(2);
    m_shop->clock.advance(aDayMs);
    order(3);
    m_desk = std::make_unique<DeskInProcess>(m_shop->url(), m_shop->token, m_shop->clock);
    QVERIFY(m_desk->engine->start());
    QTRY_VERIFY(m_desk->isLive());
    m_theme = std::make_unique<Theme>();
    m_page = std::make_unique<FiguresPage>(*m_desk->engine, *m_theme);
    QSignalSpy answered(&m_desk->engine->sales(), &sync::SalesReader::answered);
    m_page->show();
    QTRY_COMPARE(answered.size(), 2); // the days that are shown, and those of the month
}

void TestFiguresPage::cleanup()
{
    m_page.reset();
    m_theme.reset();
    m_desk.reset();
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

void TestFiguresPage::order(int count)
{
    for (int i = 0; i < count; ++i) {
        const Answer placed = m_owner->post(u"/orders"_s, {{u"flowerName"_s, u"Rose"_s},
                                                           {u"qty"_s, i + 1},
                                                           {u"customerName"_s, u"김하늘"_s},
                                                           {u"phoneNumber"_s, u"01012341234"_s}});
        QCOMPARE(placed.status, 201);
        m_orders.push_back(placed.json().value(u"id"_s).toInteger());
    }
}

bool TestFiguresPage::settle()
{
    QSignalSpy answered(&m_desk->engine->sales(), &sync::SalesReader::answered);
    m_page->reload();
    return QTest::qWaitFor([&] { return answered.size() >= 2; });
}

void TestFiguresPage::chartTableFileAndInterfaceAgree()
{
    const Sales known = atServer(7);
    const QList<qint64> shown = nets(days());
    QCOMPARE(shown.size(), 7);
    for (int i = 0; i < 7; ++i)
        QCOMPARE(shown[i], known.days[std::size_t(i)].figures.netMinor());
    QVERIFY(shown[6] > shown[5] && shown[5] > 0 && shown[4] == 0);
    const auto *chart = m_page->findChild<SalesChart *>(u"salesChart"_s);
    QCOMPARE(chart->values().size(), 7);
    for (int i = 0; i < 7; ++i)
        QCOMPARE(qint64(chart->values()[i]), shown[i]);
    QVERIFY(chart->accessibleDescription().contains(moneyText({shown[6], known.currency})));
    QCOMPARE(products()->salesCount(), 1);
    QCOMPARE(nets(products()).front(), known.total().netMinor());
    const int sum = days()->salesCount();
    QVERIFY(days()->index(sum, 0).data(SalesModel::SumRole).toBool());
    QCOMPARE(days()->index(sum, SalesModel::Net).data(SalesModel::NumberRole).toLongLong(),
             known.total().netMinor());
    QCOMPARE(text("salesToday"), moneyText({shown[6], known.currency}));

    const QTemporaryDir dir;
    const QString path = dir.filePath(u"sales.csv"_s);
    QSignalSpy exported(m_page.get(), &FiguresPage::exported);
    m_page->findChild<QPushButton *>(u"salesCsv"_s)->click();
    Q_EMIT m_page->findChild<QFileDialog *>(u"salesCsvDialog"_s)->fileSelected(path);
    QCOMPARE(exported.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString csv = QString::fromUtf8(file.readAll());
    QVERIFY(csv.contains(u"\"%1\"\r\n"_s.arg(shown[6])));
    QVERIFY(csv.contains(u"\"Rose\""_s));
}

void TestFiguresPage::aRefundComesOffItsDay()
{
    const QList<qint64> before = nets(days());
    m_owner->patch(u"/orders/%1"_s.arg(m_orders.front()), {{u"verb"_s, u"cancel"_s}});
    QVERIFY(settle());
    const QList<qint64> after = nets(days());
    QCOMPARE(after[5], before[5] - atServer(7).days[5].figures.refundedMinor);
    QVERIFY(after[5] < before[5]); // yesterday's order, and so yesterday's figure
    QCOMPARE(after[6], before[6]);
    QVERIFY(days()->index(5, SalesModel::Refunded).data(SalesModel::NumberRole).toLongLong() > 0);
}

void TestFiguresPage::thirtyDays()
{
    m_page->findChild<QPushButton *>(u"sales-30"_s)->click();
    QTRY_COMPARE(days()->salesCount(), 30);
    QCOMPARE(nets(days()).back(), atServer(30).days.back().figures.netMinor());
    QCOMPARE(m_page->findChild<SalesChart *>(u"salesChart"_s)->values().size(), 30);
}

void TestFiguresPage::theLastNumbersStay()
{
    const QList<qint64> before = nets(days());
    m_desk->engine->stop();
    QVERIFY(m_shop->stop());
    QVERIFY(settle());
    QCOMPARE(nets(days()), before);
    QVERIFY(text("salesWhen").contains(u"연결되면"_s));
}

void TestFiguresPage::aDriverIsRefused()
{
    HttpCalls driver(m_shop->url(), pairDevice(*m_shop, u"driver"_s).token);
    QCOMPARE(driver.get(u"/figures?from=2026-11-01&to=2026-11-02"_s).status, 403);
    HttpCalls florist(m_shop->url(), pairDevice(*m_shop, u"florist"_s).token);
    QCOMPARE(florist.get(u"/figures?from=2026-11-01&to=2026-11-02"_s).status, 200);
}

void TestFiguresPage::theModelAndItsFile()
{
    SalesModel model(u"날"_s);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setRows({{u"=1"_s, {}, {1, 2, 300, 100}}, {u"화"_s, {}, {2, 3, 50, 0}}}, Currency());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(2, SalesModel::Net).data(SalesModel::NumberRole).toLongLong(), 250);
    QCOMPARE(model.index(0, SalesModel::Refunded).data().toString(), u"100원"_s);
    const QString csv = QString::fromUtf8(model.csv());
    QVERIFY(csv.contains(u"\"'=1\",\"1\",\"2\",\"300\",\"100\",\"200\"\r\n"_s)); // no formula
    QCOMPARE(csv.count(u"\r\n"_s), 3); // the sum is left to the program that reads it
}

QTEST_MAIN(TestFiguresPage)
#include "tst_figurespage.moc"
