// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/payments.h"

#include <qcorofuture.h>

#include <QtCore/QLoggingCategory>
#include <QtCore/QUuid>

#include <algorithm>

Q_LOGGING_CATEGORY(lcPayment, "petalpost.payment")

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

constexpr int sweepLimit = 64; ///< holds or refunds handled in one sweep

bool isOpen(const PaymentAttempt &attempt)
{
    return attempt.state == PaymentState::Pending || attempt.state == PaymentState::Confirming
           || attempt.state == PaymentState::Unknown;
}

/// Money that came for an order which does not want it (any more): booked as the provider took it,
/// and sent back whole.
void bookSurplus(Transaction &transaction, Order &order, PaymentAttempt attempt,
                 const QString &reason)
{
    Database &database = transaction.db();
    attempt.state = PaymentState::RefundPending;
    attempt.refundRequestedMinor = attempt.amount.minor;
    store::markSurplus(database, attempt.id);
    store::updateAttempt(database, attempt);
    store::insertRefund(database, {QUuid::createUuid().toString(QUuid::WithoutBraces), attempt.id,
                                   order.id, attempt.amount.minor, reason,
                                   PaymentState::RefundPending, transaction.nowMs(), 0});
    if (order.payment == PaymentState::Pending || order.payment == PaymentState::Failed)
        order.payment = PaymentState::RefundPending;
    recordChange(transaction, order,
                 {Verb::Settle, Actor::Gateway, 0, {}, QJsonObject{{u"surplus"_s, reason}}});
}

void bookApproved(Transaction &transaction, Order &order, PaymentAttempt attempt,
                  const ProviderPayment &payment)
{
    const Money &taken = payment.amount;
    attempt.settledAtMs = transaction.nowMs();
    if (taken != attempt.amount) {
        qCWarning(lcPayment) << "order" << order.id
                             << "was charged another amount than asked; it goes back";
        attempt.amount = taken;
        bookSurplus(transaction, order, attempt, u"amount"_s);
        return;
    }
    const auto steps = decide(order.state, Verb::Settle, Actor::Gateway);
    if (!steps) {
        bookSurplus(transaction, order, attempt, u"late"_s);
        return;
    }
    attempt.state = PaymentState::Paid;
    store::updateAttempt(transaction.db(), attempt);
    order.payment = PaymentState::Paid;
    order.approvedAtMs = payment.approvedAtMs;
    applySteps(transaction, order, *steps,
               {Verb::Settle, Actor::Gateway, 0, {}, QJsonObject{{u"amountMinor"_s, taken.minor}}});
}

/// An outcome that is still to come: shown, so that nobody is asked to pay a second time.
void bookUndecided(Transaction &transaction, Order &order, PaymentAttempt attempt,
                   PaymentState state)
{
    if (attempt.state == state)
        return;
    attempt.state = state;
    store::updateAttempt(transaction.db(), attempt);
    if (order.state != OrderState::Received || order.payment == state)
        return;
    order.payment = state;
    recordChange(transaction, order,
                 {Verb::Settle, Actor::Gateway, 0, {}, QJsonObject{{u"payment"_s, word(state)}}});
}

PaymentState undecidedState(ProviderPayment::Outcome outcome)
{
    return outcome == ProviderPayment::Outcome::Processing ? PaymentState::Confirming
                                                           : PaymentState::Pending;
}

/// Writes what the provider said about one attempt. Does nothing when it was written before.
Result<Order> book(Transaction &transaction, const QString &attemptId,
                   const ProviderPayment &payment)
{
    auto attempt = store::findAttempt(transaction.db(), attemptId);
    if (!attempt)
        return refuse(RefusalCode::NotFound);
    auto order = store::findOrder(transaction.db(), attempt->orderId);
    if (!order)
        return refuse(RefusalCode::NotFound);
    const bool wasDeclined = attempt->state == PaymentState::Failed;
    if (!isOpen(*attempt) && !wasDeclined)
        return *order;
    if (payment.outcome == ProviderPayment::Outcome::Approved) {
        bookApproved(transaction, *order, *attempt, payment);
    } else if (payment.outcome == ProviderPayment::Outcome::Declined && !wasDeclined) {
        attempt->state = PaymentState::Failed;
        attempt->settledAtMs = transaction.nowMs();
        store::updateAttempt(transaction.db(), *attempt);
        if (order->state == OrderState::Received) {
            order->payment = PaymentState::Failed;
            recordChange(transaction, *order,
                         {Verb::Settle, Actor::Gateway, 0, {}, QJsonObject{{u"declined"_s, true}}});
        }
    } else if (isOpen(*attempt) && payment.outcome != ProviderPayment::Outcome::Declined) {
        bookUndecided(transaction, *order, *attempt, undecidedState(payment.outcome));
    }
    return *order;
}

