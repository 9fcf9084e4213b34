// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/draft.h"
#include "tests/support/demoorders.h"
#include "ui/desk/order/editdialog.h"
#include "ui/desk/order/editform.h"
#include "ui/desk/style/theme.h"

#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace petalpost;
using namespace petalpost::desk;
using namespace Qt::Literals::StringLiterals;

/// The dialog that edits a paid order; the test stands where the server would.
class TestEditDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsChangedAtFirst();
    void everyFieldIsAPartOfTheEdit();
    void anotherStreetForgetsWhatWasKnownOfTheOld();
    void theWindowOfTheOrderIsOffered();
    void anOrderWithoutAWindowMayGetOne();
    void onItsWayOnlyTextsChange();
    void soldOutFlowersAreNotOffered();
    void theEffectIsSaidFirst_data();
    void theEffectIsSaidFirst();
    void onlyTheNewestQuoteCounts();
    void aRefusedQuoteIsSaid();
    void whatCannotBeKeptIsNotAsked();
    void aChangedOrderIsQuotedAgain();
    void withoutAnAnswerTheSameIsSentAgain();
    void nothingWhileOffline();
    void itStaysOpenWhileTheServerWorks();

private:
    void open(const Order &order);
    template<class Widget>
    Widget *find(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QString::fromLatin1(name));
    }
    QString act() const { return find<QPushButton>("editAct")->text(); }
    bool canAct() const { return find<QPushButton>("editAct")->isEnabled(); }
    QString note() const { return find<QLabel>("editNote")->text(); }
    OrderEdit edit() const { return m_dialog->findChild<EditForm *>()->edit(); }
    void typeCard(const QString &text) const
    {
        find<QPlainTextEdit>("editCard")->setPlainText(text);
    }
    EditQuote quote(EditEffect effect, qint64 differenceMinor) const
    {
        Money total = m_order.total;
        total.minor += differenceMinor;
        return {m_order.id, m_order.version, total, differenceMinor, effect};
    }
    /// Types something, and has it quoted.
    void quoted(EditEffect effect = EditEffect::Nothing, qint64 differenceMinor = 0);

    Theme m_theme;
    Order m_order = demo::orders()[0];
    EditFacts m_facts;
    std::unique_ptr<EditDialog> m_dialog;
    std::vector<OrderEdit> m_asked;
    std::vector<EditQuote> m_applied;
};

void TestEditDialog::init()
{
    // What the plugin without a screen says of itself is no fault of ours.
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_facts = {};
    m_facts.windows.shop.zone = demo::zone;
    m_facts.windows.shop.windows = {{10 * 60, 12 * 60, 5}, {14 * 60, 16 * 60, 2}};
    m_facts.windows.nowMs = demo::now;
    for (const qint64 id : {1, 2, 3}) {
        Product product;
        product.id = id;
        product.name = u"꽃 %1"_s.arg(id);
        product.price.minor = 10'000 * id;
        product.soldOut = id == 3;
        m_facts.products[id] = product;
    }
    m_order = demo::orders()[0];
    m_order.state = OrderState::Paid;
    m_order.productId = 1;
    m_order.window = DeliveryWindow{demo::today.addDays(1), 14 * 60, 16 * 60};
    open(m_order);
}

void TestEditDialog::open(const Order &order)
{
    m_order = order;
    m_asked.clear();
    m_applied.clear();
    m_dialog = std::make_unique<EditDialog>(order, m_facts, m_theme);
    connect(m_dialog.get(), &EditDialog::quoteWanted, this,
            [this](const OrderEdit &edit) { m_asked.push_back(edit); });
    connect(m_dialog.get(), &EditDialog::applyWanted, this,
            [this](const OrderEdit &edit, const EditQuote &quote) {
                QCOMPARE(edit, m_asked.back());
                m_applied.push_back(quote);
            });
}

void TestEditDialog::quoted(EditEffect effect, qint64 differenceMinor)
{
    const std::size_t before = m_asked.size();
    typeCard(u"카드 %1"_s.arg(before));
    QTRY_COMPARE(m_asked.size(), before + 1);
    m_dialog->showQuote(quote(effect, differenceMinor));
}

