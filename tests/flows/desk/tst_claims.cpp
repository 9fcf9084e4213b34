// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "tests/support/deskinprocess.h"
#include "tests/support/httpcalls.h"
#include "tests/support/shopinprocess.h"
#include "ui/desk/settings/preferences.h"
#include "ui/desk/shell/banner.h"
#include "ui/desk/shell/mainwindow.h"
#include "ui/desk/style/icons.h"
#include "ui/desk/style/theme.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::test;

/// Money back and flowers again, from the desk's window to the provider's books and back.
class TestClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aRefusedRefundIsShownAndTriedAgain();
    void partOfTheMoneyThenTheRest();
    void theRefundOfACancelRequestIsTheFlorists();
    void flowersAreSentAgainForNothing();
    void nothingMovesWhileOffline();

private:
    /// A paid order for tomorrow's first window, taken up to \a verbs.
    qint64 order(const QStringList &verbs);
    qint64 deliveredOrder()
    {
        return order({u"markMade"_s, u"startDelivery"_s, u"completeDelivery"_s});
    }
    /// The sandbox has given away what it holds for other reasons, and refuses refunds, or has it
    /// again.
    void drainProvider(bool empty);
    /// Opens the claim dialog of \a orderId from the pane's menu, as a person does.
    QDialog *openClaim(qint64 orderId);
    Order shown(qint64 orderId) const { return m_desk->order(orderId); }

    template<class Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    std::unique_ptr<ShopInProcess> m_shop;
    std::unique_ptr<HttpCalls> m_owner;
    std::unique_ptr<DeskInProcess> m_desk;
    std::unique_ptr<desk::Preferences> m_preferences;
    desk::Theme m_theme;
    desk::Icons m_icons;
    std::unique_ptr<desk::MainWindow> m_window;
};

void TestClaims::init()
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

void TestClaims::cleanup()
{
    m_window.reset();
    m_desk.reset();
    m_owner.reset();
    QVERIFY(m_shop->stop());
    m_shop.reset();
}

qint64 TestClaims::order(const QStringList &verbs)
{
    const QJsonArray windows =
        m_owner->get(u"/windows?date=2026-12-02"_s).json().value(u"items"_s).toArray();
    const QJsonObject body{
        {u"productId"_s, 1},
        {u"qty"_s, 1},
        {u"window"_s, windows.first().toObject().value(u"window"_s)},
        {u"customerName"_s, u"김하늘"_s},
        {u"phoneNumber"_s, u"01098765432"_s},
        {u"recipient"_s, QJsonObject{{u"name"_s, u"김서연"_s}, {u"phone"_s, u"01023456789"_s}}},
        {u"address"_s, QJsonObject{{u"line"_s, u"서울 강남구 역삼로 180"_s}}}};
    const qint64 id =
        HttpCalls(m_shop->url()).post(u"/orders"_s, body).json().value(u"id"_s).toInteger();
    for (const QString &verb : verbs)
        m_owner->patch(u"/deliveries/%1"_s.arg(id), {{u"verb"_s, verb}});
    return id;
}

void TestClaims::drainProvider(bool empty)
{
    Database books(m_shop->file(u"petalpost.db"_s), Database::Mode::ReadWrite);
    books.runSchemaStep(empty ? u"UPDATE sandbox_payments SET refunded_minor = amount_minor"_s
                              : u"UPDATE sandbox_payments SET refunded_minor = "
                                "(SELECT COALESCE(SUM(r.amount_minor), 0) FROM sandbox_refunds r "
                                "WHERE r.reference = sandbox_payments.reference)"_s);
}

QDialog *TestClaims::openClaim(qint64 orderId)
{
    m_window->showScreen(desk::MainWindow::Orders);
    m_window->showOrder(orderId);
    auto *action = find<QAction>("action-refund");
    if (!action || !action->isEnabled())
        return nullptr;
    action->trigger();
    return find<QDialog>("claimDialog");
}

