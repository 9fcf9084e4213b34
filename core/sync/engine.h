// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/clock.h"
#include "core/protocol/documents.h"
#include "core/protocol/operation.h"

#include <QtCore/QObject>
#include <QtCore/QUrl>

#include <map>
#include <memory>

namespace petalpost {
class LocalStore;
}

namespace petalpost::sync {

/// How the desk stands to its server.
enum class Link { Connecting, Live, Unreachable, SignedOut };

/// What the status bar says. Times are milliseconds since the epoch.
struct SyncStatus
{
    Link link = Link::Connecting;
    qint64 lastContactMs = 0; ///< 0 = never
    int unsent = 0; ///< operations not yet answered for good

    bool operator==(const SyncStatus &) const = default;
};

/// Keeps the local copy of the shop in step with the server and sends what the florist did. What it
/// shows is always copy + queue: an operation changes the shown order at once, is stored before
/// anything is sent, and is taken back with a reason if the server refuses it.
///
/// Lives in the thread that made it; never blocks on the network.
class Engine : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QUrl server;
        QByteArray token;
        int requestTimeoutMs = 10'000;
        int heartbeatTimeoutMs = 40'000; ///< a stream silent for longer is dead
        int firstRetryMs = 500;
        int maxRetryMs = 10'000;
    };

    Engine(LocalStore &store, Settings settings, const Clock &clock, QObject *parent = nullptr);
    ~Engine() override;

    /// Shows the local copy, then connects and keeps connected until stop().
    void start();
    void stop();
    /// Drops any waiting and tries again at once.
    void syncNow();

    /// Everything as shown (copy + queue), by id. References stay valid until the next signal.
    const std::map<qint64, Order> &orders() const;
    const std::map<qint64, Review> &reviews() const;
    const std::map<qint64, Product> &products() const;
    const Shop &shop() const;
    SyncStatus status() const;
    /// Server time as well as it is known: the clock plus the last offset seen.
    qint64 nowMs() const;

    /// Does \a verb to an order. Answers the operation's id, or refuses at once when the state table
    /// says so; a later refusal of the server arrives as refused().
    Result<QString> move(qint64 orderId, Verb verb, QJsonObject details = {});
    /// Stamps the order as seen by a florist; does nothing when it was seen before.
    void markSeen(qint64 orderId);
    Result<QString> replyToReview(qint64 reviewId, const QString &text);
    /// Undoes \a operation (or the last one of its order): withdrawn when unsent, else sent as undo.
    Result<QString> undo(qint64 orderId);

Q_SIGNALS:
    void orderChanged(const petalpost::Order &order);
    void orderRemoved(qint64 id);
    void reviewChanged(const petalpost::Review &review);
    void productChanged(const petalpost::Product &product);
    void shopChanged();
    void statusChanged(const petalpost::sync::SyncStatus &status);
    /// A paid order that this desk had not stored before.
    void orderArrived(const petalpost::Order &order);
    /// The server said no: \a operation is gone, the order shows the server's state again.
    void refused(const petalpost::Operation &operation, const petalpost::Refusal &refusal);
    /// The server accepted \a operation.
    void accepted(const petalpost::Operation &operation);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace petalpost::sync
