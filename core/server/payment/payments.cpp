// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/payments.h"

#include "core/server/payment/refundbooking.h"
#include "core/storage/server/catalogue.h"
#include "core/storage/server/ledgerstore.h"

#include <qcorofuture.h>

#include <QtCore/QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcPayment, "petalpost.payment")

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

/// What the customer buys, as the provider's page and the card statement name it.
QString description(const Order &order)
{
    const QString name = order.locale == "en"_L1 && !order.productNameEn.isEmpty()
                             ? order.productNameEn
                             : order.productName;
    return order.qty == 1 ? name : QString(name + u" × "_s + QString::number(order.qty));
}

/// The attempt that \a notice is about, when its secret is right.
Result<PaymentAttempt> noticed(Transaction &transaction, const QString &provider,
                               const ProviderNotice &notice)
{
    auto attempt =
        notice.attemptId.isEmpty()
            ? store::findAttemptByReference(transaction.db(), provider, notice.providerReference)
            : store::findAttempt(transaction.db(), notice.attemptId);
    if (!attempt || attempt->gateway != provider)
        return refuse(RefusalCode::NotFound);
    const bool wrongSecret = !notice.secret.isEmpty() && !attempt->noticeSecret.isEmpty()
                             && notice.secret != attempt->noticeSecret;
    if (wrongSecret)
        return refuse(RefusalCode::NotAllowed);
    return std::move(*attempt);
}

Result<void> takeNotice(Transaction &transaction, const QString &provider,
                        const ProviderNotice &notice)
{
    auto attempt = noticed(transaction, provider, notice);
    if (!attempt)
        return refuse(attempt.error());
    if (attempt->providerReference.isEmpty())
        attempt->providerReference = notice.providerReference;
    const bool news =
        notice.eventId.isEmpty() || store::noteNotice(transaction, provider, notice.eventId);
    if (!news)
        return {};
    if (notice.dispute) {
        const auto booked = bookDispute(transaction, attempt->id, *notice.dispute);
        if (!booked)
            return refuse(booked.error());
        attempt = *store::findAttempt(transaction.db(), attempt->id);
    }
    readSoon(transaction, *attempt);
    return {};
}

} // namespace

Payments::Payments(Writer &writer, Reader &reader, Gateways gateways)
    : m_writer(writer)
    , m_reader(reader)
    , m_gateways(std::move(gateways))
{
}

QFuture<Result<PaymentAttempt>> Payments::openAttemptAt(qint64 orderId, const QString &gateway,
                                                        int chargeRequest)
{
    return m_writer.write([orderId, gateway, chargeRequest](Transaction &transaction) {
        return openAttemptFor(transaction, orderId, gateway, chargeRequest);
    });
}

QCoro::Task<Result<PaymentAttempt>> Payments::attemptAt(qint64 orderId, QString gateway,
                                                        int chargeRequest)
{
    auto opening = openAttemptAt(orderId, gateway, chargeRequest);
    auto attempt = co_await opening;
    if (attempt || attempt.error().code != RefusalCode::InProgress)
        co_return attempt;
    // The customer chose another method: first nobody may pay by the one before.
    auto otherLater = this->attempt(attempt.error().value);
    const auto other = co_await otherLater;
    if (!other)
        co_return refuse(other.error());
    const auto closed = co_await close(other->attempt);
    if (!closed)
        co_return refuse(closed.error());
    auto again = openAttemptAt(orderId, gateway, chargeRequest);
    co_return co_await again;
}

QCoro::Task<Result<Charge>> Payments::chargeFor(PaymentAttempt attempt, bool attended)
{
    auto chargeLater = m_reader.read([attempt, attended](Database &database) -> Result<Charge> {
        const auto order = store::findOrder(database, attempt.orderId);
        const auto shop = store::readShop(database);
        if (!order || !shop)
            return refuse(RefusalCode::NotFound);
        Charge charge;
        charge.attempt = attempt;
        charge.description = description(*order);
        charge.locale = order->locale;
        charge.shopUrl = shop->publicUrl;
        charge.returnUrl = shop->publicUrl + u"/shop/return/"_s + attempt.id;
        charge.attended = attended;
        return charge;
    });
    co_return co_await chargeLater;
}