/// The provider did not answer: the money may or may not have moved.
Result<Order> bookUnknown(Transaction &transaction, const QString &attemptId)
{
    const auto attempt = store::findAttempt(transaction.db(), attemptId);
    auto order = attempt ? store::findOrder(transaction.db(), attempt->orderId) : std::nullopt;
    if (!order)
        return refuse(RefusalCode::NotFound);
    if (isOpen(*attempt))
        bookUndecided(transaction, *order, *attempt, PaymentState::Unknown);
    return *order;
}

Result<Order> bookRefund(Transaction &transaction, store::RefundRow refund, bool done)
{
    Database &database = transaction.db();
    const auto fresh = store::findRefund(database, refund.id);
    auto attempt = store::findAttempt(database, refund.attemptId);
    auto order = store::findOrder(database, refund.orderId);
    if (!fresh || !attempt || !order)
        return refuse(RefusalCode::NotFound);
    if (fresh->state == PaymentState::Refunded)
        return *order;
    refund.state = done ? PaymentState::Refunded : PaymentState::RefundFailed;
    refund.doneAtMs = done ? transaction.nowMs() : 0;
    store::updateRefund(database, refund);
    if (done)
        attempt->refundedMinor += refund.amountMinor;
    attempt->state = !done ? PaymentState::RefundFailed
                     : attempt->refundedMinor == attempt->amount.minor
                         ? PaymentState::Refunded
                         : PaymentState::PartiallyRefunded;
    store::updateAttempt(database, *attempt);
    // Surplus that goes back says nothing about the charge that counts.
    const auto counted = store::countedAttempt(database, order->id);
    const bool speaksForOrder =
        counted ? *counted == attempt->id : order->payment != PaymentState::Paid;
    const bool changed = speaksForOrder && order->payment != attempt->state;
    if (speaksForOrder)
        order->payment = attempt->state;
    if (done || changed) {
        recordChange(transaction, *order,
                     {Verb::Refund,
                      Actor::Gateway,
                      0,
                      {},
                      QJsonObject{{u"amountMinor"_s, refund.amountMinor}, {u"done"_s, done}}});
    }
    if (done)
        queueMessage(transaction, *order, MessageEvent::Refunded, {}, 0, refund.amountMinor);
    return *order;
}

Result<Order> expire(Transaction &transaction, qint64 orderId)
{
    auto order = store::findOrder(transaction.db(), orderId);
    if (!order)
        return refuse(RefusalCode::NotFound);
    const auto steps = decide(order->state, Verb::Expire, Actor::Server);
    const auto attempts = store::attemptsOf(transaction.db(), orderId);
    const bool undecided = std::ranges::any_of(attempts, [](const PaymentAttempt &attempt) {
        return attempt.state == PaymentState::Confirming || attempt.state == PaymentState::Unknown;
    });
    if (!steps || undecided || order->expiresAtMs > transaction.nowMs())
        return *order;
    releaseWindow(transaction.db(), *order);
    order->payment = PaymentState::Failed;
    applySteps(transaction, *order, *steps, {Verb::Expire, Actor::Server, 0, {}, {}});
    return *order;
}

} // namespace

Payments::Payments(Writer &writer, Reader &reader, PaymentGateway &gateway)
    : m_writer(writer)
    , m_reader(reader)
    , m_gateway(gateway)
{
}

QFuture<Result<PaymentAttempt>> Payments::openAttemptOf(qint64 orderId)
{
    return m_writer.write(
        [orderId, gateway = m_gateway.name()](Transaction &transaction) -> Result<PaymentAttempt> {
            const auto order = store::findOrder(transaction.db(), orderId);
            if (!order)
                return refuse(RefusalCode::NotFound);
            if (order->state != OrderState::Received) {
                Refusal refusal = Refusal::of(RefusalCode::IllegalMove);
                refusal.state = order->state;
                return refuse(std::move(refusal));
            }
            // An attempt that is still open is used again: two tabs must not open two charges.
            for (const PaymentAttempt &attempt : store::attemptsOf(transaction.db(), orderId)) {
                if (isOpen(attempt))
                    return attempt;
            }
            return openAttempt(transaction, *order, gateway);
        });
}

QCoro::Task<Result<HostedPage>> Payments::begin(qint64 orderId)
{
    auto opening = openAttemptOf(orderId);
    const auto attempt = co_await opening;
    if (!attempt)
        co_return refuse(attempt.error());
    Charge charge{*attempt, u"/shop/return/"_s + attempt->id, true};
    co_return co_await m_gateway.begin(std::move(charge));
}

std::function<bool(Transaction &, const PaymentAttempt &)> Payments::decideWithin()
{
    return [gateway = &m_gateway](Transaction &transaction, const PaymentAttempt &attempt) {
        const auto payment = gateway->decideWithin(transaction, attempt);
        return payment && payment->outcome == ProviderPayment::Outcome::Approved
               && payment->amount == attempt.amount;
    };
}

QCoro::Task<Result<Charged>> Payments::charge(PaymentAttempt attempt)
{
    Charge charge{attempt, u"/shop/return/"_s + attempt.id, false};
    const auto page = co_await m_gateway.begin(std::move(charge));
    if (!page)
        co_return refuse(page.error());
    Charged charged{*page, {}};
    if (page->decided) {
        const auto order = co_await lookUpAndBook(attempt);
        if (!order)
            co_return refuse(order.error());
        charged.order = *order;
    }
    co_return charged;
}

