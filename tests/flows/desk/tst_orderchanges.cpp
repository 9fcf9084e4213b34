// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/deskinprocess.h"
#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/shell/banner.h"
#include "ui/desk/shell/mainwindow.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"
#include "ui/desk/style/toast.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// A paid order is changed in the desk's window, and what that does to its money and its customer.
class TestOrderChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lessIsRefundedAndUndoneExactly();
    void moreIsAskedOfTheCustomer();
    void theQuestionIsTakenBack();
    void textsChangeOnTheWay();
    void nothingChangesWhileOffline();

private:
    /// A paid order of three for tomorrow's first window.
    qint64 order();
    /// Opens the dialog from the pane's menu, as a person does.
    bool openEdit(qint64 orderId);
    /// Presses the dialog's button once the server has said what it would do.
    bool act(const QString &text);
    Order shown(qint64 orderId) const { return m_desk->order(orderId); }
    QStringList texts(qint64 orderId) const;

    template<class Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    const desk::Toast *toast() const { return find<desk::Toast>("toast"); }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    std::unique_ptr<DeskInProcess> m_desk;
    std::unique_ptr<desk::Preferences> m_preferences;
    desk::Theme m_theme;
    desk::Icons m_icons;
    std::unique_ptr<desk::MainWindow> m_window;
};

void TestOrderChanges::init()
{
    // What the plugin without a screen says of itself is no fault of ours.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_shop = std::make_unique<ShopInProcess>();
    QVERIFY(m_shop->start());
    m_owner = std::make_unique<HttpCalls>(m_shop->url(), m_shop->token);
    m_desk = std::make_unique<DeskInProcess>(m_shop->url(), m_shop->token, m_shop->clock);
    m_preferences = std::make_unique<desk::Preferences>(m_desk->file(u"window.ini"_s));
    m_window =
        std::make_unique<desk::MainWindow>(*m_desk->engine, m_theme, m_icons, *m_preferences);
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(m_desk->engine->start());
    QTRY_VERIFY(m_desk->isLive());
}

void TestOrderChanges::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

qint64 TestOrderChanges::order()
{
    const QJsonArray windows =
        m_owner->get(u"/windows?date=2026-12-02"_s).json().value(u"items"_s).toArray();
    const QJsonObject body{
        {u"productId"_s, 1},
        {u"qty"_s, 3},
        {u"window"_s, windows.first().toObject().value(u"window"_s)},
        {u"customerName"_s, u"김하늘"_s},
        {u"phoneNumber"_s, u"01098765432"_s},
        {u"recipient"_s, QJsonObject{{u"name"_s, u"김서연"_s}, {u"phone"_s, u"01023456789"_s}}},
        {u"address"_s, QJsonObject{{u"line"_s, u"서울 강남구 역삼로 180"_s}}}};
    return HttpCalls(m_shop->url()).post(u"/orders"_s, body).json().value(u"id"_s).toInteger();
}

bool TestOrderChanges::openEdit(qint64 orderId)
{
    m_window->showScreen(desk::MainWindow::Orders);
    m_window->showOrder(orderId);
    auto *action = find<QAction>("action-edit");
    if (!action || !action->isEnabled())
        return false;
    action->trigger();
    return find<QDialog>("editDialog");
}

bool TestOrderChanges::act(const QString &text)
{
    auto *button = find<QPushButton>("editAct");
    if (!QTest::qWaitFor([&] { return button->isEnabled() && button->text() == text; }))
        return false;
    button->click();
    return QTest::qWaitFor([&] { return !find<QDialog>("editDialog"); });
}

QStringList TestOrderChanges::texts(qint64 orderId) const
{
    QStringList events;
    const QJsonArray items =
        m_owner->get(u"/messages?orderId=%1"_s.arg(orderId)).json().value(u"items"_s).toArray();
    for (const auto &item : items)
        events += item[u"event"_s].toString();
    return events;
}