void TestEditDialog::nothingIsChangedAtFirst()
{
    QCOMPARE(edit(), OrderEdit());
    QVERIFY(!canAct());
    QCOMPARE(note(), u"바꿀 곳을 고치면 차액을 먼저 보여 드려요."_s);
    typeCard(m_order.cardMessage + u"  \n"_s);
    QCOMPARE(edit(), OrderEdit());
    find<QCheckBox>("editAsksFirst")->setChecked(true);
    QVERIFY(!canAct());
    QVERIFY(m_asked.empty());
}

void TestEditDialog::everyFieldIsAPartOfTheEdit()
{
    auto *product = find<QComboBox>("editProduct");
    product->setCurrentIndex(product->findData(2));
    find<QSpinBox>("editQty")->setValue(3);
    find<QComboBox>("editWindow")->setCurrentIndex(0);
    find<QLineEdit>("editRecipient")->setText(u" 박보라 "_s);
    find<QLineEdit>("editPhone")->setText(u"010 1111 2222"_s);
    find<QLineEdit>("editDetail")->setText(u"2동 1호"_s);
    find<QLineEdit>("editRibbon")->setText(u"축 개업"_s);
    find<QLineEdit>("editRibbonSender")->setText(u"친구들"_s);
    find<QPlainTextEdit>("editRequest")->setPlainText(u"문 앞에"_s);
    find<QCheckBox>("editAsksFirst")->setChecked(true);
    typeCard(u"축하해"_s);
    OrderEdit all;
    all.productId = 2;
    all.qty = 3;
    all.window = DeliveryWindow{demo::today.addDays(1), 10 * 60, 12 * 60};
    all.recipient = Contact{u"박보라"_s, u"010 1111 2222"_s};
    all.address = m_order.address;
    all.address->detail = u"2동 1호"_s;
    all.cardMessage = u"축하해"_s;
    all.ribbonText = u"축 개업"_s;
    all.ribbonSender = u"친구들"_s;
    all.request = u"문 앞에"_s;
    all.asksFirst = true;
    QCOMPARE(edit(), all);
    QTRY_COMPARE(m_asked.size(), 1U);
    QCOMPARE(m_asked.front(), all);
}

void TestEditDialog::anotherStreetForgetsWhatWasKnownOfTheOld()
{
    QVERIFY(!m_order.address.postalCode.isEmpty());
    find<QLineEdit>("editAddress")->setText(u"서울 중구 세종대로 110"_s);
    QCOMPARE(edit().address.value(),
             (Address{u"서울 중구 세종대로 110"_s, m_order.address.detail, {}, {}}));
}

void TestEditDialog::theWindowOfTheOrderIsOffered()
{
    QCOMPARE(find<QComboBox>("editWindow")->currentData().toString(), m_order.window->key());
    // Also one that was yesterday, and that the shop does not have any more.
    m_order.window = DeliveryWindow{demo::today.addDays(-1), 9 * 60, 9 * 60 + 30};
    open(m_order);
    QCOMPARE(find<QComboBox>("editDay")->currentData().toDate(), m_order.window->date);
    QCOMPARE(find<QComboBox>("editWindow")->currentData().toString(), m_order.window->key());
    QCOMPARE(edit(), OrderEdit());
    // It is 13:22: today's first window is over; the other one is full.
    m_facts.windows.taken[u"2025-05-08T14:00/16:00"_s] = 2;
    open(m_order);
    auto *day = find<QComboBox>("editDay");
    day->setCurrentIndex(day->findData(demo::today));
    QCOMPARE(find<QComboBox>("editWindow")->count(), 1);
    QCOMPARE(find<QComboBox>("editWindow")->currentText(), u"14–16시 · 자리 없음"_s);
    QCOMPARE(edit().window->key(), u"2025-05-08T14:00/16:00"_s);
}

