// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/decisions.h"
#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/board/cardmodel.h"
#include "ui/desk/shell/banner.h"
#include "ui/desk/style/toast.h"

#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theBoardShowsTheDay();
    void keyboardOnlyFromNewToDeliveredAndBack();
    void straightToMadeRecordsBoth();
    void undoSaysWhenThereIsNothing();
    void arrowsWalkTheBoard();
    void searchNarrowsTheLanes();
    void daysByKeys();
    void aCancelledCardWaitsForAcknowledgement();
    void onlySeenWhenAPersonLooked();
    void refusalsWaitForADecision();
    void anImpossibleMoveOpensTheOrderInstead();
    void moneyWaitsForTheServer();
    void aQuarterOfAnHourTurnsTheBannerRed();
    void offlineForTwoMinutesRaisesTheBanner();
    void aSilentProviderShowsInAmberAndGoesByItself();
    void reviewsAreAnsweredByKeys();
    void wideWindowsShowFinishedOrders();
    void cardsNameThemselvesForAssistiveTechnology();
    void everythingThatTakesFocusHasAName();
    void newOrdersCallUntilAcknowledged();
    void aSoundCanBeSilenced();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QListView *lane(QLatin1StringView state) const;
    QStringList numbers(QLatin1StringView state) const;
    /// Moves the focus into the lane 결제완료, onto its most urgent card.
    void enterBoard();

    std::unique_ptr<test::DeskWindow> m_desk;
};

void TestMainWindow::init()
{
    m_desk = std::make_unique<test::DeskWindow>();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
}

void TestMainWindow::cleanup()
{
    m_desk.reset();
}

void TestMainWindow::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_desk->window.get(), key, modifiers);
}

QListView *TestMainWindow::lane(QLatin1StringView state) const
{
    return m_desk->window->findChild<QListView *>(u"cards-"_s % state);
}

QStringList TestMainWindow::numbers(QLatin1StringView state) const
{
    QStringList found;
    for (int row = 0; row < lane(state)->model()->rowCount(); ++row)
        found << lane(state)->model()->index(row, 0).data().toString();
    return found;
}

void TestMainWindow::enterBoard()
{
    m_desk->window->board().focusLanes();
    QCOMPARE(QApplication::focusWidget(), lane("paid"_L1));
    QCOMPARE(m_desk->window->board().currentOrder(), 1048);
}

void TestMainWindow::theBoardShowsTheDay()
{
    QCOMPARE(numbers("paid"_L1), (QStringList{u"#1048"_s, u"#1046"_s, u"#1047"_s, u"#1040"_s}));
    QCOMPARE(numbers("making"_L1), (QStringList{u"#1043"_s, u"#1044"_s, u"#1045"_s}));
    QCOMPARE(numbers("made"_L1), (QStringList{u"#1041"_s, u"#1042"_s}));
    QCOMPARE(numbers("delivering"_L1), QStringList{u"#1039"_s});
    QCOMPARE(m_desk->find<QLabel>("boardHeading")->text(), u"5월 8일 (목)"_s);
    QTRY_COMPARE(m_desk->find<QPushButton>("day-today")->text(), u"오늘 9"_s);
    QCOMPARE(m_desk->find<QPushButton>("day-tomorrow")->text(), u"내일 1"_s);
    QCOMPARE(m_desk->window->windowTitle(), u"(2) 새 주문 · 온봄꽃집 – Petalpost"_s);
}