void TestClaims::aRefusedRefundIsShownAndTriedAgain()
{
    const qint64 id = deliveredOrder();
    QTRY_COMPARE(shown(id).state, OrderState::Delivered);
    const qint64 paidMinor = shown(id).total.minor;
    QCOMPARE(shown(id).money.refundableMinor(), paidMinor);
    drainProvider(true);
    QVERIFY(openClaim(id));
    find<QPlainTextEdit>("claimReason")->setPlainText(u"시들어서 왔대요"_s);
    find<QPushButton>("claimAct")->click();
    QTRY_COMPARE(shown(id).payment, PaymentState::RefundFailed);

    auto *banner = find<desk::Banner>("refundBanner");
    QTRY_VERIFY(!banner->isHidden());
    QCOMPARE(banner->text(), u"환불 1건이 실패했어요. 손님이 돈을 돌려받지 못했어요."_s);
    banner->findChild<QPushButton *>(u"bannerButton"_s)->click();
    QCOMPARE(find<QLabel>("detailNumber")->text(), u"#%1"_s.arg(id));
    const auto *note = find<QLabel>("refundFailed");
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), u"환불 실패 · %1원\n결제사가 알린 이유: not-refundable"_s.arg(
                               QLocale(QLocale::English).toString(paidMinor)));
    auto *retry = find<QPushButton>("retryRefund");
    QVERIFY(retry->isVisible() && retry->isEnabled());

    // Asked again in vain it stays as it is, and the button can be pressed again.
    const qint64 version = shown(id).version;
    retry->click();
    QVERIFY(!retry->isEnabled());
    QTRY_VERIFY(shown(id).version >= version + 2 && retry->isEnabled());
    QCOMPARE(shown(id).payment, PaymentState::RefundFailed);
    QVERIFY(!banner->isHidden());

    drainProvider(false);
    retry->click();
    QTRY_COMPARE(shown(id).payment, PaymentState::Refunded);
    QTRY_VERIFY(banner->isHidden());
    QVERIFY(note->isHidden());
    QVERIFY(retry->isHidden());
    QCOMPARE(shown(id).claimReason, u"시들어서 왔대요"_s);
}

