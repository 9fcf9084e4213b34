// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/booking.h"

#include "core/server/orders/editplan.h"
#include "core/server/payment/depositbooking.h"
#include "core/server/payment/refundbooking.h"
#include "core/storage/server/catalogue.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QUuid>

#include <algorithm>

Q_LOGGING_CATEGORY(lcBooking, "petalpost.payment.booking")

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

using Outcome = ProviderPayment::Outcome;

/// The codes of declines by the customer's own will; nobody needs to be told of these.
constexpr std::array ownWill{"cancelled"_L1, "PAY_PROCESS_CANCELED"_L1, "closed"_L1};

void decided(PaymentAttempt &attempt, PaymentState state, qint64 nowMs)
{
    attempt.state = state;
    attempt.settledAtMs = nowMs;
    attempt.nextReadMs = 0;
    attempt.reads = 0;
}

/// Money that came for an order which does not want it (any more): booked as the provider took it,
/// and sent back whole.
void bookSurplus(Transaction &transaction, Order &order, PaymentAttempt attempt,
                 const QString &reason)
{
    Database &database = transaction.db();
    decided(attempt, PaymentState::RefundPending, transaction.nowMs());
    attempt.refundRequestedMinor = attempt.amount.minor;
    store::markSurplus(database, attempt.id);
    store::updateAttempt(database, attempt);
    enterLedger(transaction, attempt, LedgerKind::Surplus, attempt.amount.minor, {}, reason);
    const QString refundId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    store::insertRefund(database, {refundId, attempt.id, order.id, attempt.amount.minor, reason,
                                   RefundState::Pending, transaction.nowMs(), 0});
    enterLedger(transaction, attempt, LedgerKind::RefundAsked, attempt.amount.minor, refundId,
                reason);
    // Unless a charge that counts speaks for the order, this money does.
    const bool spokenFor =
        attempt.chargeRequest > 0 || store::countedAttempt(database, order.id, 0);
    if (!spokenFor)
        order.payment = PaymentState::RefundPending;
    recordChange(transaction, order, byGateway(Verb::Settle, QJsonObject{{u"surplus"_s, reason}}));
    queueMessage(transaction, order, MessageEvent::LatePayment, {}, 0, attempt.amount.minor);
}

/// The extra of an edit was paid: it counts, and the edit is made, in one transaction. Where it
/// cannot be made any more, the money goes back and the order says so.
void bookExtra(Transaction &transaction, Order &order, PaymentAttempt attempt)
{
    Database &database = transaction.db();
    const auto open = store::openChargeRequest(database, order.id);
    const bool asked = open && open->number == attempt.chargeRequest
                       && open->differenceMinor == attempt.amount.minor;
    if (!asked) {
        bookSurplus(transaction, order, attempt, u"late"_s);
        return;
    }
    const auto request = agreeable(database, order, attempt.chargeRequest, transaction.nowMs());
    if (!request) {
        bookSurplus(transaction, order, attempt, u"edit"_s);
        endRequest(transaction, order, PendingState::Lapsed);
        recordEdit(transaction, order, u"editLapsed"_s,
                   {Actor::Gateway, 0, attempt.chargeRequest, false}, {});
        return;
    }
    decided(attempt, PaymentState::Paid, transaction.nowMs());
    store::updateAttempt(database, attempt);
    enterLedger(transaction, attempt, LedgerKind::Charge, attempt.amount.minor);
    order.payment = paymentOf(database, order.id, order.payment);
    if (const auto made = agree(transaction, order, *request); !made)
        throw StorageError("an edit that could be agreed to could not be made");
}

