// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/payment/reconciler.h"

#include "core/storage/server/orderstore.h"

#include <qcorofuture.h>

#include <QtCore/QLoggingCategory>

Q_LOGGING_CATEGORY(lcReconciler, "petalpost.payment.reconciler")

using namespace Qt::Literals::StringLiterals;

namespace petalpost::server {

struct Reconciler::Due
{
    std::vector<PaymentAttempt> reads;
    std::vector<store::RefundRow> refunds;
    std::vector<qint64> holds;
};

QCoro::Task<void> Reconciler::run()
{
    auto dueLater = m_reader.read([nowMs = m_clock.nowMs()](Database &database) -> Result<Due> {
        return Due{store::attemptsToRead(database, nowMs, limit),
                   store::refundsToRun(database, nowMs, limit),
                   store::listOverdueHolds(database, nowMs, limit)};
    });
    const auto due = co_await dueLater;
    if (!due)
        co_return;
    // A provider that hangs must not keep the others waiting, so everything begins at once; how
    // much of it reaches one provider together is bounded there.
    std::vector<QCoro::Task<void>> running;
    for (const PaymentAttempt &attempt : due->reads)
        running.push_back(settle(attempt.id, attempt.gateway));
    for (const store::RefundRow &row : due->refunds)
        running.push_back(refund(row));
    for (const qint64 orderId : due->holds)
        running.push_back(endHold(orderId));
    for (QCoro::Task<void> &work : running)
        co_await work;
}

bool Reconciler::take(const QString &work)
{
    if (m_busy.contains(work))
        return false;
    m_busy.insert(work);
    return true;
}

QCoro::Task<void> Reconciler::settle(QString attemptId, QString gateway)
{
    if (m_reading.value(gateway) >= readsEach || !take(attemptId))
        co_return; // it stays due for the next round
    ++m_reading[gateway];
    const auto settled = co_await m_payments.settle(attemptId);
    if (!settled && !isProviderSilent(settled.error().code))
        qCWarning(lcReconciler) << "a payment could not be settled:" << word(settled.error().code);
    --m_reading[gateway];
    m_busy.remove(attemptId);
}

QCoro::Task<void> Reconciler::refund(store::RefundRow refund)
{
    const QString work = refund.id;
    if (!take(work))
        co_return;
    co_await m_payments.runRefund(std::move(refund));
    m_busy.remove(work);
}

QCoro::Task<void> Reconciler::endHold(qint64 orderId)
{
    const QString work = u"hold "_s + QString::number(orderId);
    if (!take(work))
        co_return;
    co_await m_payments.endHold(orderId);
    m_busy.remove(work);
}

} // namespace petalpost::server
