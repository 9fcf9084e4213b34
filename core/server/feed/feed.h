// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/providerhealth.h"
#include "core/protocol/documents.h"
#include "core/storage/server/reader.h"
#include "core/storage/server/writer.h"

#include <QtCore/QTimer>

#include <functional>
#include <list>
#include <set>

namespace petalpost::server {

/// The change feed: pages on request, and a push to everybody who listens as soon as a commit has
/// made it grow. Lives in the server's thread.
class Feed : public QObject
{
    Q_OBJECT

public:
    static constexpr int pageLimit = 500;
    static constexpr int maxListeners = 64;
    static constexpr int maxWaitMs = 30'000;

    static constexpr int pushLimit =
        50; ///< entries pushed at once: fits a stream's buffer at full length

    /// Somebody who listens.
    struct Listener
    {
        std::function<bool()> ready; ///< whether another page may be pushed now
        std::function<bool(const FeedPage &page)> take; ///< false when it is gone or too slow
        qint64 deviceId = 0; ///< whose it is
        std::function<void()> end{}; ///< called when the device may not listen any more
        /// Told how the payment providers fare: after its first page, and whenever that changes.
        std::function<void(const std::vector<ProviderHealth> &health)> tellHealth{};
    };

    Feed(Writer &writer, Reader &reader, QObject *parent = nullptr);

    QFuture<Result<FeedPage>> page(const FeedCursor &after, int limit);

    /// Pushes everything after \a after to \a listener, now and whenever the feed grows, as fast as
    /// it is ready, until it answers false or is behind and not ready for maxWaitMs. Refuses with
    /// TooMany when maxListeners already listen.
    Result<void> listen(const FeedCursor &after, Listener listener);
    /// Tells everybody who listens how the payment providers fare. Stored nowhere: it is over when
    /// this server ends.
    void setHealth(std::vector<ProviderHealth> health);
    int listeners() const { return int(m_listeners.size()); }
    /// The devices that listen now.
    std::set<qint64> devices() const;
    /// Ends what \a deviceId listens to, at once.
    void endFor(qint64 deviceId);

private:
    struct Listening
    {
        FeedCursor cursor;
        Listener listener;
        bool greeted =
            false; ///< the first page is pushed even when it is empty: "you are up to date"
        int waits = 0; ///< turns in a row in which it was not ready
    };

    void pump();
    /// Sends one page; true when the listener stays.
    bool push(Listening &listening);

    Reader &m_reader;
    std::list<Listening> m_listeners;
    std::vector<ProviderHealth> m_health;
    QTimer m_pump;
    bool m_more = false; ///< somebody can take another page at once
    bool m_waiting = false; ///< somebody has to take its last page first
};

} // namespace petalpost::server
