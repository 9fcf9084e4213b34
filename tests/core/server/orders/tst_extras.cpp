// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/server/orders/editbench.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

constexpr qint64 secondMs = 1'000;

OrderEdit asked(OrderEdit edit)
{
    edit.asksFirst = true;
    return edit;
}

} // namespace

/// Edits that ask the customer first: for money, or for a yes.
class ExtrasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDearerEditWaitsForItsMoney();
    void whatWasAskedIsWhatIsPaid();
    void undoWithdrawsTheRequest();
    void paidTwiceCountsOnce();
    void paidAfterCancelGoesBack();
    void paidWhenThePlaceIsGoneGoesBack();
    void paidTooLateGoesBack();
    void aRequestBeingPaidDoesNotExpire();
    void anotherEditEndsTheRequest();
    void textsLeaveTheRequest();
    void cancelGivesBackChargesAndExtras();
    void reverseOfAPaidExtra();
    void theCustomerAnswers_data();
    void theCustomerAnswers();
    void anAnswerThatComesTooLate();
    void everyWonIsAccountedFor_data();
    void everyWonIsAccountedFor();

private:
    Order order() { return m_bench->order(m_id); }
    PaymentState stateOf(const QString &attemptId)
    {
        return m_bench
            ->read([&](Database &database) { return store::findAttempt(database, attemptId); })
            ->state;
    }
    void expire()
    {
        const auto due = m_bench->read([this](Database &database) {
            return store::overdueChargeRequests(database, m_bench->clock.nowMs(), 10);
        });
        for (const auto &request : due) {
            QVERIFY(m_bench
                        ->write([&](Transaction &transaction) {
                            return expireRequest(transaction, request.orderId, request.number);
                        })
                        .has_value());
        }
    }
    void step(QRandomGenerator &random, QStringList &open);

    std::unique_ptr<EditBench> m_bench;
    qint64 m_id = 0;
};

void ExtrasTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_bench = std::make_unique<EditBench>();
    m_id = m_bench->paid().id;
}

