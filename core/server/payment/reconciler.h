// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/server/payment/bulkhead.h"
#include "core/server/payment/payments.h"

#include <QtCore/QSet>

namespace petalpost::server {

/// Does what is due about money: reads providers for outcomes that they owe, asks for refunds, and
/// ends unpaid holds. What is due when is in the database, so a restart loses nothing; see
/// readDelaysMs. It never refunds what is unknown. Lives in the server's thread and must outlive
/// the rounds that it began.
class Reconciler
{
public:
    static constexpr int limit = 64; ///< payments, refunds or holds taken up in one round
    /// Payments that are read at one provider at a time: as many as may wait there while the shop's
    /// customers have all the places, so that none is turned away as if the provider were silent.
    static constexpr int readsEach = BulkheadLimits().queued;
    static constexpr int everyMs = 2'000; ///< how often the server calls run()

    Reconciler(Payments &payments, Reader &reader, const Clock &clock)
        : m_payments(payments)
        , m_reader(reader)
        , m_clock(clock)
    {
    }

    /// Does everything that is due now, all at once, and ends when all of it has been answered.
    /// What an earlier round is still busy with is left to that one.
    QCoro::Task<void> run();

private:
    struct Due;

    QCoro::Task<void> settle(QString attemptId, QString gateway);
    QCoro::Task<void> refund(store::RefundRow refund);
    QCoro::Task<void> endHold(qint64 orderId);
    bool take(const QString &work);

    Payments &m_payments;
    Reader &m_reader;
    const Clock &m_clock;
    QSet<QString> m_busy; ///< what a round is working on
    QHash<QString, int> m_reading; ///< payments being read, by gateway
};

} // namespace petalpost::server
