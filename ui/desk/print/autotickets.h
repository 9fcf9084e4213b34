// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/desk/print/printqueue.h"

#include <set>

namespace petalpost::desk {

/// Prints the tickets of new orders by itself, on a desk where somebody chose that: once for each
/// order, whatever is restarted or fetched anew meanwhile. Only orders that nobody works on yet.
class AutoTickets : public QObject
{
    Q_OBJECT

public:
    /// An order that was paid longer ago is no news: a desk that comes back after a week does not
    /// print what others have long printed.
    static constexpr qint64 newestMs = 3LL * 24 * 60 * 60 * 1000;

    /// Everything handed in must outlive this.
    AutoTickets(sync::Engine &engine, PrintQueue &queue, QObject *parent = nullptr);

    /// Looks at every order; those that come later are looked at as they come.
    void lookAtAll();

private:
    void lookAt(const Order &order);

    sync::Engine &m_engine;
    PrintQueue &m_queue;
    std::set<qint64> m_done; ///< spares the file; the queue's store decides
};

} // namespace petalpost::desk
