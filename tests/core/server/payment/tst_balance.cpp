// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/balance.h"

#include "core/server/payment/refundbooking.h"
#include "core/storage/server/ledgerstore.h"
#include "tests/core/server/payment/bookgateway.h"
#include "tests/support/shopbench.h"

#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <qcorofuture.h>

using namespace Qt::Literals::StringLiterals;
using namespace petalpost;
using namespace petalpost::server;
using namespace petalpost::test;

namespace {

using Kind = DifferenceKind;

constexpr qint64 hourMs = 3'600'000;

} // namespace

/// The balance over a real database, and what its buttons do.
class BalanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDayAddsUp();
    void aChargeNobodyBookedIsReadAgain();
    void aRefusedRefundIsAskedForAgain();
    void aRefundThatCameBackAndWentAgainAddsUp();
    void aRefundMadeOverThereIsBooked();
    void aPendingRefundIsAskedForNow();
    void bookedLateOnAnotherDay();
    void byReferenceOnly();
    void byHand();
    void theTillAddsUp();
    void flowersAgainAreNoSale();
    void yesterdaysUndecidedPaymentsAreNamedToday();
    void silenceIsADifference();
    void theDayIsTheShops();
    void repairsThatCannotBe();
    void aDayThatIsTooLong();

private:
    /// An order paid at the provider and booked.
    PlacedOrder paid();
    PlacedOrder placed()
    {
        return m_bench->place(ShopBench::draft(), std::nullopt, u"books"_s).value();
    }
    void charge(const PlacedOrder &order)
    {
        m_gateway->entries.push_back({order.attempt->id, u"key"_s, LedgerKind::Charge,
                                      order.order.total, m_bench->clock.nowMs()});
    }
    void settle(const PlacedOrder &order)
    {
        QVERIFY(QCoro::waitFor(m_payments->settle(order.attempt->id)).has_value());
    }
    void cancel(const PlacedOrder &order)
    {
        QVERIFY(m_bench->move(order.order.id, Verb::Cancel, Actor::Customer).has_value());
        for (const store::RefundRow &refund : m_bench->refunds(order.order.id))
            QCoro::waitFor(m_payments->runRefund(refund));
    }
    Balance balance(std::optional<QDate> date = {})
    {
        return QCoro::waitFor(m_balances->of(date)).value();
    }
    std::vector<Kind> kinds(std::optional<QDate> date = {})
    {
        std::vector<Kind> all;
        for (const Difference &difference : balance(date).differences)
            all.push_back(difference.kind);
        return all;
    }
    Result<RepairOutcome> repair(const RepairWish &wish)
    {
        return QCoro::waitFor(m_balances->repair(wish, 1));
    }
    /// Presses the button of the day's only difference.
    Result<RepairOutcome> repairOnly()
    {
        const Balance now = balance();
        if (now.differences.size() != 1 || now.differences.front().repair == Repair::None)
            return refuse(RefusalCode::NotFound);
        const Difference &only = now.differences.front();
        return repair({only.kind, only.orderId, only.attemptId});
    }
    void later(qint64 ms) { m_bench->clock.advance(ms); }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<BookGateway> m_gateway;
    std::unique_ptr<Payments> m_payments;
    std::unique_ptr<Balances> m_balances;
};

void BalanceTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_payments.reset();
    m_bench = std::make_unique<ShopBench>();
    m_gateway = std::make_unique<BookGateway>(m_bench->clock);
    m_payments =
        std::make_unique<Payments>(*m_bench->writer, *m_bench->reader, Gateways(*m_gateway));
    m_balances = std::make_unique<Balances>(*m_payments, *m_bench->reader, m_bench->clock);
}

PlacedOrder BalanceTest::paid()
{
    PlacedOrder order = placed();
    charge(order);
    settle(order);
    return order;
}

