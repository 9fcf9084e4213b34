// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/orders/editbench.h"

#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

constexpr qint64 secondMs = 1'000;

/// \a order without what every change moves on.
Order timeless(Order order)
{
    order.version = 0;
    return order;
}

OrderEdit editOf(EditPart part)
{
    switch (part) {
    case EditPart::Product:
        return productEdit(ShopBench::Limited);
    case EditPart::Quantity:
        return qtyEdit(1);
    case EditPart::Window:
        return windowEdit(ShopBench::window(100));
    case EditPart::Texts:
        return cardEdit(u"새 말"_s);
    }
    Q_UNREACHABLE();
}

} // namespace

class EditsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void quotes_data();
    void quotes();
    void everyPartInEveryState_data();
    void everyPartInEveryState();
    void refusals_data();
    void refusals();
    void priceIsTheCatalogues();
    void aQuoteThatIsNotTrueAnyMoreIsRefused();
    void aCheaperEditAsksTheDifferenceBack();
    void aWindowMovesItsPlace();
    void aFullWindowIsRefusedAtTheMoment();
    void textsAreKeptOutOfTheJournal();
    void undoWithinAndAfterTheHold_data();
    void undoWithinAndAfterTheHold();
    void undoAfterTheProviderHeard();
    void undoWhenThePlaceWasTaken();
    void onlyTheLastEditIsUndone();
    void undoOnTheRoadIsRefused();
    void undoKeepsAnEarlierRefund();
    void vendure4013_data();
    void vendure4013();
    void doublePress();
    void twoDesksAtOnce();
    void editThenCancel_data();
    void editThenCancel();
    void moneyByHandStaysByHand();
    void copiesAreEmptied();

private:
    std::unique_ptr<EditBench> m_bench;
};

void EditsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<EditBench>();
}

