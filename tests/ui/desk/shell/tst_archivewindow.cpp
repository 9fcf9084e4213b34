// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/archive/archivepage.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/style/toast.h"

#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

/// Looking for orders in the real window.
class TestArchiveWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyOrderIsFoundFromTheBoard();
    void escapeEmptiesTheFieldFirst();
    void filtersNarrowTogether();
    void datesAreChosen();
    void nothingFoundIsSaid();
    void whatIsFoundGoesIntoAFile();
    void aFirstSyncShowsHowFarItIs();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QStringList numbers() const;

    std::unique_ptr<test::DeskWindow> m_desk;
};

void TestArchiveWindow::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_desk = std::make_unique<test::DeskWindow>();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
}

void TestArchiveWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget()
                                                : m_desk->window.get(),
                    key, modifiers);
}

QStringList TestArchiveWindow::numbers() const
{
    QStringList found;
    const auto *model = m_desk->find<QTableView>("archiveTable")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        found << model->index(row, 0).data().toString();
    return found;
}

void TestArchiveWindow::everyOrderIsFoundFromTheBoard()
{
    m_desk->window->board().focusContent();
    press(Qt::Key_F, Qt::ControlModifier);
    const auto *field = m_desk->find<QLineEdit>("archiveSearch");
    QCOMPARE(QApplication::focusWidget(), field);
    const auto type = [this](const QString &text) {
        m_desk->find<QLineEdit>("archiveSearch")->setText(text);
        return numbers();
    };
    QCOMPARE(type(u"김서"_s), QStringList{u"#1048"_s});
    QCOMPARE(type(u"ㅇㅅㅎ"_s), QStringList{u"#1042"_s});
    QCOMPARE(type(u"1036"_s), QStringList{u"#1036"_s});
    QCOMPARE(type(u"서초"_s), QStringList{u"#1049"_s}); // of tomorrow
    press(Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), m_desk->find<QTableView>("archiveTable"));
    QCOMPARE(m_desk->find<QLabel>("detailNumber")->text(), u"#1049"_s);
    press(Qt::Key_Return);
    QVERIFY(m_desk->find<QWidget>("archivePage")->isVisible());
}

void TestArchiveWindow::escapeEmptiesTheFieldFirst()
{
    press(Qt::Key_F, Qt::ControlModifier);
    auto *field = m_desk->find<QLineEdit>("archiveSearch");
    field->setText(u"없는 말"_s);
    press(Qt::Key_Escape);
    QCOMPARE(field->text(), QString());
    QCOMPARE(QApplication::focusWidget(), field);
    QVERIFY(numbers().size() > 10);
}

void TestArchiveWindow::filtersNarrowTogether()
{
    press(Qt::Key_2, Qt::ControlModifier);
    const auto all = numbers();
    const auto choose = [this](const char *name, const QString &text) {
        auto *box = m_desk->find<QComboBox>(name);
        QVERIFY(box->findText(text) > 0);
        box->setCurrentIndex(box->findText(text));
    };
    choose("archiveState", u"제작중"_s);
    QCOMPARE(numbers(), (QStringList{u"#1044"_s, u"#1043"_s}));
    m_desk->find<QLineEdit>("archiveSearch")->setText(u"청담"_s);
    QCOMPARE(numbers(), QStringList{u"#1044"_s});
    choose("archivePayment", u"환불완료"_s);
    QCOMPARE(numbers(), QStringList());
    auto *reset = m_desk->find<QPushButton>("archiveReset");
    QVERIFY(reset->isVisible());
    reset->click();
    QCOMPARE(numbers(), all);
    QVERIFY(!reset->isVisible());
    // A change here shows at once: the order leaves what is looked for.
    choose("archiveState", u"제작중"_s);
    QVERIFY(m_desk->engine->move(1043, Verb::MarkMade));
    QCOMPARE(numbers(), QStringList{u"#1044"_s});
    // And it is found where it is now, although the server has not heard of it.
    choose("archiveState", u"제작완료"_s);
    QCOMPARE(numbers(), (QStringList{u"#1043"_s, u"#1042"_s, u"#1041"_s}));
}

void TestArchiveWindow::datesAreChosen()
{
    press(Qt::Key_2, Qt::ControlModifier);
    const auto all = numbers();
    auto *period = m_desk->find<QComboBox>("archivePeriod");
    auto *from = m_desk->find<QDateEdit>("archiveFrom");
    auto *until = m_desk->find<QDateEdit>("archiveUntil");
    QVERIFY(!from->isVisible());
    for (const int index : {1, 2, 3, 4}) {
        period->setCurrentIndex(index);
        QCOMPARE(numbers(), all); // all of them came this morning
    }
    period->setCurrentIndex(5);
    QVERIFY(from->isVisible());
    QCOMPARE(until->date(), demo::today);
    QCOMPARE(numbers(), all);
    until->setDate(demo::today.addDays(-1));
    QCOMPARE(numbers(), QStringList());
    from->setDate(demo::today); // the other way round is the same
    QCOMPARE(numbers(), all);
}

void TestArchiveWindow::nothingFoundIsSaid()
{
    press(Qt::Key_F, Qt::ControlModifier);
    m_desk->find<QLineEdit>("archiveSearch")->setText(u"없는 말"_s);
    const auto *empty = m_desk->find<QLabel>("archiveEmpty");
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->text(), u"찾는 주문이 없어요. 검색어나 기간을 바꿔 보세요."_s);
}

void TestArchiveWindow::whatIsFoundGoesIntoAFile()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"orders.csv"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    m_desk->find<QLineEdit>("archiveSearch")->setText(u"역삼"_s);
    const auto shown = numbers();
    auto *button = m_desk->find<QPushButton>("archiveCsv");
    QVERIFY(button->isVisible());
    m_desk->find<ArchivePage>("archivePage")->exportTo(path);
    QVERIFY(!button->isEnabled());
    QTRY_VERIFY(button->isEnabled());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QCOMPARE(text.count(u"\r\n"_s), shown.size() + 1);
    for (const QString &number : shown)
        QVERIFY(text.contains(u"\r\n\"%1\","_s.arg(number.mid(1))));
    QVERIFY(m_desk->find<Toast>("toast")->isVisible());
    QVERIFY(!m_desk->find<QWidget>("exportBar")->isVisible());
}

void TestArchiveWindow::aFirstSyncShowsHowFarItIs()
{
    const auto *line = m_desk->find<QLabel>("syncStatus");
    const auto *bar = m_desk->find<QProgressBar>("syncProgress");
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Live, demo::now, 0, false, 43});
    QCOMPARE(line->text(), u"주문을 받아오는 중 · 43%"_s);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 43);
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Live, demo::now, 0, true, -1});
    QCOMPARE(line->text(), u"동기화됨 · 방금"_s);
    QVERIFY(!bar->isVisible());
}

QTEST_MAIN(TestArchiveWindow)
#include "tst_archivewindow.moc"
