// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/demoorders.h"
#include "ui/desk/order/detailpane.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"

#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

class TestDetailPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theAnswerToAnEditIsAwaited();
    void legalVerbs_data();
    void legalVerbs();
    void theBigButtonDoesTheNextStep();
    void undoIsOfferedWhenThereIsSomethingToUndo();
    void moneyRestsWhileOffline();
    void cancelRequestsAreAnswered();
    void aCancelledOrderIsAcknowledged();
    void theTextsAreTheOrders();
    void emptyFieldsTakeNoRoom();
    void moneyThatWentBackIsCounted();
    void aPaymentWithoutAnAnswerSaysSinceWhen();
    void aRefusedRefundCanBeTriedAgain();
    void aChargebackIsShown();
    void anOldOrderTakesClaimsAlone();

private:
    void show(const Order &order, bool online = true, bool acknowledge = false);
    QStringList actions() const;
    QPushButton *next() const { return m_pane->findChild<QPushButton *>(u"nextStep"_s); }
    QLabel *label(const QString &name) const { return m_pane->findChild<QLabel *>(name); }

    Theme m_theme;
    Icons m_icons;
    std::unique_ptr<DetailPane> m_pane;
};

void TestDetailPane::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_pane = std::make_unique<DetailPane>(m_theme, m_icons);
}

void TestDetailPane::cleanup()
{
    m_pane.reset();
}

void TestDetailPane::show(const Order &order, bool online, bool acknowledge)
{
    m_pane->showOrder(order, {demo::now, demo::zone, online, acknowledge});
}

QStringList TestDetailPane::actions() const
{
    QStringList names;
    for (const QAction *action : m_pane->findChild<QMenu *>(u"moreActionsMenu"_s)->actions()) {
        if (!action->isSeparator())
            names << action->objectName().mid(7);
    }
    return names;
}

void TestDetailPane::legalVerbs_data()
{
    QTest::addColumn<OrderState>("state");
    QTest::addColumn<bool>("pickup");
    QTest::addColumn<QString>("big");
    QTest::addColumn<QStringList>("menu");
    using enum OrderState;
    QTest::newRow("paid") << Paid << false << u"제작 시작"_s
                          << QStringList{u"markMade"_s, u"edit"_s, u"cancel"_s, u"receipt"_s};
    QTest::newRow("making") << Making << false << u"제작완료"_s
                            << QStringList{u"edit"_s, u"cancel"_s, u"receipt"_s};
    QTest::newRow("made") << Made << false << u"배송 시작"_s
                          << QStringList{u"edit"_s, u"cancel"_s, u"receipt"_s};
    QTest::newRow("made, pickup") << Made << true << u"픽업 완료"_s
                                  << QStringList{u"edit"_s, u"cancel"_s, u"receipt"_s};
    QTest::newRow("delivering") << Delivering << false << u"배송완료"_s
                                << QStringList{u"failDelivery"_s, u"edit"_s, u"cancel"_s,
                                               u"receipt"_s};
    QTest::newRow("delivered") << Delivered << false << QString()
                               << QStringList{u"refund"_s, u"receipt"_s};
    QTest::newRow("cancelled") << Cancelled << false << QString() << QStringList{u"receipt"_s};
}

void TestDetailPane::legalVerbs()
{
    QFETCH(const OrderState, state);
    QFETCH(const bool, pickup);
    QFETCH(const QString, big);
    Order order = demo::order({1, state, 14, 16, u"작약"_s, {}, 1, u"김서연"_s, u"역삼동"_s});
    if (pickup)
        order.address = {};
    show(order);
    QCOMPARE(next()->isHidden(), big.isEmpty());
    QCOMPARE(next()->accessibleName(), big);
    QTEST(actions(), "menu");
}

void TestDetailPane::theBigButtonDoesTheNextStep()
{
    QSignalSpy moves(m_pane.get(), &DetailPane::moveRequested);
    show(demo::orders().front());
    m_pane->pressNextStep();
    QCOMPARE(moves.size(), 1);
    QCOMPARE(moves.first().at(0).toLongLong(), 1048);
    QCOMPARE(moves.first().at(1).value<Verb>(), Verb::StartMaking);
    m_pane->showNothing();
    m_pane->pressNextStep();
    QCOMPARE(moves.size(), 1);
}

void TestDetailPane::undoIsOfferedWhenThereIsSomethingToUndo()
{
    QSignalSpy undone(m_pane.get(), &DetailPane::undoRequested);
    Order order = demo::orders()[3];
    order.lastOperation = u"op"_s;
    show(order);
    QAction *undo = m_pane->findChild<QAction *>(u"action-undo"_s);
    QVERIFY(undo);
    undo->trigger();
    QCOMPARE(undone.size(), 1);
}

