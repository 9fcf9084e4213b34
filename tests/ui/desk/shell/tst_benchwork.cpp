// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/style/toast.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// What the window does for those who stand at the bench: paper, and the sum of the work.
class TestBenchWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // What the plugin without a screen says of itself is no fault of ours.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_desk = std::make_unique<DeskWindow>();
        QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    }
    void papersArePrintedByKeys_data();
    void papersArePrintedByKeys();
    void papersArePrintedByButtons();
    void anOrderWithoutAMessageHasNoCard();
    void whatIsNotPrintedIsMarked();
    void theSumOfTheWork();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_desk->window.get(), key, modifiers);
    }
    QString jobShown() const
    {
        const auto *title = m_desk->find<QLabel>("printTitle");
        return title ? title->text() : QString();
    }
    bool close()
    {
        m_desk->find<QPushButton>("printClose")->click();
        return QTest::qWaitFor([this] { return !m_desk->find<QDialog>("printDialog"); });
    }

    std::unique_ptr<DeskWindow> m_desk;
};

void TestBenchWork::papersArePrintedByKeys_data()
{
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("job");
    QTest::addColumn<bool>("hasSizes");
    const Qt::KeyboardModifiers ctrl = Qt::ControlModifier;
    QTest::newRow("ticket") << ctrl << u"#1048 · 주문서"_s << false;
    QTest::newRow("card") << (ctrl | Qt::ShiftModifier) << u"#1048 · 카드"_s << true;
}

void TestBenchWork::papersArePrintedByKeys()
{
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QString, job);
    QFETCH(bool, hasSizes);
    press(Qt::Key_P, modifiers); // nothing is chosen yet
    QVERIFY(!m_desk->find<QDialog>("printDialog"));
    m_desk->window->showOrder(1048);
    press(Qt::Key_P, modifiers);
    QCOMPARE(jobShown(), job);
    QCOMPARE(m_desk->find<QComboBox>("printCardSize") != nullptr, hasSizes);
    QVERIFY(close());
}

void TestBenchWork::papersArePrintedByButtons()
{
    m_desk->window->showOrder(1048);
    m_desk->find<QPushButton>("printTicket")->click();
    QCOMPARE(jobShown(), u"#1048 · 주문서"_s);
    QVERIFY(close());
    m_desk->find<QPushButton>("printCard")->click();
    QCOMPARE(jobShown(), u"#1048 · 카드"_s);
    QVERIFY(close());
}

void TestBenchWork::anOrderWithoutAMessageHasNoCard()
{
    QVERIFY(m_desk->order(1044).cardMessage.isEmpty());
    m_desk->window->showOrder(1044);
    QVERIFY(m_desk->find<QPushButton>("printCard")->isHidden());
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_desk->find<QDialog>("printDialog"));
    QCOMPARE(m_desk->find<desk::Toast>("toast")->text(),
             u"#1044 · 카드 메시지가 없는 주문이에요"_s);
}

void TestBenchWork::whatIsNotPrintedIsMarked()
{
    QStandardPaths::setTestModeEnabled(true); // the PDF goes nowhere else
    const auto spoken = [this](const char *lane) {
        const QAbstractItemModel *cards = m_desk->find<QListView>(lane)->model();
        QStringList all;
        for (int row = 0; row < cards->rowCount(); ++row)
            all << cards->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return all;
    };
    const QString mark = u"주문서를 인쇄하지 않음"_s;
    QVERIFY(spoken("cards-paid").filter(mark).isEmpty()); // nobody prints here
    m_desk->window->showOrder(1048);
    m_desk->find<QPushButton>("printTicket")->click();
    auto *printer = m_desk->find<QComboBox>("printPrinter");
    printer->setCurrentIndex(printer->findData(QString()));
    m_desk->find<QPushButton>("printAct")->click();
    const QStringList paid = spoken("cards-paid");
    QCOMPARE(paid.filter(mark).size(), paid.size() - 1);
    QVERIFY(paid.filter(u"1048"_s).filter(mark).isEmpty());
    QVERIFY(spoken("cards-made").filter(mark).isEmpty()); // too late for paper
}

void TestBenchWork::theSumOfTheWork()
{
    const auto *totals = m_desk->find<QLabel>("totals");
    QVERIFY(totals->isHidden());
    m_desk->find<QPushButton>("showTotals")->click();
    QVERIFY(!totals->isHidden());
    QVERIFY2(totals->text().startsWith(u"만들 것 "_s), qPrintable(totals->text()));
    QVERIFY(totals->text().contains(u"작약 한아름 꽃다발 ×1"_s));
    m_desk->find<QPushButton>("day-tomorrow")->click();
    QVERIFY(!totals->text().contains(u"작약 한아름 꽃다발 ×1"_s));
    m_desk->find<QPushButton>("showTotals")->click();
    QVERIFY(totals->isHidden());
}

QTEST_MAIN(TestBenchWork)
#include "tst_benchwork.moc"