void bookApproved(Transaction &transaction, Order &order, PaymentAttempt attempt,
                  const ProviderPayment &payment)
{
    const Money &taken = payment.amount;
    if (taken != attempt.amount) {
        qCWarning(lcBooking) << "order" << order.id
                             << "was charged another amount than asked; it goes back";
        attempt.amount = taken;
        bookSurplus(transaction, order, attempt, u"amount"_s);
        return;
    }
    if (attempt.chargeRequest > 0) {
        bookExtra(transaction, order, attempt);
        return;
    }
    const auto steps = decide(order.state, Verb::Settle, Actor::Gateway);
    if (!steps) {
        bookSurplus(transaction, order, attempt, u"late"_s);
        return;
    }
    decided(attempt, PaymentState::Paid, transaction.nowMs());
    store::updateAttempt(transaction.db(), attempt);
    enterLedger(transaction, attempt, LedgerKind::Charge, taken.minor);
    if (payment.taxFreeMinor && *payment.taxFreeMinor != attempt.taxFreeMinor) {
        qCWarning(lcBooking) << "order" << order.id
                             << "was booked with another tax-free part than asked";
    }
    order.payment = PaymentState::Paid;
    order.approvedAtMs = payment.approvedAtMs;
    applySteps(transaction, order, *steps,
               byGateway(Verb::Settle, QJsonObject{{u"amountMinor"_s, taken.minor}}));
}

void bookDeclined(Transaction &transaction, Order &order, PaymentAttempt attempt,
                  const QString &failure)
{
    decided(attempt, PaymentState::Failed, transaction.nowMs());
    store::updateAttempt(transaction.db(), attempt);
    enterLedger(transaction, attempt, LedgerKind::Declined, 0, {}, failure);
    if (order.state != OrderState::Received)
        return;
    const bool news = order.payment != PaymentState::Failed;
    order.payment = PaymentState::Failed;
    // What was granted for the confirming is over: a card that is declined again and again must not
    // keep a place that others would pay for.
    order.expiresAtMs =
        std::min(order.expiresAtMs, order.reachedAt(OrderState::Received) + Shop::unpaidHoldMs);
    recordChange(transaction, order, byGateway(Verb::Settle, QJsonObject{{u"declined"_s, true}}));
    const bool byChoice = std::ranges::find(ownWill, failure) != ownWill.end();
    if (news && !byChoice)
        queueMessage(transaction, order, MessageEvent::PaymentFailed, {}, 0);
}

/// Whether nobody else can order the window any more.
bool isFull(Database &database, const Shop &shop, const Order &order)
{
    const WindowRule *rule = order.window ? shop.ruleFor(*order.window) : nullptr;
    return rule && store::takenPlaces(database, order.window->key()) >= rule->capacity;
}

/// An order that waits for a deposit keeps its place a little longer than the account is open, for
/// the news to arrive, but never beyond the cut-off: then the account is closed. The last place of
/// a window is not kept for it: others may want to pay for that one now.
qint64 depositHoldMs(Transaction &transaction, const Order &order, DepositAccount deposit)
{
    if (deposit.dueAtMs == 0)
        return 0;
    deposit.dueAtMs += confirmHoldMs;
    const auto shop = store::readShop(transaction.db());
    if (!shop)
        return deposit.dueAtMs;
    return isFull(transaction.db(), *shop, order) ? 0 : depositDueMs(*shop, order, deposit);
}

/// An outcome that is still to come: shown, so that nobody is asked to pay a second time. A
/// provider that was not \a asked is asked soon, for that says nothing about how long it will take.
void bookUndecided(Transaction &transaction, Order &order, PaymentAttempt attempt,
                   PaymentState state, bool asked = true)
{
    const bool news = attempt.state != state;
    attempt.state = state;
    attempt.reads = news ? 0 : attempt.reads + (asked ? 1 : 0);
    attempt.nextReadMs =
        transaction.nowMs()
        + (state == PaymentState::Pending ? awayReadDelayMs
                                          : readDelayMs(std::max(attempt.reads, asked ? 0 : 1)));
    store::updateAttempt(transaction.db(), attempt);
    if (order.state != OrderState::Received)
        return;
    const qint64 dueMs = depositHoldMs(transaction, order, attempt.deposit);
    const bool extended = dueMs > order.expiresAtMs;
    if (extended)
        order.expiresAtMs = dueMs;
    if (order.payment == state && !extended)
        return;
    order.payment = state;
    recordChange(transaction, order,
                 byGateway(Verb::Settle, QJsonObject{{u"payment"_s, word(state)}}));
}

