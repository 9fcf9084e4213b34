// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/draft.h"
#include "tests/support/demoorders.h"
#include "ui/desk/order/claimdialog.h"
#include "ui/desk/style/theme.h"

#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

class TestClaimDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // What the plugin without a screen says of itself is no fault of ours.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }
    void everythingThatIsLeftIsOffered();
    void partOfIt();
    void everyAmountThatCanBePaidCanGoBack();
    void theFocusStartsOnClose();
    void flowersAgainInAWindow();
    void aFullWindowIsAWarning();
    void aDayWithoutWindowsOffersNone();
    void withoutMoneyOnlyFlowers();
    void nothingWhileOffline();
    void aReasonTooLongIsNotSent();

private:
    static WindowFacts facts()
    {
        WindowFacts facts;
        facts.shop.zone = demo::zone;
        facts.shop.windows = {{10 * 60, 12 * 60, 5}, {14 * 60, 16 * 60, 2}};
        facts.shop.closedDays = {{demo::today.addDays(2), u"휴무"_s}};
        facts.nowMs = demo::now;
        return facts;
    }
    template<class Widget>
    static Widget *find(const ClaimDialog &dialog, const char *name)
    {
        return dialog.findChild<Widget *>(QString::fromLatin1(name));
    }
    static QString act(const ClaimDialog &dialog)
    {
        return find<QPushButton>(dialog, "claimAct")->text();
    }
    static QString note(const ClaimDialog &dialog)
    {
        return find<QLabel>(dialog, "claimNote")->text();
    }

    Theme m_theme;
    const Order m_order = demo::orders()[8]; // delivered
};

