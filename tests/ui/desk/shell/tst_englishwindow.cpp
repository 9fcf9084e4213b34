// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/balances.h"
#include "tests/shots/balances.h"
#include "tests/ui/desk/shell/deskwindow.h"
#include "translations/words.h"
#include "ui/desk/shell/keylist.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QTranslator>
#include <QtTest/QTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QRegularExpression hangul(u"[가-힣]"_s);

/// The children of \a window that are seen, of one kind.
template<class Widget>
QList<Widget *> seen(const QWidget &window)
{
    QList<Widget *> found;
    for (auto *widget : window.findChildren<Widget *>()) {
        if (widget->isVisible())
            found << widget;
    }
    return found;
}

} // namespace

/// The window in English, at the smallest size it is made for: nothing Korean but what customers
/// wrote, nothing cut off.
class TestEnglishWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void board_data();
    void board();
    void orders();
    void aSilentProvider();
    void reviews();
    void balance_data();
    void balance();
    void theTableOfAWideWindow();
    void keyList();

private:
    static void look(const QWidget &window);
    QTranslator m_translator;
};

void TestEnglishWindow::initTestCase()
{
    initTranslationResources();
    QVERIFY(m_translator.load(u":/translations/petalpost_en.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&m_translator));
}

void TestEnglishWindow::look(const QWidget &window)
{
    QTest::qWait(50); // layouts settle
    for (const QPushButton *button : seen<QPushButton>(window)) {
        QVERIFY2(!button->text().contains(hangul), qUtf8Printable(button->text()));
        QVERIFY2(!button->accessibleName().contains(hangul), qUtf8Printable(button->text()));
        QVERIFY2(button->width() >= button->sizeHint().width(), qUtf8Printable(button->text()));
    }
    for (const QLabel *label : seen<QLabel>(window)) {
        const bool data = label->objectName().startsWith("detail"_L1);
        QVERIFY2(data || !label->text().contains(hangul), qUtf8Printable(label->text()));
        QVERIFY2(!label->accessibleName().contains(hangul), qUtf8Printable(label->text()));
        QVERIFY2(label->wordWrap() || label->width() >= label->sizeHint().width(),
                 qUtf8Printable(label->text()));
    }
    for (const QLineEdit *field : seen<QLineEdit>(window)) {
        QVERIFY(!field->placeholderText().contains(hangul));
        QVERIFY(!field->accessibleName().contains(hangul));
        QVERIFY2(field->parentWidget()->rect().contains(field->geometry()), "cut off at the edge");
    }
}

void TestEnglishWindow::board_data()
{
    QTest::addColumn<QString>("heading");
    QTest::newRow("today") << u"Thu 8 May"_s;
    QTest::newRow("tomorrow") << u"Fri 9 May"_s;
    QTest::newRow("week") << u"5 May – 11 May"_s;
    QTest::newRow("all") << u"All orders"_s;
}

void TestEnglishWindow::board()
{
    const DeskWindow desk;
    const QByteArray day = QByteArray("day-") + QTest::currentDataTag();
    desk.find<QPushButton>(day.constData())->click();
    look(*desk.window);
    QTEST(desk.find<QLabel>("boardHeading")->text(), "heading");
}

void TestEnglishWindow::orders()
{
    const DeskWindow desk;
    for (const auto &[id, order] : desk.engine->orders()) {
        desk.window->showOrder(id);
        look(*desk.window);
        for (const QAction *action : desk.find<QMenu>("moreActionsMenu")->actions())
            QVERIFY2(!action->text().contains(hangul), qUtf8Printable(action->text()));
    }
    desk.window->showOrder(1048);
    QVERIFY(desk.find<QLabel>("detail-delivery")->text().startsWith(u"Today 14:00–16:00\n"_s));
    desk.find<QPushButton>("nextStep")->click();
    look(*desk.window);
    QVERIFY(desk.window->windowTitle().startsWith(u"(1) New order · "_s));
}

void TestEnglishWindow::aSilentProvider()
{
    const DeskWindow desk;
    std::vector<ProviderHealth> health;
    health.reserve(callKindWords.size());
    for (const auto &[kind, name] : callKindWords)
        health.push_back({u"toss"_s, kind, BreakerState::Open, demo::now - 20 * 60'000});
    Q_EMIT desk.engine->paymentHealthChanged(health);
    look(*desk.window);
    const auto *text = desk.find<QWidget>("paymentBanner")->findChild<QLabel *>(u"bannerText"_s);
    QVERIFY(text->isVisible());
    QVERIFY2(text->text().startsWith(u"Payment provider not answering · since 13:02. Customers "_s),
             qUtf8Printable(text->text()));
}

void TestEnglishWindow::reviews()
{
    const DeskWindow desk;
    desk.find<QAbstractButton>("screen-reviews")->click();
    look(*desk.window);
}

void TestEnglishWindow::balance_data()
{
    QTest::addColumn<Balance>("day");
    QTest::newRow("adds up") << shots::goodDay();
    QTest::newRow("does not") << shots::badDay();
    Balance every = shots::badDay();
    for (const auto &[kind, name] : differenceKindWords) {
        every.differences.front().kind = kind;
        every.differences.push_back(every.differences.front());
    }
    QTest::newRow("everything") << every;
}

void TestEnglishWindow::balance()
{
    QFETCH(const Balance, day);
    const DeskWindow desk;
    desk.window->resize(desk.window->minimumSize());
    desk.window->showScreen(MainWindow::DayBalance);
    Q_EMIT desk.engine->balances().answered(day);
    look(*desk.window);
    QCOMPARE(desk.find<QLabel>("balanceHeading")->text(), u"Balance · Thu 8 May"_s);
}

/// What a header is painted with is not what it was given, once the look has changed.
void TestEnglishWindow::theTableOfAWideWindow()
{
    const DeskWindow desk;
    desk.window->resize(2560, 1440);
    QTest::qWait(50); // the text grows with the window
    desk.window->showScreen(MainWindow::DayBalance);
    Q_EMIT desk.engine->balances().answered(shots::badDay());
    QTest::qWait(50);
    const QHeaderView *header = desk.find<QTableView>("balanceSums")->horizontalHeader();
    const QFont painted = header->viewport()->font();
    QCOMPARE(painted.pointSizeF(), desk.theme.fontPt(TypeRole::Caption));
    for (int column = 0; column < header->count(); ++column) {
        const QString head = header->model()->headerData(column, Qt::Horizontal).toString();
        QVERIFY2(header->isSectionHidden(column)
                     || header->sectionSize(column)
                            >= QFontMetrics(painted).horizontalAdvance(head) + 20,
                 qUtf8Printable(head));
    }
}

void TestEnglishWindow::keyList()
{
    const DeskWindow desk;
    KeyList keys(desk.theme);
    keys.show();
    look(keys);
}

QTEST_MAIN(TestEnglishWindow)
#include "tst_englishwindow.moc"