void BalanceTest::aDayAddsUp()
{
    QVERIFY(balance().isBalanced());
    const PlacedOrder kept = paid();
    cancel(paid());
    QVERIFY(m_bench->move(kept.order.id, Verb::StartMaking).has_value());
    QVERIFY(m_bench->move(kept.order.id, Verb::MarkMade).has_value());
    QVERIFY(m_bench->move(kept.order.id, Verb::StartDelivery).has_value());
    QVERIFY(m_bench->move(kept.order.id, Verb::CompleteDelivery).has_value());
    later(inFlightMs);
    const Balance today = balance();
    QVERIFY2(today.isBalanced(), today.differences.empty()
                                     ? "incomplete"
                                     : word(today.differences.front().kind).data());
    QCOMPARE(today.orders, 2);
    QCOMPARE(today.gateways.size(), 1U);
    const MoneyMoved expected{2 * kept.order.total.minor, 0, kept.order.total.minor, 0, 0, 0};
    QVERIFY(today.gateways.front().moved == expected);
    QCOMPARE(balance(today.date.addDays(-1)).orders, 0);
}

void BalanceTest::aChargeNobodyBookedIsReadAgain()
{
    const PlacedOrder order = placed();
    charge(order);
    later(inFlightMs);
    QCOMPARE(kinds(), std::vector{Kind::UnknownCharge});
    QCOMPARE(repairOnly().value(), RepairOutcome::Asked);
    QCOMPARE(m_bench->order(order.order.id).state, OrderState::Paid);
    QVERIFY(balance().isBalanced());
}

void BalanceTest::aRefusedRefundIsAskedForAgain()
{
    const PlacedOrder order = paid();
    m_gateway->refusesRefunds = true;
    cancel(order);
    later(inFlightMs);
    const Balance before = balance();
    QCOMPARE(before.differences.size(), 1U);
    QVERIFY(before.differences.front().kind == Kind::RefundFailed);
    QCOMPARE(before.differences.front().detail, u"NO_BALANCE"_s);
    QCOMPARE(repairOnly().value(), RepairOutcome::Asked);
    QCOMPARE(kinds(), std::vector{Kind::RefundFailed}); // refused again, and still named
    m_gateway->refusesRefunds = false;
    const RepairWish wish{Kind::RefundFailed, order.order.id, order.attempt->id};
    QCOMPARE(repair(wish).value(), RepairOutcome::Asked);
    QCOMPARE(repair(wish).value(), RepairOutcome::NothingLeft);
    QCOMPARE(m_gateway->entries.size(), 2U); // one charge, one refund
    later(inFlightMs);
    QVERIFY(balance().isBalanced());
}

void BalanceTest::aRefundThatCameBackAndWentAgainAddsUp()
{
    const PlacedOrder order = paid();
    cancel(order);
    ProviderEntry back = m_gateway->entries.back();
    m_gateway->entries.pop_back(); // lookup() says that less went back
    settle(order);
    m_gateway->entries.push_back(back);
    back.kind = LedgerKind::RefundFailed;
    later(inFlightMs);
    QCOMPARE(m_bench->attempts(order.order.id).front().state, PaymentState::RefundFailed);
    const RepairWish wish{Kind::RefundFailed, order.order.id, order.attempt->id};
    QCOMPARE(repair(wish).value(), RepairOutcome::Asked);
    m_gateway->entries.push_back(back);
    later(inFlightMs);
    QVERIFY(balance().isBalanced());
    QCOMPARE(balance().gateways.front().moved.refundedMinor, order.order.total.minor);
}