QCoro::Task<Result<HostedPage>> Payments::beginAt(PaymentGateway &gateway, Charge charge)
{
    const QString attemptId = charge.attempt.id;
    auto page = co_await gateway.begin(std::move(charge));
    if (!page) {
        const Refusal refusal = page.error();
        if (refusal.code == RefusalCode::NotAllowed) {
            qCCritical(lcPayment) << gateway.name() << "does not accept the configured keys";
            co_return refuse(RefusalCode::ProviderNotAsked);
        }
        if (refusal.code == RefusalCode::PaymentDeclined) {
            ProviderPayment declined;
            declined.outcome = ProviderPayment::Outcome::Declined;
            declined.failure = refusal.value;
            const auto booked = co_await bookAnswer(attemptId, std::move(declined), true);
            if (!booked)
                co_return refuse(booked.error());
        }
        co_return refuse(refusal);
    }
    auto notingLater =
        m_writer.write([attemptId, reference = page->providerReference](Transaction &transaction) {
            return noteBegun(transaction, attemptId, reference);
        });
    const auto noted = co_await notingLater;
    if (!noted)
        co_return refuse(noted.error());
    // Closed while the provider was asked: nobody is sent to that page.
    if (!isOpen(*noted) && !page->decided)
        co_return refuse(RefusalCode::InProgress, u"gateway"_s, attemptId);
    co_return page;
}

QCoro::Task<Result<HostedPage>> Payments::begin(qint64 orderId, QString gatewayName,
                                                int chargeRequest)
{
    if (gatewayName.isEmpty())
        gatewayName = m_gateways.preferred().name();
    PaymentGateway *gateway = m_gateways.find(gatewayName);
    if (!gateway)
        co_return refuse(RefusalCode::NotFound, u"gateway"_s, gatewayName);
    const auto attempt = co_await attemptAt(orderId, gatewayName, chargeRequest);
    if (!attempt)
        co_return refuse(attempt.error());
    const auto charge = co_await chargeFor(*attempt, true);
    if (!charge)
        co_return refuse(charge.error());
    co_return co_await beginAt(*gateway, *charge);
}

QCoro::Task<Result<ScriptedPage>> Payments::scriptedPage(QString attemptId)
{
    auto foundLater = attempt(attemptId);
    const auto found = co_await foundLater;
    if (!found)
        co_return refuse(found.error());
    const PaymentGateway *gateway = m_gateways.find(found->attempt.gateway);
    const auto charge = co_await chargeFor(found->attempt, true);
    if (!charge)
        co_return refuse(charge.error());
    auto page = gateway ? gateway->scriptedPage(*charge) : std::nullopt;
    if (!page)
        co_return refuse(RefusalCode::NotFound);
    co_return std::move(*page);
}

std::function<bool(Transaction &, const PaymentAttempt &)> Payments::decideWithin()
{
    return [gateway = &m_gateways.preferred()](Transaction &transaction,
                                               const PaymentAttempt &attempt) {
        const auto payment = gateway->decideWithin(transaction, attempt);
        return payment && payment->outcome == ProviderPayment::Outcome::Approved
               && payment->amount == attempt.amount;
    };
}

QCoro::Task<Result<Charged>> Payments::charge(PaymentAttempt attempt)
{
    PaymentGateway *gateway = m_gateways.find(attempt.gateway);
    if (!gateway)
        co_return refuse(RefusalCode::ProviderNotAsked);
    // Asked again about an attempt that came to nothing: the order can still be paid.
    if (!isOpen(attempt)) {
        auto opening = openAttemptAt(attempt.orderId, attempt.gateway, attempt.chargeRequest);
        auto opened = co_await opening;
        if (!opened)
            co_return refuse(opened.error());
        attempt = std::move(*opened);
    }
    const auto charge = co_await chargeFor(attempt, false);
    if (!charge)
        co_return refuse(charge.error());
    const auto page = co_await beginAt(*gateway, *charge);
    if (!page)
        co_return refuse(page.error());
    Charged charged{*page, {}};
    if (page->decided) {
        const auto order = co_await settle(attempt.id);
        if (!order)
            co_return refuse(order.error());
        charged.order = *order;
    }
    co_return charged;
}

