// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/desk/draftstore.h"
#include "core/sync/decisions.h"
#include "tests/ui/desk/shell/deskwindow.h"
#include "ui/desk/board/boardpage.h"
#include "ui/desk/board/cardmodel.h"
#include "ui/desk/board/laneview.h"
#include "ui/desk/entry/entrydialog.h"
#include "ui/desk/style/toast.h"

#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>

using namespace petalpost;
using namespace petalpost::desk;
using namespace petalpost::test;
using namespace Qt::Literals::StringLiterals;

/// Orders by phone and over the counter in the real window, with no server at the other end.
class TestOrderTaking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void overTheCounter();
    void byPhoneForAnother();
    void theFloristsOwnPrice();
    void whatIsMissingIsNamedAtItsField();
    void fullWindowsWarn();
    void whatWasTypedSurvives();
    void clearedIsGone();
    void waitingForMoney();
    void whatWasRefusedOpensAgain();
    void enterInAFieldPlacesNothing();

private:
    template<class Widget>
    Widget *in(const char *name) const
    {
        auto *dialog = m_desk->find<EntryDialog>("entryDialog");
        return dialog ? dialog->findChild<Widget *>(QString::fromLatin1(name)) : nullptr;
    }
    void write(const char *name, const QString &text) const { in<QLineEdit>(name)->setText(text); }
    bool open() const
    {
        QTest::keyClick(m_desk->window.get(), Qt::Key_N, Qt::ControlModifier);
        auto *dialog = m_desk->find<EntryDialog>("entryDialog");
        if (!dialog)
            return false;
        dialog->activateWindow();
        return QTest::qWaitFor([dialog] { return QApplication::activeWindow() == dialog; });
    }
    bool close() const
    {
        in<QPushButton>("entryClose")->click();
        return isClosed();
    }
    /// The window has the keys again once the form is gone.
    bool isClosed() const
    {
        if (!QTest::qWaitFor([this] { return !m_desk->find<EntryDialog>("entryDialog"); }))
            return false;
        m_desk->window->activateWindow();
        return QTest::qWaitForWindowActive(m_desk->window.get());
    }
    void place() const { in<QPushButton>("entryPlace")->click(); }
    std::vector<Order> taken() const
    {
        std::vector<Order> orders;
        for (const auto &[id, order] : m_desk->engine->orders()) {
            if (order.deskMethod)
                orders.push_back(order);
        }
        return orders;
    }
    std::size_t drafts() const
    {
        return m_desk->store->drafts().all(DraftStore::Kind::Order)->size();
    }

    std::unique_ptr<DeskWindow> m_desk;
};

void TestOrderTaking::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_desk = std::make_unique<DeskWindow>();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    QVERIFY(open());
}

void TestOrderTaking::cleanup()
{
    m_desk.reset();
}

