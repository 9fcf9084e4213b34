// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk/print/papertray.h"
#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/settings/settingspage.h"
#include "ui/desk/shell/printing.h"
#include "ui/desk/style/toast.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// Printing as the window does it: buttons, the line of what waits, and the settings.
class TestDeskPrinting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ribbonAndReceiptHaveTheirPlaces();
    void whatWaitsIsCountedAndListed();
    void printersAreChosenForEachPaper();
    void presetsAreWhatTheDialogOffers();
    void anOffsetBelongsToItsPrinter();
    void aTestPageIsPrinted();
    void newOrdersPrintTheirTicketOnce();

private:
    desk::PrintQueue &queue() { return m_desk->window->printing().queue(); }
    desk::PrintPreferences &preferences() { return queue().preferences(); }
    void tell(const Order &order)
    {
        FeedPage page;
        page.cursor = m_desk->store->state()->cursor;
        ++page.cursor.number;
        page.entries.push_back({DocumentType::Order, order.id, page.cursor.number, order});
        QVERIFY(m_desk->store->apply(page));
        QVERIFY(m_desk->engine->start());
        m_desk->engine->stop();
    }
    template<class Widget>
    Widget *find(const QString &name) const
    {
        return m_desk->window->findChild<Widget *>(name);
    }
    /// As a person does it.
    void choose(const QString &box, const QVariant &value) const
    {
        auto *combo = find<QComboBox>(box);
        combo->setCurrentIndex(combo->findData(value));
        Q_EMIT combo->activated(combo->currentIndex());
    }
    void showSettings() { m_desk->window->showScreen(desk::MainWindow::Settings); }

    PaperTray m_tray;
    std::unique_ptr<DeskWindow> m_desk;
};

void TestDeskPrinting::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_desk.reset();
    m_tray.plugged = {u"bench"_s, u"till"_s};
    m_desk = std::make_unique<DeskWindow>();
    m_desk->engine->stop();
    queue().setPrinters(m_tray);
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
}

void TestDeskPrinting::ribbonAndReceiptHaveTheirPlaces()
{
    m_desk->window->showOrder(1048);
    QVERIFY(find<QPushButton>(u"printRibbon"_s)->isHidden());
    Order order = m_desk->order(1048);
    order.version = 2;
    order.ribbonText = u"祝 開業"_s;
    tell(order);
    m_desk->window->showOrder(1048);
    QVERIFY(!find<QPushButton>(u"printRibbon"_s)->isHidden());
    find<QPushButton>(u"printRibbon"_s)->click();
    QCOMPARE(find<QLabel>(u"printTitle"_s)->text(), u"#1048 · 리본"_s);
    find<QPushButton>(u"printClose"_s)->click();
    QVERIFY(QTest::qWaitFor([this] { return !find<QDialog>(u"printDialog"_s); }));
    find<QMenu>(u"moreActionsMenu"_s)->findChild<QAction *>(u"action-receipt"_s)->trigger();
    QCOMPARE(find<QLabel>(u"printTitle"_s)->text(), u"#1048 · 영수증"_s);
}

void TestDeskPrinting::whatWaitsIsCountedAndListed()
{
    auto *line = find<QPushButton>(u"printStatus"_s);
    QCOMPARE(line->text(), u"인쇄 대기 0"_s);
    PrintJob job = queue().jobFor(PrintKind::Ticket, 1048);
    job.printer = u"attic"_s;
    QVERIFY(queue().print(job));
    QVERIFY(queue().print(job));
    QCOMPARE(line->text(), u"인쇄 대기 2"_s);
    line->click();
    QVERIFY(find<QDialog>(u"queueDialog"_s));
    QVERIFY(find<QLabel>(u"queueState-1"_s)->text().startsWith(u"프린터가 없어요"_s));
    m_tray.plugged << u"attic"_s;
    find<QPushButton>(u"queueAgain-1"_s)->click();
    QCOMPARE(line->text(), u"인쇄 대기 1"_s);
    QCOMPARE(m_tray.papers().size(), 1);
    find<QPushButton>(u"queueForget-2"_s)->click();
    QCOMPARE(line->text(), u"인쇄 대기 0"_s);
    QVERIFY(!find<QLabel>(u"queueEmpty"_s)->isHidden());
    QCOMPARE(m_tray.papers().size(), 1);
}