QCoro::Task<Result<Order>> Payments::settle(QString attemptId)
{
    auto foundLater = attempt(attemptId);
    const auto found = co_await foundLater;
    if (!found)
        co_return refuse(found.error());
    const PaymentAttempt &attempt = found->attempt;
    PaymentGateway *gateway = m_gateways.find(attempt.gateway);
    if (!gateway)
        co_return co_await bookAnswer(attemptId, refuse(RefusalCode::ProviderNotAsked), false);
    bool unwanted = isOpen(attempt) && found->order.state != OrderState::Received;
    if (unwanted && attempt.chargeRequest > 0) {
        auto wantedLater = wanted(attempt);
        const auto wanted = co_await wantedLater;
        unwanted = wanted && !*wanted;
    }
    if (unwanted)
        co_return co_await close(attempt);
    const bool ready = gateway->confirms() && attempt.state == PaymentState::Pending
                       && !attempt.providerReference.isEmpty();
    if (ready)
        co_return co_await confirm(*gateway, attemptId);
    auto answer = co_await gateway->lookup(attempt);
    const bool waits = answer && answer->outcome == ProviderPayment::Outcome::Authenticated;
    if (waits && isOpen(attempt))
        co_return co_await confirm(*gateway, attemptId);
    co_return co_await bookAnswer(attemptId, std::move(answer), false);
}

QCoro::Task<Result<Order>> Payments::confirm(PaymentGateway &gateway, QString attemptId)
{
    auto beginning = m_writer.write(
        [attemptId](Transaction &transaction) { return beginConfirm(transaction, attemptId); });
    const auto confirming = co_await beginning;
    if (confirming && confirming->state == PaymentState::Confirming) {
        auto answer = co_await gateway.confirm(*confirming);
        co_return co_await bookAnswer(attemptId, std::move(answer), false);
    }
    auto standing = attempt(attemptId);
    const auto found = co_await standing;
    if (!found)
        co_return refuse(found.error());
    co_return found->order;
}

QCoro::Task<Result<Order>> Payments::close(PaymentAttempt attempt)
{
    PaymentGateway *gateway = m_gateways.find(attempt.gateway);
    if (!gateway)
        co_return co_await bookAnswer(attempt.id, refuse(RefusalCode::ProviderNotAsked), false);
    auto answer = co_await gateway->close(attempt);
    co_return co_await bookAnswer(attempt.id, std::move(answer), true);
}

QCoro::Task<Result<Order>> Payments::bookAnswer(QString attemptId, Result<ProviderPayment> answer,
                                                bool closed)
{
    if (!answer) {
        const bool asked = answer.error().code != RefusalCode::ProviderNotAsked;
        auto noting = m_writer.write([attemptId, asked](Transaction &transaction) {
            return bookUnknown(transaction, attemptId, asked);
        });
        const auto noted = co_await noting;
        if (!noted)
            qCWarning(lcPayment) << "that a payment's outcome is unknown could not be written";
        co_return refuse(answer.error());
    }
    auto booking = m_writer.write([attemptId, payment = *answer, closed](Transaction &transaction) {
        return book(transaction, attemptId, payment, closed);
    });
    co_return co_await booking;
}

QCoro::Task<Result<Order>> Payments::customerReturned(QString attemptId, QUrlQuery query)
{
    auto foundLater = attempt(attemptId);
    const auto found = co_await foundLater;
    if (!found)
        co_return refuse(found.error());
    const PaymentGateway *gateway = m_gateways.find(found->attempt.gateway);
    if (gateway && gateway->confirms()) {
        auto notingLater = m_writer.write(
            [attemptId, returned = gateway->readReturn(query)](Transaction &transaction) {
                return noteReturn(transaction, attemptId, returned);
            });
        const auto noted = co_await notingLater;
        if (!noted)
            co_return refuse(noted.error());
    }
    co_return co_await settle(attemptId);
}

QCoro::Task<Result<void>> Payments::notice(QString provider, QHash<QByteArray, QByteArray> headers,
                                           QByteArray body)
{
    const PaymentGateway *gateway = m_gateways.find(provider);
    if (!gateway)
        co_return refuse(RefusalCode::NotFound);
    auto notice = gateway->readNotice(headers, body);
    if (!notice)
        co_return refuse(notice.error());
    auto taking = m_writer.write([provider, notice = *notice](Transaction &transaction) {
        return takeNotice(transaction, provider, notice);
    });
    co_return co_await taking;
}

QFuture<Result<PaymentLedger>> Payments::ledger(qint64 orderId)
{
    return m_reader.read([orderId](Database &database) -> Result<PaymentLedger> {
        return PaymentLedger{store::attemptsOf(database, orderId),
                             store::refundsOf(database, orderId),
                             store::ledgerOf(database, orderId)};
    });
}

QFuture<Result<ChargedOrder>> Payments::attempt(const QString &attemptId)
{
    return m_reader.read(
        [attemptId](Database &database) { return chargedOrder(database, attemptId); });
}

} // namespace petalpost::server
