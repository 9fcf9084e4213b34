// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/result.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <QtCore/QPromise>

#include <deque>
#include <memory>

class QTimer;

namespace petalpost::server {

/// How many calls of one kind run, and how many wait for them to end.
struct BulkheadLimits
{
    int running = 8;
    int queued = 16;
    int queueWaitMs = 5'000; ///< nobody waits longer for a place
};

/// Keeps a slow provider from taking all there is: so many calls run, so many wait, the next one
/// is refused at once. Every wait ends: with a place, at its deadline, or when the owner stops.
/// Lives in the server's thread.
class Bulkhead : public QObject
{
    Q_OBJECT

public:
    explicit Bulkhead(BulkheadLimits limits = {}, QObject *parent = nullptr)
        : QObject(parent)
        , m_limits(limits)
    {
    }
    ~Bulkhead() override { stop(); }

    /// A place, which must be given back with leave(); the first to come is the first to go.
    /// Refuses with ProviderNotAsked when too many wait, when the wait lasts too long, and after
    /// stop().
    QFuture<Result<void>> enter();
    /// Gives a place back; whoever waits longest has it at once.
    void leave();
    /// Ends every wait, also those that are asked for later. Who has a place keeps it.
    void stop();

    int running() const { return m_running; }
    int queued() const { return int(m_waits.size()); }
    /// How many were refused since the start of the server.
    qint64 refused() const { return m_refused; }

private:
    struct Wait
    {
        QPromise<Result<void>> promise;
        QTimer *deadline; ///< not inside itself: it may be ending the wait from its own signal
    };

    /// Why nobody is let in; counts it.
    tl::unexpected<Refusal> full();
    void end(std::unique_ptr<Wait> wait, Result<void> outcome);
    void giveUp(const Wait *wait);

    const BulkheadLimits m_limits;
    std::deque<std::unique_ptr<Wait>> m_waits;
    int m_running = 0;
    qint64 m_refused = 0;
    bool m_stopped = false;
};

} // namespace petalpost::server