void TestEditDialog::anOrderWithoutAWindowMayGetOne()
{
    m_order.window.reset();
    open(m_order);
    QCOMPARE(find<QComboBox>("editDay")->currentText(), u"시간 없음"_s);
    QVERIFY(find<QComboBox>("editWindow")->isHidden());
    QCOMPARE(edit(), OrderEdit());
    find<QComboBox>("editDay")->setCurrentIndex(2);
    QVERIFY(!find<QComboBox>("editWindow")->isHidden());
    QCOMPARE(edit().window->key(), u"2025-05-09T10:00/12:00"_s);
}

void TestEditDialog::onItsWayOnlyTextsChange()
{
    m_order.state = OrderState::Delivering;
    open(m_order);
    for (const char *name : {"editProduct", "editDay", "editWindow"})
        QVERIFY2(!find<QComboBox>(name)->isEnabled(), name);
    QVERIFY(!find<QSpinBox>("editQty")->isEnabled());
    typeCard(u"잘 받아"_s);
    QTRY_COMPARE(m_asked.size(), 1U);
}

void TestEditDialog::soldOutFlowersAreNotOffered()
{
    const auto *offered = find<QComboBox>("editProduct");
    QCOMPARE(offered->count(), 2);
    QCOMPARE(offered->itemText(1), u"꽃 2 · 20,000원"_s);
    m_order.productId = 3; // it is what was ordered
    open(m_order);
    QCOMPARE(find<QComboBox>("editProduct")->currentData().toInt(), 3);
    m_order.productId = 9; // the catalogue does not have it any more
    open(m_order);
    QCOMPARE(find<QComboBox>("editProduct")->currentText(), m_order.productName);
    QCOMPARE(edit(), OrderEdit());
}

void TestEditDialog::theEffectIsSaidFirst_data()
{
    QTest::addColumn<EditEffect>("effect");
    QTest::addColumn<qint64>("differenceMinor");
    QTest::addColumn<QString>("act");
    QTest::addColumn<QString>("note");
    using enum EditEffect;
    QTest::newRow("nothing") << Nothing << 0LL << u"수정"_s << u"금액은 그대로예요."_s;
    QTest::newRow("refund") << Refund << -9'000LL << u"수정하고 9,000원 환불"_s
                            << u"새 금액: 80,000원. 차액 9,000원 환불은"_s;
    QTest::newRow("extra") << Extra << 11'000LL << u"손님께 11,000원 더 청구"_s
                           << u"새 금액: 100,000원. 손님이"_s;
    QTest::newRow("answer") << Answer << 0LL << u"손님께 묻기"_s << u"좋다고 하면 바뀌어요"_s;
    QTest::newRow("answer, less") << Answer << -9'000LL << u"손님께 묻기"_s
                                  << u"바뀌고, 차액 9,000원 환불이 나가요"_s;
    QTest::newRow("by hand") << ByHand << 1'000LL << u"수정"_s
                             << u"차액 1,000원 정산은 직접 해 주세요"_s;
}

void TestEditDialog::theEffectIsSaidFirst()
{
    QFETCH(EditEffect, effect);
    QFETCH(qint64, differenceMinor);
    QFETCH(QString, act);
    QFETCH(QString, note);
    typeCard(u"축하해"_s);
    QVERIFY(!canAct());
    QCOMPARE(this->note(), u"차액을 확인하고 있어요…"_s);
    QTRY_COMPARE(m_asked.size(), 1U);
    m_dialog->showQuote(quote(effect, differenceMinor));
    QCOMPARE(this->act(), act);
    QVERIFY2(this->note().contains(note), qPrintable(this->note()));
    QVERIFY(canAct());
    find<QPushButton>("editAct")->click();
    QCOMPARE(m_applied, (std::vector{quote(effect, differenceMinor)}));
}