void TestOrderTaking::overTheCounter()
{
    in<QRadioButton>("entryNow")->click();
    in<QSpinBox>("entryQty")->setValue(2);
    QVERIFY(in<QLabel>("entryTotal")->text().contains(u"178,000원"_s));
    QVERIFY(in<QCheckBox>("entryPaid")->isChecked()); // cash, as a rule
    place();
    QCOMPARE(taken().size(), 1u);
    const Order order = taken().front();
    QCOMPARE(order.state, OrderState::Paid);
    QCOMPARE(order.total.minor, 178'000);
    QVERIFY(order.isPickup() && !order.window);
    QCOMPARE(m_desk->window->board().currentOrder(), order.id); // before one's eyes at once
    QVERIFY(m_desk->find<Toast>("toast")->text().contains(u"연결되면 보내요"_s));
    QCOMPARE(m_desk->engine->unsent().size(), 1u);
    QCOMPARE(drafts(), 0u);
}

void TestOrderTaking::byPhoneForAnother()
{
    write("entryRecipient", u" 김서연 "_s);
    write("entryRecipientPhone", u"010-2345-6789"_s);
    write("entryAddress", u"서울 강남구 역삼로 180"_s);
    write("entrySender", u"정하나"_s);
    write("entrySenderPhone", u"010 1234 5678"_s);
    write("entryRibbon", u"祝 發展"_s);
    in<QRadioButton>("entry-transfer")->click();
    QVERIFY(!in<QCheckBox>("entryPaid")->isChecked());
    QCOMPARE(in<QPushButton>("entryPlace")->text(), u"주문 넣기 · 입금 대기"_s);
    QTest::keyClick(m_desk->find<EntryDialog>("entryDialog"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(taken().size(), 1u);
    const Order order = taken().front();
    QVERIFY(order.awaitsMoney());
    QCOMPARE(order.recipient, (Contact{u"김서연"_s, u"01023456789"_s}));
    QCOMPARE(order.sender.phone, u"01012345678"_s);
    QVERIFY(order.window.has_value());
    QCOMPARE(order.ribbonText, u"祝 發展"_s);
    QCOMPARE(m_desk->find<QLabel>("detailNumber")->text(), u"번호 대기"_s);
}

void TestOrderTaking::theFloristsOwnPrice()
{
    in<QRadioButton>("entryNow")->click();
    write("entryPrice", u"50,000"_s); // as people write it
    QVERIFY(in<QPushButton>("entryPlace")->text().contains(u"50,000원"_s));
    place();
    QCOMPARE(taken().front().unitPrice.minor, 50'000);
}

void TestOrderTaking::whatIsMissingIsNamedAtItsField()
{
    in<QRadioButton>("entryNow")->click();
    write("entrySenderPhone", u"02"_s);
    place();
    QVERIFY(taken().empty());
    const auto *problem = in<QLabel>("entryProblem");
    QVERIFY(problem->isVisible() && problem->text().contains(u"전화번호"_s));
    QVERIFY(in<QLineEdit>("entrySenderPhone")->hasFocus());
    write("entrySenderPhone", u"010-1234-5678"_s);
    QVERIFY(!problem->isVisible());
    place();
    QCOMPARE(taken().size(), 1u);
}

void TestOrderTaking::fullWindowsWarn()
{
    const auto window =
        DeliveryWindow::fromKey(in<QComboBox>("entryWindow")->currentData().toString());
    QVERIFY(close());
    DeskOrder order;
    order.draft.productId = 1;
    order.draft.window = window;
    const int capacity = m_desk->engine->shop().ruleFor(*window)->capacity;
    for (int i = 0; i < capacity; ++i)
        QVERIFY(m_desk->engine->placeOrder(order));
    QVERIFY(open());
    const auto *note = in<QLabel>("entryNote");
    QVERIFY(note->isVisible() && note->text().contains(u"정원"_s));
    in<QRadioButton>("entryPickup")->click();
    place(); // it is the florist's word
    QCOMPARE(taken().size(), std::size_t(capacity) + 1);
}

void TestOrderTaking::whatWasTypedSurvives()
{
    write("entrySender", u"정하나"_s);
    in<QSpinBox>("entryQty")->setValue(3);
    QTRY_COMPARE(drafts(), 1u); // whatever ends the program now
    write("entrySender", u"정하나님"_s);
    QVERIFY(close()); // sooner than the pause
    QVERIFY(open());
    QCOMPARE(in<QLineEdit>("entrySender")->text(), u"정하나님"_s);
    QCOMPARE(in<QSpinBox>("entryQty")->value(), 3);
    QVERIFY(in<QLabel>("entryNote")->text().contains(u"이어서"_s));
}

void TestOrderTaking::clearedIsGone()
{
    write("entrySender", u"정하나"_s);
    QTRY_COMPARE(drafts(), 1u);
    in<QPushButton>("entryClear")->click();
    QCOMPARE(in<QLineEdit>("entrySender")->text(), QString());
    QCOMPARE(drafts(), 0u);
}

void TestOrderTaking::waitingForMoney()
{
    in<QRadioButton>("entryNow")->click();
    in<QRadioButton>("entry-onAccount")->click();
    place();
    const qint64 id = taken().front().id;
    const auto *lane = m_desk->window->board().findChild<LaneView *>();
    QVERIFY(lane->model().rowOf(id) >= 0); // among what is to be made
    QVERIFY(lane->model()
                .index(lane->model().rowOf(id))
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"입금 대기"_s));
    QVERIFY(isClosed());
    QTest::keyClick(m_desk->window.get(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_desk->order(id).state, OrderState::Making); // the work does not wait
    const auto *received = m_desk->find<QPushButton>("moneyReceived");
    QVERIFY(received->isVisible());
    for (QAction *way : received->menu()->actions()) {
        if (way->objectName() == u"received-cash"_s)
            way->trigger();
    }
    QCOMPARE(m_desk->order(id).payment, PaymentState::Paid);
    QCOMPARE(m_desk->order(id).deskMethod, DeskMethod::Cash);
    QCOMPARE(m_desk->order(id).state, OrderState::Making);
    QVERIFY(!received->isVisible());
}

void TestOrderTaking::whatWasRefusedOpensAgain()
{
    in<QRadioButton>("entryNow")->click();
    write("entrySender", u"정하나"_s);
    place();
    QVERIFY(isClosed());
    const Operation refused = m_desk->engine->unsent().front().operation;
    auto &decisions = m_desk->engine->decisions();
    QVERIFY(decisions.add(refused, Refusal::of(RefusalCode::UnknownProduct), demo::now));
    m_desk->window->showScreen(MainWindow::Undecided);
    m_desk->find<QPushButton>("decisionSecond")->click();
    QVERIFY(m_desk->find<EntryDialog>("entryDialog"));
    QCOMPARE(in<QLineEdit>("entrySender")->text(), u"정하나"_s);
    QVERIFY(in<QRadioButton>("entryNow")->isChecked());
    QCOMPARE(drafts(), 1u); // it lies in the file before the decision is gone
    QVERIFY(decisions.all().empty());
    QVERIFY(taken().empty() || taken().front().id == refused.subject);
}

void TestOrderTaking::enterInAFieldPlacesNothing()
{
    in<QRadioButton>("entryNow")->click();
    in<QLineEdit>("entrySender")->setFocus();
    QTest::keyClick(in<QLineEdit>("entrySender"), Qt::Key_Return);
    QVERIFY(taken().empty());
    QVERIFY(m_desk->find<EntryDialog>("entryDialog"));
}

QTEST_MAIN(TestOrderTaking)
#include "tst_ordertaking.moc"