/// What the provider's books add to a payment whose outcome is written already.
void bookAgain(Transaction &transaction, Order &order, PaymentAttempt &attempt,
               const ProviderPayment &payment)
{
    const bool there = payment.outcome == Outcome::Approved;
    if (!attempt.deposit.number.isEmpty() && attempt.state != PaymentState::Failed) {
        bookDepositTurn(transaction, order, attempt, there);
    } else if (attempt.nextReadMs != 0) {
        attempt.nextReadMs = 0;
        store::updateAttempt(transaction.db(), attempt);
    }
    if (!there)
        return;
    if (payment.refundedMinor < attempt.refundedMinor)
        bookRefundsReturned(transaction, order, attempt, payment.refundedMinor);
    else
        bookSeenRefund(transaction, order, attempt, payment.refundedMinor);
}

/// Whether another amount than the one we asked for is read again before it is believed.
bool isDoubted(const PaymentAttempt &attempt, const ProviderPayment &payment)
{
    return payment.amount != attempt.amount
           && (attempt.state != PaymentState::Unknown || attempt.reads < doubtedReads);
}

PaymentState undecidedState(const PaymentAttempt &attempt, Outcome outcome)
{
    if (outcome == Outcome::Processing)
        return PaymentState::Confirming;
    // What we have asked to confirm is not open any more, whatever the provider has heard yet.
    const bool asked = outcome == Outcome::Authenticated && attempt.state != PaymentState::Pending;
    return asked ? PaymentState::Unknown : PaymentState::Pending;
}

} // namespace

Result<ChargedOrder> chargedOrder(Database &database, const QString &attemptId)
{
    auto attempt = store::findAttempt(database, attemptId);
    auto order = attempt ? store::findOrder(database, attempt->orderId) : std::nullopt;
    if (!order)
        return refuse(RefusalCode::NotFound);
    return ChargedOrder{std::move(*attempt), std::move(*order)};
}

Change byGateway(Verb verb, QJsonObject detail)
{
    return {verb, Actor::Gateway, 0, {}, std::move(detail)};
}

