// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/board/boardpage.h"

#include <QtTest/QTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

/// The board as a list in the real window.
class TestListWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSameOrdersAsOnTheBoard();
    void keysActOnTheRow();
    void headingsSort();
    void theSelectionStaysOnItsOrder();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QTableView *list() const { return m_desk->find<QTableView>("orderList"); }
    QStringList numbers() const;
    QString current() const;

    std::unique_ptr<test::DeskWindow> m_desk;
};

void TestListWindow::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_desk = std::make_unique<test::DeskWindow>();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    m_desk->find<QPushButton>("viewList")->click();
    m_desk->window->board().focusContent();
}

void TestListWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

QStringList TestListWindow::numbers() const
{
    QStringList found;
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        found << list()->model()->index(row, 1).data().toString();
    return found;
}

QString TestListWindow::current() const
{
    return list()->currentIndex().siblingAtColumn(1).data().toString();
}

void TestListWindow::theSameOrdersAsOnTheBoard()
{
    QVERIFY(list()->isVisible());
    QVERIFY(!m_desk->find<QListView>("cards-paid")->isVisible());
    QStringList cards;
    for (const char *lane :
         {"cards-paid", "cards-making", "cards-made", "cards-delivering", "cards-delivered"}) {
        const auto *model = m_desk->find<QListView>(lane)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            cards << model->index(row, 0).data().toString();
    }
    QStringList rows = numbers();
    std::ranges::sort(cards);
    std::ranges::sort(rows);
    QCOMPARE(rows, cards);
    m_desk->find<QLineEdit>("search")->setText(u"청담"_s);
    QCOMPARE(numbers(), QStringList{u"#1044"_s});
    m_desk->find<QPushButton>("viewList")->click();
    QVERIFY(m_desk->find<QListView>("cards-paid")->isVisible());
}

void TestListWindow::keysActOnTheRow()
{
    QCOMPARE(QApplication::focusWidget(), list());
    const QStringList rows = numbers();
    QCOMPARE(current(), rows[0]);
    press(Qt::Key_Down);
    QCOMPARE(current(), rows[1]);
    QCOMPARE(m_desk->find<QLabel>("detailNumber")->text(), rows[1]);
    const qint64 id = rows[1].mid(1).toLongLong();
    const OrderState before = m_desk->order(id).state;
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_desk->order(id).state != before);
    QCOMPARE(current(), rows[1]); // wherever it is sorted now
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_desk->order(id).state, before);
    press(Qt::Key_Return);
    QVERIFY(m_desk->find<QWidget>("detailPane")->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), list());
}

void TestListWindow::headingsSort()
{
    QHeaderView *header = list()->horizontalHeader();
    const auto click = [header](int section) {
        const QPoint at(header->sectionViewportPosition(section) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
    };
    click(1);
    QStringList sorted = numbers();
    std::ranges::sort(sorted);
    if (header->sortIndicatorOrder() == Qt::DescendingOrder)
        std::ranges::reverse(sorted);
    QCOMPARE(numbers(), sorted);
    click(1);
    std::ranges::reverse(sorted);
    QCOMPARE(numbers(), sorted);
}

void TestListWindow::theSelectionStaysOnItsOrder()
{
    m_desk->window->showOrder(1044);
    QCOMPARE(current(), u"#1044"_s);
    QVERIFY(m_desk->engine->move(1043, Verb::MarkMade));
    QCOMPARE(current(), u"#1044"_s);
    m_desk->find<QLineEdit>("search")->setText(u"대치"_s); // without it
    QCOMPARE(current(), QString());
    QCOMPARE(m_desk->find<QLabel>("detailNumber")->text(), u"#1044"_s);
    m_desk->find<QLineEdit>("search")->clear();
    QCOMPARE(current(), u"#1044"_s);
}

QTEST_MAIN(TestListWindow)
#include "tst_listwindow.moc"