void TestDetailPane::moneyRestsWhileOffline()
{
    show(demo::orders().front(), false);
    const QAction *cancel = m_pane->findChild<QAction *>(u"action-cancel"_s);
    QVERIFY(!cancel->isEnabled());
    QVERIFY(cancel->text().contains(u"오프라인"_s));
    QVERIFY(m_pane->findChild<QAction *>(u"action-markMade"_s)->isEnabled());
}

void TestDetailPane::cancelRequestsAreAnswered()
{
    QSignalSpy asked(m_pane.get(), &DetailPane::cancelRequested);
    Order order = demo::orders()[3];
    order.cancelRequestedAtMs = demo::at(13, 10);
    order.cancelReason = u"날짜가 바뀌었어요"_s;
    show(order);
    QCOMPARE(actions(),
             (QStringList{u"edit"_s, u"acceptCancel"_s, u"declineCancel"_s, u"receipt"_s}));
    QCOMPARE(label(u"detail-cancelNote"_s)->text(),
             u"고객이 13:10에 취소를 요청했어요. 날짜가 바뀌었어요"_s);
    m_pane->findChild<QAction *>(u"action-declineCancel"_s)->trigger();
    QCOMPARE(asked.first().at(1).value<Verb>(), Verb::DeclineCancel);
}

void TestDetailPane::aCancelledOrderIsAcknowledged()
{
    QSignalSpy acknowledged(m_pane.get(), &DetailPane::acknowledgeRequested);
    Order order = demo::orders()[3];
    order.state = OrderState::Cancelled;
    show(order, true, true);
    QCOMPARE(next()->accessibleName(), u"취소 확인"_s);
    m_pane->pressNextStep();
    QCOMPARE(acknowledged.size(), 1);
}

void TestDetailPane::theTextsAreTheOrders()
{
    show(demo::orders().front());
    QCOMPARE(label(u"detailNumber"_s)->text(), u"#1048"_s);
    QCOMPARE(label(u"detailItem"_s)->text(), u"작약 한아름 꽃다발 × 1"_s);
    QCOMPARE(label(u"detailPrice"_s)->text(), u"89,000원 · 결제완료"_s);
    QCOMPARE(label(u"detail-delivery"_s)->text(), u"오늘 14:00–16:00\n제작 마감까지 38분"_s);
    QCOMPARE(label(u"detail-recipient"_s)->text(), u"김서연  010-2345-6789"_s);
    QCOMPARE(label(u"detail-address"_s)->text(),
             u"서울 강남구 역삼로 180, 1203호\n(06248) 역삼동"_s);
    QCOMPARE(label(u"detail-sender"_s)->text(), u"김하늘  010-9876-5432"_s);
    QCOMPARE(label(u"detail-history"_s)->text(),
             u"09:22  주문접수\n13:20  결제완료\n   13:20:00  서버에 저장"_s);
    Order order = demo::orders().front();
    order.approvedAtMs = order.reachedAt(OrderState::Paid) - 1'000;
    order.storedAtMs = order.reachedAt(OrderState::Paid) + 1'000;
    order.seenAtMs = order.reachedAt(OrderState::Paid) + 40'000;
    show(order);
    QCOMPARE(
        label(u"detail-history"_s)->text(),
        u"09:22  주문접수\n13:20  결제완료\n   13:19:59  결제 승인\n   13:20:00  서버에 저장\n   "
        "13:20:01  꽃집 컴퓨터에 저장\n   13:20:40  확인"_s);
}

void TestDetailPane::emptyFieldsTakeNoRoom()
{
    Order order = demo::orders().front();
    order.cardMessage.clear();
    order.request.clear();
    show(order);
    for (const QString &name : {u"detail-cardMessage"_s, u"detail-request"_s, u"detail-ribbon"_s})
        QVERIFY2(label(name)->isHidden(), qUtf8Printable(name));
}

