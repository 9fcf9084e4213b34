// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/protocol/documents.h"
#include "core/storage/desk/localstore.h"
#include "core/sync/backoff.h"
#include "core/sync/request.h"
#include "core/sync/settings.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace petalpost::sync {

class Mirror;
class Transport;

/// Sends the queue strictly in order, one operation at a time, each until the server answered it
/// for good. An operation leaves the queue only by the slots of accepted() and refused(); when it
/// is still there afterwards (the disk failed) it is sent again, which the server answers alike.
class Sender : public QObject
{
    Q_OBJECT

public:
    Sender(Transport &transport, Mirror &mirror, const Settings &settings,
           QObject *parent = nullptr);
    ~Sender() override;

    /// Sends whenever something is queued, until pause().
    void resume();
    /// Stops sending; what is under way counts as sent and is sent again after resume().
    void pause();
    /// Sends the head of the queue now, unless one is under way or the server asked to wait.
    void wake();
    /// The server can be reached again: as wake(), but drops the wait after a failure. A wait that
    /// the server asked for stays.
    void reachable();
    /// As wake(), but drops any wait.
    void retryNow();

Q_SIGNALS:
    void accepted(const petalpost::Operation &operation, const petalpost::Document &answer);
    void refused(const petalpost::Operation &operation, const petalpost::Refusal &refusal);
    void signedOut(const petalpost::Refusal &refusal);

private:
    void sendHead();
    void handle(const Operation &operation, const Answer &answer);
    void afterOutcome(const QString &operationId);
    void retryLater(int atLeastMs);

    Transport &m_transport;
    Mirror &m_mirror;
    Backoff m_backoff;
    QPointer<Request> m_request;
    QTimer m_retry;
    bool m_running = false;
    bool m_askedToWait = false;
};

} // namespace petalpost::sync