void TestDeskPrinting::printersAreChosenForEachPaper()
{
    showSettings();
    for (const auto &[kind, name] : printKindWords)
        QCOMPARE(find<QComboBox>(u"printer-"_s + name)->currentText(), u"bench"_s); // the usual one
    choose(u"printer-receipt"_s, u"till"_s);
    choose(u"printer-card"_s, QString());
    QCOMPARE(queue().jobFor(PrintKind::Receipt, 1048).printer, u"till"_s);
    QCOMPARE(queue().jobFor(PrintKind::Card, 1048).printer, QString());
    QCOMPARE(queue().jobFor(PrintKind::Ticket, 1048).printer, u"bench"_s);
    // A printer that is switched off stays chosen.
    m_tray.plugged.clear();
    m_desk->window->showScreen(desk::MainWindow::Orders);
    showSettings();
    QCOMPARE(find<QComboBox>(u"printer-receipt"_s)->currentText(), u"till"_s);
}

void TestDeskPrinting::presetsAreWhatTheDialogOffers()
{
    showSettings();
    choose(u"cardSize"_s, int(desk::CardSize::A6));
    choose(u"cardHand"_s, int(desk::CardHand::Handwriting));
    choose(u"ribbonWidth"_s, 95);
    choose(u"ribbonLength"_s, 1800);
    QCOMPARE(preferences().preset().ribbon, (desk::RibbonSize{95, 1800}));
    QCOMPARE(
        desk::PrintPreferences(m_desk->preferences.folder().filePath(u"printing.ini"_s)).preset(),
        preferences().preset());
    m_desk->window->showScreen(desk::MainWindow::Orders);
    m_desk->window->showOrder(1048);
    find<QPushButton>(u"printCard"_s)->click();
    QCOMPARE(find<QComboBox>(u"printCardSize"_s)->currentData().toInt(), int(desk::CardSize::A6));
}

void TestDeskPrinting::anOffsetBelongsToItsPrinter()
{
    showSettings();
    auto *right = find<QDoubleSpinBox>(u"offsetRight"_s);
    choose(u"measuredPrinter"_s, QString());
    QVERIFY(!right->isEnabled());
    choose(u"measuredPrinter"_s, u"till"_s);
    right->setValue(2.5);
    find<QDoubleSpinBox>(u"offsetDown"_s)->setValue(-1);
    QCOMPARE(preferences().offsetMm(u"till"_s), QPointF(2.5, -1));
    QCOMPARE(preferences().offsetMm(u"bench"_s), QPointF());
    choose(u"measuredPrinter"_s, u"bench"_s);
    QCOMPARE(right->value(), 0.0);
}

void TestDeskPrinting::aTestPageIsPrinted()
{
    showSettings();
    choose(u"measuredPrinter"_s, u"till"_s);
    const auto before = m_tray.papers().size();
    find<QPushButton>(u"testPrint"_s)->click();
    QCOMPARE(m_tray.papers().size(), before + 1);
    QCOMPARE(find<desk::Toast>(u"toast"_s)->text(), u"시험 인쇄를 프린터로 보냈어요"_s);
    m_tray.plugged.clear();
    find<QPushButton>(u"testPrint"_s)->click();
    QVERIFY(find<desk::Toast>(u"toast"_s)->text().startsWith(u"프린터가 없어요"_s));
    QVERIFY(queue().jobs().empty());
}

void TestDeskPrinting::newOrdersPrintTheirTicketOnce()
{
    const auto before = m_tray.papers().size();
    Order order = m_desk->order(1048);
    order.id = 1100;
    order.stamp(OrderState::Paid, demo::now);
    tell(order);
    showSettings();
    auto *automatic = find<QCheckBox>(u"autoTickets"_s);
    QVERIFY(!automatic->isChecked());
    m_desk->clock.advance(1);
    automatic->click();
    QVERIFY(preferences().autoTicketsSinceMs());
    order.id = 1101;
    order.stamp(OrderState::Paid, demo::now + 1);
    for (int version = 1; version <= 2; ++version) {
        order.version = version;
        tell(order);
        QVERIFY(QTest::qWaitFor(
            [&] { return queue().timesPrinted(PrintKind::Ticket, order.id) == 1; }));
    }
    QCOMPARE(m_tray.papers().size(), before + 1); // and not the one from before
    automatic->click();
    order.id = 1102;
    tell(order);
    QVERIFY(queue().jobs().empty());
}

QTEST_MAIN(TestDeskPrinting)
#include "tst_deskprinting.moc"