void ExtrasTest::aDearerEditWaitsForItsMoney()
{
    const Order before = order();
    OrderEdit edit = qtyEdit(3);
    edit.window = ShopBench::window(100);
    const Order waiting = m_bench->edit(m_id, edit).value().order;
    QCOMPARE(waiting.qty, 2);
    QCOMPARE(waiting.total.minor, 178'000);
    QCOMPARE(waiting.window, before.window);
    QCOMPARE(waiting.payment, PaymentState::Paid);
    QCOMPARE(waiting.pendingEdit, (PendingEdit{PendingState::Waiting, 89'000}));
    QCOMPARE(waiting.version, before.version + 1);
    QCOMPARE(m_bench->order(m_id), waiting);
    const auto sms = m_bench->messages(m_id).back();
    QCOMPARE(sms.message.event, MessageEvent::EditAsked);
    QCOMPARE(sms.message.state, MessageState::Held);
    QCOMPARE(sms.amountMinor, 89'000);

    const auto pending = m_bench->edits.pending(m_id).takeResult().value();
    QVERIFY(pending.has_value());
    QCOMPARE(pending->after.qty, 3);
    QCOMPARE(pending->differenceMinor, 89'000);
    // A yes alone does not do: it costs something.
    QCOMPARE(m_bench->edits.answer(m_id, pending->number, true).takeResult().error().code,
             RefusalCode::IllegalMove);

    const auto attempt = m_bench->openExtra(m_id).value();
    QCOMPARE(attempt.amount.minor, 89'000);
    QCOMPARE(attempt.chargeRequest, 1);
    QCOMPARE(attempt.taxFreeMinor, 0);
    QCOMPARE(m_bench->openExtra(m_id).value().id, attempt.id);
    QVERIFY(m_bench->approve(attempt.id).has_value());
    const Order after = order();
    QCOMPARE(after.qty, 3);
    QCOMPARE(after.total.minor, 267'000);
    QCOMPARE(after.window, edit.window);
    QCOMPARE(after.payment, PaymentState::Paid);
    QVERIFY(!after.pendingEdit);
    QCOMPARE(m_bench->taken(*before.window), 0);
    QCOMPARE(m_bench->taken(*edit.window), 1);
    QCOMPARE(m_bench->keptMinor(m_id), 267'000);
    QCOMPARE(m_bench->ledgerMinor(m_id), 267'000);
    QCOMPARE(m_bench->number("SELECT COUNT(*) FROM charge_requests WHERE edit <> '{}'"), 0);
    QCOMPARE(m_bench->undo(m_id).error().code, RefusalCode::UndoClosed);
}

void ExtrasTest::whatWasAskedIsWhatIsPaid()
{
    m_bench->setPrice(ShopBench::Limited, 200'000);
    QVERIFY(m_bench->edit(m_id, productEdit(ShopBench::Limited)).has_value());
    m_bench->setPrice(ShopBench::Limited, 300'000);
    const auto attempt = m_bench->openExtra(m_id).value();
    QCOMPARE(attempt.taxFreeMinor, attempt.amount.minor); // these flowers are
    QCOMPARE(attempt.amount.minor, 222'000);
    QVERIFY(m_bench->approve(attempt.id).has_value());
    QCOMPARE(order().total.minor, 400'000);
    QCOMPARE(m_bench->keptMinor(m_id), 400'000);
}

void ExtrasTest::undoWithdrawsTheRequest()
{
    const Order before = order();
    QVERIFY(m_bench->edit(m_id, qtyEdit(3)).has_value());
    const auto attempt = m_bench->openExtra(m_id).value();
    Order undone = m_bench->undo(m_id).value().order;
    undone.version = before.version;
    QCOMPARE(undone, before);
    QCOMPARE(m_bench->messages(m_id).back().message.state, MessageState::Withdrawn);
    QCOMPARE(m_bench->openExtra(m_id).error().code, RefusalCode::IllegalMove);
    QVERIFY(m_bench->approve(attempt.id).has_value()); // the customer was faster
    QCOMPARE(order().qty, 2);
    QCOMPARE(stateOf(attempt.id), PaymentState::RefundPending);
    QCOMPARE(m_bench->keptMinor(m_id), 178'000);
    QCOMPARE(order().payment, PaymentState::Paid);
}

void ExtrasTest::paidTwiceCountsOnce()
{
    QVERIFY(m_bench->edit(m_id, qtyEdit(3)).has_value());
    const auto first = m_bench->openExtra(m_id).value();
    const QString second = m_bench
                               ->write([&](Transaction &transaction) -> Result<QString> {
                                   PaymentAttempt other = first;
                                   other.id = u"another"_s;
                                   storeAttempt(transaction, other);
                                   return other.id;
                               })
                               .value();
    QVERIFY(m_bench->approve(first.id).has_value());
    QVERIFY(m_bench->approve(second).has_value());
    QVERIFY(m_bench->approve(second).has_value());
    QCOMPARE(order().qty, 3);
    QCOMPARE(order().total.minor, 267'000);
    QCOMPARE(stateOf(second), PaymentState::RefundPending);
    QCOMPARE(order().payment, PaymentState::Paid);
    m_bench->refundDue();
    QCOMPARE(stateOf(second), PaymentState::Refunded);
    QCOMPARE(order().payment, PaymentState::Paid);
    QCOMPARE(m_bench->keptMinor(m_id), 267'000);
}

void ExtrasTest::paidAfterCancelGoesBack()
{
    QVERIFY(m_bench->edit(m_id, qtyEdit(3)).has_value());
    const auto attempt = m_bench->openExtra(m_id).value();
    QVERIFY(m_bench->move(m_id, Verb::Cancel, Actor::Customer).has_value());
    QVERIFY(!m_bench->openRequest(m_id));
    QVERIFY(!order().pendingEdit);
    QVERIFY(m_bench->approve(attempt.id).has_value());
    QCOMPARE(order().state, OrderState::Cancelled);
    m_bench->refundDue();
    QCOMPARE(m_bench->keptMinor(m_id), 0);
    QCOMPARE(order().payment, PaymentState::Refunded);
    QCOMPARE(stateOf(attempt.id), PaymentState::Refunded);
}

void ExtrasTest::paidWhenThePlaceIsGoneGoesBack()
{
    OrderEdit edit = qtyEdit(3);
    edit.window = ShopBench::window(1);
    QVERIFY(m_bench->edit(m_id, edit).has_value());
    const auto attempt = m_bench->openExtra(m_id).value();
    OrderDraft other = ShopBench::draft();
    other.window = ShopBench::window(1);
    QVERIFY(m_bench->place(other).has_value());
    // Nobody is made to pay for what is gone.
    QVERIFY(!m_bench->edits.pending(m_id).takeResult().value());
    const auto begun = m_bench->write(
        [&](Transaction &transaction) { return beginConfirm(transaction, attempt.id); });
    QCOMPARE(begun.value().state, PaymentState::Failed);
    QCOMPARE(order().payment, PaymentState::Paid);
    // A provider that had taken it all the same gives it back.
    QVERIFY(m_bench->approve(attempt.id).has_value());
    QCOMPARE(order().qty, 2);
    QCOMPARE(order().pendingEdit->state, PendingState::Lapsed);
    QCOMPARE(m_bench->keptMinor(m_id), 178'000);
    m_bench->refundDue();
    QCOMPARE(m_bench->messages(m_id).back().message.event, MessageEvent::Refunded);
    QCOMPARE(m_bench->taken(ShopBench::window(1)), 1);
}

void ExtrasTest::paidTooLateGoesBack()
{
    QVERIFY(m_bench->edit(m_id, qtyEdit(3)).has_value());
    const auto attempt = m_bench->openExtra(m_id).value();
    m_bench->clock.advance(answerMs - 1);
    expire();
    QVERIFY(m_bench->openRequest(m_id).has_value());
    m_bench->clock.advance(24 * 3600 * secondMs);
    expire();
    QVERIFY(!m_bench->openRequest(m_id));
    QCOMPARE(order().pendingEdit->state, PendingState::Expired);
    QVERIFY(m_bench->approve(attempt.id).has_value());
    QCOMPARE(order().qty, 2);
    QCOMPARE(m_bench->keptMinor(m_id), 178'000);
}

void ExtrasTest::aRequestBeingPaidDoesNotExpire()
{
    QVERIFY(m_bench->edit(m_id, qtyEdit(3)).has_value());
    const auto attempt = m_bench->openExtra(m_id).value();
    m_bench->clock.advance(answerMs - 1);
    const auto confirming = m_bench->write(
        [&](Transaction &transaction) { return beginConfirm(transaction, attempt.id); });
    QCOMPARE(confirming.value().state, PaymentState::Confirming);
    QCOMPARE(order().payment, PaymentState::Paid);
    m_bench->clock.advance(2);
    expire();
    QVERIFY(m_bench->approve(attempt.id).has_value());
    QCOMPARE(order().qty, 3);
    QCOMPARE(m_bench->keptMinor(m_id), 267'000);
}

void ExtrasTest::anotherEditEndsTheRequest()
{
    QVERIFY(m_bench->edit(m_id, qtyEdit(3)).has_value());
    const auto attempt = m_bench->openExtra(m_id).value();
    QVERIFY(m_bench->edit(m_id, qtyEdit(1)).has_value());
    QVERIFY(!order().pendingEdit);
    QVERIFY(m_bench->approve(attempt.id).has_value());
    QCOMPARE(order().qty, 1);
    QCOMPARE(m_bench->keptMinor(m_id), 89'000);
}

void ExtrasTest::textsLeaveTheRequest()
{
    QVERIFY(m_bench->edit(m_id, qtyEdit(3)).has_value());
    QVERIFY(m_bench->edit(m_id, cardEdit(u"그사이"_s)).has_value());
    QCOMPARE(order().pendingEdit->state, PendingState::Waiting);
    QVERIFY(m_bench->approve(m_bench->openExtra(m_id).value().id).has_value());
    QCOMPARE(order().qty, 3);
    QCOMPARE(order().cardMessage, u"그사이"_s);
}

void ExtrasTest::cancelGivesBackChargesAndExtras()
{
    QVERIFY(m_bench->edit(m_id, qtyEdit(3)).has_value());
    QVERIFY(m_bench->approve(m_bench->openExtra(m_id).value().id).has_value());
    QVERIFY(m_bench->move(m_id, Verb::Cancel).has_value());
    QCOMPARE(m_bench->messages(m_id).back().amountMinor, 267'000);
    QCOMPARE(m_bench->refunds(m_id).size(), 2U);
    m_bench
        ->write([&](Transaction &transaction) {
            const auto row = m_bench->refunds(m_id).front();
            return bookRefund(transaction, row.id,
                              ProviderRefund{row.id, ProviderRefund::State::Done, {}});
        })
        .value();
    QCOMPARE(order().payment, PaymentState::RefundPending); // not before both are done
    m_bench->refundDue();
    QCOMPARE(order().payment, PaymentState::Refunded);
    QCOMPARE(m_bench->keptMinor(m_id), 0);
}

void ExtrasTest::reverseOfAPaidExtra()
{
    QVERIFY(m_bench->edit(m_id, qtyEdit(3)).has_value());
    QVERIFY(m_bench->approve(m_bench->openExtra(m_id).value().id).has_value());
    const Order three = order();
    QVERIFY(m_bench->edit(m_id, qtyEdit(1)).has_value());
    QCOMPARE(m_bench->keptMinor(m_id), 89'000);
    Order undone = m_bench->undo(m_id).value().order;
    undone.version = three.version;
    QCOMPARE(undone, three);
    QVERIFY(m_bench->edit(m_id, qtyEdit(1)).has_value());
    m_bench->clock.advance(31 * secondMs);
    m_bench->refundDue();
    QCOMPARE(order().payment, PaymentState::PartiallyRefunded);
    QCOMPARE(m_bench->keptMinor(m_id), 89'000);
}

void ExtrasTest::theCustomerAnswers_data()
{
    QTest::addColumn<OrderEdit>("edit");
    QTest::addColumn<qint64>("totalMinor");
    QTest::newRow("free") << asked(windowEdit(ShopBench::window(100))) << qint64(178'000);
    QTest::newRow("cheaper") << asked(qtyEdit(1)) << qint64(89'000);
}

void ExtrasTest::theCustomerAnswers()
{
    QFETCH(const OrderEdit, edit);
    QFETCH(const qint64, totalMinor);
    const Order before = order();
    QVERIFY(m_bench->edit(m_id, edit).has_value());
    QCOMPARE(order().total, before.total);
    QCOMPARE(m_bench->messages(m_id).back().amountMinor, 0);
    const Order declined = m_bench->edits.answer(m_id, 1, false).takeResult().value();
    QCOMPARE(declined.pendingEdit->state, PendingState::Declined);
    QCOMPARE(declined.window, before.window);
    QCOMPARE(m_bench->edits.answer(m_id, 1, true).takeResult().error().code,
             RefusalCode::IllegalMove);
    QCOMPARE(m_bench->keptMinor(m_id), 178'000);

    QVERIFY(m_bench->edit(m_id, edit).has_value());
    QCOMPARE(m_bench->edits.answer(m_id, 1, true).takeResult().error().code,
             RefusalCode::IllegalMove); // an old page
    const Order agreed = m_bench->edits.answer(m_id, 2, true).takeResult().value();
    QVERIFY(!agreed.pendingEdit);
    QCOMPARE(agreed.total.minor, totalMinor);
    QCOMPARE(agreed.window, edit.window ? edit.window : before.window);
    QCOMPARE(m_bench->keptMinor(m_id), totalMinor);
    m_bench->refundDue(); // the customer has agreed: nothing to wait for
    QCOMPARE(m_bench->refunds(m_id).size(), totalMinor == 178'000 ? 0U : 1U);
    for (const auto &refund : m_bench->refunds(m_id))
        QCOMPARE(refund.state, RefundState::Refunded);
}

void ExtrasTest::anAnswerThatComesTooLate()
{
    QVERIFY(m_bench->edit(m_id, asked(productEdit(ShopBench::Limited))).has_value());
    m_bench->tamper(u"UPDATE products SET sold_out = 1 WHERE id = %1"_s.arg(ShopBench::Limited));
    const Order lapsed = m_bench->edits.answer(m_id, 1, true).takeResult().value();
    QCOMPARE(lapsed.pendingEdit->state, PendingState::Lapsed);
    QCOMPARE(lapsed.productId, qint64(ShopBench::Peony));
    QCOMPARE(m_bench->keptMinor(m_id), 178'000);
}

void ExtrasTest::everyWonIsAccountedFor_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// One thing that a florist, a customer, a provider or time may do; refusals are fine.
void ExtrasTest::step(QRandomGenerator &random, QStringList &open)
{
    const auto some = [&](int below) { return int(random.bounded(below)); };
    switch (some(9)) {
    case 0:
    case 1:
    case 2: {
        OrderEdit edit;
        if (some(2) == 0)
            edit.qty = 1 + some(4);
        if (some(3) == 0)
            edit.productId = some(2) == 0 ? ShopBench::Limited : ShopBench::Peony;
        if (some(3) == 0)
            edit.window = ShopBench::window(some(2) == 0 ? 5 : 100);
        if (some(3) == 0)
            edit.cardMessage = QString::number(some(100));
        edit.asksFirst = some(4) == 0;
        m_bench->edit(m_id, edit);
        break;
    }
    case 3:
        m_bench->undo(m_id);
        break;
    case 4:
        if (const auto attempt = m_bench->openExtra(m_id))
            open.append(attempt->id);
        break;
    case 5:
        if (!open.isEmpty())
            m_bench->approve(open.at(some(int(open.size()))));
        break;
    case 6:
        m_bench->edits.answer(m_id, 1 + some(4), some(2) == 0).waitForFinished();
        break;
    case 7:
        m_bench->clock.advance(some(3) == 0 ? answerMs : qint64(some(40)) * secondMs);
        expire();
        m_bench->refundDue();
        break;
    case 8:
        if (some(12) == 0)
            m_bench->move(m_id, Verb::Cancel, Actor::Florist);
        else
            m_bench->setPrice(ShopBench::Limited, 1'000 + some(200) * 1'000);
        break;
    }
}

/// After whatever happened: what was taken, less what went back or is on its way back, is exactly
/// what the order keeps.
void ExtrasTest::everyWonIsAccountedFor()
{
    QFETCH(const quint32, seed);
    QRandomGenerator random(seed);
    QStringList open;
    for (int i = 0; i < 40; ++i) {
        step(random, open);
        const Order now = order();
        const qint64 keeps = now.state == OrderState::Cancelled ? 0 : now.total.minor;
        QCOMPARE(m_bench->keptMinor(m_id), keeps);
        QCOMPARE(m_bench->ledgerMinor(m_id), keeps);
        QCOMPARE(now.total.minor, now.qty * now.unitPrice.minor);
        int places = 0;
        for (const int capacity : {1, 5, 100})
            places += m_bench->taken(ShopBench::window(capacity));
        QCOMPARE(places, now.state == OrderState::Cancelled ? 0 : 1);
        QVERIFY(now.state == OrderState::Cancelled || m_bench->taken(*now.window) == 1);
        const bool waiting = now.pendingEdit && now.pendingEdit->state == PendingState::Waiting;
        QCOMPARE(m_bench->openRequest(m_id).has_value(), waiting);
        const auto refunds = m_bench->refunds(m_id);
        for (const PaymentAttempt &attempt : m_bench->attempts(m_id)) {
            qint64 asked = 0;
            for (const auto &refund : refunds) {
                const bool counts =
                    refund.attemptId == attempt.id && refund.state != RefundState::Withdrawn;
                asked += counts ? refund.amountMinor : 0;
            }
            QCOMPARE(attempt.refundRequestedMinor, asked);
        }
    }
}

QTEST_GUILESS_MAIN(ExtrasTest)
#include "tst_extras.moc"