void TestEditDialog::onlyTheNewestQuoteCounts()
{
    typeCard(u"축하"_s);
    QTRY_COMPARE(m_asked.size(), 1U);
    typeCard(u"축하해"_s);
    m_dialog->showQuote(quote(EditEffect::Nothing, 0)); // of what stood there before
    QVERIFY(!canAct());
    QTRY_COMPARE(m_asked.size(), 2U);
    m_dialog->showQuote(quote(EditEffect::Nothing, 0));
    QVERIFY(canAct());
    typeCard(u"축하해요"_s);
    QVERIFY(!canAct());
}

void TestEditDialog::aRefusedQuoteIsSaid()
{
    typeCard(u"축하해"_s);
    QTRY_COMPARE(m_asked.size(), 1U);
    m_dialog->showQuote(refuse(RefusalCode::WindowFull, u"window"_s));
    QVERIFY(!canAct());
    QCOMPARE(note(), u"그 시간대는 자리가 없어요."_s);
    quoted();
    QCOMPARE(note(), u"금액은 그대로예요."_s);
}

void TestEditDialog::whatCannotBeKeptIsNotAsked()
{
    typeCard(QString(bounds::cardMessage + 1, u'가'));
    QCOMPARE(note(), u"글이 너무 길어요. 줄여서 다시 올려 주세요."_s);
    find<QLineEdit>("editPhone")->setText(u"12"_s);
    typeCard(u"축하해"_s);
    QCOMPARE(note(), u"전화번호를 다시 확인해 주세요."_s);
    QVERIFY(m_asked.empty());
    find<QLineEdit>("editPhone")->setText(u"010-1111-2222"_s);
    QTRY_COMPARE(m_asked.size(), 1U);
}

void TestEditDialog::aChangedOrderIsQuotedAgain()
{
    quoted(EditEffect::Extra, 1'000);
    find<QPushButton>("editAct")->click();
    m_dialog->showApplied(refuse(RefusalCode::QuoteChanged));
    QVERIFY(!canAct());
    QCOMPARE(note(), u"그 사이 차액이 바뀌었어요. 다시 확인해 주세요."_s);
    QTRY_COMPARE(m_asked.size(), 2U);
    m_dialog->showQuote(quote(EditEffect::Extra, 2'000));
    QCOMPARE(act(), u"손님께 2,000원 더 청구"_s);
    QVERIFY(note().startsWith(u"그 사이 차액이 바뀌었어요."_s));
    find<QPushButton>("editAct")->click();
    QCOMPARE(m_applied.back().differenceMinor, 2'000);
}

void TestEditDialog::withoutAnAnswerTheSameIsSentAgain()
{
    quoted(EditEffect::Refund, -1'000);
    find<QPushButton>("editAct")->click();
    m_dialog->showApplied(refuse(RefusalCode::Busy));
    QCOMPARE(note(), u"서버의 답을 듣지 못했어요. 다시 눌러도 한 번만 수정돼요."_s);
    QVERIFY(canAct());
    find<QPushButton>("editAct")->click();
    QCOMPARE(m_applied.size(), 2U);
    QCOMPARE(m_applied[0], m_applied[1]);
    QCOMPARE(m_asked.size(), 1U);
}

void TestEditDialog::nothingWhileOffline()
{
    quoted();
    m_dialog->setOnline(false);
    QVERIFY(!canAct());
    QCOMPARE(act(), u"오프라인에서는 할 수 없어요"_s);
    typeCard(u"축하해"_s);
    QCOMPARE(note(), u"다시 연결되면 차액을 확인해요."_s);
    m_dialog->setOnline(true);
    QTRY_COMPARE(m_asked.size(), 2U);
    QCOMPARE(m_asked.back().cardMessage.value(), u"축하해"_s);
}

void TestEditDialog::itStaysOpenWhileTheServerWorks()
{
    m_dialog->show();
    quoted();
    find<QPushButton>("editAct")->click();
    QCOMPARE(act(), u"수정하는 중…"_s);
    QVERIFY(!canAct());
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible());
    m_dialog->showApplied(sync::EditedAnswer{m_order, 0});
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    QCOMPARE(m_applied.size(), 1U);
}

QTEST_MAIN(TestEditDialog)
#include "tst_editdialog.moc"
