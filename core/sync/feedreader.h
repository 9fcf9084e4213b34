// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/documents.h"
#include "core/protocol/providerhealth.h"
#include "core/sync/backoff.h"
#include "core/sync/eventparser.h"
#include "core/sync/settings.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

class QNetworkReply;

namespace petalpost::sync {

class Transport;

/// Holds the change feed open: one GET that never ends. A stream that breaks, falls silent or talks
/// nonsense is dropped and opened again after a growing, random wait, from the cursor last stored.
class FeedReader : public QObject
{
    Q_OBJECT

public:
    FeedReader(Transport &transport, const Settings &settings, QObject *parent = nullptr);
    ~FeedReader() override;

    /// Connects after \a cursor and stays connected until stop().
    void start(const FeedCursor &cursor);
    void stop();
    /// Connects at once if it waits; an open stream stays.
    void retryNow();
    /// Everything up to \a cursor is stored: where the next stream begins.
    void setCursor(const FeedCursor &cursor) { m_cursor = cursor; }
    /// Drops the stream, as after a broken one: what came last could not be stored.
    void restart();

Q_SIGNALS:
    /// The server answered with a stream.
    void opened();
    /// There is no stream, and the next try waits.
    void lost();
    /// The server does not take the token (SignInRequired, DeviceRevoked); nothing is tried until
    /// start() or retryNow().
    void signedOut(const petalpost::Refusal &refusal);
    /// The server lives in another epoch: what follows begins at \a cursor.
    void reset(const petalpost::FeedCursor &cursor);
    void page(const petalpost::FeedPage &page);
    /// How the payment providers fare now.
    void paymentHealth(const std::vector<petalpost::ProviderHealth> &health);
    /// Any whole event or heartbeat.
    void heard();

private:
    void connectNow();
    void readHeaders();
    void readBody();
    /// Answers false when the event makes no sense.
    bool handle(const ServerEvent &event);
    void drop();
    void retryLater();

    Transport &m_transport;
    Settings m_settings;
    Backoff m_backoff;
    EventParser m_parser;
    FeedCursor m_cursor;
    QNetworkReply *m_reply = nullptr;
    QTimer m_silence; ///< until the headers: the connect deadline; then: the heartbeat deadline
    QTimer m_retry;
    bool m_running = false;
    bool m_open = false;
};

} // namespace petalpost::sync