void TestMainWindow::keyboardOnlyFromNewToDeliveredAndBack()
{
    enterBoard();
    QVERIFY(m_desk->order(1048).seenAtMs != 0);
    QCOMPARE(m_desk->window->windowTitle(), u"(1) 새 주문 · 온봄꽃집 – Petalpost"_s);
    auto *toast = m_desk->find<Toast>("toast");
    const std::pair<OrderState, QString> steps[] = {{OrderState::Making, u"#1048 · 제작중"_s},
                                                    {OrderState::Made, u"#1048 · 제작완료"_s},
                                                    {OrderState::Delivering, u"#1048 · 배송중"_s},
                                                    {OrderState::Delivered, u"#1048 · 배송완료"_s}};
    for (const auto &[state, text] : steps) {
        press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_desk->order(1048).state, state);
        QCOMPARE(toast->text(), text);
        if (state == OrderState::Delivered)
            continue; // its lane is not shown in a window of this width
        // Selection and focus went with the order, and nothing else is selected.
        QCOMPARE(QApplication::focusWidget(), lane(word(state)));
        QCOMPARE(lane("paid"_L1)->selectionModel()->hasSelection(), false);
        QCOMPARE(m_desk->find<QLabel>("detailNumber")->text(), u"#1048"_s);
    }
    QCOMPARE(m_desk->order(1048).receivedBy, u"recipient"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_desk->order(1048).state, OrderState::Delivering);
    QCOMPARE(toast->text(), u"#1048 · 되돌렸어요 (배송중)"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_desk->order(1048).state, OrderState::Made);
}

void TestMainWindow::straightToMadeRecordsBoth()
{
    enterBoard();
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_desk->order(1048).state, OrderState::Made);
    QVERIFY(m_desk->order(1048).reachedAt(OrderState::Making) != 0);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_desk->order(1048).state, OrderState::Paid);
}

void TestMainWindow::undoSaysWhenThereIsNothing()
{
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_desk->find<Toast>("toast")->text(), u"되돌릴 것이 없어요"_s);
}

void TestMainWindow::arrowsWalkTheBoard()
{
    enterBoard();
    press(Qt::Key_Down);
    QCOMPARE(m_desk->window->board().currentOrder(), 1046);
    press(Qt::Key_Right);
    QCOMPARE(QApplication::focusWidget(), lane("making"_L1));
    QCOMPARE(m_desk->window->board().currentOrder(), 1044);
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    press(Qt::Key_Right); // there is nothing beyond
    QCOMPARE(m_desk->window->board().currentOrder(), 1039);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), m_desk->find<QPushButton>("nextStep"));
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), lane("delivering"_L1));
    press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), m_desk->find<QPushButton>("nextStep"));
    press(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"screen-orders"_s);
    press(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), m_desk->find<QPushButton>("nextStep"));
}

void TestMainWindow::searchNarrowsTheLanes()
{
    m_desk->find<QLineEdit>("search")->setFocus();
    m_desk->find<QLineEdit>("search")->setText(u"역삼동"_s);
    QCOMPARE(numbers("paid"_L1), QStringList{u"#1048"_s});
    QCOMPARE(numbers("making"_L1), QStringList{u"#1043"_s});
    QCOMPARE(numbers("made"_L1), QStringList());
    press(Qt::Key_Escape);
    QCOMPARE(numbers("made"_L1).size(), 2);
}