qint64 depositDueMs(const Shop &shop, const Order &order, const DepositAccount &deposit)
{
    if (!order.window)
        return deposit.dueAtMs;
    const qint64 startMs = order.window->startsAt(shop.zone).toMSecsSinceEpoch();
    return std::min(deposit.dueAtMs, startMs - qint64(shop.cutOffMinutes) * 60'000);
}

bool isOpen(const PaymentAttempt &attempt)
{
    return attempt.state == PaymentState::Pending || attempt.state == PaymentState::Confirming
           || attempt.state == PaymentState::Unknown;
}

qint64 readDelayMs(int times)
{
    return std::size_t(times) < readDelaysMs.size() ? readDelaysMs[std::size_t(times)]
                                                    : lastReadDelayMs;
}

Result<PaymentAttempt> noteReturn(Transaction &transaction, const QString &attemptId,
                                  const CustomerReturn &returned)
{
    auto found = chargedOrder(transaction.db(), attemptId);
    if (!found)
        return refuse(found.error());
    auto &[attempt, order] = *found;
    if (attempt.state != PaymentState::Pending)
        return attempt;
    if (!returned.failure.isEmpty()
        || (returned.amountMinor && *returned.amountMinor != attempt.amount.minor)) {
        if (returned.failure.isEmpty())
            qCWarning(lcBooking) << "order" << order.id << "came back with another amount";
        bookDeclined(transaction, order, attempt,
                     returned.failure.isEmpty() ? u"amount"_s : returned.failure.left(64));
        return *store::findAttempt(transaction.db(), attemptId);
    }
    if (!returned.providerReference.isEmpty()) {
        attempt.providerReference = returned.providerReference;
        attempt.nextReadMs = transaction.nowMs() + readDelayMs(0);
        store::updateAttempt(transaction.db(), attempt);
    }
    return attempt;
}

Result<PaymentAttempt> beginConfirm(Transaction &transaction, const QString &attemptId)
{
    auto found = chargedOrder(transaction.db(), attemptId);
    if (!found)
        return refuse(found.error());
    auto &[attempt, order] = *found;
    if (!isOpen(attempt))
        return refuse(RefusalCode::IllegalMove);
    if (!isWanted(transaction.db(), attempt, order, transaction.nowMs())) {
        if (attempt.state != PaymentState::Pending)
            return refuse(RefusalCode::IllegalMove); // asked before: only reading tells
        bookDeclined(transaction, order, attempt, u"late"_s);
        return *store::findAttempt(transaction.db(), attemptId);
    }
    attempt.state = PaymentState::Confirming;
    attempt.reads = 0;
    attempt.nextReadMs = transaction.nowMs() + readDelayMs(0);
    store::updateAttempt(transaction.db(), attempt);
    if (attempt.chargeRequest > 0) {
        auto request = *store::findChargeRequest(transaction.db(), order.id, attempt.chargeRequest);
        request.expiresAtMs = std::max(request.expiresAtMs, transaction.nowMs() + confirmHoldMs);
        store::updateChargeRequest(transaction.db(), request);
        return attempt;
    }
    order.payment = PaymentState::Confirming;
    order.expiresAtMs = std::max(order.expiresAtMs, transaction.nowMs() + confirmHoldMs);
    recordChange(transaction, order,
                 byGateway(Verb::Settle, QJsonObject{{u"payment"_s, word(order.payment)}}));
    return attempt;
}

Result<Order> book(Transaction &transaction, const QString &attemptId,
                   const ProviderPayment &payment, bool closed)
{
    auto found = chargedOrder(transaction.db(), attemptId);
    if (!found)
        return refuse(found.error());
    auto &[attempt, order] = *found;
    const bool wasDeclined = attempt.state == PaymentState::Failed;
    if (!payment.reference.isEmpty())
        attempt.providerReference = payment.reference;
    if (!payment.deposit.number.isEmpty()) {
        attempt.deposit = payment.deposit;
        attempt.noticeSecret = payment.noticeSecret;
    }
    if (!isOpen(attempt) && !(wasDeclined && payment.outcome == Outcome::Approved)) {
        bookAgain(transaction, order, attempt, payment);
        return order;
    }
    switch (payment.outcome) {
    case Outcome::Approved:
        if (isDoubted(attempt, payment)) {
            qCWarning(lcBooking) << "order" << order.id
                                 << "was charged another amount than asked; it is read again";
            bookUndecided(transaction, order, attempt, PaymentState::Unknown);
            break;
        }
        bookApproved(transaction, order, attempt, payment);
        if (payment.feeMinor > 0)
            enterLedger(transaction, attempt, LedgerKind::Fee, payment.feeMinor);
        break;
    case Outcome::Declined:
        bookDeclined(transaction, order, attempt, payment.failure);
        break;
    case Outcome::Open:
    case Outcome::Authenticated:
    case Outcome::Processing:
        if (closed && payment.outcome != Outcome::Processing)
            bookDeclined(transaction, order, attempt, u"closed"_s);
        else
            bookUndecided(transaction, order, attempt, undecidedState(attempt, payment.outcome));
        break;
    }
    return order;
}

Result<Order> bookUnknown(Transaction &transaction, const QString &attemptId, bool asked)
{
    auto found = chargedOrder(transaction.db(), attemptId);
    if (!found)
        return refuse(found.error());
    auto &[attempt, order] = *found;
    if (isOpen(attempt))
        bookUndecided(transaction, order, attempt, PaymentState::Unknown, asked);
    else if (attempt.nextReadMs != 0)
        readSoon(transaction, attempt);
    return order;
}

void readSoon(Transaction &transaction, PaymentAttempt attempt)
{
    attempt.nextReadMs = transaction.nowMs() + (attempt.nextReadMs != 0 ? readDelayMs(1) : 0);
    store::updateAttempt(transaction.db(), attempt);
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

} // namespace petalpost::server
