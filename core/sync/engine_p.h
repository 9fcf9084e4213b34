// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/balances.h"
#include "core/sync/decisions.h"
#include "core/sync/engine.h"
#include "core/sync/feedreader.h"
#include "core/sync/mirror.h"
#include "core/sync/orderedits.h"
#include "core/sync/receipt.h"
#include "core/sync/refundretry.h"
#include "core/sync/salesreader.h"
#include "core/sync/searchupkeep.h"
#include "core/sync/sender.h"
#include "core/sync/serverclock.h"
#include "core/sync/shopdevices.h"
#include "core/sync/textsreader.h"
#include "core/sync/transport.h"

namespace petalpost::sync {

/// The wiring behind Engine: reader and sender report here, the mirror stores, q announces.
class Engine::Private : public QObject
{
    Q_OBJECT

public:
    Private(Engine *q, LocalStore &store, const Settings &settings, const Clock &clock);

    void announceAll();
    void announce(const ShownChanges &changes);
    void announceStatus();
    void setLink(Link now);

    /// Stores \a operation, shows it and wakes the sender.
    Result<QString> enqueue(const Operation &operation);
    Result<QString> withdraw(const Operation &operation);
    Operation operationOn(qint64 subject, Operation::Kind kind, qint64 basedOn) const;

    void onOpened();
    void onLost();
    void onSignedOut(const Refusal &refusal);
    void onOtherCertificate();
    void onContact();
    void onReset(const FeedCursor &cursor);
    void onPage(const FeedPage &page);
    void onPaymentHealth(const std::vector<ProviderHealth> &health);
    void onAccepted(const Operation &operation, const Document &answer);
    void onRefused(const Operation &operation, const Refusal &refusal);
    /// A copy that is being fetched afresh comes first: operations are sent only on a complete one,
    /// and after those that do not fit it became decisions.
    void resumeSender();
    bool settleEpoch();

    Engine *const q;
    const Clock &clock;
    LocalStore &store;
    const QUrl server;
    const DeviceRole role;
    ServerClock serverClock;
    Mirror mirror;
    Decisions decisions;
    Transport transport;
    FeedReader reader;
    Sender sender;
    Receipt receipt;
    SearchUpkeep upkeep;
    Balances balances;
    SalesReader sales;
    TextsReader texts;
    RefundRetry refundRetry;
    OrderEdits edits;
    ShopDevices devices;
    Link link = Link::Connecting;
    qint64 lastContactMs = 0; ///< by the server's clock
    bool running = false;
    bool epochSettled = false; ///< no operation of an earlier life of the server is unchecked
    qint64 newestNumber = 0; ///< of the feed, as its last page said; 0 = a server that does not
    SyncStatus announced;
    std::vector<ProviderHealth> paymentHealth;
};

} // namespace petalpost::sync