void TestMainWindow::daysByKeys()
{
    press(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_desk->find<QLabel>("boardHeading")->text(), u"5월 9일 (금)"_s);
    QVERIFY(m_desk->find<QPushButton>("day-tomorrow")->isChecked());
    QCOMPARE(numbers("paid"_L1), QStringList{u"#1049"_s});
    press(Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(!m_desk->find<QPushButton>("day-tomorrow")->isChecked());
    QCOMPARE(numbers("paid"_L1), QStringList());
    m_desk->find<QPushButton>("day-today")->click();
    QCOMPARE(numbers("paid"_L1).size(), 4);
}

void TestMainWindow::aCancelledCardWaitsForAcknowledgement()
{
    QSignalSpy acknowledged(m_desk->window.get(), &MainWindow::orderAcknowledged);
    m_desk->window->showOrder(1045);
    QCOMPARE(m_desk->find<QPushButton>("nextStep")->accessibleName(), u"취소 확인"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(acknowledged.size(), 1);
    QCOMPARE(numbers("making"_L1), (QStringList{u"#1043"_s, u"#1044"_s}));
    QVERIFY(!m_desk->find<QPushButton>("nextStep")->isVisible());
}

void TestMainWindow::onlySeenWhenAPersonLooked()
{
    m_desk->window->showOrder(1048);
    QCOMPARE(m_desk->order(1048).seenAtMs, 0);
    QTest::mouseClick(lane("paid"_L1)->viewport(), Qt::LeftButton, {},
                      lane("paid"_L1)->visualRect(lane("paid"_L1)->model()->index(2, 0)).center());
    QCOMPARE(m_desk->window->board().currentOrder(), 1047);
    QVERIFY(m_desk->order(1047).seenAtMs != 0);
    QCOMPARE(m_desk->order(1048).seenAtMs, 0);
}

void TestMainWindow::refusalsWaitForADecision()
{
    Operation operation{u"a"_s, Operation::Kind::Move, 1043, Verb::MarkMade, 1, demo::now, {}};
    Refusal refusal = Refusal::of(RefusalCode::IllegalMove);
    refusal.state = OrderState::Cancelled;
    auto &decisions = m_desk->engine->decisions();
    auto *banner = m_desk->find<Banner>("undecidedBanner");
    QVERIFY(!banner->isVisible());
    QVERIFY(decisions.add(operation, refusal, demo::now));
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), u"확인 필요 1건 · 서버가 받아들이지 않은 일이 있어요."_s);
    const auto flags = [this] {
        const auto *cards = lane("making"_L1)->model();
        return cards->index(0, 0).data(CardModel::FlagsRole).value<CardFlags>();
    };
    QVERIFY(flags().undecided);
    m_desk->window->showOrder(1043);
    QVERIFY(m_desk->find<QLabel>("detail-undecided")->isVisible());
    press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(m_desk->find<QWidget>("decisionPage")->isVisible());
    QVERIFY(!banner->isVisible());
    QCOMPARE(QApplication::focusWidget(), m_desk->find<QPushButton>("decisionKeep"));
    press(Qt::Key_Escape);
    QVERIFY(m_desk->find<QWidget>("boardPage")->isVisible());
    QVERIFY(banner->isVisible());
    banner->findChild<QPushButton *>()->click();
    press(Qt::Key_Space); // 서버 상태 그대로 두기
    QVERIFY(decisions.all().empty());
    QVERIFY(m_desk->find<QWidget>("boardPage")->isVisible());
    QVERIFY(!banner->isVisible());
    QVERIFY(!flags().undecided);
    QVERIFY(!m_desk->find<QLabel>("detail-undecided")->isVisible());
}

void TestMainWindow::anImpossibleMoveOpensTheOrderInstead()
{
    Operation operation{u"a"_s, Operation::Kind::Move, 1043, Verb::StartMaking, 1, demo::now, {}};
    QVERIFY(m_desk->engine->decisions().add(operation, Refusal::of(RefusalCode::IllegalMove),
                                            demo::now));
    press(Qt::Key_R, Qt::ControlModifier);
    auto *second = m_desk->find<QPushButton>("decisionSecond");
    QCOMPARE(second->text(), u"주문 열기"_s);
    second->click();
    QVERIFY(m_desk->engine->decisions().all().empty());
    QVERIFY(m_desk->find<QWidget>("boardPage")->isVisible());
    QCOMPARE(m_desk->window->board().currentOrder(), 1043);
}

void TestMainWindow::moneyWaitsForTheServer()
{
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Live, demo::now, 0, true});
    m_desk->window->showOrder(1048);
    m_desk->window->findChild<QAction *>(u"action-cancel"_s)->trigger();
    auto *act = m_desk->find<QPushButton>("cancelAct");
    QTRY_VERIFY(act->isVisible());
    QVERIFY(!act->isEnabled()); // the engine itself is not connected here
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Live, demo::now, 0, true});
    QVERIFY(act->isEnabled());
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Unreachable, demo::now, 0, true});
    QVERIFY(!act->isEnabled());
    QCOMPARE(act->text(), u"오프라인에서는 할 수 없어요"_s);
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Live, demo::now, 0, true});
    QVERIFY(act->isEnabled());
    m_desk->find<QPushButton>("cancelClose")->click();
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Unreachable, demo::now, 0, true});
    QVERIFY(!m_desk->window->findChild<QAction *>(u"action-cancel"_s)->isEnabled());
}