void TestOrderChanges::lessIsRefundedAndUndoneExactly()
{
    const qint64 id = order();
    QTRY_COMPARE(shown(id).state, OrderState::Paid);
    const Order before = shown(id);
    const qint64 oneMinor = before.unitPrice.minor;
    QVERIFY(openEdit(id));
    find<QSpinBox>("editQty")->setValue(2);
    QVERIFY(act(u"수정하고 %1원 환불"_s.arg(QLocale(QLocale::English).toString(oneMinor))));
    QTRY_COMPARE(shown(id).qty, 2);
    QCOMPARE(shown(id).total.minor, 2 * oneMinor);
    QCOMPARE(toast()->text(), u"#%1 · 수정했어요"_s.arg(id));
    QVERIFY(toast()->isVisible());

    toast()->findChild<QPushButton *>()->click();
    QTRY_COMPARE(shown(id).qty, 3);
    QTRY_COMPARE(toast()->text(), u"#%1 · 수정을 되돌렸어요"_s.arg(id));
    Order after = shown(id);
    after.version = before.version;
    after.storedAtMs = before.storedAtMs;
    after.seenAtMs = before.seenAtMs;
    QCOMPARE(after, before);

    // Too late: the banner says what can be done instead, and the money goes back.
    QVERIFY(openEdit(id));
    find<QSpinBox>("editQty")->setValue(1);
    QVERIFY(act(u"수정하고 %1원 환불"_s.arg(QLocale(QLocale::English).toString(2 * oneMinor))));
    QTRY_COMPARE(shown(id).qty, 1);
    m_shop->clock.advance(31'000);
    toast()->findChild<QPushButton *>()->click();
    auto *refusal = find<desk::Banner>("refusalBanner");
    QTRY_VERIFY(!refusal->isHidden());
    QVERIFY2(refusal->text().contains(u"되돌릴 수 있는 시간이 지났어요"_s),
             qPrintable(refusal->text()));
    m_shop->sweep();
    QTRY_COMPARE(shown(id).payment, PaymentState::PartiallyRefunded);
    QCOMPARE(shown(id).money.refundedMinor, 2 * oneMinor);
    QCOMPARE(shown(id).qty, 1);
}

void TestOrderChanges::moreIsAskedOfTheCustomer()
{
    const qint64 id = order();
    QTRY_COMPARE(shown(id).state, OrderState::Paid);
    const Order before = shown(id);
    QVERIFY(openEdit(id));
    find<QSpinBox>("editQty")->setValue(4);
    const QString one = QLocale(QLocale::English).toString(before.unitPrice.minor);
    QVERIFY(act(u"손님께 %1원 더 청구"_s.arg(one)));
    QTRY_VERIFY(shown(id).pendingEdit.has_value());
    QCOMPARE(shown(id).qty, 3);
    QCOMPARE(shown(id).total, before.total);
    QCOMPARE(toast()->text(), u"#%1 · 손님께 물었어요"_s.arg(id));
    QCOMPARE(find<QLabel>("detail-edit")->text(),
             u"손님의 답을 기다려요 · 손님이 %1원 더 내요"_s.arg(one));
    QVERIFY(texts(id).contains(u"edit_asked"_s));
}

void TestOrderChanges::theQuestionIsTakenBack()
{
    const qint64 id = order();
    QTRY_COMPARE(shown(id).state, OrderState::Paid);
    m_window->showOrder(id);
    QVERIFY(!find<QAction>("action-editTakeBack"));
    QVERIFY(openEdit(id));
    find<QPlainTextEdit>("editCard")->setPlainText(u"축하해"_s);
    find<QAbstractButton>("editAsksFirst")->click();
    QVERIFY(act(u"손님께 묻기"_s));
    QTRY_VERIFY(find<QAction>("action-editTakeBack"));
    QVERIFY(shown(id).cardMessage.isEmpty());
    m_shop->clock.advance(60'000); // long after the toast has gone
    find<QAction>("action-editTakeBack")->trigger();
    QTRY_VERIFY(!shown(id).pendingEdit.has_value());
    QTRY_VERIFY(!find<QAction>("action-editTakeBack"));
    QVERIFY(find<QLabel>("detail-edit")->isHidden());
}

void TestOrderChanges::textsChangeOnTheWay()
{
    const qint64 id = order();
    for (const QString &verb : {u"markMade"_s, u"startDelivery"_s})
        m_owner->patch(u"/deliveries/%1"_s.arg(id), {{u"verb"_s, verb}});
    QTRY_COMPARE(shown(id).state, OrderState::Delivering);
    QVERIFY(openEdit(id));
    QVERIFY(!find<QSpinBox>("editQty")->isEnabled());
    find<QPlainTextEdit>("editRequest")->setPlainText(u"경비실에 맡겨 주세요"_s);
    QVERIFY(act(u"수정"_s));
    QTRY_COMPARE(shown(id).request, u"경비실에 맡겨 주세요"_s);
    QCOMPARE(find<QLabel>("detail-request")->text(), u"경비실에 맡겨 주세요"_s);
    m_owner->patch(u"/deliveries/%1"_s.arg(id), {{u"verb"_s, u"completeDelivery"_s}});
    QTRY_COMPARE(shown(id).state, OrderState::Delivered);
    QVERIFY(!find<QAction>("action-edit"));
}

void TestOrderChanges::nothingChangesWhileOffline()
{
    const qint64 id = order();
    QTRY_COMPARE(shown(id).state, OrderState::Paid);
    QVERIFY(openEdit(id));
    QVERIFY(m_shop->stop());
    QTRY_COMPARE(find<QPushButton>("editAct")->text(), u"오프라인에서는 할 수 없어요"_s);
    find<QSpinBox>("editQty")->setValue(2);
    QVERIFY(!find<QPushButton>("editAct")->isEnabled());
    find<QPushButton>("editClose")->click();
    QTRY_VERIFY(!find<QDialog>("editDialog"));
    QVERIFY(!find<QAction>("action-edit")->isEnabled());
    QVERIFY(m_desk->engine->unsent().empty());
}

QTEST_MAIN(TestOrderChanges)
#include "tst_orderchanges.moc"