void TestDetailPane::moneyThatWentBackIsCounted()
{
    Order order = demo::orders()[8];
    QCOMPARE(order.state, OrderState::Delivered);
    show(order);
    QVERIFY(m_pane->findChild<QWidget *>(u"paymentFacts"_s)->isHidden()); // paid, and that is all
    order.payment = PaymentState::RefundPending;
    order.money.refundedMinor = 30'000;
    order.money.refundPendingMinor = 9'000;
    order.claimReason = u"줄기가 꺾였어요"_s;
    order.resentAs = 1060;
    show(order);
    QCOMPARE(label(u"detailPrice"_s)->text(), u"89,000원 · 환불 처리중"_s);
    QCOMPARE(label(u"paymentMoves"_s)->text(),
             u"결제완료 89,000원\n환불완료 30,000원\n환불 처리중 9,000원"_s);
    QVERIFY(m_pane->findChild<QPushButton *>(u"retryRefund"_s)->isHidden());
    QCOMPARE(label(u"detail-claim"_s)->text(), u"다시 보냄 · #1060\n줄기가 꺾였어요"_s);
}

void TestDetailPane::aPaymentWithoutAnAnswerSaysSinceWhen()
{
    Order order = demo::orders().front();
    order.state = OrderState::Received;
    order.money = {};
    for (const PaymentState state : {PaymentState::Unknown, PaymentState::Confirming}) {
        order.payment = state;
        order.money.unclearSinceMs = demo::at(13, 5);
        show(order);
        QVERIFY(label(u"paymentUnclear"_s)->text().startsWith(u"결제 확인 중 · 13:05부터\n"_s));
        order.money.unclearSinceMs = demo::at(23, 40, -1);
        show(order);
        QVERIFY(
            label(u"paymentUnclear"_s)->text().startsWith(u"결제 확인 중 · 5/7(수) 23:40부터\n"_s));
    }
    order.payment = PaymentState::Pending;
    show(order);
    QVERIFY(label(u"paymentUnclear"_s)->isHidden());
}

void TestDetailPane::aRefusedRefundCanBeTriedAgain()
{
    QSignalSpy asked(m_pane.get(), &DetailPane::retryRequested);
    Order order = demo::orders()[8];
    order.payment = PaymentState::RefundFailed;
    order.money.refundFailedMinor = 89'000;
    order.money.refundFailure = u"returned"_s;
    show(order);
    QCOMPARE(label(u"refundFailed"_s)->text(), u"환불 실패 · 89,000원\n보낸 돈이 되돌아왔어요."_s);
    auto *retry = m_pane->findChild<QPushButton *>(u"retryRefund"_s);
    QCOMPARE(retry->text(), u"다시 시도"_s);
    retry->click();
    retry->click(); // it is on its way
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toLongLong(), order.id);
    m_pane->noteRetried(order.id);
    QVERIFY(retry->isEnabled());
    show(order, false);
    QVERIFY(!retry->isEnabled());
    QCOMPARE(retry->text(), u"오프라인에서는 할 수 없어요"_s);
    order.money.refundFailure.clear();
    show(order);
    QVERIFY(label(u"refundFailed"_s)->text().endsWith(u"결제사가 이유를 알리지 않았어요."_s));
}

void TestDetailPane::aChargebackIsShown()
{
    Order order = demo::orders()[8];
    order.money.disputedMinor = 89'000;
    show(order);
    QVERIFY(label(u"paymentDispute"_s)->text().startsWith(u"지급 거절·입금 취소 · 89,000원\n"_s));
}

void TestDetailPane::anOldOrderTakesClaimsAlone()
{
    QSignalSpy asked(m_pane.get(), &DetailPane::claimRequested);
    Order order = demo::orders()[8];
    order.lastOperation = u"op"_s;
    m_pane->showOrder(order, {demo::now, demo::zone, true, false, false, true});
    QCOMPARE(actions(), (QStringList{u"refund"_s, u"receipt"_s}));
    m_pane->findChild<QAction *>(u"action-refund"_s)->trigger();
    QCOMPARE(asked.size(), 1);
}

void TestDetailPane::theAnswerToAnEditIsAwaited()
{
    Order order = demo::orders()[8];
    show(order);
    QVERIFY(label(u"detail-edit"_s)->isHidden());
    order.pendingEdit = PendingEdit{PendingState::Waiting, 20'000};
    show(order);
    QCOMPARE(label(u"detail-edit"_s)->text(), u"손님의 답을 기다려요 · 손님이 20,000원 더 내요"_s);
    order.pendingEdit = PendingEdit{PendingState::Declined, -5'000};
    show(order);
    QCOMPARE(label(u"detail-edit"_s)->text(),
             u"손님이 바꾸지 않기로 했어요 · 손님께 5,000원 돌려줘요"_s);
    order.pendingEdit = PendingEdit{PendingState::Lapsed, 0};
    show(order);
    QCOMPARE(label(u"detail-edit"_s)->text(), u"답이 왔을 때는 바꿀 수 없었어요"_s);
}

QTEST_MAIN(TestDetailPane)
#include "tst_detailpane.moc"