QCoro::Task<Result<Order>> Payments::settle(qint64 orderId)
{
    const auto attempts = co_await ledger(orderId);
    if (!attempts)
        co_return refuse(attempts.error());
    Result<Order> order = refuse(RefusalCode::NotFound);
    for (const PaymentAttempt &attempt : attempts->attempts) {
        order = co_await settleAttempt(attempt.id);
        if (!order)
            co_return order;
    }
    co_return order;
}

QCoro::Task<Result<Order>> Payments::settleAttempt(QString attemptId)
{
    auto readLater = m_reader.read([attemptId](Database &database) -> Result<PaymentAttempt> {
        auto attempt = store::findAttempt(database, attemptId);
        if (!attempt)
            return refuse(RefusalCode::NotFound);
        return std::move(*attempt);
    });
    const auto read = co_await readLater;
    if (!read)
        co_return refuse(read.error());
    co_return co_await lookUpAndBook(*read);
}

QCoro::Task<Result<Order>> Payments::lookUpAndBook(PaymentAttempt attempt)
{
    const auto payment = co_await m_gateway.lookup(attempt);
    if (!payment) {
        auto noting = m_writer.write(
            [id = attempt.id](Transaction &transaction) { return bookUnknown(transaction, id); });
        const auto noted = co_await noting;
        if (!noted)
            qCWarning(lcPayment) << "that a payment's outcome is unknown could not be written";
        co_return refuse(payment.error());
    }
    auto booking = m_writer.write([id = attempt.id, payment = *payment](Transaction &transaction) {
        return book(transaction, id, payment);
    });
    co_return co_await booking;
}

QCoro::Task<void> Payments::settleUndecided()
{
    auto undecidedLater =
        m_reader.read([](Database &database) -> Result<std::vector<PaymentAttempt>> {
            return store::undecidedAttempts(database, sweepLimit);
        });
    const auto undecided = co_await undecidedLater;
    if (!undecided)
        co_return;
    for (const PaymentAttempt &attempt : *undecided)
        co_await lookUpAndBook(attempt);
}

QCoro::Task<void> Payments::runRefunds()
{
    if (m_refunding) {
        m_refundsAskedAgain = true;
        co_return;
    }
    m_refunding = true;
    do {
        m_refundsAskedAgain = false;
        auto openLater =
            m_reader.read([](Database &database) -> Result<std::vector<store::RefundRow>> {
                return store::openRefunds(database, sweepLimit);
            });
        const auto open = co_await openLater;
        if (!open)
            break;
        for (const store::RefundRow &refund : *open)
            co_await runRefund(refund);
    } while (m_refundsAskedAgain);
    m_refunding = false;
}

QCoro::Task<void> Payments::runRefund(store::RefundRow refund)
{
    const auto attempts = co_await ledger(refund.orderId);
    if (!attempts)
        co_return;
    const auto attempt =
        std::ranges::find(attempts->attempts, refund.attemptId, &PaymentAttempt::id);
    if (attempt == attempts->attempts.end())
        co_return;
    const auto refunded = co_await m_gateway.refund(*attempt, refund);
    if (!refunded && isProviderSilent(refunded.error().code))
        co_return; // not known: the next sweep asks again under the same id
    if (!refunded && refund.state == PaymentState::RefundFailed)
        co_return; // known and shown already
    const bool done = refunded.has_value();
    auto bookedLater = m_writer.write(
        [refund, done](Transaction &transaction) { return bookRefund(transaction, refund, done); });
    const auto booked = co_await bookedLater;
    if (!booked)
        qCWarning(lcPayment) << "a refund of order" << refund.orderId << "could not be booked";
}

QCoro::Task<void> Payments::expireHolds(qint64 nowMs)
{
    auto overdueLater = m_reader.read([nowMs](Database &database) -> Result<std::vector<qint64>> {
        return store::listOverdueHolds(database, nowMs, sweepLimit);
    });
    const auto overdue = co_await overdueLater;
    if (!overdue)
        co_return;
    for (const qint64 orderId : *overdue) {
        const auto settled = co_await settle(orderId);
        if (!settled && settled.error().code != RefusalCode::NotFound)
            continue; // the provider may hold money for it: the hold stays. NotFound: nothing was
                      // ever begun
        auto expiredLater = m_writer.write(
            [orderId](Transaction &transaction) { return expire(transaction, orderId); });
        const auto expired = co_await expiredLater;
        if (!expired)
            qCWarning(lcPayment) << "the hold of order" << orderId << "could not be ended";
    }
}

QFuture<Result<PaymentLedger>> Payments::ledger(qint64 orderId)
{
    return m_reader.read([orderId](Database &database) -> Result<PaymentLedger> {
        return PaymentLedger{store::attemptsOf(database, orderId),
                             store::refundsOf(database, orderId)};
    });
}

} // namespace petalpost::server