void EditsTest::quotes_data()
{
    QTest::addColumn<OrderEdit>("edit");
    QTest::addColumn<qint64>("differenceMinor");
    QTest::addColumn<EditEffect>("effect");
    OrderEdit both = productEdit(ShopBench::Limited);
    both.qty = 3;
    OrderEdit asked = qtyEdit(1);
    asked.asksFirst = true;
    OrderEdit dearAsked = qtyEdit(3);
    dearAsked.asksFirst = true;
    QTest::newRow("cheaper") << productEdit(ShopBench::Limited) << qint64(-176'000)
                             << EditEffect::Refund;
    QTest::newRow("fewer") << qtyEdit(1) << qint64(-89'000) << EditEffect::Refund;
    QTest::newRow("more") << qtyEdit(3) << qint64(89'000) << EditEffect::Extra;
    QTest::newRow("both") << both << qint64(-175'000) << EditEffect::Refund;
    QTest::newRow("the same") << qtyEdit(2) << qint64(0) << EditEffect::Nothing;
    QTest::newRow("window") << windowEdit(ShopBench::window(100)) << qint64(0)
                            << EditEffect::Nothing;
    QTest::newRow("text") << cardEdit(u"축하해"_s) << qint64(0) << EditEffect::Nothing;
    QTest::newRow("asked") << asked << qint64(-89'000) << EditEffect::Answer;
    QTest::newRow("dearer and asked") << dearAsked << qint64(89'000) << EditEffect::Extra;
}

void EditsTest::quotes()
{
    QFETCH(const OrderEdit, edit);
    QFETCH(const qint64, differenceMinor);
    QFETCH(const EditEffect, effect);
    const Order order = m_bench->paid();
    const auto quote = m_bench->quote(order.id, edit).value();
    QCOMPARE(quote.differenceMinor, differenceMinor);
    QCOMPARE(quote.newTotal.minor, 178'000 + differenceMinor);
    QCOMPARE(quote.basedOn, order.version);
    QCOMPARE(quote.effect, effect);
    QCOMPARE(m_bench->order(order.id), order); // a quote changes nothing
    QCOMPARE(m_bench->taken(*order.window), 1);
}

void EditsTest::everyPartInEveryState_data()
{
    QTest::addColumn<OrderState>("state");
    for (const auto &[state, name] : orderStateWords)
        QTest::newRow(name.data()) << state;
}

void EditsTest::everyPartInEveryState()
{
    QFETCH(const OrderState, state);
    const qint64 id = m_bench->paid().id;
    m_bench->setState(id, state);
    const bool open =
        state == OrderState::Paid || state == OrderState::Making || state == OrderState::Made;
    for (const auto &[part, name] : editPartWords) {
        const bool legal = open || (state == OrderState::Delivering && part == EditPart::Texts);
        QCOMPARE(isEditable(state, part), legal);
        const auto quoted = m_bench->quote(id, editOf(part));
        QCOMPARE(quoted.has_value(), legal);
        if (!legal) {
            QCOMPARE(quoted.error().code, RefusalCode::IllegalMove);
            QCOMPARE(quoted.error().field, QString(name));
            QCOMPARE(quoted.error().state, state);
            const qint64 version = m_bench->order(id).version;
            EditRequest request{id, editOf(part), version, 0, 1, {}};
            QCOMPARE(m_bench->edits.apply(request).takeResult().error().code,
                     RefusalCode::IllegalMove);
        }
    }
}

void EditsTest::refusals_data()
{
    QTest::addColumn<OrderEdit>("edit");
    QTest::addColumn<RefusalCode>("code");
    QTest::addColumn<QString>("field");
    OrderEdit phone;
    phone.recipient = Contact{u"이"_s, u"12"_s};
    OrderEdit nowhere;
    nowhere.address = Address{u" "_s, {}, {}, {}};
    OrderEdit limited = productEdit(ShopBench::Limited);
    limited.qty = 11;
    QTest::newRow("nothing") << OrderEdit() << RefusalCode::MissingField << u"edit"_s;
    QTest::newRow("unknown") << productEdit(99) << RefusalCode::UnknownProduct << u"productId"_s;
    QTest::newRow("sold out") << productEdit(ShopBench::Wilted) << RefusalCode::SoldOut
                              << u"productId"_s;
    QTest::newRow("none") << qtyEdit(0) << RefusalCode::OutOfRange << u"qty"_s;
    QTest::newRow("too many") << qtyEdit(1000) << RefusalCode::OutOfRange << u"qty"_s;
    QTest::newRow("too dear") << productEdit(ShopBench::Dear) << RefusalCode::PriceOverflow
                              << u"qty"_s;
    QTest::newRow("daily limit") << limited << RefusalCode::DailyLimitReached << u"qty"_s;
    QTest::newRow("over") << windowEdit({ShopBench::today().addDays(-1), 600, 720})
                          << RefusalCode::PastDate << u"window"_s;
    QTest::newRow("no window") << windowEdit({ShopBench::today().addDays(1), 0, 60})
                               << RefusalCode::UnknownWindow << u"window"_s;
    QTest::newRow("long card") << cardEdit(QString(201, u'가')) << RefusalCode::TooLong
                               << u"cardMessage"_s;
    QTest::newRow("phone") << phone << RefusalCode::InvalidPhone << u"recipient.phone"_s;
    QTest::newRow("nowhere") << nowhere << RefusalCode::MissingField << u"address.line"_s;
}

void EditsTest::refusals()
{
    QFETCH(const OrderEdit, edit);
    QFETCH(const RefusalCode, code);
    QFETCH(const QString, field);
    const Order order = m_bench->paid();
    const auto refused =
        m_bench->edits.apply({order.id, edit, order.version, 0, 1, {}}).takeResult();
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().code, code);
    QCOMPARE(refused.error().field, field);
    QCOMPARE(m_bench->order(order.id), order);
    QCOMPARE(m_bench->quote(99, qtyEdit(1)).error().code, RefusalCode::NotFound);
}

void EditsTest::priceIsTheCatalogues()
{
    const Order order = m_bench->paid();
    m_bench->setPrice(ShopBench::Limited, 2'000);
    m_bench->setPrice(ShopBench::Peony, 90'000);
    QCOMPARE(m_bench->quote(order.id, productEdit(ShopBench::Limited))->newTotal.minor, 4'000);
    // The flower that stays keeps the price it was sold at.
    QCOMPARE(m_bench->quote(order.id, qtyEdit(3))->newTotal.minor, 3 * 89'000);
}

void EditsTest::aQuoteThatIsNotTrueAnyMoreIsRefused()
{
    const Order order = m_bench->paid();
    const OrderEdit edit = productEdit(ShopBench::Limited);
    const auto quote = m_bench->quote(order.id, edit).value();
    m_bench->setPrice(ShopBench::Limited, 2'000);
    const auto changed = m_bench->edits.apply(EditBench::requestFor(quote, edit)).takeResult();
    QCOMPARE(changed.error().code, RefusalCode::QuoteChanged);
    QCOMPARE(changed.error().field, u"differenceMinor"_s);
    QCOMPARE(changed.error().value, u"-176000/-174000"_s);
    QCOMPARE(m_bench->order(order.id), order);
    QVERIFY(m_bench->refunds(order.id).empty());

    QVERIFY(m_bench->move(order.id, Verb::StartMaking).has_value());
    const auto stale = m_bench->edits.apply(EditBench::requestFor(quote, edit)).takeResult();
    QCOMPARE(stale.error().code, RefusalCode::StaleVersion);
    QCOMPARE(stale.error().value, QString::number(order.version + 1));
    QCOMPARE(stale.error().state, OrderState::Making);
}

void EditsTest::aCheaperEditAsksTheDifferenceBack()
{
    const Order order = m_bench->paid();
    const auto edited = m_bench->edit(order.id, productEdit(ShopBench::Limited)).value();
    QCOMPARE(edited.order.productId, qint64(ShopBench::Limited));
    QCOMPARE(edited.order.productName, u"한정"_s);
    QCOMPARE(edited.order.total.minor, 2'000);
    QCOMPARE(edited.order.unitPrice.minor, 1'000);
    QCOMPARE(edited.order.payment, PaymentState::RefundPending);
    QCOMPARE(edited.order.version, order.version + 1);
    QCOMPARE(edited.order, m_bench->order(order.id));
    QCOMPARE(edited.undoUntilMs, m_bench->clock.nowMs() + undoHoldMs);
    QCOMPARE(m_bench->refunds(order.id).size(), 1U);
    QCOMPARE(m_bench->refunds(order.id).front().amountMinor, 176'000);
    QCOMPARE(m_bench->journal(order.id).last(), u"edit >"_s);
    QCOMPARE(m_bench->keptMinor(order.id), 2'000);

    // No provider hears of it before the undo time is over.
    m_bench->clock.advance(undoHoldMs - 1);
    m_bench->refundDue();
    QCOMPARE(m_bench->refunds(order.id).front().state, RefundState::Pending);
    m_bench->clock.advance(1);
    m_bench->refundDue();
    QCOMPARE(m_bench->refunds(order.id).front().state, RefundState::Refunded);
    QCOMPARE(m_bench->order(order.id).payment, PaymentState::PartiallyRefunded);
    QCOMPARE(m_bench->keptMinor(order.id), 2'000);
    QCOMPARE(m_bench->messages(order.id).back().message.event, MessageEvent::Refunded);
    QCOMPARE(m_bench->messages(order.id).back().amountMinor, 176'000);
}

void EditsTest::aWindowMovesItsPlace()
{
    const Order order = m_bench->paid();
    const DeliveryWindow later = ShopBench::window(100);
    QVERIFY(m_bench->edit(order.id, windowEdit(later)).has_value());
    QCOMPARE(m_bench->order(order.id).window, later);
    QCOMPARE(m_bench->taken(*order.window), 0);
    QCOMPARE(m_bench->taken(later), 1);
    QVERIFY(m_bench->edit(order.id, windowEdit(later)).has_value()); // where it is already
    QCOMPARE(m_bench->taken(later), 1);
    // A day that is closed for customers is the shop's own affair.
    const DeliveryWindow closed{ShopBench::today().addDays(3), 600, 720};
    QVERIFY(m_bench->edit(order.id, windowEdit(closed)).has_value());
    QCOMPARE(m_bench->taken(closed), 1);
}

void EditsTest::aFullWindowIsRefusedAtTheMoment()
{
    const Order order = m_bench->paid();
    const OrderEdit edit = windowEdit(ShopBench::window(1));
    const auto quote = m_bench->quote(order.id, edit).value();
    OrderDraft other = ShopBench::draft();
    other.window = ShopBench::window(1);
    QVERIFY(m_bench->place(other).has_value());
    const auto refused = m_bench->edits.apply(EditBench::requestFor(quote, edit)).takeResult();
    QCOMPARE(refused.error().code, RefusalCode::WindowFull);
    QCOMPARE(refused.error().value, ShopBench::window(5).key());
    QCOMPARE(m_bench->order(order.id), order);
    QCOMPARE(m_bench->taken(*order.window), 1);
    QCOMPARE(m_bench->taken(ShopBench::window(1)), 1);
}

void EditsTest::textsAreKeptOutOfTheJournal()
{
    const Order order = m_bench->paid();
    m_bench->setState(order.id, OrderState::Delivering);
    OrderEdit edit = cardEdit(u"비밀 편지"_s);
    edit.recipient = Contact{u"박하늘"_s, u"010-2222-3333"_s};
    edit.address = Address{u"부산 해운대구 1"_s, u"비밀번호 77"_s, u"48000"_s, {}};
    edit.request = u"벨 누르지 마세요"_s;
    const Order edited = m_bench->edit(order.id, edit).value().order;
    QCOMPARE(edited.cardMessage, u"비밀 편지"_s);
    QCOMPARE(edited.recipient.phone, u"01022223333"_s);
    QCOMPARE(edited.address.line, u"부산 해운대구 1"_s);
    QCOMPARE(edited.ribbonText, order.ribbonText);
    QCOMPARE(edited.total, order.total);
    QCOMPARE(edited, m_bench->order(order.id));
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM journal WHERE detail LIKE '%비밀%' OR detail "
                             "LIKE '%22223333%' OR detail LIKE '%박하늘%' OR detail LIKE '%벨%'"),
             0);
}

void EditsTest::undoWithinAndAfterTheHold_data()
{
    QTest::addColumn<OrderEdit>("edit");
    QTest::addColumn<int>("seconds");
    OrderEdit all = productEdit(ShopBench::Limited);
    all.qty = 1;
    all.window = ShopBench::window(100);
    all.cardMessage = u"다른 말"_s;
    const std::pair<const char *, OrderEdit> rows[] = {{"product", productEdit(ShopBench::Limited)},
                                                       {"pieces", qtyEdit(1)},
                                                       {"window", windowEdit(all.window.value())},
                                                       {"text", cardEdit(u"다른 말"_s)},
                                                       {"all", all}};
    for (const auto &[name, edit] : rows) {
        QTest::addRow("%s at 29 s", name) << edit << 29;
        QTest::addRow("%s at 31 s", name) << edit << 31;
    }
}

void EditsTest::undoWithinAndAfterTheHold()
{
    QFETCH(const OrderEdit, edit);
    QFETCH(const int, seconds);
    const Order before = m_bench->paid();
    const Order edited = m_bench->edit(before.id, edit).value().order;
    m_bench->setPrice(ShopBench::Peony, 100'000); // of no matter to what was sold
    m_bench->clock.advance(seconds * secondMs);
    if (seconds > 30) {
        const auto refused = m_bench->undo(before.id);
        QCOMPARE(refused.error().code, RefusalCode::UndoClosed);
        QCOMPARE(m_bench->order(before.id), edited);
        m_bench->refundDue();
        QCOMPARE(m_bench->keptMinor(before.id), edited.total.minor);
        return;
    }
    const Order undone = m_bench->undo(before.id).value().order;
    QCOMPARE(undone, m_bench->order(before.id));
    QCOMPARE(timeless(undone), timeless(before));
    QCOMPARE(undone.version, before.version + 2);
    QCOMPARE(m_bench->taken(*before.window), 1);
    QCOMPARE(m_bench->taken(ShopBench::window(100)), 0);
    QCOMPARE(m_bench->attempts(before.id).front().refundRequestedMinor, 0);
    QCOMPARE(m_bench->attempts(before.id).front().state, PaymentState::Paid);
    QCOMPARE(m_bench->keptMinor(before.id), before.total.minor);
    QCOMPARE(m_bench->ledgerMinor(before.id), before.total.minor);
    if (edited.total != before.total)
        QCOMPARE(m_bench->ledgerKinds(before.id).last(), LedgerKind::RefundWithdrawn);
    // Nothing is ever sent for what was withdrawn.
    m_bench->clock.advance(60 * secondMs);
    m_bench->refundDue();
    QCOMPARE(m_bench->keptMinor(before.id), before.total.minor);
    QCOMPARE(timeless(m_bench->order(before.id)), timeless(before));
    QCOMPARE(m_bench->undo(before.id).error().code, RefusalCode::UndoClosed);
}

void EditsTest::undoAfterTheProviderHeard()
{
    const Order before = m_bench->paid();
    const Order edited = m_bench->edit(before.id, qtyEdit(1)).value().order;
    m_bench->clock.advance(undoHoldMs);
    const QString refund = m_bench->refunds(before.id).front().id;
    QVERIFY(
        m_bench->write([&](Transaction &transaction) { return beginRefund(transaction, refund); })
            .has_value());
    m_bench->clock.advance(-2 * secondMs); // a computer's clock may be set back
    QCOMPARE(m_bench->undo(before.id).error().code, RefusalCode::UndoClosed);
    QCOMPARE(m_bench->order(before.id), edited);
}

void EditsTest::undoWhenThePlaceWasTaken()
{
    OrderDraft draft = ShopBench::draft();
    draft.window = ShopBench::window(1);
    const Order before = m_bench->paid(draft);
    OrderEdit edit = qtyEdit(1);
    edit.window = ShopBench::window(5);
    const Order edited = m_bench->edit(before.id, edit).value().order;
    QVERIFY(m_bench->place(draft).has_value());
    QCOMPARE(m_bench->undo(before.id).error().code, RefusalCode::WindowFull);
    QCOMPARE(m_bench->order(before.id), edited);
    QCOMPARE(m_bench->refunds(before.id).front().state, RefundState::Pending);
    QCOMPARE(m_bench->keptMinor(before.id), 89'000);
}

void EditsTest::onlyTheLastEditIsUndone()
{
    const Order first = m_bench->paid();
    const Order second = m_bench->edit(first.id, productEdit(ShopBench::Limited)).value().order;
    QVERIFY(m_bench->edit(first.id, qtyEdit(1)).has_value());
    QCOMPARE(m_bench->keptMinor(first.id), 1'000);
    QCOMPARE(timeless(m_bench->undo(first.id).value().order), timeless(second));
    QCOMPARE(m_bench->keptMinor(first.id), 2'000);
    QCOMPARE(m_bench->undo(first.id).error().code, RefusalCode::UndoClosed);
    // The reverse edit asks for its own difference.
    QCOMPARE(m_bench->quote(first.id, productEdit(ShopBench::Peony))->differenceMinor, 176'000);
}

void EditsTest::undoOnTheRoadIsRefused()
{
    const Order before = m_bench->paid();
    QVERIFY(m_bench->move(before.id, Verb::MarkMade).has_value());
    QVERIFY(m_bench->edit(before.id, qtyEdit(1)).has_value());
    QVERIFY(m_bench->move(before.id, Verb::StartDelivery).has_value());
    const auto refused = m_bench->undo(before.id);
    QCOMPARE(refused.error().code, RefusalCode::IllegalMove);
    QCOMPARE(refused.error().state, OrderState::Delivering);
    QCOMPARE(m_bench->order(before.id).qty, 1);
    QCOMPARE(m_bench->keptMinor(before.id), 89'000);
}

void EditsTest::undoKeepsAnEarlierRefund()
{
    const Order before = m_bench->paid();
    QVERIFY(m_bench->edit(before.id, qtyEdit(1)).has_value());
    m_bench->clock.advance(31 * secondMs);
    m_bench->refundDue();
    const Order refunded = m_bench->order(before.id);
    QCOMPARE(refunded.payment, PaymentState::PartiallyRefunded);
    QVERIFY(m_bench->edit(before.id, productEdit(ShopBench::Limited)).has_value());
    QCOMPARE(m_bench->order(before.id).payment, PaymentState::RefundPending);
    QCOMPARE(timeless(m_bench->undo(before.id).value().order), timeless(refunded));
    QCOMPARE(m_bench->keptMinor(before.id), 89'000);
}

void EditsTest::vendure4013_data()
{
    QTest::addColumn<OrderEdit>("edit");
    OrderEdit dearer = productEdit(ShopBench::Peony);
    dearer.qty = 3;
    QTest::newRow("cheaper") << productEdit(ShopBench::Limited);
    QTest::newRow("dearer") << dearer;
}

/// Edit, then undo: money that is not due must not go back.
void EditsTest::vendure4013()
{
    QFETCH(const OrderEdit, edit);
    const Order before = m_bench->paid();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(m_bench->edit(before.id, edit).has_value());
        const Order undone = m_bench->undo(before.id).value().order;
        QCOMPARE(timeless(undone), timeless(before));
    }
    m_bench->clock.advance(24 * 3600 * secondMs);
    m_bench->refundDue();
    QCOMPARE(m_bench->keptMinor(before.id), 178'000);
    QCOMPARE(m_bench->ledgerMinor(before.id), 178'000);
    for (const store::RefundRow &refund : m_bench->refunds(before.id))
        QCOMPARE(refund.state, RefundState::Withdrawn);
    QVERIFY(!m_bench->openRequest(before.id));
    // Cancelling gives back what was paid, once.
    QVERIFY(m_bench->move(before.id, Verb::Cancel).has_value());
    m_bench->refundDue();
    QCOMPARE(m_bench->keptMinor(before.id), 0);
    QCOMPARE(m_bench->attempts(before.id).front().refundedMinor, 178'000);
}

void EditsTest::doublePress()
{
    const Order order = m_bench->paid();
    const OrderEdit edit = qtyEdit(1);
    EditRequest request = EditBench::requestFor(*m_bench->quote(order.id, edit), edit);
    request.key = callKey(u"a"_s);
    std::vector<QFuture<Result<EditedOrder>>> presses(10);
    for (auto &press : presses)
        press = m_bench->edits.apply(request);
    for (auto &press : presses)
        QCOMPARE(press.takeResult().value().order.total.minor, 89'000);
    QCOMPARE(m_bench->refunds(order.id).size(), 1U);
    request.key = callKey(u"b"_s);
    QCOMPARE(m_bench->edits.apply(request).takeResult().error().code, RefusalCode::StaleVersion);
    request.key = callKey(u"a"_s, "another body");
    QCOMPARE(m_bench->edits.apply(request).takeResult().error().code, RefusalCode::KeyReused);

    EditRequest undo{order.id, {}, m_bench->order(order.id).version, 0, 1, callKey(u"u"_s)};
    auto first = m_bench->edits.undo(undo);
    auto second = m_bench->edits.undo(undo);
    QCOMPARE(first.takeResult().value().order, second.takeResult().value().order);
    QCOMPARE(m_bench->keptMinor(order.id), 178'000);
}

void EditsTest::twoDesksAtOnce()
{
    const Order order = m_bench->paid();
    const OrderEdit mine = qtyEdit(1);
    const OrderEdit theirs = productEdit(ShopBench::Limited);
    const auto myQuote = m_bench->quote(order.id, mine).value();
    const auto theirQuote = m_bench->quote(order.id, theirs).value();
    auto first = m_bench->edits.apply(EditBench::requestFor(myQuote, mine));
    auto second = m_bench->edits.apply(EditBench::requestFor(theirQuote, theirs));
    QVERIFY(first.takeResult().has_value());
    QCOMPARE(second.takeResult().error().code, RefusalCode::StaleVersion);
    QCOMPARE(m_bench->order(order.id).productId, qint64(ShopBench::Peony));
    QCOMPARE(m_bench->keptMinor(order.id), 89'000);
}

void EditsTest::editThenCancel_data()
{
    QTest::addColumn<bool>("refundLeft");
    QTest::newRow("held") << false;
    QTest::newRow("gone") << true;
}

void EditsTest::editThenCancel()
{
    QFETCH(const bool, refundLeft);
    const Order order = m_bench->paid();
    QVERIFY(m_bench->edit(order.id, qtyEdit(1)).has_value());
    if (refundLeft) {
        m_bench->clock.advance(31 * secondMs);
        m_bench->refundDue();
    }
    QVERIFY(m_bench->move(order.id, Verb::Cancel, Actor::Customer).has_value());
    QCOMPARE(m_bench->messages(order.id).back().amountMinor, 89'000);
    const RefusalCode refused = refundLeft ? RefusalCode::UndoClosed : RefusalCode::IllegalMove;
    QCOMPARE(m_bench->undo(order.id).error().code, refused);
    m_bench->clock.advance(31 * secondMs);
    m_bench->refundDue();
    QCOMPARE(m_bench->attempts(order.id).front().refundedMinor, 178'000);
    QCOMPARE(m_bench->order(order.id).payment, PaymentState::Refunded);
    QCOMPARE(m_bench->taken(*order.window), 0);
}

void EditsTest::moneyByHandStaysByHand()
{
    const qint64 id = m_bench->place(ShopBench::draft()).value().order.id;
    QVERIFY(m_bench->move(id, Verb::MarkPaid).has_value());
    for (const qint64 qty : {1, 3}) {
        QCOMPARE(m_bench->quote(id, qtyEdit(qty))->effect, EditEffect::ByHand);
        QVERIFY(m_bench->edit(id, qtyEdit(qty)).has_value());
        QCOMPARE(m_bench->order(id).total.minor, qty * 89'000);
    }
    QCOMPARE(m_bench->undo(id).value().order.total.minor, 89'000);
    QVERIFY(m_bench->refunds(id).empty());
    QCOMPARE(m_bench->order(id).payment, PaymentState::Paid);
}

void EditsTest::copiesAreEmptied()
{
    const Order order = m_bench->paid();
    QVERIFY(m_bench->edit(order.id, cardEdit(u"하나"_s)).has_value());
    QVERIFY(m_bench->edit(order.id, cardEdit(u"둘"_s)).has_value());
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM edits WHERE before <> ''"), 1);
    m_bench->clock.advance(undoHoldMs + 1);
    QVERIFY(m_bench
                ->write([](Transaction &transaction) -> Result<bool> {
                    store::forgetEditCopies(transaction.db(), transaction.nowMs() - undoHoldMs);
                    return true;
                })
                .has_value());
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM edits WHERE before <> ''"), 0);
}

QTEST_GUILESS_MAIN(EditsTest)
#include "tst_edits.moc"