void TestClaimDialog::everythingThatIsLeftIsOffered()
{
    ClaimDialog dialog(m_order, facts(), m_theme);
    QCOMPARE(dialog.verb(), Verb::Refund);
    QCOMPARE(find<QRadioButton>(dialog, "claimFull")->text(), u"전액 환불 · 89,000원"_s);
    QCOMPARE(act(dialog), u"89,000원 환불"_s);
    find<QPlainTextEdit>(dialog, "claimReason")->setPlainText(u" 시들었어요 "_s);
    QCOMPARE(dialog.details(),
             (QJsonObject{{u"reason"_s, u"시들었어요"_s}, {u"refundMinor"_s, 89'000}}));
    Order touched = m_order;
    touched.money.refundedMinor = 30'000;
    ClaimDialog later(touched, facts(), m_theme);
    QCOMPARE(find<QRadioButton>(later, "claimFull")->text(), u"남은 금액 모두 환불 · 59,000원"_s);
    QCOMPARE(act(later), u"59,000원 환불"_s);
}

void TestClaimDialog::partOfIt()
{
    ClaimDialog dialog(m_order, facts(), m_theme);
    auto *amount = find<QDoubleSpinBox>(dialog, "claimAmount");
    QVERIFY(!amount->isEnabled());
    find<QRadioButton>(dialog, "claimPart")->setChecked(true);
    QVERIFY(amount->isEnabled());
    QVERIFY(!find<QPushButton>(dialog, "claimAct")->isEnabled());
    amount->setValue(90'000);
    QCOMPARE(amount->value(), 89'000.0);
    amount->setValue(20'000);
    QCOMPARE(act(dialog), u"20,000원 환불"_s);
    QCOMPARE(dialog.details().value(u"refundMinor"_s).toInt(), 20'000);
}

void TestClaimDialog::everyAmountThatCanBePaidCanGoBack()
{
    Order order = m_order;
    order.money = {};
    order.money.chargedMinor = Money::maxMinor;
    ClaimDialog largest(order, facts(), m_theme);
    find<QRadioButton>(largest, "claimPart")->setChecked(true);
    find<QDoubleSpinBox>(largest, "claimAmount")->setValue(9'999'999'999.0);
    QCOMPARE(largest.details().value(u"refundMinor"_s).toInteger(), 9'999'999'999);
    // In a currency with parts, the parts are typed.
    order.total = {1'999, {u"USD"_s, 2}};
    order.money.chargedMinor = 1'999;
    ClaimDialog dollars(order, facts(), m_theme);
    find<QRadioButton>(dollars, "claimPart")->setChecked(true);
    find<QDoubleSpinBox>(dollars, "claimAmount")->setValue(19.98);
    QCOMPARE(dollars.details().value(u"refundMinor"_s).toInteger(), 1'998);
    QCOMPARE(act(dollars), u"19.98 USD 환불"_s);
}

void TestClaimDialog::theFocusStartsOnClose()
{
    ClaimDialog dialog(m_order, facts(), m_theme);
    dialog.show();
    QCOMPARE(dialog.focusWidget(), find<QPushButton>(dialog, "claimClose"));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
}

void TestClaimDialog::flowersAgainInAWindow()
{
    ClaimDialog dialog(m_order, facts(), m_theme);
    find<QRadioButton>(dialog, "claimResend")->setChecked(true);
    QCOMPARE(dialog.verb(), Verb::Resend);
    auto *day = find<QComboBox>(dialog, "claimDay");
    QCOMPARE(day->count(), ClaimDialog::daysAhead);
    QCOMPARE(day->itemText(2), u"5/10(토) · 쉬는 날"_s);
    // It is 13:22: the first window of today is over.
    QCOMPARE(find<QComboBox>(dialog, "claimWindow")->count(), 1);
    QCOMPARE(act(dialog), u"오늘 14–16시에 다시 보내기"_s);
    day->setCurrentIndex(1);
    QCOMPARE(act(dialog), u"내일 10–12시에 다시 보내기"_s);
    QCOMPARE(dialog.details(),
             (QJsonObject{{u"reason"_s, QString()}, {u"window"_s, u"2025-05-09T10:00/12:00"_s}}));
    Order pickup = m_order;
    pickup.window.reset();
    ClaimDialog without(pickup, facts(), m_theme);
    find<QRadioButton>(without, "claimResend")->setChecked(true);
    QCOMPARE(act(without), u"다시 보내기"_s);
    QVERIFY(find<QPushButton>(without, "claimAct")->isEnabled());
    QVERIFY(!without.details().contains(u"window"_s));
}

void TestClaimDialog::aFullWindowIsAWarning()
{
    WindowFacts full = facts();
    full.taken[u"2025-05-08T14:00/16:00"_s] = 2;
    ClaimDialog dialog(m_order, full, m_theme);
    find<QRadioButton>(dialog, "claimResend")->setChecked(true);
    QCOMPARE(find<QComboBox>(dialog, "claimWindow")->currentText(), u"14–16시 · 자리 없음"_s);
    QCOMPARE(note(dialog),
             u"이 시간대는 벌써 주문이 2건이에요 (정한 수 2건). 그래도 보낼 수 있어요."_s);
    QVERIFY(find<QPushButton>(dialog, "claimAct")->isEnabled());
    full.taken[u"2025-05-08T14:00/16:00"_s] = 1;
    ClaimDialog other(m_order, full, m_theme);
    QCOMPARE(find<QComboBox>(other, "claimWindow")->currentText(), u"14–16시"_s);
}

void TestClaimDialog::aDayWithoutWindowsOffersNone()
{
    WindowFacts evening = facts();
    evening.nowMs = demo::at(20, 0);
    ClaimDialog dialog(m_order, evening, m_theme);
    find<QRadioButton>(dialog, "claimResend")->setChecked(true);
    QVERIFY(!find<QPushButton>(dialog, "claimAct")->isEnabled());
    QCOMPARE(note(dialog), u"그날은 남은 배송 시간대가 없어요. 다른 날을 골라 주세요."_s);
    find<QComboBox>(dialog, "claimDay")->setCurrentIndex(1);
    QVERIFY(find<QPushButton>(dialog, "claimAct")->isEnabled());
}

void TestClaimDialog::withoutMoneyOnlyFlowers()
{
    Order free = m_order;
    free.money = {};
    ClaimDialog dialog(free, facts(), m_theme);
    QCOMPARE(dialog.verb(), Verb::Resend);
    QVERIFY(!find<QRadioButton>(dialog, "claimFull")->isEnabled());
    QVERIFY(!find<QRadioButton>(dialog, "claimPart")->isEnabled());
    QCOMPARE(find<QRadioButton>(dialog, "claimFull")->text(), u"돌려줄 수 있는 금액이 없어요"_s);
}

void TestClaimDialog::nothingWhileOffline()
{
    ClaimDialog dialog(m_order, facts(), m_theme);
    dialog.setOnline(false);
    QVERIFY(!find<QPushButton>(dialog, "claimAct")->isEnabled());
    QCOMPARE(act(dialog), u"오프라인에서는 할 수 없어요"_s);
    find<QRadioButton>(dialog, "claimResend")->setChecked(true);
    QVERIFY(!find<QPushButton>(dialog, "claimAct")->isEnabled());
    dialog.setOnline(true);
    QVERIFY(find<QPushButton>(dialog, "claimAct")->isEnabled());
}

void TestClaimDialog::aReasonTooLongIsNotSent()
{
    ClaimDialog dialog(m_order, facts(), m_theme);
    find<QPlainTextEdit>(dialog, "claimReason")->setPlainText(QString(bounds::reason + 1, u'가'));
    QVERIFY(!find<QPushButton>(dialog, "claimAct")->isEnabled());
    QVERIFY(note(dialog).contains(QString::number(bounds::reason)));
}

QTEST_MAIN(TestClaimDialog)
#include "tst_claimdialog.moc"
