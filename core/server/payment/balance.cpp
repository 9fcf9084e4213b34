// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/balance.h"

#include "core/storage/server/catalogue.h"

#include <qcorofuture.h>

#include <QtCore/QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcBalance, "petalpost.payment.balance")

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

namespace {

QCoro::Task<ProviderList> readList(PaymentGateway &gateway, qint64 fromMs, qint64 toMs)
{
    ProviderList list;
    list.gateway = gateway.name();
    auto entries = co_await gateway.list(fromMs, toMs);
    if (entries)
        list.entries = std::move(*entries);
    else
        qCWarning(lcBalance) << list.gateway
                             << "could not be read for the balance:" << word(entries.error().code);
    co_return list;
}

/// Refunds of \a wish that have the state \a state.
std::vector<store::RefundRow> refundsIn(const PaymentLedger &ledger, const RepairWish &wish,
                                        RefundState state)
{
    std::vector<store::RefundRow> some;
    std::ranges::copy_if(
        ledger.refunds, std::back_inserter(some), [&](const store::RefundRow &refund) {
            return refund.state == state
                   && (wish.attemptId.isEmpty() || refund.attemptId == wish.attemptId);
        });
    return some;
}

std::vector<PaymentAttempt> attemptsIn(const PaymentLedger &ledger, const RepairWish &wish)
{
    std::vector<PaymentAttempt> some;
    std::ranges::copy_if(ledger.attempts, std::back_inserter(some),
                         [&](const PaymentAttempt &attempt) {
                             return wish.attemptId.isEmpty() || attempt.id == wish.attemptId;
                         });
    return some;
}

bool isAboutRefunds(DifferenceKind kind)
{
    return kind == DifferenceKind::RefundFailed || kind == DifferenceKind::RefundPending
           || kind == DifferenceKind::SurplusNotReturned;
}

} // namespace

QFuture<Result<BalanceDay>> Balances::dayOf(std::optional<QDate> date)
{
    return m_reader.read([date, nowMs = m_clock.nowMs()](Database &database) -> Result<BalanceDay> {
        const auto shop = store::readShop(database);
        if (!shop)
            return refuse(RefusalCode::NotFound);
        const QDate today = shop->today(nowMs);
        const QDate asked = date.value_or(today);
        if (!asked.isValid() || asked > today)
            return refuse(RefusalCode::OutOfRange, u"date"_s, today.toString(Qt::ISODate));
        return BalanceDay{asked, asked.startOfDay(shop->zone).toMSecsSinceEpoch(),
                          asked.addDays(1).startOfDay(shop->zone).toMSecsSinceEpoch(), nowMs};
    });
}

QCoro::Task<Result<Balance>> Balances::of(std::optional<QDate> date)
{
    auto dayLater = dayOf(date);
    const auto asked = co_await dayLater;
    if (!asked)
        co_return refuse(asked.error());
    BalanceDay day = *asked;
    // No provider is asked for what has not happened yet.
    const qint64 toMs = std::min(day.wideToMs(), day.nowMs + 1);
    std::vector<QCoro::Task<ProviderList>> reading;
    for (PaymentGateway *gateway : m_payments.gateways().all())
        reading.push_back(readList(*gateway, day.wideFromMs(), toMs));
    std::vector<ProviderList> lists;
    lists.reserve(reading.size() + 1); // and the till's
    for (QCoro::Task<ProviderList> &one : reading)
        lists.push_back(co_await one);
    // The snapshot comes last: what a provider has listed had the time to be booked.
    day.nowMs = m_clock.nowMs();
    auto balanceLater = m_reader.read([&](Database &database) -> Result<Balance> {
        const BalanceBooks books = readBooks(database, day, lists);
        if (auto till = tillList(books))
            lists.push_back(std::move(*till));
        return balanceOf(day, books, lists);
    });
    auto balance = co_await balanceLater;
    if (balance && balance->differences.size() > std::size_t(maxDifferences)) {
        balance->differences.resize(maxDifferences);
        balance->complete = false;
    }
    co_return balance;
}

QCoro::Task<Result<RepairOutcome>> Balances::repair(RepairWish wish, qint64 deviceId)
{
    if (!isRepairable(wish.kind))
        co_return refuse(RefusalCode::OutOfRange, u"kind"_s);
    auto ledgerLater = m_payments.ledger(wish.orderId);
    auto ledger = co_await ledgerLater;
    if (!ledger)
        co_return refuse(ledger.error());
    const auto attempts = attemptsIn(*ledger, wish);
    if (attempts.empty())
        co_return refuse(RefusalCode::NotFound);
    if (isAboutRefunds(wish.kind)) {
        const bool failed = !refundsIn(*ledger, wish, RefundState::Failed).empty();
        if (failed && wish.kind != DifferenceKind::RefundPending) {
            auto retryLater = m_payments.retryRefunds(wish.orderId, deviceId);
            const auto retried = co_await retryLater;
            if (!retried && retried.error().code != RefusalCode::IllegalMove)
                co_return refuse(retried.error());
            auto againLater = m_payments.ledger(wish.orderId);
            ledger = co_await againLater;
            if (!ledger)
                co_return refuse(ledger.error());
        }
        const auto pending = refundsIn(*ledger, wish, RefundState::Pending);
        for (const store::RefundRow &refund : pending)
            co_await m_payments.runRefund(refund);
        const bool asked = !pending.empty() || wish.kind != DifferenceKind::SurplusNotReturned;
        if (asked)
            co_return pending.empty() ? RepairOutcome::NothingLeft : RepairOutcome::Asked;
    }
    for (const PaymentAttempt &attempt : attempts) {
        const auto settled = co_await m_payments.settle(attempt.id);
        if (!settled)
            co_return refuse(settled.error());
    }
    co_return RepairOutcome::Asked;
}

} // namespace petalpost::server