void BalanceTest::aRefundMadeOverThereIsBooked()
{
    const PlacedOrder order = paid();
    m_gateway->entries.push_back(
        {order.attempt->id, u"key"_s, LedgerKind::Refund, {5'000, {}}, m_bench->clock.nowMs()});
    later(inFlightMs);
    QCOMPARE(kinds(), std::vector{Kind::UnbookedRefund});
    QCOMPARE(repairOnly().value(), RepairOutcome::Asked);
    QVERIFY(balance().isBalanced());
    QCOMPARE(balance().gateways.front().moved.refundedMinor, 5'000);
}

void BalanceTest::aPendingRefundIsAskedForNow()
{
    const PlacedOrder order = paid();
    m_gateway->silent = true;
    cancel(order);
    m_bench->tamper(u"UPDATE messages SET state = 'sent'"_s); // nobody sends any here
    later(settleWithinMs);
    m_gateway->silent = false;
    QCOMPARE(kinds(), std::vector{Kind::RefundPending});
    QCOMPARE(repairOnly().value(), RepairOutcome::Asked);
    QVERIFY(balance().isBalanced());
    QCOMPARE(m_bench->order(order.order.id).payment, PaymentState::Refunded);
}

void BalanceTest::bookedLateOnAnotherDay()
{
    const QDate day = ShopBench::today();
    const PlacedOrder order = placed();
    charge(order);
    later(40 * hourMs); // beyond every tolerance
    settle(order);
    later(inFlightMs);
    QVERIFY(balance(day).isBalanced());
    QVERIFY(balance(day.addDays(1)).isBalanced());
    QCOMPARE(balance(day.addDays(2)).differences.size(), 0U);
}

void BalanceTest::byReferenceOnly()
{
    const PlacedOrder order = paid();
    m_gateway->entries.push_back(
        {{}, u"pi_1"_s, LedgerKind::Refund, {5'000, {}}, m_bench->clock.nowMs()});
    later(inFlightMs);
    QCOMPARE(balance().differences.front().orderId, 0);
    m_bench->write([id = order.attempt->id](Transaction &transaction) -> Result<bool> {
        auto attempt = *store::findAttempt(transaction.db(), id);
        attempt.providerReference = u"pi_1"_s;
        store::updateAttempt(transaction.db(), attempt);
        return true;
    });
    QCOMPARE(balance().differences.front().orderId, order.order.id);
    QVERIFY(balance().differences.front().repair == Repair::ReadAgain);
}

void BalanceTest::byHand()
{
    const PlacedOrder order = m_bench->place(ShopBench::draft()).value();
    QVERIFY(m_bench->move(order.order.id, Verb::MarkPaid).has_value());
    const Order lost = m_bench->paidOrder(ShopBench::draft()); // paid, and nothing in the ledger
    later(inFlightMs);
    const Balance today = balance();
    QCOMPARE(today.orders, 2);
    QCOMPARE(today.ordersByHand, 1);
    QCOMPARE(today.byHand, std::vector<Money>{order.order.total});
    QCOMPARE(today.differences.size(), 1U);
    QVERIFY(today.differences.front().kind == Kind::PaidWithoutCharge);
    QCOMPARE(today.differences.front().orderId, lost.id);
}

/// Paid at the counter and given back; paid after the flowers had gone out.
void BalanceTest::theTillAddsUp()
{
    const auto take = [this](bool paid) {
        PlaceRequest request;
        request.draft = ShopBench::draft();
        request.desk = DeskTerms{DeskMethod::Cash, paid, 0};
        return m_bench->orders.place(std::move(request)).takeResult().value().order;
    };
    const Order returned = take(true);
    const Order late = take(false);
    QVERIFY(m_bench->move(returned.id, Verb::Cancel));
    for (const store::RefundRow &refund : m_bench->refunds(returned.id))
        QCoro::waitFor(m_payments->runRefund(refund));
    QCOMPARE(m_bench->order(returned.id).payment, PaymentState::Refunded);
    for (const Verb verb : {Verb::MarkMade, Verb::StartDelivery, Verb::CompleteDelivery}) {
        later(1);
        QVERIFY(m_bench->move(late.id, verb));
    }
    later(1);
    QVERIFY(m_bench->move(late.id, Verb::MarkPaid));
    later(inFlightMs);
    const Balance today = balance();
    const auto till = std::ranges::find(today.gateways, u"desk"_s, &GatewaySums::gateway);
    QVERIFY(till != today.gateways.end());
    QCOMPARE(till->moved.chargedMinor, 2 * late.total.minor);
    QCOMPARE(till->moved.refundedMinor, late.total.minor);
    for (const Difference &difference : today.differences) // the texts' outbox does not run here
        QVERIFY2(difference.kind == Kind::SmsMissing && difference.orderId != 0,
                 word(difference.kind).data());
    QCOMPARE(today.ordersByHand, 2);
}

void BalanceTest::flowersAgainAreNoSale()
{
    const PlacedOrder order = paid();
    for (const Verb verb :
         {Verb::StartMaking, Verb::MarkMade, Verb::StartDelivery, Verb::CompleteDelivery})
        QVERIFY(m_bench->move(order.order.id, verb).has_value());
    MoveRequest resend;
    resend.orderId = order.order.id;
    resend.verb = Verb::Resend;
    resend.actor = Actor::Florist;
    resend.window = order.order.window;
    const auto original = m_bench->move(resend);
    QVERIFY(original.has_value());
    QVERIFY(original->resentAs != 0);
    later(inFlightMs);
    const Balance today = balance();
    QVERIFY2(today.isBalanced(), today.differences.empty()
                                     ? "incomplete"
                                     : word(today.differences.front().kind).data());
    QCOMPARE(today.orders, 1);
}

void BalanceTest::yesterdaysUndecidedPaymentsAreNamedToday()
{
    const PlacedOrder order = placed();
    m_gateway->silent = true;
    QVERIFY(!QCoro::waitFor(m_payments->settle(order.attempt->id)).has_value());
    m_gateway->silent = false;
    later(30 * hourMs);
    QCOMPARE(kinds(), std::vector{Kind::PaymentUndecided});
    QCOMPARE(repairOnly().value(), RepairOutcome::Asked); // nobody had paid
    QVERIFY(balance().isBalanced());
}

void BalanceTest::silenceIsADifference()
{
    const PlacedOrder order = paid();
    later(inFlightMs);
    m_gateway->silent = true;
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be read for the balance"_s));
    const Balance today = balance();
    QVERIFY(!today.isBalanced());
    QCOMPARE(today.differences.size(), 1U);
    QVERIFY(today.differences.front().kind == Kind::ProviderNotRead);
    QVERIFY(today.gateways.front().list == ListState::NotRead);
    const auto refused = repair({Kind::PaymentUndecided, order.order.id, order.attempt->id});
    QCOMPARE(refused.error().code, RefusalCode::ProviderUnavailable);
}

void BalanceTest::theDayIsTheShops()
{
    const Balance today = balance();
    QCOMPARE(today.date, ShopBench::today());
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(today.fromMs, ShopBench::settings().zone)
                 .toString(u"yyyy-MM-dd HH:mm"_s),
             u"2026-11-30 00:00"_s);
    QCOMPARE(today.toMs - today.fromMs, 24 * hourMs);
    const auto tomorrow = QCoro::waitFor(m_balances->of(ShopBench::today().addDays(1)));
    QCOMPARE(tomorrow.error().code, RefusalCode::OutOfRange);
}

void BalanceTest::repairsThatCannotBe()
{
    const PlacedOrder order = paid();
    const qint64 id = order.order.id;
    const int lookups = m_gateway->lookups;
    QCOMPARE(repair({Kind::MissingCharge, id, {}}).error().code, RefusalCode::OutOfRange);
    QCOMPARE(repair({Kind::RefundFailed, id, u"x"_s}).error().code, RefusalCode::NotFound);
    QCOMPARE(repair({Kind::RefundFailed, id + 1, {}}).error().code, RefusalCode::NotFound);
    QCOMPARE(repair({Kind::RefundFailed, id, {}}).value(), RepairOutcome::NothingLeft);
    QCOMPARE(m_gateway->lookups, lookups);
}

void BalanceTest::aDayThatIsTooLong()
{
    const PlacedOrder order = paid();
    const auto fill = [&](int count) {
        m_bench->write([&](Transaction &transaction) -> Result<bool> {
            for (int i = 0; i < count; ++i) {
                store::addLedgerEntry(transaction, {0,
                                                    0,
                                                    order.order.id,
                                                    order.attempt->id,
                                                    LedgerKind::Fee,
                                                    {1, {}},
                                                    QString::number(transaction.nextId("x"_L1)),
                                                    {}});
            }
            return true;
        });
    };
    fill(Balances::maxEntries - Balances::pageSize);
    later(inFlightMs);
    QVERIFY(balance().isBalanced());
    fill(Balances::pageSize);
    QVERIFY(!balance().complete);
    QVERIFY(!balance().isBalanced());
    QVERIFY(balance().differences.empty());
}

QTEST_GUILESS_MAIN(BalanceTest)
#include "tst_balance.moc"
