// SPDX-FileCopyrightText: 2026 The Petalpost authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/engine.h"
#include "ui/desk/shell/banner.h"

#include <set>

namespace petalpost::desk {

/// Says in red how many orders have money that could not be given back, and leads to them one after
/// the other. Goes by itself when the last of them is done.
class RefundBanner : public Banner
{
    Q_OBJECT

public:
    /// \a engine must outlive the banner.
    RefundBanner(sync::Engine &engine, const Theme &theme, Icons &icons, QWidget *parent = nullptr);

Q_SIGNALS:
    void orderWanted(qint64 orderId);

private:
    void note(const Order &order);
    void forget(qint64 orderId);
    void refresh();
    void lead();

    std::set<qint64> m_orders;
    qint64 m_last = 0; ///< to which pressing led last
};

} // namespace petalpost::desk