void TestClaims::partOfTheMoneyThenTheRest()
{
    const qint64 id = deliveredOrder();
    QTRY_COMPARE(shown(id).state, OrderState::Delivered);
    const qint64 paidMinor = shown(id).total.minor;
    QVERIFY(openClaim(id));
    find<QRadioButton>("claimPart")->click();
    QVERIFY(!find<QPushButton>("claimAct")->isEnabled()); // nothing is no refund
    find<QDoubleSpinBox>("claimAmount")->setValue(30'000);
    QCOMPARE(find<QPushButton>("claimAct")->text(), u"30,000원 환불"_s);
    find<QPushButton>("claimAct")->click();
    QTRY_COMPARE(shown(id).payment, PaymentState::PartiallyRefunded);
    QCOMPARE(shown(id).money.refundedMinor, 30'000);
    QTRY_VERIFY(!find<QDialog>("claimDialog"));
    QVERIFY(find<QLabel>("paymentMoves")->text().endsWith(u"환불완료 30,000원"_s));
    QCOMPARE(shown(id).state, OrderState::Delivered);
    // Only what is left can go back; the provider's books agree.
    QVERIFY(openClaim(id));
    QCOMPARE(find<QDoubleSpinBox>("claimAmount")->maximum(), double(paidMinor - 30'000));
    find<QPushButton>("claimAct")->click();
    QTRY_COMPARE(shown(id).payment, PaymentState::Refunded);
    QCOMPARE(shown(id).money.refundedMinor, paidMinor);
    // The customer was told of both.
    const QJsonArray texts =
        m_owner->get(u"/messages?orderId=%1"_s.arg(id)).json().value(u"items"_s).toArray();
    QCOMPARE(std::ranges::count_if(
                 texts, [](const auto &text) { return text[u"event"_s] == u"refunded"_s; }),
             2);
}

void TestClaims::theRefundOfACancelRequestIsTheFlorists()
{
    const QJsonObject placed =
        HttpCalls(m_shop->url())
            .post(u"/orders"_s, {{u"flowerName"_s, u"Rose"_s}, {u"qty"_s, 2}})
            .json();
    const qint64 other = placed.value(u"id"_s).toInteger();
    m_owner->patch(u"/deliveries/%1"_s.arg(other), {{u"verb"_s, u"startMaking"_s}});
    HttpCalls sender(m_shop->url(), placed.value(u"accessToken"_s).toString().toLatin1());
    QCOMPARE(sender.patch(u"/orders/%1"_s.arg(other), {{u"verb"_s, u"requestCancel"_s}}).status,
             200);
    QTRY_VERIFY(shown(other).cancelRequestedAtMs != 0);
    m_window->showOrder(other);
    auto *accept = find<QAction>("action-acceptCancel");
    QVERIFY(accept);
    accept->trigger();
    const qint64 halfMinor = shown(other).total.minor / 2;
    find<QDoubleSpinBox>("cancelAmount")->setValue(int(halfMinor));
    find<QPushButton>("cancelAct")->click();
    QTRY_COMPARE(shown(other).payment, PaymentState::PartiallyRefunded);
    QCOMPARE(shown(other).state, OrderState::Cancelled);
    QCOMPARE(shown(other).money.refundedMinor, halfMinor);
}

void TestClaims::flowersAreSentAgainForNothing()
{
    const qint64 id = deliveredOrder();
    QTRY_COMPARE(shown(id).state, OrderState::Delivered);
    QVERIFY(openClaim(id));
    find<QRadioButton>("claimResend")->click();
    find<QComboBox>("claimDay")->setCurrentIndex(1);
    const QString window = find<QComboBox>("claimWindow")->currentData().toString();
    find<QPlainTextEdit>("claimReason")->setPlainText(u"다른 꽃이 갔어요"_s);
    find<QPushButton>("claimAct")->click();
    QTRY_VERIFY(shown(id).resentAs != 0);
    const qint64 again = shown(id).resentAs;
    QTRY_COMPARE(shown(again).state, OrderState::Paid);
    const Order fresh = shown(again);
    QCOMPARE(fresh.resendOf, id);
    QCOMPARE(fresh.total.minor, 0);
    QCOMPARE(fresh.window->key(), window);
    QCOMPARE(fresh.payment, PaymentState::Paid);
    QCOMPARE(fresh.recipient, shown(id).recipient);
    QCOMPARE(shown(id).payment, PaymentState::Paid);
    QCOMPARE(shown(id).claimReason, u"다른 꽃이 갔어요"_s);
    // No charge and no attempt; and nobody is called to an order made here.
    const QJsonObject ledger = m_owner->get(u"/payments/%1"_s.arg(again)).json();
    QVERIFY(ledger.value(u"attempts"_s).toArray().isEmpty());
    QCOMPARE(m_window->newOrders(), 0);
    // The board marks it, the pane leads from one to the other.
    find<QPushButton>("day-all")->click();
    const auto *lane = find<QListView>("cards-paid");
    QTRY_COMPARE(lane->model()->rowCount(), 1);
    QVERIFY(lane->model()
                ->index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"다시 보냄 #%1"_s.arg(id)));
    m_window->showOrder(again);
    QCOMPARE(find<QLabel>("detailPrice")->text(), u"0원 · 받을 돈 없음"_s);
    QVERIFY(find<QLabel>("detail-claim")->text().contains(u"#%1 주문"_s.arg(id)));
}

void TestClaims::nothingMovesWhileOffline()
{
    const qint64 id = deliveredOrder();
    QTRY_COMPARE(shown(id).state, OrderState::Delivered);
    drainProvider(true);
    QVERIFY(openClaim(id));
    find<QPushButton>("claimAct")->click();
    QTRY_COMPARE(shown(id).payment, PaymentState::RefundFailed);
    QTRY_VERIFY(!find<QDialog>("claimDialog"));
    QVERIFY(openClaim(id));
    QVERIFY(m_shop->stop());
    QTRY_VERIFY(!find<QPushButton>("claimAct")->isEnabled());
    QCOMPARE(find<QPushButton>("claimAct")->text(), u"오프라인에서는 할 수 없어요"_s);
    const auto *retry = find<QPushButton>("retryRefund");
    QTRY_VERIFY(!retry->isEnabled());
    QCOMPARE(retry->text(), u"오프라인에서는 할 수 없어요"_s);
    find<QPushButton>("claimClose")->click();
    QVERIFY(!find<QAction>("action-refund")->isEnabled());
    QVERIFY(m_desk->engine->unsent().empty());
}

QTEST_MAIN(TestClaims)
#include "tst_claims.moc"
