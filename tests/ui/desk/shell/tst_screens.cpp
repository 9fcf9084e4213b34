// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/balance/balancepage.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/order/detailpane.h"
#include "ui/desk/style/toast.h"

#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableView>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

/// Archive, settings and text sizes in the real window.
class TestScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theArchiveListsEveryOrder();
    void theArchiveFollowsChanges();
    void anOldOrderOffersOnlyAClaimAndItsReceipt();
    void settingsApplyAtOnce();
    void textSizeByKeys();
    void diagnosticsNameNobody();
    void whatCannotBeDoneHasNoButton();
    void largeTextLetsThePaneSlideOver();
    void aClickOpensThePaneAndLeavesTheFocus();
    void everythingFitsAtEverySize();
    void aCardMessageIsNeverCut_data();
    void aCardMessageIsNeverCut();
    void anotherWindowTakesOver();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QTableView *table() const { return m_desk->find<QTableView>("archiveTable"); }
    QWidget *pane() const { return m_desk->find<QWidget>("detailPane"); }
    QString number() const { return m_desk->find<QLabel>("detailNumber")->text(); }

    std::unique_ptr<test::DeskWindow> m_desk;
};

void TestScreens::init()
{
    m_desk = std::make_unique<test::DeskWindow>();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
}

void TestScreens::cleanup()
{
    m_desk.reset();
}

void TestScreens::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_desk->window.get(), key, modifiers);
}

void TestScreens::theArchiveListsEveryOrder()
{
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), table());
    const QAbstractItemModel *orders = table()->model();
    QCOMPARE(orders->rowCount(), int(demo::orders().size()));
    QCOMPARE(orders->index(0, 0).data().toString(), u"#1049"_s);
    QVERIFY(table()->selectionModel()->isRowSelected(0));
    QCOMPARE(number(), u"#1049"_s);
    press(Qt::Key_Down);
    QCOMPARE(number(), u"#1048"_s);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), m_desk->find<QPushButton>("nextStep"));
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), table());
    press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_desk->window->board().currentOrder(), 1048); // the board's own choice
}

void TestScreens::theArchiveFollowsChanges()
{
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_Down);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_desk->order(1048).state, OrderState::Making);
    QCOMPARE(table()->model()->index(1, 3).data().toString(), u"제작중"_s);
    QCOMPARE(number(), u"#1048"_s);
}

void TestScreens::anOldOrderOffersOnlyAClaimAndItsReceipt()
{
    Order old = m_desk->order(1036);
    old.id = 7;
    old.lastOperation = u"complete"_s;
    old.stamp(OrderState::Delivered, demo::at(12, 0, -30));
    FeedPage page;
    page.cursor = {u"spring"_s, 1'000};
    page.entries.push_back({DocumentType::Order, old.id, 1'000, old});
    QVERIFY(m_desk->store->apply(page));
    QVERIFY(!m_desk->engine->orders().contains(old.id));
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(number(), u"#7"_s);
    QVERIFY(!m_desk->find<QPushButton>("nextStep")->isVisible());
    const auto actions = m_desk->find<QPushButton>("moreActions")->menu()->actions();
    QCOMPARE(actions.size(), 3); // the claim, and behind a line the receipt
    QCOMPARE(actions.last()->objectName(), u"action-receipt"_s);
    QCOMPARE(actions.front()->objectName(), u"action-refund"_s);
}

void TestScreens::settingsApplyAtOnce()
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), m_desk->find<QPushButton>("index-settingsShop"));
    QVERIFY(!pane()->isVisible());
    m_desk->find<QRadioButton>("theme-dark")->click();
    QVERIFY(m_desk->theme.isDark());
    auto *size = m_desk->find<QComboBox>("textSize");
    QCOMPARE(size->currentText(), u"자동 (지금 100 %)"_s);
    size->setCurrentIndex(size->findData(130));
    Q_EMIT size->activated(size->currentIndex());
    QCOMPARE(m_desk->theme.textScale(), 1.3);
    m_desk->find<QCheckBox>("reducedMotion")->click();
    QVERIFY(m_desk->theme.reducedMotion());
    m_desk->find<QRadioButton>("language-en")->click();
    QCOMPARE(m_desk->preferences.language(), Language::English);
    QCOMPARE(m_desk->preferences.theme(), ThemeChoice::Dark);
}

void TestScreens::textSizeByKeys()
{
    press(Qt::Key_Equal, Qt::ControlModifier);
    QCOMPARE(m_desk->theme.textScale(), 1.1);
    press(Qt::Key_Minus, Qt::ControlModifier);
    press(Qt::Key_Minus, Qt::ControlModifier);
    press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_desk->theme.textScale(), Theme::minTextScale);
    m_desk->window->resize(2560, 1440);
    QCOMPARE(m_desk->theme.textScale(), Theme::minTextScale); // chosen, whatever the width
    press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_desk->theme.textScale(), 1.25);
}

void TestScreens::diagnosticsNameNobody()
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    m_desk->find<QPushButton>("copyDiagnostics")->click();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(u"orders 13, reviews"_s));
    for (const QString &secret :
         {u"김서연"_s, u"2345"_s, u"역삼"_s, u"온봄"_s, u"token"_s, u"127.0.0.1"_s})
        QVERIFY2(!text.contains(secret), qPrintable(text));
    QCOMPARE(m_desk->find<Toast>("toast")->text(), u"진단 정보를 복사했어요"_s);
}

