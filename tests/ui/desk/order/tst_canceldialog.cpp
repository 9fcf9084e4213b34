// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/draft.h"
#include "tests/support/demoorders.h"
#include "ui/desk/order/canceldialog.h"
#include "ui/desk/style/theme.h"

#include <QtTest/QTest>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

class TestCancelDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theButtonNamesTheEffect();
    void theFocusStartsOnClose();
    void enterDoesNotCancelTheOrder();
    void unpaidOrdersAskForNoAmount();
    void decliningMovesNoMoney();
    void aReasonTooLongIsNotSent();

private:
    static QPushButton *act(CancelDialog &dialog)
    {
        return dialog.findChild<QPushButton *>(u"cancelAct"_s);
    }

    Theme m_theme;
    const Order m_order = demo::orders().front();
};

void TestCancelDialog::theButtonNamesTheEffect()
{
    CancelDialog dialog(m_order, Verb::Cancel, m_theme);
    QCOMPARE(act(dialog)->text(), u"89,000원 환불"_s);
    dialog.findChild<QDoubleSpinBox *>(u"cancelAmount"_s)->setValue(50'000);
    dialog.findChild<QPlainTextEdit *>(u"cancelReason"_s)->setPlainText(u"품절이에요"_s);
    QCOMPARE(act(dialog)->text(), u"50,000원 환불"_s);
    QCOMPARE(dialog.details(),
             (QJsonObject{{u"reason"_s, u"품절이에요"_s}, {u"refundMinor"_s, 50'000}}));
    dialog.findChild<QDoubleSpinBox *>(u"cancelAmount"_s)->setValue(0);
    QCOMPARE(act(dialog)->text(), u"환불 없이 취소"_s);
}

void TestCancelDialog::theFocusStartsOnClose()
{
    CancelDialog dialog(m_order, Verb::Cancel, m_theme);
    dialog.show();
    QCOMPARE(dialog.focusWidget(), dialog.findChild<QPushButton *>(u"cancelClose"_s));
}

void TestCancelDialog::enterDoesNotCancelTheOrder()
{
    CancelDialog dialog(m_order, Verb::Cancel, m_theme);
    dialog.show();
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
    QVERIFY(!dialog.isVisible());
}

void TestCancelDialog::unpaidOrdersAskForNoAmount()
{
    Order order = m_order;
    order.payment = PaymentState::Pending;
    order.money = {};
    CancelDialog dialog(order, Verb::Cancel, m_theme);
    QVERIFY(!dialog.findChild<QDoubleSpinBox *>(u"cancelAmount"_s));
    QCOMPARE(act(dialog)->text(), u"환불 없이 취소"_s);
    QCOMPARE(dialog.details().value(u"refundMinor"_s).toInt(-1), 0);
}

void TestCancelDialog::decliningMovesNoMoney()
{
    CancelDialog dialog(m_order, Verb::DeclineCancel, m_theme);
    QVERIFY(!dialog.findChild<QDoubleSpinBox *>(u"cancelAmount"_s));
    QVERIFY(!dialog.details().contains(u"refundMinor"_s));
}

void TestCancelDialog::aReasonTooLongIsNotSent()
{
    CancelDialog dialog(m_order, Verb::Cancel, m_theme);
    dialog.findChild<QPlainTextEdit *>(u"cancelReason"_s)
        ->setPlainText(QString(bounds::reason + 1, u'가'));
    QVERIFY(!act(dialog)->isEnabled());
}

QTEST_MAIN(TestCancelDialog)
#include "tst_canceldialog.moc"
