// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/server/messages/smsgateway.h"
#include "core/server/orders/orders.h"
#include "core/storage/server/messagestore.h"

#include <QtCore/QTimer>

namespace petalpost::server {

/// Sends what the outbox table holds as soon as it is due. Rows are claimed with a lease before the
/// provider is called and finished only under that lease, so several servers may run it on one
/// database and a crash between the two leaves a message unknown, never sent twice. Lives in the
/// server's thread.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    static constexpr int batchLimit = 64; ///< messages claimed at once
    static constexpr qint64 leaseMs = 60'000;

    Dispatcher(Writer &writer, Reader &reader, Orders &orders, SmsGateway &gateway,
               const Clock &clock, QObject *parent = nullptr);

    /// Starts to watch the outbox. Messages that fell due while no server ran leave now.
    void start();
    void stop();

    /// The SMS ledger of an order, oldest first, with every text as it was or will be sent. Codes
    /// of sign-ins are hidden, except while they are good in an outbox that nothing leaves.
    QFuture<Result<std::vector<Message>>> ledger(qint64 orderId);
    /// A page of the ledger of all orders, newest first, at most \a limit with ids below
    /// \a beforeId (0 = from the newest). Codes of sign-ins are never in it.
    QFuture<Result<MessagePage>> newest(MessageChoice choice, qint64 beforeId, int limit);

    /// Sends everything that is due now; ends when nothing is due any more.
    QCoro::Task<void> run();

private:
    void wake();
    void schedule();
    QCoro::Task<void> runGuarded();
    /// Whether the owner has switched texts about \a event off.
    bool isMuted(MessageEvent event);
    QString textOf(const store::OutboxRow &row, const Order &order, Database &database);
    /// Whether the code of a sign-in can no longer be entered.
    bool isStale(const Message &message) const;
    QString withCode(const Message &message, QString text) const;

    Writer &m_writer;
    Reader &m_reader;
    Orders &m_orders;
    SmsGateway &m_gateway;
    const Clock &m_clock;
    const QString m_name; ///< who claims; random for each life of the server
    ShopCache m_shop; ///< of the reader's thread
    QTimer m_timer;
    bool m_running = false;
    bool m_stopped = true;
    QCoro::Task<void> m_task;
};

} // namespace petalpost::server
