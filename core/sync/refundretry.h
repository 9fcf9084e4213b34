// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/refusal.h"
#include "core/sync/request.h"

#include <QtCore/QPointer>

#include <map>

namespace petalpost::sync {

class Transport;

/// Asks the server to try an order's refused refunds again: one call, never queued, because money
/// moves only while the server answers. What became of it comes with the feed.
class RefundRetry : public QObject
{
    Q_OBJECT

public:
    explicit RefundRetry(Transport &transport, QObject *parent = nullptr);
    ~RefundRetry() override;

    /// Does nothing while a call for the same order is under way.
    void ask(qint64 orderId);
    /// Leaves every call that is under way; none of them says anything any more.
    void leave();

Q_SIGNALS:
    /// The server has taken it on.
    void asked(qint64 orderId);
    /// Refused, or not answered: `Busy` then.
    void refused(qint64 orderId, const petalpost::Refusal &refusal);

private:
    Transport &m_transport;
    std::map<qint64, QPointer<Request>> m_requests;
};

} // namespace petalpost::sync
