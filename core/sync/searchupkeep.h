// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/desk/ordersearch.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace petalpost::sync {

/// Brings the search index up to what is stored, and cleans removed orders out of it, a few
/// milliseconds at a time between everything else the desk does.
class SearchUpkeep : public QObject
{
    Q_OBJECT

public:
    /// \a search must outlive this.
    explicit SearchUpkeep(OrderSearch &search, QObject *parent = nullptr);

    /// There may be something to do.
    void wake();
    void rest();

Q_SIGNALS:
    /// Every stored order can be found now, which was not so before.
    void completed();

private:
    void step();

    OrderSearch &m_search;
    QTimer m_next;
    bool m_complete = false;
};

} // namespace petalpost::sync