/// The shop's windows are open at 13:22 on the demo's Thursday.
void TestMainWindow::aQuarterOfAnHourTurnsTheBannerRed()
{
    QSignalSpy stages(m_desk->window.get(), &MainWindow::syncStageChanged);
    const auto silent = [this](qint64 ms) {
        Q_EMIT m_desk->engine->statusChanged({sync::Link::Unreachable, demo::now - ms, 0, true});
    };
    silent(15 * 60'000 - 1);
    QCOMPARE(stages.back().front().value<SyncStage>(), SyncStage::Offline);
    silent(15 * 60'000);
    QCOMPARE(stages.back().front().value<SyncStage>(), SyncStage::Missed);
    const int told = int(stages.size());
    silent(20 * 60'000);
    QCOMPARE(stages.size(), told);
}

void TestMainWindow::offlineForTwoMinutesRaisesTheBanner()
{
    auto *banner = m_desk->find<Banner>("offlineBanner");
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Unreachable, demo::now - 119'000, 1, true});
    QVERIFY(!banner->isVisible());
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Unreachable, demo::now - 120'000, 1, true});
    QVERIFY(banner->isVisible());
    QVERIFY(banner->text().startsWith(u"오프라인 2분째"_s));
    m_desk->window->showScreen(MainWindow::Reviews);
    QVERIFY(banner->isVisible());
    Q_EMIT m_desk->engine->statusChanged({sync::Link::Live, demo::now, 0, true});
    QVERIFY(!banner->isVisible());
    QCOMPARE(m_desk->find<QLabel>("syncStatus")->text(), u"동기화됨 · 방금"_s);
}

void TestMainWindow::aSilentProviderShowsInAmberAndGoesByItself()
{
    auto *banner = m_desk->find<Banner>("paymentBanner");
    QVERIFY(!banner->isVisible());
    ProviderHealth charge{u"toss"_s, CallKind::Charge, BreakerState::Open, demo::now - 60'000};
    Q_EMIT m_desk->engine->paymentHealthChanged({charge});
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().startsWith(u"결제사 응답 없음 · 13:21부터. "_s),
             qUtf8Printable(banner->text()));
    QVERIFY(!banner->findChild<QPushButton *>(u"bannerButton"_s)->isVisible());
    const QColor ink =
        banner->findChild<QLabel *>(u"bannerText"_s)->palette().color(QPalette::WindowText);
    QCOMPARE(ink, m_desk->theme.palette().warnFg);
    charge.state = BreakerState::Closed;
    Q_EMIT m_desk->engine->paymentHealthChanged({charge});
    QVERIFY(!banner->isVisible());
}

void TestMainWindow::reviewsAreAnsweredByKeys()
{
    press(Qt::Key_4, Qt::ControlModifier);
    auto *list = m_desk->find<QListView>("reviewList");
    QCOMPARE(QApplication::focusWidget(), list);
    QCOMPARE(m_desk->find<QPushButton>("reviews-unanswered")->text(), u"답글 필요 2"_s);
    auto *reply = m_desk->find<QPlainTextEdit>("replyText");
    press(Qt::Key_Return); // on the review: to its reply
    QCOMPARE(QApplication::focusWidget(), reply);
    reply->setPlainText(u"고맙습니다!"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_desk->engine->reviews().at(1).reply, u"고맙습니다!"_s);
    QCOMPARE(m_desk->find<QPushButton>("reviews-unanswered")->text(), u"답글 필요 1"_s);
    QVERIFY(!m_desk->find<QPushButton>("replySubmit")->isEnabled());
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_desk->find<QWidget>("boardPage")->isVisible());
}

void TestMainWindow::wideWindowsShowFinishedOrders()
{
    auto *finished = m_desk->find<QPushButton>("finishedToday");
    QTRY_COMPARE(finished->text(), u"오늘 완료 2건"_s);
    QVERIFY(!lane("delivered"_L1)->isVisible());
    finished->click();
    QVERIFY(lane("delivered"_L1)->isVisible());
    QCOMPARE(numbers("delivered"_L1), (QStringList{u"#1036"_s, u"#1035"_s}));
    finished->click();
    m_desk->window->resize(2560, 1440);
    QTRY_VERIFY(lane("delivered"_L1)->isVisible());
    QVERIFY(lane("paid"_L1)->isVisible());
    QVERIFY(!finished->isVisible());
    QCOMPARE(m_desk->theme.textScale(), 1.25);
}

void TestMainWindow::cardsNameThemselvesForAssistiveTechnology()
{
    QAccessibleInterface *cards = QAccessible::queryAccessibleInterface(lane("paid"_L1));
    QVERIFY(cards);
    QCOMPARE(cards->text(QAccessible::Name), u"결제완료 4건"_s);
    QCOMPARE(cards->child(0)->text(QAccessible::Name),
             u"주문 1048, 작약 한아름 꽃다발 1개, 역삼동 김서연, 14시–16시, 제작 마감까지 38분, 새 "
             u"주문, "
             "카드 메시지 있음, 요청사항 있음"_s);
}

void TestMainWindow::everythingThatTakesFocusHasAName()
{
    m_desk->window->showOrder(1048);
    for (QWidget *widget : m_desk->window->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                 qPrintable(QLatin1StringView(widget->metaObject()->className()) % u' '
                            % widget->objectName()));
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

void TestMainWindow::newOrdersCallUntilAcknowledged()
{
    QSignalSpy wanted(m_desk->window.get(), &MainWindow::soundWanted);
    m_desk->clock.advance(30'000);
    QTRY_COMPARE(wanted.size(), 1); // two orders, one sound
    QCOMPARE(wanted.front().front().value<Sound>(), Sound::NewOrder);
    auto *banner = m_desk->find<Banner>("newOrdersBanner");
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), u"새 주문 2건"_s);
    for (const auto screen : {MainWindow::Reviews, MainWindow::Settings}) {
        m_desk->window->showScreen(screen);
        QVERIFY(banner->isVisible());
        // What the style sheet polishes away is put back.
        const auto *text = banner->findChild<QLabel *>(u"bannerText"_s);
        QCOMPARE(text->palette().color(QPalette::WindowText), m_desk->theme.palette().infoFg);
    }
    m_desk->window->showMinimized();
    m_desk->clock.advance(30'000);
    QTRY_COMPARE(wanted.size(), 2);
    m_desk->window->showNormal();
    banner->findChild<QPushButton *>()->click();
    QVERIFY(!banner->isVisible());
    QVERIFY(m_desk->order(1048).seenAtMs != 0 && m_desk->order(1047).seenAtMs != 0);
    QCOMPARE(m_desk->window->windowTitle(), u"온봄꽃집 – Petalpost"_s);
}

void TestMainWindow::aSoundCanBeSilenced()
{
    auto *line = m_desk->find<QLabel>("soundStatus");
    QTRY_COMPARE(line->text(), u"소리 켜짐"_s);
    press(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(line->text(), u"소리 꺼짐 10분 남음"_s);
    m_desk->clock.advance(60'000);
    QTRY_COMPARE(line->text(), u"소리 꺼짐 9분 남음"_s);
    press(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(line->text(), u"소리 켜짐"_s);
    QSignalSpy wanted(m_desk->window.get(), &MainWindow::soundWanted);
    m_desk->window->showScreen(MainWindow::Settings); // a sound can be tried
    m_desk->find<QPushButton>("try-offline")->click();
    QCOMPARE(wanted.back().front().value<Sound>(), Sound::Offline);
    m_desk->window->setAudible(false);
    QCOMPARE(line->text(), u"소리를 낼 수 없어요"_s);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