void TestScreens::whatCannotBeDoneHasNoButton()
{
    m_desk->window->showScreen(MainWindow::Settings);
    QVERIFY(!m_desk->find<QPushButton>("unpair")->isVisible());
    QCOMPARE(m_desk->find<QLabel>("unsentList")->text(), u"없어요. 모두 서버에 있어요."_s);
    m_desk->engine->markSeen(1048);
    QVERIFY(m_desk->engine->move(1048, Verb::StartMaking));
    QCOMPARE(m_desk->find<QLabel>("unsentList")->text(),
             u"13:22  #1048 · 주문 확인\n13:22  #1048 · 제작 시작"_s);
}

void TestScreens::largeTextLetsThePaneSlideOver()
{
    QVERIFY(pane()->isVisible());
    m_desk->preferences.setTextScale(1.3);
    QVERIFY(!pane()->isVisible());
    m_desk->window->board().focusLanes();
    auto *card = QApplication::focusWidget();
    press(Qt::Key_Return);
    QVERIFY(pane()->isVisible());
    QCOMPARE(number(), u"#1048"_s);
    QCOMPARE(QApplication::focusWidget(), m_desk->find<QPushButton>("nextStep"));
    press(Qt::Key_Escape);
    QVERIFY(!pane()->isVisible());
    QCOMPARE(QApplication::focusWidget(), card);
    press(Qt::Key_Return);
    m_desk->find<QPushButton>("detailClose")->click();
    QVERIFY(!pane()->isVisible());
    QCOMPARE(QApplication::focusWidget(), card);
    // The next step needs no pane.
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_desk->order(1048).state, OrderState::Making);
    m_desk->preferences.setTextScale(std::nullopt);
    QVERIFY(pane()->isVisible());
    QVERIFY(!m_desk->find<QPushButton>("detailClose")->isVisible());
}

void TestScreens::aClickOpensThePaneAndLeavesTheFocus()
{
    m_desk->window->resize(1024, 700);
    auto *lane = m_desk->find<QListView>("cards-paid");
    QVERIFY(!pane()->isVisible());
    QTest::mouseClick(lane->viewport(), Qt::LeftButton, {},
                      lane->visualRect(lane->model()->index(2, 0)).center());
    QVERIFY(pane()->isVisible());
    QCOMPARE(number(), u"#1047"_s);
    QCOMPARE(QApplication::focusWidget(), lane);
    m_desk->window->showScreen(MainWindow::Reviews);
    m_desk->window->showScreen(MainWindow::Orders);
    QVERIFY(!pane()->isVisible());
}

void TestScreens::everythingFitsAtEverySize()
{
    for (int percent = 90; percent <= 150; percent += 10) {
        m_desk->preferences.setTextScale(percent / 100.0);
        for (const auto screen :
             {MainWindow::Orders, MainWindow::Archive, MainWindow::Reviews, MainWindow::Settings}) {
            m_desk->window->showScreen(screen);
            for (QPushButton *button : m_desk->window->findChildren<QPushButton *>()) {
                if (!button->isVisible() || button->visibleRegion().isEmpty())
                    continue;
                const QFontMetrics metrics(button->font());
                QVERIFY2(button->width() >= metrics.horizontalAdvance(button->text()),
                         qPrintable(button->objectName() % u" at "_s % QString::number(percent)));
                QVERIFY2(button->height() >= metrics.height(), qPrintable(button->objectName()));
            }
        }
    }
    QCOMPARE(m_desk->window->size(), QSize(1366, 768));
}

void TestScreens::aCardMessageIsNeverCut_data()
{
    QTest::addColumn<int>("percent");
    for (int percent = 90; percent <= 150; percent += 10)
        QTest::addRow("%d %%", percent) << percent;
}

/// A message of which only the first line shows would be written onto a card like that.
void TestScreens::aCardMessageIsNeverCut()
{
    QFETCH(int, percent);
    m_desk->preferences.setTextScale(percent / 100.0);
    QCoreApplication::processEvents();
    m_desk->window->board().focusLanes();
    press(Qt::Key_Return);
    const auto *message = m_desk->find<QLabel>("detail-cardMessage");
    QVERIFY(message->isVisible());
    QCoreApplication::processEvents(); // before it every height is that of the hidden pane
    QTRY_VERIFY(message->height() >= message->heightForWidth(message->width()));
}

void TestScreens::anotherWindowTakesOver()
{
    m_desk->find<QLineEdit>("search")->setText(u"역삼동"_s);
    m_desk->find<QPushButton>("viewList")->click();
    m_desk->find<QLineEdit>("archiveSearch")->setText(u"논현"_s);
    m_desk->window->showOrder(1043);
    press(Qt::Key_4, Qt::ControlModifier);
    press(Qt::Key_Return);
    m_desk->find<QPlainTextEdit>("replyText")->setPlainText(u"고맙습니다"_s);
    m_desk->find<BalancePage>("balancePage")->setDay({2025, 5, 6});
    const WindowState state = m_desk->window->state();
    MainWindow other(*m_desk->engine, m_desk->theme, m_desk->icons, m_desk->preferences);
    other.resume(state);
    other.resize(1366, 768);
    other.show();
    QCOMPARE(other.state(), state);
    QCOMPARE(other.findChild<QLabel *>(u"balanceHeading"_s)->text(), u"정산 · 5월 6일 (화)"_s);
    QVERIFY(other.findChild<QWidget *>(u"reviewPage"_s)->isVisible());
    QCOMPARE(other.findChild<QPlainTextEdit *>(u"replyText"_s)->toPlainText(), u"고맙습니다"_s);
    QCOMPARE(other.findChild<QListView *>(u"cards-making"_s)->model()->rowCount(), 1);
    QCOMPARE(other.findChild<QListView *>(u"cards-paid"_s)->model()->rowCount(), 1);
    other.showScreen(MainWindow::Orders);
    QCOMPARE(other.findChild<QLabel *>(u"detailNumber"_s)->text(), u"#1043"_s);
}

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
