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

} // namespace

/// Edits that are taken back, or overtaken by a cancel: no money moves that is not due.
class EditUndoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_bench = std::make_unique<EditBench>();
    }

    void undoWithinAndAfterTheHold_data();
    void undoWithinAndAfterTheHold();
    void undoAfterTheProviderHeard();
    void undoWhenThePlaceWasTaken();
    void onlyTheLastEditIsUndone();
    void undoOnTheRoadIsRefused();
    void undoKeepsAnEarlierRefund();
    void vendure4013_data();
    void vendure4013();
    void editThenCancel_data();
    void editThenCancel();
    void copiesAreEmptied();

private:
    std::unique_ptr<EditBench> m_bench;
};

void EditUndoTest::undoWithinAndAfterTheHold_data()
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

void EditUndoTest::undoWithinAndAfterTheHold()
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

void EditUndoTest::undoAfterTheProviderHeard()
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

void EditUndoTest::undoWhenThePlaceWasTaken()
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

void EditUndoTest::onlyTheLastEditIsUndone()
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

void EditUndoTest::undoOnTheRoadIsRefused()
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

void EditUndoTest::undoKeepsAnEarlierRefund()
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

void EditUndoTest::vendure4013_data()
{
    QTest::addColumn<OrderEdit>("edit");
    OrderEdit dearer = productEdit(ShopBench::Peony);
    dearer.qty = 3;
    QTest::newRow("cheaper") << productEdit(ShopBench::Limited);
    QTest::newRow("dearer") << dearer;
}

/// Edit, then undo: money that is not due must not go back.
void EditUndoTest::vendure4013()
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

void EditUndoTest::editThenCancel_data()
{
    QTest::addColumn<bool>("refundLeft");
    QTest::newRow("held") << false;
    QTest::newRow("gone") << true;
}

void EditUndoTest::editThenCancel()
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

void EditUndoTest::copiesAreEmptied()
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

QTEST_GUILESS_MAIN(EditUndoTest)
#include "tst_editundo.moc"
